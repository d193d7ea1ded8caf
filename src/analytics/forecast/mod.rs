//! What the next days will bring, with intervals, by the method that would have been best so far; or why that cannot be said.
//!
//! 1. Events that are known are taken out: what each of their days makes of a plain day is learned by a regression on logarithms
//!    over all of the history and pooled over the times it came.
//! 2. Seasonal naive, means of the same weekday and exponential smoothing, on values and on logarithms, forecast from each of the
//!    last days (half of the history, half a year at most), knowing only what came before: weights are learned before the
//!    first of these days. The effects of events are the exception; event days are therefore not compared.
//! 3. The method with the least error is taken. If it is no better than the seasonal naive, there is no forecast.
//! 4. It learns anew from all days. Intervals are as wide as its errors were in step 2.
//!
//! What the values are, money or people, is the caller's business, and so is which days are left out (`None`): a day that is not
//! over, a day on which the store was down. Series with many days of 0 belong to [`intermittent`].

pub mod ets;
mod events;
pub mod intermittent;
mod method;
mod rolling;
mod simplex;
mod spread;
#[cfg(test)]
mod tests;

use crate::analytics::odd_days;
use crate::analytics::selfcheck::Check;
use crate::model::time::{Day, Span};
use events::{Factor, Learned};
pub use method::Method;
use rolling::Trial;
use serde::{Deserialize, Serialize};
use spread::Errors;
use std::collections::BTreeMap;

/// With fewer known days there is no forecast: eight weeks.
pub const LEAST_DAYS: usize = 56;
/// At most so many days are forecast.
pub const MOST_AHEAD: usize = 92;
/// At most so many past days are looked at: two years and a month, so that last year's events are in it twice.
pub const LOOK_BACK: usize = 760;

/// A day of an event. Days that are the same are taken to do the same whenever they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventDay {
    /// Which event; the numbers are the caller's.
    pub event: u32,
    /// Which of its days: days from its main day, or one number for all days of a phase.
    pub offset: i32,
}

/// From where to where.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A number to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// What is expected, in the unit of the history; never below 0.
    pub point: f64,
    /// Where it lies with a probability of 80 %.
    pub within_80: Range,
    /// Where it lies with a probability of 90 %.
    pub within_90: Range,
}

/// A day to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastDay {
    /// The day.
    pub day: Day,
    /// What it brings.
    pub expected: Expected,
    /// The event it belongs to.
    pub event: Option<EventDay>,
}

/// The days to come.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// From the day after the last one known, none left out.
    pub days: Vec<ForecastDay>,
    /// The method taken.
    pub method: Method,
    /// Its mean absolute scaled error over the trial, below 1.
    pub mase: f64,
    /// That of the seasonal naive over the same days.
    pub naive_mase: f64,
    /// From how many past days it was tried.
    pub origins: usize,
    /// Days of events ahead of which nothing is known: they are forecast as plain days. In order, each once.
    pub unseen_events: Vec<EventDay>,
    plain: Vec<f64>,
    factors: Vec<Option<(EventDay, Factor)>>,
    errors: Errors,
}

/// Why there is no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum NoForecast {
    /// Too few known days since the last gap of more than [`odd_days::LONGEST_GAP`] days.
    TooShort {
        /// So many there are.
        have: usize,
        /// So many it takes.
        need: usize,
    },
    /// On half of the days and more there is nothing: see [`intermittent`].
    MostlyNothing,
    /// No method would have been better than last week's same weekday.
    NotBetter {
        /// The error of the best of them.
        mase: f64,
        /// The error of the seasonal naive.
        naive_mase: f64,
    },
    /// There is nothing to compare on: events everywhere, or a series that repeats itself exactly.
    NothingToCompare,
}

