//! Refunds (千牛 → 退款管理 → 导出): one row per refund, in the forms of 2017, 2018, 2021 and 2026. An order may have several.
//!
//! A refund is of the day on which it was completed; one that is not is of the day on which it was asked for.

use super::fields::field;
use super::{Cell, Days, Kind, System};
use crate::model::refund::RefundStatus;
use crate::table::{NULL_U32, Table};

/// Refunds.
pub static KIND: Kind = Kind {
    name: "refunds",
    title: ("退款报表", "Refunds"),
    system: System::Qianniu,
    found: (
        "千牛 → 交易 → 退款管理 → 导出报表",
        "千牛 → 交易 → 退款管理 → 导出报表 (refund report)",
    ),
    file_names: &["退款", "售后"],
    must: &["refund_id", "order_id"],
    foreign: &["内部订单号"],
    key: &["refund_id"],
    days: Days::Moments(&["refunded_at", "applied_at"]),
    totals: &["refund_fen", "paid_fen"],
    is_newer,
    fields: &[
        field("refund_id", Cell::Id, &["退款编号"]),
        field("order_id", Cell::Id, &["订单编号", "主订单编号"]),
        field("sub_order_id", Cell::Id, &["子订单编号"]),
        field("buyer", Cell::Person, &["买家会员名称", "买家会员名"]),
        field("sku_code", Cell::Name, &["商家编码", "商品编码"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("title", Cell::Name, &["宝贝标题", "商品标题"]),
        field(
            "paid_fen",
            Cell::Money,
            &["买家实际支付金额", "买家实付金额"],
        ),
        field(
            "refund_fen",
            Cell::Money,
            &["退款总额", "买家退款金额", "退款金额"],
        )
        .wanted(),
        field("refund_to_buyer_fen", Cell::Money, &["退给买家金额"]),
        field("refund_to_platform_fen", Cell::Money, &["退给平台金额"]),
        field("status", Cell::Status(REFUND_STATUSES), &["退款状态"]).wanted(),
        field("paid_at", Cell::Time, &["订单付款时间"]),
        field(
            "applied_at",
            Cell::Time,
            &["退款申请时间", "退款的申请时间"],
        )
        .wanted(),
        field("refunded_at", Cell::Time, &["退款完结时间", "完结时间"]).wanted(),
        field("returned_at", Cell::Time, &["买家退货时间"]),
        field("service_type", Cell::Name, &["售后类型"]),
        field("stage", Cell::Name, &["售中或售后"]),
        field("scope", Cell::Name, &["部分退款/全部退款"]),
        field("needs_return", Cell::Name, &["是否需要退货"]),
        field("goods_status", Cell::Name, &["货物状态"]),
        field("reason", Cell::Name, &["买家退款原因"]),
        field("reason_tag", Cell::Name, &["退款原因标签"]),
        field("fault", Cell::Name, &["责任方"]),
        field("arbitration", Cell::Name, &["客服介入状态"]),
        field("made_by", Cell::Name, &["手工退款/系统退款"]),
        field("business_type", Cell::Name, &["业务类型"]),
        field("carrier", Cell::Name, &["退货物流公司"]),
    ],
    ..Kind::PLAIN
};

/// Texts of the state of a refund, with half-width punctuation.
pub(super) const REFUND_STATUSES: &[(&str, u8)] = &[
    ("没有申请退款", RefundStatus::None as u8),
    ("无退款申请", RefundStatus::None as u8),
    ("无退款", RefundStatus::None as u8),
    ("买家已经申请退款,等待卖家同意", RefundStatus::Applied as u8),
    (
        "卖家已经同意退款,等待买家退货",
        RefundStatus::AwaitingReturn as u8,
    ),
    (
        "买家已经退货,等待卖家确认收货",
        RefundStatus::Returned as u8,
    ),
    ("同意退款,待打款", RefundStatus::Returned as u8),
    ("卖家拒绝退款", RefundStatus::Refused as u8),
    ("卖家拒绝确认收货", RefundStatus::Refused as u8),
    ("退款关闭", RefundStatus::Closed as u8),
    ("退款成功", RefundStatus::Succeeded as u8),
];

/// Files do not say when they were exported, but a refund that has ended does not begin anew; else its latest moment tells.
fn is_newer(a: &Table, i: usize, b: &Table, j: usize) -> bool {
    let has_ended = |table: &Table, row: usize| {
        let code = table.states("status").get(row).copied().unwrap_or(0);
        RefundStatus::from_code(code).has_ended()
    };
    let latest = |table: &Table, row: usize| {
        let at = |column: &str| table.numbers(column).get(row).copied();
        ["refunded_at", "returned_at", "applied_at"]
            .into_iter()
            .filter_map(at)
            .filter(|at| *at != NULL_U32)
            .max()
    };
    match (has_ended(a, i), has_ended(b, j)) {
        (true, false) => false,
        (false, true) => true,
        _ => latest(b, j) >= latest(a, i),
    }
}
