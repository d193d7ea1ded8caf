//! Everything that is known of a range of days, added up: what a metric over them is worked out from.

use crate::analytics::coverage::Coverage;
use crate::analytics::daybook::Daybook;
use crate::analytics::metrics::{Absent, Figures, Metric, Value};
use crate::analytics::shop_days::{ShopDays, ShopSum};
use crate::analytics::tally::Tally;
use crate::model::time::Span;
use crate::workspace::orders::lacking_columns;
use serde::{Deserialize, Serialize};

/// A range of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The days.
    pub span: Span,
    /// How many of them no order file covers. With days missing, what needs orders has no value.
    pub missing_days: i32,
    /// Stored columns that some order file of it does not have.
    pub lacking: Vec<String>,
    /// Its orders.
    pub tally: Tally,
    /// What the other files say of it.
    pub shop: ShopSum,
}

/// Where stretches are measured.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The orders by day.
    pub book: &'a Daybook,
    /// The days that order files cover.
    pub coverage: &'a Coverage,
    /// What the other files say of each day.
    pub shop: &'a ShopDays,
}

impl Ground<'_> {
    /// Adds a range of days up.
    pub fn stretch(&self, span: Span) -> Stretch {
        let total = self.book.total(span);
        Stretch {
            span,
            missing_days: self.coverage.missing_days(span),
            lacking: lacking_columns(total.known),
            tally: total.tally,
            shop: self.shop.total(span),
        }
    }
}

impl Stretch {
    /// All of it.
    pub fn figures(&self) -> Figures<'_> {
        Figures {
            tally: &self.tally,
            lacking: &self.lacking,
            shop: &self.shop,
        }
    }

    /// A metric over it; absent when a file is missing for any of its days.
    pub fn value(&self, metric: Metric) -> Value {
        match self.missing_days {
            days if days == 0 || !metric.needs_orders() => metric.over(self.figures()),
            days => Value::Absent(Absent::NotCovered(days)),
        }
    }
}
