//! 品销宝 of 2019 (22 columns): one row per day. What was sold after a view and what was sold after a click are counted apart.

use super::fields::field;
use super::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Account report of 品销宝.
pub static KIND: Kind = Kind {
    name: "pinxiaobao",
    title: ("品销宝报表", "品销宝 report"),
    system: System::Alimama,
    found: ("品销宝 → 报表 → 下载", "品销宝 → 报表 → download"),
    file_names: &["品销宝"],
    must: &["spent_fen", "view_sales_fen", "click_sales_fen"],
    key: &[DAY, LAST_DAY],
    totals: &["spent_fen", "click_sales_fen", "view_sales_fen"],
    fields: &[
        field(DAY, Cell::Day, &["日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期"]),
        field("impressions", Cell::Count, &["展现量"]),
        field("clicks", Cell::Count, &["点击量"]),
        field("click_rate_ppm", Cell::Rate, &["点击率"]),
        field("spent_fen", Cell::Money, &["花费"]),
        field("click_cost_fen", Cell::Money, &["点击单价"]),
        field("view_orders", Cell::Count, &["展示成交笔数"]),
        field("view_sales_fen", Cell::Money, &["展示成交金额"]),
        field("click_orders", Cell::Count, &["点击成交笔数"]),
        field("click_sales_fen", Cell::Money, &["点击成交金额"]),
        field("item_favourites", Cell::Count, &["宝贝收藏数"]),
        field("shop_favourites", Cell::Count, &["店铺收藏数"]),
        field("carts", Cell::Count, &["宝贝加购数"]),
        field("view_roi_milli", Cell::Number, &["展示回报率"]),
        field("click_roi_milli", Cell::Number, &["点击回报率"]),
        field("reached_visitors", Cell::Count, &["触达访客数"]),
        field("new_reached_visitors", Cell::Count, &["触达新访客数"]),
        field("visitors", Cell::Count, &["点击访客数"]),
        field("view_conversion_ppm", Cell::Rate, &["展现转化率"]),
        field("click_conversion_ppm", Cell::Rate, &["点击转化率"]),
    ],
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};
