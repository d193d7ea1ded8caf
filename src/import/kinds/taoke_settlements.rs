//! The settled commissions of 淘宝客 (GBK): one row per sub-order and settlement. Identities end in a tab, header cells may
//! carry quotes and blanks, and rows may lack their last cells.

use super::fields::field;
use super::{Cell, Days, Kind, System};

/// Settled commissions.
pub static KIND: Kind = Kind {
    name: "taoke_settlements",
    title: ("淘宝客结算明细", "Commissions settled (淘宝客)"),
    system: System::Taoke,
    found: (
        "淘宝联盟商家中心 → 效果报表 → 结算明细 → 下载",
        "淘宝联盟商家中心 → 效果报表 → 结算明细 → download (settled orders)",
    ),
    file_names: &["结算"],
    must: &["sub_order_id", "settled_at", "commission_fen"],
    foreign: &["维权状态"],
    key: &["sub_order_id", "settled_at", "plan", "commission_fen"],
    repeats: true,
    days: Days::Moments(&["settled_at", "charged_at", "received_at"]),
    totals: &["commission_fen", "service_fee_fen", "paid_fen"],
    fields: &[
        field("order_id", Cell::Id, &["淘宝父订单编号", "淘宝订单编号"]),
        field("sub_order_id", Cell::Id, &["淘宝子订单编号"]),
        field("settled_at", Cell::Time, &["淘客结算时间", "结算时间"]),
        field("charged_at", Cell::Time, &["账户支出时间"]),
        field("received_at", Cell::Time, &["确认收货时间"]),
        field("created_at", Cell::Time, &["创建时间"]),
        field("plan", Cell::Name, &["计划名称"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("title", Cell::Name, &["商品名称"]),
        field("paid_fen", Cell::Money, &["实际成交价格"]),
        field("units", Cell::Count, &["成交商品数"]),
        field("commission_rate_ppm", Cell::Rate, &["佣金比例"]),
        field("commission_fen", Cell::Money, &["佣金"]),
        field("service_rate_ppm", Cell::Rate, &["服务费率"]),
        field("service_fee_fen", Cell::Money, &["服务费金额"]),
        field("is_unpaid_presale", Cell::Name, &["是否预售未付尾款订单"]),
    ],
    ..Kind::PLAIN
};
