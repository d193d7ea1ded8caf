//! Why a sum changed: exact parts that add up to the change, to the last 分.
//!
//! An amount that is a count times a mean changes because the count did and because the mean did. The Shapley value of the
//! two factors gives each the mean of its effect in either order, so that no part is left over and none is named twice.

use crate::analytics::tally::Tally;

/// The parts of a change of the amount paid, in 分. They add up to [`PaidChange::net_fen`] exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidChange {
    /// What more or fewer paid orders made.
    pub orders_fen: i64,
    /// What a higher or lower spend per order made.
    pub spend_fen: i64,
    /// What refunds made: negative when there were more of them.
    pub refunds_fen: i64,
}

impl PaidChange {
    /// Takes the change of the amount paid after refunds from `base` to `now` apart.
    pub fn between(now: &Tally, base: &Tally) -> PaidChange {
        let (orders_fen, spend_fen) = count_and_mean(
            (now.paid_orders, now.paid_gross_fen),
            (base.paid_orders, base.paid_gross_fen),
        );
        PaidChange {
            orders_fen,
            spend_fen,
            refunds_fen: base.refund_fen - now.refund_fen,
        }
    }

    /// The whole change of the amount paid after refunds.
    pub fn net_fen(self) -> i64 {
        self.orders_fen + self.spend_fen + self.refunds_fen
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_factor_alone_takes_the_whole_change() {
        assert_eq!(count_and_mean((20, 2_000), (10, 1_000)), (1_000, 0));
        assert_eq!(count_and_mean((10, 1_500), (10, 1_000)), (0, 500));
    }

    #[test]
    fn from_nothing_the_orders_made_it() {
        assert_eq!(count_and_mean((3, 900), (0, 0)), (900, 0));
        assert_eq!(count_and_mean((0, 0), (3, 900)), (-900, 0));
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_fen(
            n1 in 0i64..5_000_000, s1 in 0i64..1_000_000_000_000, r1 in 0i64..1_000_000_000,
            n0 in 0i64..5_000_000, s0 in 0i64..1_000_000_000_000, r0 in 0i64..1_000_000_000,
        ) {
            let tally = |paid_orders, paid_gross_fen, refund_fen| Tally { paid_orders, paid_gross_fen, refund_fen, ..Tally::default() };
            let (now, base) = (tally(n1, s1, r1), tally(n0, s0, r0));
            prop_assert_eq!(PaidChange::between(&now, &base).net_fen(), now.paid_net_fen() - base.paid_net_fen());
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
