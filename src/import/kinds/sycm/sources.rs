//! Where the shop's visitors come from (生意参谋 → 流量 → 店铺来源): one row per source and day or period, in the forms of 2017,
//! 2019 and since 2024.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// The shop's traffic by source.
pub static KIND: Kind = Kind {
    name: "sycm_sources",
    title: ("店铺流量来源", "Shop traffic sources"),
    system: System::Sycm,
    found: (
        "生意参谋 → 流量 → 店铺来源 → 来源构成 → 下载",
        "生意参谋 → 流量 → 店铺来源 → 来源构成 → 下载 (shop traffic)",
    ),
    file_names: &["店铺来源", "流量来源", "来源构成"],
    must: &["source", "visitors"],
    foreign: &["商品id", "展现量", "推广计划名称", "计划名字", "搜索词"],
    key: &[
        DAY,
        LAST_DAY,
        "source_class",
        "source_structure",
        "source_level",
        "attribution",
        "source",
        "source_detail",
        "source_third",
    ],
    totals: &["visitors", "paid_fen", "ordering_buyers"],
    shop_column: Some("shop"),
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("shop", Cell::Name, &["店铺名称"]),
        field("source_class", Cell::Name, &["类别"]),
        field("source_structure", Cell::Name, &["来源构成"]),
        field("source_level", Cell::Name, &["来源层级"]),
        field("attribution", Cell::Name, &["归属原则"]),
        field(
            "source",
            Cell::Name,
            &["一级来源", "一级流量来源", "流量来源", "来源"],
        ),
        field(
            "source_detail",
            Cell::Name,
            &["二级来源", "二级流量来源", "来源明细"],
        ),
        field("source_third", Cell::Name, &["三级来源", "三级流量来源"]),
        field("visitors", Cell::Count, &["访客数"]),
        field("new_visitors", Cell::Count, &["新访客", "新访客数"]),
        field("ordered_fen", Cell::Money, &["下单金额"]),
        field("ordering_buyers", Cell::Count, &["下单买家数"]),
        field("order_conversion_ppm", Cell::Rate, &["下单转化率"]),
        field("paid_fen", Cell::Money, &["支付金额"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("value_per_visitor_fen", Cell::Money, &["uv价值"]),
        field("cart_buyers", Cell::Count, &["加购人数"]),
        field("cart_units", Cell::Count, &["加购件数"]),
        field(
            "favourite_buyers",
            Cell::Count,
            &["收藏商品买家数", "商品收藏人数"],
        ),
        field(
            "shop_followers",
            Cell::Count,
            &["关注店铺人数", "关注店铺买家数"],
        ),
        field("direct_paying_buyers", Cell::Count, &["直接支付买家数"]),
        field(
            "favourite_paying_buyers",
            Cell::Count,
            &["收藏商品-支付买家数", "收藏商品_支付买家"],
        ),
        field(
            "fan_paying_buyers",
            Cell::Count,
            &["粉丝支付买家数", "粉丝支付买家"],
        ),
        field(
            "cart_paying_buyers",
            Cell::Count,
            &["加购商品-支付买家数", "加购商品_支付买家"],
        ),
    ],
    ..Kind::PLAIN
};
