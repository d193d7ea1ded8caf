//! The orders of 聚水潭: one row per order and article, perhaps below a title (`名称：聚水潭成本`). 应付金额 and 已付金额 are those of
//! the whole order and stand in each of its rows; only the amounts of the row are added up.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, Days, Kind, System};

/// Order rows of 聚水潭.
pub static KIND: Kind = Kind {
    name: "jushuitan_orders",
    title: ("聚水潭订单", "Orders (聚水潭)"),
    system: System::Jushuitan,
    found: (
        "聚水潭 → 订单 → 订单查询 → 导出",
        "聚水潭 → 订单 → 订单查询 → export (orders)",
    ),
    file_names: &["聚水潭"],
    must: &["inner_order_id", "created_at", "sku_code"],
    foreign: &["售后单号"],
    key: &["inner_order_id", "order_id", "sub_order_id", "sku_code"],
    repeats: true,
    days: Days::Moments(&["created_at", "paid_at"]),
    totals: &["goods_fen", "paid_fen", "units"],
    shop_column: Some("shop"),
    fields: &[
        field("inner_order_id", Cell::Id, &["内部订单号"]),
        field("order_id", Cell::Id, &["线上订单号"]),
        field("first_order_id", Cell::Id, &["原始线上订单号"]),
        field("sub_order_id", Cell::Id, &["线上子订单编号", "子订单编号"]),
        field(
            "created_at",
            Cell::Time,
            &["下单时间", "订单日期", "下单日期"],
        ),
        field("paid_at", Cell::Time, &["付款时间", "付款日期"]),
        field("shipped_at", Cell::Time, &["发货时间", "发货日期"]),
        field("shop", Cell::Name, &["店铺名称", "店铺"]),
        field("platform", Cell::Name, &["平台站点"]),
        field("state", Cell::Name, &["状态"]),
        field("order_type", Cell::Name, &["订单类型"]),
        field("sku_code", Cell::Name, &["商品编码"]),
        field("title", Cell::Name, &["商品名称"]),
        field("units", Cell::Count, &["数量"]),
        field("unit_price_fen", Cell::Money, &["商品单价"]),
        field("goods_fen", Cell::Money, &["商品金额"]),
        field("paid_fen", Cell::Money, &["买家实付"]),
        field("list_price_fen", Cell::Money, &["原价"]),
        field("cost_fen", Cell::Money, &["成本价"]),
        field("order_due_fen", Cell::Money, &["应付金额"]),
        field("order_paid_fen", Cell::Money, &["已付金额"]),
        field("order_postage_fen", Cell::Money, &["收入运费"]),
        field("order_freight_fen", Cell::Money, &["支出运费"]),
    ],
    ..Kind::PLAIN
};
