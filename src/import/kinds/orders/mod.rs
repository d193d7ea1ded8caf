//! The order list (千牛 → 已卖出的宝贝 → 批量导出 → 订单报表, `ExportOrderList*.csv`), one row per order, in every form seen
//! from 2013 to 2026: 40, 41, 44, 54, 56 and 71 columns, and the freely chosen columns since 2024.

mod newest;
mod settle;

pub(super) use newest::is_newer;

use super::fields::field;
use super::{Cell, Days, Field, Kind, System};
use crate::model::order::OrderStatus;

/// Names of the stored columns.
#[allow(missing_docs)]
pub mod column {
    pub const ORDER_ID: &str = "order_id";
    pub const BUYER: &str = "buyer";
    pub const CREATED_AT: &str = "created_at";
    pub const PAID_AT: &str = "paid_at";
    pub const SHIPPED_AT: &str = "shipped_at";
    pub const RECEIVED_AT: &str = "received_at";
    pub const ORDERED_FEN: &str = "ordered_fen";
    /// As the file has it; see `PAID_BASIS`.
    pub const PAID_FEN: &str = "paid_fen";
    /// Whether the paid amount has refunds taken off, a code of [`super::PaidBasis`]. Worked out, not read.
    pub const PAID_BASIS: &str = "paid_basis";
    pub const REFUND_FEN: &str = "refund_fen";
    pub const GOODS_FEN: &str = "goods_fen";
    pub const POSTAGE_FEN: &str = "postage_fen";
    pub const SETTLED_FEN: &str = "settled_fen";
    pub const STATUS: &str = "status";
    pub const CLOSE_REASON: &str = "close_reason";
    pub const PROVINCE: &str = "province";
    pub const CITY: &str = "city";
    pub const TITLE: &str = "title";
    pub const UNITS: &str = "units";
    pub const KINDS: &str = "kinds";
    pub const SHOP: &str = "shop";
    pub const TERMINAL: &str = "terminal";
    pub const STAGES: &str = "stages";
    pub const CARRIER: &str = "carrier";
}

/// What 买家实际支付金额 means in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum PaidBasis {
    /// Refunds are not taken off.
    Gross = 1,
    /// Refunds are taken off already, as the platform does it.
    Net = 2,
}

/// The order list.
pub static KIND: Kind = Kind {
    name: "orders",
    title: ("订单报表", "Order list"),
    system: System::Qianniu,
    found: (
        "千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 下载订单报表",
        "千牛 → 交易 → 已卖出的宝贝 → 批量导出 → 下载订单报表 (order report)",
    ),
    file_names: &["ExportOrderList", "订单报表"],
    key: &[column::ORDER_ID],
    days: Days::Moments(&[column::CREATED_AT, column::PAID_AT]),
    totals: &[column::ORDERED_FEN, column::PAID_FEN, column::REFUND_FEN],
    together: &[column::PAID_FEN, column::PAID_BASIS, column::REFUND_FEN],
    foreign: &[
        "子订单编号",
        "退款编号",
        "退款状态",
        "入账类型",
        "佣金",
        "内部订单号",
        "出库单编号",
    ],
    shop_column: Some(column::SHOP),
    settle: settle::settle,
    is_newer,
    fields: FIELDS,
    marks: &[
        column::ORDER_ID,
        column::ORDERED_FEN,
        column::PAID_FEN,
        column::CREATED_AT,
        column::PAID_AT,
        column::STATUS,
        column::TITLE,
        column::REFUND_FEN,
        column::GOODS_FEN,
    ],
    min_marks: 4,
    ..Kind::PLAIN
};

