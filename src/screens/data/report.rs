//! What is known about a file that was read, in words: how it was recognised, what came of its rows, what is missing and
//! what that costs, what was dropped, what could not be read.

use crate::analytics::metrics::{Metric, Value};
use crate::grid::{self, Cell, Column, Table};
use crate::i18n::format::{self, grouped};
use crate::i18n::{Lang, Text, t};
use crate::import::issues::{Issue, IssueKind, Severity};
use crate::import::kinds::{self, Kind, orders};
use crate::import::report::{FileReport, RecognisedBy, Repeats};

/// A file's report in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportCard {
    /// The file's name.
    pub file: String,
    /// How it was recognised: kind, encoding, delimiter, header, size.
    pub recognised: Vec<(String, String)>,
    /// What came of its rows.
    pub outcome: Vec<String>,
    /// Missing columns, each with what that costs.
    pub lacking: Vec<String>,
    /// Columns that are kept.
    pub columns: Vec<String>,
    /// Columns with personal data, dropped unread.
    pub dropped: Vec<String>,
    /// Other columns that are not kept.
    pub ignored: Vec<String>,
    /// What could not be read.
    pub issues: Vec<IssueRow>,
}

/// An issue in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRow {
    /// How much it costs.
    pub severity: Severity,
    /// What it means and what to do.
    pub text: String,
    /// The rows of the first cases, or that it is the file as a whole.
    pub rows: String,
    /// Header of the column, or —.
    pub column: String,
    /// The first case's text.
    pub sample: String,
    /// Number of cases.
    pub count: String,
}

/// A report in words.
pub fn card(lang: Lang, report: &FileReport) -> ReportCard {
    ReportCard {
        file: report.file.clone(),
        recognised: recognised(lang, report),
        outcome: outcome(lang, report),
        lacking: lacking(lang, report),
        columns: report.columns.clone(),
        dropped: report.dropped.clone(),
        ignored: report.ignored.clone(),
        issues: issues(report).map(|i| issue_row(lang, i)).collect(),
    }
}

/// What an issue costs, in one word.
pub fn severity_name(severity: Severity) -> Text {
    match severity {
        Severity::Fatal => Text::SeverityFatal,
        Severity::Row => Text::SeverityRow,
        Severity::Warning => Text::SeverityWarning,
        Severity::Cell => Text::SeverityCell,
        Severity::Note => Text::SeverityNote,
    }
}

/// The kind of a file.
pub fn kind_name(lang: Lang, report: &FileReport) -> &'static str {
    match kind_of(report) {
        Some(kind) => lang.pick(kind.title),
        None => Text::ReportKindUnknown.get(lang),
    }
}

/// The declaration of a file's kind.
fn kind_of(report: &FileReport) -> Option<&'static Kind> {
    report.kind.as_deref().and_then(kinds::by_name)
}

/// Whether a file holds orders: what it lacks then costs metrics, and its rows are called orders.
fn is_orders(report: &FileReport) -> bool {
    report.kind.as_deref() == Some(orders::KIND.name)
}

/// The issues of a file as a table to be saved: a line for every row that is known.
pub fn issue_table(lang: Lang, report: &FileReport) -> Table {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let (text, count) = (grid::Kind::Text, grid::Kind::Count);
    Table {
        columns: vec![
            column("file", Text::DataLogFile, text),
            column("kind", Text::ReportKind, text),
            column("text", Text::ReportIssueWhat, text),
            column("row", Text::ReportIssueRow, count),
            column("column", Text::ReportIssueColumn, text),
            column("sample", Text::ReportIssueSample, text),
            column("count", Text::ReportIssueCount, count),
        ],
        rows: report
            .issues
            .iter()
            .flat_map(|issue| lines(lang, report, issue))
            .collect(),
        totals: None,
    }
}

/// The lines about an issue: one for each row that is known, the sample and the number of all cases beside the first.
fn lines(lang: Lang, report: &FileReport, issue: &Issue) -> Vec<Vec<Cell>> {
    let number = |n: u64| Cell::Value(Value::Count(n as i64));
    let line = |row: Cell, is_first: bool| {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![
            text(&report.file),
            text(severity_name(issue.kind.severity()).get(lang)),
            text(lang.pick(issue.kind.text())),
            row,
            text(&issue.column),
            text(if is_first { &issue.sample } else { "" }),
            if is_first {
                number(issue.count)
            } else {
                Cell::Empty
            },
        ]
    };
    let rows = known_rows(issue);
    if rows.is_empty() {
        let whole = Text::ReportIssueWhole.get(lang).to_owned();
        return vec![line(Cell::Text(whole), true)];
    }
    let rows = rows.into_iter().enumerate();
    rows.map(|(i, row)| line(number(row), i == 0)).collect()
}

