//! What commissioned selling (CPS) brought and cost, day by day, as 淘宝联盟 shows it since 2026. Its first header ends in a
//! tab.

use super::fields::field;
use super::{Cell, DAY, Kind, LAST_DAY, System};

/// Days of commissioned selling.
pub static KIND: Kind = Kind {
    name: "taoke_daily",
    title: ("淘宝客推广日报", "Commissioned sales by day (淘宝客)"),
    system: System::Taoke,
    found: (
        "淘宝联盟商家中心 → 数据 → 推广概览 → 下载",
        "淘宝联盟商家中心 → 数据 → 推广概览 → download (by day)",
    ),
    file_names: &["CPS"],
    must: &["pay_commission_fen", "settled_commission_fen"],
    key: &[DAY, LAST_DAY, "content"],
    totals: &["paid_fen", "pay_cost_fen", "settled_cost_fen"],
    fields: &[
        field(DAY, Cell::Day, &["日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期"]),
        field("content", Cell::Name, &["数据内容"]),
        field("clicks", Cell::Count, &["点击量(即进店量)", "点击量"]),
        field(
            "visitors",
            Cell::Count,
            &["点击人数(即进店人数)", "点击人数"],
        ),
        field(
            "click_conversion_ppm",
            Cell::Rate,
            &["点击转化率(即付款转化率)", "点击转化率"],
        ),
        field("paying_buyers", Cell::Count, &["付款人数"]),
        field("paid_fen", Cell::Money, &["付款金额"]),
        field("orders", Cell::Count, &["付款笔数"]),
        field("paid_units", Cell::Count, &["付款件数"]),
        field("pay_commission_fen", Cell::Money, &["付款佣金支出"]),
        field("pay_service_fee_fen", Cell::Money, &["付款服务费支出"]),
        field("commission_rate_ppm", Cell::Rate, &["付款佣金率"]),
        field("pay_cost_fen", Cell::Money, &["付款支出费用"]),
        field("settled_buyers", Cell::Count, &["结算人数"]),
        field("settled_orders", Cell::Count, &["结算笔数"]),
        field("settled_fen", Cell::Money, &["结算金额"]),
        field("settled_commission_fen", Cell::Money, &["结算佣金支出"]),
        field("settled_service_fee_fen", Cell::Money, &["结算服务费支出"]),
        field("settled_cost_fen", Cell::Money, &["结算支出费用"]),
        field("received_buyers", Cell::Count, &["确认收货人数"]),
        field("received_fen", Cell::Money, &["确认收货金额"]),
        field("received_orders", Cell::Count, &["确认收货笔数"]),
    ],
    ..Kind::PLAIN
};
