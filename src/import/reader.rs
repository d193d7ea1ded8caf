//! Reads one file, piece by piece, in one pass and in bounded memory: bytes go in as they come, columns and a report come
//! out at the end.

use crate::import::columns::{ColumnBuilder, ReadContext};
use crate::import::encoding::{Encoding, Transcoder};
use crate::import::footers;
use crate::import::grammar::Field;
use crate::import::headers::trimmed_header;
use crate::import::headers::{Header, Match};
use crate::import::issues::{IssueKind, IssueLog};
use crate::import::kinds::{DAY, Days, Draft, Kind, LAST_DAY};
use crate::import::period::span_in;
use crate::import::records::{Split, Splitter};
use crate::import::report::{FileReport, RecognisedBy};
use crate::import::sketch::Sketch;
use crate::import::sniff::{self, Dialect};
use crate::import::template::{Hints, Template};
use crate::import::titles;
use crate::model::time::{Civil, Day, Span};
use crate::table::{Index, NULL_U32, Table, merge};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Bytes gathered before it is decided what the file is.
const HEAD_BYTES: usize = 256 * 1024;
/// A record longer than this is cut: it is no row of a table, and memory stays bounded.
const LONGEST_RECORD: usize = 8 << 20;

/// What came of a file.
#[derive(Debug)]
pub struct Imported {
    /// What is to be said about it.
    pub report: FileReport,
    /// Its rows, one per key; `None` when nothing of it could be used.
    pub table: Option<Table>,
    /// Its kind; `None` when it is none that we know.
    pub kind: Option<&'static Kind>,
    /// Hash of all its bytes: the same file has the same.
    pub fingerprint: u64,
    /// What was seen of it; `None` when it is no table.
    pub sketch: Option<Sketch>,
}

impl Imported {
    /// A file of which nothing could be used.
    pub fn nothing(report: FileReport) -> Imported {
        Imported {
            report,
            table: None,
            kind: None,
            fingerprint: 0,
            sketch: None,
        }
    }
}

/// A file being read.
pub struct FileReader {
    report: FileReport,
    issues: IssueLog,
    fingerprint: SipHasher13,
    context: ReadContext,
    hints: Hints,
    templates: Vec<Template>,
    sketch: Option<Sketch>,
    state: State,
}

enum State {
    /// Too little has been seen to know what the file is.
    Head(Vec<u8>),
    Body(Box<Body>),
    /// Nothing of the file can be used.
    Refused,
}

impl FileReader {
    /// For a file of this name and size.
    pub fn new(name: &str, bytes: u64, context: ReadContext) -> FileReader {
        FileReader::with_hints(name, bytes, context, Hints::default(), Vec::new())
    }

    /// For a file of which more is known: what the operator says of it, and the templates made so far.
    pub fn with_hints(
        name: &str,
        bytes: u64,
        context: ReadContext,
        hints: Hints,
        templates: Vec<Template>,
    ) -> FileReader {
        FileReader {
            report: FileReport {
                file: name.to_owned(),
                bytes,
                ..FileReport::default()
            },
            issues: IssueLog::new(hints.notes.clone()),
            fingerprint: SipHasher13::new(),
            context,
            hints,
            templates,
            sketch: None,
            state: State::Head(Vec::new()),
        }
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        match &self.state {
            State::Body(body) => body.draft_lines.len() as u64,
            _ => 0,
        }
    }

    /// Takes the next piece of the file.
    pub fn feed(&mut self, piece: &[u8]) {
        self.fingerprint.write(piece);
        match &mut self.state {
            State::Head(head) => {
                head.extend_from_slice(piece);
                if head.len() >= HEAD_BYTES {
                    self.open(false);
                }
            }
            State::Body(body) => body.feed(piece, false, &mut self.issues),
            State::Refused => {}
        }
    }

    /// Ends the file.
    pub fn finish(mut self) -> Imported {
        if matches!(self.state, State::Head(_)) {
            self.open(true);
        } else if let State::Body(body) = &mut self.state {
            body.feed(&[], true, &mut self.issues);
        }
        let fingerprint = self.fingerprint.finish();
        let State::Body(body) = self.state else {
            self.report.issues = self.issues.into_issues();
            return Imported {
                report: self.report,
                table: None,
                kind: None,
                fingerprint,
                sketch: self.sketch,
            };
        };
        let kind = body.kind;
        let table = body.finish(fingerprint, &mut self.report, &mut self.issues);
        self.report.issues = self.issues.into_issues();
        Imported {
            report: self.report,
            table,
            kind: Some(kind),
            fingerprint,
            sketch: self.sketch,
        }
    }