/// The rows of the first cases. Reports of older versions know the first one only.
fn known_rows(issue: &Issue) -> Vec<u64> {
    if issue.rows.is_empty() && issue.row > 0 {
        return vec![issue.row];
    }
    issue.rows.clone()
}

fn recognised(lang: Lang, report: &FileReport) -> Vec<(String, String)> {
    let mut facts = vec![(Text::ReportKind, kind_name(lang, report).to_owned())];
    if report.kind.is_some() {
        let by = match report.recognised_by {
            RecognisedBy::Header => Text::ReportByHeader,
            RecognisedBy::Template => Text::ReportByTemplate,
            RecognisedBy::Operator => Text::ReportByOperator,
        };
        facts.push((Text::ReportBy, by.get(lang).to_owned()));
    }
    let is_text = is_text(report);
    if is_text && !report.encoding.is_empty() {
        facts.push((Text::ReportEncoding, report.encoding.to_uppercase()));
    }
    if is_text && !report.delimiter.is_empty() {
        let name = match report.delimiter.as_str() {
            "\t" => Text::ReportTab.get(lang),
            other => other,
        };
        facts.push((Text::ReportDelimiter, name.to_owned()));
    }
    facts.push((Text::ReportSize, format::bytes(report.bytes)));
    if report.header_row > 0 {
        facts.push((Text::ReportHeader, report.header_row.to_string()));
    }
    facts.extend(report.shop.clone().map(|shop| (Text::ReportShop, shop)));
    facts
        .into_iter()
        .map(|(name, value)| (name.get(lang).to_owned(), value))
        .collect()
}

/// Which file of the same content is there.
pub fn repeats(lang: Lang, same: &Repeats) -> String {
    match same {
        Repeats::Imported(file) => t(lang, Text::ReportRepeatsImported, &[file]),
        Repeats::Chosen(file) => t(lang, Text::ReportRepeatsChosen, &[file]),
    }
}

/// Whether a table was read from a text and not taken out of a workbook or a web page, which come as UTF-8 with commas.
fn is_text(report: &FileReport) -> bool {
    const TEXTS: [&str; 4] = [".csv", ".txt", ".tsv", ".tab"];
    let name = report.file.to_ascii_lowercase();
    let is_as_taken_out = report.encoding == "utf-8" && report.delimiter == ",";
    !is_as_taken_out || TEXTS.iter().any(|ending| name.ends_with(ending))
}

fn outcome(lang: Lang, report: &FileReport) -> Vec<String> {
    if let Some(same) = &report.repeats {
        return vec![repeats(lang, same)];
    }
    if report.is_fatal() {
        return Vec::new();
    }
    let n = |n: u64| grouped(n as i64);
    let (counts, span_text) = if is_orders(report) {
        (Text::ReportOrders, Text::ReportSpan)
    } else {
        (Text::ReportOther, Text::ReportOtherSpan)
    };
    let mut lines = vec![
        t(
            lang,
            Text::ReportRows,
            &[&n(report.rows), &n(report.accepted)],
        ),
        t(
            lang,
            counts,
            &[
                &n(report.new_rows),
                &n(report.updated_rows),
                &n(unchanged(report)),
            ],
        ),
    ];
    if report.repeated > 0 {
        lines.push(t(lang, Text::ReportRepeated, &[&n(report.repeated)]));
    }
    if let Some(span) = report.span {
        lines.push(t(lang, span_text, &[&format::span(span)]));
    }
    lines
}

/// Rows of the file that the workspace had in this state already.
fn unchanged(report: &FileReport) -> u64 {
    report
        .accepted
        .saturating_sub(report.repeated)
        .saturating_sub(report.new_rows)
        .saturating_sub(report.updated_rows)
}

/// Files whose trouble is told at once; the rest is in the details.
const TOLD_AT_ONCE: usize = 3;

/// What the operator must know before going on: files that were not read and why, and files that were read but need a look.
pub fn warnings(lang: Lang, reports: &[FileReport]) -> Vec<String> {
    let grave = |i: &&Issue| matches!(i.kind.severity(), Severity::Fatal | Severity::Warning);
    let mut told: Vec<(&FileReport, &Issue)> = reports
        .iter()
        .filter_map(|r| Some((r, r.issues.iter().find(grave)?)))
        .filter(|(_, issue)| issue.kind != IssueKind::NotATable)
        .collect();
    // What was not read at all before what needs a look.
    told.sort_by_key(|(_, issue)| issue.kind.severity());
    told.into_iter()
        .take(TOLD_AT_ONCE)
        .map(|(report, issue)| {
            let what = lang.pick(issue.kind.text());
            match issue.sample.as_str() {
                "" => t(lang, Text::ReportWarning, &[&report.file, what]),
                sample => t(
                    lang,
                    Text::ReportWarningSample,
                    &[&report.file, what, sample],
                ),
            }
        })
        .collect()
}

