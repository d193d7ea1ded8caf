//! Gathers the cells of one column into typed values, and notes what it cannot read.

mod notes;
mod seen;
mod texts;

pub use notes::{AllNotes, Notes};

use crate::import::cells::{self, Clock, Id, Reading};
use crate::import::encoding::{CellEncoding, Fidelity, NameDecoder};
use crate::import::headers::normalised;
use crate::import::issues::IssueKind;
use crate::import::kinds::{Cell, Field};
use crate::import::period::span_in;
use crate::import::width::half_width;
use crate::model::place::{Province, city_of_address};
use crate::model::time::{Civil, DAY_SECS, Span};
use crate::table::{Column, NULL_CODE, NULL_I64, NULL_U32, Names};
use seen::Seen;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;
use std::borrow::Cow;
use std::hash::Hasher;
use texts::{down_to_city, status_code, without_numbers};

/// The secret of a workspace under which buyers' names are hashed.
pub type Salt = [u8; 16];

/// What reading a file depends on beside the file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ReadContext {
    /// The secret of the workspace.
    pub salt: Salt,
    /// The wall clock when the file is read: no order is later than that.
    pub now: Civil,
}

/// The identity of a row whose own one Excel has destroyed, until the file is settled.
pub const DAMAGED: u64 = MADE_UP;

/// Set in every identity that is not the file's own number: no real one is that large.
pub const MADE_UP: u64 = 1 << 63;

/// 2003-05-10 00:00, the day on which Taobao opened.
const EARLIEST: Civil = Civil(1_225 * DAY_SECS);
/// Texts in place of an amount where there was none.
const NO_MONEY: [&str; 3] = ["无退款申请", "没有申请退款", "无退款"];
/// A name longer than this is no name.
const LONGEST_NAME: usize = 200;
/// As much of a longer text as is kept.
const LONGEST_TEXT: usize = 2_000;

/// A column while its file is read.
pub struct ColumnBuilder {
    field: &'static Field,
    unit: Unit,
    encoding: CellEncoding,
    context: ReadContext,
    column: Column,
    seen: Seen,
    clock: Clock,
    names: NameDecoder,
    notes: Notes,
}

/// The unit of a column of money or shares, as its header says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Yuan,
    Fen,
    WanYuan,
    Percent,
}

impl Unit {
    fn of(header: &str) -> Unit {
        let name = normalised(header);
        if name.ends_with("(分)") {
            Unit::Fen
        } else if name.ends_with("(万元)") || name.ends_with("(万)") {
            Unit::WanYuan
        } else if name.ends_with("(%)") {
            Unit::Percent
        } else {
            Unit::Yuan
        }
    }

    /// What was read as yuan, in 分.
    fn fen(self, as_yuan: i64) -> i64 {
        match self {
            Unit::Yuan | Unit::Percent => as_yuan,
            Unit::Fen => hundredth(as_yuan),
            Unit::WanYuan => as_yuan.saturating_mul(10_000),
        }
    }
}

/// A hundredth, rounded half away from zero.
fn hundredth(value: i64) -> i64 {
    (value + 50 * value.signum()) / 100
}

impl ColumnBuilder {
    /// For a field of a kind that stands under this header.
    pub fn new(
        field: &'static Field,
        header: &str,
        encoding: CellEncoding,
        context: ReadContext,
    ) -> ColumnBuilder {
        let column = match field.cell {
            Cell::Id | Cell::Person => Column::U64(Vec::new()),
            Cell::Money | Cell::MoneyOrNone | Cell::Number | Cell::Rate => Column::I64(Vec::new()),
            Cell::Time | Cell::Day | Cell::LastDay | Cell::Count => Column::U32(Vec::new()),
            Cell::Province | Cell::Status(_) => Column::U8(Vec::new()),
            Cell::Name | Cell::Text | Cell::City => Column::Names {
                codes: Vec::new(),
                names: Names::default(),
            },
        };
        ColumnBuilder {
            field,
            unit: Unit::of(header),
            encoding,
            context,
            column,
            seen: Seen::default(),
            clock: Clock::default(),
            names: NameDecoder::new(encoding),
            notes: Notes::default(),
        }
    }

