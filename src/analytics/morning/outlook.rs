//! What the month will come to, and whether the last day was odd: both from the amounts of each day before refunds, as the
//! refunds of the latest days are still to come.

use crate::analytics::forecast::{EventDay, Expected, Forecast, NoForecast, forecast_days};
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::odd_days::{JudgedDay, NotJudged, OddDays, Series, judge};
use crate::analytics::stretch::Ground;
use crate::model::calendar::events::{EventKey, Phase, event_on};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// Days of history that are looked at.
const LOOK_BACK_DAYS: i32 = 730;

/// What a month will come to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outlook {
    /// The month.
    pub month: Span,
    /// What was paid in it so far, before refunds, in 分.
    pub so_far_fen: i64,
    /// What all of it will come to, in 分.
    pub whole: Expected,
    /// How large its error is beside that of last week's same weekday; below 1.
    pub mase: f64,
    /// Sales of the platform ahead, of which there is no history: they are forecast as plain days.
    pub unseen: Vec<EventKey>,
}

/// Why there is no outlook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NoOutlook {
    /// Days of the month are missing.
    Missing(i32),
    /// The month is over.
    Over,
    /// The history allows none.
    History(NoForecast),
}

/// The amounts of the days up to the last one; nothing where a day is not known.
struct History {
    first: Day,
    values: Vec<Option<f64>>,
}

impl History {
    fn of(ground: &Ground<'_>, data: Span) -> History {
        let first = data.first.max(data.last.plus(1 - LOOK_BACK_DAYS));
        let value = |day: Day| match ground.stretch(Span::new(day, day)).value(Metric::PaidGross) {
            Value::Fen(fen) => Some(fen as f64),
            _ => None,
        };
        let days = Span::new(first, data.last).days();
        History {
            first,
            values: days.map(value).collect(),
        }
    }
}

/// The sale of the platform that a day belongs to, as the forecast knows it: days of one phase are alike.
fn event_of(day: Day) -> Option<EventDay> {
    let (event, phase, _) = event_on(day)?;
    Some(EventDay {
        event: event.key as u32,
        offset: phase as i32,
    })
}

/// What the month of the last day will come to.
pub(super) fn outlook(ground: &Ground<'_>, data: Span) -> Result<Outlook, NoOutlook> {
    let month = Span::new(data.last.month_start(), data.last.month_end());
    let so_far = ground.stretch(Span::new(month.first, data.last));
    if so_far.missing_days > 0 {
        return Err(NoOutlook::Missing(so_far.missing_days));
    }
    if data.last == month.last {
        return Err(NoOutlook::Over);
    }
    let Value::Fen(so_far_fen) = so_far.value(Metric::PaidGross) else {
        return Err(NoOutlook::Missing(0));
    };
    let ahead = Span::new(data.last.plus(1), month.last);
    let history = History::of(ground, data);
    let horizon = ahead.len_days().unsigned_abs() as usize;
    let forecast = forecast_days(&history.values, history.first, horizon, &event_of);
    let forecast = forecast.map_err(NoOutlook::History)?;
    let rest = forecast.sum_interval(ahead).ok_or(NoOutlook::Missing(0))?;
    Ok(Outlook {
        month,
        so_far_fen,
        whole: plus(rest, so_far_fen as f64),
        mase: forecast.mase,
        unseen: unseen(&forecast),
    })
}

fn plus(expected: Expected, more: f64) -> Expected {
    let range = |mut range: crate::analytics::forecast::Range| {
        range.low += more;
        range.high += more;
        range
    };
    Expected {
        point: expected.point + more,
        within_80: range(expected.within_80),
        within_90: range(expected.within_90),
    }
}

fn unseen(forecast: &Forecast) -> Vec<EventKey> {
    let is_unseen = |key: &EventKey| {
        let mut events = forecast.unseen_events.iter();
        events.any(|event| event.event == *key as u32)
    };
    EventKey::ALL.into_iter().filter(is_unseen).collect()
}

/// Judges the days up to the last one. Days on which a sale of the platform moves buyers are masked.
pub(crate) fn odd_days(ground: &Ground<'_>, data: Span) -> Result<OddDays, NotJudged> {
    let history = History::of(ground, data);
    let days = Span::new(history.first, data.last).days();
    let is_sale = |day: Day| event_on(day).is_some_and(|(_, phase, _)| phase != Phase::Presale);
    let masked: Vec<bool> = days.map(is_sale).collect();
    judge(&Series {
        first: history.first,
        values: &history.values,
        masked: &masked,
        counts: false,
    })
}

/// The last day, if it is odd.
pub(super) fn odd_last_day(ground: &Ground<'_>, data: Span) -> Option<JudgedDay> {
    let judged = odd_days(ground, data).ok()?;
    judged.days.last().copied().filter(|day| day.is_odd)
}
