//! Where an item's visitors come from (生意参谋 → 流量 → 商品来源): one row per item, source and day or period.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// Items' traffic by source.
pub static KIND: Kind = Kind {
    name: "sycm_item_sources",
    title: ("商品流量来源", "Item traffic sources"),
    system: System::Sycm,
    found: (
        "生意参谋 → 流量 → 商品来源 → 下载",
        "生意参谋 → 流量 → 商品来源 → 下载 (item traffic)",
    ),
    file_names: &["商品来源", "商品流量来源", "商品360"],
    must: &["item_id", "source", "visitors"],
    foreign: &["展现量", "推广计划名称"],
    key: &[
        DAY,
        LAST_DAY,
        "item_id",
        "visit_source",
        "source",
        "source_detail",
    ],
    totals: &["visitors", "paid_fen", "paying_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["统计日期", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["统计日期", "日期"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("visit_source", Cell::Name, &["访问来源"]),
        field("source", Cell::Name, &["流量来源", "一级来源", "来源"]),
        field("source_detail", Cell::Name, &["来源明细", "二级来源"]),
        field("visitors", Cell::Count, &["访客数"]),
        field("page_views", Cell::Count, &["浏览量"]),
        field("page_view_share_ppm", Cell::Rate, &["浏览量占比"]),
        field("stayed_visitors", Cell::Count, &["店内跳转人数"]),
        field("left_visitors", Cell::Count, &["跳出本店人数"]),
        field("favourite_buyers", Cell::Count, &["收藏人数"]),
        field("cart_buyers", Cell::Count, &["加购人数"]),
        field("ordering_buyers", Cell::Count, &["下单买家数"]),
        field("order_conversion_ppm", Cell::Rate, &["下单转化率"]),
        field("paid_fen", Cell::Money, &["支付金额"]),
        field("paid_units", Cell::Count, &["支付件数"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("direct_paying_buyers", Cell::Count, &["直接支付买家数"]),
        field(
            "favourite_paying_buyers",
            Cell::Count,
            &["收藏商品-支付买家数"],
        ),
        field("fan_paying_buyers", Cell::Count, &["粉丝支付买家数"]),
        field("cart_paying_buyers", Cell::Count, &["加购商品-支付买家数"]),
    ],
    ..Kind::PLAIN
};
