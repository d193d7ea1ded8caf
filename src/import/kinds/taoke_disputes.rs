//! The disputes of 淘宝客 (维权): one row per sub-order and claim, with the commission that comes back.

use super::fields::field;
use super::{Cell, Days, Kind, System};

/// Disputes over commissioned sales.
pub static KIND: Kind = Kind {
    name: "taoke_disputes",
    title: ("淘宝客维权明细", "Disputes (淘宝客)"),
    system: System::Taoke,
    found: (
        "淘宝联盟商家中心 → 效果报表 → 维权明细 → 下载",
        "淘宝联盟商家中心 → 效果报表 → 维权明细 → download (disputes)",
    ),
    file_names: &["维权"],
    must: &["sub_order_id", "refund_fen", "commission_back_fen"],
    key: &["sub_order_id", "created_at"],
    days: Days::Moments(&["created_at", "finished_at"]),
    totals: &["refund_fen", "commission_back_fen", "service_fee_back_fen"],
    fields: &[
        field("order_id", Cell::Id, &["淘宝订单编号", "淘宝父订单编号"]),
        field("sub_order_id", Cell::Id, &["淘宝子订单编号"]),
        field("title", Cell::Name, &["商品名称"]),
        field("refund_fen", Cell::Money, &["维权退款金额"]),
        field("service_fee_back_fen", Cell::Money, &["应退回服务费"]),
        field("commission_back_fen", Cell::Money, &["应退回佣金"]),
        field("state", Cell::Name, &["维权状态"]),
        field("settled_at", Cell::Time, &["订单结算时间"]),
        field("created_at", Cell::Time, &["维权创建时间"]),
        field("finished_at", Cell::Time, &["维权完成时间"]),
    ],
    ..Kind::PLAIN
};
