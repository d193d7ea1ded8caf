//! The shipped rows of 旺店通 (出库明细): one row per shipment and article. 原始单号 may name several merged orders; the order of
//! the row itself stands in 子单原始单号. 订单编号 is a number of 旺店通 alone.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, Days, Kind, System};

/// Shipped rows of 旺店通.
pub static KIND: Kind = Kind {
    name: "wangdiantong_shipments",
    title: ("旺店通出库明细", "Shipments (旺店通)"),
    system: System::Wangdiantong,
    found: (
        "旺店通 → 订单 → 出库单管理 → 出库明细 → 导出",
        "旺店通 → 订单 → 出库单管理 → 出库明细 → export (shipped rows)",
    ),
    file_names: &["出库明细"],
    must: &["shipment_id", "sku_code", "units"],
    key: &["shipment_id", "sub_order_id", "sku_code"],
    repeats: true,
    days: Days::Moments(&["shipped_at", "paid_at", "created_at"]),
    totals: &["goods_fen", "units"],
    shop_column: Some("shop"),
    fields: &[
        field("shipment_id", Cell::Id, &["出库单编号", "出库单号"]),
        field("inner_order_id", Cell::Id, &["订单编号"]),
        field("order_id", Cell::Id, &["子单原始单号", "原始单号"]),
        field("sub_order_id", Cell::Id, &["原始子订单号"]),
        field("created_at", Cell::Time, &["下单时间"]),
        field("paid_at", Cell::Time, &["付款时间"]),
        field("shipped_at", Cell::Time, &["发货时间"]),
        field("shop", Cell::Name, &["店铺", "店铺名称"]),
        field("warehouse", Cell::Name, &["仓库"]),
        field("buyer", Cell::Person, &["客户网名"]),
        field("province", Cell::Province, &["收货地区"]),
        field("city", Cell::City, &["收货地区"]),
        field("carrier", Cell::Name, &["物流公司"]),
        field("goods_no", Cell::Name, &["货品编号"]),
        field("sku_code", Cell::Name, &["商家编码"]),
        field("title", Cell::Name, &["货品名称"]),
        field("units", Cell::Count, &["货品数量"]),
        field("unit_price_fen", Cell::Money, &["货品成交价"]),
        field("goods_fen", Cell::Money, &["货品成交总价"]),
        field("order_due_fen", Cell::Money, &["应收金额"]),
        field("order_type", Cell::Name, &["订单类型"]),
        field("state", Cell::Name, &["出库单状态"]),
    ],
    ..Kind::PLAIN
};
