//! What an import could not read, and where: the half of its answer that is not rows.

use serde::{Deserialize, Serialize};

macro_rules! issue_kinds {
    ($($variant:ident $key:literal $severity:ident $zh:literal $en:literal;)*) => {
        /// A way in which a file or a cell is not what it should be.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum IssueKind { $(#[doc = $en] $variant,)* }

        impl IssueKind {
            /// Every kind.
            pub const ALL: &[IssueKind] = &[$(IssueKind::$variant,)*];

            /// The name used in JSON and downloads.
            pub fn key(self) -> &'static str {
                match self { $(IssueKind::$variant => $key,)* }
            }

            /// How much it costs.
            pub fn severity(self) -> Severity {
                match self { $(IssueKind::$variant => Severity::$severity,)* }
            }

            /// What it means and what to do, in Chinese and English.
            pub fn text(self) -> (&'static str, &'static str) {
                match self { $(IssueKind::$variant => ($zh, $en),)* }
            }
        }
    };
}

/// How much an issue costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file as a whole could not be read.
    Fatal,
    /// A row was left out.
    Row,
    /// Nothing was lost, but the reader must look before going on.
    Warning,
    /// A cell was left empty.
    Cell,
    /// Nothing was lost; the reader should know.
    Note,
}

issue_kinds! {
    EmptyFile "empty_file" Fatal "文件是空的。请重新导出" "The file is empty. Export it again";
    UnknownKind "unknown_kind" Fatal "认不出这是什么表。请在导入预览里指定它是哪种表、每一列是什么；指定一次，以后同样的表自动认出" "Not a table we know. Say in the preview which kind it is and what its columns mean; said once, the same table is recognised from then on";
    NotATable "not_a_table" Fatal "这是文字，不是表格（没有分列的数据），已跳过" "Text, not a table: nothing stands in columns; skipped";
    Spreadsheet "spreadsheet" Fatal "这个工作簿、网页表格或压缩包没能拆成表格。请用 Excel 打开后另存为「CSV UTF-8」再导入" "This workbook, web page or archive could not be taken apart. Open it in Excel and save as “CSV UTF-8”";
    Protected "protected" Fatal "工作簿有打开密码，读不了。请用 Excel 打开并去掉密码（文件 → 信息 → 保护工作簿），保存后再导入" "The workbook needs a password to open. Remove it in Excel (File → Info → Protect Workbook), save, and import again";
    ProtectedEntry "protected_entry" Fatal "压缩包有密码，读不了。请先用密码解压，再导入解压出来的文件" "The archive needs a password. Extract it with the password, then import what comes out";
    CorruptWorkbook "corrupt_workbook" Fatal "工作簿已损坏或没有下载完，打不开。请重新下载；如果 Excel 能打开，另存一份再导入" "The workbook is damaged or was not downloaded in full. Download it again; if Excel opens it, save a copy and import that";
    CorruptArchive "corrupt_archive" Fatal "压缩包已损坏、没有下载完，或压缩方式不支持。请重新下载，或先解压再导入" "The archive is damaged, incomplete or packed in an unsupported way. Download it again, or extract it first";
    DamagedBefore "damaged_before" Fatal "这些日期里有一份编号被 Excel 破坏的导入，同样的订单会重复计数，所以没有导入。请先到「数据」页的导入记录撤销它，再导入这个文件" "Over these days there is an import whose ids Excel has destroyed; the same orders would count twice, so nothing was imported. Undo it in the log on the Data page first, then import this file";
    OtherArchive "other_archive" Fatal "只能拆 ZIP；RAR、7z、GZ 请先解压，再导入解压出来的文件" "Only ZIP can be taken apart; extract RAR, 7z and GZ first, then import what comes out";
    TooLarge "too_large" Fatal "拆开后太大（单表超过 700 MB、合计超过 2 GB，或条目过多），没有读入。请缩短时间段，分几次导出" "Too large once taken apart (a table over 700 MB, all over 2 GB, or too many entries); not read. Export shorter periods";
    TooDeep "too_deep" Fatal "压缩包套得太深，没有读入。请先解压，再导入里面的文件" "An archive within an archive within an archive; not read. Extract it first";
    EmptyWorkbook "empty_workbook" Fatal "工作簿里没有数据（隐藏的工作表不读）。请重新导出" "The workbook holds no data (hidden sheets are not read). Export it again";
    EmptyArchive "empty_archive" Fatal "压缩包里没有表格文件" "No table is in the archive";
    UnpackerMissing "unpacker_missing" Fatal "读工作簿的程序没能启动（网络中断，或本页不是最新版本）。请联网刷新页面，再导入一次" "The part that reads workbooks could not be started (offline, or the page is not the newest version). Reload the page online and import again";
    NoTable "no_table" Fatal "这是网页，里面没有表格：可能导出时登录已过期，下载到的是登录页。请重新登录后台再导出" "A web page without a table: the login may have expired and this is the login page. Sign in again and export once more";
    Binary "binary" Fatal "这不是表格文件（图片、程序或损坏的文件）。请选择后台导出的表格：CSV、TXT、Excel、ods、网页表格或它们的 ZIP" "This is not a table (a picture, a program or a damaged file). Choose what the back office exports: CSV, TXT, Excel, ods, a web table, or a ZIP of these";
    WouldCountTwice "would_count_twice" Fatal "订单编号被 Excel 破坏，认不出哪些订单已经导入过；文件里有已有订单的日子，为免重复计数没有导入。请用后台导出的原文件" "Excel has destroyed the order ids, so orders already here cannot be recognised; as orders of some of its days are here, nothing was imported lest they count twice. Use the file as exported";
    NoUsableRows "no_usable_rows" Fatal "没有一行能用：每一行都缺少日期或编号。导出时请勾选日期、编号这些列" "Not a single row can be used: all lack a day or an identity. Tick those columns for the export";
    NoPeriod "no_period" Fatal "表里、标题里和文件名里都没有日期，不知道是哪几天的数据。请在导入预览里填上统计时间" "No day in its columns, its title or its name: the table belongs to no day. Give the period in the preview";
    NoRows "no_rows" Fatal "只有表头，没有数据行。请确认导出时选的时间段" "There is a header but no row. Check the period chosen for the export";
    UnreadableFile "unreadable_file" Fatal "浏览器读不了这个文件（可能被移动、删除或正被占用）。请重新选择" "The browser cannot read this file (moved, deleted or in use?). Choose it again";
    ReaderCrashed "reader_crashed" Fatal "读这个文件时程序出错，已跳过，其他文件不受影响。请重新导出后再试" "The reader failed on this file and skipped it; nothing else is affected. Export it again and retry";
    MissingColumn "missing_column" Note "文件没有这一列，用到它的指标显示为 —" "The file lacks this column; metrics that need it, if any, show —";
    MissingId "missing_id" Note "没有订单编号：按下单时间、金额和买家认作同一单" "No order id: orders are told apart by time, amount and buyer";
    PaidByCreation "paid_by_creation" Note "没有「订单付款时间」列：已付款的订单按下单时间计入付款" "No column 订单付款时间: paid orders count as paid when they were placed";
    DamagedId "damaged_id" Warning "订单编号被 Excel 改成科学计数（如 1.23E+18），已无法还原：这些行仍计入，但不与其他文件合并。请重新导出，不要用 Excel 另存" "Excel turned the order id into scientific notation; it is lost. The row counts but is never joined. Export again and do not re-save it in Excel";
    BadMoney "bad_money" Cell "金额不是数字，按缺失处理" "Not an amount; left empty";
    BadTime "bad_time" Cell "时间读不懂，按缺失处理" "Not a time; left empty";
    BadCount "bad_count" Cell "不是整数，按缺失处理" "Not a whole number; left empty";
    BadNumber "bad_number" Cell "不是数字，按缺失处理" "Not a number; left empty";
    BadStatus "bad_status" Note "没见过的状态，按未知处理" "A status not seen before; taken as unknown";
    UnknownPlace "unknown_place" Note "地址开头不是省份，归入「未知」" "The address does not start with a province; counted as unknown";
    BadName "bad_name" Cell "文本过长或跨了多行，像是别的内容混了进来，没有保存" "A text of several lines or of excessive length: something else has slipped in; not kept";
    NoDays "no_days" Note "这种旧格式没有日期列：不知道是哪几天的订单，所以不算覆盖任何一天，也不能和别的表按天对账。要对账，请导出有「订单付款时间」的新格式" "This old form has no column of days: nobody knows which days its orders are of, so it covers none and cannot be compared day by day. For that, export the new form with 订单付款时间";
    NoTime "no_time" Row "没有日期或时间，这一行无法归到任何一天" "No date and no time: the row belongs to no day";
    NoKey "no_key" Row "没有编号或名称（多半是表下面的说明），这一行没有读入" "Neither an identity nor a name, probably a remark below the table; the row was left out";
    RaggedRow "ragged_row" Row "字段数与表头不同，无法对齐，这一行没有读入" "The number of fields differs from the header and cannot be aligned; the row was left out";
    ShortRow "short_row" Note "字段比表头少，缺的按空处理" "Fewer fields than the header; the missing ones are empty";
    UnclosedQuote "unclosed_quote" Note "引号没有配对，这一行的引号按普通字符处理" "A quote is never closed; in this row quotes are read as plain text";
    MixedEncoding "mixed_encoding" Note "这一格的编码与整个文件不同，已按另一种编码读出" "This cell is in another encoding than the file; read as that";
    MaskedBuyer "masked_buyer" Cell "买家会员名被平台打码（含 *），无法区分买家，买家数和客单价显示为 —" "The platform masked the buyers' names (*): buyers cannot be told apart, their metrics show —";
    BadText "bad_text" Cell "有无法解码的字符，已替换为 �" "Bytes that are no text in any known encoding; replaced by �";
    TruncatedFile "truncated_file" Warning "最后一行不完整，文件没有下载完：后面的行都不在里面，断在中间的那一天算作缺失。请重新下载后再导入" "The last row is cut off: the download is not complete and rows are missing; the day on which it breaks off counts as missing. Download it again and import it";
    CutWorkbook "cut_workbook" Warning "表格读到这一行中断（文件损坏或没有下载完）：前面的行已读入，后面的不在里面，断在中间的那一天算作缺失。请重新下载后再导入" "The table breaks off here (damaged or not downloaded in full): the rows above were read, those below are missing, and the day on which it breaks off counts as missing. Download it again and import it";
    FormulaError "formula_error" Cell "单元格是公式错误（如 #N/A），按空处理" "The cell holds a formula error (#N/A and the like); left empty";
    DuplicateRow "duplicate_row" Note "同一行（同样的编号或日期）在文件里出现多次，已按最新状态合并" "The same row (same identity or day) stands in the file more than once; merged to its newest state";
    NettedRefunds "netted_refunds" Note "「买家实际支付金额」已经扣掉退款（总金额 = 实付 + 退款），不再重复扣" "The paid amount is net of refunds already (total = paid + refund); they are not taken off twice";
    FooterRow "footer_row" Note "合计、汇总行和表下的说明已跳过" "Rows of totals and remarks below the table were passed over";
    PaidOutsideRange "paid_outside_range" Note "付款时间在文件的创建时间段之外，按付款日计入" "Paid outside the file's range of creation days; counted on the day of payment";
    OtherStore "other_store" Warning "文件里的店铺名称与这个店铺以前导入的不同。如果导错了店铺，请撤销这次导入" "The file names another shop than those imported here before. If it is the wrong store, undo this import";
}

