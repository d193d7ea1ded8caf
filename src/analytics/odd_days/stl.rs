//! STL: a series taken apart into its level, its week and the rest (Cleveland, Cleveland, McRae, Terpenning 1990).
//!
//! The inner loop smooths each weekday over the weeks, takes the level out of that, and smooths what is left of the series; the
//! outer loop lets a value count less the farther it stands from the other two. Both go around as often as statsmodels has
//! them do. What the values are is the caller's business.

use super::loess::Loess;
use crate::analytics::selfcheck::Check;
use crate::analytics::stats::noise;

/// Days of the season.
pub const PERIOD: usize = 7;
/// Rounds with weights from the rounds before.
const ROBUST_ROUNDS: usize = 15;
/// Rounds under the same weights.
const ROUNDS: usize = 2;
/// Window of the low-pass filter: the next odd number above the period.
const LOW_PASS: usize = PERIOD + 2;

/// How stiff level and week are.
#[derive(Clone, Copy, Debug)]
pub struct Windows {
    /// Weeks through which a weekday is smoothed, odd.
    pub seasonal: usize,
    /// Days through which the level is smoothed, odd.
    pub trend: usize,
}

/// A series taken apart: value = trend + seasonal + rest.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The level of each day.
    pub trend: Vec<f64>,
    /// What the weekday adds.
    pub seasonal: Vec<f64>,
    /// What each value counted for in the last round, beside its own weight.
    pub robustness: Vec<f64>,
}

/// Takes a series apart. A value with the weight 0 or almost 0 is smoothed over: it moves neither level nor week, and its rest
/// is not asked when the others are judged. Nothing for fewer than two weeks.
pub fn stl(values: &[f64], weights: &[f64], windows: Windows) -> Parts {
    let len = values.len();
    if len < 2 * PERIOD || weights.len() != len {
        return Parts::default();
    }
    let mut parts = Parts {
        trend: vec![0.0; len],
        seasonal: vec![0.0; len],
        robustness: vec![1.0; len],
    };
    let mut counted = weights.to_vec();
    for round in 0..=ROBUST_ROUNDS {
        for _ in 0..ROUNDS {
            inner(values, &counted, windows, &mut parts);
        }
        if round == ROBUST_ROUNDS {
            break;
        }
        parts.robustness = robustness(values, weights, &parts);
        for ((counted, weight), robust) in counted.iter_mut().zip(weights).zip(&parts.robustness) {
            *counted = weight * robust;
        }
    }
    parts
}

/// One round of the inner loop.
fn inner(values: &[f64], counted: &[f64], windows: Windows, parts: &mut Parts) {
    let len = values.len();
    let detrended: Vec<f64> = difference(values, &parts.trend);
    let cycle = weekdays(&detrended, counted, windows.seasonal);
    // The level in what the weekdays came to: three moving averages and a loess.
    let level = moving_mean(&moving_mean(&moving_mean(&cycle, PERIOD), PERIOD), 3);
    let mut low = Vec::with_capacity(len);
    let plain = vec![1.0; len];
    Loess {
        values: &level,
        weights: &plain,
        window: LOW_PASS,
    }
    .smooth(&mut low);
    parts.seasonal = difference(cycle.get(PERIOD..).unwrap_or_default(), &low);
    let without_week = difference(values, &parts.seasonal);
    Loess {
        values: &without_week,
        weights: counted,
        window: windows.trend,
    }
    .smooth(&mut parts.trend);
}

/// Each weekday smoothed over the weeks and carried on by one week on both sides.
fn weekdays(values: &[f64], counted: &[f64], window: usize) -> Vec<f64> {
    let mut cycle = vec![0.0; values.len() + 2 * PERIOD];
    let mut smooth = Vec::new();
    for weekday in 0..PERIOD {
        let of_weekday = |all: &[f64]| -> Vec<f64> {
            all.iter().skip(weekday).step_by(PERIOD).copied().collect()
        };
        let (values, weights) = (of_weekday(values), of_weekday(counted));
        let loess = Loess {
            values: &values,
            weights: &weights,
            window,
        };
        loess.smooth(&mut smooth);
        let first = smooth.first().copied().unwrap_or(0.0);
        let last = smooth.last().copied().unwrap_or(0.0);
        let carried = std::iter::once(loess.before().unwrap_or(first))
            .chain(smooth.iter().copied())
            .chain(std::iter::once(loess.behind().unwrap_or(last)));
        for (slot, value) in cycle.iter_mut().skip(weekday).step_by(PERIOD).zip(carried) {
            *slot = value;
        }
    }
    cycle
}

/// Bisquare weights from the rests: 0 from six times their median on (MAD around 0).
fn robustness(values: &[f64], weights: &[f64], parts: &Parts) -> Vec<f64> {
    let rests: Vec<f64> = difference(&difference(values, &parts.trend), &parts.seasonal);
    let counting: Vec<f64> = rests
        .iter()
        .zip(weights)
        .filter(|(_, weight)| **weight >= COUNTS)
        .map(|(rest, _)| rest.abs())
        .collect();
    let reach = 6.0 * median(counting);
    let weight = |rest: &f64| {
        let share = rest.abs() / reach;
        if reach <= 0.0 || share <= 0.001 {
            1.0
        } else if share <= 0.999 {
            (1.0 - share * share).powi(2)
        } else {
            0.0
        }
    };
    rests.iter().map(weight).collect()
}

/// From this weight on a value's rest is asked.
const COUNTS: f64 = 0.5;

fn difference(from: &[f64], what: &[f64]) -> Vec<f64> {
    from.iter().zip(what).map(|(a, b)| a - b).collect()
}

/// Means of `window` values that follow each other.
fn moving_mean(values: &[f64], window: usize) -> Vec<f64> {
    let mean = |some: &[f64]| some.iter().sum::<f64>() / window as f64;
    values.windows(window).map(mean).collect()
}

/// The median, 0 of nothing.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
    match values.len() {
        0 => 0.0,
        len => 0.5 * (at(len / 2) + at(len - 1 - len / 2)),
    }
}

/// Golden checks: 90 days with three odd ones.
pub fn checks() -> Vec<Check> {
    let mut values = noise::store(90, 0.1, 1);
    for (at, by) in [(40, -0.3), (77, 0.5), (89, -0.25)] {
        if let Some(value) = values.get_mut(at) {
            *value += by;
        }
    }
    let parts = stl(&values, &[1.0; 90], super::STIFF);
    let check = |subject, of: &[f64], at: usize, expected| Check {
        subject,
        reference: "statsmodels 0.15.0 STL",
        expected,
        found: of.get(at).copied().unwrap_or(f64::NAN),
        tolerance: 1e-9,
    };
    let (trend, seasonal) = (&parts.trend, &parts.seasonal);
    vec![
        check(
            ("STL 趋势，第 1 天", "STL level, day 1"),
            trend,
            0,
            8.571_003_035_9,
        ),
        check(
            ("STL 趋势，第 46 天", "STL level, day 46"),
            trend,
            45,
            8.583_365_851_8,
        ),
        check(
            ("STL 趋势，第 90 天", "STL level, day 90"),
            trend,
            89,
            8.600_211_331_7,
        ),
        check(
            ("STL 周内，第 41 天", "STL week, day 41"),
            seasonal,
            40,
            0.141_253_222_6,
        ),
        check(
            ("STL 周内，第 90 天", "STL week, day 90"),
            seasonal,
            89,
            0.078_190_253_7,
        ),
    ]
}
