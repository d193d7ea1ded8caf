//! Tables about items: the stock as the ERP shows it, and the costs as the manager keeps them.

use super::facts::Facts;
use super::yuan;
use crate::demo::catalogue::ITEMS;
use crate::model::time::Day;
use std::fmt::Write;

/// The stock at the end of a day.
pub(super) fn stock(facts: &Facts, day: Day) -> String {
    let mut out = "商品编码,商品名称,颜色及规格,仓库,实际库存数,订单占有数,可用数,采购在途数,前7天<br/>销量\n".to_owned();
    for (at, item) in ITEMS.iter().enumerate() {
        let week = (0..7).map(|ago| day.plus(-ago));
        let sold: i64 = week
            .flat_map(|day| {
                facts
                    .items(day)
                    .filter(|(i, _)| *i == at)
                    .map(|(_, f)| f.paid_units)
            })
            .sum();
        // Some run short, some lie for months.
        let cover_days = [3, 9, 18, 33, 60, 140][at % 6];
        let on_hand = sold * cover_days / 7 + i64::from(at % 5 == 4) * 40;
        let held = (sold / 14).min(on_hand);
        let on_order = if at % 6 == 0 { sold * 3 } else { 0 };
        let title = item.title.replace('"', "\"\"");
        let _ = writeln!(
            out,
            "{},\"{title}\",{},主仓,{on_hand},{held},{},{on_order},{sold}",
            item.code,
            item.variants[0],
            on_hand - held
        );
    }
    out
}

/// What each item costs.
pub(super) fn costs() -> String {
    let mut out = "商家编码,商品名称,成本价,包装费\n".to_owned();
    for (at, item) in ITEMS.iter().enumerate() {
        let cost = i64::from(item.price_fen) * [38, 44, 51, 57, 63][at % 5] / 100;
        let title = item.title.replace('"', "\"\"");
        let _ = writeln!(out, "{},\"{title}\",{},1.20", item.code, yuan(cost));
    }
    out
}