    /// Reads the cell of the next row; `None` where the record is too short to have one.
    pub fn push(&mut self, cell: Option<&[u8]>, line: u64) {
        let is_there = cell.is_some();
        let cell = cell.unwrap_or_default();
        let encoding = self.encoding;
        match self.field.cell {
            Cell::Id => self.push_id(cell, line),
            Cell::Person => self.push_person(cell, line),
            Cell::Money | Cell::MoneyOrNone => {
                let reading = match cells::money(cell, encoding) {
                    Reading::Empty if is_there && self.field.cell == Cell::MoneyOrNone => {
                        Reading::Value(0)
                    }
                    Reading::Bad
                        if self.field.cell == Cell::MoneyOrNone && self.says_none(cell) =>
                    {
                        Reading::Value(0)
                    }
                    reading => reading,
                };
                let value = self.checked(reading, IssueKind::BadMoney, cell, line);
                self.push_i64(value.map_or(NULL_I64, |yuan| self.unit.fen(yuan)));
            }
            Cell::Number => {
                let reading = cells::number(cell, encoding);
                let value = self.checked(reading, IssueKind::BadNumber, cell, line);
                self.push_i64(value.unwrap_or(NULL_I64));
            }
            Cell::Rate => {
                let reading = cells::rate(cell, encoding);
                let value = self.checked(reading, IssueKind::BadNumber, cell, line);
                // `2.15` under `点击率(%)` is 2.15 %.
                let is_hundredfold = self.unit == Unit::Percent && !self.has_percent_sign(cell);
                let share = |value| {
                    if is_hundredfold {
                        hundredth(value)
                    } else {
                        value
                    }
                };
                self.push_i64(value.map_or(NULL_I64, share));
            }
            Cell::Day | Cell::LastDay => {
                let code = self.code(cell, |this, cell| this.day(cell, line));
                self.push_u32(code);
            }
            Cell::Time => {
                let reading = match self.clock.read(cell) {
                    Some(at) => Reading::Value(at),
                    None => cells::time(cell, encoding),
                };
                let reading = self.plausible(reading);
                let value = self.checked(reading, IssueKind::BadTime, cell, line);
                self.push_u32(value.map_or(NULL_U32, |at| at.0));
            }
            Cell::Count => {
                let value = self.checked(
                    cells::count(cell, encoding),
                    IssueKind::BadCount,
                    cell,
                    line,
                );
                self.push_u32(value.unwrap_or(NULL_U32));
            }
            Cell::Name | Cell::Text => {
                let code = self.code(cell, |this, cell| this.name(cell, line));
                self.push_code(code);
            }
            Cell::City => {
                let code = self.code(down_to_city(cell), |this, cell| this.city(cell));
                self.push_code(code);
            }
            Cell::Province => {
                let code = self.code(down_to_city(cell), |this, cell| this.province(cell, line));
                self.push_u8(code as u8);
            }
            Cell::Status(states) => {
                let code = self.code(cell, |this, cell| this.status(states, cell, line));
                self.push_u8(code as u8);
            }
        }
    }

    /// Whether the cell could be one of this column's: a test for rows that may have been shifted.
    pub fn fits(&self, cell: &[u8]) -> bool {
        let text = || self.encoding.decode(cells::trimmed(cell)).0;
        match self.field.cell {
            Cell::Money | Cell::MoneyOrNone => cells::money(cell, self.encoding) != Reading::Bad,
            Cell::Number => cells::number(cell, self.encoding) != Reading::Bad,
            Cell::Rate => cells::rate(cell, self.encoding) != Reading::Bad,
            Cell::Time => self.time(cell) != Reading::Bad,
            Cell::Day | Cell::LastDay => self.span(cell) != Reading::Bad,
            Cell::Count => cells::count(cell, self.encoding) != Reading::Bad,
            Cell::Status(states) => cell.is_empty() || status_code(states, &text()).is_some(),
            Cell::Province => cell.is_empty() || Province::of_address(&text()).is_some(),
            Cell::Id | Cell::Name | Cell::Text | Cell::Person | Cell::City => true,
        }
    }

