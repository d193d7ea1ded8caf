//! An amount over its parts, exact in 分: every part gets the whole 分 of what its weight is worth, and the 分 that are then
//! left go to the largest remainders (Hamilton's method).

use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The parts of an amount by their weights, in the order of the weights. They add up to the amount exactly; none is
/// negative. Of equal remainders the earlier part gets the 分. Weights that are all 0 count as equal.
///
/// The amount is not negative; no weights, no parts.
///
/// ```
/// use dianzhang::analytics::targets::by_weight;
/// assert_eq!(by_weight(100, &[1, 1, 1]), [34, 33, 33]);
/// ```
pub fn by_weight(amount_fen: i64, weights: &[u64]) -> Vec<i64> {
    let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    let amount = u128::from(amount_fen.max(0).unsigned_abs());
    let parts: Vec<(u128, u128)> = match sum {
        0 => {
            let count = (weights.len() as u128).max(1);
            vec![(amount / count, amount % count); weights.len()]
        }
        _ => weights
            .iter()
            .map(|w| (amount * u128::from(*w) / sum, amount * u128::from(*w) % sum))
            .collect(),
    };
    let given: u128 = parts.iter().map(|p| p.0).sum();
    let left = usize::try_from(amount - given).unwrap_or(usize::MAX);
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(parts[at].1), at));
    let mut fen: Vec<i64> = parts.iter().map(|p| p.0 as i64).collect();
    for at in order.into_iter().take(left) {
        fen[at] += 1;
    }
    fen
}

/// Why a month cannot be spread over its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unspreadable {
    /// The locked days alone come to more than the month.
    LockedAbove {
        /// The month's target in 分.
        target_fen: i64,
        /// The locked days' in 分.
        locked_fen: i64,
    },
    /// Every day is locked, and together they are not the month.
    LockedDiffer {
        /// The month's target in 分.
        target_fen: i64,
        /// The locked days' in 分.
        locked_fen: i64,
    },
}

