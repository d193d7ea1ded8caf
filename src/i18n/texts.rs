//! Every text of the app that is not a metric or an issue (those carry their own), each in both languages side by side:
//! a text cannot exist in one language only.

use crate::i18n::Lang;

macro_rules! texts {
    ($($key:ident $zh:literal $en:literal;)*) => {
        /// The name of a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Text { $(#[doc = $en] $key,)* }

        impl Text {
            /// Every text.
            pub const ALL: &[Text] = &[$(Text::$key,)*];

            /// Chinese and English.
            pub fn both(self) -> (&'static str, &'static str) {
                match self { $(Text::$key => ($zh, $en),)* }
            }

            /// The text in a language.
            pub fn get(self, lang: Lang) -> &'static str {
                lang.pick(self.both())
            }
        }
    };
}

/// The text in a language with `{0}`, `{1}`, … replaced by the arguments.
///
/// ```
/// use dianzhang::i18n::{t, Lang, Text};
/// assert_eq!(t(Lang::En, Text::DataThrough, &["25 Nov"]), "Data through 25 Nov");
/// ```
pub fn t(lang: Lang, text: Text, args: &[&str]) -> String {
    let mut out = text.get(lang).to_owned();
    for (i, arg) in args.iter().enumerate() {
        out = out.replace(&format!("{{{i}}}"), arg);
    }
    out
}

