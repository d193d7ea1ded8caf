//! The bills of some days: what the platform pays out when a parcel is confirmed, what it takes off for its service, what
//! goes back to buyers.

use super::facts::Facts;
use super::yuan;
use crate::model::time::{Civil, Span};
use std::fmt::Write;

const HEADER: &str =
    "入账时间,支付流水号,淘宝订单编号,入账类型,收入金额（元）,支出金额,业务描述,备注";

/// The platform's share, in permille.
const SERVICE_FEE: i64 = 20;

/// The bills of some days, in the order of time.
pub(super) fn file(facts: &Facts, span: Span) -> String {
    let mut lines: Vec<(Civil, u64, &str, i64, &str)> = Vec::new();
    for (order, state) in &facts.orders {
        if let Some(at) = state.received.filter(|at| span.contains(at.day())) {
            let fen = i64::from(state.paid_fen) - i64::from(state.refund_fen);
            if fen > 0 {
                lines.push((at, order.id, "交易收款", fen, "确认收货后打款"));
                let fee = fen * SERVICE_FEE / 1000;
                lines.push((at, order.id, "天猫佣金", -fee, "技术服务费"));
            }
        }
    }
    lines.sort();
    let mut out = format!("{HEADER}\n");
    for (n, (at, order, kind, fen, what)) in lines.into_iter().enumerate() {
        let (income, expense) = if fen >= 0 { (fen, 0) } else { (0, -fen) };
        let _ = writeln!(
            out,
            "{at},=\"{}\",=\"{order}\"\t,{kind},{},{},{what},",
            order / 11 + n as u64,
            yuan(income),
            yuan(expense)
        );
    }
    out
}
