//! The table behind every table of the app, as plain data: columns with a type, rows of cells, and what an operator does
//! with them – sort, filter, page, scroll, export. It draws nothing and knows no browser.

pub mod cell;
pub mod csv;
pub mod view;
pub mod window;

pub use cell::{Cell, Column, Kind};
pub use view::{Direction, PageSize, Sort, View};

/// A table: its columns, its rows, and the row that sums them up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows in their own order, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// The totals, one cell per column; stays in place whatever is sorted, and is gone while rows are filtered out.
    pub totals: Option<Vec<Cell>>,
}
