//! Purchase orders and suppliers: how far each has come, and how each does.

use super::Stocked;
use crate::analytics::stock::desk::SupplierTerms;
use crate::analytics::stock::incoming::{Standing, standings};
use crate::analytics::stock::lead_time::{LeadTime, Record, lead_time, records};
use crate::analytics::stock::mismatch::{Mismatch, mismatches};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Purchase orders and suppliers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BuyingView {
    /// How far each order has come, in the order in which they were written.
    pub orders: Vec<OrderView>,
    /// The suppliers, by name.
    pub suppliers: Vec<SupplierView>,
    /// What does not fit together.
    pub mismatches: Vec<Mismatch>,
}

/// How far an order has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    /// How it stands.
    pub standing: Standing,
    /// Of each item ordered: how many were ordered and how many arrived.
    pub items: Vec<(String, i64, i64)>,
}

/// A supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierView {
    /// The name.
    pub name: String,
    /// What was agreed.
    pub terms: SupplierTerms,
    /// What the orders show.
    pub record: Record,
    /// The lead time that counts.
    pub lead: LeadTime,
    /// Items that are bought there.
    pub items: u32,
}

pub(super) fn view(shelf: &Stocked<'_>) -> BuyingView {
    let desk = &shelf.desk;
    let standings = standings(desk, shelf.frame.today);
    let records = records(desk, &standings);
    let mut arrived: BTreeMap<(u32, &str), i64> = BTreeMap::new();
    for arrival in &desk.arrivals {
        for line in &arrival.lines {
            if let Some(order) = arrival.order {
                *arrived.entry((order, &line.item)).or_default() += line.units;
            }
        }
    }
    let mut names: BTreeSet<&str> = desk.suppliers.keys().map(String::as_str).collect();
    names.extend(records.keys());
    let mut items: BTreeMap<&str, u32> = BTreeMap::new();
    for supplier in desk
        .terms
        .values()
        .filter_map(|terms| terms.supplier.as_deref())
    {
        names.insert(supplier);
        *items.entry(supplier).or_default() += 1;
    }
    let supplier = |name: &str| {
        let terms = desk.suppliers.get(name);
        SupplierView {
            name: name.to_owned(),
            terms: terms.copied().unwrap_or_default(),
            record: records.get(name).copied().unwrap_or_default(),
            lead: lead_time(None, terms, records.get(name), &desk.rules),
            items: items.get(name).copied().unwrap_or(0),
        }
    };
    let named = names.into_iter().filter(|name| !name.is_empty());
    BuyingView {
        suppliers: named.map(supplier).collect(),
        mismatches: mismatches(desk),
        orders: desk
            .orders
            .iter()
            .zip(standings)
            .map(|(order, standing)| {
                let mut items: Vec<(String, i64, i64)> = Vec::new();
                for line in &order.lines {
                    if items.iter().all(|(item, ..)| *item != line.item) {
                        let came = arrived.get(&(order.number, line.item.as_str()));
                        items.push((
                            line.item.clone(),
                            order.units_of(&line.item),
                            came.copied().unwrap_or(0),
                        ));
                    }
                }
                OrderView { standing, items }
            })
            .collect(),
    }
}
