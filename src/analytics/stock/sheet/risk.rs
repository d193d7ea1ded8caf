//! How likely an item is to run out, with the order and without it.

use super::why::{Why, demand_over};
use super::{Asked, REVIEW_DAYS, When};
use crate::analytics::stock::incoming::Incoming;
use crate::analytics::stock::spread::Spread;
use crate::model::time::Day;
use serde::{Deserialize, Serialize};

/// How likely an item is to run out.
///
/// Looked at are the moments before each delivery and the end: running out before one of them is what the largest of these
/// probabilities says. It is a little less than that of running out at any of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// Before the next Thursday, without the order.
    pub week_without: f64,
    /// Before the next Thursday, with it. The same where it arrives later than that: then the sheet comes too late for it.
    pub week_with: f64,
    /// Before what is ordered on the next Thursday arrives, without the order.
    pub cycle_without: f64,
    /// Before what is ordered on the next Thursday arrives, with it: what the service level is about.
    pub cycle_with: f64,
}

impl Risk {
    /// The risk of an item of which so many units are ordered.
    pub fn of(item: &Asked<'_>, when: When, why: &Why, units: i64) -> Risk {
        let lead_days = item.lead.lead.days;
        let order = f64::from(why.wait_days) + lead_days;
        let cycle = order + f64::from(REVIEW_DAYS);
        let week = f64::from(when.next_review().0 - when.today.0);
        // Ordering nothing is a delivery of nothing, so that the same moments are looked at.
        let within = |end: f64, ordered: i64| {
            let mut deliveries = deliveries(item, when.today, end);
            if order < end {
                deliveries.push((order, ordered));
                deliveries.sort_by(|a, b| a.0.total_cmp(&b.0));
            }
            let demand = |days| match item.expected {
                Some(expected) => demand_over(expected, item.rhythm, days, 0.0).0,
                None => Spread::NONE,
            };
            let mut there = item.on_hand;
            let mut worst: f64 = 0.0;
            for (day, units) in deliveries {
                worst = worst.max(demand(day).exceeds(there as f64));
                there += units;
            }
            (worst, there, demand(end))
        };
        let at_end =
            |(worst, there, demand): (f64, i64, Spread)| worst.max(demand.exceeds(there as f64));
        // The order may come earlier or later: at the end of the cycle its lead time scatters, too. By then what is late already
        // has come or will not.
        let of_cycle = |ordered| {
            let (worst, ..) = within(cycle, ordered);
            let there = why.position() + ordered;
            worst.max(why.demand.exceeds(there as f64))
        };
        Risk {
            week_without: at_end(within(week, 0)),
            week_with: at_end(within(week, units)),
            cycle_without: of_cycle(0),
            cycle_with: of_cycle(units),
        }
    }
}

/// What is due to arrive before the end: days from today, units, in order. What is late, and what nobody expects on a day, is
/// not waited for.
fn deliveries(item: &Asked<'_>, today: Day, end: f64) -> Vec<(f64, i64)> {
    let due = |incoming: &Incoming| {
        let days = incoming.expected?.0 - today.0;
        (days >= 0 && f64::from(days) < end).then_some((f64::from(days), incoming.units))
    };
    let mut due: Vec<(f64, i64)> = item.incoming.iter().filter_map(due).collect();
    due.sort_by(|a, b| a.0.total_cmp(&b.0));
    due
}
