//! For each: rows put into groups, and something found out about each group.

use super::{Column, NULL_CODE, Selection, runs};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Range;

/// Every row's group, as a number from 0 on; a row may be in none.
///
/// Groups of a column of names cost nothing, as the column has them already. Groups of identities have to be looked for;
/// whoever asks often keeps them.
///
/// ```
/// use dianzhang::table::{Column, Groups, Names, Selection};
/// let mut names = Names::default();
/// let codes = ["tea", "silk", "tea"].map(|title| names.code(title)).to_vec();
/// let title = Column::Names { codes, names };
/// let paid_fen = [500, 900, 700];
///
/// // For each title, the sum of what was paid.
/// let sums = Groups::each(&title).sum(&Selection::all(3), |row| paid_fen[row]);
/// assert_eq!(sums, [1_200, 900]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups<'a> {
    codes: Cow<'a, [u32]>,
    len: usize,
}

impl<'a> Groups<'a> {
    /// For each value of a column: names in the order of their codes, others in the order in which they first appear. A
    /// row with nothing is in no group.
    pub fn each(column: &'a Column) -> Groups<'a> {
        let of = |row: usize| !column.is_null(row);
        match column {
            Column::Names { codes, names } => Groups {
                codes: Cow::Borrowed(codes),
                len: names.list().len(),
            },
            Column::U8(v) => Groups::found(v.len(), |row| of(row).then_some(v[row])),
            Column::U32(v) => Groups::found(v.len(), |row| of(row).then_some(v[row])),
            Column::I64(v) => Groups::found(v.len(), |row| of(row).then_some(v[row])),
            Column::U64(v) => Groups::found(v.len(), |row| of(row).then_some(v[row])),
        }
    }

    /// For each different key, in the order in which they first appear.
    fn found<K: Eq + Hash>(rows: usize, key: impl Fn(usize) -> Option<K>) -> Groups<'static> {
        let mut known: FxHashMap<K, u32> = FxHashMap::default();
        let mut codes = Vec::with_capacity(rows);
        runs(rows).for_each(|run| push_codes(run, &key, &mut known, &mut codes));
        Groups {
            codes: Cow::Owned(codes),
            len: known.len(),
        }
    }

    /// How many groups there are, those without a row included.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no group.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The group of a row.
    pub fn of(&self, row: usize) -> Option<usize> {
        self.codes
            .get(row)
            .filter(|c| **c != NULL_CODE)
            .map(|c| *c as usize)
    }

    /// The same groups without the column that they may be borrowed from.
    pub fn into_owned(self) -> Groups<'static> {
        Groups {
            codes: Cow::Owned(self.codes.into_owned()),
            len: self.len,
        }
    }

    /// For each group, what comes of adding the selected rows to `empty`, one after the other.
    pub fn fold<A: Clone>(
        &self,
        rows: &Selection,
        empty: A,
        add: impl FnMut(&mut A, usize),
    ) -> Vec<A> {
        let codes: &[u32] = &self.codes;
        // A row in no group has a code that no group has.
        let of = |row: usize| codes.get(row).map(|code| *code as usize);
        fold(rows, self.len, of, empty, add)
    }

    /// For each group, the sum of a value over the selected rows.
    pub fn sum(&self, rows: &Selection, value: impl Fn(usize) -> i64) -> Vec<i64> {
        self.fold(rows, 0, |sum, row| *sum += value(row))
    }

    /// For each group, how many selected rows it has.
    pub fn count(&self, rows: &Selection) -> Vec<u32> {
        self.fold(rows, 0, |count, _| *count += 1)
    }
}

/// For each of `len` groups that are known beforehand, such as days or provinces, what comes of adding the selected rows to
/// `empty`, one after the other. `of` says which group a row is in; what is not below `len` is none.
///
/// ```
/// use dianzhang::table::{Selection, fold};
/// let hours = [3, 23, 99, 3];
/// let by_hour = fold(&Selection::all(4), 24, |row| Some(hours[row]), 0, |count, _| *count += 1);
/// assert_eq!((by_hour.len(), by_hour[3], by_hour[23]), (24, 2, 1));
/// ```
pub fn fold<A: Clone>(
    rows: &Selection,
    len: usize,
    of: impl Fn(usize) -> Option<usize>,
    empty: A,
    mut add: impl FnMut(&mut A, usize),
) -> Vec<A> {
    let mut groups = vec![empty; len];
    rows.each(|row| {
        if let Some(group) = of(row).and_then(|group| groups.get_mut(group)) {
            add(group, row);
        }
    });
    groups
}

