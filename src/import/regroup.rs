//! Reads rows that are written with another delimiter than their table: a line pasted in from elsewhere.
//!
//! Such a row falls into too few cells. It is split by the other delimiter, and the pieces are grouped so that every cell
//! looks like the cells of its column do everywhere else. Only a row for which there is exactly one such way is changed.

use crate::import::encoding::CellEncoding;
use crate::import::grammar::Grammar;
use crate::import::records::{Split, Splitter};
use std::collections::BTreeSet;

const DELIMITERS: [u8; 5] = *b",\t;| ";
/// Rows from which it can be said what a column looks like.
const FEWEST_ROWS: usize = 5;
/// A column with more looks than this looks like anything.
const MOST_SHAPES: usize = 24;
/// Pieces of a row beyond which it is not tried.
const MOST_PIECES: usize = 1000;

/// What the columns of a table look like.
pub(super) struct Regrouper {
    grammar: Grammar,
    columns: Vec<Column>,
}

#[derive(Default)]
struct Column {
    shapes: BTreeSet<String>,
    has_blanks: bool,
}

impl Regrouper {
    /// For a table whose records mostly have this many cells.
    pub(super) fn new(records: &[Vec<String>], grammar: Grammar, width: usize) -> Regrouper {
        let mut columns: Vec<Column> = Vec::new();
        let usual: Vec<&Vec<String>> = records.iter().filter(|r| r.len() == width).collect();
        if width >= 3 && usual.len() >= FEWEST_ROWS && usual.len() * 2 >= records.len() {
            columns.resize_with(width, Column::default);
        }
        for record in usual {
            for (column, cell) in columns.iter_mut().zip(record) {
                column.has_blanks |= cell.contains(' ');
                if column.shapes.len() <= MOST_SHAPES {
                    column.shapes.insert(shape(cell));
                }
            }
        }
        Regrouper { grammar, columns }
    }

    /// The cells of a line that has too few of them, if another delimiter gives every column its cell in exactly one way.
    pub(super) fn regroup(&self, line: &[u8], encoding: CellEncoding) -> Option<Vec<String>> {
        let mut found = DELIMITERS
            .into_iter()
            .filter(|d| *d != self.grammar.delimiter && line.contains(d))
            .filter_map(|delimiter| self.grouped(line, delimiter, encoding));
        found.next().filter(|_| found.next().is_none())
    }

    fn grouped(&self, line: &[u8], delimiter: u8, encoding: CellEncoding) -> Option<Vec<String>> {
        let grammar = Grammar {
            delimiter,
            is_padded: false,
            ..self.grammar
        };
        let mut splitter = Splitter::new(grammar);
        if splitter.split(line, true) != Split::Record(line.len()) || !splitter.is_clean() {
            return None;
        }
        let mut pieces = Vec::new();
        for field in splitter.fields() {
            let bytes = field.bytes(line);
            // What separates the cells of all other rows separates nothing here.
            if !field.is_quoted() && bytes.contains(&self.grammar.delimiter) {
                return None;
            }
            pieces.push((encoding.decode(&bytes).0.into_owned(), field.is_quoted()));
        }
        if self.columns.is_empty()
            || pieces.len() < self.columns.len()
            || pieces.len() > MOST_PIECES
        {
            return None;
        }
        self.only_way(&pieces, char::from(delimiter))
    }

    /// Groups pieces into cells: one each, except that a column whose cells have blanks may take several unquoted ones.
    /// `ways[p]` counts the ways to fill the columns so far with the first `p` pieces, and `from` says where the last cell
    /// of the only one begins.
    fn only_way(&self, pieces: &[(String, bool)], delimiter: char) -> Option<Vec<String>> {
        let mut ways = vec![0_u32; pieces.len() + 1];
        ways[0] = 1;
        let mut from = Vec::new();
        for column in &self.columns {
            let mut next = vec![0_u32; pieces.len() + 1];
            let mut begins = vec![0; pieces.len() + 1];
            for start in (0..pieces.len()).filter(|p| ways[*p] > 0) {
                let mut cell = String::new();
                for (end, (piece, is_quoted)) in pieces.iter().enumerate().skip(start) {
                    let is_first = end == start;
                    if !is_first {
                        if *is_quoted || pieces[start].1 || delimiter != ' ' || !column.has_blanks {
                            break;
                        }
                        cell.push(delimiter);
                    }
                    cell.push_str(piece);
                    if column.takes(&cell) {
                        next[end + 1] = next[end + 1].saturating_add(ways[start]);
                        begins[end + 1] = start;
                    }
                }
            }
            ways = next;
            from.push(begins);
        }
        if ways[pieces.len()] != 1 {
            return None;
        }
        let mut end = pieces.len();
        let mut cells = Vec::new();
        for begins in from.iter().rev() {
            let start = begins[end];
            let parts: Vec<&str> = pieces[start..end].iter().map(|(p, _)| p.as_str()).collect();
            cells.push(parts.join(&delimiter.to_string()));
            end = start;
        }
        cells.reverse();
        Some(cells)
    }
}

impl Column {
    fn takes(&self, cell: &str) -> bool {
        if self.shapes.len() > MOST_SHAPES {
            !cell.is_empty()
        } else {
            self.shapes.contains(&shape(cell))
        }
    }
}

/// What a cell looks like: runs of digits and of letters, and what stands between them.
fn shape(cell: &str) -> String {
    let mut shape = String::new();
    for c in cell.chars() {
        let class = match c {
            c if c.is_numeric() => '9',
            c if c.is_alphabetic() => 'a',
            c => c,
        };
        if !shape.ends_with(class) || !matches!(class, '9' | 'a') {
            shape.push(class);
        }
    }
    shape
}
