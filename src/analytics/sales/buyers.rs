//! Recency, frequency, monetary: when each buyer last paid, how often, and how much.
//!
//! A buyer is known by the keyed hash of the nick, and is told by the number of the last order, by which the back office
//! finds the person again.

use super::choice::Chosen;
use crate::import::columns::MADE_UP;
use crate::import::kinds::orders::column;
use crate::model::time::{Civil, Day};
use crate::table::first;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The buyers of some orders. Orders without a buyer are in none of the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyers {
    /// The day of the last payment among the orders: recency counts back from here, not from a clock.
    pub as_of: Option<Day>,
    /// By frequency: how many buyers paid so many orders, and how much. Fewest orders first.
    pub by_orders: Vec<Frequency>,
    /// By recency: how many buyers last paid so many days before. Fewest days first.
    pub by_days: Vec<Recency>,
    /// Those who paid most after refunds; of those that tie, the one who paid last.
    pub top: Vec<Buyer>,
}

/// The buyers who paid so many orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequency {
    /// Orders paid by each.
    pub orders: u32,
    /// How many buyers.
    pub buyers: u64,
    /// What they paid after refunds, in 分.
    pub net_fen: i64,
}

/// The buyers who last paid on one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recency {
    /// Days from then to [`Buyers::as_of`].
    pub days: u32,
    /// How many buyers.
    pub buyers: u64,
}

/// One buyer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// The number of the last order paid; `None` where its file has no order numbers.
    pub last_order: Option<String>,
    /// When it was paid.
    pub last_paid: Civil,
    /// Orders paid.
    pub orders: u32,
    /// What was paid after refunds, in 分.
    pub net_fen: i64,
}

/// What is known of a buyer while the orders go by.
#[derive(Clone, Copy, Default)]
struct Seen {
    last_paid: u32,
    last_row: u32,
    orders: u32,
    net_fen: i64,
}

pub(super) fn buyers(chosen: &Chosen<'_>, top: usize) -> Buyers {
    let columns = chosen.columns;
    let add = |seen: &mut Seen, row: usize| {
        let order = columns.get(row);
        let paid = order.paid.unwrap_or(0);
        if paid >= seen.last_paid {
            (seen.last_paid, seen.last_row) = (paid, row as u32);
        }
        seen.orders += 1;
        seen.net_fen += order.paid_gross_fen - order.refund_fen;
    };
    let all = chosen
        .orders
        .buyers()
        .fold(&chosen.paid(), Seen::default(), add);
    let seen = || all.iter().filter(|seen| seen.orders > 0);
    let day = |seen: &Seen| Civil(seen.last_paid).day();
    let mut by_orders: BTreeMap<u32, Frequency> = BTreeMap::new();
    let mut last_days: BTreeMap<Day, u64> = BTreeMap::new();
    for buyer in seen() {
        let step = by_orders.entry(buyer.orders).or_default();
        step.orders = buyer.orders;
        step.buyers += 1;
        step.net_fen += buyer.net_fen;
        *last_days.entry(day(buyer)).or_default() += 1;
    }
    let as_of = last_days.keys().last().copied();
    let recency = |(day, buyers): (Day, u64)| Recency {
        days: as_of.map_or(0, |as_of| (as_of.0 - day.0) as u32),
        buyers,
    };
    let order = |a: &&Seen, b: &&Seen| {
        let by_amount = b.net_fen.cmp(&a.net_fen);
        by_amount.then(b.last_paid.cmp(&a.last_paid))
    };
    let ids = chosen.orders.records().table().ids(column::ORDER_ID);
    let buyer = |seen: &Seen| Buyer {
        last_order: ids
            .get(seen.last_row as usize)
            .filter(|id| **id < MADE_UP)
            .map(u64::to_string),
        last_paid: Civil(seen.last_paid),
        orders: seen.orders,
        net_fen: seen.net_fen,
    };
    Buyers {
        as_of,
        by_orders: by_orders.into_values().collect(),
        by_days: last_days.into_iter().rev().map(recency).collect(),
        top: first(top, seen(), order).into_iter().map(buyer).collect(),
    }
}
