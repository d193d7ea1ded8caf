//! The columns of one file between reading and storing.

use crate::model::time::{Day, Span};
use crate::table::Column;

/// The columns of one file between reading and storing.
#[derive(Debug)]
pub struct Draft {
    /// Columns under their stored names, all of equal length.
    pub columns: Vec<(&'static str, Column)>,
    /// The line of each row as a spreadsheet numbers it.
    pub lines: Vec<u32>,
    /// Hash of the file's bytes.
    pub fingerprint: u64,
    /// The days that the file's title rows or its name speak of, or that the operator has given.
    pub period: Option<Span>,
    /// The day on which the file is read.
    pub today: Day,
}

impl Draft {
    /// Whether the file has the column.
    pub fn has(&self, column: &str) -> bool {
        self.column(column).is_some()
    }

    /// A column by its stored name.
    pub fn column(&self, column: &str) -> Option<&Column> {
        self.columns
            .iter()
            .find(|(name, _)| *name == column)
            .map(|(_, c)| c)
    }

    /// The values of a column of money; empty when there is no such column.
    pub fn money(&self, column: &str) -> &[i64] {
        self.column(column).map_or(&[], Column::money)
    }

    /// The values of a column of times or counts; empty when there is no such column.
    pub fn numbers(&self, column: &str) -> &[u32] {
        self.column(column).map_or(&[], Column::numbers)
    }

    /// The values of a column of states; empty when there is no such column.
    pub fn states(&self, column: &str) -> &[u8] {
        self.column(column).map_or(&[], Column::states)
    }

    /// The values of a column of identities; empty when there is no such column.
    pub fn ids(&self, column: &str) -> &[u64] {
        self.column(column).map_or(&[], Column::ids)
    }

    /// A column to be changed in place.
    pub fn column_mut(&mut self, column: &str) -> Option<&mut Column> {
        self.columns
            .iter_mut()
            .find(|(name, _)| *name == column)
            .map(|(_, c)| c)
    }

    /// Keeps the rows that the test wants, by index.
    pub fn retain(&mut self, wanted: impl Fn(usize) -> bool) {
        let rows: Vec<usize> = (0..self.lines.len()).filter(|&row| wanted(row)).collect();
        if rows.len() < self.lines.len() {
            for (_, column) in &mut self.columns {
                *column = column.take(&rows);
            }
            self.lines = rows.iter().map(|&row| self.lines[row]).collect();
        }
    }
}
