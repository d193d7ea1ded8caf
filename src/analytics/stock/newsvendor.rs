//! Stock for an event after which what is left is worth less: one order, too much and too little both cost.

use super::spread::{Shape, Spread};
use crate::analytics::selfcheck::Check;
use serde::{Deserialize, Serialize};

/// What one unit too many and one too few cost, in the same unit of money.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Costs {
    /// A unit that is left over: what was paid for it less what it still brings.
    pub too_many: f64,
    /// A unit that was wanted and missing: the margin lost.
    pub too_few: f64,
}

impl Costs {
    /// The costs of what is bought at `cost`, sold at `price` during the event and at `afterwards` after it. `None` unless
    /// selling it gains and what is left loses: otherwise one would order nothing, or without end.
    pub fn of(price: f64, cost: f64, afterwards: f64) -> Option<Costs> {
        (price > cost && cost > afterwards).then_some(Costs {
            too_many: cost - afterwards,
            too_few: price - cost,
        })
    }

    /// The critical ratio: the probability with which the stock should be enough, (p − c) ÷ (p − s).
    pub fn ratio(self) -> f64 {
        self.too_few / (self.too_few + self.too_many)
    }
}

/// A stock for an event, and what it leads one to expect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventStock {
    /// Units: whole for a count, a fraction for a normal demand.
    pub units: f64,
    /// Units expected to be left.
    pub left: f64,
    /// Units expected to be missing.
    pub missing: f64,
    /// What those left cost.
    pub left_cost: f64,
    /// What those missing cost.
    pub missing_cost: f64,
}

impl EventStock {
    /// What this stock leads one to expect.
    pub fn at(units: f64, demand: &Spread, costs: Costs) -> EventStock {
        let missing = demand.missing(units);
        let left = (units - demand.mean + missing).max(0.0);
        EventStock {
            units,
            left,
            missing,
            left_cost: left * costs.too_many,
            missing_cost: missing * costs.too_few,
        }
    }

    /// What the event costs beside one at which the demand was known.
    pub fn cost(&self) -> f64 {
        self.left_cost + self.missing_cost
    }
}

/// The stock at which the two costs add up to the least (Snyder and Shen, *Fundamentals of Supply Chain Theory*, the
/// newsvendor problem).
pub fn best(demand: &Spread, costs: Costs) -> EventStock {
    EventStock::at(demand.enough(costs.ratio()).max(0.0), demand, costs)
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let check = |subject, expected, found| Check {
        subject,
        reference: "stockpyl 1.0.2",
        expected,
        found,
        tolerance: 1e-6,
    };
    let spread = |mean, sigma, shape| Spread { mean, sigma, shape };
    let costs = |too_many, too_few| Costs { too_many, too_few };
    let normal = best(&spread(120.0, 10.0, Shape::Normal), costs(2.0, 18.0));
    let counts = best(&spread(6.0, 0.0, Shape::Counts), costs(1.0, 4.0));
    let larger = best(&spread(22.5, 0.0, Shape::Counts), costs(3.0, 10.0));
    vec![
        check(
            ("活动备货，正态：数量", "Newsvendor, normal: quantity"),
            132.815_515_655_446,
            normal.units,
        ),
        check(
            ("活动备货，正态：成本", "Newsvendor, normal: cost"),
            35.099_666_386_497_37,
            normal.cost(),
        ),
        check(
            ("活动备货，泊松：数量", "Newsvendor, Poisson: quantity"),
            8.0,
            counts.units,
        ),
        check(
            ("活动备货，泊松：成本", "Newsvendor, Poisson: cost"),
            3.570_106_945_770_937_6,
            counts.cost(),
        ),
        check(
            (
                "活动备货，泊松 22.5：数量",
                "Newsvendor, Poisson 22.5: quantity",
            ),
            26.0,
            larger.units,
        ),
        check(
            (
                "活动备货，泊松 22.5：成本",
                "Newsvendor, Poisson 22.5: cost",
            ),
            19.165_177_923_995_884,
            larger.cost(),
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
    fn what_gains_nothing_or_risks_nothing_has_no_answer() {
        assert_eq!(Costs::of(10.0, 10.0, 5.0), None);
        assert_eq!(Costs::of(10.0, 6.0, 6.0), None);
        let costs = Costs::of(10.0, 6.0, 5.0).expect("gains and risks");
        assert_eq!(costs.ratio(), 0.8);
    }

    proptest! {
        #[test]
        fn neither_more_nor_fewer_cost_less(mean in 0.5f64..200.0, more in 0.0f64..9.0, many in 1u32..20, few in 1u32..20) {
            let costs = Costs { too_many: f64::from(many), too_few: f64::from(few) };
            for shape in [Shape::Counts, Shape::Normal] {
                let demand = Spread { mean, sigma: (mean * (1.0 + more)).sqrt(), shape };
                let best = best(&demand, costs);
                prop_assert!(best.cost() <= EventStock::at(best.units + 1.0, &demand, costs).cost() + 1e-9);
                if best.units >= 1.0 {
                    prop_assert!(best.cost() <= EventStock::at(best.units - 1.0, &demand, costs).cost() + 1e-9);
                }
            }
        }
    }
}
