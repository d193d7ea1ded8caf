//! The merged rows of one kind of a workspace: every thing once, as the newest file has it.

use crate::import::kinds::Kind;
use crate::table::{Index, Merged, NULL_I64, NULL_U32, Table, meet, merge};
use serde::{Deserialize, Serialize};

/// The merged rows of one kind.
#[derive(Debug)]
pub struct Records {
    kind: &'static Kind,
    table: Table,
    index: Index,
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
            index: Index::default(),
        }
    }

    /// Adds the rows of one import.
    pub fn add(&mut self, segment: &Table) -> Merged {
        merge(&mut self.table, &mut self.index, segment, self.kind.rule())
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
        let keys = segment.ids(self.kind.key_column());
        let meeting = meet(keys, &self.index);
        let known = &meeting.met;
        // The rows that both have, merged apart from the rest.
        let theirs = segment.take(known);
        let mut touched = self.table.take(&meeting.partners);
        let touched_before: Vec<i64> = self.totals_of(&touched);
        let mut index: Index = known
            .iter()
            .enumerate()
            .map(|(at, &row)| (keys[row], at as u32))
            .collect();
        let changed = merge(&mut touched, &mut index, &theirs, self.kind.rule()).changed;
        let fresh = self.totals_of(&segment.take(&meeting.alone));
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
