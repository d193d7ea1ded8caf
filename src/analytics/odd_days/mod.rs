//! Odd days: which days of a series do not fit what their time and their weekday lead one to expect.
//!
//! The series is taken apart on the log scale by a stiff robust STL, so that a drop of a quarter is as odd in a small month as in
//! a large one; what is left of a day is held against the usual size of what is left (1.4826 × the median of its absolute
//! values). From [`THRESHOLD`] times that on the day is odd. Stiff means that a weekday is smoothed over 35 weeks and the level
//! over 29 days: with the usual windows STL follows an odd last day and so hides it.
//!
//! Days of a campaign are *masked*: they are neither judged nor is anything learned from them, what is expected of them is what
//! a plain day would have brought. A missing day is smoothed over in the same way. What is odd is never said to be a mistake,
//! and no method finds every odd day: [`OddDays::power`] says how far off a day must be to be found.
//!
//! What the days are, money or people, and where they come from is the caller's business.

pub mod esd;
mod loess;
mod power;
mod stl;
#[cfg(test)]
mod tests;

use crate::analytics::selfcheck::Check;
use crate::i18n::Words;
use crate::model::time::Day;
pub use power::{Change, Power};
use serde::{Deserialize, Serialize};
use stl::{PERIOD, Windows, median, stl};

/// From how many usual deviations on a day is odd (Iglewicz, Hoaglin 1993).
pub const THRESHOLD: f64 = 3.5;
/// With fewer days that can be used nothing is said: eight weeks.
pub const LEAST_DAYS: usize = 56;
/// With fewer days of any weekday nothing is said.
pub const LEAST_OF_WEEKDAY: usize = 4;
/// What lies before more missing days in a row than this is left out: nothing is known of the level across them.
pub const LONGEST_GAP: usize = 28;
/// The usual deviation is never taken for less than this, in ln: series without noise would make every day odd.
pub const LEAST_SCALE: f64 = 0.01;
/// A day is not taken for less than this part of the median day, so that a day without sales has a logarithm.
const LEAST_OF_MEDIAN: f64 = 0.01;
/// What a day that is missing or masked counts for: its value is made up and must not move anything that others hold.
const MADE_UP: f64 = 1e-6;
const STIFF: Windows = Windows {
    seasonal: 35,
    trend: 29,
};

/// What no screen with odd days may leave out.
pub const FIXED_WEEKDAYS: Words = (
    "每周固定日子的促销（如周二特价）与星期本身的高低分不开，不会被标出",
    "A promotion on the same weekday of every week cannot be told from the weekday itself and is never marked",
);

/// A series to judge.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// The first day.
    pub first: Day,
    /// The value of each day from then on, `None` where nothing is known. Below 0 counts as 0.
    pub values: &'a [Option<f64>],
    /// Days of a campaign; what lies beyond its end is not masked.
    pub masked: &'a [bool],
    /// Whether the values are counts. n cases vary by √n without anything being odd.
    pub counts: bool,
}

/// A day and what was expected of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedDay {
    /// The day.
    pub day: Day,
    /// What it brought; `None` where nothing is known.
    pub observed: Option<f64>,
    /// What a plain day would bring here.
    pub expected: f64,
    /// How many usual deviations, on the log scale, it lies above (or below) that.
    pub score: Option<f64>,
    /// Whether it is odd. Never, when masked.
    pub is_odd: bool,
    /// Whether it is a day of a campaign.
    pub masked: bool,
}

/// A judged series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OddDays {
    /// The days, in order, none left out. Behind a gap of more than [`LONGEST_GAP`] days only those after it.
    pub days: Vec<JudgedDay>,
    /// The usual deviation of a day from what is expected of it, in ln; 0.1 is some 10 %.
    pub scale: f64,
    /// Days that could be used.
    pub used: usize,
    /// What a newest day must do to be found.
    pub power: Power,
}

/// Why a series is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotJudged {
    /// Too few days that are known, not masked and not behind a long gap.
    TooShort {
        /// So many there are.
        have: usize,
        /// So many it takes.
        need: usize,
    },
    /// A weekday of which there are too few: a store that is closed on Sundays, say.
    TooFewOf {
        /// 0 for Monday.
        weekday: u32,
        /// So many there are.
        have: usize,
        /// So many it takes.
        need: usize,
    },
    /// On half of the days and more there is nothing: no series, single cases.
    MostlyNothing,
}

