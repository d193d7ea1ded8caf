//! Why a quantity is what it is: each number that goes into it, and the steps from one to the next.

use super::what_if::WhatIf;
use super::{Asked, REVIEW_DAYS, When};
use crate::analytics::stock::desk::Rules;
use crate::analytics::stock::expected::Expected;
use crate::analytics::stock::lead_time::LeadTime;
use crate::analytics::stock::policy::{economic, safety_stock};
use crate::analytics::stock::spread::Spread;
use serde::{Deserialize, Serialize};

/// All that goes into a proposed quantity. [`Why::steps`] puts it in order.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// What it sells a day; `None` when nothing is to be expected.
    pub expected: Option<Expected>,
    /// Days from today to the Thursday of the order.
    pub wait_days: i32,
    /// The lead time.
    pub lead: LeadTime,
    /// What is wanted from today until the order of the next Thursday has arrived.
    pub demand: Spread,
    /// Why that scatters.
    pub scatter: Scatter,
    /// With what probability there is to be enough, in thousandths.
    pub service_permille: u32,
    /// The safety stock.
    pub safety: f64,
    /// Units on hand.
    pub on_hand: i64,
    /// Units on order.
    pub on_order: i64,
    /// The economic order quantity, where the rules ask for it.
    pub economic_units: Option<i64>,
    /// The least that is sold at once.
    pub min_units: Option<u32>,
    /// How many are in a box.
    pub box_units: Option<u32>,
    /// The quantity proposed; 0 for nothing.
    pub proposed: i64,
}

/// One step on the way to a quantity. Each begins where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// So many are expected to be wanted.
    Wanted {
        /// Units on an ordinary day.
        per_day: f64,
        /// Days until this Thursday.
        wait_days: i32,
        /// Days of the lead time.
        lead_days: f64,
        /// Days from this Thursday to the next.
        review_days: i32,
        /// Units over all these days.
        units: f64,
    },
    /// So many more, in case it is more or comes later.
    Safety {
        /// With what probability there is to be enough, in thousandths.
        service_permille: u32,
        /// Deviation of what is wanted over all these days, in units.
        sigma: f64,
        /// Units on top.
        units: f64,
        /// Units that should be there or on order.
        target: f64,
    },
    /// So many are there or on order.
    There {
        /// On hand.
        on_hand: i64,
        /// On order.
        on_order: i64,
        /// What is missing, in whole units; 0 for nothing.
        missing: i64,
    },
    /// An order is worth its trouble from so many units on.
    Economic {
        /// Units now.
        units: i64,
    },
    /// The supplier sells no fewer.
    Minimum {
        /// Units now.
        units: i64,
    },
    /// The supplier sells whole boxes.
    Boxes {
        /// Units in a box.
        box_units: u32,
        /// Boxes.
        boxes: i64,
        /// Units now.
        units: i64,
    },
}

impl Why {
    /// Works out what to propose for an item.
    pub fn of(item: &Asked<'_>, when: When, rules: &Rules, what_if: &WhatIf) -> Why {
        let terms = item.terms;
        let wait_days = when.review.0 - when.today.0;
        let service_permille = what_if
            .service_permille
            .or_else(|| terms.and_then(|terms| terms.service_permille))
            .unwrap_or(rules.service_permille)
            .clamp(500, 999);
        let days = f64::from(wait_days + REVIEW_DAYS) + item.lead.lead.days;
        let nothing = (Spread::NONE, Scatter::default());
        let (demand, scatter) = item.expected.map_or(nothing, |expected| {
            demand_over(expected, item.rhythm, days, item.lead.lead.sigma)
        });
        let yearly = item.expected.map_or(0.0, |expected| expected.day.mean) * 365.0;
        let economic_units = rules
            .per_order_fen
            .zip(rules.keeping_permille)
            .zip(item.cost_fen)
            .and_then(|((per_order, permille), cost)| {
                let keeping = cost as f64 * f64::from(permille) / 1_000.0;
                Some(economic(per_order as f64, keeping, yearly)?.units.round() as i64)
            });
        let mut why = Why {
            expected: item.expected,
            wait_days,
            lead: item.lead,
            demand,
            scatter,
            service_permille,
            safety: safety_stock(&demand, f64::from(service_permille) / 1_000.0),
            on_hand: item.on_hand,
            on_order: item.incoming.iter().map(|incoming| incoming.units).sum(),
            economic_units,
            min_units: terms.and_then(|terms| terms.min_units),
            box_units: terms.and_then(|terms| terms.box_units),
            proposed: 0,
        };
        why.proposed = why.steps().last().map_or(0, |step| step.units());
        why
    }

