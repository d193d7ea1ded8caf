//! How long suppliers take, and how often they are late or send too few: learned from purchase orders and arrivals.

use super::desk::{PurchaseOrder, Rules, StockDesk, SupplierTerms};
use super::incoming::{Progress, Standing};
use super::policy::Lead;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the orders of a supplier show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Orders that are done with and of which something arrived. Each counts once, with the days to its last arrival: the
    /// last box is the one that was waited for.
    pub orders: u32,
    /// Their days from the order to the last arrival, added up.
    pub days: i64,
    /// The squares of these days, added up.
    pub squares: i64,
    /// Orders whose day was expected and which are done with, or not done with and late already.
    pub with_day: u32,
    /// Of them, those that were late or are.
    pub late: u32,
    /// By how many days, added up.
    pub late_days: i64,
    /// Orders that are done with, those of which nothing came included.
    pub done: u32,
    /// Of them, those of which something never came.
    pub short: u32,
    /// Units ordered with those done.
    pub units: i64,
    /// Units of them that never came.
    pub short_units: i64,
}

/// From so many orders on, what a supplier does counts and not what was agreed.
pub const ENOUGH: u32 = 5;

impl Record {
    fn add(&mut self, order: &PurchaseOrder, standing: &Standing) {
        if standing.is_done() {
            self.done += 1;
            self.short += u32::from(standing.progress == Progress::Short);
            self.units += standing.ordered;
            self.short_units += standing.short_units();
            if let Some((_, last)) = standing.arrivals {
                let days = i64::from((last.0 - order.ordered.0).max(0));
                self.orders += 1;
                self.days += days;
                self.squares += days * days;
            }
        }
        let late_days = standing.late_days.unwrap_or(0);
        if standing.late_days.is_some() && (standing.is_done() || late_days > 0) {
            self.with_day += 1;
            self.late += u32::from(late_days > 0);
            self.late_days += i64::from(late_days.max(0));
        }
    }

    /// The mean of the days, and their deviation (n − 1). `None` for fewer than two orders.
    pub fn lead(&self) -> Option<Lead> {
        if self.orders < 2 {
            return None;
        }
        let n = i64::from(self.orders);
        let scatter = (self.squares * n - self.days * self.days).max(0);
        Some(Lead {
            days: self.days as f64 / n as f64,
            sigma: (scatter as f64 / (n * (n - 1)) as f64).sqrt(),
        })
    }
}

/// What the orders of each supplier show, by name.
pub fn records<'a>(desk: &'a StockDesk, standings: &[Standing]) -> BTreeMap<&'a str, Record> {
    let mut records: BTreeMap<&str, Record> = BTreeMap::new();
    for (order, standing) in desk.orders.iter().zip(standings) {
        let record = records.entry(&order.supplier).or_default();
        record.add(order, standing);
    }
    records
}

/// A lead time, and why it is taken to be this long.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeadTime {
    /// The days.
    pub lead: Lead,
    /// Where they come from.
    pub basis: Basis,
}

/// Where a lead time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Typed for the item.
    Item,
    /// Agreed with the supplier.
    Agreed,
    /// Learned from so many orders.
    Learned(u32),
    /// Nothing is known: the usual one of the rules.
    Usual,
}