#[inline(never)]
fn push_codes<K: Eq + Hash>(
    rows: Range<usize>,
    key: impl Fn(usize) -> Option<K>,
    known: &mut FxHashMap<K, u32>,
    codes: &mut Vec<u32>,
) {
    codes.extend(rows.map(|row| match key(row) {
        Some(key) => {
            let next = known.len() as u32;
            *known.entry(key).or_insert(next)
        }
        None => NULL_CODE,
    }));
}

#[cfg(test)]
mod tests {
    use super::super::{NULL_I64, NULL_U32, Names};
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// Columns of every type that say the same: `None` is nothing, the rest few different values.
    fn columns(values: &[Option<u8>]) -> [Column; 5] {
        let mut names = Names::default();
        let mut code = |v: &Option<u8>| v.map_or(NULL_CODE, |v| names.code(&format!("n{v}")));
        let codes = values.iter().map(&mut code).collect();
        let each = |v: &Option<u8>| v.map(i64::from);
        [
            Column::Names { codes, names },
            Column::U8(values.iter().map(|v| v.map_or(0, |v| v + 1)).collect()),
            Column::U32(
                values
                    .iter()
                    .map(|v| v.map_or(NULL_U32, u32::from))
                    .collect(),
            ),
            Column::I64(values.iter().map(|v| each(v).unwrap_or(NULL_I64)).collect()),
            Column::U64(
                values
                    .iter()
                    .map(|v| v.map_or(0, |v| u64::from(v) + 1))
                    .collect(),
            ),
        ]
    }

    proptest! {
        /// Against the plain way: go through the rows, keep a map.
        #[test]
        fn each_value_has_its_count_and_sum(
            rows in prop::collection::vec((prop::option::of(0u8..6), -1_000i64..1_000, any::<bool>()), 0..200),
        ) {
            let values: Vec<_> = rows.iter().map(|r| r.0).collect();
            let selected = Selection::of(rows.len(), |row| rows[row].2);
            let mut naive: BTreeMap<u8, (u32, i64)> = BTreeMap::new();
            for (value, amount, is_selected) in &rows {
                if let (Some(value), true) = (value, is_selected) {
                    let entry = naive.entry(*value).or_default();
                    *entry = (entry.0 + 1, entry.1 + amount);
                }
            }
            for column in columns(&values) {
                let groups = Groups::each(&column);
                let counts = groups.count(&selected);
                let sums = groups.sum(&selected, |row| rows[row].1);
                prop_assert_eq!(counts.len(), groups.len());
                let mut found = BTreeMap::new();
                for (row, value) in values.iter().enumerate() {
                    prop_assert_eq!(groups.of(row).is_some(), value.is_some());
                    if let (Some(value), Some(group)) = (value, groups.of(row)) {
                        found.insert(*value, (counts[group], sums[group]));
                    }
                }
                found.retain(|_, (count, _)| *count > 0);
                prop_assert_eq!(&found, &naive);
            }
        }

        #[test]
        fn groups_of_values_appear_in_order(values in prop::collection::vec(1u64..9, 0..60)) {
            let column = Column::U64(values.clone());
            let groups = Groups::each(&column).into_owned();
            let mut seen: Vec<u64> = Vec::new();
            for (row, value) in values.iter().enumerate() {
                if !seen.contains(value) {
                    seen.push(*value);
                }
                prop_assert_eq!(groups.of(row).map(|group| seen[group]), Some(*value));
            }
            prop_assert_eq!(groups.len(), seen.len());
            prop_assert_eq!(groups.is_empty(), values.is_empty());
        }
    }

    #[test]
    fn groups_of_nothing_have_no_row() {
        let groups = Groups::default();
        assert_eq!((groups.len(), groups.of(0)), (0, None));
        assert!(groups.is_empty() && groups.count(&Selection::all(3)).is_empty());
    }
}
