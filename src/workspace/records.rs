//! The merged rows of one kind of a workspace: every thing once, as the newest file has it.

use crate::import::kinds::Kind;
use crate::table::{Index, Merged, NULL_I64, NULL_U32, Table, meet, merge};
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;

/// The merged rows of one kind.
#[derive(Debug)]
pub struct Records {
    kind: &'static Kind,
    table: Table,
    /// Where each key stands, once something has asked.
    index: OnceCell<Index>,
}

/// What an import would do to the rows that are there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// Rows that are not there yet.
    pub added: u64,
    /// Rows that are there and would change.
    pub changed: u64,
    /// Rows that are there as the file has them.
    pub unchanged: u64,
    /// The sums of the kind's totals over everything, before and after.
    pub totals: Vec<TotalEffect>,
}

/// What became of stored rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// They are the first ones, and stand as they came.
    First,
    /// They were merged with those before.
    Merged(Merged),
}

/// A sum before and after an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotalEffect {
    /// The stored column.
    pub column: String,
    /// Its sum over what is there.
    pub before: i64,
    /// Its sum with the file.
    pub after: i64,
}

impl Records {
    /// No rows of a kind.
    pub fn new(kind: &'static Kind) -> Records {
        Records {
            kind,
            table: Table::default(),
            index: OnceCell::new(),
        }
    }

    /// Adds the rows of one import.
    pub fn add(&mut self, segment: &Table) -> Merged {
        let mut index = self.index.take().unwrap_or_else(|| self.indexed());
        let merged = merge(&mut self.table, &mut index, segment, self.kind.rule());
        self.index = OnceCell::from(index);
        merged
    }

    /// Adds the rows of one import as they were stored: each key once, as a reader leaves them. Where there are no rows yet
    /// they are the merged ones, and nothing is gone through.
    pub fn add_stored(&mut self, segment: Table) -> Added {
        if self.is_empty() {
            self.table = segment;
            return Added::First;
        }
        Added::Merged(self.add(&segment))
    }

    fn indexed(&self) -> Index {
        let keys = self.table.ids(self.kind.key_column()).iter();
        keys.enumerate()
            .map(|(row, key)| (*key, row as u32))
            .collect()
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| self.indexed())
    }

    /// The kind.
    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// The rows.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.table.rows()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What an import would do, without doing it.
    pub fn effect(&self, segment: &Table) -> Effect {
        if self.is_empty() {
            return self.effect_on_nothing(segment);
        }
        let keys = segment.ids(self.kind.key_column());
        let meeting = meet(keys, self.index());
        let known = &meeting.met;
        // The rows that both have, merged apart from the rest.
        let theirs = segment.take(known);
        let mut touched = self.table.take(&meeting.partners);
        let touched_before: Vec<i64> = self.totals_of(&touched);
        let mut of_touched: Index = known
            .iter()
            .enumerate()
            .map(|(at, &row)| (keys[row], at as u32))
            .collect();
        let changed = merge(&mut touched, &mut of_touched, &theirs, self.kind.rule()).changed;
        // Most files bring new rows only: those need not be taken apart.
        let fresh = match known.is_empty() {
            true => self.totals_of(segment),
            false => self.totals_of(&segment.take(&meeting.alone)),
        };
        let before = self.totals_of(&self.table);
        let after_touched = self.totals_of(&touched);
        let totals = self.kind.totals.iter().enumerate();
        Effect {
            added: (segment.rows() - known.len()) as u64,
            changed,
            unchanged: (known.len() as u64).saturating_sub(changed),
            totals: totals
                .map(|(i, column)| TotalEffect {
                    column: (*column).to_owned(),
                    before: before[i],
                    after: before[i] - touched_before[i] + after_touched[i] + fresh[i],
                })
                .collect(),
        }
    }

    fn effect_on_nothing(&self, segment: &Table) -> Effect {
        let total = |column: &&str| TotalEffect {
            column: (*column).to_owned(),
            before: 0,
            after: sum(segment, column),
        };
        Effect {
            added: segment.rows() as u64,
            totals: self.kind.totals.iter().map(total).collect(),
            ..Effect::default()
        }
    }

    fn totals_of(&self, table: &Table) -> Vec<i64> {
        let sum = |column: &&str| sum(table, column);
        self.kind.totals.iter().map(sum).collect()
    }
}

/// The sum of a column of money, numbers or counts; what is nothing counts as nothing.
pub fn sum(table: &Table, column: &str) -> i64 {
    let money = table.money(column).iter().filter(|v| **v != NULL_I64);
    let counts = table.numbers(column).iter().filter(|v| **v != NULL_U32);
    money.sum::<i64>() + counts.map(|v| i64::from(*v)).sum::<i64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kinds::orders::{KIND, column};
    use crate::table::Column;
    use proptest::prelude::*;

    /// One file: an order once, with what was paid of it and when.
    fn file() -> impl Strategy<Value = Table> {
        let row = (0i64..500, 0u32..9);
        prop::collection::btree_map(1u64..30, row, 0..20).prop_map(|rows| {
            let column = |name: &str, column| (name.to_owned(), column);
            Table::new(vec![
                column(
                    column::ORDER_ID,
                    Column::U64(rows.keys().copied().collect()),
                ),
                column(
                    column::PAID_FEN,
                    Column::I64(rows.values().map(|r| r.0).collect()),
                ),
                column(
                    column::PAID_AT,
                    Column::U32(rows.values().map(|r| r.1).collect()),
                ),
            ])
            .expect("equal lengths")
        })
    }

    proptest! {
        #[test]
        fn stored_rows_come_to_the_same_as_imported_ones(
            files in prop::collection::vec(file(), 1..5),
            next in file(),
        ) {
            let (mut imported, mut stored) = (Records::new(&KIND), Records::new(&KIND));
            for file in files {
                imported.add(&file);
                stored.add_stored(file);
            }
            prop_assert_eq!(imported.table(), stored.table());
            prop_assert_eq!(imported.effect(&next), stored.effect(&next));
            prop_assert_eq!(imported.add(&next), stored.add(&next));
            prop_assert_eq!(imported.table(), stored.table());
        }

        #[test]
        fn an_import_does_what_it_was_said_to_do(files in prop::collection::vec(file(), 0..3), next in file()) {
            let mut records = Records::new(&KIND);
            for file in files {
                records.add_stored(file);
            }
            let effect = records.effect(&next);
            let before = records.len() as u64;
            let merged = records.add(&next);
            prop_assert_eq!((effect.added, effect.changed), (merged.added, merged.changed));
            prop_assert_eq!(records.len() as u64, before + effect.added);
            for total in effect.totals {
                prop_assert_eq!(total.after, sum(records.table(), &total.column));
            }
        }
    }
}
