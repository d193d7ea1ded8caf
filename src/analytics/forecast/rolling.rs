//! How good a method would have been: forecasts from one past day after the other, each held against what came.

use super::ets::WEEK;
use super::method::{Method, Paths};

/// At most so many days to forecast from: half a year.
pub const MOST_ORIGINS: usize = 182;

/// A series to try methods on, without its events.
pub(super) struct Trial<'a> {
    /// The values, events taken out; a missing day is `None`.
    pub values: &'a [Option<f64>],
    /// Which of them count, where known: those without an event.
    plain: &'a [bool],
    /// Days of a forecast.
    horizon: usize,
    /// The first day to forecast from.
    origin: usize,
    /// For each of these days and each week ahead, the error of the seasonal naive before that day.
    scales: Vec<Option<f64>>,
}

impl<'a> Trial<'a> {
    /// A trial of forecasts from the last days. At least half of the days are there to learn from.
    pub fn new(values: &'a [Option<f64>], plain: &'a [bool], horizon: usize) -> Trial<'a> {
        let len = values.len();
        let mut trial = Trial {
            values,
            plain,
            horizon,
            origin: len - MOST_ORIGINS.min(len / 2),
            scales: Vec::new(),
        };
        let weeks = horizon.div_ceil(WEEK);
        for origin in trial.origin..len {
            let errors = (1..=weeks).map(|week| trial.naive_error(origin, week * WEEK));
            let errors: Vec<Option<f64>> = errors.collect();
            trial.scales.extend(errors);
        }
        trial
    }

    /// The value of a day that counts.
    pub fn plain(&self, at: usize) -> Option<f64> {
        let value = self.values.get(at).copied().flatten();
        value.filter(|_| self.plain.get(at).copied().unwrap_or(false))
    }

    /// The mean absolute scaled error of a method: over all origins and days ahead, each error by the mean absolute error that
    /// the seasonal naive had, so many weeks ahead, within the half year known at its origin. (Hyndman, Koehler 2006, who
    /// scale by what it had one season ahead; then no method looks good a month ahead where the level wanders, though it is far
    /// better than the naive.) `None` where nothing can be compared.
    pub fn mase(&self, paths: &Paths) -> Option<f64> {
        let (mut sum, mut compared) = (0.0, 0.0);
        let weeks = self.horizon.div_ceil(WEEK);
        let scales = self.scales.chunks_exact(weeks);
        for (origin, scales) in (self.origin..).zip(scales) {
            for (lead, forecast) in paths.from(origin).iter().enumerate() {
                let scale = scales.get(lead / WEEK).copied().flatten();
                if let (Some(value), Some(scale)) = (self.plain(origin + lead), scale) {
                    sum += (value - forecast).abs() / scale;
                    compared += 1.0;
                }
            }
        }
        (compared > 0.0).then_some(sum / compared)
    }

    /// The mean absolute difference to so many days before within the half year before a day, unless it is 0.
    fn naive_error(&self, before: usize, lag: usize) -> Option<f64> {
        let first = before.saturating_sub(MOST_ORIGINS).max(lag);
        let differences =
            (first..before).filter_map(|at| Some((self.plain(at)? - self.plain(at - lag)?).abs()));
        let (sum, n) = differences.fold((0.0, 0.0), |(sum, n), by| (sum + by, n + 1.0));
        (sum > 0.0).then_some(sum / n)
    }

    /// The method that would have been best, the first of equals; `None` where nothing can be compared.
    pub fn best(&self) -> Option<Best> {
        let has_logs = self.values.iter().flatten().all(|value| *value > 0.0);
        let of = |method: Method| {
            let paths = method.paths(self.values, self.origin, self.horizon);
            let mase = self.mase(&paths)?;
            Some((method, mase, paths))
        };
        let (_, naive_mase, _) = of(Method::SeasonalNaive)?;
        let tried = Method::TRIED
            .into_iter()
            .filter(|method| has_logs || !method.needs_logs());
        let (method, mase, paths) = tried.filter_map(of).min_by(|a, b| a.1.total_cmp(&b.1))?;
        Some(Best {
            method,
            mase,
            naive_mase,
            paths,
        })
    }
}

/// The best of the methods.
pub(super) struct Best {
    /// Which.
    pub method: Method,
    /// Its error.
    pub mase: f64,
    /// The error of the seasonal naive over the same days.
    pub naive_mase: f64,
    /// What it forecast.
    pub paths: Paths,
}