    /// Decides what the file is and reads what has been gathered.
    fn open(&mut self, last: bool) {
        let State::Head(head) = std::mem::replace(&mut self.state, State::Refused) else {
            return;
        };
        if let Some(refusal) = refusal(&head[..head.len().min(HEAD_BYTES)]) {
            self.issues.add(refusal, 0, "", "");
            return;
        }
        // The same bytes decide, however large the pieces are in which the file comes.
        let sample = &head[..head.len().min(HEAD_BYTES)];
        let encoding = Encoding::detect(sample);
        let mut text = Vec::new();
        Transcoder::new(encoding).push(sample, last && sample.len() == head.len(), &mut text);
        let dialect = sniff::dialect(&text, encoding.of_cells(), &self.report.file);
        self.report.encoding = encoding.name().to_owned();
        self.report.delimiter = char::from(dialect.grammar.delimiter).to_string();
        self.report.header_row = dialect.header as u64 + 1;
        let recognised = self.recognise(&dialect);
        let taken_for = recognised.as_ref().map(|(kind, found, _)| (*kind, found));
        self.sketch = Sketch::of(&text, encoding, &dialect, taken_for);
        let Some((kind, found, by)) = recognised else {
            self.report.header_row = 0;
            let kind = match self.sketch {
                Some(_) => IssueKind::UnknownKind,
                None => IssueKind::NotATable,
            };
            self.issues.add(kind, 0, "", "");
            return;
        };
        self.report.kind = Some(kind.name.to_owned());
        self.report.recognised_by = by;
        self.report.shop = titles::shop(&dialect.preamble);
        let is_unused = |place: &usize| !found.places.contains(&Some(*place));
        self.report.ignored = (0..dialect.names.len())
            .filter(is_unused)
            .map(|place| trimmed_header(&dialect.names[place]).to_owned())
            .filter(|name| !name.is_empty() && !found.personal.contains(name))
            .collect();
        self.report.dropped = found.personal;
        let named_period = || span_in(&self.report.file);
        let period = self
            .hints
            .period
            .or_else(|| titles::span(&dialect.preamble))
            .or_else(named_period);
        let mut columns = Vec::new();
        for (field, place) in kind.fields.iter().zip(&found.places) {
            match place {
                Some(place) => {
                    let header = trimmed_header(&dialect.names[*place]);
                    columns.push((
                        *place,
                        ColumnBuilder::new(field, header, encoding.of_cells(), self.context),
                    ));
                }
                None => {
                    self.report.lacking.push(field.column.to_owned());
                    if field.wanted {
                        self.issues.add(
                            IssueKind::MissingColumn,
                            self.report.header_row,
                            field.headers[0],
                            "",
                        );
                    }
                }
            }
        }
        let mut body = Body {
            kind,
            period,
            today: self.context.now.day(),
            encoding,
            transcoder: Transcoder::new(encoding),
            buffer: Vec::new(),
            splitter: Splitter::expecting(dialect.grammar, dialect.names.len()),
            header: dialect.header as u64,
            width: dialect.names.len(),
            line: 0,
            columns,
            draft_lines: Vec::new(),
            rows: 0,
            tailed_rows: 0,
        };
        body.feed(&head, last, &mut self.issues);
        self.state = State::Body(Box::new(body));
    }

    /// What the table is: as the operator says, as a template has it, or as its header does.
    fn recognise(&self, dialect: &Dialect) -> Option<(&'static Kind, Match, RecognisedBy)> {
        let header = Header::new(&dialect.names);
        let said = |mapping: &crate::import::template::Mapping, by| {
            let (kind, found) = mapping.resolve(&header)?;
            Some((kind, found, by))
        };
        if let Some(mapping) = &self.hints.mapping {
            let (kind, found, _) = said(mapping, RecognisedBy::Operator)?;
            let says_the_same = |by_name: Match| by_name.places == found.places;
            let by = match header.find(kind).is_some_and(says_the_same) {
                true => RecognisedBy::Header,
                false => RecognisedBy::Operator,
            };
            return Some((kind, found, by));
        }
        let fingerprint = header.fingerprint();
        let template = self.templates.iter().find(|t| t.fingerprint == fingerprint);
        if let Some(template) = template {
            return said(&template.mapping(&header), RecognisedBy::Template);
        }
        let (kind, found) = dialect.kind.clone()?;
        Some((kind, found, RecognisedBy::Header))
    }
}

