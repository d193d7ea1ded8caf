//! Splits bytes into records and fields, without copying and without decoding.
//!
//! Always finds a reading: a quote that is never closed is an ordinary character, and so is a quote inside of a field.
//! The grammar is that of RFC 4180 plus what the back office writes: `="…"` opens a quoted field like `"…"` does.
//!
//! A record whose quotes do not pair is read once more in other ways (see [`Splitter::expecting`]); all others are read in
//! one pass.

mod marks;

use crate::import::grammar::{Escape, Field, Form, Grammar};
use marks::Marks;
use memchr::{memchr, memchr_iter, memchr2};

/// A quoted field longer than this is taken for a quote that was never closed.
const LONGEST_QUOTED: usize = 256 * 1024;
/// Quotes of one line that are tried as plain characters.
const MOST_STRAYS: usize = 16;

/// What [`Splitter::split`] found at the front of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// A record of this many bytes, its line end included.
    Record(usize),
    /// The data end before the record does.
    NeedMore,
}

/// Splits records off the front of a buffer.
#[derive(Debug)]
pub struct Splitter {
    grammar: Grammar,
    width: Option<usize>,
    marks: Marks,
    fields: Vec<Field>,
    /// Whether text follows a closing quote in the last record.
    is_tailed: bool,
    unclosed_quote: bool,
    terminated: bool,
}

impl Splitter {
    /// For records of this grammar.
    pub fn new(grammar: Grammar) -> Splitter {
        Splitter {
            grammar,
            width: None,
            marks: Marks::new(grammar.delimiter),
            fields: Vec::new(),
            is_tailed: false,
            unclosed_quote: false,
            terminated: true,
        }
    }

    /// For records of this grammar that mostly have this many fields. A line whose quotes do not pair is then read in the
    /// way that gives it this many: with quotes as text inside of quotes, or with one opening quote as text.
    pub fn expecting(grammar: Grammar, width: usize) -> Splitter {
        Splitter {
            width: Some(width),
            ..Splitter::new(grammar)
        }
    }

    /// The fields of the record split off last. A blank line has one empty field.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Whether the last record has a quote without its pair, that was therefore read as a plain character.
    pub fn has_unclosed_quote(&self) -> bool {
        self.unclosed_quote
    }

    /// Whether all quotes of the last record stand where they should.
    pub fn is_clean(&self) -> bool {
        !self.unclosed_quote && !self.is_tailed
    }

    /// Whether the last record ended in a line end, and not with the file.
    pub fn is_terminated(&self) -> bool {
        self.terminated
    }

    /// Splits one record off the front of `data`. With `last`, the data end with the file.
    pub fn split(&mut self, data: &[u8], last: bool) -> Split {
        self.unclosed_quote = false;
        let scan = self.scan(data, last, Reading::default());
        match scan {
            Scan::Done(Split::Record(len)) if !self.is_tailed => Split::Record(len),
            Scan::Done(Split::NeedMore) => Split::NeedMore,
            Scan::Done(Split::Record(_)) | Scan::Unclosed(_) => {
                let Some(line) = line_length(data, last) else {
                    return Split::NeedMore;
                };
                let fits = matches!(scan, Scan::Done(_)) && Some(self.fields.len()) == self.width;
                if self.mend(&data[..line], fits) {
                    return Split::Record(line);
                }
                self.settle(data, last, scan)
            }
        }
    }

