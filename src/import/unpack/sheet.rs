//! Writes the cells of a sheet as CSV while they come, row by row, so that a sheet is never in memory as cells.

use super::{MAX_TABLE_BYTES, text};
use crate::import::issues::{Issue, IssueKind, IssueLog};
use calamine::{CellErrorType, DataRef};
use csv::{Writer, WriterBuilder};

/// Columns of a sheet of Excel.
const MAX_COLUMNS: u32 = 16_384;
/// Rows of a sheet of Excel.
const MAX_ROWS: u32 = 1_048_576;
/// A row is filled up to the widest row so far, as a sheet has no short rows; but one stray cell far to the right must
/// not make every row as wide.
const MAX_PADDING: usize = 512;

/// A sheet being written.
pub(super) struct SheetWriter {
    csv: Writer<Vec<u8>>,
    issues: IssueLog,
    /// Row of the sheet, from 0, whose cells are gathered.
    row: u32,
    /// Rows written so far.
    lines: u32,
    /// The gathered cells, of which the first `used` count.
    cells: Vec<String>,
    used: usize,
    widest: usize,
    bytes: u64,
    filled: u64,
}

/// A sheet that was written.
pub(super) struct Sheet {
    /// CSV.
    pub bytes: Vec<u8>,
    pub issues: Vec<Issue>,
    /// Rows, blank ones counted.
    pub rows: u32,
    /// Cells of its widest row.
    pub columns: usize,
    /// Cells that hold something.
    pub filled: u64,
}

impl SheetWriter {
    pub fn new() -> SheetWriter {
        SheetWriter {
            csv: writer(Vec::new()),
            issues: IssueLog::default(),
            row: 0,
            lines: 0,
            cells: Vec::new(),
            used: 0,
            widest: 0,
            bytes: 0,
            filled: 0,
        }
    }

    /// Takes the cell of a workbook at this place, both from 0.
    pub fn value(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> Result<(), IssueKind> {
        if matches!(value, DataRef::Empty) {
            return Ok(());
        }
        let mut shown = std::mem::take(self.place(row, column)?);
        shown.clear();
        let error = text::push_value(value, &mut shown).err();
        *self.place(row, column)? = shown;
        if let Some(error) = error {
            self.error(row, column, &error);
        }
        Ok(())
    }

    /// Takes a cell as text.
    pub fn text(&mut self, row: u32, column: u32, text: &str) -> Result<(), IssueKind> {
        if text.is_empty() {
            return Ok(());
        }
        let cell = self.place(row, column)?;
        cell.clear();
        cell.push_str(text);
        Ok(())
    }

    /// Notes that a formula came to nothing.
    pub fn error(&mut self, row: u32, column: u32, error: &CellErrorType) {
        self.error_text(row, column, &error.to_string());
    }

    /// Notes that a formula came to nothing, in the file's words.
    pub fn error_text(&mut self, row: u32, column: u32, error: &str) {
        self.issues.add(
            IssueKind::FormulaError,
            u64::from(row) + 1,
            &letters(column),
            error,
        );
    }

    /// Notes that the sheet breaks off behind what has been taken.
    pub fn cut(&mut self) {
        let row = u64::from(self.row) + 1;
        self.issues.add(IssueKind::CutWorkbook, row, "", "");
    }

    /// The cell to fill. Cells come row by row; a row that comes again is written again.
    fn place(&mut self, row: u32, column: u32) -> Result<&mut String, IssueKind> {
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return Err(IssueKind::TooLarge);
        }
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        let column = column as usize;
        if column >= self.cells.len() {
            self.cells.resize(column + 1, String::new());
        }
        self.used = self.used.max(column + 1);
        Ok(&mut self.cells[column])
    }

    fn end_row(&mut self) -> Result<(), IssueKind> {
        let full = self.cells[..self.used].iter().rposition(|c| !c.is_empty());
        let used = full.map_or(0, |last| last + 1);
        if used > 0 {
            // Rows that hold nothing stay blank lines, so that the others keep their numbers.
            if self.row > self.lines {
                self.blank_lines(self.row - self.lines);
            }
            self.widest = self.widest.max(used);
            let width = used.max(self.widest.min(MAX_PADDING));
            let cells = &self.cells[..used];
            self.filled += cells.iter().filter(|c| !c.is_empty()).count() as u64;
            self.bytes += cells.iter().map(|c| c.len() as u64).sum::<u64>() + width as u64;
            if self.bytes > MAX_TABLE_BYTES {
                return Err(IssueKind::TooLarge);
            }
            let padding = std::iter::repeat_n("", width - used);
            let fields = cells.iter().map(String::as_str).chain(padding);
            // Writing into memory cannot fail.
            let _ = self.csv.write_record(fields);
            self.lines += 1;
        }
        self.cells[..self.used].iter_mut().for_each(String::clear);
        self.used = 0;
        Ok(())
    }

    fn blank_lines(&mut self, count: u32) {
        let full = std::mem::replace(&mut self.csv, writer(Vec::new()));
        let mut bytes = full.into_inner().unwrap_or_default();
        bytes.resize(bytes.len() + count as usize, b'\n');
        self.bytes += u64::from(count);
        self.lines += count;
        self.csv = writer(bytes);
    }

    /// Ends the sheet.
    pub fn finish(mut self) -> Result<Sheet, IssueKind> {
        self.end_row()?;
        Ok(Sheet {
            bytes: self.csv.into_inner().unwrap_or_default(),
            issues: self.issues.into_issues(),
            rows: self.lines,
            columns: self.widest,
            filled: self.filled,
        })
    }
}

fn writer(bytes: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().flexible(true).from_writer(bytes)
}

/// A column as Excel names it: `A`, `Z`, `AA`.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[(u32, u32, &str)]) -> String {
        let mut sheet = SheetWriter::new();
        for (row, column, text) in cells {
            sheet.text(*row, *column, text).expect("small");
        }
        String::from_utf8(sheet.finish().expect("small").bytes).expect("UTF-8")
    }

    #[test]
    fn rows_keep_their_numbers_and_have_no_ragged_ends() {
        let cells = [(2, 1, "title"), (3, 0, "a"), (3, 3, "d,\"e\""), (6, 0, "1")];
        assert_eq!(
            written(&cells),
            "\n\n,title\na,,,\"d,\"\"e\"\"\"\n\n\n1,,,\n"
        );
        assert_eq!(written(&[]), "");
    }

    #[test]
    fn one_far_cell_costs_its_own_row_only() {
        let text = written(&[(0, 16_000, "x"), (1_000_000, 0, "y")]);
        assert!(text.len() < 1_020_000, "{}", text.len());
        assert!(SheetWriter::new().text(0, MAX_COLUMNS, "x").is_err());
    }

    #[test]
    fn columns_are_named_as_in_excel() {
        assert_eq!(
            [0, 25, 26, 701, 702].map(letters),
            ["A", "Z", "AA", "ZZ", "AAA"]
        );
    }
}
