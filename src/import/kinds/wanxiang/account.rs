//! The account report of 万相台 in 2022 (26 columns): one row per day, goal and way of counting. Effect model, basis and
//! window make other figures of the same spending, so they are part of what a row is.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Account report of the first 万相台.
pub static KIND: Kind = Kind {
    name: "wanxiang_account",
    title: ("万相台账户报表（2022）", "Account report (万相台 2022)"),
    system: System::Alimama,
    found: (
        "万相台 → 报表 → 账户 → 下载",
        "万相台 → 报表 → 账户 → download (account)",
    ),
    file_names: &["万相台_账户"],
    must: &["basis", "window", "spent_fen", "impressions"],
    foreign: &["计划id", "计划名字"],
    key: &[DAY, LAST_DAY, "goal", "model", "basis", "window"],
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &[
        field(DAY, Cell::Day, &["日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期"]),
        field("goal", Cell::Name, &["优化目标"]),
        field("model", Cell::Name, &["效果模型"]),
        field("basis", Cell::Name, &["统计口径"]),
        field("window", Cell::Name, &["转化周期"]),
        field("spent_fen", Cell::Money, &["消耗", "花费"]),
        field("impressions", Cell::Count, &["曝光量", "展现量"]),
        field("clicks", Cell::Count, &["点击量"]),
        field("click_rate_ppm", Cell::Rate, &["点击率"]),
        field("click_cost_fen", Cell::Money, &["点击成本"]),
        field("item_favourites", Cell::Count, &["收藏量"]),
        field("favourites_and_carts", Cell::Count, &["加购收藏量"]),
        field("click_conversion_ppm", Cell::Rate, &["成交转化率"]),
        field("roi_milli", Cell::Number, &["roi"]),
        field("presale_orders", Cell::Count, &["预售成交笔数"]),
        field("presale_fen", Cell::Money, &["预售成交金额"]),
        field("carts", Cell::Count, &["总加购量"]),
        field("direct_carts", Cell::Count, &["直接加购数"]),
        field("orders", Cell::Count, &["总成交笔数"]),
        field("direct_orders", Cell::Count, &["直接成交笔数"]),
        field("indirect_orders", Cell::Count, &["间接成交笔数"]),
        field("sales_fen", Cell::Money, &["总成交金额"]),
        field("direct_sales_fen", Cell::Money, &["直接成交金额"]),
        field("indirect_sales_fen", Cell::Money, &["间接成交金额"]),
    ],
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};