/// How many files were not read though they should have been: a text beside the tables is none of them.
pub fn failed_count(reports: &[FileReport]) -> usize {
    let is_text = |r: &FileReport| r.issues.iter().any(|i| i.kind == IssueKind::NotATable);
    let failed = reports.iter().filter(|r| r.is_fatal() && !is_text(r));
    failed.count()
}

/// How many things about a file cost something: missing columns, and issues that are more than a note.
pub fn remark_count(report: &FileReport) -> usize {
    let costs = |i: &&Issue| i.kind.severity() != Severity::Note;
    let (costly, _) = lacking_columns(report);
    costly.len() + issues(report).filter(costs).count()
}

/// The issues but for missing columns, which are told apart, with what they cost.
fn issues(report: &FileReport) -> impl Iterator<Item = &Issue> {
    let is_told = |i: &&Issue| i.kind != IssueKind::MissingColumn;
    report.issues.iter().filter(is_told)
}

/// What the missing columns cost, the costly ones one by one.
fn lacking(lang: Lang, report: &FileReport) -> Vec<String> {
    let (costly, free) = lacking_columns(report);
    let separator = Text::ListSeparator.get(lang);
    let mut lines: Vec<String> = costly
        .into_iter()
        .map(|column| {
            let names: Vec<_> = lost_by(column)
                .into_iter()
                .map(|metric| metric.entry(lang).name)
                .collect();
            let names = names.join(separator);
            t(
                lang,
                Text::ReportLackingCost,
                &[label_of(report, column), &names],
            )
        })
        .collect();
    if !free.is_empty() {
        let names: Vec<_> = free.into_iter().map(|c| label_of(report, c)).collect();
        let text = if is_orders(report) {
            Text::ReportLackingFree
        } else {
            Text::ReportLackingOther
        };
        lines.push(t(lang, text, &[&names.join(separator)]));
    }
    lines
}

/// The missing columns: those that cost a metric, which only orders can, and the others that are asked for.
fn lacking_columns(report: &FileReport) -> (Vec<&str>, Vec<&str>) {
    let columns = report.lacking.iter().map(String::as_str);
    if is_orders(report) {
        return columns.partition(|c| !lost_by(c).is_empty());
    }
    let field = |column: &str| kind_of(report)?.field(column);
    let is_wanted = |c: &&str| field(c).is_some_and(|field| field.wanted);
    (Vec::new(), columns.filter(is_wanted).collect())
}

/// The metrics that have no value without a column.
fn lost_by(column: &str) -> Vec<Metric> {
    let needs_it = |metric: &&Metric| metric.needs().contains(&column);
    Metric::ALL.iter().filter(needs_it).copied().collect()
}

/// What operators call a stored column.
fn label_of<'a>(report: &FileReport, column: &'a str) -> &'a str {
    let label = kind_of(report).and_then(|kind| kind.label(column));
    label.unwrap_or(column)
}

/// So many rows of an issue are named.
const NAMED_ROWS: usize = 8;

/// The rows of an issue in words: `第 7、9、15… 行`.
fn rows_text(lang: Lang, issue: &Issue) -> String {
    let rows = known_rows(issue);
    if rows.is_empty() {
        return Text::ReportIssueWhole.get(lang).to_owned();
    }
    let named: Vec<String> = rows.iter().take(NAMED_ROWS).map(u64::to_string).collect();
    let mut list = named.join(Text::ListSeparator.get(lang));
    if issue.count > named.len() as u64 {
        list.push('…');
    }
    t(lang, Text::ReportIssueRows, &[&list])
}

