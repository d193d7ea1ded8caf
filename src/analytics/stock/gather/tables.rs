//! The tables of stock, and those that say what items cost and of whom they are bought.

use super::resolve::{Resolve, style};
use super::{Gathered, Goods};
use crate::analytics::cells::{id, moment, money, name, number};
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::DAY;
use crate::model::time::{Civil, Day};
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The tables that are looked at: stock first, the best first of those of one day.
pub(super) const KINDS: [&str; 5] = [
    "jushuitan_stock",
    "wangdiantong_stock",
    "stock",
    "jushuitan_items",
    "costs",
];
const STOCK: [&str; 3] = ["jushuitan_stock", "wangdiantong_stock", "stock"];

/// Reads the stock of the kind with the newest table, and the costs: those that the operator keeps count before those of a
/// system.
pub(super) fn read(shelf: &Shelf, resolve: &Resolve<'_>, into: &mut Gathered) {
    let tables = STOCK
        .iter()
        .filter_map(|kind| Some((*kind, shelf.others.get(*kind)?.0)));
    let newest = tables
        .filter_map(|(kind, table)| {
            let day = (0..table.rows()).filter_map(|row| day_of(table, row)).max();
            Some((kind, table, day?))
        })
        .rev()
        .max_by_key(|(_, _, day)| *day);
    if let Some((kind, table, day)) = newest {
        into.origins.stock_kind = kind.to_owned();
        into.origins.stock_day = Some(day);
        stock(table, day, resolve, into);
    }
    let mut costs = Costs::default();
    let of_stock = newest.map(|(_, table, _)| table);
    let articles = shelf.others.get("jushuitan_items").map(|(table, _)| *table);
    let own = shelf.others.get("costs").map(|(table, _)| *table);
    for (rank, table) in (0..).zip([of_stock, articles, own]) {
        if let Some(table) = table {
            costs.read(table, rank, resolve, into);
        }
    }
    costs.put(into);
}

fn day_of(table: &Table, row: usize) -> Option<Day> {
    moment(table, &[DAY], row).map(|at| Civil(at).day())
}

fn item_of(table: &Table, row: usize, resolve: &Resolve<'_>) -> Option<String> {
    resolve.item(
        name(table, "sku_code", row),
        style(table, row),
        id(table, "item_id", row),
    )
}

/// The units that can be sold: what is there without what is held for orders. A purchaser orders whole units.
fn units_of(table: &Table, row: usize) -> Option<i64> {
    let of = |column: &str| number(table, column, row);
    let held = of("reserved_units_milli").unwrap_or(0);
    let on_hand = of("stock_units_milli").map(|units| units - held);
    let milli = of("available_units_milli").or(on_hand)?;
    Some(milli.div_euclid(1_000))
}

fn stock(table: &Table, newest: Day, resolve: &Resolve<'_>, into: &mut Gathered) {
    let mut days: BTreeMap<String, BTreeMap<Day, i64>> = BTreeMap::new();
    let mut skus: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for row in 0..table.rows() {
        let (Some(day), Some(item), Some(units)) = (
            day_of(table, row),
            item_of(table, row, resolve),
            units_of(table, row),
        ) else {
            continue;
        };
        if let Some(code) = name(table, "sku_code", row) {
            skus.entry(item.clone()).or_default().insert(code);
        }
        let goods = into.goods.entry(item.clone()).or_default();
        if day == newest {
            let inbound = number(table, "inbound_units_milli", row).unwrap_or(0);
            goods.inbound += inbound.div_euclid(1_000);
        }
        if let (true, Some(title)) = (goods.title.is_empty(), name(table, "title", row)) {
            goods.title = title.to_owned();
        }
        *days.entry(item).or_default().entry(day).or_default() += units;
    }
    for (item, days) in days {
        if let Some(goods) = into.goods.get_mut(&item) {
            goods.counted = days.into_iter().collect();
            goods.skus = skus.get(&item).map_or(0, |skus| skus.len() as u32);
        }
    }
}

/// What items cost: of several tables the one of the highest rank, of several days the newest, of several SKUs the mean.
#[derive(Default)]
struct Costs {
    items: BTreeMap<String, Cost>,
}

struct Cost {
    of: (i32, Option<Day>),
    sum_fen: i64,
    count: i64,
}

impl Costs {
    fn read(&mut self, table: &Table, rank: i32, resolve: &Resolve<'_>, into: &mut Gathered) {
        for row in 0..table.rows() {
            let Some(item) = item_of(table, row, resolve) else {
                continue;
            };
            // What nobody sells and nobody has is not bought.
            if let Some(goods) = into.goods.get_mut(&item) {
                terms(goods, table, row);
            }
            let fen = money(table, "purchase_fen", row).or_else(|| money(table, "cost_fen", row));
            let Some(fen) = fen.filter(|fen| *fen > 0) else {
                continue;
            };
            let of = (rank, day_of(table, row));
            let cost = self.items.entry(item).or_insert(Cost {
                of,
                sum_fen: 0,
                count: 0,
            });
            if of > cost.of {
                *cost = Cost {
                    of,
                    sum_fen: 0,
                    count: 0,
                };
            }
            if of == cost.of {
                cost.sum_fen += fen;
                cost.count += 1;
            }
        }
    }

    fn put(self, into: &mut Gathered) {
        for (item, cost) in self.items {
            if let Some(goods) = into.goods.get_mut(&item) {
                goods.cost_fen = Some((cost.sum_fen + cost.count / 2) / cost.count.max(1));
                into.origins.has_costs = true;
            }
        }
    }
}

/// Takes note of how an item is bought; a later table counts before an earlier one.
fn terms(goods: &mut Goods, table: &Table, row: usize) {
    let count = |column: &str| {
        let count = number(table, column, row).and_then(|units| u32::try_from(units).ok());
        count.filter(|count| *count > 0)
    };
    let terms = &mut goods.terms;
    if let Some(supplier) = name(table, "supplier", row) {
        terms.supplier = Some(supplier.to_owned());
    }
    terms.min_units = count("min_units").or(terms.min_units);
    terms.box_units = count("box_units").or(terms.box_units);
    terms.lead_days = count("lead_days").or(terms.lead_days);
    if let (true, Some(title)) = (goods.title.is_empty(), name(table, "title", row)) {
        goods.title = title.to_owned();
    }
}
