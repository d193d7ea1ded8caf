//! The daily board: one pass over the orders answers the period, its comparisons, its days, hours and provinces.

use crate::analytics::metrics::{Absent, Metric, Value};
use crate::analytics::period::Comparison;
use crate::analytics::tally::Tally;
use crate::model::place::Province;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// The daily board as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// From the first to the last day of the data.
    pub data: Span,
    /// The period shown.
    pub span: Span,
    /// Days of the period that no file covers.
    pub missing_days: i32,
    /// Stored columns that some file of the period does not have.
    pub lacking: Vec<String>,
    /// The whole period.
    pub total: Tally,
    /// The comparisons, one of each kind, in the order of [`Comparison::ALL`].
    pub baselines: Vec<Baseline>,
    /// The comparison chosen for chart and table.
    pub comparison: Comparison,
    /// Every day of the period, in order.
    pub days: Vec<DayRow>,
    /// The days of the chosen comparison, in order; as many as the comparison has.
    pub base_days: Vec<DayRow>,
    /// The 24 hours of the day.
    pub hours: Vec<Tally>,
    /// Provinces with at least one order, the highest paid amount first.
    pub provinces: Vec<ProvinceRow>,
}

/// The period that the board is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// How it was chosen.
    pub comparison: Comparison,
    /// Its days.
    pub span: Span,
    /// How many of them no file covers. A baseline with missing days has no values.
    pub missing_days: i32,
    /// Stored columns that some file of it does not have.
    pub lacking: Vec<String>,
    /// All of it.
    pub tally: Tally,
}

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRow {
    /// The day.
    pub day: Day,
    /// Whether a file covers it. An uncovered day has no values; a covered one without an order has zeros.
    pub covered: bool,
    /// What happened on it.
    pub tally: Tally,
}

/// One province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvinceRow {
    /// The province.
    pub province: Province,
    /// Its orders.
    pub tally: Tally,
}

impl Board {
    /// A metric over the whole period.
    pub fn value(&self, metric: Metric) -> Value {
        metric.of(&self.total, &self.lacking)
    }

    /// A metric on one of the days; absent when no file covers the day.
    pub fn day_value(&self, metric: Metric, row: &DayRow) -> Value {
        if row.covered {
            metric.of(&row.tally, &self.lacking)
        } else {
            Value::Absent(Absent::NotCovered(1))
        }
    }

    /// The comparison of a kind.
    pub fn baseline(&self, comparison: Comparison) -> Option<&Baseline> {
        self.baselines.iter().find(|b| b.comparison == comparison)
    }
}

impl Baseline {
    /// A metric over the compared days; absent when a file is missing for any of them.
    pub fn value(&self, metric: Metric) -> Value {
        match self.missing_days {
            0 => metric.of(&self.tally, &self.lacking),
            days => Value::Absent(Absent::NotCovered(days)),
        }
    }
}
