//! What is on hand and what it costs: the newest table of stock, and the costs, found by the item's number or its codes.

use super::{Item, ItemKey, Stock};
use crate::analytics::cells::{id, moment, money, name, number};
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::DAY;
use crate::model::time::{Civil, Day};
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The tables that are looked at: stock first, the best first of those of one day.
pub(super) const KINDS: [&str; 4] = ["jushuitan_stock", "wangdiantong_stock", "stock", "costs"];
const STOCK: [&str; 3] = ["jushuitan_stock", "wangdiantong_stock", "stock"];

/// What is on hand and what it costs, by code and by number.
#[derive(Default)]
pub(super) struct Shelves {
    pub(super) day: Option<Day>,
    by_code: BTreeMap<String, Stock>,
    by_id: BTreeMap<u64, Stock>,
    cost_by_code: BTreeMap<String, i64>,
    cost_by_id: BTreeMap<u64, i64>,
}

pub(super) fn read(shelf: &Shelf) -> Shelves {
    let mut shelves = Shelves::default();
    let tables = STOCK.into_iter().filter_map(|kind| shelf.others.get(kind));
    let newest = tables
        .filter_map(|(table, _)| Some((*table, newest_day(table)?)))
        .rev()
        .max_by_key(|(_, day)| *day);
    if let Some((table, day)) = newest {
        shelves.day = Some(day);
        shelves.read_stock(table, day);
    }
    if let Some((table, _)) = shelf.others.get("costs") {
        shelves.read_costs(table);
    }
    shelves
}

fn day_of(table: &Table, row: usize) -> Option<Day> {
    moment(table, &[DAY], row).map(|at| Civil(at).day())
}

fn newest_day(table: &Table) -> Option<Day> {
    (0..table.rows()).filter_map(|row| day_of(table, row)).max()
}

impl Shelves {
    fn read_stock(&mut self, table: &Table, day: Day) {
        for row in (0..table.rows()).filter(|row| day_of(table, *row) == Some(day)) {
            let of = |column: &str| number(table, column, row);
            let held = of("reserved_units_milli").unwrap_or(0);
            let on_hand = of("stock_units_milli").map(|units| units - held);
            let stock = Stock {
                units_milli: of("available_units_milli").or(on_hand).unwrap_or(0),
                inbound_milli: of("inbound_units_milli").unwrap_or(0),
            };
            let sum = match (name(table, "sku_code", row), id(table, "item_id", row)) {
                (_, Some(id)) => self.by_id.entry(id).or_default(),
                (Some(code), None) => self.by_code.entry(code.to_owned()).or_default(),
                (None, None) => continue,
            };
            sum.units_milli += stock.units_milli;
            sum.inbound_milli += stock.inbound_milli;
        }
    }

    /// The costs; of several days the newest counts.
    fn read_costs(&mut self, table: &Table) {
        let mut rows: Vec<usize> = (0..table.rows()).collect();
        rows.sort_by_key(|row| day_of(table, *row));
        for row in rows {
            let Some(cost) = money(table, "cost_fen", row) else {
                continue;
            };
            let of = |column: &str| money(table, column, row).unwrap_or(0);
            let whole = cost + of("freight_fen") + of("packing_fen");
            if let Some(id) = id(table, "item_id", row) {
                self.cost_by_id.insert(id, whole);
            }
            if let Some(code) = name(table, "sku_code", row) {
                self.cost_by_code.insert(code.to_owned(), whole);
            }
        }
    }

    /// What is on hand of an item: all of its codes together.
    pub(super) fn of(&self, key: &ItemKey, codes: &[String]) -> Option<Stock> {
        let by_id = match key {
            ItemKey::Id(id) => self.by_id.get(id).copied(),
            _ => None,
        };
        by_id.or_else(|| {
            let found = codes.iter().filter_map(|code| self.by_code.get(code));
            found.copied().reduce(|a, b| Stock {
                units_milli: a.units_milli + b.units_milli,
                inbound_milli: a.inbound_milli + b.inbound_milli,
            })
        })
    }

    /// What a unit costs; of several codes the mean.
    pub(super) fn cost_of(&self, key: &ItemKey, codes: &[String]) -> Option<i64> {
        if let ItemKey::Id(id) = key
            && let Some(cost) = self.cost_by_id.get(id)
        {
            return Some(*cost);
        }
        let found: Vec<i64> = codes
            .iter()
            .filter_map(|code| self.cost_by_code.get(code).copied())
            .collect();
        let count = i64::try_from(found.len()).ok().filter(|n| *n > 0)?;
        Some(found.iter().sum::<i64>() / count)
    }

    /// Codes and numbers with stock that belong to none of the items.
    pub(super) fn idle(&self, items: &[Item]) -> u32 {
        let codes: BTreeSet<&String> = items.iter().flat_map(|item| &item.codes).collect();
        let ids: BTreeSet<u64> = items
            .iter()
            .filter_map(|item| match item.key {
                ItemKey::Id(id) => Some(id),
                _ => None,
            })
            .collect();
        let of_codes = self
            .by_code
            .keys()
            .filter(|code| !codes.contains(code))
            .count();
        let of_ids = self.by_id.keys().filter(|id| !ids.contains(id)).count();
        (of_codes + of_ids) as u32
    }
}
