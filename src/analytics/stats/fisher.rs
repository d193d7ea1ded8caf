//! Fisher's exact test of a table of two by two.

use super::gamma::ln_gamma;
use crate::analytics::selfcheck::Check;

/// How many there are with both of two marks, with one of them only, with neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// With both.
    pub both: u64,
    /// With the first only.
    pub first: u64,
    /// With the second only.
    pub second: u64,
    /// With neither.
    pub neither: u64,
}

impl Table {
    /// The probability that at least as many have both when the two marks have nothing to do with each other: the p of the
    /// one-sided test (Fisher 1935). Below some 1e-300 it is 0. Its error grows with the table, to 1e-7 of it at millions.
    pub fn p_greater(&self) -> f64 {
        let Table {
            both,
            first,
            second,
            neither,
        } = *self;
        let is_above_expected =
            u128::from(both) * u128::from(neither) > u128::from(first) * u128::from(second);
        // Summed where the terms become smaller.
        if is_above_expected {
            sum(self.probability(), [first, second], [both, neither])
        } else if both == 0 || neither == 0 {
            1.0
        } else {
            let below = Table {
                both: both - 1,
                first: first + 1,
                second: second + 1,
                neither: neither - 1,
            };
            1.0 - sum(
                below.probability(),
                [below.both, below.neither],
                [below.first, below.second],
            )
        }
    }

    /// The probability of this table among those with its sums.
    fn probability(&self) -> f64 {
        let ln_factorial = |n: u64| ln_gamma(n as f64 + 1.0);
        let (a, b, c, d) = (self.both, self.first, self.second, self.neither);
        let sums = [a + b, c + d, a + c, b + d].map(ln_factorial);
        let cells = [a, b, c, d].map(ln_factorial);
        let ln = sums.iter().sum::<f64>() - cells.iter().sum::<f64>() - ln_factorial(a + b + c + d);
        ln.exp()
    }
}

/// Adds the probabilities of a table and of all in which two of its cells are smaller and the other two larger.
fn sum(first: f64, smaller: [u64; 2], larger: [u64; 2]) -> f64 {
    let (mut total, mut term) = (first, first);
    let [b, c] = smaller.map(|n| n as f64);
    let [a, d] = larger.map(|n| n as f64);
    for step in 0..smaller[0].min(smaller[1]) {
        let step = step as f64;
        term *= (b - step) * (c - step) / ((a + step + 1.0) * (d + step + 1.0));
        total += term;
        if term <= total * 1e-18 {
            break;
        }
    }
    total.min(1.0)
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let check = |subject, table: [u64; 4], expected: f64| {
        let [both, first, second, neither] = table;
        let table = Table {
            both,
            first,
            second,
            neither,
        };
        Check {
            subject,
            reference: "scipy 1.17.1",
            expected,
            found: table.p_greater(),
            tolerance: 1e-10 * expected,
        }
    };
    vec![
        check(
            ("Fisher 检验：8, 2, 1, 5", "Fisher's test: 8, 2, 1, 5"),
            [8, 2, 1, 5],
            0.024_475_524_475_524_483,
        ),
        check(
            (
                "Fisher 检验：30, 70, 40, 860",
                "Fisher's test: 30, 70, 40, 860",
            ),
            [30, 70, 40, 860],
            3.500_283_545_372_608e-14,
        ),
        check(
            (
                "Fisher 检验：10, 90, 200, 700",
                "Fisher's test: 10, 90, 200, 700",
            ),
            [10, 90, 200, 700],
            0.999_311_757_806_868,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn what_cannot_be_otherwise_is_certain() {
        let table = |both, first, second, neither| Table {
            both,
            first,
            second,
            neither,
        };
        assert!((table(3, 1, 1, 0).p_greater() - 1.0).abs() < 1e-12);
        assert_eq!(table(0, 5, 5, 5).p_greater(), 1.0);
        assert!((table(0, 0, 0, 0).p_greater() - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn all_tables_with_the_same_sums_add_up_to_one(first_sum in 1u64..60, second_sum in 1u64..60, rest in 0u64..60) {
            let all = first_sum + second_sum + rest;
            let table = |both: u64| Table {
                both,
                first: first_sum - both,
                second: second_sum - both,
                neither: all + both - first_sum - second_sum,
            };
            let most = first_sum.min(second_sum);
            let sum: f64 = (0..=most).map(|both| table(both).probability()).sum();
            prop_assert!((sum - 1.0).abs() < 1e-10);
            let mut above = 0.0;
            for both in (0..=most).rev() {
                above += table(both).probability();
                prop_assert!((table(both).p_greater() - above).abs() < 1e-10);
            }
        }
    }
}
