//! How customers are received (生意参谋 → 客服 → 咨询接待): one row per day.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// Conversations and how fast they were answered.
pub static KIND: Kind = Kind {
    name: "service_reception",
    title: ("咨询接待", "Reception"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 客服绩效 → 咨询接待 → 下载",
        "生意参谋 → 服务 → 客服绩效 → 咨询接待 → 下载 (service, reception)",
    ),
    file_names: &["咨询接待"],
    must: &["consulting_buyers", "received_buyers"],
    foreign: &["旺旺昵称"],
    key: &[DAY, LAST_DAY],
    totals: &["consulting_buyers", "received_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("consulting_buyers", Cell::Count, &["咨询人数"]),
        field("received_buyers", Cell::Count, &["接待人数"]),
        field("unanswered_buyers", Cell::Count, &["未回复人数"]),
        field("well_received_buyers", Cell::Count, &["有效接待人数"]),
        field("response_milli_secs", Cell::Number, &["平均响应时长"]),
        field("first_response_milli_secs", Cell::Number, &["首次响应时长"]),
        field("reception_milli_secs", Cell::Number, &["平均接待时长"]),
        field("answered_in_3_min_ppm", Cell::Rate, &["3分钟人工响应率"]),
        field("answered_ppm", Cell::Rate, &["旺旺回复率"]),
        field("consultations", Cell::Count, &["咨询客服人次"]),
        field("answered_consultations", Cell::Count, &["客服回复人次"]),
        field("unanswered_consultations", Cell::Count, &["客服未回复人次"]),
        field("slow_buyers", Cell::Count, &["慢响应人数"]),
        field("long_buyers", Cell::Count, &["长接待人数"]),
        field("buyer_started", Cell::Count, &["买家发起人数"]),
        field("agent_started", Cell::Count, &["客服主动跟进人数"]),
        field("messages", Cell::Count, &["总消息数"]),
        field("buyer_messages", Cell::Count, &["买家消息条数"]),
        field("agent_messages", Cell::Count, &["客服消息条数"]),
        field("answers_ppm", Cell::Rate, &["答问比"]),
        field("agent_characters", Cell::Count, &["客服字数"]),
    ],
    ..Kind::PLAIN
};