    /// Looks for a reading of one line under which its quotes pair and it has the expected number of fields. Where it has
    /// this number already, a quote is only taken for a stray one that has no pair in its field.
    fn mend(&mut self, line: &[u8], fits: bool) -> bool {
        let (Some(width), Some(quote)) = (self.width, self.grammar.quote) else {
            return false;
        };
        let inside = [Inner::Literal, Inner::Lazy].map(|inner| (inner, None));
        let opening = self.opening_quotes(line, quote);
        let opening = opening.into_iter().map(|p| (Inner::Literal, Some(p)));
        inside.into_iter().chain(opening).any(|(inner, stray)| {
            let reading = Reading {
                quotes: true,
                stray,
                inner,
            };
            let scan = self.scan(line, true, reading);
            let is_whole = matches!(scan, Scan::Done(Split::Record(len)) if len == line.len());
            let is_paired = |f: &Field| memchr_iter(quote, &line[f.start..f.end]).count() > 1;
            let mut plain = self.fields.iter().filter(|f| !f.is_quoted());
            let keeps_pairs = stray.is_none() || !fits || !plain.any(is_paired);
            self.unclosed_quote = is_whole && self.fields.len() == width && keeps_pairs;
            self.unclosed_quote
        })
    }

    /// Where quotes open fields in a line.
    fn opening_quotes(&self, line: &[u8], quote: u8) -> Vec<usize> {
        memchr_iter(quote, line)
            .filter(|&p| {
                let before = line[..p].strip_suffix(b"=").unwrap_or(&line[..p]);
                let before = match before.strip_suffix(b" ") {
                    Some(shorter) if self.grammar.is_padded => shorter,
                    _ => before,
                };
                before.is_empty() || before.ends_with(&[self.grammar.delimiter])
            })
            .take(MOST_STRAYS)
            .collect()
    }

    /// Reads a record for which no better reading was found.
    fn settle(&mut self, data: &[u8], last: bool, scan: Scan) -> Split {
        let mut reading = Reading::default();
        if let Scan::Unclosed(stray) = scan {
            self.unclosed_quote = true;
            reading.stray = Some(stray);
        }
        match self.scan(data, last, reading) {
            Scan::Done(split) => split,
            // A second quote that never closes: read this record with quotes as plain characters.
            Scan::Unclosed(_) => {
                reading.quotes = false;
                match self.scan(data, last, reading) {
                    Scan::Done(split) => split,
                    Scan::Unclosed(_) => Split::NeedMore,
                }
            }
        }
    }

    fn scan(&mut self, data: &[u8], last: bool, reading: Reading) -> Scan {
        self.fields.clear();
        self.marks.reset();
        self.is_tailed = false;
        self.terminated = true;
        let quote = match self.grammar.quote {
            Some(quote) if reading.quotes => Some(quote),
            _ => None,
        };
        let is_padded = self.grammar.is_padded;
        let stray = reading.stray.unwrap_or(usize::MAX);
        let mut at = 0;
        loop {
            if is_padded && !self.fields.is_empty() && data.get(at) == Some(&b' ') {
                at += 1;
            }
            let opening = quote.map_or(0, |q| opening_quote(&data[at..], q));
            let (field, end) = if opening > 0 && stray != at + opening - 1 {
                match self.quoted(data, at + opening, reading.inner) {
                    Quoted::Closed(field, end) => (field, end),
                    Quoted::Open if !last && data.len() - at <= LONGEST_QUOTED => {
                        return Scan::Done(Split::NeedMore);
                    }
                    Quoted::Open | Quoted::Astray => return Scan::Unclosed(at + opening - 1),
                }
            } else {
                let end = self.plain_end(data, at);
                let field = Field {
                    start: at,
                    end,
                    quote: 0,
                    form: Form::Plain,
                };
                (field, end)
            };
            self.fields.push(field);
            match data.get(end) {
                Some(&b) if b == self.grammar.delimiter => at = end + 1,
                Some(b'\r') => match data.get(end + 1) {
                    Some(b'\n') => return Scan::Done(Split::Record(end + 2)),
                    None if !last => return Scan::Done(Split::NeedMore),
                    _ => return Scan::Done(Split::Record(end + 1)),
                },
                Some(_) => return Scan::Done(Split::Record(end + 1)),
                None if last && !data.is_empty() => {
                    self.terminated = false;
                    return Scan::Done(Split::Record(end));
                }
                None => return Scan::Done(Split::NeedMore),
            }
        }
    }

