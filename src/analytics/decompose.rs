//! Why a sum changed: exact parts that add up to the change, to the last 分.
//!
//! An amount that is a product of factors changes because each of them did. The Shapley value (Shorrocks 2013) gives a factor
//! the mean of its effect over every order in which the factors could have changed, so that no part is left over and none is
//! named twice. It survives zeros, which a decomposition by logarithms does not.

use crate::analytics::metrics::Figures;
use crate::analytics::selfcheck::Check;
use crate::analytics::shop_days::Measure;
use crate::analytics::tally::Tally;
use serde::{Deserialize, Serialize};

/// What made a part of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// More or fewer people came.
    Visitors,
    /// More or fewer of them paid.
    Conversion,
    /// Those who paid spent more or less each.
    SpendPerBuyer,
    /// More or fewer orders were paid.
    Orders,
    /// They were larger or smaller.
    SpendPerOrder,
    /// More or less of it was refunded.
    Refunds,
}

/// The parts of a change of the amount paid after refunds, in 分. They add up to [`PaidChange::net_fen`] exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidChange {
    /// What made it, and how much.
    pub parts: Vec<(Cause, i64)>,
}

impl PaidChange {
    /// Takes the change of the amount paid after refunds from `base` to `now` apart: by visitors, conversion and spend where
    /// both sides know their visitors, else by orders and spend; refunds are a part of their own (negative when there were
    /// more of them).
    pub fn between(now: Figures<'_>, base: Figures<'_>) -> PaidChange {
        let traffic = |figures: Figures<'_>| {
            Some(Traffic {
                visitors: figures.shop.get(Measure::Visitors).ok()?,
                buyers: figures.buyer_days().ok()?,
                fen: figures.tally.paid_gross_fen,
            })
        };
        let mut parts = match (traffic(now), traffic(base)) {
            (Some(now), Some(base)) => {
                let [visitors, conversion, spend] = three_factors(now, base);
                vec![
                    (Cause::Visitors, visitors),
                    (Cause::Conversion, conversion),
                    (Cause::SpendPerBuyer, spend),
                ]
            }
            _ => {
                let side = |tally: &Tally| (tally.paid_orders, tally.paid_gross_fen);
                let (orders, spend) = count_and_mean(side(now.tally), side(base.tally));
                vec![(Cause::Orders, orders), (Cause::SpendPerOrder, spend)]
            }
        };
        let refunds = base.tally.refund_fen - now.tally.refund_fen;
        parts.push((Cause::Refunds, refunds));
        PaidChange { parts }
    }

    /// The whole change of the amount paid after refunds.
    pub fn net_fen(&self) -> i64 {
        self.parts.iter().map(|(_, fen)| fen).sum()
    }
}

/// One side of a comparison: how many came, how many of them paid, and how much in all (in 分).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// People who came.
    pub visitors: i64,
    /// Of those, people who paid.
    pub buyers: i64,
    /// What they paid, in 分.
    pub fen: i64,
}

