//! Which orders a question is about.

use crate::analytics::board::near;
use crate::analytics::coverage::Coverage;
use crate::analytics::period::Period;
use crate::model::time::{Civil, DAY_SECS, Span};
use crate::table::Selection;
use crate::workspace::orders::{ALL_KNOWN, OrderColumns, Orders, lacking_columns};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Orders of a period, by one of their two times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// The days.
    pub period: Period,
    /// Which time has to fall into them.
    pub by: Moment,
}

/// The time that counts an order to a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Moment {
    /// Creation: the same orders however long their payment takes (同批).
    Created,
    /// Payment: the money of the days (当期).
    #[default]
    Paid,
}

/// The orders chosen.
pub(super) struct Chosen<'a> {
    pub(super) orders: &'a Orders,
    pub(super) columns: OrderColumns<'a>,
    pub(super) span: Span,
    pub(super) missing_days: i32,
    /// All orders chosen, paid or not.
    pub(super) rows: Selection,
}

impl<'a> Chosen<'a> {
    /// `None` when no file covers any day.
    pub(super) fn new(
        orders: &'a Orders,
        coverage: &Coverage,
        choice: Choice,
    ) -> Option<Chosen<'a>> {
        let data = coverage.range()?;
        let columns = orders.columns();
        let (span, rows) = match choice.by {
            Moment::Created => of_period(choice.period, data, orders.len(), |row| {
                columns.times(row).0
            }),
            Moment::Paid => of_period(choice.period, data, orders.len(), |row| {
                columns.times(row).1
            }),
        };
        let asked = match choice.period {
            Period::All => data,
            _ => span,
        };
        Some(Chosen {
            orders,
            columns,
            span,
            missing_days: coverage.missing_days(asked),
            rows,
        })
    }

    /// Those of the orders that were paid.
    pub(super) fn paid(&self) -> Selection {
        let is_paid = |row: usize| self.rows.contains(row) && self.columns.times(row).1.is_some();
        Selection::of(self.rows.table_rows(), is_paid)
    }

    /// The stored columns that some file of the orders does not have.
    pub(super) fn lacking(&self) -> Vec<String> {
        let mut known = *ALL_KNOWN;
        self.rows.each(|row| known &= self.columns.get(row).known);
        lacking_columns(known)
    }
}

/// The days of a period, and the rows whose time falls into them. Everything reaches as far as the times do: an order of the
/// last day may be paid on the day after.
fn of_period(
    period: Period,
    data: Span,
    rows: usize,
    time: impl Fn(usize) -> Option<u32>,
) -> (Span, Selection) {
    let span = match period {
        Period::All => {
            let known = Selection::of(rows, |row| time(row).is_some());
            let (mut first, mut last) = (u32::MAX, 0);
            known.each(|row| {
                let at = time(row).unwrap_or(0);
                (first, last) = (at.min(first), at.max(last));
            });
            let span = Span {
                first: Civil(first).day(),
                last: Civil(last).day(),
            };
            return (if first > last { data } else { span }, known);
        }
        Period::Custom(span) => near(span, data),
        period => period.resolve(data),
    };
    let secs = secs_of(span);
    let is_inside = |row| time(row).is_some_and(|at| secs.contains(&at));
    (span, Selection::of(rows, is_inside))
}

/// The civil seconds of a range of days. Days before 2000 have none.
fn secs_of(span: Span) -> Range<u32> {
    let start = |day: i32| u32::try_from(day).unwrap_or(0).saturating_mul(DAY_SECS);
    start(span.first.0)..start(span.last.0.saturating_add(1))
}
