//! How one number changed against another.

use crate::analytics::metrics::Value;

/// A change, kept as a quotient until it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// A relative change, 0.1 being +10 %.
    Relative(f64),
    /// A difference of two rates in percentage points.
    Points(f64),
}

impl Change {
    /// Where it goes.
    pub fn direction(self) -> Direction {
        Direction::of(self.amount())
    }

    /// Its size with its sign: positive is up.
    pub fn amount(self) -> f64 {
        match self {
            Change::Relative(x) | Change::Points(x) => x,
        }
    }
}

/// Where a number went. Its colour and its triangle say this and no more: whether a rise is good is for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It stayed.
    Level,
}

impl Direction {
    /// The direction of a difference.
    pub fn of(difference: f64) -> Direction {
        match difference {
            x if x > 0.0 => Direction::Up,
            x if x < 0.0 => Direction::Down,
            _ => Direction::Level,
        }
    }
}

/// The change from `base` to `now`: percentage points for rates, percent for everything else. `None` when either is
/// absent or the base is not positive.
///
/// ```
/// use dianzhang::analytics::{compare::{change, Change}, metrics::Value};
/// assert_eq!(change(&Value::Fen(110), &Value::Fen(100)), Some(Change::Relative(0.1)));
/// assert_eq!(change(&Value::Rate { num: 1, den: 2 }, &Value::Rate { num: 1, den: 4 }), Some(Change::Points(25.0)));
/// assert_eq!(change(&Value::Fen(110), &Value::Fen(0)), None);
/// ```
pub fn change(now: &Value, base: &Value) -> Option<Change> {
    if let (Value::Rate { num: a, den: b }, Value::Rate { num: c, den: d }) = (now, base) {
        return Some(Change::Points((ratio(*a, *b) - ratio(*c, *d)) * 100.0));
    }
    let (now, base) = (size(now)?, size(base)?);
    (base > 0.0).then(|| Change::Relative((now - base) / base))
}

fn size(value: &Value) -> Option<f64> {
    match value {
        Value::Fen(n) | Value::Count(n) => Some(*n as f64),
        Value::Rate { num: a, den: b }
        | Value::FenPer { fen: a, per: b }
        | Value::SecsPer { secs: a, per: b } => Some(ratio(*a, *b)),
        Value::Absent(_) => None,
    }
}

fn ratio(num: i64, den: i64) -> f64 {
    num as f64 / den as f64
}