/// Forecasts the `horizon` days (1 to [`MOST_AHEAD`]) after the last one known. `history` holds a value for each day from `first`
/// on, `None` where nothing is known; below 0 counts as 0. `events` says of any day, past or to come, to which event it
/// belongs.
pub fn forecast_days(
    history: &[Option<f64>],
    first: Day,
    horizon: usize,
    events: &dyn Fn(Day) -> Option<EventDay>,
) -> Result<Forecast, NoForecast> {
    let horizon = horizon.clamp(1, MOST_AHEAD);
    let end = history
        .iter()
        .rposition(Option::is_some)
        .map_or(0, |last| last + 1);
    let known = history.get(..end).unwrap_or_default();
    let start = odd_days::after_gap(known).max(end.saturating_sub(LOOK_BACK));
    let first = first.plus(start as i32);
    let values: Vec<Option<f64>> = known
        .iter()
        .skip(start)
        .map(|value| value.map(|value| value.max(0.0)))
        .collect();
    let have = values.iter().flatten().count();
    if have < LEAST_DAYS {
        return Err(NoForecast::TooShort {
            have,
            need: LEAST_DAYS,
        });
    }
    if 2 * values.iter().flatten().filter(|v| **v > 0.0).count() <= have {
        return Err(NoForecast::MostlyNothing);
    }
    let day = |at: usize| first.plus(at as i32);
    let event: Vec<Option<EventDay>> = (0..values.len() + horizon)
        .map(|at| events(day(at)))
        .collect();
    let (past, ahead) = event.split_at(values.len());
    let learned = Learned::from(first, &values, past);
    let without = without_events(&values, past, &learned);
    let plain: Vec<bool> = past.iter().map(Option::is_none).collect();
    let trial = Trial::new(&without, &plain, horizon);
    let best = trial.best().ok_or(NoForecast::NothingToCompare)?;
    let (mase, naive_mase) = (best.mase, best.naive_mase);
    if mase >= 1.0 || mase >= naive_mase {
        return Err(NoForecast::NotBetter { mase, naive_mase });
    }
    let paths = best.method.paths(&without, without.len(), horizon);
    let mut unseen_events: Vec<EventDay> = ahead
        .iter()
        .flatten()
        .filter(|event| learned.factor(**event).is_none())
        .copied()
        .collect();
    unseen_events.sort_unstable();
    unseen_events.dedup();
    let mut forecast = Forecast {
        days: Vec::new(),
        method: best.method,
        mase,
        naive_mase,
        origins: without.len() - best.paths.origin,
        unseen_events,
        plain: paths.from(without.len()).to_vec(),
        factors: ahead
            .iter()
            .map(|event| Some(((*event)?, learned.factor((*event)?)?)))
            .collect(),
        errors: Errors::of(&trial, best.paths),
    };
    for (at, event) in ahead.iter().enumerate() {
        let expected = forecast
            .expected(at, at)
            .ok_or(NoForecast::NothingToCompare)?;
        forecast.days.push(ForecastDay {
            day: day(values.len() + at),
            expected,
            event: *event,
        });
    }
    Ok(forecast)
}

/// The values with what the events did to them taken out. A day of an event of which nothing could be learned is not known.
fn without_events(
    values: &[Option<f64>],
    events: &[Option<EventDay>],
    learned: &Learned,
) -> Vec<Option<f64>> {
    let day = |(value, event): (&Option<f64>, &Option<EventDay>)| match event {
        None => *value,
        Some(event) => Some((*value)? / learned.factor(*event)?.times),
    };
    values.iter().zip(events).map(day).collect()
}

impl Forecast {
    /// What some days bring together. The interval is that of their sum, from the errors of sums: it is narrower than what the
    /// days' own intervals add up to, and wider than if they were off independently. Of an event it knows how well its mean is
    /// known, not how unlike the next one may be. `None` unless all days lie ahead.
    pub fn sum_interval(&self, days: Span) -> Option<Expected> {
        let first = self.days.first()?.day;
        let place = |day: Day| usize::try_from(day.0 - first.0).ok();
        let (from, to) = (place(days.first)?, place(days.last)?);
        (to < self.days.len()).then(|| self.expected(from, to))?
    }

    /// What the days from one place ahead to another bring together.
    fn expected(&self, from: usize, to: usize) -> Option<Expected> {
        let usual = self.errors.usual(from, to)?;
        let plain = self.plain.get(from..=to)?;
        let factors = self.factors.get(from..=to)?;
        let mut point = 0.0;
        // What a day of an event brings, summed over the days that are the same: they are off together.
        let mut of_event: BTreeMap<EventDay, (f64, f64)> = BTreeMap::new();
        for (plain, factor) in plain.iter().zip(factors) {
            let Some((event, factor)) = factor else {
                point += plain;
                continue;
            };
            let value = plain * factor.times;
            point += value;
            of_event.entry(*event).or_insert((0.0, factor.error)).0 += value;
        }
        let of_events = of_event.values().map(|(sum, error)| (sum * error).powi(2));
        let of_events: f64 = of_events.sum();
        let days = (to - from + 1) as f64;
        let level = self.plain.iter().sum::<f64>() / self.plain.len() as f64;
        let without: f64 = plain.iter().sum();
        let of_plain = if self.errors.logs {
            usual.error * point
        } else if without > 0.0 {
            usual.error * level * days * (point / without)
        } else {
            usual.error * level * days
        };
        let error = (of_plain * of_plain + of_events).sqrt();
        Some(Expected {
            point,
            within_80: self.errors.range(point, error, usual.degrees, 0.8),
            within_90: self.errors.range(point, error, usual.degrees, 0.9),
        })
    }
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    [ets::checks(), intermittent::checks()].concat()
}
