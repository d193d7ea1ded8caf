//! Puts the slices of a file together, in their order, as if the file had been read in one go.

use super::finish::Subject;
use super::plan::Plan;
use super::rows::{Before, Counts, Rows};
use super::slice::{ReadSlice, Slice};
use super::{FileReader, Imported, State};
use crate::import::columns::AllNotes;
use crate::import::fingerprint::PIECE_BYTES;
use crate::table::Column;
use std::ops::RangeInclusive;

/// The rows of a file from its first record on.
pub(super) struct Joined {
    records: u64,
    pub counts: Counts,
    pub lines: Vec<u32>,
    pub columns: Vec<Column>,
    /// Of rows as such, and then of each column.
    pub notes: Vec<AllNotes>,
}

impl Joined {
    /// The rows that the file begins with.
    pub fn new(first: Rows) -> Joined {
        let mut joined = Joined {
            records: 0,
            counts: first.counts,
            lines: first.lines,
            columns: first.columns,
            notes: Vec::new(),
        };
        for part in first.notes {
            let mut notes = AllNotes::default();
            notes.append(part, 0);
            joined.notes.push(notes);
        }
        joined.records = first.records;
        joined
    }

    /// Adds the rows that follow.
    fn append(&mut self, next: Rows) {
        let before = self.records;
        let line = |line: u32| u32::try_from(u64::from(line) + before).unwrap_or(u32::MAX);
        self.lines.extend(next.lines.into_iter().map(line));
        for (ours, theirs) in self.columns.iter_mut().zip(&next.columns) {
            ours.append(theirs);
        }
        for (ours, theirs) in self.notes.iter_mut().zip(next.notes) {
            ours.append(theirs, before);
        }
        self.counts.rows += next.counts.rows;
        self.counts.tailed += next.counts.tailed;
        self.records += next.records;
    }

    /// Makes room for as many rows as the file will have.
    fn expect(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.lines.len());
        self.lines.reserve_exact(more);
        self.columns.iter_mut().for_each(|c| c.reserve(more));
    }
}

/// How the rest of a file is to be read.
pub enum Rest {
    /// In one go.
    InOneGo(Box<FileReader>),
    /// In slices, by whoever has time.
    Sliced(Box<SlicedReader>),
}

/// A file of which the head was read in one go and the rest is read in slices.
pub struct SlicedReader {
    reader: FileReader,
    subject: Subject,
    plan: Plan,
    joined: Joined,
    /// Where the next record begins.
    end: u64,
    slices: Vec<Slice>,
}

impl FileReader {
    /// Cuts what has not been fed yet into slices, such that about so many can be under way at the same time and the last
    /// ones are done at about the same time. A file that is not known yet, in an encoding that
    /// cannot be split, or fed up to the middle of a piece of its fingerprint is read on in one go.
    pub fn slice(mut self, lanes: u64, sizes: RangeInclusive<u64>) -> Rest {
        let (fed, size) = (self.pieces.bytes(), self.report.bytes);
        let can_be = |body: &super::Body| {
            let is_at_piece = fed > 0 && fed < size && fed.is_multiple_of(PIECE_BYTES);
            is_at_piece && body.transcoder.is_none() && self.old_hasher.is_none()
        };
        let body = match std::mem::replace(&mut self.state, State::Refused) {
            State::Body(body) if can_be(&body) => body,
            state => {
                self.state = state;
                return Rest::InOneGo(Box::new(self));
            }
        };
        let end = fed - body.carry.len() as u64;
        let mut joined = Joined::new(body.rows.finish());
        let rows = joined.lines.len() as f64 * size as f64 / end.max(1) as f64 * 1.02;
        joined.expect(rows as usize);
        let mut plan = body.plan;
        plan.is_tailed = joined.counts.is_tailed();
        let mut slices: Vec<Slice> = Vec::new();
        let mut from = fed;
        while from < size {
            // The less is left, the smaller the slices: nobody waits long for the last one.
            let step = ((size - from) / (2 * lanes)).clamp(*sizes.start(), *sizes.end());
            let to = size.min(from + step.next_multiple_of(PIECE_BYTES));
            slices.push(Slice {
                from,
                to,
                start: slices.is_empty().then_some(end),
                before: Before::Taken(plan.is_tailed),
                is_new: true,
            });
            from = to;
        }
        Rest::Sliced(Box::new(SlicedReader {
            slices,
            reader: self,
            subject: body.subject,
            plan,
            joined,
            end,
        }))
    }
}

impl SlicedReader {
    /// The slices in their order.
    pub fn slices(&self) -> &[Slice] {
        &self.slices
    }

    /// How they are read.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Size of the file.
    pub fn file_bytes(&self) -> u64 {
        self.reader.report.bytes
    }

    /// Rows put together so far.
    pub fn rows(&self) -> u64 {
        self.joined.lines.len() as u64
    }

    /// Adds the next slice. When it was not read from where the one before ends, or took the rows before it for something
    /// that they are not, it is to be read again, as the answer says.
    #[must_use]
    pub fn append(&mut self, read: ReadSlice) -> Option<Slice> {
        if read.slice.is_new {
            let bytes = read.slice.to - read.slice.from;
            self.reader.pieces.append(&read.sums, bytes);
        }
        // A record of the slices before goes on to the end of this one.
        if self.end >= read.slice.to {
            return None;
        }
        if read.start == Some(self.end) && read.rows.tails.hold_behind(self.joined.counts) {
            self.end = read.end;
            self.joined.append(read.rows);
            return None;
        }
        Some(Slice {
            start: Some(self.end),
            before: Before::Counted(self.joined.counts),
            is_new: false,
            ..read.slice
        })
    }

    /// Ends the file.
    pub fn finish(self) -> Imported {
        let read = (self.subject, self.plan, self.joined);
        self.reader.conclude(Some(read))
    }
}
