//! The small columnar engine under the analytics: typed columns with a name, and the one binary form in which they are
//! stored. It knows nothing of orders, files or days.
//!
//! A question is asked in the words of its parts: which rows ([`Selection`]), for each of what ([`Groups`]), what of it
//! ([`Groups::sum`], [`Groups::fold`]), and of those the [`first`] few. [`meet`] brings two tables together by a key.
//!
//! ```
//! use dianzhang::table::{Column, Groups, Names, Table, first};
//! let mut names = Names::default();
//! let codes = ["tea", "silk", "tea", "soap"].map(|title| names.code(title)).to_vec();
//! let orders = Table::new(vec![
//!     ("day".into(), Column::U32(vec![3, 3, 4, 9])),
//!     ("paid_fen".into(), Column::I64(vec![500, 900, 700, 2_000])),
//!     ("title".into(), Column::Names { codes, names: names.clone() }),
//! ])
//! .unwrap();
//!
//! // Of the orders of days 3 to 7: for each title, the sum of what was paid; the 2 highest.
//! let (day, paid_fen) = (orders.numbers("day"), orders.money("paid_fen"));
//! let rows = orders.rows_where(|row| (3..=7).contains(&day[row]));
//! let sums = Groups::each(orders.column("title").unwrap()).sum(&rows, |row| paid_fen[row]);
//! let best = first(2, sums.iter().zip(names.list()), |a, b| b.0.cmp(a.0));
//! assert_eq!(best, [(&1_200, &"tea".to_owned()), (&900, &"silk".to_owned())]);
//! ```

mod codec;
mod column;
mod group;
mod join;
mod merge;
mod select;
mod top;

pub use codec::{Damaged, decode, encode};
pub use column::{Column, NULL_CODE, NULL_I64, NULL_U32, Names};
pub use group::{Groups, fold};
pub use join::{Meeting, meet};
pub use merge::{Index, Merged, Rule, merge};
pub use select::Selection;
pub use top::first;

use std::ops::Range;

/// Some thousand rows at a time. What goes through all of them is a function of one such run that is never inlined: a
/// browser first compiles a function fast and badly, and what it then makes of one that works hard counts from the next call
/// on. One long call would stay slow to its end.
///
/// ```
/// use dianzhang::table::runs;
/// assert_eq!(runs(40_000).collect::<Vec<_>>(), [0..16_384, 16_384..32_768, 32_768..40_000]);
/// ```
pub fn runs(rows: usize) -> impl Iterator<Item = Range<usize>> {
    const ROWS: usize = 1 << 14;
    (0..rows)
        .step_by(ROWS)
        .map(move |from| from..rows.min(from + ROWS))
}

/// Columns of equal length under their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    rows: usize,
    columns: Vec<(String, Column)>,
}

impl Table {
    /// A table of these columns. `None` when they differ in length.
    pub fn new(columns: Vec<(String, Column)>) -> Option<Table> {
        let rows = columns.first().map_or(0, |(_, c)| c.len());
        columns
            .iter()
            .all(|(_, c)| c.len() == rows)
            .then_some(Table { rows, columns })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns in the order in which they were given.
    pub fn columns(&self) -> &[(String, Column)] {
        &self.columns
    }

    /// A column by name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|(n, _)| n == name).map(|(_, c)| c)
    }

    /// The values of a column of 64-bit identities; empty when there is no such column.
    pub fn ids(&self, name: &str) -> &[u64] {
        self.column(name).map_or(&[], Column::ids)
    }

    /// The values of a column of money; empty when there is no such column.
    pub fn money(&self, name: &str) -> &[i64] {
        self.column(name).map_or(&[], Column::money)
    }

    /// The values of a column of times or counts; empty when there is no such column.
    pub fn numbers(&self, name: &str) -> &[u32] {
        self.column(name).map_or(&[], Column::numbers)
    }

    /// The values of a column of states; empty when there is no such column.
    pub fn states(&self, name: &str) -> &[u8] {
        self.column(name).map_or(&[], Column::states)
    }

