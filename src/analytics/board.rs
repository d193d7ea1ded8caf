//! The daily board: a period, its comparisons, its days, hours and provinces, from the orders put down by day.

use crate::analytics::coverage::Coverage;
use crate::analytics::daybook::{Breakdown, Daybook};
use crate::analytics::metrics::{Absent, Figures, Metric, Value};
use crate::analytics::period::{Comparison, Period, same_date_before};
use crate::analytics::shop_days::{ShopDay, ShopDays, ShopSum};
use crate::analytics::stretch::{Ground, Stretch};
use crate::analytics::tally::Tally;
use crate::import::kinds::orders::column;
use crate::model::place::Province;
use crate::model::time::{Day, Span};
use crate::protocol::BoardQuery;
use crate::workspace::orders::lacking_columns;
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
    /// What the other files say of it.
    pub shop: ShopSum,
    /// The comparisons of [`Comparison::SHOWN`] in their order, then the chosen one if it is another. One that has no days for
    /// the period is not among them.
    pub baselines: Vec<Baseline>,
    /// The comparison chosen for chart and table.
    pub comparison: Comparison,
    /// Every day of the period, in order.
    pub days: Vec<DayRow>,
    /// The days of the chosen comparison, in order; as many as it has, none if it has none. [`Board::beside`] says which
    /// stands beside which.
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
    /// What it comes to.
    pub stretch: Stretch,
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
    /// What the other files say of it.
    pub shop: Option<ShopDay>,
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
        let is_empty = self.total.orders + self.total.paid_orders == 0;
        let is_missing = is_empty && self.missing_days == self.span.len_days();
        if is_missing && metric.needs_orders() {
            return Value::Absent(Absent::NotCovered(self.missing_days));
        }
        metric.over(self.figures())
    }

    /// The whole period.
    pub fn figures(&self) -> Figures<'_> {
        Figures {
            tally: &self.total,
            lacking: &self.lacking,
            shop: &self.shop,
        }
    }

    /// A metric on one of the days. On a day that no file covers, only the payments of orders from other days are known.
    pub fn day_value(&self, metric: Metric, row: &DayRow) -> Value {
        let about_payments =
            row.tally.paid_orders > 0 && !metric.needs().contains(&column::CREATED_AT);
        if row.covered || about_payments || !metric.needs_orders() {
            metric.over(row.figures(&self.lacking, &row.shop()))
        } else {
            Value::Absent(Absent::NotCovered(1))
        }
    }

    /// The comparison of a kind; `None` when it has no days for the period.
    pub fn baseline(&self, comparison: Comparison) -> Option<&Baseline> {
        self.baselines.iter().find(|b| b.comparison == comparison)
    }

    /// The compared day that stands beside the day at a place of [`Board::days`].
    pub fn beside(&self, at: usize) -> Option<&DayRow> {
        match self.comparison {
            // One of the two years may have a 29 February: from there on the places no longer agree.
            Comparison::CalendarYear => {
                let before = same_date_before(self.days.get(at)?.day);
                self.base_days.iter().find(|row| row.day == before)
            }
            _ => self.base_days.get(at),
        }
    }
}

impl DayRow {
    /// What the other files say of it, as a period.
    pub fn shop(&self) -> ShopSum {
        self.shop.unwrap_or_default().sum()
    }

    /// A metric on it; absent on a day that no order file covers where it needs one.
    pub fn value(&self, metric: Metric, lacking: &[String]) -> Value {
        match self.covered || !metric.needs_orders() {
            true => metric.over(self.figures(lacking, &self.shop())),
            false => Value::Absent(Absent::NotCovered(1)),
        }
    }

    fn figures<'a>(&'a self, lacking: &'a [String], shop: &'a ShopSum) -> Figures<'a> {
        Figures {
            tally: &self.tally,
            lacking,
            shop,
        }
    }
}

/// Answers the board's question. `None` when no file covers any day.
pub fn board(
    book: &Daybook,
    coverage: &Coverage,
    shop: &ShopDays,
    query: BoardQuery,
) -> Option<Board> {
    let data = coverage.range()?;
    let span = period_of(book, coverage, query.period)?;
    let Breakdown { hours, provinces } = book.breakdown(span);
    let mut provinces: Vec<ProvinceRow> = Province::ALL
        .iter()
        .zip(provinces)
        .map(|(&province, tally)| ProvinceRow { province, tally })
        .filter(|row| row.tally.orders + row.tally.paid_orders > 0)
        .collect();
    provinces.sort_by_key(|row| (-row.tally.paid_net_fen(), -row.tally.orders, row.province));
    let ground = Ground {
        book,
        coverage,
        shop,
    };
    let against = |comparison: Comparison| comparison.against(query.period, span);
    let baseline = |comparison| {
        Some(Baseline {
            comparison,
            stretch: ground.stretch(against(comparison)?),
        })
    };
    let other = Some(query.comparison).filter(|c| !Comparison::SHOWN.contains(c));
    let worked_out = Comparison::SHOWN.into_iter().chain(other);
    let days = |span: Span| {
        let row = |day| DayRow {
            day,
            covered: coverage.has(day),
            tally: book.day(day),
            shop: shop.day(day),
        };
        span.days().map(row).collect()
    };
    let total = book.total(span);
    Some(Board {
        data,
        span,
        missing_days: coverage.missing_days(if query.period == Period::All {
            data
        } else {
            span
        }),
        lacking: lacking_columns(total.known),
        total: total.tally,
        shop: shop.total(span),
        baselines: worked_out.filter_map(baseline).collect(),
        comparison: query.comparison,
        days: days(span),
        base_days: against(query.comparison).map_or_else(Vec::new, days),
        hours,
        provinces,
    })
}

/// The days of a period. Everything reaches as far as payments do: an order of the last day may be paid on the day after.
/// `None` when no file covers any day.
pub fn period_of(book: &Daybook, coverage: &Coverage, period: Period) -> Option<Span> {
    let data = coverage.range()?;
    Some(match period {
        Period::All => book.extent()?,
        Period::Custom(span) => near(span, data),
        period => period.resolve(data),
    })
}

/// A range of days cut to what could concern the data: an address can ask for ten thousand years.
pub(crate) fn near(span: Span, data: Span) -> Span {
    let (first, last) = (data.first.plus(-MARGIN_DAYS), data.last.plus(MARGIN_DAYS));
    Span {
        first: span.first.clamp(first, last),
        last: span.last.clamp(first, last),
    }
}

const MARGIN_DAYS: i32 = 3_650;
