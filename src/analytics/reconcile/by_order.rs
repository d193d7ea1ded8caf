//! Two files that name orders, compared order by order: every order that adds to the difference is found, so what is left
//! unexplained is always said with the orders in which it lies.

use super::findings::Findings;
use super::series::{Fact, Facts, Series};
use super::{Reason, Source};
use crate::model::time::{DAY_SECS, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How far apart two clocks may be when an order falls on either side of midnight.
const CLOCKS_SECS: u32 = 600;

/// What a file has of one order.
#[derive(Debug, Default)]
struct Has {
    /// Amounts by the unit that they fall into.
    inside: BTreeMap<usize, i64>,
    /// Moments of any of its amounts, first and last.
    first: u32,
    last: u32,
    rows: i64,
}

impl Has {
    fn sum(&self) -> i64 {
        self.inside.values().sum()
    }
}

/// What explains the difference between two files that name orders.
pub(super) fn compare(a: &Series, b: &Series, units: &[Span], facts: &Facts) -> Findings {
    let (ours, theirs) = (gather(a, units), gather(b, units));
    let orders: BTreeSet<u64> = ours.keys().chain(theirs.keys()).copied().collect();
    let mut findings = Findings::default();
    let none = Has::default();
    for order in orders {
        let fact = facts.get(&order);
        let (ours, theirs) = (ours.get(&order), theirs.get(&order));
        let (has_a, has_b) = (ours.unwrap_or(&none), theirs.unwrap_or(&none));
        match (has_a.inside.is_empty(), has_b.inside.is_empty()) {
            (true, true) => {}
            (false, false) => both(&mut findings, order, has_a, has_b, fact),
            (false, true) => {
                let reason = match theirs {
                    Some(theirs) => moved(has_a, theirs, Reason::OutsideDays),
                    None => only_first(b.source, fact),
                };
                for (unit, fen) in &has_a.inside {
                    findings.add(reason, *unit, -fen, order);
                }
            }
            (true, false) => {
                let reason = match ours {
                    Some(ours) => moved(ours, has_b, Reason::OutsideDays),
                    None if fact.is_some_and(|f| f.paid.is_none()) => Reason::Unpaid,
                    None => Reason::OnlyInSecond,
                };
                for (unit, fen) in &has_b.inside {
                    findings.add(reason, *unit, *fen, order);
                }
            }
        }
    }
    findings
}

fn gather(series: &Series, units: &[Span]) -> BTreeMap<u64, Has> {
    let mut orders: BTreeMap<u64, Has> = BTreeMap::new();
    for entry in series.entries.iter().flatten() {
        let has = orders.entry(entry.order).or_insert_with(|| Has {
            first: entry.at,
            ..Has::default()
        });
        has.last = entry.at;
        has.rows += 1;
        let day = entry.day();
        let unit = units.partition_point(|u| u.last < day);
        if units.get(unit).is_some_and(|u| u.contains(day)) {
            *has.inside.entry(unit).or_default() += entry.fen;
        }
    }
    orders
}

/// An order that both have on days that are compared.
fn both(findings: &mut Findings, order: u64, a: &Has, b: &Has, fact: Option<&Fact>) {
    let difference = b.sum() - a.sum();
    // Where the two differ in amount, it shows on the last day on which the second has it.
    let shown = b.inside.keys().last().copied().unwrap_or_default();
    let units: BTreeSet<usize> = a.inside.keys().chain(b.inside.keys()).copied().collect();
    let reason = moved(a, b, Reason::OtherDay);
    for unit in units {
        let of = |has: &Has| has.inside.get(&unit).copied().unwrap_or(0);
        let here = of(b) - of(a) - if unit == shown { difference } else { 0 };
        if here != 0 {
            findings.add(reason, unit, here, order);
        }
    }
    for (reason, fen) in amounts(difference, fact, a.rows.max(b.rows)) {
        findings.add(reason, shown, fen, order);
    }
}

/// Why the same order has another amount.
fn amounts(difference: i64, fact: Option<&Fact>, rows: i64) -> Vec<(Reason, i64)> {
    let (refund, postage) = fact.map_or((0, 0), |f| (f.refund_fen, f.postage_fen));
    let (size, sign) = (difference.abs(), difference.signum());
    match size {
        0 => Vec::new(),
        _ if size <= rows => vec![(Reason::Rounding, difference)],
        _ if size == postage => vec![(Reason::Postage, difference)],
        _ if size == refund => vec![(Reason::NettedRefunds, difference)],
        _ if size == refund + postage => vec![
            (Reason::NettedRefunds, sign * refund),
            (Reason::Postage, sign * postage),
        ],
        _ => vec![(Reason::OtherAmount, difference)],
    }
}

/// Whether an order is on another day because of two clocks, or for a longer time.
fn moved(a: &Has, b: &Has, otherwise: Reason) -> Reason {
    let is_close = a.last.abs_diff(b.last) <= CLOCKS_SECS && a.last / DAY_SECS != b.last / DAY_SECS;
    if is_close && a.first == a.last && b.first == b.last {
        Reason::Midnight
    } else {
        otherwise
    }
}

/// Why an order is in the first and nowhere in the second.
fn only_first(second: Source, fact: Option<&Fact>) -> Reason {
    match fact {
        Some(fact) if fact.is_over => Reason::Closed,
        Some(fact) if second.is_of_money_received() && !fact.is_completed => Reason::NotSettled,
        Some(fact) if second == Source::Wangdiantong && fact.is_unshipped => Reason::NotShipped,
        _ => Reason::OnlyInFirst,
    }
}
