//! How far off a forecast may be, from how far off the same method has been.
//!
//! A day's error is that of the days so many days ahead, a sum's that of sums over the same days ahead: the days of a sum are off
//! together, so that their own errors cannot be added up. Errors are differences of logarithms where every value is above 0, so
//! that the interval grows with the forecast and never reaches 0; else they are shares of the mean day that was forecast.

use super::Range;
use super::ets::WEEK;
use super::method::Paths;
use super::rolling::Trial;
use crate::analytics::stats::student;

/// The errors that a method made.
#[derive(Clone, Debug)]
pub(super) struct Errors {
    /// What came, from the first origin on; `None` for a day that does not count.
    came: Vec<Option<f64>>,
    paths: Paths,
    /// Whether errors are differences of logarithms.
    pub logs: bool,
}

/// The usual error of a forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Usual {
    /// Root of the mean squared error: of the logarithm, or as a share of the mean day of the whole forecast times the days.
    pub error: f64,
    /// From how many errors that are independent of each other.
    pub degrees: f64,
}

/// What the error of the coming days counts for beside those of days farther ahead. With 1 too many sums of steady series lie
/// within their intervals, with 0 too few of those whose level wanders.
const NEAR: f64 = 0.5;
/// A usual error is told from no fewer forecasts than this.
const LEAST_ERRORS: usize = 5;

impl Errors {
    /// The errors of these forecasts.
    pub fn of(trial: &Trial<'_>, paths: Paths) -> Errors {
        let logs = trial.values.iter().flatten().all(|value| *value > 0.0);
        let days = paths.origin..trial.values.len();
        Errors {
            came: days.map(|at| trial.plain(at)).collect(),
            paths,
            logs,
        }
    }

    /// The usual error of the sum over the days from `first` to `last` ahead (0 for the first day), over all origins behind
    /// which these days have come. Days that do not count are left out of both sums; half of them must count.
    ///
    /// The days of neighbouring origins are mostly the same, so that of n origins only n over the last day ahead count as
    /// independent. For a month that leaves two or three, which by chance may all have been small: the error of as many of the
    /// coming days, a week at most, of which there are many, counts as half of one more. Where fewer than [`LEAST_ERRORS`]
    /// origins reach that far, the error of a shorter reach is taken and grows with the root of the reach, as it does when the
    /// level wanders.
    pub fn usual(&self, first: usize, last: usize) -> Option<Usual> {
        let far = self.measured(first, last)?;
        if last < WEEK {
            return Some(far);
        }
        let near = self.measured(0, (last - first).min(WEEK - 1))?;
        let part = |usual: Usual, count: f64| count * usual.error.powi(2) / (far.degrees + NEAR);
        let (of_far, of_near) = (part(far, far.degrees), part(near, NEAR));
        let squares = of_far + of_near;
        // Welch 1947, Satterthwaite 1946: the degrees of a sum of two variances.
        let doubt = of_far * of_far / far.degrees + of_near * of_near / near.degrees;
        let degrees = squares * squares / doubt;
        Some(Usual {
            error: squares.sqrt(),
            degrees: if doubt > 0.0 { degrees } else { far.degrees }.max(LEAST_DEGREES),
        })
    }

    /// The error over the longest reach up to `last` from which there are errors enough.
    fn measured(&self, first: usize, last: usize) -> Option<Usual> {
        let ahead = last as f64 + 1.0;
        (0..=last).rev().find_map(|reach| {
            let until = reach as f64 + 1.0;
            let errors = self.over(first * (reach + 1) / (last + 1), reach);
            let n = errors.len() as f64;
            let squares: f64 = errors.iter().map(|error| error * error).sum();
            (errors.len() >= LEAST_ERRORS).then(|| Usual {
                error: (squares / n * ahead / until).sqrt(),
                degrees: n / ahead,
            })
        })
    }

    /// The error of every origin over the days from `first` to `last` ahead.
    fn over(&self, first: usize, last: usize) -> Vec<f64> {
        let origins = self.came.len().saturating_sub(last);
        (0..origins)
            .filter_map(|origin| {
                let came = self.came.get(origin + first..=origin + last)?;
                let forecasts = self.paths.from(self.paths.origin + origin);
                let level = forecasts.iter().sum::<f64>() / forecasts.len().max(1) as f64;
                let forecasts = forecasts.get(first..=last)?;
                let (mut sum, mut forecast, mut counted) = (0.0, 0.0, 0);
                for (value, expected) in came.iter().zip(forecasts) {
                    if let Some(value) = value {
                        sum += value;
                        forecast += expected;
                        counted += 1;
                    }
                }
                if counted == 0 || 2 * counted < came.len() {
                    return None;
                }
                let error = if self.logs {
                    (sum / forecast).ln()
                } else {
                    (sum - forecast) / (level * counted as f64)
                };
                Some(error).filter(|error| error.is_finite())
            })
            .collect()
    }

    /// From where to where a forecast lies with this probability, its error and that error's degrees given; never below 0.
    pub fn range(&self, point: f64, error: f64, degrees: f64, level: f64) -> Range {
        let by = student::quantile(0.5 + level / 2.0, degrees) * error;
        if self.logs {
            let by = by / point;
            Range {
                low: point * (-by).exp(),
                high: point * by.exp(),
            }
        } else {
            Range {
                low: (point - by).max(0.0),
                high: point + by,
            }
        }
    }
}

/// However few errors there are, they count as two: of one the t quantiles are out of all proportion.
const LEAST_DEGREES: f64 = 2.0;