/// The parts that visitors, conversion and spend per buyer have in the change of what was paid, in 分: they add up to it
/// exactly. Each is rounded to the 分; the 分 that is over goes to the part that was rounded most against it.
///
/// Where nobody came, or nobody paid, there is no conversion or no spend that could have changed: it counts as it is on
/// the other side.
///
/// ```
/// use dianzhang::analytics::decompose::{three_factors, Traffic};
/// let base = Traffic { visitors: 10_000, buyers: 320, fen: 5_376_000 };
/// let now = Traffic { visitors: 12_000, buyers: 336, fen: 5_880_000 };
/// assert_eq!(three_factors(now, base), [1_028_533, -755_067, 230_534]);
/// ```
pub fn three_factors(now: Traffic, base: Traffic) -> [i64; 3] {
    let ratio = |num: i64, den: i64| (den != 0).then(|| num as f64 / den as f64);
    let (v1, v0) = (now.visitors as f64, base.visitors as f64);
    let sides = |one: Option<f64>, two: Option<f64>| {
        (one.or(two).unwrap_or(0.0), two.or(one).unwrap_or(0.0))
    };
    let (c1, c0) = sides(
        ratio(now.buyers, now.visitors),
        ratio(base.buyers, base.visitors),
    );
    let (s1, s0) = sides(ratio(now.fen, now.buyers), ratio(base.fen, base.buyers));
    // Each sum in the same order whichever side is which: turning the comparison round turns the signs and no more.
    let part = |(x1, x0): (f64, f64), (y1, y0): (f64, f64), (z1, z0): (f64, f64)| {
        (x1 - x0) * (2.0 * (y0 * z0 + y1 * z1) + (y1 * z0 + y0 * z1)) / 6.0
    };
    let exact = [
        part((v1, v0), (c1, c0), (s1, s0)),
        part((c1, c0), (v1, v0), (s1, s0)),
        part((s1, s0), (v1, v0), (c1, c0)),
    ];
    let mut parts = exact.map(|part| part.round() as i64);
    let over = now.fen - base.fen - parts.iter().sum::<i64>();
    // Equal but for the last bit is equal.
    let against = |i: &usize| {
        let missed = (exact[*i] - parts[*i] as f64) * over.signum() as f64;
        (missed * 1e6).round()
    };
    if let Some(most) = (0..3).max_by(|a, b| against(a).total_cmp(&against(b))) {
        parts[most] += over;
    }
    parts
}

/// The parts that the count and the mean have in the change of a sum, each given as (count, sum).
///
/// With the mean m = sum ÷ count, the count's part is (n₁ − n₀) · (m₀ + m₁) ÷ 2, rounded half away from zero to the 分;
/// the mean's part is the rest. Where one side has no count there is no mean to change: the count has it all.
///
/// ```
/// use dianzhang::analytics::decompose::count_and_mean;
/// // 10 orders at ¥2.00 became 12 at ¥3.00: ¥20.00 → ¥36.00.
/// assert_eq!(count_and_mean((12, 3_600), (10, 2_000)), (500, 1_100));
/// ```
pub fn count_and_mean(now: (i64, i64), base: (i64, i64)) -> (i64, i64) {
    let ((n1, s1), (n0, s0)) = (now, base);
    let whole = s1 - s0;
    if n1 == 0 || n0 == 0 {
        return (whole, 0);
    }
    let (n1, s1, n0, s0) = (
        i128::from(n1),
        i128::from(s1),
        i128::from(n0),
        i128::from(s0),
    );
    // (n₁ − n₀) · (s₀/n₀ + s₁/n₁) ÷ 2 over one denominator.
    let count_part = rounded((n1 - n0) * (s0 * n1 + s1 * n0), 2 * n0 * n1);
    (count_part, whole - count_part)
}

fn rounded(num: i128, den: i128) -> i64 {
    let (num, den) = if den < 0 { (-num, -den) } else { (num, den) };
    let half_away = (num.abs() * 2 + den) / (den * 2) * num.signum();
    i64::try_from(half_away).unwrap_or(if num < 0 { i64::MIN } else { i64::MAX })
}

