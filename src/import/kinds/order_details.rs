//! Order details (千牛 → 已卖出的宝贝 → 批量导出 → 宝贝报表, `ExportOrderDetailList*.csv`, `ExportItemlList*.csv`): one row per
//! item of an order. The oldest form has neither a sub-order nor a day; it is told apart by what was bought.

use super::fields::field;
use super::orders::{STATUSES, is_newer};
use super::refunds::REFUND_STATUSES;
use super::{Cell, DAY, Days, Kind, System};

/// Order details.
pub static KIND: Kind = Kind {
    name: "order_details",
    title: ("宝贝报表", "Order details"),
    system: System::Qianniu,
    found: (
        "千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 下载宝贝报表",
        "千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 下载宝贝报表 (item report)",
    ),
    file_names: &["ExportOrderDetailList", "ExportItemlList", "宝贝报表"],
    must: &["order_id"],
    marks: &[
        "sub_order_id",
        "units",
        "unit_fen",
        "attributes",
        "bundle",
        "refund_status",
    ],
    min_marks: 3,
    foreign: &[
        "退款编号",
        "内部订单号",
        "线上订单号",
        "出库单编号",
        "原始单号",
    ],
    key: &["order_id", "sku_code", "attributes"],
    own_key: Some("sub_order_id"),
    repeats: true,
    days: Days::Moments(&["paid_at", "created_at", DAY]),
    totals: &["paid_fen", "units", "refund_fen"],
    together: &["paid_fen", "refund_fen"],
    is_newer,
    fields: &[
        field("sub_order_id", Cell::Id, &["子订单编号"]),
        field("order_id", Cell::Id, &["主订单编号", "订单编号"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("title", Cell::Name, &["商品标题", "标题", "宝贝标题"]),
        field("unit_fen", Cell::Money, &["商品价格", "价格"]),
        field("units", Cell::Count, &["购买数量"]),
        field("outer_code", Cell::Name, &["外部系统编号"]),
        field("attributes", Cell::Name, &["商品属性"]),
        field("bundle", Cell::Name, &["套餐信息"]),
        field("status", Cell::Status(STATUSES), &["订单状态"]).wanted(),
        field("sku_code", Cell::Name, &["商家编码"]).wanted(),
        field("goods_fen", Cell::Money, &["买家应付货款"]),
        field(
            "paid_fen",
            Cell::MoneyOrNone,
            &["买家实付金额", "买家实际支付金额"],
        )
        .wanted(),
        field(
            "refund_status",
            Cell::Status(REFUND_STATUSES),
            &["退款状态"],
        ),
        field("refund_fen", Cell::MoneyOrNone, &["退款金额"]),
        field("created_at", Cell::Time, &["订单创建时间"]),
        field("paid_at", Cell::Time, &["订单付款时间"]).wanted(),
        field("shipped_at", Cell::Time, &["发货时间"]),
        field("stages", Cell::Name, &["分阶段信息"]),
        field("compensated_fen", Cell::MoneyOrNone, &["主动赔付金额"]),
        field("carrier", Cell::Name, &["物流公司"]),
    ],
    ..Kind::PLAIN
};
