//! The shipping sheet (千牛 → 发货): which items of which orders are to be sent, and by whom.

use super::fields::field;
use super::{Cell, Days, Kind, Rhythm, System};

/// The shipping sheet.
pub static KIND: Kind = Kind {
    name: "shipments",
    title: ("发货表", "Shipping sheet"),
    system: System::Qianniu,
    found: (
        "千牛 → 交易 → 发货管理 → 批量发货 → 导出",
        "千牛 → 交易 → 发货管理 → 批量发货 → 导出 (shipping)",
    ),
    file_names: &["发货"],
    must: &["sub_order_id", "carrier"],
    foreign: &[
        "订单状态",
        "购买数量",
        "商品价格",
        "价格",
        "退款编号",
        "内部订单号",
    ],
    key: &["sub_order_id"],
    days: Days::Snapshot,
    rhythm: Rhythm::Seldom,
    fields: &[
        field("sub_order_id", Cell::Id, &["子订单编号"]),
        field("order_id", Cell::Id, &["主订单编号", "订单编号"]),
        field("sku_code", Cell::Name, &["商家编码"]),
        field("outer_code", Cell::Name, &["外部系统编号"]),
        field("title", Cell::Name, &["商品标题", "宝贝标题"]),
        field("carrier", Cell::Name, &["物流公司"]),
    ],
    ..Kind::PLAIN
};