    /// Whether its cells name things.
    pub fn is_of_names(&self) -> bool {
        matches!(self.field.cell, Cell::Name | Cell::Id)
    }

    /// Its values, and what could not be read.
    pub fn finish(self) -> (Column, Notes) {
        (self.column, self.notes)
    }

    fn checked<T>(
        &mut self,
        reading: Reading<T>,
        bad: IssueKind,
        cell: &[u8],
        line: u64,
    ) -> Option<T> {
        match reading {
            Reading::Value(value) => Some(value),
            Reading::Empty => None,
            Reading::Bad => {
                let (text, _) = self.encoding.decode(cells::trimmed(cell));
                self.notes.add(bad, line, &text);
                None
            }
        }
    }

    fn has_percent_sign(&self, cell: &[u8]) -> bool {
        half_width(&self.encoding.decode(cells::trimmed(cell)).0).ends_with(['%', '‰'])
    }

    /// Whether a text says that there was no such money.
    fn says_none(&self, cell: &[u8]) -> bool {
        NO_MONEY.contains(&&*self.encoding.decode(cells::trimmed(cell)).0)
    }

    /// A time at which an order can have been: not before the platform, not after tomorrow.
    fn time(&self, cell: &[u8]) -> Reading<Civil> {
        self.plausible(cells::time(cell, self.encoding))
    }

    fn plausible(&self, reading: Reading<Civil>) -> Reading<Civil> {
        match reading {
            Reading::Value(at) if at < EARLIEST || at > self.context.now.plus_days(2) => {
                Reading::Bad
            }
            reading => reading,
        }
    }

    /// The days that a cell is about.
    fn span(&self, cell: &[u8]) -> Reading<Span> {
        match self.time(cell) {
            Reading::Value(at) => Reading::Value(Span::new(at.day(), at.day())),
            Reading::Empty => Reading::Empty,
            Reading::Bad => {
                let text = self.encoding.decode(cells::trimmed(cell)).0;
                // 旺店通 writes this where no time was chosen.
                if text == "任意时间" {
                    return Reading::Empty;
                }
                span_in(&text)
                    .filter(|span| span.first <= self.context.now.day())
                    .map_or(Reading::Bad, Reading::Value)
            }
        }
    }

    /// The first or the last day of a cell, in civil seconds. A period that goes on ends today.
    fn day(&mut self, cell: &[u8], line: u64) -> u32 {
        let is_last = self.field.cell == Cell::LastDay;
        let span = match self.span(cell) {
            Reading::Value(span) => Some(span),
            Reading::Empty => None,
            Reading::Bad => {
                // The cell is read twice where both days are kept; what is wrong with it is said once.
                if !is_last {
                    let (text, _) = self.encoding.decode(cells::trimmed(cell));
                    self.note_once(IssueKind::BadTime, cell, line, &text);
                }
                None
            }
        };
        let day = span.map(|span| match is_last {
            true => span.last.min(self.context.now.day().max(span.first)),
            false => span.first,
        });
        let at = day.and_then(|day| Civil::new(day, 0, 0, 0));
        at.map_or(NULL_U32, |at| at.0)
    }

    fn push_id(&mut self, cell: &[u8], line: u64) {
        let id = match cells::id(cell) {
            Id::Number(id) if id < MADE_UP => id,
            Id::Number(_) | Id::Text => {
                keyed_hash(&self.context.salt, cells::trimmed(cell)) | MADE_UP | 1
            }
            Id::Damaged => {
                let (text, _) = self.encoding.decode(cells::trimmed(cell));
                self.notes.add(IssueKind::DamagedId, line, &text);
                DAMAGED
            }
            Id::Empty => {
                // Only some identities are in every row: a fee has no order, a mixed parcel no single one.
                if self.field.wanted {
                    self.notes.add(IssueKind::MissingId, line, "");
                }
                0
            }
        };
        self.push_u64(id);
    }