/// One kind of issue in one column of one file, with how often and where first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// What is wrong.
    pub kind: IssueKind,
    /// Line of the first case as a spreadsheet numbers it, from 1; 0 for the file as a whole.
    pub row: u64,
    /// Header of the column, empty when the row or file as a whole is meant.
    pub column: String,
    /// The first case's text, at most 24 characters, all digits but the first four hidden; empty where it could be personal.
    pub sample: String,
    /// Number of cases.
    pub count: u64,
    /// Lines of the first cases, as far as they are known.
    #[serde(default)]
    pub rows: Vec<u64>,
}

/// Lines that are kept of an issue.
pub(super) const KEPT_ROWS: usize = 50;

/// Collects issues while a file is read: one entry per kind and column.
#[derive(Debug, Default)]
pub struct IssueLog {
    issues: Vec<Issue>,
}

impl IssueLog {
    /// Begins with what is known already.
    pub fn new(issues: Vec<Issue>) -> IssueLog {
        IssueLog { issues }
    }

    /// Whether nothing of the file can be used.
    pub fn is_fatal(&self) -> bool {
        self.issues
            .iter()
            .any(|i| i.kind.severity() == Severity::Fatal)
    }

    /// Whether the file breaks off before its end.
    pub fn has_break(&self) -> bool {
        let breaks = [IssueKind::TruncatedFile, IssueKind::CutWorkbook];
        self.issues.iter().any(|i| breaks.contains(&i.kind))
    }

