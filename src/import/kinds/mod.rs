//! The exports that we can read, one folder each. A kind is a declaration: which headers mean which column, how a cell of
//! the column is read, and which headers carry personal data. To add a kind, copy one, and name it in [`ALL`].

pub mod orders;

use crate::import::issues::IssueLog;
use crate::table::{Column, Rule, Table};

/// Every kind, in the order in which a header is tried against them.
pub const ALL: &[&Kind] = &[&orders::KIND];

/// One kind of export.
#[derive(Debug)]
pub struct Kind {
    /// Its name in storage and JSON.
    pub name: &'static str,
    /// The columns that are kept.
    pub fields: &'static [Field],
    /// Columns of which a header must have at least `min_marks` to be of this kind.
    pub marks: &'static [&'static str],
    /// See `marks`.
    pub min_marks: usize,
    /// Headers that only other exports have: with one of them, a header is not of this kind, however much it looks like it.
    pub foreign: &'static [&'static str],
    /// Headers of columns that carry personal data: dropped unread, named in the report.
    pub personal: &'static [&'static str],
    /// The column by which rows of several files are the same thing.
    pub key: &'static str,
    /// The columns of times that say which days a file covers; the first that the file has counts.
    pub span_columns: &'static [&'static str],
    /// Columns that only make sense together: when two files know a row, all of them come from the same file.
    pub together: &'static [&'static str],
    /// The column that names the shop.
    pub shop_column: Option<&'static str>,
    /// Finishes the columns of a file once all of it is read.
    pub settle: fn(&mut Draft, &mut IssueLog),
    /// Whether a row of the second table is a newer state than the row of the first that has the same key.
    pub is_newer: fn(&Table, usize, &Table, usize) -> bool,
}

/// The columns of one file between reading and storing.
#[derive(Debug)]
pub struct Draft {
    /// Columns under their stored names, all of equal length.
    pub columns: Vec<(&'static str, Column)>,
    /// The line of each row as a spreadsheet numbers it.
    pub lines: Vec<u32>,
    /// Hash of the file's bytes.
    pub fingerprint: u64,
}

/// A column that is kept, and where it is found.
#[derive(Debug)]
pub struct Field {
    /// Its name in storage.
    pub column: &'static str,
    /// How a cell is read.
    pub cell: Cell,
    /// The headers that mean it, normalised (see [`crate::import::headers::normalised`]), the best first. The first one is
    /// what the app calls the column.
    pub headers: &'static [&'static str],
    /// Whether the report names it when the file does not have it.
    pub wanted: bool,
}

/// How a cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A long decimal identity.
    Id,
    /// Money in yuan, kept in 分.
    Money,
    /// The same, where an empty cell means that there was none: 0.
    MoneyOrNone,
    /// A civil date and time.
    Time,
    /// A whole number.
    Count,
    /// A text with few different values, kept once each.
    Name,
    /// A person's account name, kept as a salted hash only.
    Person,
    /// The province at the head of an address.
    Province,
    /// The city of an address, and nothing finer.
    City,
    /// One of a list of states.
    Status(&'static [(&'static str, u8)]),
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

impl Kind {
    /// How rows of the same thing in several files become one.
    pub fn rule(&self) -> Rule {
        Rule {
            key: self.key,
            together: self.together,
            is_newer: self.is_newer,
        }
    }

    /// What the app calls a stored column: the header by which operators know it.
    pub fn label(&self, column: &str) -> Option<&'static str> {
        self.fields
            .iter()
            .find(|f| f.column == column)
            .and_then(|f| f.headers.first().copied())
    }
}
