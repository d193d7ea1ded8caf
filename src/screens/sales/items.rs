//! The items of a period as a table: what each sold, why it changed, and what is on hand.

use super::reason::kind_title;
use crate::analytics::breakdown::Breakdown;
use crate::analytics::compare::change;
use crate::analytics::items::{Item, Items};
use crate::analytics::metrics::{Absent, Value};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};

/// The table; without a row where no file names items.
pub fn table(breakdown: &Breakdown, lang: Lang) -> Table {
    let items = &breakdown.items;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("item", text(Text::HotItem), Kind::Text).deciding(),
        Column::new("paid", text(Text::HotPaid), Kind::Money).deciding(),
        Column::new("share", text(Text::HotShare), Kind::Rate),
        Column::new("change", text(Text::ItemChange), Kind::Change).deciding(),
        Column::new("difference", text(Text::ItemDifference), Kind::Money),
        Column::new("by_visitors", text(Text::PartVisitors), Kind::Money),
        Column::new("by_conversion", text(Text::PartConversion), Kind::Money),
        Column::new("by_spend", text(Text::PartSpend), Kind::Money),
        Column::new("units", text(Text::ItemUnits), Kind::Count),
        Column::new("visitors", text(Text::ItemVisitors), Kind::Count),
        Column::new("conversion", text(Text::HotConversion), Kind::Rate),
        Column::new("refund_rate", text(Text::ItemRefundRate), Kind::Rate),
        Column::new("stock", text(Text::HotStock), Kind::Count),
        Column::new("cover", text(Text::HotCover), Kind::Count),
        Column::new("profit", text(Text::ItemProfit), Kind::Money),
        Column::new("margin", text(Text::ItemMargin), Kind::Rate),
    ];
    let table = Table {
        columns,
        rows: items.items.iter().map(|item| row(items, item)).collect(),
        totals: None,
    };
    without_empty_columns(table)
}

fn row(items: &Items, item: &Item) -> Vec<Cell> {
    let none = || Value::Absent(Absent::NoDenominator);
    let count = |n: Option<i64>| Cell::Value(n.map_or_else(none, Value::Count));
    let rate = |num: Option<i64>, den: Option<i64>| {
        Cell::Value(match (num, den) {
            (Some(num), Some(den)) if den > 0 => Value::Rate { num, den },
            _ => none(),
        })
    };
    let money = |fen: Option<i64>| Cell::Value(fen.map_or_else(none, Value::Fen));
    let is_comparable = items.is_comparable();
    let parts = item.parts().filter(|_| is_comparable);
    let (now, paired, base) = (&item.now, &item.paired, &item.base);
    let of = |fen| Value::Fen(fen);
    let profit = profit_fen(item);
    vec![
        Cell::Text(item.title.clone()),
        Cell::Value(of(now.paid_fen)),
        rate(Some(now.paid_fen), Some(items.total_fen)),
        Cell::Change(change(&of(paired.paid_fen), &of(base.paid_fen)).filter(|_| is_comparable)),
        money(is_comparable.then_some(paired.paid_fen - base.paid_fen)),
        money(parts.map(|p| p[0])),
        money(parts.map(|p| p[1])),
        money(parts.map(|p| p[2])),
        count(now.units),
        count(now.visitors),
        rate(now.buyers, now.visitors),
        rate(now.refund_fen, Some(now.paid_fen)),
        count(item.stock.map(|stock| stock.units_milli / 1000)),
        count(items.cover_days(item).map(|days| days.round() as i64)),
        money(profit),
        rate(profit, Some(net_fen(item))),
    ]
}

fn net_fen(item: &Item) -> i64 {
    item.now.paid_fen - item.now.refund_fen.unwrap_or(0)
}

/// What is left of what was paid after refunds and the cost of the units sold. Fees of the platform and advertising are
/// not taken off.
fn profit_fen(item: &Item) -> Option<i64> {
    Some(net_fen(item) - item.cost_fen? * item.now.units?)
}

/// Columns in which no row has anything are left out.
pub(super) fn without_empty_columns(table: Table) -> Table {
    let is_there = |at: usize| table.rows.iter().any(|row| row[at].is_present());
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|at| is_there(*at))
        .collect();
    let row = |row: &Vec<Cell>| kept.iter().map(|at| row[*at].clone()).collect();
    Table {
        columns: kept.iter().map(|at| table.columns[*at].clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        totals: table.totals.as_ref().map(row),
    }
}

/// From which file the items are, and what is missing of it.
pub fn remark(breakdown: &Breakdown, lang: Lang) -> String {
    let items = &breakdown.items;
    if items.items.is_empty() {
        return String::new();
    }
    let mut parts = vec![t(lang, Text::HotFrom, &[kind_title(lang, &items.source)])];
    let missing = |text: Text, days: i32| t(lang, text, &[&days.to_string()]);
    if items.missing_days > 0 {
        parts.push(missing(Text::AbsentNotCovered, items.missing_days));
    }
    let days = items.span.map_or(0, |span| span.len_days());
    if items.is_comparable() && items.paired_days < days {
        parts.push(missing(Text::DaysPaired, items.paired_days));
    }
    if let Some(day) = items.stock_day {
        parts.push(t(lang, Text::HotStockOf, &[&format::day(lang, day, None)]));
    }
    if items.idle_codes > 0 {
        parts.push(t(lang, Text::ItemsIdle, &[&items.idle_codes.to_string()]));
    }
    parts.join(" · ")
}