const FIELDS: &[Field] = &[
    field(
        column::ORDER_ID,
        Cell::Id,
        &[
            "订单编号",
            "主订单编号",
            "订单号",
            "淘宝订单编号",
            "线上订单号",
        ],
    )
    .wanted(),
    field(
        column::BUYER,
        Cell::Person,
        &[
            "买家会员名",
            "买家会员名称",
            "买家昵称",
            "买家旺旺",
            "客户网名",
        ],
    )
    .wanted(),
    field(
        column::CREATED_AT,
        Cell::Time,
        &[
            "订单创建时间",
            "买家下单时间",
            "下单时间",
            "拍下时间",
            "创建时间",
        ],
    )
    .wanted(),
    field(
        column::PAID_AT,
        Cell::Time,
        &["订单付款时间", "买家付款时间", "付款时间", "支付时间"],
    )
    .wanted(),
    field(
        column::SHIPPED_AT,
        Cell::Time,
        &["发货时间", "卖家发货时间"],
    ),
    field(column::RECEIVED_AT, Cell::Time, &["确认收货时间"]),
    field(
        column::ORDERED_FEN,
        Cell::Money,
        &["总金额", "订单总金额", "订单金额", "总金额(旧版)"],
    )
    .wanted(),
    field(
        column::PAID_FEN,
        Cell::MoneyOrNone,
        &[
            "买家实际支付金额",
            "买家实付金额",
            "实付金额",
            "买家实付",
            "实际支付金额",
        ],
    )
    .wanted(),
    field(
        column::REFUND_FEN,
        Cell::MoneyOrNone,
        &["退款金额", "买家退款金额", "退款总额"],
    )
    .wanted(),
    field(
        column::GOODS_FEN,
        Cell::Money,
        &["买家应付货款", "应付货款"],
    ),
    field(
        column::POSTAGE_FEN,
        Cell::Money,
        &["买家应付邮费", "应付邮费", "邮费"],
    ),
    field(
        column::SETTLED_FEN,
        Cell::Money,
        &["确认收货打款金额", "打款商家金额"],
    ),
    field(
        column::STATUS,
        Cell::Status(STATUSES),
        &["订单状态", "交易状态"],
    )
    .wanted(),
    field(
        column::CLOSE_REASON,
        Cell::Name,
        &["订单关闭原因", "关闭原因"],
    ),
    field(
        column::PROVINCE,
        Cell::Province,
        &[
            "收货省份",
            "收货地址",
            "收货人地址",
            "收货地区",
            "省份",
            "省",
        ],
    )
    .wanted(),
    field(
        column::CITY,
        Cell::City,
        &["收货市", "收货地址", "收货人地址", "收货地区", "城市"],
    ),
    field(column::TITLE, Cell::Name, &["宝贝标题", "商品标题", "标题"]).wanted(),
    field(
        column::UNITS,
        Cell::Count,
        &["宝贝总数量", "商品总数量", "购买数量"],
    ),
    field(column::KINDS, Cell::Count, &["宝贝种类", "商品种类"]),
    field(column::SHOP, Cell::Name, &["店铺名称", "店铺"]),
    field(column::TERMINAL, Cell::Name, &["是否手机订单"]),
    field(column::STAGES, Cell::Name, &["分阶段订单信息"]),
    field(column::CARRIER, Cell::Name, &["物流公司"]),
];

/// Status texts, normalised: full-width punctuation made half-width.
pub(super) const STATUSES: &[(&str, u8)] = &[
    ("等待买家付款", OrderStatus::AwaitingPayment as u8),
    ("未付款", OrderStatus::AwaitingPayment as u8),
    ("买家已付款,等待卖家发货", OrderStatus::Paid as u8),
    ("等待卖家发货", OrderStatus::Paid as u8),
    ("已付款", OrderStatus::Paid as u8),
    ("卖家部分发货", OrderStatus::Shipped as u8),
    ("卖家已发货,等待买家确认", OrderStatus::Shipped as u8),
    ("卖家已发货", OrderStatus::Shipped as u8),
    ("已发货", OrderStatus::Shipped as u8),
    ("已收货", OrderStatus::Completed as u8),
    ("已完成", OrderStatus::Completed as u8),
    ("待评价", OrderStatus::Completed as u8),
    ("已结算", OrderStatus::Completed as u8),
    ("交易成功", OrderStatus::Completed as u8),
    ("交易关闭", OrderStatus::Closed as u8),
    ("已取消", OrderStatus::Closed as u8),
    ("取消", OrderStatus::Closed as u8),
    ("退款成功", OrderStatus::Closed as u8),
];
