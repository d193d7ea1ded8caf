//! What other files know of an item: its category, and how it is reviewed.

use super::conversion::Known;
use crate::analytics::cells::{id, name, number};
use crate::analytics::items::{ItemKey, Items};
use crate::analytics::reconcile::Shelf;
use crate::table::Table;
use std::collections::BTreeMap;

/// Of so many stars at most a review is bad, in thousandths.
const BAD_STARS_MILLI: i64 = 2_000;

/// What is known of each item, in their order.
pub(super) fn known(shelf: &Shelf, items: &Items) -> Vec<Known> {
    let categories = shelf
        .others
        .get("jushuitan_items")
        .map(|(table, _)| categories(table))
        .unwrap_or_default();
    let reviews = shelf
        .others
        .get("reviews")
        .map(|(table, _)| reviews(table))
        .unwrap_or_default();
    let of = |item: &crate::analytics::items::Item| Known {
        category: item
            .codes
            .iter()
            .find_map(|code| categories.get(code.as_str()))
            .map(|category| (*category).to_owned()),
        reviews: match item.key {
            ItemKey::Id(id) => reviews.get(&id).copied(),
            _ => None,
        },
    };
    items.items.iter().map(of).collect()
}

/// The category of each code, and of each code of a style.
fn categories(table: &Table) -> BTreeMap<&str, &str> {
    let mut found = BTreeMap::new();
    for row in 0..table.rows() {
        let Some(category) = name(table, "category", row).filter(|name| !name.is_empty()) else {
            continue;
        };
        for code in ["style_code", "sku_code"] {
            if let Some(code) = name(table, code, row) {
                found.insert(code, category);
            }
        }
    }
    found
}

/// Bad reviews and all, by item.
fn reviews(table: &Table) -> BTreeMap<u64, (i64, i64)> {
    let mut found: BTreeMap<u64, (i64, i64)> = BTreeMap::new();
    for row in 0..table.rows() {
        if let Some(id) = id(table, "item_id", row) {
            let (bad, all) = found.entry(id).or_default();
            *bad += i64::from(is_bad(table, row));
            *all += 1;
        }
    }
    found
}

/// Whether a review is bad: it says so, or has at most two stars.
pub(super) fn is_bad(table: &Table, row: usize) -> bool {
    let says_so = name(table, "verdict", row).is_some_and(|verdict| verdict.contains('差'));
    let stars = number(table, "stars_milli", row);
    says_so || stars.is_some_and(|stars| stars <= BAD_STARS_MILLI)
}
