//! Splits bytes into records and fields, without copying and without decoding.
//!
//! Always finds a reading: a quote that is never closed is an ordinary character, and so is a quote inside of a field.
//! The grammar is that of RFC 4180 plus what the back office writes: `="…"` opens a quoted field like `"…"` does.
//!
//! A record whose quotes do not pair is read once more in other ways (see [`Splitter::expecting`]); all others are read in
//! one pass.

use crate::import::grammar::{Escape, Field, Form, Grammar};
use memchr::{memchr, memchr_iter, memchr2, memchr3};

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

    fn plain_end(&self, data: &[u8], at: usize) -> usize {
        memchr3(self.grammar.delimiter, b'\n', b'\r', &data[at..])
            .map_or(data.len(), |found| at + found)
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split_all(data: &[u8], mut splitter: Splitter, piece: usize) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let (mut from, mut to) = (0, 0);
        while from < data.len() {
            to = to.clamp(from, data.len());
            let last = to == data.len();
            match splitter.split(&data[from..to], last) {
                Split::Record(len) => {
                    let text =
                        |f: &Field| String::from_utf8_lossy(&f.bytes(&data[from..to])).into_owned();
                    rows.push(splitter.fields().iter().map(text).collect());
                    from += len;
                }
                Split::NeedMore => to += piece,
            }
        }
        rows
    }

    fn comma() -> Splitter {
        Splitter::new(Grammar::separated_by(b','))
    }

    #[test]
    fn quotes_guards_and_line_ends() {
        let data = b"a,\"b,\"\"x\"\"\r\ny\",=\"123\"\r\n\r\n\"q\"t,,\n\"open,1\nlast,2";
        let rows = split_all(data, comma(), 1 << 20);
        assert_eq!(
            rows,
            [
                vec!["a", "b,\"x\"\r\ny", "123"],
                vec![""],
                vec!["qt", "", ""],
                vec!["\"open", "1"],
                vec!["last", "2"],
            ]
        );
    }

    #[test]
    fn an_unclosed_quote_costs_nothing_but_itself() {
        let mut splitter = comma();
        let data = b"1,\"never closed\n2,x\n";
        assert_eq!(splitter.split(data, true), Split::Record(16));
        assert!(splitter.has_unclosed_quote());
        assert_eq!(splitter.split(&data[16..], true), Split::Record(4));
        assert!(!splitter.has_unclosed_quote());
    }

    #[test]
    fn two_rows_with_a_lone_quote_each_stay_two_rows() {
        let data =
            b"1,\"down jacket,5\n2,\"other jacket,6\n\"3\",\"x\",\"open\n\"4\",\"y\",\"7\"\n";
        let rows = split_all(data, comma(), 1 << 20);
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert_eq!(rows[0], ["1", "\"down jacket", "5"]);
        assert_eq!(rows[3], ["4", "y", "7"]);
    }

    fn four(text: &str) -> Vec<Vec<String>> {
        let splitter = Splitter::expecting(Grammar::separated_by(b','), 4);
        split_all(text.as_bytes(), splitter, 1 << 20)
    }

    #[test]
    fn a_stray_quote_is_text_where_that_gives_every_column_its_field() {
        let readings = [
            (
                "1,\"down jacket,\"warm, light\",5\n",
                ["1", "\"down jacket", "warm, light", "5"],
            ),
            (
                "1,x,\"\"warm, light, long\",5\n",
                ["1", "x", "\"warm, light, long", "5"],
            ),
            (
                "1,\"24\" tyre, wide\",\"a, b\",5\n",
                ["1", "24\" tyre, wide", "a, b", "5"],
            ),
            (
                "1,\"wide, 24\"\",\"a, b\",5\n",
                ["1", "wide, 24\"", "a, b", "5"],
            ),
            ("1,x,\"a, b\",\"\n", ["1", "x", "a, b", "\""]),
            ("1,\"x\"y,\"a, b\",5\n", ["1", "xy", "a, b", "5"]),
        ];
        for (line, fields) in readings {
            let text = format!("{line}6,7,8,9\n");
            assert_eq!(four(&text), [fields, ["6", "7", "8", "9"]], "{line}");
        }
    }

    #[test]
    fn other_quotes_escapes_and_padded_delimiters() {
        let grammar = Grammar {
            delimiter: b';',
            quote: Some(b'\''),
            escape: Escape::Backslash,
            is_padded: true,
        };
        let rows = split_all(
            b"a; 'b; c'; 'd\\'e\\\\'; \"f\"\n; ;  x\n",
            Splitter::new(grammar),
            1 << 20,
        );
        assert_eq!(
            rows,
            [vec!["a", "b; c", "d'e\\", "\"f\""], vec!["", "", " x"]]
        );
    }

    proptest! {
        #[test]
        fn pieces_of_any_size_give_the_same_records(
            data in "[a,\"='\\\\ \r\n]{0,60}",
            piece in 1usize..9,
            width in 1usize..5,
            (quote, escape, is_padded) in (0usize..3, any::<bool>(), any::<bool>()),
        ) {
            let grammar = Grammar {
                delimiter: b',',
                quote: [None, Some(b'"'), Some(b'\'')][quote],
                escape: if escape { Escape::Backslash } else { Escape::Doubled },
                is_padded,
            };
            let splitter = || Splitter::expecting(grammar, width);
            let whole = split_all(data.as_bytes(), splitter(), 1 << 20);
            prop_assert_eq!(split_all(data.as_bytes(), splitter(), piece), whole);
            let whole = split_all(data.as_bytes(), comma(), 1 << 20);
            prop_assert_eq!(split_all(data.as_bytes(), comma(), piece), whole);
        }

        #[test]
        fn what_the_csv_crate_writes_is_read_as_it_was(
            rows in prop::collection::vec(prop::collection::vec("[a-c,\"\r\n 一=]{0,5}", 3), 1..8)
        ) {
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).expect("memory takes everything");
            }
            let bytes = writer.into_inner().expect("memory takes everything");
            prop_assert_eq!(split_all(&bytes, comma(), 1 << 20), rows);
        }
    }
}
