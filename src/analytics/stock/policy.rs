//! When to order and how much: safety stock and reorder point over an uncertain lead time, and the quantity that orders and
//! keeps at the least cost.
//!
//! The demand of different days is taken as independent. What is wanted in one week because it was sold out in the last
//! is not known here.

use super::spread::{Shape, Spread};
use crate::analytics::selfcheck::Check;
use crate::analytics::stats::normal;
use serde::{Deserialize, Serialize};

/// The demand of one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PerDay {
    /// Units a day.
    pub mean: f64,
    /// Standard deviation of a day, in units.
    pub sigma: f64,
}

/// The days from the order to the goods.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lead {
    /// Mean, in days.
    pub days: f64,
    /// Standard deviation, in days.
    pub sigma: f64,
}

impl Lead {
    /// With the days until one may order again: what is ordered now has to last until the next order arrives.
    pub fn and_review(self, days: i32) -> Lead {
        Lead {
            days: self.days + f64::from(days),
            ..self
        }
    }

    /// The demand of these days: mean d̄·L, variance L·σ_d² + d̄²·σ_L² (King 2011, *Crack the Code: Understanding safety
    /// stock and mastering its equations*).
    pub fn demand(self, day: PerDay, shape: Shape) -> Spread {
        Spread {
            mean: day.mean * self.days,
            sigma: (self.days * day.sigma.powi(2) + (day.mean * self.sigma).powi(2)).sqrt(),
            shape,
        }
    }
}

/// What lies between the expected demand and the stock that is enough with this probability, never below 0: z·σ for a
/// normal demand. The probability is that of a cycle without a stock-out (cycle service level).
pub fn safety_stock(demand: &Spread, service: f64) -> f64 {
    (demand.enough(service) - demand.mean).max(0.0)
}

/// The stock, what is on order included, below which one has to order.
pub fn reorder_point(demand: &Spread, service: f64) -> f64 {
    demand.mean + safety_stock(demand, service)
}

/// How much to order at once.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Economic {
    /// Units an order.
    pub units: f64,
    /// What ordering and keeping them costs in the unit of time, in the unit of the costs given.
    pub cost: f64,
}

/// The economic order quantity √(2·K·d ÷ h): an order costs `per_order` however large it is, a unit `keeping` for being kept
/// over a unit of time, and `demand` units are wanted in one. `None` unless all are above 0. (Harris 1913.)
pub fn economic(per_order: f64, keeping: f64, demand: f64) -> Option<Economic> {
    let is_possible = per_order > 0.0 && keeping > 0.0 && demand > 0.0;
    is_possible.then(|| Economic {
        units: (2.0 * per_order * demand / keeping).sqrt(),
        cost: (2.0 * per_order * demand * keeping).sqrt(),
    })
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    const KING: &str = "King 2011; scipy 1.17.1";
    const STOCKPYL: &str = "stockpyl 1.0.2";
    let day = PerDay {
        mean: 20.0,
        sigma: 6.0,
    };
    let lead = Lead {
        days: 9.0,
        sigma: 2.0,
    };
    let demand = lead.demand(day, Shape::Normal);
    let one = economic(8.0, 0.225, 1_300.0);
    let found = |part: fn(Economic) -> f64| one.map_or(f64::NAN, part);
    let check = |subject, reference, expected, found| Check {
        subject,
        reference,
        expected,
        found,
        tolerance: 1e-6,
    };
    vec![
        check(
            ("安全库存，95 %", "Safety stock at 95 %"),
            KING,
            72.148_912_713_079_57,
            safety_stock(&demand, 0.95),
        ),
        check(
            ("再订货点，95 %", "Reorder point at 95 %"),
            KING,
            252.148_912_713_079_57,
            reorder_point(&demand, 0.95),
        ),
        check(
            ("安全库存，98 %", "Safety stock at 98 %"),
            KING,
            90.084_460_075_868_63,
            safety_stock(&demand, 0.98),
        ),
        check(
            ("服务水平 95 % 的 z", "z of a service level of 95 %"),
            "scipy 1.17.1",
            1.644_853_626_951_472_2,
            normal::quantile(0.95),
        ),
        check(
            ("经济订货量", "Economic order quantity"),
            STOCKPYL,
            304.046_780_026_436_8,
            found(|e| e.units),
        ),
        check(
            ("经济订货量的成本", "Cost of the economic order quantity"),
            STOCKPYL,
            68.410_525_505_948_29,
            found(|e| e.cost),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn the_weekly_review_makes_the_days_longer_and_not_less_certain() {
        let lead = Lead {
            days: 9.0,
            sigma: 2.0,
        };
        let day = PerDay {
            mean: 20.0,
            sigma: 6.0,
        };
        let demand = lead.and_review(7).demand(day, Shape::Normal);
        assert_eq!(demand.mean, 320.0);
        assert!((demand.sigma - (16.0f64 * 36.0 + 400.0 * 4.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn what_hardly_sells_needs_no_safety_below_nothing() {
        let demand = Spread {
            mean: 0.02,
            sigma: 0.2,
            shape: Shape::Counts,
        };
        assert_eq!(safety_stock(&demand, 0.95), 0.0);
        assert_eq!(reorder_point(&demand, 0.95), 0.02);
    }

    #[test]
    fn what_costs_nothing_has_no_economic_quantity() {
        assert_eq!(economic(0.0, 1.0, 1.0), None);
        assert_eq!(economic(1.0, 0.0, 1.0), None);
        assert_eq!(economic(1.0, 1.0, 0.0), None);
    }
}