fn issue_row(lang: Lang, issue: &Issue) -> IssueRow {
    IssueRow {
        severity: issue.kind.severity(),
        text: lang.pick(issue.kind.text()).to_owned(),
        rows: rows_text(lang, issue),
        column: issue.column.clone(),
        sample: issue.sample.clone(),
        count: grouped(issue.count as i64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::csv;

    fn report() -> FileReport {
        FileReport {
            file: "ExportOrderList.csv".into(),
            bytes: 2_048,
            kind: Some("orders".into()),
            encoding: "gb18030".into(),
            delimiter: "\t".into(),
            header_row: 1,
            lacking: vec!["refund_fen".into(), "title".into()],
            rows: 12,
            accepted: 10,
            repeated: 2,
            new_rows: 5,
            updated_rows: 1,
            issues: vec![Issue {
                kind: IssueKind::BadMoney,
                row: 7,
                column: "总金额".into(),
                sample: "=1+1".into(),
                count: 2,
                rows: vec![7, 9],
            }],
            ..FileReport::default()
        }
    }

    #[test]
    fn a_missing_column_names_the_metrics_that_it_costs() {
        let card = card(Lang::Zh, &report());
        assert!(card.lacking[0].contains("退款金额") && card.lacking[0].contains("退款率（金额）"));
        assert!(card.lacking[1].contains("宝贝标题"));
        assert_eq!(card.outcome[1], "新增 5 单 · 更新 1 单 · 未变 2 单");
    }

    #[test]
    fn a_file_that_was_there_says_only_that() {
        let again = FileReport {
            repeats: Some(Repeats::Imported("a.csv".into())),
            ..report()
        };
        assert_eq!(card(Lang::En, &again).outcome.len(), 1);
    }

    #[test]
    fn the_saved_issues_are_no_formulas() {
        let table = issue_table(Lang::En, &report());
        let text = csv::write(&table, &[0], Lang::En);
        assert!(text.contains("'=1+1"), "{text}");
        assert!(text.contains("ExportOrderList.csv"));
    }

    #[test]
    fn an_issue_names_its_rows_and_each_has_a_line_in_the_saved_list() {
        let mut report = report();
        let zh = |report: &FileReport| card(Lang::Zh, report).issues[0].rows.clone();
        assert_eq!(zh(&report), "第 7、9 行");
        report.issues[0].count = 900;
        report.issues[0].rows = (7..57).collect();
        assert_eq!(zh(&report), "第 7、8、9、10、11、12、13、14… 行");
        let table = issue_table(Lang::Zh, &report);
        assert_eq!(table.rows.len(), 50);
        let text = csv::write(&table, &[0, 1], Lang::Zh);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[1].ends_with(",7,总金额,'=1+1,900"), "{text}");
        assert!(lines[2].ends_with(",8,总金额,,"), "{text}");
        report.issues[0].row = 0;
        report.issues[0].rows.clear();
        assert_eq!(zh(&report), "整个文件");
        assert_eq!(issue_table(Lang::Zh, &report).rows.len(), 1);
    }

    #[test]
    fn what_was_not_read_is_told_first_and_texts_are_no_failures() {
        let cut = |kind| FileReport {
            file: format!("{kind:?}"),
            ..FileReport::unreadable("x", 1, kind)
        };
        let reports = [
            cut(IssueKind::TruncatedFile),
            cut(IssueKind::NotATable),
            cut(IssueKind::CorruptWorkbook),
        ];
        let told = warnings(Lang::Zh, &reports);
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("CorruptWorkbook"), "{told:?}");
        assert_eq!(failed_count(&reports), 1);
    }

    #[test]
    fn encoding_and_separator_are_told_of_texts_only() {
        let told = |file: &str, encoding: &str| {
            let report = FileReport {
                file: file.to_owned(),
                encoding: encoding.to_owned(),
                delimiter: ",".to_owned(),
                ..FileReport::default()
            };
            let facts = recognised(Lang::Zh, &report).into_iter();
            facts
                .filter(|(name, _)| ["编码", "分隔符"].contains(&name.as_str()))
                .count()
        };
        assert_eq!(told("订单.csv", "utf-8"), 2);
        assert_eq!(told("全部.zip › 订单.CSV", "utf-8"), 2);
        assert_eq!(told("订单.xlsx › Sheet1", "utf-8"), 0);
        assert_eq!(told("其实是文本.xls", "gb18030"), 2);
    }

    #[test]
    fn a_file_of_another_kind_counts_rows_and_costs_no_metric() {
        let other = FileReport {
            kind: None,
            ..report()
        };
        let (zh, en) = (card(Lang::Zh, &other), card(Lang::En, &other));
        assert_eq!(zh.outcome[1], "新增 5 行 · 更新 1 行 · 未变 2 行");
        assert_eq!(en.outcome[1], "5 new · 1 updated · 2 unchanged rows");
        assert!(zh.lacking.is_empty(), "{:?}", zh.lacking);
        assert_eq!(remark_count(&other), 1);
        assert_eq!(kind_name(Lang::En, &report()), "Order list");
    }
}
