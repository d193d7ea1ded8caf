//! What the running month will come to, day by day, in the amounts that the targets are amounts of.
//!
//! The forecast is that of [`outlook`](crate::analytics::morning): of amounts before refunds, as the refunds of the latest days are
//! still to come. Where targets are of amounts after refunds, what is forecast is taken times the part that stayed of older
//! days, whose refunds have mostly come. What was sold so far is as the data have it; refunds of it that are still to come
//! are not taken off.

use super::progress::Ratio;
use super::typed::Basis;
use crate::analytics::forecast::{Forecast, NoForecast};
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::morning::{forecast_ahead, unseen};
use crate::analytics::stretch::Ground;
use crate::model::calendar::EventKey;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// Refunds of days before these last ones have mostly come.
const REFUNDS_TAKE_DAYS: i32 = 15;
/// From how many days before those it is learned what part stays.
const STAYS_FROM_DAYS: i32 = 90;

/// What a month will come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ahead {
    /// The month.
    pub month: Span,
    /// The last day of the data: its month, or the one that begins after it, is looked at.
    pub last: Day,
    /// What was sold in it so far, in 分.
    pub so_far_fen: i64,
    /// Each of its days to come.
    pub days: Vec<AheadDay>,
    /// The part of an amount that stays after refunds, by which the forecast was taken; nothing for targets before refunds.
    pub stays: Option<Ratio>,
    /// How large the error of a day is beside that of last week's same weekday; below 1.
    pub mase: f64,
    /// Sales of the platform ahead of which there is no history: they are forecast as plain days.
    pub unseen: Vec<EventKey>,
}

/// A day to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AheadDay {
    /// The day.
    pub day: Day,
    /// What it brings, in 分.
    pub fen: i64,
    /// What the month will have come to by its end, in 分.
    pub sum_fen: i64,
    /// The least that is, with a probability of 90 % that it lies between the two.
    pub low_fen: i64,
    /// The most.
    pub high_fen: i64,
}

/// Why a month has no forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NoAhead {
    /// There are no data.
    NoData,
    /// So many of the month's days so far are not known.
    Missing(i32),
    /// Nothing is known of refunds, by which targets go.
    NoRefunds,
    /// The history allows none.
    History(NoForecast),
}

impl Ahead {
    /// What the month of the last day will come to; the next month once that is over.
    ///
    /// # Errors
    /// [`NoAhead`] says why it cannot be said.
    pub fn of(ground: &Ground<'_>, basis: Basis) -> Result<Ahead, NoAhead> {
        let data = ground.coverage.range().ok_or(NoAhead::NoData)?;
        let next = data.last.plus(1);
        let month = Span::new(next.month_start(), next.month_end());
        let so_far_fen = match next == month.first {
            true => 0,
            false => so_far(ground, basis, Span::new(month.first, data.last))?,
        };
        let forecast = forecast_ahead(ground, data, month.last).map_err(NoAhead::History)?;
        let stays = match basis {
            Basis::Net => Some(stays(ground, data).ok_or(NoAhead::NoRefunds)?),
            Basis::Gross => None,
        };
        let ahead = Span::new(next, month.last);
        Ok(Ahead {
            month,
            last: data.last,
            so_far_fen,
            days: days(&forecast, ahead, so_far_fen, stays),
            stays,
            mase: forecast.mase,
            unseen: unseen(&forecast),
        })
    }

    /// The end of the month.
    pub fn whole(&self) -> Option<&AheadDay> {
        self.days.last()
    }
}

fn days(forecast: &Forecast, ahead: Span, so_far_fen: i64, stays: Option<Ratio>) -> Vec<AheadDay> {
    let part = stays.map_or(1.0, |stays| stays.num as f64 / stays.den as f64);
    let fen = |value: f64| (value * part).round() as i64;
    let day = |day: Day| {
        let alone = forecast.sum_interval(Span::new(day, day))?;
        let sum = forecast.sum_interval(Span::new(ahead.first, day))?;
        Some(AheadDay {
            day,
            fen: fen(alone.point),
            sum_fen: so_far_fen + fen(sum.point),
            low_fen: so_far_fen + fen(sum.within_90.low),
            high_fen: so_far_fen + fen(sum.within_90.high),
        })
    };
    ahead.days().filter_map(day).collect()
}

fn metric(basis: Basis) -> Metric {
    match basis {
        Basis::Net => Metric::PaidNet,
        Basis::Gross => Metric::PaidGross,
    }
}

fn so_far(ground: &Ground<'_>, basis: Basis, span: Span) -> Result<i64, NoAhead> {
    let so_far = ground.stretch(span);
    match so_far.value(metric(basis)) {
        Value::Fen(fen) => Ok(fen),
        _ if so_far.missing_days > 0 => Err(NoAhead::Missing(so_far.missing_days)),
        _ => Err(NoAhead::NoRefunds),
    }
}

/// What part of the amounts paid stayed, over the known days whose refunds have mostly come.
fn stays(ground: &Ground<'_>, data: Span) -> Option<Ratio> {
    let last = data.last.plus(-REFUNDS_TAKE_DAYS);
    let days = Span::new(last.plus(1 - STAYS_FROM_DAYS), last).days();
    let known = days.filter_map(|day| {
        let day = ground.stretch(Span::new(day, day));
        match (day.value(Metric::PaidNet), day.value(Metric::PaidGross)) {
            (Value::Fen(net), Value::Fen(gross)) => Some((net, gross)),
            _ => None,
        }
    });
    let (net, gross) = known.fold((0, 0), |sum, day| (sum.0 + day.0, sum.1 + day.1));
    Ratio::new(net.max(0), gross)
}
