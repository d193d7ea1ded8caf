//! The Thursday sheet of the store: every item with a stock asked for, the rows that came of it with what stands behind them.

use super::{Ahead, Stocked, ahead};
use crate::analytics::stock::card::Card;
use crate::analytics::stock::gather::Goods;
use crate::analytics::stock::incoming::{Incoming, incoming};
use crate::analytics::stock::ledger::{Movement, Source};
use crate::analytics::stock::sheet::books::{Books, Known};
use crate::analytics::stock::sheet::buying::{OfSupplier, by_supplier};
use crate::analytics::stock::sheet::what_if::WhatIf;
use crate::analytics::stock::sheet::{Asked, Sheet, When, sheet};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The sheet, as it would be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetView {
    /// What would be different; nothing by default.
    pub what_if: WhatIf,
    /// The sheet.
    pub sheet: Sheet,
    /// What stands behind each of its rows, in the same order.
    pub behind: Vec<Behind>,
    /// What it comes to when nothing is different.
    pub base: Totals,
    /// What it asks of each supplier.
    pub suppliers: Vec<OfSupplier>,
    /// Events that sell before what is ordered on the next Thursday arrives.
    pub ahead: Vec<Ahead>,
}

/// What stands behind a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Behind {
    /// The item.
    pub card: Card,
    /// What is on order.
    pub incoming: Vec<Incoming>,
}

/// What a sheet comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Items to order.
    pub items: u32,
    /// Units.
    pub units: i64,
    /// What they cost, in 分.
    pub cost_fen: i64,
}

impl Totals {
    fn of(sheet: &Sheet) -> Totals {
        Totals {
            items: sheet.rows.iter().filter(|row| row.units() > 0).count() as u32,
            units: sheet.units,
            cost_fen: sheet.cost_fen,
        }
    }
}

pub(super) fn view(shelf: &Stocked<'_>, what_if: WhatIf) -> SheetView {
    let today = shelf.frame.today;
    let when = When::on(today);
    let desk = &shelf.desk;
    let books = Books::of(desk, when);
    let on_order = incoming(desk);
    let ordered = ordered_items(shelf);
    let mut behind: Vec<Behind> = Vec::new();
    for item in shelf.items() {
        let card = shelf.card(item);
        if card.hand.is_none() {
            continue;
        }
        let incoming = match on_order.get(item) {
            Some(incoming) => incoming.clone(),
            None if ordered.contains(item) => Vec::new(),
            None => of_table(shelf.goods(item), shelf.written(item), today),
        };
        behind.push(Behind { card, incoming });
    }
    let all: Vec<Asked<'_>> = behind
        .iter()
        .filter_map(|behind| {
            let card = &behind.card;
            let known = Known {
                on_hand: card.units()?,
                expected: card.expected,
                rhythm: &[],
                cost_fen: card.cost_fen,
                price_fen: card.price_fen,
            };
            Some(Asked {
                incoming: &behind.incoming,
                ..books.ask(&card.item, known)
            })
        })
        .collect();
    let made = sheet(&all, when, &desk.rules, &what_if);
    let base = match what_if == WhatIf::default() {
        true => Totals::of(&made),
        false => Totals::of(&sheet(&all, when, &desk.rules, &WhatIf::default())),
    };
    let longest = all
        .iter()
        .map(|item| item.lead.lead.days)
        .fold(0.0, f64::max);
    let until = when.next_review().plus(longest.ceil() as i32);
    let shown: BTreeSet<&str> = made.rows.iter().map(|row| row.item.as_str()).collect();
    let mut kept: Vec<Behind> = behind
        .iter()
        .filter(|behind| shown.contains(behind.card.item.as_str()))
        .cloned()
        .collect();
    for (behind, row) in kept.iter_mut().zip(&made.rows) {
        behind.card.supplier.clone_from(&row.supplier);
    }
    SheetView {
        what_if,
        suppliers: by_supplier(&made),
        behind: kept,
        base,
        ahead: match made.rows.is_empty() {
            true => Vec::new(),
            false => ahead(Span::new(today, until)),
        },
        sheet: made,
    }
}

/// The items that the books have ever ordered: of these, what is on order stands in the books, and a table of stock does not
/// count it a second time.
fn ordered_items<'a>(shelf: &'a Stocked<'_>) -> BTreeSet<&'a str> {
    let lines = shelf.desk.orders.iter().flat_map(|order| &order.lines);
    lines.map(|line| line.item.as_str()).collect()
}

/// What the newest table of stock says to be on order, less what has arrived since.
pub(super) fn of_table(goods: Option<&Goods>, written: &[Movement], today: Day) -> Vec<Incoming> {
    let Some(goods) = goods.filter(|goods| goods.inbound > 0) else {
        return Vec::new();
    };
    let since = goods.counted.last().map_or(today, |(day, _)| *day);
    let arrived: i64 = written
        .iter()
        .filter(|movement| {
            matches!(movement.source, Source::Arrived { .. }) && movement.day >= since
        })
        .map(|movement| movement.units)
        .sum();
    let units = goods.inbound - arrived;
    let of = Incoming {
        order: None,
        expected: None,
        units,
    };
    (units > 0).then_some(of).into_iter().collect()
}
