//! Puts tables of the same things together: rows with the same key become one, of which the newest state counts.

use super::{Column, Place, Table};
use rustc_hash::FxHashMap;

/// Where each key stands in a table.
pub type Index = FxHashMap<u64, u32>;

/// How rows of the same thing become one.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The column of identities.
    pub key: &'static str,
    /// Columns that only make sense together: they come from one row, the newer one that knows all of them.
    pub together: &'static [&'static str],
    /// Whether row `j` of `b` is a newer state than row `i` of `a`, or as new: `is_newer(a, i, b, j)`.
    pub is_newer: fn(&Table, usize, &Table, usize) -> bool,
}

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

/// The row that holds the newest state of a thing so far.
#[derive(Clone, Copy)]
enum Newest {
    OfBase(usize),
    OfNew(usize),
}

/// Merges `new` into `base`: what the newer row does not say stays as the older one has it.
pub fn merge(base: &mut Table, index: &mut Index, new: &Table, rule: Rule) -> Merged {
    let mut merged = Merged {
        places: Vec::with_capacity(new.rows()),
        ..Merged::default()
    };
    let before = base.rows();
    if index.is_empty() {
        index.reserve(new.rows());
    }
    // The newest state so far of the rows that this merge has appended or touched.
    let mut of_appended: Vec<usize> = Vec::new();
    let mut of_touched: FxHashMap<usize, Newest> = FxHashMap::default();
    for (row, &id) in new.ids(rule.key).iter().enumerate() {
        let next = before + of_appended.len();
        let target = *index.entry(id).or_insert(next as u32) as usize;
        if target == next {
            merged.places.push(Place::Append);
            of_appended.push(row);
            continue;
        }
        let so_far = match target.checked_sub(before) {
            Some(appended) => Some(Newest::OfNew(of_appended[appended])),
            None => of_touched.get(&target).copied(),
        };
        merged.repeated.extend(so_far.map(|_| row));
        let so_far = so_far.unwrap_or(Newest::OfBase(target));
        let is_newer = match so_far {
            Newest::OfBase(old) => (rule.is_newer)(base, old, new, row),
            Newest::OfNew(old) => (rule.is_newer)(new, old, new, row),
        };
        match target.checked_sub(before) {
            Some(appended) if is_newer => of_appended[appended] = row,
            Some(_) => {}
            None => {
                let newest = if is_newer { Newest::OfNew(row) } else { so_far };
                of_touched.insert(target, newest);
            }
        }
        merged.places.push(if is_newer {
            Place::Over(target)
        } else {
            Place::Under(target)
        });
    }
    merged.added = of_appended.len() as u64;
    let changed = base.overlay(new, &merged.places, rule.together);
    let is_old =
        |place: &Place| matches!(place, Place::Over(row) | Place::Under(row) if *row < before);
    merged.changed = changed
        .iter()
        .zip(&merged.places)
        .filter(|(changed, place)| **changed && is_old(place))
        .count() as u64;
    merged
}

/// Where the columns that belong together go: with their row, unless the newer row lacks one that the older has. Then all
/// of them stay as the older row has them.
pub(super) fn places_together(
    columns: &[(&Column, Option<&Column>)],
    places: &[Place],
) -> Vec<Place> {
    let knows = |ours: &Column, row: usize| row < ours.len() && !ours.is_null(row);
    let brings = |theirs: Option<&Column>, row: usize| theirs.is_some_and(|c| !c.is_null(row));
    let any = |test: &dyn Fn(bool, bool) -> bool, target: usize, row: usize| {
        columns
            .iter()
            .any(|(ours, theirs)| test(knows(ours, target), brings(*theirs, row)))
    };
    let lacks = |target, row| any(&|old, new| old && !new, target, row);
    let adds = |target, row| any(&|old, new| !old && new, target, row);
    // A row that this very merge appends is not there yet: what goes onto it comes from the same file, with all its columns.
    let is_old = |target: usize| columns.iter().all(|(ours, _)| target < ours.len());
    let place_of = |(row, place): (usize, &Place)| match *place {
        Place::Over(target) if lacks(target, row) => Place::Under(target),
        Place::Under(target) if is_old(target) && adds(target, row) && !lacks(target, row) => {
            Place::Over(target)
        }
        place => place,
    };
    places.iter().enumerate().map(place_of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::NULL_I64;
    use super::*;

    const RULE: Rule = Rule {
        key: "id",
        together: &["paid", "refund"],
        is_newer: |a, i, b, j| b.numbers("at")[j] >= a.numbers("at")[i],
    };

    fn table(rows: &[(u64, u32, i64, i64)]) -> Table {
        Table::new(vec![
            ("id".into(), Column::U64(rows.iter().map(|r| r.0).collect())),
            ("at".into(), Column::U32(rows.iter().map(|r| r.1).collect())),
            (
                "paid".into(),
                Column::I64(rows.iter().map(|r| r.2).collect()),
            ),
            (
                "refund".into(),
                Column::I64(rows.iter().map(|r| r.3).collect()),
            ),
        ])
        .expect("equal lengths")
    }

    fn merged(tables: &[Table]) -> Table {
        let (mut base, mut index) = (Table::default(), Index::default());
        for table in tables {
            merge(&mut base, &mut index, table, RULE);
        }
        base
    }

    #[test]
    fn amounts_that_belong_together_never_come_from_two_rows() {
        let full = table(&[(1, 10, 100, 0)]);
        let newer_without_refund = table(&[(1, 20, 60, NULL_I64)]);
        for tables in [
            [full.clone(), newer_without_refund.clone()],
            [newer_without_refund, full],
        ] {
            let all = merged(&tables);
            assert_eq!(
                (all.money("paid"), all.money("refund")),
                (&[100][..], &[0][..])
            );
            assert_eq!(all.numbers("at"), [20], "the rest is of the newer row");
        }
    }

    #[test]
    fn files_that_all_lack_a_column_still_bring_their_newest_amounts() {
        let all = merged(&[
            table(&[(1, 10, 100, NULL_I64), (2, 10, 5, 0)]),
            table(&[(1, 20, 60, NULL_I64)]),
        ]);
        assert_eq!(all.money("paid"), [60, 5]);
    }

    #[test]
    fn repeated_rows_are_compared_with_the_newest_so_far() {
        let base = table(&[(1, 30, 300, 0)]);
        let new = table(&[
            (1, 10, 100, 0),
            (1, 20, 200, 0),
            (2, 5, 50, 0),
            (2, 4, 40, 0),
        ]);
        let all = merged(&[base, new]);
        assert_eq!(all.money("paid"), [300, 50]);
    }
}
