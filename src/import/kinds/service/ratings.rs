//! How customers rate the service (生意参谋 → 客服 → 接待评价): one row per day, under a header of two rows. The first group of
//! columns is of all ratings; those asked for and those given unasked repeat the names behind it and are not kept.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// Ratings of the service.
pub static KIND: Kind = Kind {
    name: "service_ratings",
    title: ("接待评价", "Service ratings"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 客服绩效 → 接待评价 → 下载",
        "生意参谋 → 服务 → 客服绩效 → 接待评价 → 下载 (service, ratings)",
    ),
    file_names: &["接待评价"],
    must: &["satisfied", "very_satisfied", "dissatisfied"],
    key: &[DAY, LAST_DAY],
    totals: &["very_satisfied", "satisfied", "ratings"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("received_buyers", Cell::Count, &["接待人数"]),
        field(
            "ratings_asked",
            Cell::Count,
            &["发出", "发出评价", "发出评价数"],
        ),
        field("ratings", Cell::Count, &["收到", "收到评价", "收到评价数"]),
        field("very_satisfied", Cell::Count, &["很满意"]),
        field("satisfied", Cell::Count, &["满意"]),
        field("neutral", Cell::Count, &["一般"]),
        field("dissatisfied", Cell::Count, &["不满", "不满意"]),
        field("very_dissatisfied", Cell::Count, &["很不满", "很不满意"]),
        field("asked_ppm", Cell::Rate, &["发送率", "评价发送率"]),
        field("rated_ppm", Cell::Rate, &["返回率", "评价返回率"]),
        field("satisfied_ppm", Cell::Rate, &["满意率", "客户满意率"]),
        field("service_ppm", Cell::Rate, &["服务度"]),
    ],
    ..Kind::PLAIN
};
