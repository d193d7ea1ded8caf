//! The trend of trade (生意参谋 → 交易 → 交易概况 → 交易趋势): one row per day and terminal.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// The trend of trade.
pub static KIND: Kind = Kind {
    name: "sycm_trend",
    title: ("交易趋势", "Trade trend"),
    system: System::Sycm,
    found: (
        "生意参谋 → 交易 → 交易概况 → 交易趋势 → 下载",
        "生意参谋 → 交易 → 交易概况 → 交易趋势 → 下载 (trade)",
    ),
    file_names: &["交易趋势", "交易概况"],
    must: &["terminal", "paid_fen"],
    foreign: &["一级类目", "叶子类目"],
    key: &[DAY, LAST_DAY, "terminal"],
    totals: &["paid_fen", "paying_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("terminal", Cell::Name, &["终端"]),
        field("paid_fen", Cell::Money, &["支付金额"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("ordered_fen", Cell::Money, &["下单金额"]),
        field("ordering_buyers", Cell::Count, &["下单买家数"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("order_to_pay_ppm", Cell::Rate, &["下单-支付转化率"]),
    ],
    ..Kind::PLAIN
};