    fn push_person(&mut self, cell: &[u8], line: u64) {
        let salt = &self.context.salt;
        let known = self.names.with_text(cells::trimmed(cell), |name| {
            let name = name.trim();
            if name.is_empty() {
                Ok(0)
            } else if name.contains('*') {
                Err(())
            } else {
                Ok(keyed_hash(salt, name.as_bytes()).max(1))
            }
        });
        let hash = known.unwrap_or_else(|()| {
            self.notes.add(IssueKind::MaskedBuyer, line, "");
            0
        });
        self.push_u64(hash);
    }

    fn note_once(&mut self, kind: IssueKind, cell: &[u8], line: u64, text: &str) {
        let cell = keyed_hash(&self.context.salt, cell);
        self.notes.add_once(kind, cell, line, text);
    }

    /// The code that `read` gave this cell when it was first seen.
    fn code(&mut self, cell: &[u8], read: impl FnOnce(&mut Self, &[u8]) -> u32) -> u32 {
        if let Some(code) = self.seen.get(cell) {
            return code;
        }
        let code = read(self, cell);
        self.seen.insert(cell, code);
        code
    }

    fn name(&mut self, cell: &[u8], line: u64) -> u32 {
        let (text, fidelity) = self.encoding.decode(cells::trimmed(cell));
        match fidelity {
            Fidelity::Exact => {}
            Fidelity::Foreign => self.note_once(IssueKind::MixedEncoding, cell, line, &text),
            Fidelity::Lossy => self.note_once(IssueKind::BadText, cell, line, &text),
        }
        let text = text.trim();
        // Several lines, or a whole row: whatever has slipped in here is not kept.
        let is_name = self.field.cell == Cell::Name;
        let text: Cow<'_, str> = match is_name {
            true => Cow::Borrowed(text),
            false => Cow::Owned(without_numbers(text.chars().take(LONGEST_TEXT))),
        };
        if is_name && (text.contains(['\n', '\r']) || text.chars().count() > LONGEST_NAME) {
            self.note_once(IssueKind::BadName, cell, line, "");
            return NULL_CODE;
        }
        let Column::Names { names, .. } = &mut self.column else {
            return NULL_CODE;
        };
        if text.is_empty() {
            NULL_CODE
        } else {
            names.code(&text)
        }
    }

    fn city(&mut self, cell: &[u8]) -> u32 {
        let (text, _) = self.encoding.decode(cells::trimmed(cell));
        let Column::Names { names, .. } = &mut self.column else {
            return NULL_CODE;
        };
        city_of_address(&text).map_or(NULL_CODE, |city| names.code(city))
    }

    fn province(&mut self, cell: &[u8], line: u64) -> u32 {
        let (text, _) = self.encoding.decode(cells::trimmed(cell));
        let province = Province::of_address(&text);
        // No sample: what is no province may be a street.
        if province.is_none() && !text.trim().is_empty() {
            self.note_once(IssueKind::UnknownPlace, cell, line, "");
        }
        u32::from(province.unwrap_or(Province::Unknown).code())
    }

    fn status(&mut self, states: &[(&str, u8)], cell: &[u8], line: u64) -> u32 {
        let (text, _) = self.encoding.decode(cells::trimmed(cell));
        match status_code(states, &text) {
            Some(code) => u32::from(code),
            None => {
                if !text.trim().is_empty() {
                    self.note_once(IssueKind::BadStatus, cell, line, &text);
                }
                0
            }
        }
    }

    fn push_u8(&mut self, value: u8) {
        if let Column::U8(values) = &mut self.column {
            values.push(value);
        }
    }

    fn push_u32(&mut self, value: u32) {
        if let Column::U32(values) = &mut self.column {
            values.push(value);
        }
    }

    fn push_i64(&mut self, value: i64) {
        if let Column::I64(values) = &mut self.column {
            values.push(value);
        }
    }

    fn push_u64(&mut self, value: u64) {
        if let Column::U64(values) = &mut self.column {
            values.push(value);
        }
    }

    fn push_code(&mut self, code: u32) {
        if let Column::Names { codes, .. } = &mut self.column {
            codes.push(code);
        }
    }
}

fn keyed_hash(salt: &Salt, bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new_with_key(salt);
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests;