/// What no reader of separated values should try.
fn refusal(head: &[u8]) -> Option<IssueKind> {
    let start = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    let lower: Vec<u8> = start.iter().take(256).map(u8::to_ascii_lowercase).collect();
    let is_markup = [&b"<html"[..], b"<!doctype", b"<table", b"<?xml", b"<meta"]
        .iter()
        .any(|m| lower.starts_with(m));
    let is_workbook = [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0"]
        .iter()
        .any(|m| head.starts_with(m));
    let is_picture = [&b"%PDF"[..], b"\x89PNG", b"\xFF\xD8\xFF"]
        .iter()
        .any(|m| head.starts_with(m));
    let is_utf16 = matches!(
        Encoding::detect(head),
        Encoding::Utf16Le | Encoding::Utf16Be
    );
    if start.is_empty() {
        Some(IssueKind::EmptyFile)
    } else if is_workbook || is_markup {
        Some(IssueKind::Spreadsheet)
    } else if is_picture || (has_many_zeros(head) && !is_utf16) {
        Some(IssueKind::Binary)
    } else {
        None
    }
}

/// Text has no zero bytes; a padded download may have a few.
fn has_many_zeros(head: &[u8]) -> bool {
    head.iter().filter(|b| **b == 0).count() * 100 > head.len()
}

/// A file whose header is known.
struct Body {
    kind: &'static Kind,
    /// The days that the file as a whole speaks of.
    period: Option<Span>,
    /// The day on which it is read.
    today: Day,
    encoding: Encoding,
    transcoder: Transcoder,
    buffer: Vec<u8>,
    splitter: Splitter,
    /// The record of the header, from 0.
    header: u64,
    /// Number of its cells.
    width: usize,
    /// Records split off so far.
    line: u64,
    columns: Vec<(usize, ColumnBuilder)>,
    draft_lines: Vec<u32>,
    rows: u64,
    /// Rows with blank cells behind the last column.
    tailed_rows: u64,
}

impl Body {
    fn feed(&mut self, piece: &[u8], last: bool, issues: &mut IssueLog) {
        let mut buffer = std::mem::take(&mut self.buffer);
        self.transcoder.push(piece, last, &mut buffer);
        let mut start = 0;
        while start < buffer.len() {
            let rest = &buffer[start..];
            let Split::Record(len) = self
                .splitter
                .split(rest, last || rest.len() > LONGEST_RECORD)
            else {
                break;
            };
            self.record(&buffer[start..], issues);
            start += len;
        }
        buffer.drain(..start);
        self.buffer = buffer;
    }

    fn record(&mut self, data: &[u8], issues: &mut IssueLog) {
        self.line += 1;
        let line = self.line;
        let fields = self.splitter.fields();
        let is_blank = |f: &Field| f.bytes(data).trim_ascii().is_empty();
        if line <= self.header + 1 || fields.iter().all(is_blank) {
            return;
        }
        if self.splitter.has_unclosed_quote() {
            issues.add(IssueKind::UnclosedQuote, line, "", "");
        }
        if self.is_below(data) {
            issues.add(IssueKind::FooterRow, line, "", "");
            return;
        }
        self.rows += 1;
        let width = fields.len();
        if width < self.width && !self.splitter.is_terminated() {
            issues.add(IssueKind::TruncatedFile, line, "", "");
            return;
        }
        if width != self.width && !self.is_aligned(data) {
            issues.add(IssueKind::RaggedRow, line, "", "");
            return;
        }
        if width < self.width {
            issues.add(IssueKind::ShortRow, line, "", "");
        }
        let fields = self.splitter.fields();
        self.draft_lines
            .push(u32::try_from(line).unwrap_or(u32::MAX));
        for (place, column) in &mut self.columns {
            let cell = fields.get(*place).map(|f| f.bytes(data));
            column.push(cell.as_deref(), line, issues);
        }
    }

    /// Whether the record in hand is none of the table but a row of totals or a remark below it.
    fn is_below(&self, data: &[u8]) -> bool {
        let fields = self.splitter.fields();
        let cells = || fields.iter().map(|f| f.bytes(data));
        let mut names = self.columns.iter().filter(|(_, c)| c.is_of_names());
        footers::is_remark(cells())
            || footers::opens_totals(cells(), self.encoding.of_cells())
            || names.any(|(place, _)| {
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
            self.tailed_rows += 1;
            let is_usual = self.tailed_rows * 2 >= self.rows;
            if !tail.iter().all(is_blank) || !(is_usual || is_blank(&fields[self.width - 1])) {
                return false;
            }
        }
        let cells = self
            .columns
            .iter()
            .filter_map(|(place, column)| Some((fields.get(*place)?, column)));
        cells
            .into_iter()
            .all(|(field, column)| column.fits(&field.bytes(data)))
    }

    fn finish(
        self,
        fingerprint: u64,
        report: &mut FileReport,
        issues: &mut IssueLog,
    ) -> Option<Table> {
        let kind = self.kind;
        let mut draft = Draft {
            columns: Vec::new(),
            lines: self.draft_lines,
            fingerprint,
            period: self.period,
            today: self.today,
        };
        for (_, builder) in self.columns {
            let (name, header, column) = builder.finish();
            if !report.columns.contains(&header) {
                report.columns.push(header);
            }
            draft.columns.push((name, column));
        }
        report.rows = self.rows;
        if self.rows == 0 {
            issues.add(IssueKind::NoRows, 0, "", "");
            return None;
        }
        (kind.settle)(kind, &mut draft, issues);
        for field in kind.fields.iter().filter(|f| !draft.has(f.column)) {
            if !report.lacking.iter().any(|l| l == field.column) {
                report.lacking.push(field.column.to_owned());
            }
        }
        report.accepted = draft.lines.len() as u64;
        if draft.lines.is_empty() {
            if !issues.is_fatal() {
                issues.add(IssueKind::NoUsableRows, 0, "", "");
            }
            return None;
        }
        let lines = draft.lines;
        let all = Table::new(
            draft
                .columns
                .into_iter()
                .map(|(n, c)| (n.to_owned(), c))
                .collect(),
        )?;
        let mut table = Table::default();
        let merged = merge(&mut table, &mut Index::default(), &all, kind.rule());
        for row in &merged.repeated {
            issues.add(IssueKind::DuplicateRow, u64::from(lines[*row]), "", "");
        }
        report.repeated = merged.repeated.len() as u64;
        report.span = span(kind, &table);
        let named = kind.shop_column.and_then(|c| table.commonest_name(c));
        if let Some(shop) = named {
            report.shop = Some(shop.to_owned());
        }
        (table.rows() > 0).then_some(table)
    }
}

/// The days that the rows are about.
fn span(kind: &Kind, table: &Table) -> Option<Span> {
    let known = |column: &str| {
        let times = table.numbers(column).iter().copied();
        let times: Vec<u32> = times.filter(|t| *t != NULL_U32).collect();
        let day = |at: Option<&u32>| at.map(|at| Civil(*at).day());
        Some((day(times.iter().min())?, day(times.iter().max())?))
    };
    match kind.days {
        Days::Moments(columns) => {
            let columns: Vec<&[u32]> = columns.iter().map(|column| table.numbers(column)).collect();
            let moment = |row: usize| {
                let at = columns.iter().filter_map(|times| times.get(row));
                at.copied().find(|at| *at != NULL_U32)
            };
            let moments: Vec<u32> = (0..table.rows()).filter_map(moment).collect();
            let day = |at: Option<&u32>| at.map(|at| Civil(*at).day());
            let (first, last) = (day(moments.iter().min())?, day(moments.iter().max())?);
            Some(Span { first, last })
        }
        Days::Periods | Days::Snapshot => {
            let (first, last) = known(DAY)?;
            let last = known(LAST_DAY).map_or(last, |(_, end)| end.max(last));
            Some(Span { first, last })
        }
    }
}
