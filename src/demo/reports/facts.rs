//! What happened on each of the last days, worked out of the orders.

use super::super::calendar;
use super::super::catalogue::ITEMS;
use super::super::orders::{Order, State, Store};
use super::super::random::Dice;
use crate::model::time::{Civil, DAY_SECS, Day};
use std::collections::{BTreeMap, BTreeSet};

const VISITORS: u64 = 11;

/// How long before the first day an order may have been placed that is paid or refunded on it.
const BEFORE_DAYS: i32 = 45;

/// The last days of the store.
pub(in crate::demo) struct Facts {
    /// Every order that matters for them, with what had become of it by the end of the last day.
    pub(super) orders: Vec<(Order, State)>,
    days: BTreeMap<Day, DayFacts>,
}

/// One day of the shop, or of one item.
#[derive(Clone, Debug, Default)]
pub(super) struct Figures {
    pub(super) visitors: i64,
    pub(super) page_views: i64,
    pub(super) ordered_fen: i64,
    pub(super) ordered_units: i64,
    pub(super) ordering: BTreeSet<u64>,
    pub(super) paid_fen: i64,
    pub(super) paid_units: i64,
    pub(super) paid_orders: i64,
    pub(super) paying: BTreeSet<u64>,
    pub(super) refunded_fen: i64,
}

#[derive(Clone, Debug, Default)]
struct DayFacts {
    shop: Figures,
    items: BTreeMap<usize, Figures>,
}

impl Facts {
    /// From a day to the last one.
    pub(super) fn of(store: &Store, first: Day) -> Facts {
        let now = Civil((store.last.0 + 1) as u32 * DAY_SECS - 1);
        let from = first.plus(-BEFORE_DAYS).max(store.first);
        let orders: Vec<(Order, State)> = super::super::days(from, store.last)
            .flat_map(|day| store.orders(day))
            .map(|order| {
                let state = order.state(now);
                (order, state)
            })
            .collect();
        let mut days: BTreeMap<Day, DayFacts> = BTreeMap::new();
        for (order, state) in &orders {
            let placed = days.entry(order.created.day()).or_default();
            add(placed, order, |figures, fen, units| {
                figures.ordered_fen += fen;
                figures.ordered_units += units;
                figures.ordering.insert(order.buyer);
            });
            if let Some(at) = state.paid {
                let paid = days.entry(at.day()).or_default();
                paid.shop.paid_orders += 1;
                add(paid, order, |figures, fen, units| {
                    figures.paid_fen += fen;
                    figures.paid_units += units;
                    figures.paying.insert(order.buyer);
                });
            }
            if let Some((at, fen)) = order.refunded(now) {
                let back = days.entry(at.day()).or_default();
                back.shop.refunded_fen += i64::from(fen);
                let (item, ..) = order.lines[0];
                back.items.entry(item).or_default().refunded_fen += i64::from(fen);
            }
        }
        for (day, facts) in &mut days {
            let mut dice = Dice::of(store.seed, VISITORS, day.0 as u64, 0);
            for (item, figures) in &mut facts.items {
                let usual = i64::from(ITEMS[*item].weight) / 2 + 8;
                let buyers = figures.paying.len() as i64;
                figures.visitors = buyers * i64::from(dice.between(18, 34)) + usual;
                figures.page_views = figures.visitors * i64::from(dice.between(21, 29)) / 10;
            }
            let busy = i64::from(calendar::busyness(*day));
            let looked: i64 = facts.items.values().map(|f| f.visitors).sum();
            facts.shop.visitors = looked * 78 / 100 + busy / 10;
            facts.shop.page_views = facts.shop.visitors * i64::from(dice.between(38, 52)) / 10;
        }
        Facts { orders, days }
    }

    /// The shop's figures of a day.
    pub(super) fn shop(&self, day: Day) -> Figures {
        let facts = self.days.get(&day);
        facts.map(|f| f.shop.clone()).unwrap_or_default()
    }

    /// The items that somebody looked at on a day.
    pub(super) fn items(&self, day: Day) -> impl Iterator<Item = (usize, &Figures)> {
        let items = self.days.get(&day).into_iter().flat_map(|f| &f.items);
        items.map(|(item, figures)| (*item, figures))
    }
}

/// Adds an order to the shop and its lines to their items. What an order is worth beside its goods (postage, rounding)
/// goes to its first line, so that items sum up to the shop.
fn add(facts: &mut DayFacts, order: &Order, count: impl Fn(&mut Figures, i64, i64)) {
    let total = i64::from(order.total_fen());
    let units: i64 = order.lines.iter().map(|l| i64::from(l.2)).sum();
    count(&mut facts.shop, total, units);
    for (item, fen, units) in line_values(order) {
        count(facts.items.entry(item).or_default(), fen, units);
    }
}

/// What each line of an order is worth: item, 分, units.
pub(super) fn line_values(order: &Order) -> Vec<(usize, i64, i64)> {
    let list = |item: usize, units: u32| i64::from(ITEMS[item].price_fen) * i64::from(units);
    let whole: i64 = order.lines.iter().map(|l| list(l.0, l.2)).sum();
    let total = i64::from(order.total_fen());
    let mut lines: Vec<(usize, i64, i64)> = order
        .lines
        .iter()
        .map(|&(item, _, units)| {
            (
                item,
                total * list(item, units) / whole.max(1),
                i64::from(units),
            )
        })
        .collect();
    let rest = total - lines.iter().map(|l| l.1).sum::<i64>();
    if let Some(first) = lines.first_mut() {
        first.1 += rest;
    }
    lines
}

/// The platform's number of an item.
pub(super) fn item_id(item: usize) -> u64 {
    672_000_000_000 + item as u64 * 1_234_567
}
