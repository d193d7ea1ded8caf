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

    // Today: the daily board
    DataThrough "数据到 {0}" "Data through {0}";
    DaysWithoutOrders "{0} 没有订单" "No orders on {0}";
    DaysMissing "缺 {0}" "Missing {0}";
    DaysAndMore "{0} 等 {1} 天" "{0} and more, {1} days in all";
    ListSeparator "、" ", ";
    ColumnsMissing "文件没有「{0}」列" "The files have no column “{0}”";
    BoardFailed "看板没有算出来" "The board could not be computed";
    BoardNoOrders "这个店铺还没有订单" "This store has no orders yet";
    BoardNoOrdersHint "导入订单导出文件：千牛 → 交易 → 已卖出的宝贝 → 批量导出" "Import an order export: 千牛 → 交易 → 已卖出的宝贝 → 批量导出";
    GoToData "去导入文件" "Import files";
    PeriodLabel "时间" "Period";
    PeriodLastDay "最后一天" "Last day";
    PeriodLast7 "近 7 天" "7 days";
    PeriodLast30 "近 30 天" "30 days";
    PeriodThisMonth "本月至今" "Month to date";
    PeriodLastMonth "上月" "Last month";
    PeriodAll "全部" "All";
    PeriodCustom "自选" "Custom";
    PeriodFrom "从" "From";
    PeriodTo "到" "To";
    ComparisonLabel "对比" "Compare with";
    ComparePrevious "环比" "Previous period";
    CompareSameWeekday "同星期" "Same weekdays";
    CompareYearAgo "去年同星期" "Year ago, same weekdays";
    ComparePreviousAndWeekday "环比·同星期" "Previous, same weekdays";
    ComparePreviousShort "环比" "prev.";
    CompareSameWeekdayShort "同星期" "weekdays";
    CompareYearAgoShort "去年" "year ago";
    ComparePreviousAndWeekdayShort "环比·同星期" "prev.";
    DaysCount "{0} 天" "{0} days";
    TilesLabel "关键数字" "Key figures";
    TileOrdered "收订" "Ordered";
    TilePaid "付款" "Paid";
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
    SmallBase "样本不足 30，仅供参考" "Fewer than 30 cases: a hint only";
    AbsentNoDenominator "没有可除的数" "Nothing to divide by";
    AbsentNoColumn "文件没有「{0}」列" "No column “{0}” in the files";
    AbsentNotCovered "缺 {0} 天数据" "{0} days without data";
    AbsentBase "前期为 0，不能算变化" "Nothing there to compare with";
    Rose "上升" "Up";
    Fell "下降" "Down";
    Unchanged "持平" "Unchanged";
    WhyMore "付款金额 {0}，比{1}（{2}）多 {3}：付款单数 {4}，笔单价 {5}，退款 {6}。" "Paid {0}, {3} more than the {1} ({2}): orders {4}, spend per order {5}, refunds {6}.";
    WhyLess "付款金额 {0}，比{1}（{2}）少 {3}：付款单数 {4}，笔单价 {5}，退款 {6}。" "Paid {0}, {3} less than the {1} ({2}): orders {4}, spend per order {5}, refunds {6}.";
    WhySame "付款金额 {0}，与{1}（{2}）持平{3}：付款单数 {4}，笔单价 {5}，退款 {6}。" "Paid {0}, the same as the {1} ({2}){3}: orders {4}, spend per order {5}, refunds {6}.";
    WhyPrevious "前期" "previous period";
    WhySameWeekday "前期同星期" "same weekdays before";
    WhyYearAgo "去年同星期" "same weekdays a year ago";
    WhyAlone "付款金额 {0}，已扣退款 {1}（退款率 {2}）。" "Paid {0}, after {1} of refunds ({2} of the money paid).";
    WhyNoPrevious "前期 {0} {1}，不能比较。" "No comparison: {0}, {1}.";
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
    HourRange "{0} 点" "{0}:00";
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
    DefinitionParts "计算" "Computed from";
    DefinitionCompared "对比" "Compared with";
    DefinitionOpen "{0}的口径" "What {0} means";
    Close "关闭" "Close";
    Retry "重试" "Try again";
    Loading "正在计算" "Computing";

    // Tables and charts
    GridFilter "筛选" "Filter";
    GridFilterHint "筛选，空格隔开多个词" "Filter; words apart by blanks";
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

    // Settings
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
