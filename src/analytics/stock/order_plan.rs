//! In which periods to order when what is wanted in each is known: a production plan, a promotion that is spread over weeks.

use crate::analytics::selfcheck::Check;
use serde::{Deserialize, Serialize};

/// A plan of orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderPlan {
    /// What to order for the start of each period.
    pub units: Vec<i64>,
    /// What ordering and keeping cost in all, in the unit of the costs given.
    pub cost: f64,
}

/// The plan of least cost (Wagner and Whitin 1958): an order costs `per_order` however large it is, a unit `keeping` for each
/// period that it is kept over. Of plans that cost the same, the one that orders latest. Demands below 0 count as 0.
///
/// Grows with the square of the number of periods: meant for a year of weeks.
///
/// ```
/// use dianzhang::analytics::stock::order_plan::plan;
/// assert_eq!(plan(500.0, 2.0, &[90, 120, 80, 70]).units, [210, 0, 150, 0]);
/// ```
pub fn plan(per_order: f64, keeping: f64, demand: &[i64]) -> OrderPlan {
    let wanted: Vec<i64> = demand.iter().map(|units| (*units).max(0)).collect();
    let periods = wanted.len();
    // The least cost from each period on, and up to where the order of that period reaches.
    let mut least = vec![0.0; periods + 1];
    let mut until = vec![periods; periods];
    for start in (0..periods).rev() {
        if wanted[start] == 0 {
            // Nothing has to be there yet.
            (least[start], until[start]) = (least[start + 1], start + 1);
            continue;
        }
        least[start] = f64::INFINITY;
        let mut cost = per_order;
        for end in start + 1..=periods {
            cost += keeping * (end - 1 - start) as f64 * wanted[end - 1] as f64;
            if cost + least[end] < least[start] {
                (least[start], until[start]) = (cost + least[end], end);
            }
        }
    }
    let mut units = vec![0; periods];
    let mut at = 0;
    while at < periods {
        units[at] = wanted[at..until[at]].iter().sum();
        at = until[at];
    }
    OrderPlan {
        units,
        cost: least[0],
    }
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let check = |subject, expected, found| Check {
        subject,
        reference: "stockpyl 1.0.2",
        expected,
        found,
        tolerance: 1e-9,
    };
    let four = plan(500.0, 2.0, &[90, 120, 80, 70]);
    let eight = plan(120.0, 1.5, &[20, 0, 35, 60, 5, 0, 90, 40]);
    let units = |plan: &OrderPlan, at: usize| plan.units.get(at).map_or(f64::NAN, |u| *u as f64);
    vec![
        check(
            ("分批订货：第 1 期", "Wagner-Whitin: period 1"),
            210.0,
            units(&four, 0),
        ),
        check(
            ("分批订货：第 3 期", "Wagner-Whitin: period 3"),
            150.0,
            units(&four, 2),
        ),
        check(
            ("分批订货：总成本", "Wagner-Whitin: cost"),
            1_380.0,
            four.cost,
        ),
        check(
            ("分批订货：8 期中的第 3 期", "Wagner-Whitin: period 3 of 8"),
            100.0,
            units(&eight, 2),
        ),
        check(
            ("分批订货：8 期的总成本", "Wagner-Whitin: cost of 8 periods"),
            525.0,
            eight.cost,
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
    fn nothing_wanted_is_nothing_ordered() {
        assert_eq!(plan(500.0, 2.0, &[]).cost, 0.0);
        let plan = plan(500.0, 2.0, &[0, 0]);
        assert_eq!((plan.units, plan.cost), (vec![0, 0], 0.0));
    }

    /// What a plan costs, counted period by period; `None` if it leaves something wanted unserved.
    fn cost_of(units: &[i64], per_order: f64, keeping: f64, demand: &[i64]) -> Option<f64> {
        let (mut stock, mut cost) = (0, 0.0);
        for (units, wanted) in units.iter().zip(demand) {
            stock += units - wanted;
            cost += if *units > 0 { per_order } else { 0.0 } + keeping * stock as f64;
            if stock < 0 {
                return None;
            }
        }
        Some(cost)
    }

    proptest! {
        #[test]
        fn no_other_choice_of_periods_costs_less(
            demand in proptest::collection::vec(0i64..40, 1..8), per_order in 0u32..100, keeping in 0u32..5,
        ) {
            let (per_order, keeping) = (f64::from(per_order), f64::from(keeping));
            let found = plan(per_order, keeping, &demand);
            let cost = cost_of(&found.units, per_order, keeping, &demand).expect("all is served");
            prop_assert!((cost - found.cost).abs() < 1e-9);
            // Each set of periods to order in; an order serves the periods up to the next.
            for set in 0u32..1 << demand.len() {
                let mut units = vec![0; demand.len()];
                let mut last = None;
                for (at, wanted) in demand.iter().enumerate() {
                    last = if set >> at & 1 == 1 { Some(at) } else { last };
                    if let Some(last) = last {
                        units[last] += wanted;
                    }
                }
                if let Some(other) = cost_of(&units, per_order, keeping, &demand) {
                    prop_assert!(found.cost <= other + 1e-9);
                }
            }
        }
    }
}
