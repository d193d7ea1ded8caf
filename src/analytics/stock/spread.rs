//! How many units are wanted over some days, as a distribution: which stock is enough with what probability, how likely it
//! is that more are wanted, how many are missing on average.

use crate::analytics::selfcheck::Check;
use crate::analytics::stats::normal;
use serde::{Deserialize, Serialize};

/// The demand of some days: its mean, how far it scatters, and how it is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Units expected.
    pub mean: f64,
    /// Standard deviation, in units.
    pub sigma: f64,
    /// The distribution that has this mean and this deviation.
    pub shape: Shape,
}

/// The distribution of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Normal: what sells every day.
    Normal,
    /// Whole units, never fewer than none: negative binomial, or Poisson where the scatter is no larger than chance makes it.
    /// For what sells now and then: the normal distribution has its bulk there where nothing is, and a tail that is too short.
    Counts,
}

/// Above this many units a count is worked out as if it were normal.
const MANY: f64 = 10_000.0;

impl Spread {
    /// Nothing is wanted, for certain.
    pub const NONE: Spread = Spread {
        mean: 0.0,
        sigma: 0.0,
        shape: Shape::Counts,
    };

    /// The stock that is enough with this probability (strictly between 0 and 1). Whole for [`Shape::Counts`]; for
    /// [`Shape::Normal`] it may be below 0.
    pub fn enough(&self, probability: f64) -> f64 {
        let Some(counts) = self.counts() else {
            return self.mean + normal::quantile(probability) * self.sigma;
        };
        let mut so_far = 0.0;
        for (units, chance) in counts {
            so_far += chance;
            if so_far >= probability || units > 2.0 * MANY {
                return units;
            }
        }
        self.mean
    }

    /// The probability that more than so many units are wanted.
    pub fn exceeds(&self, units: f64) -> f64 {
        match self.counts() {
            _ if units < 0.0 => 1.0,
            None if self.sigma > 0.0 => normal::cdf((self.mean - units) / self.sigma),
            None => f64::from(self.mean > units),
            Some(counts) => {
                let not_more = counts.take_while(|(at, _)| *at <= units);
                (1.0 - not_more.map(|(_, chance)| chance).sum::<f64>()).clamp(0.0, 1.0)
            }
        }
    }

    /// How many units are missing on average where so many are there: E\[(D − units)⁺\], the loss function of Snyder and
    /// Shen, *Fundamentals of Supply Chain Theory*.
    pub fn missing(&self, units: f64) -> f64 {
        let Some(counts) = self.counts() else {
            if self.sigma <= 0.0 {
                return (self.mean - units).max(0.0);
            }
            let z = (units - self.mean) / self.sigma;
            return self.sigma * (normal::pdf(z) - z * normal::cdf(-z)).max(0.0);
        };
        let left_over: f64 = counts
            .take_while(|(at, _)| *at < units)
            .map(|(at, chance)| (units - at) * chance)
            .sum();
        (self.mean - units + left_over).max(0.0)
    }

    /// The probabilities of 0, 1, 2, … units; `None` where the normal distribution stands for them.
    fn counts(&self) -> Option<Counts> {
        let mean = self.mean.max(0.0);
        let variance = (self.sigma * self.sigma).max(mean);
        if self.shape == Shape::Normal || mean + 8.0 * variance.sqrt() > MANY {
            return None;
        }
        if mean == 0.0 {
            return Some(Counts {
                units: 0.0,
                chance: 1.0,
                fixed: 0.0,
                growing: 0.0,
            });
        }
        let more = (variance - mean) / mean;
        let ln_none = match more {
            m if m < 1e-9 => -mean,
            m => -mean * m.ln_1p() / m,
        };
        // What is smaller cannot be told from 0, and nothing could be built upon it.
        (ln_none > -700.0).then(|| Counts {
            units: 0.0,
            chance: ln_none.exp(),
            fixed: mean * mean / variance,
            growing: (variance - mean) / variance,
        })
    }
}

/// The probabilities of a count, each from the one before it: p(n+1) = p(n) · (a + b·n) ÷ (n + 1) (Panjer 1981), which is
/// Poisson where b is 0 and negative binomial where it is above.
struct Counts {
    units: f64,
    chance: f64,
    fixed: f64,
    growing: f64,
}

impl Iterator for Counts {
    type Item = (f64, f64);

    fn next(&mut self) -> Option<(f64, f64)> {
        let this = (self.units, self.chance);
        self.units += 1.0;
        self.chance *= (self.fixed + self.growing * this.0) / self.units;
        Some(this)
    }
}

