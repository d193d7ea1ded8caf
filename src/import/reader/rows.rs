//! Reads the records of one part of a file into columns. Where the part stands in the file it does not know: lines count
//! from its first record.

use super::plan::Plan;
use crate::import::columns::{ColumnBuilder, Notes};
use crate::import::encoding::CellEncoding;
use crate::import::footers;
use crate::import::grammar::Field;
use crate::import::issues::IssueKind;
use crate::import::records::{Split, Splitter};
use crate::table::Column;
use serde::{Deserialize, Serialize};

/// A record longer than this is cut: it is no row of a table, and memory stays bounded.
pub(super) const LONGEST_RECORD: usize = 8 << 20;

/// Rows counted so far: whether blank cells behind the last column are usual depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows.
    pub rows: u64,
    /// Rows with blank cells behind the last column.
    pub tailed: u64,
}

impl Counts {
    /// How far the rows are from having such cells as a rule: they do where this is not negative.
    fn margin(self) -> i64 {
        2 * self.tailed as i64 - self.rows as i64
    }

    /// Whether rows have such cells as a rule.
    pub(super) fn is_tailed(self) -> bool {
        self.margin() >= 0
    }
}

/// What is known of the rows before the part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Before {
    /// These were counted.
    Counted(Counts),
    /// It is taken that they have blank cells behind the last column as a rule, or that they do not.
    Taken(bool),
}

/// What was taken for granted, and under which margins of the rows before it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tails {
    /// The smallest margin at a row that was kept because such cells are usual.
    lowest: Option<i64>,
    /// The largest margin at a row that was left out because they are not.
    highest: Option<i64>,
}

impl Tails {
    /// Whether the same would have been done behind these rows.
    pub(super) fn hold_behind(self, before: Counts) -> bool {
        self.lowest.is_none_or(|m| m + before.margin() >= 0)
            && self.highest.is_none_or(|m| m + before.margin() < 0)
    }
}

/// The rows of a part, and what is to be said of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// Records, whatever they are.
    pub(super) records: u64,
    pub(super) counts: Counts,
    pub(super) tails: Tails,
    /// The line of each row.
    pub(super) lines: Vec<u32>,
    pub(super) columns: Vec<Column>,
    /// What is to be said of rows as such, and then of each column.
    pub(super) notes: Vec<Notes>,
}

/// Reads records into columns.
pub(super) struct RowReader {
    encoding: CellEncoding,
    width: usize,
    splitter: Splitter,
    columns: Vec<(usize, ColumnBuilder)>,
    /// The places of those that name things.
    names: Vec<usize>,
    /// Records to be passed over: those down to the header.
    skipped: u64,
    /// Records so far.
    records: u64,
    before: Before,
    counts: Counts,
    tails: Tails,
    lines: Vec<u32>,
    notes: Notes,
}

impl RowReader {
    /// For a part behind `before`, whose first `skipped` records are no rows.
    pub(super) fn new(plan: &Plan, skipped: u64, before: Before) -> RowReader {
        let columns = plan.builders();
        let of_names = columns.iter().filter(|(_, column)| column.is_of_names());
        RowReader {
            encoding: plan.encoding,
            width: plan.width,
            splitter: Splitter::expecting(plan.grammar, plan.width),
            names: of_names.map(|(place, _)| *place).collect(),
            columns,
            skipped,
            records: 0,
            before,
            counts: Counts::default(),
            tails: Tails::default(),
            lines: Vec::new(),
            notes: Notes::default(),
        }
    }

    /// Rows taken in so far.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Reads the whole records at the front of `data` that begin before `until`, and tells where the next one begins. With
    /// `last`, the data end with the file.
    pub(super) fn read(&mut self, data: &[u8], last: bool, until: usize) -> usize {
        let mut start = 0;
        while start < data.len().min(until) {
            // What is made of a record depends on its own bytes only, however the data come.
            let end = data.len().min(start + LONGEST_RECORD);
            let rest = &data[start..end];
            let is_whole = rest.len() == LONGEST_RECORD || (last && end == data.len());
            let Split::Record(len) = self.splitter.split(rest, is_whole) else {
                break;
            };
            self.record(rest);
            start += len;
        }
        start
    }

