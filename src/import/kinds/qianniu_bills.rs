//! The bills of 千牛 in both forms seen: `入帐日期,入帐时间,…,主订单id` and `入账时间,…,淘宝订单编号`, the brackets of a unit there
//! or not. One row per movement; several movements may share a payment. Amounts keep the signs that the file gives them.

use super::fields::field;
use super::{Cell, Days, Kind, System};

/// Bills of 千牛.
pub static KIND: Kind = Kind {
    name: "qianniu_bills",
    title: ("千牛账单", "Bills (千牛)"),
    system: System::Qianniu,
    found: (
        "千牛 → 财务 → 账单 → 收支明细 → 下载",
        "千牛 → 财务 → 账单 → 收支明细 → download (movements)",
    ),
    file_names: &["账单"],
    must: &["payment_id", "bill_type", "income_fen", "expense_fen"],
    key: &["payment_id", "bill_type", "order_id"],
    repeats: true,
    days: Days::Moments(&["booked_at", "booked_day"]),
    totals: &["income_fen", "expense_fen"],
    shop_column: Some("shop"),
    fields: &[
        field("booked_at", Cell::Time, &["入账时间"]),
        field("booked_day", Cell::Day, &["入账日期"]),
        field("payment_id", Cell::Id, &["支付流水号"]),
        field(
            "order_id",
            Cell::Id,
            &["主订单id", "淘宝订单编号", "订单编号"],
        ),
        field("sub_order_id", Cell::Id, &["子订单id"]),
        field("bill_type", Cell::Name, &["入账类型"]),
        field("income_fen", Cell::Money, &["收入金额(元)", "收入金额"]),
        field("expense_fen", Cell::Money, &["支出金额(元)", "支出金额"]),
        field("description", Cell::Name, &["业务描述"]),
        field("channel", Cell::Name, &["收/付渠道"]),
        field("shop", Cell::Name, &["商家昵称", "店铺名称"]),
    ],
    ..Kind::PLAIN
};