/// A month's target over its days: the locked ones as they are, the rest over the others by their weights. The days add up
/// to the target exactly. In whatever order they are given, the earlier of two days with equal remainders gets the 分.
///
/// # Errors
/// [`Unspreadable`] when the locked days leave no amount for the others.
pub fn spread(
    target_fen: i64,
    days: &[(Day, u64)],
    locked: &BTreeMap<Day, i64>,
) -> Result<BTreeMap<Day, i64>, Unspreadable> {
    let sorted: BTreeMap<Day, u64> = days.iter().copied().collect();
    let is_locked = |day: &Day| locked.contains_key(day);
    let (held, open): (Vec<_>, Vec<_>) = sorted.iter().partition(|(day, _)| is_locked(day));
    let locked_fen = held.iter().map(|(day, _)| locked[*day]).sum();
    let rest_fen = target_fen - locked_fen;
    if rest_fen != 0 && open.is_empty() && !sorted.is_empty() {
        return Err(Unspreadable::LockedDiffer {
            target_fen,
            locked_fen,
        });
    }
    if rest_fen < 0 {
        return Err(Unspreadable::LockedAbove {
            target_fen,
            locked_fen,
        });
    }
    let weights: Vec<u64> = open.iter().map(|(_, weight)| **weight).collect();
    let parts = open.into_iter().map(|(day, _)| *day);
    let mut spread: BTreeMap<Day, i64> = parts.zip(by_weight(rest_fen, &weights)).collect();
    spread.extend(held.into_iter().map(|(day, _)| (*day, locked[day])));
    Ok(spread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_without_weight_get_nothing_unless_all_are_so() {
        assert_eq!(by_weight(10, &[0, 3, 0]), [0, 10, 0]);
        assert_eq!(by_weight(10, &[0, 0, 0]), [4, 3, 3]);
        assert_eq!(by_weight(10, &[]), [0i64; 0]);
    }

    #[test]
    fn locked_days_stay_and_the_rest_is_spread_again() {
        let days = [(Day(1), 1), (Day(2), 1), (Day(3), 2)];
        let locked = BTreeMap::from([(Day(2), 40)]);
        let spread = spread(100, &days, &locked).expect("room for the rest");
        assert_eq!(
            spread.into_iter().collect::<Vec<_>>(),
            [(Day(1), 20), (Day(2), 40), (Day(3), 40)]
        );
    }

    #[test]
    fn locked_days_above_the_month_are_told_with_both_numbers() {
        let days = [(Day(1), 1), (Day(2), 1)];
        let above = spread(100, &days, &BTreeMap::from([(Day(2), 101)]));
        assert_eq!(
            above,
            Err(Unspreadable::LockedAbove {
                target_fen: 100,
                locked_fen: 101
            })
        );
    }

    #[test]
    fn a_month_of_locked_days_must_be_their_sum() {
        let days = [(Day(1), 1), (Day(2), 1)];
        let locked = BTreeMap::from([(Day(1), 30), (Day(2), 60)]);
        assert_eq!(
            spread(100, &days, &locked),
            Err(Unspreadable::LockedDiffer {
                target_fen: 100,
                locked_fen: 90
            })
        );
        assert_eq!(spread(90, &days, &locked), Ok(locked));
    }

    /// Days from 0 on with weights, each locked or not.
    fn months() -> impl Strategy<Value = (Vec<(Day, u64)>, BTreeMap<Day, i64>)> {
        let day = (
            any::<u64>(),
            prop::option::weighted(0.2, 0i64..1_000_000_000),
        );
        prop::collection::vec(day, 1..32).prop_map(|days| {
            let numbered = || (0..).map(Day).zip(&days);
            let weights = numbered()
                .map(|(day, (weight, _))| (day, *weight))
                .collect();
            let locked = numbered().filter_map(|(day, (_, fen))| Some((day, (*fen)?)));
            (weights, locked.collect())
        })
    }

    proptest! {
        #[test]
        fn the_days_are_the_month_and_none_is_negative(
            (days, locked) in months(), above in 0i64..super::super::MAX_FEN,
        ) {
            let locked_fen: i64 = locked.values().sum();
            let target = locked_fen + if locked.len() < days.len() { above } else { 0 };
            let spread = spread(target, &days, &locked).expect("the locked days fit");
            prop_assert_eq!(spread.values().sum::<i64>(), target);
            prop_assert_eq!(spread.len(), days.len());
            prop_assert!(spread.values().all(|fen| *fen >= 0));
            prop_assert!(locked.iter().all(|(day, fen)| spread[day] == *fen));
        }

        #[test]
        fn a_part_is_less_than_a_fen_from_its_worth(
            amount in 0i64..super::super::MAX_FEN, weights in prop::collection::vec(1u64..1_000_000, 1..32),
        ) {
            let sum: i128 = weights.iter().map(|w| i128::from(*w)).sum();
            for (part, weight) in by_weight(amount, &weights).into_iter().zip(&weights) {
                let off = i128::from(part) * sum - i128::from(amount) * i128::from(*weight);
                prop_assert!(off.abs() < sum);
            }
        }

        #[test]
        fn the_order_in_which_the_days_are_given_does_not_matter(
            (days, locked) in months(), above in 0i64..super::super::MAX_FEN, turn in any::<prop::sample::Index>(),
        ) {
            let target = locked.values().sum::<i64>() + above;
            let mut turned = days.clone();
            turned.rotate_left(turn.index(days.len()));
            turned.reverse();
            prop_assert_eq!(spread(target, &turned, &locked), spread(target, &days, &locked));
        }

        #[test]
        fn a_locked_sum_that_does_not_fit_is_refused(
            (days, locked) in months(), below in 1i64..1_000_000,
        ) {
            let locked_fen: i64 = locked.values().sum();
            prop_assume!(!locked.is_empty() && locked_fen >= below);
            let refused = spread(locked_fen - below, &days, &locked).expect_err("too little for the locked days");
            let found = match refused {
                Unspreadable::LockedAbove { target_fen, locked_fen }
                | Unspreadable::LockedDiffer { target_fen, locked_fen } => (target_fen, locked_fen),
            };
            prop_assert_eq!(found, (locked_fen - below, locked_fen));
        }
    }
}
