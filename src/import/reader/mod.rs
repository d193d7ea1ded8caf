//! Reads one file, piece by piece, in one pass and in bounded memory: bytes go in as they come, columns and a report come
//! out at the end.

mod finish;
mod join;
mod plan;
mod refusal;
mod rows;
mod slice;
mod wire;

pub use join::{Rest, SlicedReader};
pub use plan::Plan;
pub use slice::{READ_BYTES, ReadSlice, Slice, SliceReader};

use crate::import::columns::ReadContext;
use crate::import::encoding::{Encoding, Transcoder};
use crate::import::fingerprint::Pieces;
use crate::import::headers::{Header, Match, trimmed_header};
use crate::import::issues::{IssueKind, IssueLog};
use crate::import::kinds::{Days, Kind};
use crate::import::period::span_in;
use crate::import::report::{FileReport, RecognisedBy};
use crate::import::sketch::Sketch;
use crate::import::sniff::{self, Dialect};
use crate::import::template::{Hints, Template};
use crate::import::titles;
use crate::table::Table;
use finish::{Subject, finish};
use join::Joined;
use plan::Planned;
use refusal::refusal;
use rows::{Before, Carry, Counts, RowReader};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Bytes gathered before it is decided what the file is.
const HEAD_BYTES: usize = 256 * 1024;

/// What came of a file.
#[derive(Debug)]
pub struct Imported {
    /// What is to be said about it.
    pub report: FileReport,
    /// Its rows, one per key; `None` when nothing of it could be used.
    pub table: Option<Table>,
    /// Its kind; `None` when it is none that we know.
    pub kind: Option<&'static Kind>,
    /// Hash of all its bytes, see [`crate::import::fingerprint`]: the same file has the same.
    pub fingerprint: u64,
    /// The hash under which older versions have stored it, where that was asked for.
    pub old_fingerprint: Option<u64>,
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
            old_fingerprint: None,
            sketch: None,
        }
    }
}

/// A file being read.
pub struct FileReader {
    report: FileReport,
    issues: IssueLog,
    pieces: Pieces,
    old_hasher: Option<SipHasher13>,
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

/// A file whose header is known.
struct Body {
    subject: Subject,
    plan: Plan,
    transcoder: Option<Transcoder>,
    carry: Carry,
    rows: RowReader,
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
            pieces: Pieces::default(),
            old_hasher: None,
            context,
            hints,
            templates,
            sketch: None,
            state: State::Head(Vec::new()),
        }
    }

    /// Works out the old fingerprint as well, see [`Imported::old_fingerprint`]. Such a file is read in one go.
    pub fn with_old_fingerprint(mut self) -> FileReader {
        self.old_hasher = Some(SipHasher13::new());
        self
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        match &self.state {
            State::Body(body) => body.rows.len() as u64,
            _ => 0,
        }
    }

    /// Takes the next piece of the file.
    pub fn feed(&mut self, piece: &[u8]) {
        self.pieces.write(piece);
        if let Some(hasher) = &mut self.old_hasher {
            hasher.write(piece);
        }
        match &mut self.state {
            State::Head(head) => {
                head.extend_from_slice(piece);
                if head.len() >= HEAD_BYTES {
                    self.open(false);
                }
            }
            State::Body(body) => body.feed(piece, false),
            State::Refused => {}
        }
    }

    /// Ends the file.
    pub fn finish(mut self) -> Imported {
        if matches!(self.state, State::Head(_)) {
            self.open(true);
        } else if let State::Body(body) = &mut self.state {
            body.feed(&[], true);
        }
        match std::mem::replace(&mut self.state, State::Refused) {
            State::Body(body) => {
                let joined = Joined::new(body.rows.finish());
                self.conclude(Some((body.subject, body.plan, joined)))
            }
            State::Head(_) | State::Refused => self.conclude(None),
        }
    }

    fn conclude(mut self, read: Option<(Subject, Plan, Joined)>) -> Imported {
        let fingerprint = self.pieces.finish();
        let kind = read.as_ref().map(|(subject, ..)| subject.kind);
        let table = read.and_then(|(subject, plan, joined)| {
            let (report, issues) = (&mut self.report, &mut self.issues);
            finish(&subject, plan, joined, fingerprint, report, issues)
        });
        self.report.issues = self.issues.into_issues();
        Imported {
            report: self.report,
            table,
            kind,
            fingerprint,
            old_fingerprint: self.old_hasher.map(|hasher| hasher.finish()),
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
            .or_else(|| match kind.days {
                Days::Snapshot => titles::day_of_state(&dialect.preamble, self.context.now.day()),
                Days::Periods | Days::Moments(_) => titles::span(&dialect.preamble),
            })
            .or_else(named_period);
        let mut columns = Vec::new();
        for (field, (declared, place)) in kind.fields.iter().zip(&found.places).enumerate() {
            match place {
                Some(place) => columns.push(Planned {
                    field,
                    place: *place,
                    header: trimmed_header(&dialect.names[*place]).trim().to_owned(),
                }),
                None => {
                    self.report.lacking.push(declared.column.to_owned());
                    if declared.wanted {
                        self.issues.add(
                            IssueKind::MissingColumn,
                            self.report.header_row,
                            declared.headers[0],
                            "",
                        );
                    }
                }
            }
        }
        let plan = Plan {
            kind: kind.name.to_owned(),
            encoding: encoding.of_cells(),
            grammar: dialect.grammar,
            width: dialect.names.len(),
            columns,
            context: self.context,
            is_tailed: false,
        };
        let skipped = dialect.header as u64 + 1;
        let before = Before::Counted(Counts::default());
        let mut body = Body {
            subject: Subject {
                kind,
                period,
                today: self.context.now.day(),
            },
            rows: RowReader::new(&plan, skipped, before),
            plan,
            transcoder: encoding.is_utf16().then(|| Transcoder::new(encoding)),
            carry: Carry::default(),
        };
        let mark = encoding.mark_bytes();
        body.feed(&head[mark.min(head.len())..], last);
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

impl Body {
    fn feed(&mut self, piece: &[u8], last: bool) {
        let mut text = Vec::new();
        let piece = match &mut self.transcoder {
            Some(transcoder) => {
                transcoder.push(piece, last, &mut text);
                &text
            }
            None => piece,
        };
        let rows = &mut self.rows;
        self.carry
            .feed(piece, last, |data, last| rows.read(data, last, usize::MAX));
    }
}

#[cfg(test)]
mod tests;