/// Judges each day of a series.
pub fn judge(series: &Series<'_>) -> Result<OddDays, NotJudged> {
    let start = after_gap(series.values);
    let values = series.values.get(start..).unwrap_or_default();
    let masked = |at: usize| series.masked.get(start + at).copied().unwrap_or(false);
    let first = series.first.plus(start as i32);
    let usable: Vec<Option<f64>> = values
        .iter()
        .enumerate()
        .map(|(at, value)| value.filter(|_| !masked(at)).map(|value| value.max(0.0)))
        .collect();
    enough(first, &usable)?;
    let usual = median(usable.iter().flatten().copied().collect());
    if usual <= 0.0 {
        return Err(NotJudged::MostlyNothing);
    }
    let ln = |value: f64| value.max(LEAST_OF_MEDIAN * usual).ln();
    let logs: Vec<Option<f64>> = usable.iter().map(|value| value.map(ln)).collect();
    let weights: Vec<f64> = logs
        .iter()
        .map(|log| if log.is_some() { 1.0 } else { MADE_UP })
        .collect();
    let parts = stl(&made_up(&logs), &weights, STIFF);
    let expected: Vec<f64> = parts
        .trend
        .iter()
        .zip(&parts.seasonal)
        .map(|(a, b)| a + b)
        .collect();
    let rests = logs.iter().zip(&expected);
    let rests: Vec<f64> = rests
        .filter_map(|(log, expected)| Some((log.as_ref()? - expected).abs()))
        .collect();
    let used = rests.len();
    let scale = (MAD_TO_SIGMA * median(rests)).max(LEAST_SCALE);
    let judged = values.iter().zip(&expected).enumerate();
    let days: Vec<JudgedDay> = judged
        .map(|(at, (observed, log))| {
            let expected = log.exp();
            let of_day = of_day(scale, expected, series.counts);
            let score = observed.map(|value| (ln(value) - log) / of_day);
            let masked = masked(at);
            JudgedDay {
                day: first.plus(at as i32),
                observed: *observed,
                expected,
                score,
                is_odd: !masked && score.is_some_and(|score| score.abs() > THRESHOLD),
                masked,
            }
        })
        .collect();
    let newest = days.last().map_or(usual, |day| day.expected);
    Ok(OddDays {
        power: Power::of(of_day(scale, newest, series.counts), used),
        days,
        scale,
        used,
    })
}

/// The median absolute rest of normal noise to its deviation.
const MAD_TO_SIGMA: f64 = 1.482_602_218_505_602;

/// The usual deviation of a day of which so much is expected.
fn of_day(scale: f64, expected: f64, counts: bool) -> f64 {
    if counts {
        scale.max(1.0 / expected.max(1.0).sqrt())
    } else {
        scale
    }
}

/// Where the days behind the last long gap begin.
pub(super) fn after_gap(values: &[Option<f64>]) -> usize {
    let (mut start, mut missing) = (0, LONGEST_GAP + 1);
    for (at, value) in values.iter().enumerate() {
        if value.is_none() {
            missing += 1;
            continue;
        }
        if missing > LONGEST_GAP {
            start = at;
        }
        missing = 0;
    }
    start
}

/// Whether there are days enough.
fn enough(first: Day, usable: &[Option<f64>]) -> Result<(), NotJudged> {
    let have = usable.iter().flatten().count();
    if have < LEAST_DAYS {
        return Err(NotJudged::TooShort {
            have,
            need: LEAST_DAYS,
        });
    }
    let mut of_weekday = [0; PERIOD];
    for (at, _) in usable.iter().enumerate().filter(|(_, v)| v.is_some()) {
        let weekday = first.plus(at as i32).weekday().num_days_from_monday();
        if let Some(count) = of_weekday.get_mut(weekday as usize) {
            *count += 1;
        }
    }
    match of_weekday.iter().zip(0..).min_by_key(|(have, _)| **have) {
        Some((have, weekday)) if *have < LEAST_OF_WEEKDAY => Err(NotJudged::TooFewOf {
            weekday,
            have: *have,
            need: LEAST_OF_WEEKDAY,
        }),
        _ => Ok(()),
    }
}

/// A value for every day: what is not known lies on the line between the same weekdays before and after it, at the ends it is the
/// nearest of them.
fn made_up(logs: &[Option<f64>]) -> Vec<f64> {
    let known = |at: Option<usize>| at.and_then(|at| logs.get(at).copied().flatten());
    let value = |at: usize| {
        let before = (1..=at / PERIOD)
            .find_map(|weeks| Some((weeks as f64, known(at.checked_sub(weeks * PERIOD))?)));
        let after = (1..=(logs.len() - at) / PERIOD)
            .find_map(|weeks| Some((weeks as f64, known(Some(at + weeks * PERIOD))?)));
        match (before, after) {
            (Some((back, a)), Some((ahead, b))) => (a * ahead + b * back) / (back + ahead),
            (Some((_, one)), None) | (None, Some((_, one))) => one,
            (None, None) => 0.0,
        }
    };
    logs.iter()
        .enumerate()
        .map(|(at, log)| log.unwrap_or_else(|| value(at)))
        .collect()
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    [stl::checks(), esd::checks()].concat()
}
