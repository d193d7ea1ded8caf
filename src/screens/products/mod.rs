//! The items of a period in words, numbers and tables.

pub mod decide;
pub mod item;
pub mod matrix;
pub mod missing;
pub mod profit;
pub mod ranking;
pub mod tables;
pub mod tiles;

use crate::analytics::items::Items;
use crate::analytics::metrics::{Absent, Value};
use crate::analytics::products::ranking::By;
use crate::analytics::products::reference::ItemRef;
use crate::grid::Cell;
use crate::i18n::{Lang, Text, format};
use crate::route::Route;

/// What items are ranked by, in words.
pub fn by_name(by: By) -> Text {
    match by {
        By::Paid => Text::ProdByPaid,
        By::Units => Text::ProdByUnits,
        By::Visitors => Text::ProdByVisitors,
        By::Conversion => Text::ProdByConversion,
        By::Refunds => Text::ProdByRefunds,
        By::RefundRate => Text::ProdByRefundRate,
        By::Profit => Text::ProdByProfit,
    }
}

/// An item by its place in the period: its title and where all of it is told.
fn item_of(items: &Items, at: u32) -> Option<(String, Route)> {
    let item = items.items.get(at as usize)?;
    Some((item.title.clone(), Route::Item(ItemRef::of(&item.key))))
}

/// A cell that leads to an item; its title alone where it is none of the period.
fn item_cell(items: &Items, at: Option<u32>, title: &str) -> Cell {
    match at.and_then(|at| item_of(items, at)) {
        Some((title, to)) => Cell::Link(title, to),
        None => Cell::Text(title.to_owned()),
    }
}

fn none() -> Cell {
    Cell::Value(Value::Absent(Absent::NoDenominator))
}

fn count(n: Option<i64>) -> Cell {
    n.map_or_else(none, |n| Cell::Value(Value::Count(n)))
}

fn money(fen: Option<i64>) -> Cell {
    fen.map_or_else(none, |fen| Cell::Value(Value::Fen(fen)))
}

fn rate(part: Option<i64>, whole: Option<i64>) -> Cell {
    match (part, whole) {
        (Some(num), Some(den)) if den > 0 => Cell::Value(Value::Rate { num, den }),
        _ => none(),
    }
}

/// A share in percent, with two decimals.
fn percent(lang: Lang, (num, den): (i64, i64)) -> String {
    match den > 0 {
        true => format::full(lang, &Value::Rate { num, den }),
        false => format::NONE.to_owned(),
    }
}

/// A share of 1 in percent, with one decimal.
fn per_cent(share: f64) -> String {
    format!("{}%", format::decimals(share * 100.0, 1))
}

#[cfg(test)]
mod sample;
