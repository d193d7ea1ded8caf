//! Single cells of a table of some kind; `None` where there is nothing.

use crate::table::{Column, NULL_I64, NULL_U32, Table};

/// An amount of money, in 分.
pub(crate) fn money(table: &Table, column: &str, row: usize) -> Option<i64> {
    let value = table.money(column).get(row).copied();
    value.filter(|v| *v != NULL_I64)
}

/// An amount of money or a count.
pub(crate) fn number(table: &Table, column: &str, row: usize) -> Option<i64> {
    let count = table.numbers(column).get(row).filter(|v| **v != NULL_U32);
    money(table, column, row).or(count.map(|v| i64::from(*v)))
}

/// The first of some times or days that is there, in civil seconds.
pub(crate) fn moment(table: &Table, columns: &[&str], row: usize) -> Option<u32> {
    columns.iter().find_map(|column| {
        let at = table.numbers(column).get(row).copied();
        at.filter(|at| *at != NULL_U32)
    })
}

/// A name.
pub(crate) fn name<'a>(table: &'a Table, column: &str, row: usize) -> Option<&'a str> {
    match table.column(column)? {
        Column::Names { codes, names } => names.get(*codes.get(row)?),
        _ => None,
    }
}

/// An identity.
pub(crate) fn id(table: &Table, column: &str, row: usize) -> Option<u64> {
    table.ids(column).get(row).copied().filter(|id| *id != 0)
}