    /// The codes of a column of names; empty when there is no such column.
    pub fn codes(&self, name: &str) -> &[u32] {
        match self.column(name) {
            Some(Column::Names { codes, .. }) => codes,
            _ => &[],
        }
    }

    /// The rows that pass a test.
    pub fn rows_where(&self, test: impl Fn(usize) -> bool) -> Selection {
        Selection::of(self.rows, test)
    }

    /// The text that most rows of a column of names have; the first of those that tie.
    pub fn commonest_name(&self, name: &str) -> Option<&str> {
        let column = self.column(name)?;
        let Column::Names { names, .. } = column else {
            return None;
        };
        let counts = Groups::each(column).count(&Selection::all(self.rows));
        let most = counts.iter().copied().max().filter(|n| *n > 0)?;
        let code = counts.iter().position(|n| *n == most)?;
        names.get(code as u32)
    }

    /// Lays the rows of another table over this one. `places` says for each row of `other` where it goes; columns that one
    /// side lacks are null there. The columns of `together` keep to one row, see [`Rule::together`]. Tells for each row of
    /// `other` whether it changed a row that was there.
    pub fn overlay(&mut self, other: &Table, places: &[Place], together: &[&str]) -> Vec<bool> {
        let appended = places.iter().filter(|p| matches!(p, Place::Append)).count();
        let mut changed = vec![false; other.rows];
        for (name, theirs) in &other.columns {
            if self.column(name).is_none() {
                self.columns.push((name.clone(), theirs.nulls(self.rows)));
            }
        }
        let group: Vec<_> = together
            .iter()
            .filter_map(|name| Some((self.column(name)?, other.column(name))))
            .collect();
        let of_group = merge::places_together(&group, places);
        for (name, ours) in &mut self.columns {
            let places = if together.contains(&name.as_str()) {
                &of_group
            } else {
                places
            };
            match other.column(name) {
                Some(theirs) => ours.overlay(theirs, places, &mut changed),
                None => ours.push_nulls(appended),
            }
        }
        self.rows += appended;
        changed
    }

    /// The rows at these indices, in that order.
    pub fn take(&self, rows: &[usize]) -> Table {
        Table {
            rows: rows.len(),
            columns: self
                .columns
                .iter()
                .map(|(name, column)| (name.clone(), column.take(rows)))
                .collect(),
        }
    }
}

/// Where a row of one table goes in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Behind the last row.
    Append,
    /// Onto this row: its values win, and where it has none the old ones stay.
    Over(usize),
    /// Under this row: its values only fill gaps.
    Under(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Column {
        let mut names = Names::default();
        let codes = list.iter().map(|n| names.code(n)).collect();
        Column::Names { codes, names }
    }

    #[test]
    fn rows_go_over_under_and_behind_and_missing_columns_are_null() {
        let mut ours = Table::new(vec![
            ("id".into(), Column::U64(vec![1, 2])),
            ("fen".into(), Column::I64(vec![100, NULL_I64])),
        ])
        .expect("equal lengths");
        let theirs = Table::new(vec![
            ("id".into(), Column::U64(vec![2, 3, 1])),
            ("fen".into(), Column::I64(vec![250, 300, 999])),
            ("title".into(), names(&["b", "c", "a"])),
        ])
        .expect("equal lengths");
        let changed = ours.overlay(
            &theirs,
            &[Place::Over(1), Place::Append, Place::Under(0)],
            &[],
        );
        assert_eq!(changed, [true, false, true]);
        assert_eq!(ours.ids("id"), [1, 2, 3]);
        assert_eq!(ours.money("fen"), [100, 250, 300]);
        let Some(Column::Names { codes, names }) = ours.column("title") else {
            panic!("a column of names")
        };
        assert_eq!(
            codes.iter().map(|&c| names.get(c)).collect::<Vec<_>>(),
            [Some("a"), Some("b"), Some("c")]
        );
    }

    #[test]
    fn columns_of_different_length_are_no_table() {
        assert!(
            Table::new(vec![
                ("a".into(), Column::U8(vec![1])),
                ("b".into(), Column::U8(vec![]))
            ])
            .is_none()
        );
    }
}
