//! Splits bytes into records and fields, without copying and without decoding.
//!
//! Always finds a reading: a quote that is never closed is an ordinary character, and so is a quote inside of a field.
//! The grammar is that of RFC 4180 plus what the back office writes: `="…"` opens a quoted field like `"…"` does.

use memchr::{memchr, memchr2, memchr3};
use std::borrow::Cow;

/// A quoted field longer than this is taken for a quote that was never closed.
const LONGEST_QUOTED: usize = 256 * 1024;

/// One field of a record: a range of the bytes that it was split from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    start: usize,
    end: usize,
    /// Whether quotes inside have to be resolved.
    escaped: bool,
}

impl Field {
    /// Its bytes without quotes.
    pub fn bytes(self, data: &[u8]) -> Cow<'_, [u8]> {
        let raw = &data[self.start..self.end];
        if self.escaped {
            Cow::Owned(unescaped(raw))
        } else {
            Cow::Borrowed(raw)
        }
    }
}

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
    delimiter: u8,
    fields: Vec<Field>,
    unclosed_quote: bool,
    terminated: bool,
}

impl Splitter {
    /// For fields that this byte separates.
    pub fn new(delimiter: u8) -> Splitter {
        Splitter {
            delimiter,
            fields: Vec::new(),
            unclosed_quote: false,
            terminated: true,
        }
    }

    /// The fields of the record split off last. A blank line has one empty field.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Whether the last record has a quote that is never closed, and that was therefore read as a plain character.
    pub fn has_unclosed_quote(&self) -> bool {
        self.unclosed_quote
    }

    /// Whether the last record ended in a line end, and not with the file.
    pub fn is_terminated(&self) -> bool {
        self.terminated
    }

    /// Splits one record off the front of `data`. With `last`, the data end with the file.
    pub fn split(&mut self, data: &[u8], last: bool) -> Split {
        self.unclosed_quote = false;
        match self.scan(data, last, true) {
            Scan::Done(split) => split,
            // The quote that opened here never closes: read this record again with quotes as plain characters.
            Scan::Unclosed => {
                self.unclosed_quote = true;
                match self.scan(data, last, false) {
                    Scan::Done(split) => split,
                    Scan::Unclosed => Split::NeedMore,
                }
            }
        }
    }

    fn scan(&mut self, data: &[u8], last: bool, quotes: bool) -> Scan {
        self.fields.clear();
        self.terminated = true;
        let mut at = 0;
        loop {
            let quote = if quotes {
                opening_quote(&data[at..])
            } else {
                0
            };
            let (field, end) = if quote > 0 {
                match self.quoted(data, at + quote) {
                    Quoted::Closed(field, end) => (field, end),
                    Quoted::Open if !last && data.len() - at <= LONGEST_QUOTED => {
                        return Scan::Done(Split::NeedMore);
                    }
                    Quoted::Open | Quoted::Astray => return Scan::Unclosed,
                }
            } else {
                let end = self.plain_end(data, at);
                let field = Field {
                    start: at,
                    end,
                    escaped: false,
                };
                (field, end)
            };
            self.fields.push(field);
            match data.get(end) {
                Some(&b) if b == self.delimiter => at = end + 1,
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
    fn quoted(&self, data: &[u8], start: usize) -> Quoted {
        let mut at = start;
        let mut escaped = false;
        loop {
            let Some(quote) = data
                .get(at..)
                .and_then(|rest| memchr(b'"', rest))
                .map(|found| at + found)
            else {
                return Quoted::Open;
            };
            if quote - start > LONGEST_QUOTED {
                return Quoted::Astray;
            }
            if data.get(quote + 1) == Some(&b'"') {
                escaped = true;
                at = quote + 2;
                continue;
            }
            // Whatever stands between the closing quote and the delimiter belongs to the field.
            let end = self.plain_end(data, quote + 1);
            if end == quote + 1 {
                return Quoted::Closed(
                    Field {
                        start,
                        end: quote,
                        escaped,
                    },
                    end,
                );
            }
            if memchr2(b'\n', b'\r', &data[start..quote]).is_some() {
                return Quoted::Astray;
            }
            let field = Field {
                start: start - 1,
                end,
                escaped: true,
            };
            return Quoted::Closed(field, end);
        }
    }

    fn plain_end(&self, data: &[u8], at: usize) -> usize {
        memchr3(self.delimiter, b'\n', b'\r', &data[at..]).map_or(data.len(), |found| at + found)
    }
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
    Unclosed,
}

/// Length of an opening quote at the front of the data: 1 for `"`, 2 for `="`, 0 for none.
fn opening_quote(data: &[u8]) -> usize {
    match data {
        [b'"', ..] => 1,
        [b'=', b'"', ..] => 2,
        _ => 0,
    }
}

/// Resolves doubled quotes and leaves out single ones. `raw` starts inside of the quotes, or at the opening one.
fn unescaped(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied().peekable();
    while let Some(b) = bytes.next() {
        if b != b'"' {
            out.push(b);
        } else if bytes.next_if_eq(&b'"').is_some() {
            out.push(b'"');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split_all(data: &[u8], delimiter: u8, piece: usize) -> Vec<Vec<String>> {
        let mut splitter = Splitter::new(delimiter);
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

    #[test]
    fn quotes_guards_and_line_ends() {
        let data = b"a,\"b,\"\"x\"\"\r\ny\",=\"123\"\r\n\r\n\"q\"t,,\n\"open,1\nlast,2";
        let rows = split_all(data, b',', 1 << 20);
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
        let mut splitter = Splitter::new(b',');
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
        let rows = split_all(data, b',', 1 << 20);
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert_eq!(rows[0], ["1", "\"down jacket", "5"]);
        assert_eq!(rows[3], ["4", "y", "7"]);
    }

    proptest! {
        #[test]
        fn pieces_of_any_size_give_the_same_records(data in "[a,\"=\r\n]{0,60}", piece in 1usize..9) {
            let whole = split_all(data.as_bytes(), b',', 1 << 20);
            prop_assert_eq!(split_all(data.as_bytes(), b',', piece), whole);
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
            prop_assert_eq!(split_all(&bytes, b',', 1 << 20), rows);
        }
    }
}
