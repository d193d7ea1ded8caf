//! The ways to forecast that are tried: each learns from the days up to some day and then forecasts from every day after it,
//! knowing only what came before.

use super::ets::{Fitted, Form, State, WEEK};
use serde::{Deserialize, Serialize};

/// A way to forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// What the last day of the same weekday brought: the bar to beat.
    SeasonalNaive,
    /// The mean of the last days of the same weekday.
    WeekdayMean {
        /// How many of them.
        weeks: usize,
    },
    /// Exponential smoothing with a level that stays, ETS(A,N,A).
    Level {
        /// On logarithms: week and noise are shares of the level.
        log: bool,
    },
    /// Exponential smoothing with a trend, ETS(A,A,A): additive Holt-Winters.
    Trend {
        /// On logarithms.
        log: bool,
    },
    /// Exponential smoothing with a trend that fades, ETS(A,Ad,A).
    Damped {
        /// On logarithms.
        log: bool,
    },
}

impl Method {
    /// Those that are tried beside the seasonal naive.
    pub const TRIED: [Method; 8] = [
        Method::WeekdayMean { weeks: 4 },
        Method::WeekdayMean { weeks: 8 },
        Method::Level { log: false },
        Method::Level { log: true },
        Method::Trend { log: false },
        Method::Trend { log: true },
        Method::Damped { log: false },
        Method::Damped { log: true },
    ];

    /// Whether it needs every value to be above 0.
    pub fn needs_logs(self) -> bool {
        self.smoothing().is_some_and(|(_, log)| log)
    }

    fn smoothing(self) -> Option<(Form, bool)> {
        match self {
            Method::SeasonalNaive | Method::WeekdayMean { .. } => None,
            Method::Level { log } => Some((Form::Level, log)),
            Method::Trend { log } => Some((Form::Trend, log)),
            Method::Damped { log } => Some((Form::Damped, log)),
        }
    }

    /// Forecasts `horizon` days from every day from `origin` to the day behind the last, one after the other. What is
    /// learned once and for all, the weights, is learned before `origin`.
    pub(super) fn paths(self, values: &[Option<f64>], origin: usize, horizon: usize) -> Paths {
        let forecasts = match self.smoothing() {
            None => self.means(values, origin, horizon),
            Some((form, log)) => smoothed(form, log, values, origin, horizon),
        };
        Paths {
            origin,
            horizon,
            forecasts,
        }
    }

    /// The means of the same weekday. Of a weekday that was never there, the mean of all days.
    fn means(self, values: &[Option<f64>], origin: usize, horizon: usize) -> Vec<f64> {
        let weeks = match self {
            Method::WeekdayMean { weeks } => weeks,
            _ => 1,
        };
        let mut forecasts = Vec::new();
        for now in origin..=values.len() {
            let before = values.get(..now).unwrap_or_default();
            let of_weekday = |lead: usize| {
                // The same weekday as the one `lead` days ahead: the first is six days before the newest.
                let back = WEEK - 1 - lead % WEEK;
                let days = before.iter().rev().skip(back).step_by(WEEK).flatten();
                mean(&mut days.take(weeks).copied())
                    .or_else(|| mean(&mut before.iter().flatten().copied()))
                    .unwrap_or(0.0)
            };
            let week: [f64; WEEK] = std::array::from_fn(of_weekday);
            forecasts.extend(week.iter().cycle().take(horizon));
        }
        forecasts
    }
}

fn mean(days: &mut dyn Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = days.fold((0.0, 0.0), |(sum, n), day| (sum + day, n + 1.0));
    (n > 0.0).then_some(sum / n)
}

/// The days from which weights are learned.
const LEARNED_FROM: usize = 182;

fn smoothed(
    form: Form,
    log: bool,
    values: &[Option<f64>],
    origin: usize,
    horizon: usize,
) -> Vec<f64> {
    let values: Vec<Option<f64>> = values
        .iter()
        .map(|value| value.map(|value| if log { value.ln() } else { value }))
        .collect();
    let first = origin.saturating_sub(LEARNED_FROM);
    let Fitted {
        weights,
        start,
        variance,
        ..
    } = form.fit(values.get(first..origin).unwrap_or_default());
    let mut state: State = start;
    let mut forecasts = Vec::new();
    for now in first..=values.len() {
        if now >= origin {
            let ahead = state.ahead(&weights, horizon);
            forecasts.extend(ahead.map(|(expected, spread)| {
                if log {
                    // The mean of what the logarithm scatters around, not its median, so that days may be added up.
                    (expected + 0.5 * variance * spread).exp()
                } else {
                    expected.max(0.0)
                }
            }));
        }
        if let Some(value) = values.get(now) {
            state.step(&weights, *value);
        }
    }
    forecasts
}

/// Forecasts from one day after the other.
#[derive(Clone, Debug)]
pub(super) struct Paths {
    /// The first day from which was forecast: the first of the forecast days.
    pub origin: usize,
    /// Days of each forecast.
    pub horizon: usize,
    forecasts: Vec<f64>,
}

impl Paths {
    /// What was forecast from this day on.
    pub fn from(&self, day: usize) -> &[f64] {
        let row = day.saturating_sub(self.origin) * self.horizon;
        self.forecasts
            .get(row..row + self.horizon)
            .unwrap_or_default()
    }
}
