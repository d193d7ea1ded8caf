//! What was found on the way from one source to another, kept by reason.

use super::{Part, Reason};
use std::collections::{BTreeMap, BTreeSet};

/// So many orders are named of a part.
const NAMED: usize = 20;

/// Amounts found, by reason.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    found: BTreeMap<Reason, Found>,
}

#[derive(Clone, Debug, Default)]
struct Found {
    fen_of_unit: BTreeMap<usize, i64>,
    orders: BTreeSet<u64>,
    others: u64,
}

impl Findings {
    /// An amount of one order in a unit.
    pub(super) fn add(&mut self, reason: Reason, unit: usize, fen: i64, order: u64) {
        let found = self.found.entry(reason).or_default();
        *found.fen_of_unit.entry(unit).or_default() += fen;
        found.orders.insert(order);
    }

    /// An amount of a unit that no order is named for.
    pub(super) fn add_unnamed(&mut self, reason: Reason, unit: usize, fen: i64) {
        let found = self.found.entry(reason).or_default();
        *found.fen_of_unit.entry(unit).or_default() += fen;
        found.others += 1;
    }

    /// What is explained of each of so many units.
    pub(super) fn explained(&self, units: usize) -> Vec<i64> {
        let mut sums = vec![0; units];
        for (_, found) in self.found.iter().filter(|(reason, _)| reason.explains()) {
            for (unit, fen) in &found.fen_of_unit {
                sums[*unit] += fen;
            }
        }
        sums
    }

    /// The parts, the largest first.
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = self.found.iter().map(|(r, f)| part(*r, f)).collect();
        parts.sort_by_key(|p| (!p.reason.explains(), -p.fen.abs(), p.reason));
        parts
    }

    /// What another way has found for these reasons.
    pub(super) fn take_in(&mut self, other: Findings, wanted: impl Fn(Reason) -> Option<Reason>) {
        for (reason, found) in other.found {
            let Some(reason) = wanted(reason) else {
                continue;
            };
            let ours = self.found.entry(reason).or_default();
            for (unit, fen) in found.fen_of_unit {
                *ours.fen_of_unit.entry(unit).or_default() += fen;
            }
            ours.orders.extend(found.orders);
            ours.others += found.others;
        }
    }
}

fn part(reason: Reason, found: &Found) -> Part {
    Part {
        reason,
        fen: found.fen_of_unit.values().sum(),
        count: found.orders.len() as u64 + found.others,
        orders: found
            .orders
            .iter()
            .take(NAMED)
            .map(|id| masked(*id))
            .collect(),
    }
}

/// An order's number with its middle left out: enough to find it by, too little to look it up elsewhere.
fn masked(order: u64) -> String {
    let digits = order.to_string();
    match (
        digits.get(..4),
        digits.get(digits.len().saturating_sub(4)..),
    ) {
        (Some(head), Some(tail)) if digits.len() > 8 => format!("{head}…{tail}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_masked_and_twenty_are_named() {
        assert_eq!(masked(819_000_000_000_001_234), "8190…1234");
        assert_eq!(masked(1001), "1001");
        let mut findings = Findings::default();
        for order in 0..30 {
            findings.add(Reason::OnlyInFirst, 0, -5, order);
        }
        let parts = findings.parts();
        assert_eq!(
            (parts[0].count, parts[0].orders.len(), parts[0].fen),
            (30, 20, -150)
        );
    }
}