/// The golden values of this method.
pub fn checks() -> Vec<Check> {
    let base = Traffic {
        visitors: 10_000,
        buyers: 320,
        fen: 5_376_000,
    };
    let now = Traffic {
        visitors: 12_000,
        buyers: 336,
        fen: 5_880_000,
    };
    let parts = three_factors(now, base);
    let check = |subject, expected, fen: i64| Check {
        subject,
        reference: "R LMDIR, shapley-decomposition (PyPI)",
        expected,
        found: fen as f64 / 100.0,
        tolerance: 0.01,
    };
    vec![
        check(
            ("分解：访客数", "Decomposition: visitors"),
            10_285.333,
            parts[0],
        ),
        check(
            ("分解：支付转化率", "Decomposition: conversion"),
            -7_550.667,
            parts[1],
        ),
        check(
            ("分解：客单价", "Decomposition: spend per buyer"),
            2_305.333,
            parts[2],
        ),
        Check {
            tolerance: 0.0,
            ..check(
                ("分解：各部分之和", "Decomposition: sum of the parts"),
                5_040.0,
                parts.iter().sum(),
            )
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::shop_days::ShopSum;
    use proptest::prelude::*;

    #[test]
    fn one_factor_alone_takes_the_whole_change() {
        assert_eq!(count_and_mean((20, 2_000), (10, 1_000)), (1_000, 0));
        assert_eq!(count_and_mean((10, 1_500), (10, 1_000)), (0, 500));
        let side = |visitors, buyers, fen| Traffic {
            visitors,
            buyers,
            fen,
        };
        let base = side(100, 10, 1_000);
        assert_eq!(three_factors(side(200, 20, 2_000), base), [1_000, 0, 0]);
        assert_eq!(three_factors(side(100, 20, 2_000), base), [0, 1_000, 0]);
        assert_eq!(three_factors(side(100, 10, 2_000), base), [0, 0, 1_000]);
    }

    #[test]
    fn what_is_not_there_on_one_side_has_not_changed() {
        assert_eq!(count_and_mean((3, 900), (0, 0)), (900, 0));
        assert_eq!(count_and_mean((0, 0), (3, 900)), (-900, 0));
        let some = Traffic {
            visitors: 100,
            buyers: 10,
            fen: 1_000,
        };
        let nobody_paid = Traffic {
            buyers: 0,
            fen: 0,
            ..some
        };
        assert_eq!(three_factors(some, Traffic::default()), [1_000, 0, 0]);
        assert_eq!(three_factors(some, nobody_paid), [0, 1_000, 0]);
    }

    #[test]
    fn golden_values_come_out() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    fn side() -> impl Strategy<Value = Traffic> {
        (0i64..5_000_000, 0i64..500_000, 0i64..10_000_000_000).prop_map(
            |(visitors, buyers, fen)| {
                let buyers = buyers.min(visitors);
                Traffic {
                    visitors,
                    buyers,
                    fen: if buyers == 0 { 0 } else { fen },
                }
            },
        )
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_fen(
            n1 in 0i64..5_000_000, s1 in 0i64..1_000_000_000_000, r1 in 0i64..1_000_000_000,
            n0 in 0i64..5_000_000, s0 in 0i64..1_000_000_000_000, r0 in 0i64..1_000_000_000,
        ) {
            let tally = |paid_orders, paid_gross_fen, refund_fen| Tally { paid_orders, paid_gross_fen, refund_fen, ..Tally::default() };
            let (now, base) = (tally(n1, s1, r1), tally(n0, s0, r0));
            let shop = ShopSum::default();
            let figures = |tally| Figures { tally, lacking: &[], shop: &shop };
            let change = PaidChange::between(figures(&now), figures(&base));
            prop_assert_eq!(change.net_fen(), now.paid_net_fen() - base.paid_net_fen());
        }

        #[test]
        fn three_parts_add_up_to_the_fen_and_turn_their_signs(now in side(), base in side()) {
            let parts = three_factors(now, base);
            prop_assert_eq!(parts.iter().sum::<i64>(), now.fen - base.fen);
            prop_assert_eq!(three_factors(base, now).map(|part| -part), parts);
        }

        #[test]
        fn turning_the_comparison_round_turns_the_signs(
            n1 in 1i64..100_000, s1 in 0i64..1_000_000_000, n0 in 1i64..100_000, s0 in 0i64..1_000_000_000,
        ) {
            let (count, mean) = count_and_mean((n1, s1), (n0, s0));
            prop_assert_eq!(count_and_mean((n0, s0), (n1, s1)), (-count, -mean));
        }
    }
}