    /// Notes one case.
    pub fn add(&mut self, kind: IssueKind, row: u64, column: &str, sample: &str) {
        self.add_many(kind, row, column, sample, 1);
    }

    /// Notes `count` cases of which the first stands at `row`.
    pub fn add_many(&mut self, kind: IssueKind, row: u64, column: &str, sample: &str, count: u64) {
        match self
            .issues
            .iter_mut()
            .find(|i| i.kind == kind && i.column == column)
        {
            Some(issue) => {
                issue.count += count;
                if issue.rows.len() < KEPT_ROWS && row > 0 {
                    issue.rows.push(row);
                }
            }
            None => {
                self.issues.push(Issue {
                    kind,
                    row,
                    column: column.to_owned(),
                    sample: redacted(sample),
                    count,
                    rows: Some(row).filter(|row| *row > 0).into_iter().collect(),
                });
            }
        }
    }

    /// Takes in what was counted elsewhere.
    pub fn take_in(&mut self, issue: Issue) {
        let same = |ours: &&mut Issue| ours.kind == issue.kind && ours.column == issue.column;
        match self.issues.iter_mut().find(same) {
            Some(ours) => {
                ours.count += issue.count;
                ours.rows.extend(issue.rows);
                ours.rows.truncate(KEPT_ROWS);
            }
            None => self.issues.push(issue),
        }
    }