texts! {
    // Frame: navigation, commands, dialogs, toasts, help
    AppName "店长台" "Dianzhang";
    NavToday "今日" "Today";
    NavData "数据" "Data";
    NavSettings "设置" "Settings";
    NavMain "主导航" "Main navigation";
    SkipToContent "跳到正文" "Skip to content";
    StoreSwitch "切换店铺" "Switch store";
    StoreNone "还没有店铺" "No store yet";
    StoreDataTo "数据到 {0}" "to {0}";
    StoreDemoBadge "演示" "Demo";
    StoreDemoHint "演示数据" "Generated data";
    FootStored "已存于本机" "Stored on this machine";
    FootMemory "没有存下：浏览器不让存储，关闭后数据会消失" "Not stored: the browser refuses, data is gone when you close it";
    FootKept "浏览器承诺保留" "The browser keeps it";
    FootNotKept "请保留导出原文件" "Keep the exported files";
    FootNoNetwork "不发送任何数据" "Sends nothing anywhere";
    Opening "正在打开…" "Opening…";
    Close "关闭" "Close";
    Retry "重试" "Try again";
    Cancel "取消" "Cancel";
    Save "保存" "Save";
    Undo "撤销" "Undo";
    Restore "恢复" "Bring back";
    Details "详情" "Details";
    Reload "刷新" "Reload";
    Notices "通知" "Notices";

    ImportFiles "导入文件" "Import files";

    GroupGo "前往" "Go to";
    GroupData "数据" "Data";
    GroupBoard "看板" "Board";
    GroupStore "店铺" "Stores";
    GroupView "显示" "Display";
    CmdPalette "查找命令…" "Find a command…";
    CmdHelp "快捷键和帮助" "Shortcuts and help";
    CmdImportFiles "导入文件…" "Import files…";
    CmdImportFolder "导入文件夹…" "Import a folder…";
    CmdCancelImport "停止导入" "Stop the import";
    CmdUndoImport "撤销最近一次导入" "Undo the last import";
    CmdRestoreTemplate "恢复删除的模板" "Bring back the template";
    CmdRestoreImport "恢复撤销的导入" "Bring back the import";
    CmdGoToday "前往今日" "Go to Today";
    CmdGoData "前往数据" "Go to Data";
    CmdGoSettings "前往设置" "Go to Settings";
    CmdComparePrevious "对比上一期（环比）" "Compare with the period before";
    CmdCompareWeekday "对比同星期" "Compare with the same weekdays before";
    CmdCompareYear "对比去年同星期（−364 天）" "Compare with a year ago (−364 days)";
    CmdLoadDemo "看演示店铺" "Open the demo store";
    CmdNewStore "新建店铺…" "New store…";
    CmdOpenStore "切换到「{0}」" "Switch to “{0}”";
    CmdRenameStore "重命名「{0}」…" "Rename “{0}”…";
    CmdDeleteStore "删除「{0}」…" "Delete “{0}”…";
    CmdThemeAuto "跟随系统明暗" "Follow the system’s theme";
    CmdThemeLight "浅色界面" "Light theme";
    CmdThemeDark "深色界面" "Dark theme";
    CmdLangZh "界面语言：中文" "Language: 中文";
    CmdLangEn "界面语言：英文" "Language: English";
    CmdRiseRed "红涨绿跌" "Red is up, green is down";
    CmdRiseGreen "绿涨红跌" "Green is up, red is down";
    CmdSingleKeysOn "启用单键快捷键" "Turn single-key shortcuts on";
    CmdSingleKeysOff "停用单键快捷键" "Turn single-key shortcuts off";
    CmdKeepData "请浏览器长期保留数据" "Ask the browser to keep the data";
    CmdBackupAllow "允许写入备份文件夹" "Allow writing to the backup folder";
    CmdBackupWrite "立即写入备份文件夹" "Write a backup to the folder now";
    CmdBackupKeep "自动备份保留 {0} 份" "Keep {0} automatic backups";
    CmdBackupLater "一周后再提醒备份" "Remind me of the backup in a week";
    CmdPrint "打印本页" "Print this page";
    CmdApplyUpdate "刷新到新版本" "Reload into the new version";
    CmdShowLastDay "看最近一天" "Show the last day";
    CmdShowLast7 "看近 7 天" "Show the last 7 days";
    CmdShowLast30 "看近 30 天" "Show the last 30 days";
    CmdShowThisMonth "看本月至今" "Show the month to date";
    CmdShowLastMonth "看上月" "Show last month";
    CmdShowAll "看全部日期" "Show all days";

    PeriodLastDay "最近一天" "Last day";
    PeriodLast7 "近 7 天" "Last 7 days";
    PeriodLast30 "近 30 天" "Last 30 days";
    PeriodThisMonth "本月至今" "Month to date";
    PeriodLastMonth "上月" "Last month";
    PeriodAll "全部" "All";
    PeriodCustom "自选" "Chosen days";

    PaletteLabel "查找命令或店铺" "Find a command or a store";
    PaletteHint "↑↓ 选择 · Enter 执行 · Esc 关闭" "↑↓ choose · Enter run · Esc close";
    PaletteNothing "没有匹配的命令，换个词试试" "No command matches. Try another word";
    PaletteCount "{0} 个命令" "{0} commands";
    HelpTitle "快捷键和帮助" "Shortcuts and help";
    HelpSingleKeys "单键快捷键在输入框里不起作用，可在设置中停用。" "Single-key shortcuts do not work inside input fields. Turn them off in Settings.";
    HelpNumbers "点任何一个数字，可以看它的定义、公式和来源。" "Click any number for its definition, formula and inputs.";
    HelpDrop "文件可以拖到窗口的任何位置导入。" "Drop files anywhere in the window to import them.";
    HelpOffline "断网也能用；数据只在这台电脑的浏览器里。" "Works without network; the data stays in this browser.";

    UpdateReady "新版本已下载，刷新后生效。数据不受影响。" "A new version is ready. Reload to use it; your data stays.";
    UpdateLater "稍后" "Later";
    OtherBuild "页面和数据引擎的版本不一致，请刷新页面。" "The page and its data engine are of different versions. Reload the page.";
    StartFailed "打不开本机数据：{0}" "The data on this machine cannot be opened: {0}";
    FailStorage "浏览器不让存储：{0}。请检查是否为无痕模式或禁用了网站数据" "The browser refuses to store: {0}. Check for private mode or blocked site data";
    FailQuota "浏览器的存储空间满了，这个文件没有存下。请删掉不用的店铺或清理磁盘后重试" "The browser’s storage is full; this file was not stored. Delete a store you do not need or free disk space, then try again";
    FailNotFound "要找的内容已经不在了" "That is no longer there";
    FailChangedElsewhere "另一个窗口刚改动了这个店铺，请刷新页面后再试" "Another window has just changed this store. Reload the page and try again";
    FailNewerSchema "数据由更新的版本写入。请刷新页面换到新版本" "The data were written by a newer version. Reload the page to get it";
    FailWorkerFile "读取「{0}」时数据引擎停止，已重新启动。已存的数据没有丢" "The data engine stopped while reading “{0}” and was started again. Nothing stored is lost";
    FailWorker "数据引擎停止，已重新启动。已存的数据没有丢" "The data engine stopped and was started again. Nothing stored is lost";
    FailWorkerStart "数据引擎没能启动：{0}" "The data engine did not start: {0}";

    DropHere "松开鼠标，导入文件" "Drop to import";
    DropStore "导入到「{0}」" "Into “{0}”";
    DropDemo "演示店铺不收文件，会导入到你自己的店铺" "The demo store takes no files: they go into your own store";
    DropNothing "里面没有文件" "There is no file in it";
    ImportReading "正在读取 {0} / {1}" "Reading {0} of {1}";
    ImportStoring "正在导入 {0} / {1}" "Importing {0} of {1}";
    ImportRows "{0} 行 · {1} / {2}" "{0} rows · {1} of {2}";
    ImportStopping "正在停止…" "Stopping…";
    ImportStop "停止" "Stop";
    ImportBusy "正在导入，请等它完成或先停止" "An import is running. Let it finish, or stop it first";
    ImportDone "导入完成" "Import finished";
    ImportStopped "已停止，前面的文件已存下" "Stopped; the files before are stored";
    ImportStoppedEmpty "已停止，没有导入任何文件" "Stopped; nothing was imported";
    ImportReadAgain "数据引擎重新启动过，{0} 个文件又读了一遍" "The data engine was started again; {0} files were read once more";
    ImportNothing "没有导入任何内容" "Nothing was imported";
    ImportSummary "新增 {0} 行 · 更新 {1} 行" "{0} new rows · {1} updated";
    ImportFailedFiles "{0} 个文件没有读入" "{0} files were not read";
    ImportHasIssues "{0} 处需要留意" "{0} things to know";
    ReportWarning "「{0}」：{1}" "“{0}”: {1}";
    ReportWarningSample "「{0}」：{1}（{2}）" "“{0}”: {1} ({2})";
    ImportIncomplete "导入没有完成" "The import is not complete";
    SeverityWarning "请核对" "Check";
    ImportUndone "已撤销导入「{0}」" "Took out the import of “{0}”";
    ImportUndoneMany "已撤销 {0} 个文件的导入" "Took out the import of {0} files";
    ImportRestored "已恢复导入" "The import is back";
    ImportDetailsTitle "导入结果" "What was imported";
    ImportViewBoard "看今日" "See Today";

    PreviewTitle "导入预览" "Before importing";
    PreviewFiles "{0} 个文件，将导入到「{1}」" "{0} files, to go into “{1}”";
    PreviewNewStore "{0} 个文件，将新建店铺「{1}」" "{0} files, to go into the new store “{1}”";
    PreviewSummary "选中 {0} 个 · 新增 {1} 行 · 更新 {2} 行 · 已有 {3} 行" "{0} chosen · {1} new rows · {2} updated · {3} there already";
    PreviewUnnamed "我的店铺" "My store";
    PreviewByTemplate "按记住的表头识别" "By a remembered header";
    PreviewNothing "没有选中的文件" "No file is chosen";
    PreviewWritesNothing "现在还没有写入任何数据。每个文件分别与已有的数据比较；文件之间重复的行，导入时合并。" "Nothing has been written yet. Every file is compared with what is there; rows that files have in common become one when they are imported.";
    PreviewGo "导入 {0} 个文件" "Import {0} files";
    PreviewGoOne "导入 1 个文件" "Import 1 file";
    PreviewReading "正在读取…" "Reading…";
    PreviewChoose "导入" "Import";
    PreviewChooseOf "导入「{0}」" "Import “{0}”";
    PreviewKindOf "「{0}」是哪种表" "Kind of “{0}”";
    PreviewKindUnknown "未识别，请选择" "Not recognised: choose";
    PreviewPeriod "日期" "Days";
    PreviewUnchanged "已有" "There";
    PreviewTotal "合计变化" "Total";
    PreviewTotalChange "{0} → {1}" "{0} → {1}";
    PreviewIssueCount "{0} {1}" "{0} {1}";
    PreviewAlreadyThere "这个文件已经导入过，或重复选了" "Imported before, or chosen twice";
    PreviewSeen "看到的内容：表头和前 {0} 行" "What is seen: header and first {0} rows";
    PreviewMapping "每一列是什么" "What every column is";
    PreviewMappingGuess "最像「{0}」，把握 {1}%。核对每一列，再按此识别。" "Most like “{0}”, {1}% sure. Check the columns, then read it so.";
    PreviewMappingOther "按「{0}」识别的话，列对应如下，把握 {1}%。" "Read as “{0}” the columns would be these, {1}% sure.";
    PreviewMappingRead "已按「{0}」识别。改动后请重新识别。" "Read as “{0}”. After a change, read it again.";
    PreviewColumn "文件里的列" "Column of the file";
    PreviewSamples "前几格" "First cells";
    PreviewMeaning "含义" "Meaning";
    PreviewMeaningOf "「{0}」列的含义" "Meaning of column “{0}”";
    PreviewSure "把握" "Sure";
    PreviewSurePercent "{0}%" "{0}%";
    PreviewIgnore "不导入" "Leave out";
    PreviewMust "{0}（必需）" "{0} (needed)";
    PreviewPersonal "个人信息，不读取" "Personal, not read";
    PreviewMissing "还缺必需的列：{0}" "Needed and not found: {0}";
    PreviewDoubled "两列都选了：{0}。请去掉一个" "Chosen for two columns: {0}. Take one away";
    PreviewRemember "记住这种表头，下次自动认出" "Remember this header: next time it is recognised";
    PreviewReadSo "按此识别" "Read it so";
    PreviewFrom "从" "From";
    PreviewTo "到" "To";
    PreviewPeriodWhat "表里没有日期，请填上统计时间。" "The table has no dates. Say which days it is about.";
    PreviewPeriodUse "用这个日期" "Use these days";
    PreviewPeriodWrong "请填两个日期，最晚到今天" "Give two days, not later than today";
    PreviewOtherShop "文件属于另一家店：「{0}」。要导入到哪里？" "The files are of another shop: “{0}”. Where shall they go?";
    PreviewShops "这些文件来自不同的店铺：{0}。不属于这家店的请不要选。" "These files are of different shops: {0}. Leave out those that are not of this store.";
    PreviewStay "仍导入「{0}」" "Into “{0}” anyway";
    PreviewMoveTo "导入「{0}」" "Into “{0}”";
    PreviewMoveNew "新建「{0}」并导入" "Into a new store “{0}”";
    TemplatesKept "已记住 {0} 种表头" "{0} headers are remembered";
    TemplatesTaken "已收下 {0} 个表头模板" "{0} templates were taken in";
    TemplatesNone "「{0}」里没有能用的模板" "No template in “{0}” can be used";
    Templates "认表模板" "Templates";
    TemplatesWhat "你确认过的表头，下次自动认出。可以导出给同事；收到的模板文件（.json）拖进来就能用。" "Headers that you have confirmed are recognised from then on. Export them for a colleague; drop a template file (.json) here to take it in.";
    TemplatesEmpty "还没有。遇到认不出的表，在导入预览里指定一次即可。" "None yet. When a table is not recognised, say once in the preview what it is.";
    TemplateFile "来自文件" "Made on";
    TemplateColumns "列数" "Columns";
    TemplateMadeAt "日期" "Date";
    TemplatesExport "导出模板" "Export templates";
    TemplatesImport "导入模板…" "Import templates…";
    TemplatesFileName "认表模板" "templates";
    TemplateDelete "删除" "Delete";
    TemplateDeleteOf "删除「{0}」的模板" "Delete the template of “{0}”";
    TemplateDeleted "已删除「{0}」的模板" "The template of “{0}” is deleted";
    StoreName "店铺名称" "Store name";
    StoreNamePlaceholder "例如：青禾旗舰店" "For example: Qinghe flagship store";
    StoreNameEmpty "请输入店铺名称" "Enter a name";
    StoreNameTaken "已有同名店铺，换一个名字" "A store has this name already";
    NewStoreTitle "新建店铺" "New store";
    NewStoreWhy "每个店铺的数据各自存放，互不相混。" "Each store keeps its own data; they never mix.";
    NewStoreCreate "新建" "Create";
    RenameStoreTitle "重命名店铺" "Rename the store";
    DeleteStoreTitle "删除「{0}」？" "Delete “{0}”?";
    DeleteStoreWhat "{0} 的数据（{1}）和全部导入会从这台电脑上永久删除，不能恢复。导出文件本身不受影响。" "{0} ({1}) in this store and all its imports are removed from this machine for good. The exported files themselves are not touched.";
    DeleteEmptyWhat "这个店铺还没有数据。" "This store holds no data yet.";
    DeleteStoreType "输入店铺名称以确认" "Type the store’s name to confirm";
    DeleteStoreGo "永久删除" "Delete for good";
    DeleteDemoWhat "演示数据随时可以重新生成。" "The demo can be made again at any time.";
    StoreCreated "已新建「{0}」，请导入它的文件" "“{0}” is ready. Import its files";
    StoreDeleted "已删除「{0}」" "“{0}” is deleted";
    StoreOpened "已切换到「{0}」" "Now in “{0}”";
    DemoMaking "正在生成演示店铺…" "Making the demo store…";
    DemoReady "这是演示店铺，数据是生成的" "This is the demo store; its data is generated";
    EmptyTitle "导入订单，开始看店" "Import orders to begin";
    EmptyWhat "还没有订单数据。把千牛导出的订单报表拖进来，就能看到收订、付款、退款的每一天。生意参谋、推广、账单、ERP 的导出也可以一起拖进来。" "There are no orders yet. Drop the order report exported from 千牛 to see what was ordered, paid and refunded, day by day. Exports of 生意参谋, ads, bills and ERPs can come along.";
    EmptyStepsTitle "订单报表在哪里" "Where the order report is";
    EmptyStep1 "打开千牛卖家中心 → 交易 → 已卖出的宝贝" "Open 千牛 seller centre → 交易 → 已卖出的宝贝";
    EmptyStep2 "选好成交时间（建议最近 3 个月），点「批量导出」" "Choose the period (the last 3 months is a good start), press 批量导出";
    EmptyStep3 "生成后点「下载订单报表」，得到 CSV 或 Excel 文件，不用打开" "When it is ready press 下载订单报表: a CSV or Excel file, no need to open it";
    EmptyStep4 "把文件拖到这个窗口，或点「导入文件」" "Drop the file on this window, or press Import files";
    EmptyPrivacy "文件只在本机读取；姓名、电话、地址、备注读到就丢弃。" "The file is read on this machine only; names, phones, addresses and remarks are dropped while reading.";

    // Today: the daily board
    DataThrough "数据到 {0}" "Data through {0}";
    DaysWithoutOrders "{0} 没有下单记录" "No orders recorded on {0}";
    DaysMissing "缺 {0}" "Missing {0}";
    DaysAndMore "{0} 等 {1} 天" "{0} and more, {1} days in all";
    ListSeparator "、" ", ";
    ColumnsMissing "文件没有「{0}」列" "The files have no column “{0}”";
    BoardFailed "看板没有算出来" "The board could not be computed";
    PeriodLabel "时间" "Period";
    PeriodFrom "从" "From";
    PeriodTo "到" "To";
    ComparisonLabel "对比" "Compare with";
    ComparePrevious "环比" "Previous period";
    CompareSameWeekday "同星期" "Same weekdays";
    CompareYearAgo "去年同星期" "Year ago, same weekdays";
    ComparePreviousShort "环比" "prev.";
    CompareSameWeekdayShort "同星期" "weekdays";
    CompareYearAgoShort "去年" "year ago";
    ComparePreviousAndWeekdayShort "环比·同星期" "prev.";
    DaysCount "{0} 天" "{0} days";
    TilesLabel "关键数字" "Key figures";
    TileOrdered "收订" "Ordered";
    TilePaid "付款（退款后）" "Paid, after refunds";
    TilePaymentRate "付款率" "Payment rate";
    TileSpend "客单价" "Spend";
    TileRefunds "退款" "Refunds";
    ShortOrders "单数" "Orders";
    ShortPaidGross "退款前" "Before refunds";
    ShortPaidOrders "单数" "Orders";
    ShortBuyers "买家" "Buyers";
    ShortCohortRate "同批" "Cohort";
    ShortPayWait "付款时长" "Time to pay";
    ShortSpendPerOrder "笔单价" "Per order";
    ShortRefundRateAmount "金额率 · 占付款金额" "Of money paid";
    ShortRefundRatePaid "单数率 · 占付款单" "Of paid orders";
    ShortRefundRateAll "单数率 · 占全部单" "Of all orders";
    TilePaidAsExported "付款" "Paid";
    PaidAsExported "没有退款金额列，按导出的实付计" "No refund column: as exported";
    RefundsImmature "近 15 天订单的退款未成熟" "Refunds of the last 15 days are not mature";
    SmallBase "样本不足 30，仅供参考" "Fewer than 30 cases: a hint only";
    AbsentNoDenominator "没有可除的数" "Nothing to divide by";
    AbsentNoColumn "文件没有「{0}」列" "No column “{0}” in the files";
    AbsentNotCovered "缺 {0} 天数据" "{0} days without data";
    AbsentBase "对比期为 0" "Nothing there to compare with";
    Rose "上升" "Up";
    Fell "下降" "Down";
    Unchanged "持平" "Unchanged";
    WhyMore "付款金额 {0}，比{1}（{2}）多 {3}：单数影响 {4}，笔单价影响 {5}，退款影响 {6}。" "Paid {0}, {3} more than the {1} ({2}): through orders {4}, spend per order {5}, refunds {6}.";
    WhyLess "付款金额 {0}，比{1}（{2}）少 {3}：单数影响 {4}，笔单价影响 {5}，退款影响 {6}。" "Paid {0}, {3} less than the {1} ({2}): through orders {4}, spend per order {5}, refunds {6}.";
    WhySame "付款金额 {0}，与{1}（{2}）持平{3}：单数影响 {4}，笔单价影响 {5}，退款影响 {6}。" "Paid {0}, the same as the {1} ({2}){3}: through orders {4}, spend per order {5}, refunds {6}.";
    WhyPrevious "前期" "previous period";
    WhySameWeekday "前期同星期" "same weekdays before";
    WhyYearAgo "去年同星期" "same weekdays a year ago";
    WhyAlone "付款金额 {0}，已扣退款 {1}（退款率 {2}）。" "Paid {0}, after {1} of refunds ({2} of the money paid).";
    WhyPartRefunds "付款金额 {0}；退款不全：{1}。" "Paid {0}; refunds are incomplete: {1}.";
    WhyNoPrevious "对比的 {0} {1}，不能比较。" "No comparison: {0}, {1}.";
    WhyGaps "本期缺 {0} 天，不作比较。" "{0} days of the period are missing: no comparison.";
    WhyPeak "付款最高是 {0}：{1}。" "Best day: {0}, {1}.";
    WhyNothing "没有付款金额：{0}" "No amount paid: {0}";
    WhyChart "从 {0} 到 {1} 的分解" "From {0} to {1}, in parts";
    DayTrend "按天" "By day";
    DayTrendSummary "{0}，{1} 天。付款金额合计 {2}，最高 {3} {4}，最低 {5} {6}。" "{0}, {1} days. Paid {2} in all, most on {3} with {4}, least on {5} with {6}.";
    DayTrendEmpty "{0}，没有可画的数据。" "{0}: nothing to draw.";
    SeriesOrdered "收订" "Ordered";
    SeriesPaidNet "付款（退款后）" "Paid after refunds";
    SeriesPaidGross "付款（退款前）" "Paid before refunds";
    SeriesBase "{0}付款（退款后）" "{0}: paid after refunds";
    ColumnDay "日期" "Day";
    ColumnWeekday "星期" "Weekday";
    ColumnBasePaid "{0}付款" "Paid, {0}";
    ColumnChange "{0}变化" "Change, {0}";
    Total "合计" "Total";
    ByHour "按小时" "By hour";
    HourPeaks "下单最多 {0} 点（{1} 单），付款最多 {2} 点（{3} 单）" "Most orders placed at {0}:00 ({1}), most paid at {2}:00 ({3})";
    HourSummary "一天 24 小时的收订单数和付款单数。{0}。" "Orders placed and paid in each of the 24 hours. {0}.";
    ColumnHour "小时" "Hour";
    ByProvince "按省份" "By province";
    ProvinceNote "示意图：一省一格，不表示边界" "Schematic: one square per province, no borders";
    ProvinceShare "付款金额占比" "Share of the amount paid";
    ProvinceHover "指向一格看数字" "Point at a square for its numbers";
    ProvinceReadout "{0} 单 · {1}" "{0} orders · {1}";
    ProvinceNone "没有订单" "No orders";
    ProvinceNoColumn "文件没有「{0}」列，不能按省份看" "The files have no column “{0}”: no view by province";
    ColumnProvince "省份" "Province";
    ColumnShare "占比" "Share";
    DefinitionFormula "公式" "Formula";
    DefinitionInputs "数据来源" "Inputs";
    DefinitionNow "本期" "This period";
    DefinitionOpen "{0}的口径" "What {0} means";
    Loading "正在计算" "Computing";

    // Tables and charts
    GridFilter "筛选" "Filter";
    GridFilterHint "筛选" "Filter";
    GridRows "{0} 行" "{0} rows";
    GridRowsOf "{0} / {1} 行" "{0} of {1} rows";
    GridPageSize "每页" "Per page";
    GridAll "全部" "All";
    GridPage "{0} / {1} 页" "Page {0} of {1}";
    GridPrevious "上一页" "Previous page";
    GridNext "下一页" "Next page";
    GridCsv "导出 CSV" "Export CSV";
    GridEmpty "没有数据" "No rows";
    GridNoMatch "没有符合筛选的行" "No row matches the filter";
    GridClearFilter "清除筛选" "Clear the filter";
    GridSortBy "按{0}排序" "Sort by {0}";
    ChartTab "图" "Chart";
    TableTab "表" "Table";
    ChartPng "存为图片" "Save as image";
    ChartLoading "正在载入图表" "Loading the chart";
    ChartFailed "图表没有载入，数字见表" "The chart could not be loaded; the table has the numbers";
    UnitYuan "元" "CNY";
    UnitWanYuan "万元" "CNY 10k";
    UnitOrders "单" "orders";

    // Data: import, log, storage
    DataTruth "{0} 单 · {1}" "{0} orders · {1}";
    DataTruthEmpty "还没有数据" "No data yet";
    DataTruthRows "{0} 种表 · {1}" "{0} kinds of files · {1}";
    DataDropTitle "把导出文件拖到这里" "Drop exported files here";
    DataDropWhat "订单、生意参谋、推广、账单、ERP 的导出都可以：CSV、TXT、Excel、ods、网页表格、ZIP，一次放多个或整个文件夹；重复导入不会重复计数" "Exports of orders, 生意参谋, ads, bills and ERPs: CSV, TXT, Excel, ods, web tables, ZIP, several or a whole folder at once; importing a file again counts nothing twice";
    DataChooseFiles "选择文件…" "Choose files…";
    DataChooseFolder "选择文件夹…" "Choose a folder…";
    DataCoverage "每种表、每一天" "Every kind, day by day";
    DataCoverageNote "缺失的日子不等于零销售：导出这些日期再导入即可补上。" "A missing day is not a day without sales: export these dates and import them.";
    DataCoverageFull "没有缺口" "No gaps";
    StripMarkCovered "有数据" "covered";
    StripMarkMissing "缺失" "missing";
    StripMarkDue "待导入" "to be imported";
    StripMarkBeyond "数据范围外" "outside the data";
    StripToday "今天" "today";
    StripCell "{0}：{1}" "{0}: {1}";
    StripMissing "缺" "missing";
    StripDue "还没导入" "not imported yet";
    StripBeyond "没有数据" "no data";
    StripMoreFiles "{0} 等 {1} 个文件" "{0} and more, {1} files in all";
    StripRow "{0}：{1} 天有数据，缺 {2} 天：{3}" "{0}: {1} days covered, {2} missing: {3}";
    StripRowWhole "{0}：{1} 天有数据，不缺" "{0}: {1} days covered, none missing";
    StripFresh "已到 {0}" "to {0}";
    StripIsDue "该导入，只到 {0}" "due, to {0}";
    StripStale "只到 {0}" "only to {0}";
    StripUnexpected "到 {0}" "to {0}";
    StripReadout "{0} {1}" "{0}, {1}";
    StripHint "方向键移动，Enter 看这一天的导入" "Arrow keys move, Enter shows the imports of the day";
    StripEarlier "更早" "Earlier";
    StripLater "更晚" "Later";
    StripMonth "按月" "Month";
    StripDays "近 {0} 天" "{0} days";
    StripNewest "回到最新" "Newest";
    StripShow "看这几天" "Show these days";
    StripShowOf "在日历中看「{0}」缺的日子" "Show the missing days of “{0}”";
    TodoTitle "要补的表" "To bring";
    TodoDays "导入 {0} {1}：{2}" "Import {0} {1}: {2}";
    TodoNew "导入最新的 {0}（现有的到 {1}）：{2}" "Import the newest {0} (the one here reaches {1}): {2}";
    TodoDated "重新导入 {0}（现有的没有日期）：{1}" "Import {0} anew (the one here has no date): {1}";
    TodoMore "还有 {0} 条" "{0} more";
    MissingDays "缺 {0} {1}" "missing: {0} {1}";
    MissingNew "{0} 只到 {1}" "{0} reaches only {1}";
    MissingDated "{0} 没有日期" "{0} has no date";
    MissingMore "{0}；另有 {1} 种表要补" "{0}; {1} more kinds to bring";
    AbsentTitle "还没有的表（{0}）" "Not here yet ({0})";
    AbsentBrings "有 {0}" "has {0}";
    SystemQianniu "千牛" "千牛 (seller’s desk)";
    SystemSycm "生意参谋" "生意参谋 (analytics)";
    SystemAlimama "阿里妈妈推广" "阿里妈妈 (ads)";
    SystemTaoke "淘宝联盟" "淘宝联盟 (commissions)";
    SystemAlipay "支付宝" "支付宝 (Alipay)";
    SystemJushuitan "聚水潭" "聚水潭 (ERP)";
    SystemWangdiantong "旺店通" "旺店通 (ERP)";
    SystemOwn "自己的表" "Your own tables";
    StoresTitle "各店一览" "Stores side by side";
    StoresShow "看各店一览" "Show the stores side by side";
    StoresHint "点店名打开它；数字从各店已存的文件算出，不切换店铺" "Click a name to open the store. The figures come from each store’s own files; none is opened for them";
    StoresName "店铺" "Store";
    StoresThrough "订单到" "Orders to";
    StoresFresh "每日的表" "Daily files";
    StoresFreshOf "{0} / {1}" "{0} / {1}";
    StoresUnsaved "未备份" "Not backed up";
    StoresSize "占用" "Size";
    StoresDay "最近一天{0}" "Last day: {0}";
    StoresWeek "近 7 天{0}" "7 days: {0}";
    StoresChange "比前 7 天" "Against the 7 days before";
    StoresAsking "正在计算「{0}」" "Computing “{0}”";
    DataLog "导入记录" "Imports";
    DataLogFile "文件" "File";
    DataLogWhen "导入时间" "Imported";
    DataLogPeriod "日期" "Dates";
    DataLogRows "行数" "Rows";
    DataLogNew "新增" "New";
    DataLogUpdated "更新" "Updated";
    DataLogIssues "问题" "Issues";
    DataLogActions "操作" "Actions";
    DataLogAllKinds "全部类型" "All kinds";
    DataLogDay "包含这一天" "About the day";
    DataLogClear "清除筛选" "Clear the filter";
    DataLogCount "{0} / {1} 次导入" "{0} of {1} imports";
    DataLogNone "没有符合的导入" "No import matches";
    DataLogMore "再显示 {0} 次" "Show {0} more";
    DataUndoOf "撤销导入「{0}」" "Undo the import of “{0}”";
    DataDetailsOf "「{0}」的详情" "Details of “{0}”";
    DataDamaged "{0} 个已存的导入读不出来，已放在一边，其余数据正常。请重新导入这些文件：编号 {1}" "{0} stored imports cannot be read and were set aside; the rest works. Import those files again: no. {1}";
    DataStorage "本机存储" "Storage on this machine";
    DataStorageUsed "已用 {0}，浏览器最多给 {1}" "{0} used of {1} that the browser allows";
    DataStorageUnknown "浏览器没有说明用量" "The browser does not say how much is used";
    DataStorageKept "浏览器已承诺：不会自动清理这些数据。只有你自己清除网站数据时才会消失。" "The browser has promised not to clear this data. It only goes when you clear the site’s data yourself.";
    DataStorageNotKept "浏览器没有承诺保留：磁盘空间不足时，它可能清掉这些数据。请保留好导出的原文件。" "The browser has not promised to keep this data: it may clear it when the disk runs full. Keep the exported files.";
    DataStorageRefused "浏览器这次没有同意。通常把本页加入收藏夹或安装为应用后，它就会同意。请保留好导出的原文件。" "The browser did not agree this time. It usually does once the page is bookmarked or installed as an app. Keep the exported files.";
    DataStorageNoApi "这个浏览器不能承诺保留数据。请保留好导出的原文件。" "This browser cannot promise to keep data. Keep the exported files.";
    DataStorageMemory "浏览器不让存储（无痕模式或已禁用），数据只在内存里，关闭页面就会消失。" "The browser refuses to store (private mode or blocked): the data lives in memory and is gone when you close the page.";
    DataStorageAsk "请浏览器保留" "Ask the browser to keep it";
    ReportKind "类型" "Kind";
    ReportBy "识别依据" "Recognised by";
    ReportByHeader "表头" "its header";
    ReportByTemplate "以前的指定" "what you said of such a table before";
    ReportByOperator "手工指定" "what you said";
    ReportKindUnknown "未识别" "Not recognised";
    ReportEncoding "编码" "Encoding";
    ReportDelimiter "分隔符" "Delimiter";
    ReportTab "制表符" "tab";
    ReportHeader "表头所在行" "Header row";
    ReportSize "大小" "Size";
    ReportRows "读到 {0} 行，采用 {1} 行" "{0} rows read, {1} used";
    ReportOrders "新增 {0} 单 · 更新 {1} 单 · 未变 {2} 单" "{0} new · {1} updated · {2} unchanged orders";
    ReportRepeated "文件内重复 {0} 行" "{0} rows repeat another row of the file";
    ReportSpan "下单日期 {0}" "Order dates {0}";
    ReportOther "新增 {0} 行 · 更新 {1} 行 · 未变 {2} 行" "{0} new · {1} updated · {2} unchanged rows";
    ReportOtherSpan "日期 {0}" "Dates {0}";
    ReportShop "店铺名称" "Shop name in the file";
    ReportAlreadyThere "这个文件已经导入过，没有变化" "This file was imported before; nothing changed";
    ReportColumns "读取的列（{0}）" "Columns read ({0})";
    ReportIgnored "没有保存的其他列（{0}）" "Other columns, not kept ({0})";
    ReportDropped "丢弃的个人信息列（{0}）" "Columns with personal data, dropped unread ({0})";
    ReportLacking "缺少的列" "Missing columns";
    ReportLackingCost "缺「{0}」：{1}显示为 —" "Without {0}: {1} show —";
    ReportLackingFree "还缺 {0}：目前的指标不受影响" "Also missing: {0}. No metric of today is affected";
    ReportLackingOther "没有 {0}" "Missing: {0}";
    ReportLackingHow "重新导出时勾选这些列即可补上。" "Tick these columns when you export again.";
    ReportIssues "问题" "Issues";
    ReportIssueWhat "说明" "What";
    ReportIssueRow "行" "Row";
    ReportIssueRows "第 {0} 行" "{0}";
    ReportIssueColumn "列" "Column";
    ReportIssueSample "示例" "Sample";
    ReportIssueCount "次数" "Count";
    ReportIssueWhole "整个文件" "whole file";
    ReportDownload "下载问题清单" "Download the issues";
    ReportDownloadName "导入问题" "import-issues";
    SeverityFatal "读不了" "Unreadable";
    SeverityRow "丢行" "Row lost";
    SeverityCell "丢值" "Value lost";
    SeverityNote "提示" "Note";

    // Backup and hand-over
    Backup "备份与交接" "Backup and hand-over";
    BackupWhat "整个店铺存成一个文件：换电脑、换浏览器或交接时，从它一字不差地恢复。" "The whole store in one file: on another computer, in another browser or in other hands it is restored byte for byte.";
    BackupNever "还没有备份" "No backup yet";
    BackupLastDownload "上次备份 {0}，交给了浏览器下载：{1}" "Last backup {0}, handed to the browser’s downloads: {1}";
    BackupLastFolder "上次备份 {0}，在文件夹「{1}」，已读回核对：{2}" "Last backup {0}, in the folder “{1}”, read back and compared: {2}";
    BackupLastRestored "本店从 {0} 的备份恢复：{1}" "This store was restored from the backup of {0}: {1}";
    BackupCurrent "备份之后没有新的导入" "Nothing was imported since";
    BackupUnsaved "有 {0} 次导入不在备份里" "{0} imports are in no backup";
    BackupChanged "备份之后撤销过导入" "Imports were undone since";
    BackupNow "立即备份…" "Back up now…";
    BackupRestore "恢复备份…" "Restore a backup…";
    BackupTitle "备份「{0}」" "Back up “{0}”";
    BackupHow "加密" "Encryption";
    BackupSealed "用口令加密" "With a passphrase";
    BackupPlain "不加密" "None";
    BackupPlainWhy "拿到文件的人都能读出订单编号、金额和商品。里面没有姓名、电话和详细地址。" "Whoever has the file can read order numbers, amounts and titles. It holds no names, phones or streets.";
    BackupSealedWhy "口令不会保存在任何地方。忘了口令，这个备份就再也打不开，谁也帮不了。" "The passphrase is kept nowhere. If it is forgotten, nobody can ever open this backup again.";
    BackupPassphrase "口令" "Passphrase";
    BackupPassphraseAgain "再输一遍" "Once more";
    BackupPassphraseEmpty "请输入口令，或选择不加密" "Type a passphrase, or choose no encryption";
    BackupPassphraseDiffers "两次输入不一样" "The two are not the same";
    BackupStrengthWeak "强度：弱，很快就能猜中。可以用一句只有你知道的话" "Strength: weak, soon guessed. Use a sentence that only you know";
    BackupStrengthFair "强度：一般，再长一点更好" "Strength: fair, longer is better";
    BackupStrengthGood "强度：好" "Strength: good";
    BackupMake "备份" "Back up";
    BackupMaking "正在备份…" "Making the backup…";
    BackupMade "已备份到下载：{0}（{1}）" "Backed up to the downloads: {0} ({1})";
    BackupAuto "自动备份" "Automatic backup";
    BackupAutoOff "选一个文件夹（网盘同步的也行），以后每次导入或撤销后都自动写一份，读回核对。" "Choose a folder, a synced one if you like: after every import and undo a backup is written to it, read back and compared.";
    BackupAutoOn "每次导入或撤销后写入文件夹「{0}」" "Written to the folder “{0}” after every import and undo";
    BackupAutoAsks "浏览器要你再点一下，才允许写入文件夹「{0}」。" "The browser wants one click from you before it lets us write to the folder “{0}”.";
    BackupAutoNotHere "这个浏览器不能自动写入文件夹（Chrome 和 Edge 可以）。请不时手动备份。" "This browser cannot write to a folder by itself (Chrome and Edge can). Back up by hand now and then.";
    BackupAutoPlain "自动备份不加密：能读这个文件夹的人都能读它。" "Automatic backups are not encrypted: whoever can read the folder can read them.";
    BackupAutoDemo "演示店铺不自动备份。" "The demo store is not backed up by itself.";
    BackupAutoFailed "自动备份没有写成：{0}" "The automatic backup was not written: {0}";
    BackupAutoDiffers "写入后读回的内容不一样，旧备份都还在" "What was read back differs from what was written; older backups are all there";
    BackupFolderChoose "选择备份文件夹…" "Choose the backup folder…";
    BackupFolderChange "换文件夹…" "Another folder…";
    BackupFolderForget "停止自动备份" "Stop automatic backups";
    BackupFolderAllow "允许写入" "Allow writing";
    BackupRetry "再试一次" "Try again";
    BackupKeep "保留份数" "Copies to keep";
    BackupKeep5 "5" "5";
    BackupKeep10 "10" "10";
    BackupKeep30 "30" "30";
    BackupKeepNote "新的一份核对无误后，才删最旧的自动备份；手动备份从不删除。" "The oldest automatic backup goes only after the new one was compared; backups made by hand are never deleted.";
    BackupDue "最近一次备份之后又导入了 {0} 个文件，最早的已经 {1} 天。这些数据只在这个浏览器里。" "{0} files were imported since the last backup, the oldest {1} days ago. They are in this browser only.";
    BackupDueNever "「{0}」还没有备份，最早的导入已经 {1} 天。这些数据只在这个浏览器里。" "“{0}” has no backup yet; its oldest import is {1} days old. It is in this browser only.";
    BackupLater "一周后再说" "Remind me in a week";
    RestoreTitle "恢复备份" "Restore a backup";
    RestoreWhat "「{0}」，{1} 备份，{2} 次导入，{3}" "“{0}”, backed up {1}, {2} imports, {3}";
    RestoreLocked "这个备份是加密的，请输入口令。" "This backup is encrypted. Type its passphrase.";
    RestoreOpen "打开" "Open";
    RestoreOpening "正在核对…" "Checking…";
    Restoring "正在恢复…" "Restoring…";
    RestoreWhere "恢复到" "Restore as";
    RestoreNew "新店铺" "A new store";
    RestoreReplace "替换现有店铺" "In place of a store";
    RestoreReplaceWhat "「{0}」现在的全部数据（{1}）会被备份里的内容取代，不能撤销。" "Everything now in “{0}” ({1}) gives way to the backup. This cannot be undone.";
    RestoreNewWhat "现有的店铺都不变。" "The stores that are there stay as they are.";
    RestoreGo "恢复" "Restore";
    RestoreGoReplace "替换并恢复" "Replace and restore";
    RestoreDone "已恢复「{0}」" "“{0}” is restored";
    TroubleForeign "这不是店长台的备份文件" "This is not a backup of Dianzhang";
    TroubleUnreadable "浏览器读不了这个备份文件，它可能被移走或还没有下载完" "The browser cannot read this backup; it may have been moved, or is not downloaded yet";
    TroubleLocked "这个备份是加密的，需要口令" "This backup is encrypted and needs its passphrase";
    TroublePassphrase "口令不对（或文件开头的密钥部分损坏）" "Wrong passphrase (or the few bytes that hold the key are damaged)";
    TroubleCut "备份文件不完整：只有 {0}，没有复制或下载完。请重新复制" "The backup is cut off at {0}: it was not copied or downloaded to its end. Copy it again";
    TroubleCutOf "备份文件不完整：只有 {0}，应为 {1}。请重新复制" "The backup is cut off: {0} of {1}. Copy it again";
    TroubleDamaged "备份文件损坏：{0}。没有恢复任何内容，请换一份备份" "The backup is damaged: {0}. Nothing was restored; use another backup";
    TroublePartHead "文件开头的目录" "the list at its start";
    TroublePartStore "店铺信息" "the store’s own record";
    TroublePartReport "第 {0} 号导入的说明" "the report of import no. {0}";
    TroublePartRows "第 {0} 号导入的数据" "the rows of import no. {0}";
    TroublePartOther "记录 {0}" "record {0}";
    TroublePartPiece "加密内容的第 {0} 段" "piece {0} of the encrypted content";
    TroubleNewer "这个备份由更新的版本写成。请刷新页面换到新版本" "A newer version has made this backup. Reload the page to get it";
    TroubleNotSealed "没有加密成功，什么也没有写出" "It could not be encrypted; nothing was written";

    // Settings: looks, stores, privacy
    SettingsTruth "只保存在这个浏览器里" "Kept in this browser only";
    SettingsDisplay "显示" "Display";
    SettingsLang "语言" "Language";
    SettingsLangZh "简体中文" "简体中文";
    SettingsLangEn "English" "English";
    SettingsTheme "明暗" "Theme";
    SettingsThemeAuto "跟随系统" "System";
    SettingsThemeLight "浅色" "Light";
    SettingsThemeDark "深色" "Dark";
    SettingsRise "涨跌颜色" "Colour of change";
    SettingsRiseRed "红涨绿跌" "Red up";
    SettingsRiseGreen "绿涨红跌" "Green up";
    SettingsRiseNote "箭头始终标明方向，不只靠颜色。" "A triangle always says the direction too.";
    SettingsKeys "单键快捷键" "Single-key shortcuts";
    SettingsKeysOn "启用" "On";
    SettingsKeysOff "停用" "Off";
    SettingsKeysNote "例如 ? 打开帮助、1–6 选日期范围。" "Such as ? for help and 1–6 for the period.";
    SettingsStores "店铺" "Stores";
    SettingsStoresNote "每个店铺各自存放，演示数据不会混进来。" "Each store is kept apart; demo data never mixes in.";
    SettingsStoreCurrent "当前" "Open";
    SettingsStoreOpen "打开" "Open it";
    SettingsStoreRename "重命名…" "Rename…";
    SettingsStoreDelete "删除…" "Delete…";
    SettingsStoreOpenOf "打开「{0}」" "Open “{0}”";
    SettingsStoreRenameOf "重命名「{0}」…" "Rename “{0}”…";
    SettingsStoreDeleteOf "删除「{0}」…" "Delete “{0}”…";
    SettingsStoreEmpty "还没有数据" "No data yet";
    SettingsPrivacy "隐私" "Privacy";
    SettingsPrivacyKept "保存" "Kept";
    SettingsPrivacyKeptWhat "订单编号、时间、金额、退款、状态、宝贝标题、省份和城市；买家会员名只存加盐哈希，只在这个店铺内有意义。" "Order number, times, amounts, refunds, status, titles, province and city; the buyer’s nick as a salted hash that means something inside this store only.";
    SettingsPrivacyDropped "读到就丢弃" "Dropped while reading";
    SettingsPrivacyDroppedWhat "姓名、电话、城市以下的地址、备注和留言、支付宝账号、发票抬头。它们不会写入任何地方。" "Names, phones, addresses below the city, remarks and messages, Alipay accounts, invoice titles. They are never written anywhere.";
    SettingsPrivacySent "发送" "Sent";
    SettingsPrivacySentWhat "不发送任何数据。没有登录、没有服务器、没有统计。" "Nothing. No login, no server, no statistics.";
    SettingsPrivacyProof "自己验证" "Check it yourself";
    SettingsPrivacyProof1 "按 F12 打开「网络」面板，再导入文件：不会出现任何上传请求。" "Press F12, open Network, import a file: no upload appears.";
    SettingsPrivacyProof2 "断开网络后刷新页面：一切照常。" "Go offline and reload: everything still works.";
    SettingsPrivacyProof3 "页面的内容安全策略（CSP）只允许连接本站，由浏览器强制执行。" "The page’s content security policy lets it connect to its own site only, and the browser enforces it.";
    SettingsAbout "关于" "About";
    SettingsVersion "版本" "Version";
    SettingsBuild "构建" "Build";
    SettingsLicence "许可" "Licence";
    SettingsLicenceWhat "MIT，可自由使用、修改和分发" "MIT: free to use, change and share";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_arguments() {
        for text in Text::ALL {
            let (zh, en) = text.both();
            for i in 0..9 {
                let mark = format!("{{{i}}}");
                assert_eq!(
                    zh.contains(&mark),
                    en.contains(&mark),
                    "{text:?} argument {i}"
                );
            }
            assert!(!zh.is_empty() && !en.is_empty(), "{text:?}");
        }
    }
}
