//! The daily board: one pass over the orders answers the period, its comparisons, its days, hours and provinces.

use crate::analytics::coverage::Coverage;
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::analytics::period::{Comparison, Period};
use crate::analytics::tally::{Counter, Tally};
use crate::import::kinds::orders::column;
use crate::model::place::Province;
use crate::model::time::{Civil, Day, Span};
use crate::protocol::BoardQuery;
use crate::workspace::orders::{ALL_KNOWN, Order, OrderColumns, lacking_columns};
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
        let is_empty = self.total.orders + self.total.paid_orders == 0;
        if is_empty && self.missing_days == self.span.len_days() {
            return Value::Absent(Absent::NotCovered(self.missing_days));
        }
        metric.of(&self.total, &self.lacking)
    }

    /// A metric on one of the days. On a day that no file covers, only the payments of orders from other days are known.
    pub fn day_value(&self, metric: Metric, row: &DayRow) -> Value {
        let about_payments =
            row.tally.paid_orders > 0 && !metric.needs().contains(&column::CREATED_AT);
        if row.covered || about_payments {
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

/// Answers the board's question. `None` when no file covers any day.
pub fn board(orders: OrderColumns<'_>, coverage: &Coverage, query: BoardQuery) -> Option<Board> {
    let data = coverage.range()?;
    // Everything reaches as far as payments do: an order of the last day may be paid on the day after.
    let span = match query.period {
        Period::All => orders.extent()?,
        Period::Custom(span) => near(span, data),
        period => period.resolve(data),
    };
    let mut period = Pass::new(span);
    let mut hours = vec![Counter::default(); 24];
    let mut provinces = vec![Counter::default(); Province::ALL.len()];
    let mut bases = Comparison::ALL.map(|comparison| Pass::new(comparison.of(span)));
    for order in orders.iter() {
        let created = order
            .created
            .map(Civil)
            .filter(|at| span.contains(at.day()));
        let paid = order.paid.map(Civil).filter(|at| span.contains(at.day()));
        period.add(&order);
        for base in &mut bases {
            base.add(&order);
        }
        if let Some(at) = created {
            hours[at.hour() as usize].created(&order);
        }
        if let Some(at) = paid {
            hours[at.hour() as usize].paid(&order);
        }
        let province = &mut provinces[usize::from(Province::from_code(order.province).code())];
        province.add(&order, created.is_some(), paid.is_some());
    }
    let mut provinces: Vec<ProvinceRow> = Province::ALL
        .iter()
        .zip(provinces)
        .map(|(province, counter)| ProvinceRow {
            province: *province,
            tally: counter.finish(),
        })
        .filter(|row| row.tally.orders + row.tally.paid_orders > 0)
        .collect();
    provinces.sort_by_key(|row| (-row.tally.paid_net_fen(), -row.tally.orders, row.province));
    let chosen = Comparison::ALL
        .iter()
        .position(|c| *c == query.comparison)
        .unwrap_or(0);
    let mut base_days = Vec::new();
    let mut baselines = Vec::new();
    for (i, (comparison, base)) in Comparison::ALL.into_iter().zip(bases).enumerate() {
        let span = base.span;
        let (total, days) = base.finish(coverage);
        baselines.push(Baseline {
            comparison,
            span,
            missing_days: coverage.missing_days(span),
            lacking: lacking_columns(total.1),
            tally: total.0,
        });
        if i == chosen {
            base_days = days;
        }
    }
    let (total, days) = period.finish(coverage);
    Some(Board {
        data,
        span,
        missing_days: coverage.missing_days(if query.period == Period::All {
            data
        } else {
            span
        }),
        lacking: lacking_columns(total.1),
        total: total.0,
        baselines,
        comparison: query.comparison,
        days,
        base_days,
        hours: hours.into_iter().map(Counter::finish).collect(),
        provinces,
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

/// The days of one range while the orders go by.
struct Pass {
    span: Span,
    total: Counter,
    days: Vec<Counter>,
    /// Columns known of every order in the range.
    known: u32,
}

impl Pass {
    fn new(span: Span) -> Pass {
        Pass {
            span,
            total: Counter::default(),
            days: vec![Counter::default(); span.len_days() as usize],
            known: *ALL_KNOWN,
        }
    }

    fn add(&mut self, order: &Order) {
        let inside = |at: Option<u32>| {
            at.map(|at| Civil(at).day())
                .filter(|d| self.span.contains(*d))
                .map(|d| (d.0 - self.span.first.0) as usize)
        };
        let (created, paid) = (inside(order.created), inside(order.paid));
        if created.is_none() && paid.is_none() {
            return;
        }
        self.known &= order.known;
        self.total.add(order, created.is_some(), paid.is_some());
        if let Some(day) = created {
            self.days[day].created(order);
        }
        if let Some(day) = paid {
            self.days[day].paid(order);
        }
    }

    /// The total with the columns known, and the days.
    fn finish(self, coverage: &Coverage) -> ((Tally, u32), Vec<DayRow>) {
        let rows = self.span.days().zip(self.days);
        let days = rows
            .map(|(day, c)| DayRow {
                day,
                covered: coverage.has(day),
                tally: c.finish(),
            })
            .collect();
        ((self.total.finish(), self.known), days)
    }
}
