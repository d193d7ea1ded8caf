//! 补货需求表: what to order on Thursday, and why.
//!
//! Once a week every item is looked at. What is ordered has to last until the order of the *next* Thursday has arrived, so that
//! each quantity goes by the days until this Thursday, the lead time and one more week. `books` holds what the operator wrote
//! down of an item, `why` works a quantity out step by step, `risk` says how likely the item is to run out, `budget` what to leave
//! out when money is short, `what_if` changes what is given first, `buying` makes purchase orders of it.

pub mod books;
pub mod budget;
pub mod buying;
pub mod risk;
pub mod what_if;
pub mod why;

use super::desk::{ItemTerms, Rules};
use super::expected::Expected;
use super::incoming::Incoming;
use super::lead_time::LeadTime;
use crate::model::time::Day;
use budget::Budget;
use chrono::Weekday;
use risk::Risk;
use serde::{Deserialize, Serialize};
use what_if::WhatIf;
use why::Why;

/// Days from one sheet to the next.
pub const REVIEW_DAYS: i32 = 7;

/// The Thursday of the sheet that is made on a day: that day, or the first Thursday after it.
pub fn review_of(day: Day) -> Day {
    let past = day.weekday().days_since(Weekday::Thu) as i32;
    day.plus((REVIEW_DAYS - past) % REVIEW_DAYS)
}

/// An item as it is given to the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its code.
    pub item: &'a str,
    /// Units on hand on the morning of [`When::today`].
    pub on_hand: i64,
    /// What is on order.
    pub incoming: &'a [Incoming],
    /// What it sells a day; `None` when nothing is to be expected.
    pub expected: Option<Expected>,
    /// How each day from today on differs from an ordinary one, 1 being ordinary: a season, a weekday, an event. Days behind
    /// its end are ordinary.
    pub rhythm: &'a [f64],
    /// Of whom it is bought.
    pub supplier: Option<&'a str>,
    /// How long it takes to arrive.
    pub lead: LeadTime,
    /// How it is bought; `None` for no terms.
    pub terms: Option<&'a ItemTerms>,
    /// What a unit costs, in 分.
    pub cost_fen: Option<i64>,
    /// What a unit sells for, in 分.
    pub price_fen: Option<i64>,
    /// The quantity that was put in by hand for this sheet.
    pub edit: Option<i64>,
}

/// The days of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The day in the morning of which the stock is known.
    pub today: Day,
    /// The Thursday of the order.
    pub review: Day,
}

impl When {
    /// The sheet that is made on a day.
    pub fn on(today: Day) -> When {
        When {
            today,
            review: review_of(today),
        }
    }

    /// The Thursday after that of the sheet.
    pub fn next_review(self) -> Day {
        self.review.plus(REVIEW_DAYS)
    }
}

/// The sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its days.
    pub when: When,
    /// The items to order, and those that were taken off by hand or for want of money, as they were given.
    pub rows: Vec<Row>,
    /// Units to order.
    pub units: i64,
    /// What they cost, in 分, those without a known cost left out.
    pub cost_fen: i64,
    /// Rows to order whose cost is not known.
    pub rows_without_cost: u32,
    /// What became of the budget; `None` without one.
    pub budget: Option<Budget>,
}

/// One item of the sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its code.
    pub item: String,
    /// Of whom it is bought.
    pub supplier: Option<String>,
    /// What is proposed, and why.
    pub why: Why,
    /// The quantity put in by hand, beside the one proposed.
    pub edit: Option<i64>,
    /// Left out for want of money.
    pub is_left_out: bool,
    /// What a unit costs, in 分.
    pub unit_cost_fen: Option<i64>,
    /// What a unit earns, in 分: price less cost.
    pub unit_margin_fen: Option<i64>,
    /// How likely it is to run out.
    pub risk: Risk,
    /// Units that are expected to be missing, for want of this order, until the next one has arrived.
    pub lost_units: f64,
}

impl Row {
    /// Units to order.
    pub fn units(&self) -> i64 {
        match self.edit {
            Some(units) => units.max(0),
            None if self.is_left_out => 0,
            None => self.why.proposed,
        }
    }

    /// What they cost, in 分.
    pub fn cost_fen(&self) -> Option<i64> {
        Some(self.unit_cost_fen? * self.units())
    }

    /// What leaving the order out is expected to lose, in 分: units missing for want of it times what one earns.
    pub fn lost_fen(&self) -> Option<f64> {
        Some(self.lost_units * self.unit_margin_fen? as f64)
    }
}

/// Makes the sheet of some items. An item stands on it when something is to be ordered, or when a quantity was put in by hand;
/// what is not ordered any more ([`ItemTerms::is_discontinued`]) only in the latter case.
pub fn sheet(items: &[Asked<'_>], when: When, rules: &Rules, what_if: &WhatIf) -> Sheet {
    let rows = items
        .iter()
        .filter_map(|item| row(&what_if.apply(*item), when, rules, what_if));
    let mut sheet = Sheet {
        when,
        rows: rows.collect(),
        units: 0,
        cost_fen: 0,
        rows_without_cost: 0,
        budget: None,
    };
    if let Some(limit_fen) = rules.budget_fen {
        sheet.budget = Some(budget::keep_to(limit_fen, &mut sheet.rows));
    }
    for row in sheet.rows.iter().filter(|row| row.units() > 0) {
        sheet.units += row.units();
        sheet.cost_fen += row.cost_fen().unwrap_or(0);
        sheet.rows_without_cost += u32::from(row.unit_cost_fen.is_none());
    }
    sheet
}

fn row(item: &Asked<'_>, when: When, rules: &Rules, what_if: &WhatIf) -> Option<Row> {
    let why = Why::of(item, when, rules, what_if);
    let is_discontinued = item.terms.is_some_and(|terms| terms.is_discontinued);
    if item.edit.is_none() && (why.proposed <= 0 || is_discontinued) {
        return None;
    }
    let units = item.edit.map_or(why.proposed, |units| units.max(0));
    let there = why.position() as f64;
    Some(Row {
        item: item.item.to_owned(),
        supplier: item.supplier.map(str::to_owned),
        why,
        edit: item.edit,
        is_left_out: false,
        unit_cost_fen: item.cost_fen,
        unit_margin_fen: item.price_fen.zip(item.cost_fen).map(|(p, c)| p - c),
        risk: Risk::of(item, when, &why, units),
        lost_units: (why.demand.missing(there) - why.demand.missing(there + units as f64)).max(0.0),
    })
}

#[cfg(test)]
mod tests;
