//! What the shop's sales are made of (生意参谋 → 交易 → 交易构成 → 类目构成): one row per terminal and category. The period stands
//! above the table or in the file's name.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// The categories of the shop's sales.
pub static KIND: Kind = Kind {
    name: "sycm_category_mix",
    title: ("类目构成", "Category mix"),
    system: System::Sycm,
    found: (
        "生意参谋 → 交易 → 交易构成 → 类目构成 → 下载",
        "生意参谋 → 交易 → 交易构成 → 类目构成 → 下载 (trade mix)",
    ),
    file_names: &["类目构成", "交易构成"],
    must: &["category", "paid_fen", "paid_share_ppm"],
    key: &[
        DAY,
        LAST_DAY,
        "terminal",
        "category_first",
        "category_second",
        "category",
    ],
    rhythm: Rhythm::Weekly,
    totals: &["paid_fen", "paying_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["统计日期", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["统计日期", "日期"]),
        field("terminal", Cell::Name, &["终端"]),
        field("category_first", Cell::Name, &["一级类目"]),
        field("category_second", Cell::Name, &["二级类目"]),
        field("category", Cell::Name, &["叶子类目"]),
        field("paid_fen", Cell::Money, &["支付金额"]),
        field("paid_share_ppm", Cell::Rate, &["支付金额占比"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
    ],
    ..Kind::PLAIN
};
