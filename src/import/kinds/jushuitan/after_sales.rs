//! The after-sales of 聚水潭: one row per case and article, in the state of the day of the export. The newest counts.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, Days, Kind, System};

/// After-sales of 聚水潭.
pub static KIND: Kind = Kind {
    name: "jushuitan_after_sales",
    title: ("聚水潭售后", "After-sales (聚水潭)"),
    system: System::Jushuitan,
    found: (
        "聚水潭 → 售后 → 售后查询 → 导出",
        "聚水潭 → 售后 → 售后查询 → export (after-sales)",
    ),
    file_names: &["售后"],
    must: &["after_sale_id", "inner_order_id", "sku_code"],
    key: &["after_sale_id", "sub_order_id", "sku_code"],
    repeats: true,
    days: Days::Snapshot,
    totals: &["units"],
    shop_column: Some("shop"),
    fields: &[
        field("after_sale_id", Cell::Id, &["售后单号"]),
        field("inner_order_id", Cell::Id, &["内部订单号"]),
        field("order_id", Cell::Id, &["线上订单号"]),
        field("sub_order_id", Cell::Id, &["线上子订单编号"]),
        field(
            "applied_at",
            Cell::Time,
            &["申请时间", "登记时间", "创建时间"],
        ),
        field("shop", Cell::Name, &["店铺名称", "店铺"]),
        field("state", Cell::Name, &["状态"]),
        field("online_state", Cell::Name, &["线上状态"]),
        field("goods_state", Cell::Name, &["货物状态"]),
        field("sku_code", Cell::Name, &["商品编码"]),
        field("title", Cell::Name, &["商品名称"]),
        field("units", Cell::Count, &["申请数量"]),
        field("refund_fen", Cell::Money, &["退款金额", "卖家应退金额"]),
    ],
    ..Kind::PLAIN
};
