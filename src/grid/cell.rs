//! Columns and cells: what stands in a table, how it is written, and what it is sorted by.

use crate::analytics::compare::Change;
use crate::analytics::metrics::{Metric, Value};
use crate::i18n::{Lang, format};
use crate::model::time::Day;
use std::cmp::Ordering;

/// What a column holds. Everything but text stands at the right and is exported as a plain number or an ISO date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A calendar day.
    Day,
    /// A whole number.
    Count,
    /// Money; exported in 元 with two decimals.
    Money,
    /// A share; exported as a percent number.
    Rate,
    /// A duration; exported in minutes.
    Minutes,
    /// A relative change; exported as a percent number with its sign.
    Change,
}

impl Kind {
    /// Whether the column is written from the right.
    pub fn is_numeric(self) -> bool {
        !matches!(self, Kind::Text | Kind::Day)
    }

    /// The unit that a header of an export names, in a language.
    pub fn export_unit(self, lang: Lang) -> Option<&'static str> {
        match self {
            Kind::Text | Kind::Day | Kind::Count => None,
            Kind::Money => Some(lang.pick(("元", "CNY"))),
            Kind::Rate | Kind::Change => Some("%"),
            Kind::Minutes => Some(lang.pick(("分钟", "min"))),
        }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Names it in the state of a view; unique within a table.
    pub key: &'static str,
    /// Its header.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it stays on a narrow screen. At most three do.
    pub deciding: bool,
    /// The dictionary entry that its header opens.
    pub metric: Option<Metric>,
}

impl Column {
    /// A column that gives way on a narrow screen.
    pub fn new(key: &'static str, title: impl Into<String>, kind: Kind) -> Column {
        Column {
            key,
            title: title.into(),
            kind,
            deciding: false,
            metric: None,
        }
    }

    /// A column of a metric, under the metric's name.
    pub fn of_metric(lang: Lang, metric: Metric, kind: Kind) -> Column {
        Column {
            metric: Some(metric),
            ..Column::new(metric.key(), metric.entry(lang).name, kind)
        }
    }

    /// The same column, kept on a narrow screen.
    pub fn deciding(self) -> Column {
        Column {
            deciding: true,
            ..self
        }
    }
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, written as nothing.
    Empty,
    /// Words.
    Text(String),
    /// A calendar day.
    Day(Day),
    /// A number, or — and the reason why there is none.
    Value(Value),
    /// A change and what it means; `None` where there is nothing to compare with.
    Change(Option<Change>),
}

impl Cell {
    /// How the cell is written on the screen, with all its digits.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Day(day) => day.to_string(),
            Cell::Value(value) => format::full(lang, value),
            Cell::Change(None) => format::NONE.to_owned(),
            Cell::Change(Some(change)) => signed(*change),
        }
    }

    /// How two cells of one column follow each other. Cells without a number have no place in the order.
    pub(crate) fn order(&self, other: &Cell) -> Option<Ordering> {
        match (self, other) {
            (Cell::Text(a), Cell::Text(b)) => Some(a.cmp(b)),
            (Cell::Day(a), Cell::Day(b)) => Some(a.cmp(b)),
            _ => Some(self.number()?.total_cmp(&other.number()?)),
        }
    }

    /// Whether there is something to sort by.
    pub(crate) fn is_present(&self) -> bool {
        matches!(self, Cell::Text(_) | Cell::Day(_)) || self.number().is_some()
    }

    /// The cell's number: 分, a count, a ratio, seconds.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Cell::Value(Value::Fen(n) | Value::Count(n)) => Some(*n as f64),
            Cell::Value(
                Value::Rate { num, den }
                | Value::FenPer { fen: num, per: den }
                | Value::SecsPer {
                    secs: num,
                    per: den,
                },
            ) => Some(*num as f64 / *den as f64),
            Cell::Change(Some(change)) => Some(change.amount()),
            _ => None,
        }
    }
}

/// A change with its sign in front: `+9.4%`, `−0.40pp`, `0.0%`.
fn signed(change: Change) -> String {
    let size = format::change(change);
    let is_zero = !size.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    match change.amount() {
        _ if is_zero => size,
        x if x > 0.0 => format!("+{size}"),
        _ => format!("−{size}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_carry_their_sign_and_zero_has_none() {
        let text = |x| Cell::Change(Some(Change::Relative(x))).text(Lang::Zh);
        assert_eq!(text(0.094), "+9.4%");
        assert_eq!(text(-0.021), "−2.1%");
        assert_eq!(text(-0.000_01), "0.0%");
    }

    #[test]
    fn an_absent_number_is_a_dash_without_a_place_in_the_order() {
        let absent = Cell::Value(Value::Absent(
            crate::analytics::metrics::Absent::NoDenominator,
        ));
        assert_eq!(absent.text(Lang::En), "—");
        assert!(!absent.is_present());
    }
}
