//! A part of a file that is read by itself, by whoever has time for it. The records of a slice are those that begin in it:
//! the last one is read to its end, which may lie in the slices behind.
//!
//! Where the first record begins is not known for sure, as a line end may stand between quotes: it is guessed, and whoever
//! puts the slices together holds it against where the slice before has ended. Everything else that is made of a record
//! depends on its own bytes.

use super::plan::Plan;
use super::rows::{Before, Carry, RowReader, Rows};
use crate::import::fingerprint::Pieces;
use crate::import::records::{Split, Splitter};
use memchr::memchr2;
use serde::{Deserialize, Serialize};

/// Bytes read at a time.
pub const READ_BYTES: u64 = 4 << 20;
/// Bytes read at a time behind the end of a slice.
const END_BYTES: u64 = 64 << 10;
/// Records in a row that must look like the table's for a guess to be a good one.
const ALIKE: usize = 3;
/// Line ends that are tried.
const MOST_GUESSES: usize = 64;

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// Where it begins.
    pub from: u64,
    /// Where the next one begins.
    pub to: u64,
    /// Where its first record begins, if that is known.
    pub(super) start: Option<u64>,
    pub(super) before: Before,
    /// Whether its bytes still have to be hashed.
    pub(super) is_new: bool,
}

/// What a slice has come to.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadSlice {
    pub(super) slice: Slice,
    /// Where its first record was taken to begin; `None` when that could not be guessed.
    pub(super) start: Option<u64>,
    /// Where the first record behind it begins.
    pub(super) end: u64,
    pub(super) rows: Rows,
    /// The hashes of its pieces.
    pub(super) sums: Vec<u64>,
}

impl ReadSlice {
    /// Where it begins.
    pub fn from(&self) -> u64 {
        self.slice.from
    }

    /// Rows that it brings.
    pub fn rows(&self) -> u64 {
        self.rows.lines.len() as u64
    }
}

/// Reads a slice: says which bytes it wants, and takes them.
pub struct SliceReader {
    slice: Slice,
    file_bytes: u64,
    splitter: Splitter,
    width: usize,
    rows: RowReader,
    carry: Carry,
    /// Where the first record begins.
    start: Option<u64>,
    /// Where the next record begins.
    at: u64,
    /// The next byte that it wants.
    next: u64,
    is_over: bool,
    pieces: Pieces,
}

impl SliceReader {
    /// For a slice of a file of so many bytes.
    pub fn new(plan: &Plan, slice: Slice, file_bytes: u64) -> SliceReader {
        // One byte more, to see whether the slice begins with a line.
        let next = slice.start.unwrap_or(slice.from.saturating_sub(1));
        SliceReader {
            file_bytes,
            splitter: Splitter::new(plan.grammar),
            width: plan.width,
            rows: RowReader::new(plan, 0, slice.before),
            carry: Carry::default(),
            start: slice.start,
            at: slice.start.unwrap_or(slice.from),
            next,
            is_over: false,
            pieces: Pieces::default(),
            slice,
        }
    }

    /// Rows read so far.
    pub fn rows(&self) -> u64 {
        self.rows.len() as u64
    }

    /// From where it wants bytes, and how many; `None` when it is done.
    pub fn wants(&self) -> Option<(u64, u64)> {
        let until = match self.next < self.slice.to {
            true => self.slice.to.min(self.next + READ_BYTES),
            false => self.file_bytes.min(self.next + END_BYTES),
        };
        let is_done = self.is_over || self.next >= self.file_bytes;
        (!is_done).then(|| (self.next, until - self.next))
    }

    /// Takes the bytes that it wanted.
    pub fn feed(&mut self, piece: &[u8]) {
        let begins = self.next;
        self.next += piece.len() as u64;
        let last = self.next >= self.file_bytes;
        self.hash(piece, begins);
        let mut fresh = piece;
        if self.start.is_none() {
            let guess = guess(&mut self.splitter, self.width, piece, last);
            let Some(guess) = guess else {
                // The piece is one long record: what is said of this slice will not fit, and it is read again.
                self.is_over = self.next >= self.slice.to;
                return;
            };
            fresh = &piece[guess..];
            self.at = begins + guess as u64;
            self.start = Some(self.at);
        }
        let (rows, at, to) = (&mut self.rows, &mut self.at, self.slice.to);
        self.carry.feed(fresh, last, |data, last| {
            let until = usize::try_from(to.saturating_sub(*at)).unwrap_or(usize::MAX);
            let used = rows.read(data, last, until);
            *at += used as u64;
            used
        });
        self.is_over = self.at >= self.slice.to && self.next >= self.slice.to;
    }

    fn hash(&mut self, piece: &[u8], begins: u64) {
        let place = |at: u64| (at.saturating_sub(begins) as usize).min(piece.len());
        if self.slice.is_new {
            self.pieces
                .write(&piece[place(self.slice.from)..place(self.slice.to)]);
        }
    }

    /// What it has come to.
    pub fn finish(self) -> ReadSlice {
        ReadSlice {
            slice: self.slice,
            start: self.start,
            end: self.at,
            rows: self.rows.finish(),
            sums: self.pieces.into_sums(),
        }
    }
}

/// Where the first record begins behind the first byte of `data`: behind a line end, and such that the records there have
/// as many cells as the table. Where none are so, behind the first line end.
fn guess(splitter: &mut Splitter, width: usize, data: &[u8], last: bool) -> Option<usize> {
    let mut at = 0;
    let mut first = None;
    for _ in 0..MOST_GUESSES {
        let Some(end) = line_end(&data[at..]) else {
            break;
        };
        at += end;
        first = first.or(Some(at));
        if looks_alike(splitter, width, &data[at..], last) {
            return Some(at);
        }
    }
    first
}

/// Bytes to the end of the first line; `None` when that is not in the data for sure.
fn line_end(data: &[u8]) -> Option<usize> {
    let end = memchr2(b'\n', b'\r', data)?;
    match (data[end], data.get(end + 1)) {
        (b'\r', Some(b'\n')) => Some(end + 2),
        (b'\r', None) => None,
        _ => Some(end + 1),
    }
}

fn looks_alike(splitter: &mut Splitter, width: usize, data: &[u8], last: bool) -> bool {
    let mut at = 0;
    for _ in 0..ALIKE {
        match splitter.split(&data[at..], last) {
            Split::Record(len) if splitter.is_clean() && splitter.fields().len() == width => {
                at += len;
            }
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::grammar::Grammar;

    #[test]
    fn from_any_byte_the_next_record_is_found() {
        let row = "1,\"a\r\nb,\"\"c\"\"\",2,\"围,巾\"\r\n";
        let text = row.repeat(8);
        let mut splitter = Splitter::new(Grammar::separated_by(b','));
        for at in 0..row.len() * 4 {
            let expected = (at + 1).next_multiple_of(row.len()) - at;
            let found = guess(&mut splitter, 4, &text.as_bytes()[at..], true);
            assert_eq!(found, Some(expected), "{at}");
        }
    }
}