    /// Units that are there or on order.
    pub fn position(&self) -> i64 {
        self.on_hand + self.on_order
    }

    /// Units that should be there or on order: the reorder point.
    pub fn target(&self) -> f64 {
        self.demand.mean + self.safety
    }

    /// The steps to the quantity proposed. Those that change nothing are left out; nothing missing ends them.
    pub fn steps(&self) -> Vec<Step> {
        // A little more than a whole unit is rounding, not a unit.
        let missing = (self.target() - self.position() as f64 - 1e-9)
            .ceil()
            .max(0.0) as i64;
        let mut steps = vec![
            Step::Wanted {
                per_day: self.expected.map_or(0.0, |expected| expected.day.mean),
                wait_days: self.wait_days,
                lead_days: self.lead.lead.days,
                review_days: REVIEW_DAYS,
                units: self.demand.mean,
            },
            Step::Safety {
                service_permille: self.service_permille,
                sigma: self.demand.sigma,
                units: self.safety,
                target: self.target(),
            },
            Step::There {
                on_hand: self.on_hand,
                on_order: self.on_order,
                missing,
            },
        ];
        if missing == 0 {
            return steps;
        }
        let mut units = missing;
        if let Some(economic) = self.economic_units.filter(|least| *least > units) {
            units = economic;
            steps.push(Step::Economic { units });
        }
        if let Some(min) = self.min_units.map(i64::from).filter(|min| *min > units) {
            units = min;
            steps.push(Step::Minimum { units });
        }
        if let Some(box_units) = self.box_units.filter(|size| *size > 1) {
            let size = i64::from(box_units);
            let boxes = (units + size - 1) / size;
            units = boxes * size;
            steps.push(Step::Boxes {
                box_units,
                boxes,
                units,
            });
        }
        steps
    }
}

impl Step {
    /// Units to order after this step.
    fn units(&self) -> i64 {
        match self {
            Step::Wanted { .. } | Step::Safety { .. } => 0,
            Step::There { missing, .. } => *missing,
            Step::Economic { units } | Step::Minimum { units } | Step::Boxes { units, .. } => {
                *units
            }
        }
    }
}

/// Why a demand scatters: three deviations in units, whose squares add up to that of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scatter {
    /// One day is not like another.
    pub days: f64,
    /// The goods come earlier or later.
    pub lead: f64,
    /// The mean of a day is an estimate.
    pub estimate: f64,
}

/// What is wanted over some days from today on, their number being off by `lead_sigma`: King's formula, each day weighed by the
/// rhythm, and the error of the estimated mean added, (Σ rhythm)²·σ² ÷ n. A day twice as good scatters twice as much.
pub fn demand_over(
    expected: Expected,
    rhythm: &[f64],
    days: f64,
    lead_sigma: f64,
) -> (Spread, Scatter) {
    let days = days.max(0.0);
    let (mut sum, mut squares, mut at) = (0.0, 0.0, 0.0);
    for factor in rhythm.iter().map(|factor| factor.max(0.0)) {
        let part = (days - at).clamp(0.0, 1.0);
        sum += part * factor;
        squares += part * factor * factor;
        at += 1.0;
    }
    let ordinary = (days - at).max(0.0);
    let (sum, squares) = (sum + ordinary, squares + ordinary);
    let mean_day = if days > 0.0 { sum / days } else { 0.0 };
    let day = expected.day;
    let estimate = match expected.days {
        0 => 0.0,
        n => sum * day.sigma / f64::from(n).sqrt(),
    };
    let scatter = Scatter {
        days: squares.sqrt() * day.sigma,
        lead: day.mean * mean_day * lead_sigma,
        estimate,
    };
    let variance = scatter.days.powi(2) + scatter.lead.powi(2) + scatter.estimate.powi(2);
    let spread = Spread {
        mean: day.mean * sum,
        sigma: variance.sqrt(),
        shape: expected.class.shape(),
    };
    (spread, scatter)
}
