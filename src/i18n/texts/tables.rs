//! Tables and charts.

use super::{Text, texts};

texts! {
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
}
