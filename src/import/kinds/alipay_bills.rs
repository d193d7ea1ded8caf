//! The movements of an Alipay account (支付宝账务明细): two rows above the header, a remark below the table. 商户订单号 is
//! `T200P` and the number of the order. Amounts keep the signs that the file gives them.

use super::fields::field;
use super::{Cell, Days, Kind, System};

/// Movements of an Alipay account.
pub static KIND: Kind = Kind {
    name: "alipay_bills",
    title: ("支付宝账务明细", "Account movements (支付宝)"),
    system: System::Alipay,
    found: (
        "支付宝商家中心 → 对账中心 → 账务明细 → 下载",
        "支付宝商家中心 → 对账中心 → 账务明细 → download (movements)",
    ),
    file_names: &["账务", "支付宝"],
    must: &["bill_type", "income_fen", "expense_fen"],
    foreign: &["入账类型"],
    key: &[
        "booked_at",
        "payment_id",
        "bill_type",
        "order_id",
        "base_order_id",
        "income_fen",
        "expense_fen",
    ],
    repeats: true,
    days: Days::Moments(&["booked_at"]),
    totals: &["income_fen", "expense_fen"],
    fields: &[
        field(
            "booked_at",
            Cell::Time,
            &["入账时间", "发生时间", "账务时间", "记账时间", "时间"],
        ),
        field(
            "payment_id",
            Cell::Id,
            &["支付宝流水号", "账务流水号", "流水号"],
        ),
        field("bill_type", Cell::Name, &["账务类型", "业务类型"]),
        field("order_id", Cell::Id, &["商户订单号"]),
        field("base_order_id", Cell::Id, &["业务基础订单号"]),
        field("income_fen", Cell::Money, &["收入(+元)", "收入金额(+元)"]),
        field("expense_fen", Cell::Money, &["支出(-元)", "支出金额(-元)"]),
        field("balance_fen", Cell::Money, &["账户余额(元)", "余额(元)"]),
        field("description", Cell::Name, &["业务描述"]),
    ],
    ..Kind::PLAIN
};