    /// Looks for the quote that closes a field, from the first byte behind the opening one.
    ///
    /// A quote behind a line end closes the field only when the field ends there: otherwise it opens the field of another
    /// record, and ours was never closed. Two records must not become one.
    fn quoted(&mut self, data: &[u8], start: usize, inner: Inner) -> Quoted {
        let mark = self.grammar.quote.unwrap_or_default();
        let has_backslash = self.grammar.escape == Escape::Backslash;
        let mut at = start;
        let mut form = Form::Quoted;
        loop {
            let rest = data.get(at..).unwrap_or_default();
            let found = if has_backslash {
                memchr2(mark, b'\\', rest)
            } else {
                memchr(mark, rest)
            };
            let Some(quote) = found.map(|found| at + found) else {
                return Quoted::Open;
            };
            if quote - start > LONGEST_QUOTED {
                return Quoted::Astray;
            }
            if data[quote] == b'\\' {
                form = Form::Backslash;
                at = quote + 2;
                continue;
            }
            if inner != Inner::Lazy && data.get(quote + 1) == Some(&mark) {
                form = if has_backslash {
                    Form::Backslash
                } else {
                    Form::Doubled
                };
                at = quote + 2;
                continue;
            }
            // Whatever stands between the closing quote and the delimiter belongs to the field.
            let end = match inner {
                Inner::Standard => self.plain_end(data, quote + 1),
                _ if self.ends_field(data, quote + 1) => quote + 1,
                _ => {
                    at = quote + 1;
                    continue;
                }
            };
            if end == quote + 1 {
                let field = Field {
                    start,
                    end: quote,
                    quote: mark,
                    form,
                };
                return Quoted::Closed(field, end);
            }
            if memchr2(b'\n', b'\r', &data[start..quote]).is_some() {
                return Quoted::Astray;
            }
            self.is_tailed = true;
            let field = Field {
                start: start - 1,
                end,
                quote: mark,
                form: Form::Tailed,
            };
            return Quoted::Closed(field, end);
        }
    }

    fn ends_field(&self, data: &[u8], at: usize) -> bool {
        data.get(at)
            .is_none_or(|b| *b == self.grammar.delimiter || matches!(b, b'\n' | b'\r'))
    }

    fn plain_end(&mut self, data: &[u8], at: usize) -> usize {
        self.marks.next(data, at)
    }
}

/// One way to understand the quotes of a record.
#[derive(Clone, Copy, Debug)]
struct Reading {
    quotes: bool,
    /// The place of an opening quote that is text.
    stray: Option<usize>,
    inner: Inner,
}

impl Default for Reading {
    fn default() -> Self {
        Reading {
            quotes: true,
            stray: None,
            inner: Inner::Standard,
        }
    }
}

/// What a quote inside of a quoted field means when the field does not end behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inner {
    /// It closes the quotes.
    Standard,
    /// It is text, unless it is doubled.
    Literal,
    /// It is text, doubled or not: the table knows no escape.
    Lazy,
}

/// How the search for a closing quote ended.
enum Quoted {
    /// With a field, and where the delimiter or line end behind it stands.
    Closed(Field, usize),
    /// With the data.
    Open,
    /// With a quote that belongs to something else.
    Astray,
}

enum Scan {
    Done(Split),
    /// The quote at this place never closes.
    Unclosed(usize),
}

/// Length of an opening quote at the front of the data: 1 for `"`, 2 for `="`, 0 for none.
fn opening_quote(data: &[u8], quote: u8) -> usize {
    match data {
        [b, ..] if *b == quote => 1,
        [b'=', b'"', ..] if quote == b'"' => 2,
        _ => 0,
    }
}

/// Length of the first line with its line end; `None` when more data are needed to know.
fn line_length(data: &[u8], last: bool) -> Option<usize> {
    match memchr2(b'\n', b'\r', data) {
        Some(end) if data[end] == b'\n' => Some(end + 1),
        Some(end) => match data.get(end + 1) {
            Some(b'\n') => Some(end + 2),
            None if !last => None,
            _ => Some(end + 1),
        },
        None => last.then_some(data.len()),
    }
}

#[cfg(test)]
mod tests;
