//! Finds the parts of a table of no known kind: titles above it, the rows of its header, where another table begins below
//! it, and the notes at its end.

use crate::import::shape::{is_blank, is_value};

/// Rows that one header has at the most.
const MOST_HEADER_ROWS: usize = 3;

/// Where the header stands among the first records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The first record of the header, or the first of the table when it has none.
    pub first: usize,
    /// How many records the header has.
    pub header_rows: usize,
}

/// Finds the header of records that mostly have this many cells.
pub(super) fn layout(records: &[Vec<String>], width: usize) -> Layout {
    let first = records
        .iter()
        .enumerate()
        .position(|(at, record)| opens_table(record, records.get(at + 1), width))
        .or_else(|| records.iter().position(|r| !is_blank(r)))
        .unwrap_or(0);
    let first = match first.checked_sub(1) {
        Some(above) if are_groups(&records[above], width) => above,
        _ => first,
    };
    let below = records.get(first..).unwrap_or_default();
    let values = value_columns(below.get(1..).unwrap_or_default(), width);
    Layout {
        first,
        header_rows: header_rows(below, &values),
    }
}

/// Whether a record is a row of the table, and no title above it. A row of the table has most of its cells filled; one that
/// lacks a delimiter, or has one too many, still is one when the next row is as it should be.
fn opens_table(record: &[String], next: Option<&Vec<String>>, width: usize) -> bool {
    let filled = record.iter().filter(|c| !c.trim().is_empty()).count();
    if record.len() == width {
        return filled >= width.div_ceil(2);
    }
    width >= 4
        && record.len().abs_diff(width) == 1
        && filled + 1 >= width
        && next.is_some_and(|next| next.len() == width)
}

/// Whether a record names groups of columns: a few words, not only in front.
fn are_groups(record: &[String], width: usize) -> bool {
    let mut filled = record.iter().filter(|c| !c.trim().is_empty());
    record.len() == width
        && filled.clone().count() >= 2
        && !filled.any(|c| is_value(c))
        && record.iter().skip(2).any(|c| !c.trim().is_empty())
}

/// The columns whose cells are numbers and moments in most rows.
fn value_columns(rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let is_mostly = |column: &usize| {
        let cells = rows.iter().filter_map(|row| row.get(*column));
        let filled = cells.filter(|c| !c.trim().is_empty());
        let (values, all) = filled.fold((0, 0), |(values, all), cell| {
            (values + usize::from(is_value(cell)), all + 1)
        });
        all > 0 && values * 10 >= all * 8
    };
    (0..width).filter(is_mostly).collect()
}

/// How many of the first rows are header. A row with a value where most rows have values is no header; a second row is one
/// when it repeats the first, or when the first has groups over it and no column of values has a value in it.
fn header_rows(rows: &[Vec<String>], values: &[usize]) -> usize {
    let Some(head) = rows.first() else {
        return 1;
    };
    let cell = |row: &[String], column: usize| {
        row.get(column).map_or("", String::as_str).trim().to_owned()
    };
    let valued = |row: &[String]| values.iter().filter(|c| is_value(&cell(row, **c))).count();
    if rows.len() > 1 && !values.is_empty() && valued(head) * 2 > values.len() {
        return 0;
    }
    let is_more = |row: &Vec<String>| {
        let is_same = row.iter().zip(head).all(|(a, b)| a == b);
        let names = values.iter().filter(|c| !cell(row, **c).is_empty()).count();
        let is_grouped = head.len() > 2 && head.iter().any(|c| c.trim().is_empty());
        let is_under = is_grouped && values.len() >= 2 && valued(row) == 0 && names == values.len();
        !is_blank(row) && row.len() == head.len() && (is_same || is_under)
    };
    1 + rows[1..]
        .iter()
        .take(MOST_HEADER_ROWS - 1)
        .take_while(|row| is_more(row))
        .count()
}

/// The names of the columns under a header of several rows: a group spreads over the blank cells to its right, and stands
/// before the name.
pub(super) fn joined(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if let [only] = rows {
        return only.clone();
    }
    let filled = rows.iter().enumerate().map(|(at, row)| {
        if at + 1 < rows.len() {
            spread(row)
        } else {
            row.clone()
        }
    });
    let filled: Vec<Vec<String>> = filled.collect();
    (0..width)
        .map(|column| {
            let parts = filled.iter().filter_map(|row| row.get(column));
            let parts: Vec<&str> = parts.map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
            parts.join(" ")
        })
        .collect()
}

/// A row of groups, each also over the blank cells to its right: that is how merged cells are exported.
fn spread(row: &[String]) -> Vec<String> {
    let mut group = "";
    row.iter()
        .map(|cell| {
            if !cell.trim().is_empty() {
                group = cell;
            }
            group.to_owned()
        })
        .collect()
}

/// How many of the records below a header belong to its table: another one begins where the header is repeated, or where
/// all rows below a blank one have another number of cells.
pub(super) fn table_rows(header: &[String], records: &[Vec<String>]) -> usize {
    let is_other = |at: usize| {
        let record = &records[at];
        if repeats(header, record) {
            return true;
        }
        let is_apart = at > 0 && is_blank(&records[at - 1]);
        let next = records.get(at + 1);
        is_apart
            && record.len() > 1
            && record.len() != header.len()
            && next.is_some_and(|next| next.len() == record.len() && !is_blank(next))
    };
    (0..records.len())
        .find(|at| is_other(*at))
        .unwrap_or(records.len())
}

/// Whether a record says the header once more, perhaps without its last columns or with some behind them.
pub(super) fn repeats(header: &[String], record: &[String]) -> bool {
    let named = header
        .iter()
        .zip(record)
        .filter(|(h, _)| !h.trim().is_empty());
    let (same, all) = named.fold((0, 0), |(same, all), (h, r)| {
        (same + usize::from(h == r), all + 1)
    });
    same >= 2 && same * 10 >= all * 7
}

/// How many records are left when the notes at the end are taken off: rows with one cell below a table of many.
pub(super) fn without_notes(records: &[Vec<String>], width: usize) -> usize {
    let is_note = |record: &Vec<String>| {
        let filled = record.iter().filter(|c| !c.trim().is_empty()).count();
        filled == 0 || (filled == 1 && !record[0].trim().is_empty() && !is_value(&record[0]))
    };
    if width < 3 {
        return records.len();
    }
    let notes = records.iter().rev().take_while(|r| is_note(r)).count();
    // Where most rows are like this, they are the table.
    if notes * 2 > records.len() {
        return records.len();
    }
    records.len() - notes
}
