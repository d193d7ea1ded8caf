//! What enquiries come to (生意参谋 → 客服 → 业绩询单): one row per day.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// Enquiries and what they come to.
pub static KIND: Kind = Kind {
    name: "service_enquiries",
    title: ("业绩询单", "Enquiries"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 客服绩效 → 业绩询单 → 下载",
        "生意参谋 → 服务 → 客服绩效 → 业绩询单 → 下载 (service, enquiries)",
    ),
    file_names: &["业绩询单", "询单"],
    must: &["enquirers"],
    marks: &["same_day_paying_buyers", "same_day_paid_fen", "paid_fen"],
    min_marks: 2,
    foreign: &["旺旺昵称"],
    key: &[DAY, LAST_DAY],
    totals: &["paid_fen", "enquirers", "paying_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("enquirers", Cell::Count, &["询单人数"]),
        field("same_day_enquirers", Cell::Count, &["当日询单人数"]),
        field("same_day_paying_buyers", Cell::Count, &["当日付款人数"]),
        field("same_day_paid_fen", Cell::Money, &["当日付款金额"]),
        field("paying_buyers", Cell::Count, &["最终付款人数"]),
        field("paid_fen", Cell::Money, &["最终付款金额"]),
        field(
            "same_day_pay_conversion_ppm",
            Cell::Rate,
            &["询单当日付款转化率"],
        ),
        field("pay_conversion_ppm", Cell::Rate, &["询单最终付款转化率"]),
    ],
    ..Kind::PLAIN
};