    /// The issues, the gravest first, then by row.
    pub fn into_issues(mut self) -> Vec<Issue> {
        self.issues.sort_by(|a, b| {
            (a.kind.severity(), a.row, a.kind, &a.column).cmp(&(
                b.kind.severity(),
                b.row,
                b.kind,
                &b.column,
            ))
        });
        self.issues
    }
}

/// Shortens a sample and hides all digits but the first four, so that no phone and no id is kept by way of an issue.
pub(super) fn redacted(sample: &str) -> String {
    let mut digits = 0;
    let shown = |c: char| {
        digits += usize::from(c.is_numeric());
        if c.is_numeric() && digits > 4 { '*' } else { c }
    };
    sample.trim().chars().take(24).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_one_kind_and_column_count_up_and_keep_the_first_place() {
        let mut log = IssueLog::default();
        log.add(IssueKind::BadMoney, 7, "总金额", "无退款申请");
        log.add(IssueKind::BadMoney, 9, "总金额", "x");
        log.add(IssueKind::EmptyFile, 0, "", "");
        let issues = log.into_issues();
        assert_eq!(issues[0].kind, IssueKind::EmptyFile);
        assert_eq!(
            (issues[1].row, issues[1].count, issues[1].sample.as_str()),
            (7, 2, "无退款申请")
        );
    }

    #[test]
    fn a_phone_never_survives_in_a_sample() {
        assert_eq!(redacted("电话13812345678"), "电话1381*******");
        assert_eq!(redacted("138-1234 5678"), "138-1*** ****");
        assert_eq!(redacted("１３８１２３４５６７８"), "１３８１*******");
    }
}
