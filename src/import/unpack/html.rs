//! Tables of web pages, as back offices send them under the name of a workbook.
//!
//! The tags are taken as browsers take them: cells and rows may be left open, a table may stand in a cell of another.

use super::markup::{StartTag, attribute, decoded, number, tokens};
use super::sheet::{Sheet, SheetWriter};
use super::workbook::Sheets;
use super::{Unpacking, text};
use crate::import::issues::IssueKind;
use html5gum::Token;

/// Columns and rows that one cell takes, at the most; the limits of HTML.
const MAX_COLSPAN: u32 = 1000;
const MAX_ROWSPAN: u32 = 65_534;
/// Tables within tables.
const DEEPEST_TABLE: usize = 64;
/// Rows between two signs of life.
const ROWS_PER_SIGN: u32 = 20_000;

/// Takes a page apart: every table with data is a part.
pub(super) fn unpack(
    unpacking: &mut Unpacking<'_>,
    name: &str,
    bytes: &[u8],
) -> Result<(), IssueKind> {
    let tables = data_tables(unpacking, bytes)?;
    if tables.is_empty() {
        return Err(IssueKind::NoTable);
    }
    let mut sheets = Sheets::new(unpacking, name);
    for (n, table) in (1..).zip(tables) {
        sheets.push(&n.to_string(), table)?;
    }
    sheets.finish()
}

/// The tables of a page that are meant as such: titles and buttons are laid out with tables as well.
pub(super) fn data_tables(
    unpacking: &mut Unpacking<'_>,
    bytes: &[u8],
) -> Result<Vec<Sheet>, IssueKind> {
    let mut tables = tables(&decoded(bytes), &mut || unpacking.is_alive())?;
    let is_data = |t: &Sheet| t.rows > 1 && t.columns > 1;
    if tables.iter().any(is_data) {
        tables.retain(is_data);
        return Ok(tables);
    }
    let fullest = tables.into_iter().max_by_key(|t| t.filled);
    Ok(fullest.into_iter().collect())
}

/// The tables that hold something, in the order in which they end.
fn tables(page: &str, is_alive: &mut dyn FnMut()) -> Result<Vec<Sheet>, IssueKind> {
    let mut done = Vec::new();
    let mut open: Vec<Table> = Vec::new();
    // Inside of what is not shown.
    let mut skipped: Option<Vec<u8>> = None;
    for Ok(token) in tokens(page, true) {
        match token {
            Token::StartTag(tag) if skipped.is_none() => match tag.name.as_slice() {
                b"script" | b"style" | b"title" | b"noscript" | b"textarea" => {
                    skipped = (!tag.self_closing).then(|| tag.name.0.clone());
                }
                b"table" if open.len() < DEEPEST_TABLE => open.push(Table::new()),
                name => {
                    if let Some(table) = open.last_mut() {
                        table.start(name, &tag)?;
                        if name == b"tr" && table.rows % ROWS_PER_SIGN == 0 {
                            is_alive();
                        }
                    }
                }
            },
            Token::EndTag(tag) => match tag.name.as_slice() {
                name if skipped.as_deref() == Some(name) => skipped = None,
                b"table" => done.extend(open.pop().map(Table::finish)),
                b"tr" => open.last_mut().map_or(Ok(()), Table::end_row)?,
                b"td" | b"th" => open.last_mut().map_or(Ok(()), Table::end_cell)?,
                _ => {}
            },
            Token::String(text) if skipped.is_none() => {
                if let Some(cell) = open.last_mut().and_then(|t| t.cell.as_mut()) {
                    cell.push(&String::from_utf8_lossy(&text));
                }
            }
            _ => {}
        }
    }
    // The inner ones first, as if they had been ended.
    done.extend(open.into_iter().rev().map(|mut table| {
        table.is_cut = true;
        table.finish()
    }));
    let mut found = Vec::new();
    for sheet in done {
        found.extend(Some(sheet?).filter(|s| s.filled > 0));
    }
    Ok(found)
}

struct Table {
    sheet: SheetWriter,
    /// Rows begun.
    rows: u32,
    /// Where the next cell stands, at the earliest.
    column: u32,
    in_row: bool,
    cell: Option<Cell>,
    /// For each column, the rows to come that a cell above takes.
    taken: Vec<u32>,
    is_cut: bool,
}

struct Cell {
    column: u32,
    text: String,
    /// The true number behind a formatted one.
    number: Option<f64>,
}

impl Table {
    fn new() -> Table {
        Table {
            sheet: SheetWriter::new(),
            rows: 0,
            column: 0,
            in_row: false,
            cell: None,
            taken: Vec::new(),
            is_cut: false,
        }
    }

