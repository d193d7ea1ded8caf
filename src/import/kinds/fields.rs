//! The columns of a kind: what is kept, under which headers it is found, how a cell is read.

use super::personal::is_personal;

/// A column that is kept, and where it is found.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in storage.
    pub column: &'static str,
    /// How a cell is read.
    pub cell: Cell,
    /// The headers that mean it, normalised (see [`crate::import::headers::normalised`]), the best first. The first one is
    /// what the app calls the column.
    pub headers: &'static [&'static str],
    /// Whether the report names it when the file does not have it.
    pub wanted: bool,
}

/// How a cell is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A long decimal identity.
    Id,
    /// Money in yuan, kept in 分. A header that ends in `(分)` or `(万元)` says otherwise.
    Money,
    /// The same, where an empty cell means that there was none: 0.
    MoneyOrNone,
    /// A civil date and time.
    Time,
    /// The first day of a date or a range of dates.
    Day,
    /// The last day of a date or a range of dates.
    LastDay,
    /// A whole number, not below 0.
    Count,
    /// A number that may be below 0 or have decimals, kept in thousandths: a stock, a score, seconds.
    Number,
    /// A share, `3.21%` or `0.0321`, kept in millionths.
    Rate,
    /// A text with few different values, kept once each.
    Name,
    /// A text of any length and of several lines, such as a review.
    Text,
    /// A person's account name, kept as a salted hash only.
    Person,
    /// The province at the head of an address.
    Province,
    /// The city of an address, and nothing finer.
    City,
    /// One of a list of states.
    Status(&'static [(&'static str, u8)]),
}

/// A field and the headers that mean it; the first header is what the app calls the column.
pub(super) const fn field(
    column: &'static str,
    cell: Cell,
    headers: &'static [&'static str],
) -> Field {
    Field {
        column,
        cell,
        headers,
        wanted: false,
    }
}

/// Two lists as one: what a kind has of its own, and what it shares with its sisters.
pub(super) const fn joined<T: Copy, const N: usize>(own: &[T], shared: &[T]) -> [T; N] {
    let mut all = [own[0]; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < own.len() {
            own[at]
        } else {
            shared[at - own.len()]
        };
        at += 1;
    }
    all
}

impl Field {
    /// The same field, named in the report where a file lacks it.
    pub(super) const fn wanted(self) -> Field {
        Field {
            wanted: true,
            ..self
        }
    }

    /// Whether it may be read from a column with this header, normalised. What is personal is only ever read by the fields
    /// that name it, and by those that keep a hash or a city of it.
    pub fn may_stand_under(&self, header: &str) -> bool {
        let is_safe = matches!(self.cell, Cell::Person | Cell::Province | Cell::City);
        is_safe || self.headers.contains(&header) || !is_personal(header)
    }

    /// What the app calls the column.
    pub fn label(&self) -> &'static str {
        self.headers.first().copied().unwrap_or(self.column)
    }
}
