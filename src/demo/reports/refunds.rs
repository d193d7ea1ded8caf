//! The refunds that succeeded in some days, with every personal column that the real export has.

use super::facts::Facts;
use super::yuan;
use crate::demo::catalogue::ITEMS;
use crate::demo::orders::Store;
use crate::demo::people::Person;
use crate::model::time::{Civil, DAY_SECS, Span};
use std::fmt::Write;

const HEADER: &str = "订单编号,退款编号,支付宝交易号,订单付款时间,商品编码,退款完结时间,买家实际支付金额,宝贝标题,买家退款金额,手工退款/系统退款,是否需要退货,退款的申请时间,超时时间,退款状态,货物状态,退货物流信息,发货物流信息,客服介入状态,卖家真实姓名,卖家退货地址,卖家手机,退货物流单号,退货物流公司,买家退款原因,买家退款说明,买家退货时间,责任方,售中或售后,商家备注,完结时间,部分退款/全部退款,退款操作人,业务类型";

const REASONS: [&str; 6] = [
    "7天无理由退换货",
    "不喜欢/效果不好",
    "多拍/拍错/不想要",
    "质量问题",
    "未按约定时间发货",
    "商品与描述不符",
];

/// The refunds of some days.
pub(super) fn file(store: &Store, facts: &Facts, span: Span) -> String {
    let now = Civil((store.last.0 + 1) as u32 * DAY_SECS - 1);
    let mut out = format!("{HEADER}\n");
    for (order, state) in &facts.orders {
        let Some((at, fen)) = order.refunded(now) else {
            continue;
        };
        if !span.contains(at.day()) {
            continue;
        }
        let person = Person::of(store.seed, order.buyer);
        let shipped = state.shipped.is_some();
        let item = &ITEMS[order.lines[0].0];
        let applied = Civil(at.0.saturating_sub(7_200 + (order.whim % 60_000) as u32));
        let paid = state.paid.unwrap_or(order.created);
        let applied = applied.max(paid);
        let pick = |yes: &'static str, no: &'static str| if shipped { yes } else { no };
        let cells = [
            format!("=\"{}\"", order.id),
            format!("=\"{}\"", order.id / 7 + 90_000_000_000_000_000),
            format!("'{}", order.whim),
            paid.to_string(),
            item.code.to_owned(),
            at.to_string(),
            yuan(i64::from(order.total_fen())),
            format!("\"{}\"", item.title.replace('"', "\"\"")),
            yuan(i64::from(fen)),
            "系统退款".to_owned(),
            pick("买家需要退货", "不需要退货").to_owned(),
            applied.to_string(),
            String::new(),
            "退款成功".to_owned(),
            pick("买家已收到货", "买家未收到货").to_owned(),
            String::new(),
            String::new(),
            "无客服介入".to_owned(),
            "林青禾".to_owned(),
            "浙江省 杭州市 余杭区 演示路1号".to_owned(),
            format!("'{}", person.phone),
            String::new(),
            String::new(),
            REASONS[(order.whim % REASONS.len() as u64) as usize].to_owned(),
            String::new(),
            String::new(),
            "买家".to_owned(),
            pick("售后", "售中").to_owned(),
            String::new(),
            at.to_string(),
            if fen == order.total_fen() {
                "全部退款"
            } else {
                "部分退款"
            }
            .to_owned(),
            person.nick,
            "普通".to_owned(),
        ];
        let _ = writeln!(out, "{}", cells.join(","));
    }
    out
}
