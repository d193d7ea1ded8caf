//! What customers spend after talking to us (生意参谋 → 客服 → 客单价): one row per day.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// Baskets of customers served.
pub static KIND: Kind = Kind {
    name: "service_baskets",
    title: ("客服客单价", "Service baskets"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 客服绩效 → 客单价 → 下载",
        "生意参谋 → 服务 → 客服绩效 → 客单价 → 下载 (service, baskets)",
    ),
    file_names: &["客单价"],
    must: &["paid_fen", "paid_units", "paying_buyers"],
    foreign: &["商品id", "旺旺昵称", "商品编码", "仓库"],
    key: &[DAY, LAST_DAY],
    totals: &["paid_fen", "paid_units"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("paid_fen", Cell::Money, &["销售额"]),
        field("paid_units", Cell::Count, &["销售量"]),
        field("paying_buyers", Cell::Count, &["销售人数"]),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("units_per_buyer_milli", Cell::Number, &["客件数"]),
        field("spend_per_unit_fen", Cell::Money, &["件均价"]),
    ],
    ..Kind::PLAIN
};
