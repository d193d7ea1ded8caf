//! What is to be said of targets that were typed: what is against what, and what is missing.

use super::spread::Unspreadable;
use super::typed::{MAX_FEN, Share, Typed, WHOLE_PPM, YearAmount};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};

/// A part of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// All of it.
    Year,
    /// A quarter, from 0.
    Quarter(usize),
    /// A month, from 0.
    Month(usize),
    /// A day.
    Day(Day),
}

/// Something to be said of what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    /// An amount below 0 or above [`MAX_FEN`]; it counts as not typed.
    OutOfRange {
        /// Whose.
        scope: Scope,
        /// The amount in 分.
        fen: i64,
    },
    /// The parts that were typed come to more than the whole: nothing is left for the others, which have no amount.
    PartsAbove {
        /// The whole.
        scope: Scope,
        /// Its amount in 分.
        whole_fen: i64,
        /// Theirs.
        parts_fen: i64,
    },
    /// All parts were typed, and they do not come to the whole. The parts count.
    PartsDiffer {
        /// The whole.
        scope: Scope,
        /// Its amount in 分.
        whole_fen: i64,
        /// Theirs.
        parts_fen: i64,
    },
    /// The locked days do not fit the month: only they have a target.
    Locked {
        /// The month, from 0.
        month: usize,
        /// How they do not fit.
        why: Unspreadable,
    },
    /// A growth was typed, and the same month of the year before is not known: the month has no target.
    NoYearBefore {
        /// The month, from 0.
        month: usize,
        /// How many of its days are missing in the year before.
        missing_days: i32,
    },
    /// A growth below −100 % or above +10 000 %; it counts as not typed.
    GrowthOutOfRange {
        /// In millionths.
        ppm: i64,
    },
    /// The shares come to more than the whole: nobody has a target.
    SharesAbove {
        /// All of them, in millionths.
        ppm: i64,
    },
    /// The weekday indices that were typed are all 0; they count as equal.
    NoWeekdays,
    /// Visitors, conversion and spend per buyer multiply to another amount than the month's target.
    ProductDiffers {
        /// The month, from 0.
        month: usize,
        /// Its target in 分.
        target_fen: i64,
        /// What the three come to, in 分.
        product_fen: i64,
    },
    /// A locked day does not lie in the year; it counts for nothing.
    OutsideYear {
        /// The day.
        day: Day,
    },
}

impl Finding {
    /// Whether something typed cannot be as it stands. The others only explain.
    pub fn is_error(&self) -> bool {
        !matches!(
            self,
            Finding::NoYearBefore { .. } | Finding::ProductDiffers { .. }
        )
    }
}

/// The highest growth that is taken for one, in millionths.
const MAX_GROWTH_PPM: i64 = 100 * WHOLE_PPM;

/// Takes out of what was typed what cannot be meant, and says so.
pub(super) fn sound(typed: &Typed, days: &dyn Fn(Day) -> bool) -> (Typed, Vec<Finding>) {
    let mut found = Vec::new();
    let mut sound = typed.clone();
    let mut check = |scope: Scope, amount: &mut Option<i64>| {
        if let Some(fen) = amount.filter(|fen| !(0..=MAX_FEN).contains(fen)) {
            found.push(Finding::OutOfRange { scope, fen });
            *amount = None;
        }
    };
    if let Some(YearAmount::Fen(fen)) = sound.year {
        let mut amount = Some(fen);
        check(Scope::Year, &mut amount);
        sound.year = amount.map(YearAmount::Fen);
    }
    for (at, amount) in sound.quarters.iter_mut().enumerate() {
        check(Scope::Quarter(at), amount);
    }
    for (at, amount) in sound.months.iter_mut().enumerate() {
        check(Scope::Month(at), amount);
    }
    sound.locked.retain(|day, fen| {
        let mut amount = Some(*fen);
        check(Scope::Day(*day), &mut amount);
        amount.is_some()
    });
    for day in typed.locked.keys().filter(|day| !days(**day)) {
        found.push(Finding::OutsideYear { day: *day });
    }
    sound.locked.retain(|day, _| days(*day));
    if let Some(YearAmount::GrowthPpm(ppm)) = sound.year
        && !(-WHOLE_PPM..=MAX_GROWTH_PPM).contains(&ppm)
    {
        found.push(Finding::GrowthOutOfRange { ppm });
        sound.year = None;
    }
    if sound.weekdays.is_some_and(|indices| indices == [0; 7]) {
        found.push(Finding::NoWeekdays);
    }
    let ppm = Share::sum_ppm(&sound.shares);
    if ppm > WHOLE_PPM {
        found.push(Finding::SharesAbove { ppm });
        sound.shares.clear();
    }
    (sound, found)
}
