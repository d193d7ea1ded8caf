//! The words by which the shop is found (生意参谋 → 流量 → 选词助手 → 引流搜索词): one row per word and day or period.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// The shop's search words.
pub static KIND: Kind = Kind {
    name: "sycm_words",
    title: ("引流搜索词", "Search words"),
    system: System::Sycm,
    found: (
        "生意参谋 → 流量 → 选词助手 → 引流搜索词 → 下载",
        "生意参谋 → 流量 → 选词助手 → 引流搜索词 → 下载 (search words)",
    ),
    file_names: &["搜索词", "选词助手"],
    must: &["word", "visitors"],
    foreign: &["搜索人气", "搜索热度", "交易指数", "展现量"],
    key: &[DAY, LAST_DAY, "word"],
    totals: &["visitors", "paid_fen", "paying_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["统计日期", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["统计日期", "日期"]),
        field("word", Cell::Name, &["搜索词", "关键词"]),
        field("visitors", Cell::Count, &["访客数"]),
        field("cart_buyers", Cell::Count, &["加购人数"]),
        field("favourite_buyers", Cell::Count, &["商品收藏人数"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("paid_fen", Cell::Money, &["支付金额"]),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("value_per_visitor_fen", Cell::Money, &["uv价值"]),
    ],
    ..Kind::PLAIN
};