/// How long an item takes: what was typed for the item; what the supplier's orders show, from [`ENOUGH`] of them on and unless
/// the terms are kept to; what was agreed; what orders show, from two on; the usual.
pub fn lead_time(
    item_days: Option<u32>,
    terms: Option<&SupplierTerms>,
    record: Option<&Record>,
    rules: &Rules,
) -> LeadTime {
    let learned = record.and_then(|record| {
        let lead = record.lead()?;
        let basis = Basis::Learned(record.orders);
        Some(LeadTime { lead, basis })
    });
    let typed = |days: u32, basis| LeadTime {
        lead: Lead {
            days: f64::from(days),
            sigma: f64::from(
                terms
                    .and_then(|terms| terms.lead_sigma_days)
                    .unwrap_or(rules.lead_sigma_days),
            ),
        },
        basis,
    };
    if let Some(days) = item_days {
        return typed(days, Basis::Item);
    }
    let agreed = terms.and_then(|terms| terms.lead_days);
    let keeps_to_terms = agreed.is_some() && terms.is_some_and(|terms| terms.keeps_to_terms);
    let is_well_known = record.is_some_and(|record| record.orders >= ENOUGH);
    match (learned, agreed) {
        (Some(learned), _) if is_well_known && !keeps_to_terms => learned,
        (_, Some(days)) => typed(days, Basis::Agreed),
        (Some(learned), None) => learned,
        (None, None) => typed(rules.lead_days, Basis::Usual),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::incoming::standings;
    use crate::model::time::Day;

    /// Orders of one supplier: the day each was ordered, the days it took, what arrived of ten.
    fn desk(orders: &[(i32, Option<i32>, i64)]) -> StockDesk {
        let mut desk = StockDesk::default();
        for (number, (ordered, took, arrived)) in orders.iter().enumerate() {
            let number = number as u32 + 1;
            let day = took.map(|took| ordered + took);
            desk.orders.push(
                serde_json::from_value(serde_json::json!({
                    "number": number, "supplier": "青禾", "ordered": ordered, "expected": ordered + 9,
                    "lines": [{"item": "A", "units": 10}], "closed": day.filter(|_| *arrived < 10),
                }))
                .expect("an order"),
            );
            if let Some(day) = day {
                desk.arrivals.push(
                    serde_json::from_value(serde_json::json!({
                        "number": 100 + number, "order": number, "day": day, "lines": [{"item": "A", "units": arrived}],
                    }))
                    .expect("an arrival"),
                );
            }
        }
        desk
    }

    fn record(desk: &StockDesk, today: i32) -> Record {
        records(desk, &standings(desk, Day(today)))["青禾"]
    }

    #[test]
    fn days_late_and_short_are_counted() {
        let desk = desk(&[
            (0, Some(9), 10),
            (10, Some(11), 10),
            (20, Some(7), 6),
            (30, None, 0),
            (60, None, 0),
        ]);
        let record = record(&desk, 61);
        assert_eq!((record.orders, record.days), (3, 27));
        let lead = record.lead().expect("three orders");
        assert_eq!((lead.days, lead.sigma), (9.0, 2.0));
        // On time, two days late, early, and open since 22 days; the youngest is not due.
        assert_eq!((record.with_day, record.late, record.late_days), (4, 2, 24));
        assert_eq!((record.done, record.short), (3, 1));
        assert_eq!((record.units, record.short_units), (30, 4));
    }

    #[test]
    fn what_is_known_best_counts() {
        let rules = Rules::default();
        let agreed = SupplierTerms {
            lead_days: Some(15),
            ..SupplierTerms::default()
        };
        let kept = SupplierTerms {
            keeps_to_terms: true,
            ..agreed
        };
        let three = record(
            &desk(&[(0, Some(9), 10), (10, Some(11), 10), (20, Some(7), 10)]),
            60,
        );
        let many = record(&desk(&[(0, Some(8), 10); 6]), 60);
        let basis = |item, terms, record| lead_time(item, terms, record, &rules).basis;
        assert_eq!(basis(Some(3), Some(&agreed), Some(&many)), Basis::Item);
        assert_eq!(basis(None, Some(&agreed), Some(&many)), Basis::Learned(6));
        assert_eq!(basis(None, Some(&kept), Some(&many)), Basis::Agreed);
        assert_eq!(basis(None, Some(&agreed), Some(&three)), Basis::Agreed);
        assert_eq!(basis(None, None, Some(&three)), Basis::Learned(3));
        assert_eq!(basis(None, None, None), Basis::Usual);
        let usual = lead_time(None, None, None, &rules).lead;
        assert_eq!((usual.days, usual.sigma), (7.0, 2.0));
    }
}