    fn start(&mut self, name: &[u8], tag: &StartTag) -> Result<(), IssueKind> {
        match name {
            b"tr" => self.start_row(),
            b"td" | b"th" => self.start_cell(tag),
            b"br" | b"p" | b"div" | b"li" => {
                if let Some(cell) = &mut self.cell {
                    cell.new_line();
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn start_row(&mut self) -> Result<(), IssueKind> {
        self.end_row()?;
        self.rows += 1;
        self.column = 0;
        self.in_row = true;
        Ok(())
    }

    fn start_cell(&mut self, tag: &StartTag) -> Result<(), IssueKind> {
        self.end_cell()?;
        if !self.in_row {
            self.start_row()?;
        }
        while let Some(rows) = self
            .taken
            .get_mut(self.column as usize)
            .filter(|rows| **rows > 0)
        {
            *rows -= 1;
            self.column += 1;
        }
        let column = self.column;
        let columns = number(tag, "colspan").unwrap_or(1).clamp(1, MAX_COLSPAN);
        let rows = number(tag, "rowspan").unwrap_or(1).clamp(1, MAX_ROWSPAN);
        self.column += columns;
        if rows > 1 {
            let (from, to) = (column as usize, self.column as usize);
            self.taken.resize(self.taken.len().max(to), 0);
            self.taken[from..to].fill(rows - 1);
        }
        self.cell = Some(Cell {
            column,
            text: String::new(),
            number: attribute(tag, "x:num").and_then(|n| n.trim().parse().ok()),
        });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), IssueKind> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let mut number = String::new();
        if let Some(n) = cell.number.filter(|_| cell.shows_number()) {
            text::push_number(n, &mut number);
        }
        let text = if number.is_empty() {
            cell.text.trim()
        } else {
            &number
        };
        // `rows` is at least one: a cell begins a row where there is none.
        self.sheet.text(self.rows - 1, cell.column, text)
    }

    fn end_row(&mut self) -> Result<(), IssueKind> {
        self.end_cell()?;
        if self.in_row {
            let behind = self.taken.iter_mut().skip(self.column as usize);
            behind.for_each(|rows| *rows = rows.saturating_sub(1));
        }
        self.in_row = false;
        Ok(())
    }

    fn finish(mut self) -> Result<Sheet, IssueKind> {
        self.end_row()?;
        if self.is_cut {
            self.sheet.cut();
        }
        self.sheet.finish()
    }
}

impl Cell {
    /// Takes text as a browser shows it: blanks and line ends are one blank.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if !c.is_ascii_whitespace() && c != '\u{a0}' {
                self.text.push(c);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn new_line(&mut self) {
        if !self.text.trim().is_empty() {
            self.text.push('\n');
        }
    }

    /// Whether what is shown is the number and not, say, the date that the number stands for.
    fn shows_number(&self) -> bool {
        let signs = ['.', ',', '-', '+', '%', '(', ')', '¥', '￥', '$', ' ', 'E'];
        let shown = self.text.trim();
        let is_clock_or_date = shown.trim_start_matches('-').contains('-') && !shown.contains('E');
        !is_clock_or_date
            && shown
                .chars()
                .all(|c| c.is_ascii_digit() || signs.contains(&c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(page: &str) -> Vec<String> {
        let tables = tables(page, &mut || {}).expect("small");
        tables
            .into_iter()
            .map(|t| String::from_utf8(t.bytes).expect("UTF-8"))
            .collect()
    }

    #[test]
    fn open_cells_entities_and_blanks() {
        let page = "<TABLE><TR><TD>a &amp; b<TD> c&nbsp;<TR><th>1<br>2<script>x<td></script><td>&yen;3\n  4</TABLE>";
        assert_eq!(read(page), ["a & b,c\n\"1\n2\",¥3 4\n"]);
    }

    #[test]
    fn spans_leave_their_places_empty() {
        let page = "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td rowspan=2>f<tr><td>g</table>";
        assert_eq!(read(page), ["a,b,,c\n,d,e,f\ng,,,\n"]);
        let page = "<table><tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d<tr><td>e<td>f</table>";
        assert_eq!(read(page), ["a,b\nc,\nd,\ne,f\n"]);
    }

    #[test]
    fn a_table_in_a_cell_is_a_table_of_its_own() {
        let page = "<table><tr><td>out<table><tr><td>in</table>side<td>x</table>";
        assert_eq!(read(page), ["in\n", "outside,x\n"]);
    }

    #[test]
    fn true_numbers_stand_behind_formatted_ones() {
        let page = "<table><tr><td x:num=\"0.0321\">3.21%<td x:num=\"1234.5\">1,234.50<td x:num=\"44197\">2021-01-01<td x:num>7<td x:num=\"8.19E+17\">8.19E+17</table>";
        assert_eq!(read(page), ["0.0321,1234.5,2021-01-01,7,8.19E+17\n"]);
    }

    #[test]
    fn a_page_that_breaks_off_says_so() {
        let sheets = tables("<table><tr><td>a<td>b<tr><td>1", &mut || {}).expect("small");
        assert_eq!(sheets[0].issues[0].kind, IssueKind::CutWorkbook);
        assert_eq!(sheets[0].issues[0].row, 2);
    }

    proptest! {
        #[test]
        fn any_soup_is_read(parts in prop::collection::vec(prop::sample::select(vec![
            "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=9999 rowspan=0>", "<td rowspan=99999>", "</td>",
            "<th x:num=1e999>", "text", "&#x0;&bogus;", "<script>", "</script>", "<", "\u{a0}", "<br>", "<!--", "-->",
        ]), 0..60)) {
            let _ = tables(&parts.concat(), &mut || {});
        }
    }
}
