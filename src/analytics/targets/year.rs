//! The year over its quarters and months.
//!
//! From what was typed, in this order:
//! 1. A month's typed amount counts. A month all of whose days are locked counts as typed with their sum.
//! 2. A quarter's typed amount, less its typed months, goes to its other months.
//! 3. The year's typed amount, less what 1 and 2 have fixed, goes to the months that are left. With a growth typed instead,
//!    each of those aims at the same month of the year before and so much more.
//! 4. A quarter or a year that was not typed is the sum of its months, once all of them have an amount.
//!
//! What goes to several months goes by what the same months of the year before brought, where all of them are known and one
//! of them sold; else by the sum of their days' indices.

use super::findings::{Finding, Scope};
use super::spread::by_weight;
use super::typed::{Typed, WHOLE_PPM, YearAmount};
use serde::{Deserialize, Serialize};

/// An amount and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// In 分.
    pub fen: i64,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where an amount comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// It was typed.
    Typed,
    /// All its days were locked.
    Locked,
    /// A part of a whole, by what the year before brought.
    LikeYearBefore,
    /// A part of a whole, by the indices of its days.
    ByIndices,
    /// The year before and the growth that was typed.
    Grown,
    /// The sum of its parts.
    Sum,
}

/// The amounts of a year; none where none follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// The whole year.
    pub year: Option<Amount>,
    /// Its quarters.
    pub quarters: [Option<Amount>; 4],
    /// Its months.
    pub months: [Option<Amount>; 12],
}

/// What is known of a month beside what was typed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Month {
    /// The sum of its days' locked amounts, where all are locked.
    pub locked_fen: Option<i64>,
    /// The sum of its days' indices.
    pub weight: u64,
    /// What the same month of the year before brought, in 分, and how many of its days are missing.
    pub before: (i64, i32),
}

/// The amounts of a year that follow from what was typed and from the year before.
pub(super) fn amounts(typed: &Typed, months: &[Month; 12], found: &mut Vec<Finding>) -> Amounts {
    let mut amounts = Amounts::default();
    for (at, month) in months.iter().enumerate() {
        let locked = month.locked_fen.map(|fen| (fen, Origin::Locked));
        let typed = typed.months[at].map(|fen| (fen, Origin::Typed));
        amounts.months[at] = typed.or(locked).map(|(fen, origin)| Amount { fen, origin });
    }
    for (quarter, whole) in typed.quarters.iter().enumerate() {
        if let Some(whole) = whole {
            let own = quarter * 3..quarter * 3 + 3;
            let (given, open) = given_and_open(&amounts, own);
            let whole = (Scope::Quarter(quarter), *whole);
            share_out(whole, given, &open, months, &mut amounts, found);
        }
    }
    let is_typed = |month: &usize| typed.quarters[month / 3].is_some();
    let free = || (0..12).filter(|month| !is_typed(month));
    match typed.year {
        Some(YearAmount::Fen(whole)) => {
            let (given, open) = given_and_open(&amounts, free());
            let quarters: i64 = typed.quarters.iter().flatten().sum();
            let whole = (Scope::Year, whole);
            share_out(whole, quarters + given, &open, months, &mut amounts, found);
        }
        Some(YearAmount::GrowthPpm(ppm)) => {
            let (_, open) = given_and_open(&amounts, free());
            for month in open {
                match months[month].before {
                    (before, 0) => amounts.months[month] = Some(grown(before, ppm)),
                    (_, missing_days) => found.push(Finding::NoYearBefore {
                        month,
                        missing_days,
                    }),
                }
            }
        }
        None => {}
    }
    amounts.quarters = std::array::from_fn(|quarter| {
        typed.quarters[quarter]
            .map(as_typed)
            .or_else(|| sum(&amounts.months[quarter * 3..quarter * 3 + 3]))
    });
    amounts.year = match typed.year {
        Some(YearAmount::Fen(fen)) => Some(as_typed(fen)),
        _ => sum(&amounts.quarters),
    };
    amounts
}

/// What the months that have an amount come to, and the others.
fn given_and_open(amounts: &Amounts, months: impl Iterator<Item = usize>) -> (i64, Vec<usize>) {
    let mut given = 0;
    let mut open = Vec::new();
    for month in months {
        match amounts.months[month] {
            Some(amount) => given += amount.fen,
            None => open.push(month),
        }
    }
    (given, open)
}

/// Gives what is left of a whole to the months that have nothing yet.
fn share_out(
    (scope, whole_fen): (Scope, i64),
    parts_fen: i64,
    open: &[usize],
    months: &[Month; 12],
    amounts: &mut Amounts,
    found: &mut Vec<Finding>,
) {
    let rest_fen = whole_fen - parts_fen;
    if open.is_empty() && rest_fen != 0 {
        found.push(Finding::PartsDiffer {
            scope,
            whole_fen,
            parts_fen,
        });
        return;
    }
    if rest_fen < 0 {
        found.push(Finding::PartsAbove {
            scope,
            whole_fen,
            parts_fen,
        });
        return;
    }
    let before = |month: &usize| months[*month].before;
    let is_known = open.iter().all(|month| before(month).1 == 0)
        && open.iter().any(|month| before(month).0 > 0);
    let weight = |month: &usize| match is_known {
        true => before(month).0.max(0).unsigned_abs(),
        false => months[*month].weight,
    };
    let origin = match is_known {
        true => Origin::LikeYearBefore,
        false => Origin::ByIndices,
    };
    let weights: Vec<u64> = open.iter().map(weight).collect();
    for (month, fen) in open.iter().zip(by_weight(rest_fen, &weights)) {
        amounts.months[*month] = Some(Amount { fen, origin });
    }
}

/// An amount of the year before and so much more, rounded half up to the 分.
fn grown(before_fen: i64, ppm: i64) -> Amount {
    let whole = i128::from(WHOLE_PPM);
    let product = i128::from(before_fen.max(0)) * (whole + i128::from(ppm));
    Amount {
        fen: i64::try_from((product + whole / 2) / whole).unwrap_or(i64::MAX),
        origin: Origin::Grown,
    }
}

fn as_typed(fen: i64) -> Amount {
    Amount {
        fen,
        origin: Origin::Typed,
    }
}

fn sum(parts: &[Option<Amount>]) -> Option<Amount> {
    let amounts = parts.iter().map(|part| part.map(|amount| amount.fen));
    amounts.sum::<Option<i64>>().map(|fen| Amount {
        fen,
        origin: Origin::Sum,
    })
}
