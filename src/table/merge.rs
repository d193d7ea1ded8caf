//! Puts tables of the same things together: rows with the same key become one, of which the newest state counts.

use super::{Place, Table};
use rustc_hash::FxHashMap;

/// Where each key stands in a table.
pub type Index = FxHashMap<u64, u32>;

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Where each row of the new table went.
    pub places: Vec<Place>,
    /// Keys that were not there before.
    pub added: u64,
    /// Rows that were there before and are different now.
    pub changed: u64,
    /// Rows of the new table whose key an earlier row of it had already, by index.
    pub repeated: Vec<usize>,
}

/// Merges `new` into `base`. `is_newer(a, i, b, j)` says whether row `j` of `b` is a newer state than row `i` of `a`; what
/// the newer row does not say stays as the older one has it.
pub fn merge(
    base: &mut Table,
    index: &mut Index,
    new: &Table,
    key: &str,
    is_newer: fn(&Table, usize, &Table, usize) -> bool,
) -> Merged {
    let mut merged = Merged {
        places: Vec::with_capacity(new.rows()),
        ..Merged::default()
    };
    let before = base.rows();
    // For rows that this merge has touched: the row of `new` that won there last.
    let mut winners: FxHashMap<usize, usize> = FxHashMap::default();
    for (row, &id) in new.ids(key).iter().enumerate() {
        let next = before + merged.added as usize;
        let target = *index.entry(id).or_insert(next as u32) as usize;
        if target == next {
            merged.added += 1;
            merged.places.push(Place::Append);
            winners.insert(target, row);
            continue;
        }
        let newer = match winners.get(&target) {
            Some(&winner) => {
                merged.repeated.push(row);
                is_newer(new, winner, new, row)
            }
            None => is_newer(base, target, new, row),
        };
        if newer || !winners.contains_key(&target) {
            winners.insert(
                target,
                if newer {
                    row
                } else {
                    winners.get(&target).copied().unwrap_or(row)
                },
            );
        }
        merged.places.push(if newer {
            Place::Over(target)
        } else {
            Place::Under(target)
        });
    }
    let changed = base.overlay(new, &merged.places);
    merged.changed = changed
        .iter()
        .zip(&merged.places)
        .filter(|(c, p)| **c && is_old(**p, before))
        .count() as u64;
    merged
}

fn is_old(place: Place, before: usize) -> bool {
    matches!(place, Place::Over(row) | Place::Under(row) if row < before)
}
