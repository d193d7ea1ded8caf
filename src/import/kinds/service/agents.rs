//! Service agent by agent (生意参谋 → 客服 → 按旺旺): one row per agent and period. An agent's account is a name of staff, by
//! which the shop knows them, and is kept.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Service agents.
pub static KIND: Kind = Kind {
    name: "service_agents",
    title: ("客服绩效（按旺旺）", "Service agents"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 客服绩效 → 按旺旺查看 → 下载",
        "生意参谋 → 服务 → 客服绩效 → 按旺旺查看 → 下载 (service, by agent)",
    ),
    file_names: &["按旺旺", "客服绩效"],
    must: &["agent"],
    marks: &[
        "enquirers",
        "paying_buyers",
        "paid_fen",
        "first_response_milli_secs",
        "satisfied_ppm",
    ],
    min_marks: 2,
    key: &[DAY, LAST_DAY, "agent"],
    rhythm: Rhythm::Weekly,
    totals: &["paid_fen", "enquirers"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("agent", Cell::Name, &["旺旺昵称"]),
        field("enquirers", Cell::Count, &["询单人数"]),
        field("paying_buyers", Cell::Count, &["询单最终付款人数"]),
        field("pay_conversion_ppm", Cell::Rate, &["询单最终付款转化率"]),
        field(
            "paid_fen",
            Cell::Money,
            &["询单最终付款金额", "询单最终付款金额(元)"],
        ),
        field("received_buyers", Cell::Count, &["接待人数"]),
        field(
            "first_response_milli_secs",
            Cell::Number,
            &["首次响应时长(秒)", "首次响应时长"],
        ),
        field(
            "response_milli_secs",
            Cell::Number,
            &["平均响应时长(秒)", "平均响应时长"],
        ),
        field("satisfied_ppm", Cell::Rate, &["客户满意率"]),
        field("answered_ppm", Cell::Rate, &["旺旺回复率"]),
        field(
            "refund_fen",
            Cell::Money,
            &["成功退款金额", "成功退款金额(元)"],
        ),
    ],
    ..Kind::PLAIN
};