    fn record(&mut self, data: &[u8]) {
        self.records += 1;
        let line = self.records;
        let fields = self.splitter.fields();
        let is_blank = |f: &Field| f.bytes(data).trim_ascii().is_empty();
        if line <= self.skipped || fields.iter().all(is_blank) {
            return;
        }
        if self.splitter.has_unclosed_quote() {
            self.notes.add(IssueKind::UnclosedQuote, line, "");
        }
        if self.is_below(data) {
            self.notes.add(IssueKind::FooterRow, line, "");
            return;
        }
        self.counts.rows += 1;
        let width = self.splitter.fields().len();
        if width < self.width && !self.splitter.is_terminated() {
            self.notes.add(IssueKind::TruncatedFile, line, "");
            return;
        }
        if width != self.width && !self.is_aligned(data) {
            self.notes.add(IssueKind::RaggedRow, line, "");
            return;
        }
        if width < self.width {
            self.notes.add(IssueKind::ShortRow, line, "");
        }
        let fields = self.splitter.fields();
        self.lines.push(u32::try_from(line).unwrap_or(u32::MAX));
        for (place, column) in &mut self.columns {
            match fields.get(*place) {
                Some(field) => column.push(Some(&field.bytes(data)), line),
                None => column.push(None, line),
            }
        }
    }

    /// Whether the record in hand is none of the table but a row of totals or a remark below it.
    fn is_below(&self, data: &[u8]) -> bool {
        let fields = self.splitter.fields();
        let cells = || fields.iter().map(|f| f.bytes(data));
        let mut names = self.names.iter();
        footers::is_remark(cells())
            || footers::opens_totals(cells(), self.encoding)
            || names.any(|place| {
                let name = fields.get(*place);
                name.is_some_and(|f| footers::is_total(&f.bytes(data)))
            })
    }

    /// Whether a record of another width than the header still has each cell under its header.
    ///
    /// A stray delimiter pushes the cells behind it to the right. When the last column is then filled although blank cells
    /// follow, the row was pushed, unless the file writes all its rows with such a tail.
    fn is_aligned(&mut self, data: &[u8]) -> bool {
        let fields = self.splitter.fields();
        let is_blank = |f: &Field| f.bytes(data).trim_ascii().is_empty();
        if let Some(tail) = fields.get(self.width..).filter(|tail| !tail.is_empty()) {
            self.counts.tailed += 1;
            if !tail.iter().all(is_blank) {
                return false;
            }
            if !is_blank(&fields[self.width - 1]) && !self.has_usual_tail() {
                return false;
            }
        }
        let fields = self.splitter.fields();
        let cells = self
            .columns
            .iter()
            .filter_map(|(place, column)| Some((fields.get(*place)?, column)));
        cells
            .into_iter()
            .all(|(field, column)| column.fits(&field.bytes(data)))
    }

    /// Whether the rows down to this one have blank cells behind the last column as a rule.
    fn has_usual_tail(&mut self) -> bool {
        let margin = self.counts.margin();
        match self.before {
            Before::Counted(before) => margin + before.margin() >= 0,
            Before::Taken(true) => {
                self.tails.lowest = self.tails.lowest.map(|m| m.min(margin)).or(Some(margin));
                true
            }
            Before::Taken(false) => {
                self.tails.highest = self.tails.highest.max(Some(margin));
                false
            }
        }
    }

    pub(super) fn finish(self) -> Rows {
        let mut notes = vec![self.notes];
        let mut columns = Vec::new();
        for (_, builder) in self.columns {
            let (column, of_column) = builder.finish();
            columns.push(column);
            notes.push(of_column);
        }
        Rows {
            records: self.records,
            counts: self.counts,
            tails: self.tails,
            lines: self.lines,
            columns,
            notes,
        }
    }
}

/// Bytes of a record that is not whole yet, carried from piece to piece.
#[derive(Default)]
pub(super) struct Carry(Vec<u8>);

impl Carry {
    /// Bytes carried at first to find the end of the record.
    const FIRST_BYTES: usize = 4096;

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Hands what was carried and the next piece to `read`, which tells how many bytes it has used, and carries the rest.
    pub(super) fn feed(
        &mut self,
        piece: &[u8],
        last: bool,
        mut read: impl FnMut(&[u8], bool) -> usize,
    ) {
        let mut carried = self.0.len();
        let mut taken = 0;
        while !self.0.is_empty() {
            let more = (piece.len() - taken).min(self.0.len().max(Carry::FIRST_BYTES));
            self.0.extend_from_slice(&piece[taken..taken + more]);
            taken += more;
            let is_all = taken == piece.len();
            let used = read(&self.0, last && is_all);
            if used >= carried {
                // What was carried is used up: the rest is read where it stands.
                taken = used - carried;
                self.0.clear();
            } else {
                self.0.drain(..used);
                carried -= used;
                if is_all {
                    return;
                }
            }
        }
        let rest = &piece[taken..];
        let used = read(rest, last);
        self.0.extend_from_slice(&rest[used..]);
    }
}