/// Golden checks: the negative binomial with mean 10 and variance 50 (scipy's `nbinom(2.5, 0.2)`), Poisson(6), N(120, 10).
pub fn checks() -> Vec<Check> {
    const SCIPY: &str = "scipy 1.17.1";
    const STOCKPYL: &str = "stockpyl 1.0.2";
    let lumpy = Spread {
        mean: 10.0,
        sigma: 50.0f64.sqrt(),
        shape: Shape::Counts,
    };
    let chance = Spread {
        mean: 6.0,
        sigma: 0.0,
        shape: Shape::Counts,
    };
    let normal = Spread {
        mean: 120.0,
        sigma: 10.0,
        shape: Shape::Normal,
    };
    let check = |subject, reference, expected, found| Check {
        subject,
        reference,
        expected,
        found,
        tolerance: 1e-9,
    };
    vec![
        check(
            (
                "负二项：超过 14 件的概率",
                "Negative binomial: more than 14",
            ),
            SCIPY,
            0.219_408_508_511_211_08,
            lumpy.exceeds(14.0),
        ),
        check(
            (
                "负二项：95 % 够用的库存",
                "Negative binomial: enough at 95 %",
            ),
            SCIPY,
            24.0,
            lumpy.enough(0.95),
        ),
        check(
            (
                "负二项：备 14 件平均缺货",
                "Negative binomial: missing at 14",
            ),
            STOCKPYL,
            1.447_786_050_798_604_7,
            lumpy.missing(14.0),
        ),
        check(
            ("泊松：超过 8 件的概率", "Poisson: more than 8"),
            SCIPY,
            0.152_762_506_015_438_84,
            chance.exceeds(8.0),
        ),
        check(
            ("泊松：备 8 件平均缺货", "Poisson: missing at 8"),
            STOCKPYL,
            0.314_021_389_154_187_54,
            chance.missing(8.0),
        ),
        check(
            (
                "正态：备 132.8155 件平均缺货",
                "Normal: missing at 132.8155",
            ),
            STOCKPYL,
            0.473_433_319_327_020_15,
            normal.missing(132.8155),
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
    fn without_demand_nothing_is_missing_and_nothing_is_needed() {
        assert_eq!(Spread::NONE.enough(0.99), 0.0);
        assert_eq!(Spread::NONE.exceeds(0.0), 0.0);
        assert_eq!(Spread::NONE.missing(0.0), 0.0);
        assert_eq!(Spread::NONE.exceeds(-1.0), 1.0);
    }

    #[test]
    fn without_scatter_the_demand_is_what_is_expected() {
        let sure = Spread {
            mean: 7.0,
            sigma: 0.0,
            shape: Shape::Normal,
        };
        assert_eq!(sure.exceeds(6.0), 1.0);
        assert_eq!(sure.exceeds(7.0), 0.0);
        assert_eq!(sure.missing(5.0), 2.0);
    }

    #[test]
    fn very_many_units_come_out_as_the_normal_distribution_says() {
        let counts = Spread {
            mean: 50_000.0,
            sigma: 900.0,
            shape: Shape::Counts,
        };
        let normal = Spread {
            shape: Shape::Normal,
            ..counts
        };
        assert_eq!(counts.enough(0.95), normal.enough(0.95));
        assert_eq!(counts.missing(51_000.0), normal.missing(51_000.0));
    }

    proptest! {
        #[test]
        fn enough_is_the_least_stock_that_is(mean in 0.01f64..300.0, more in 0.0f64..20.0, percent in 50u32..100) {
            let spread = Spread { mean, sigma: (mean * (1.0 + more)).sqrt(), shape: Shape::Counts };
            let probability = f64::from(percent) / 100.0;
            let enough = spread.enough(probability);
            prop_assert!(spread.exceeds(enough) <= 1.0 - probability + 1e-9);
            prop_assert!(enough == 0.0 || spread.exceeds(enough - 1.0) > 1.0 - probability - 1e-9);
        }

        #[test]
        fn each_further_unit_misses_less(mean in 0.0f64..300.0, more in 0.0f64..20.0, units in 0u32..500) {
            for shape in [Shape::Normal, Shape::Counts] {
                let spread = Spread { mean, sigma: (mean * (1.0 + more)).sqrt(), shape };
                let (here, next) = (spread.missing(f64::from(units)), spread.missing(f64::from(units + 1)));
                // The difference is the probability that the unit is wanted.
                prop_assert!(next <= here + 1e-9 && next >= here - 1.0 - 1e-9);
            }
        }
    }
}
