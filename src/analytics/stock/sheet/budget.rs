//! What to leave out when money is short: first what loses the least per yuan saved, and what that costs.

use super::Row;
use serde::{Deserialize, Serialize};

/// What became of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// What may be spent, in 分.
    pub limit_fen: i64,
    /// What all that is proposed or put in by hand would cost, in 分, those without a known cost left out.
    pub wanted_fen: i64,
    /// What the rest costs, in 分. Above the limit where that is already so with what was put in by hand.
    pub spent_fen: i64,
    /// Items left out.
    pub left_out: u32,
    /// Units expected to be missing for it until the next order arrives.
    pub lost_units: f64,
    /// What they would have earned, in 分, those whose price is not known left out.
    pub lost_fen: i64,
    /// Items left out whose price is not known.
    pub left_out_without_price: u32,
}

/// Leaves rows out until the rest costs no more than the limit. Rows changed by hand stay, rows without a known cost too, and what
/// loses the most per yuan comes back where what is left over pays for it. Of rows that lose as much the later ones go first;
/// rows whose price is not known go last.
pub fn keep_to(limit_fen: i64, rows: &mut [Row]) -> Budget {
    let cost = |row: &Row| row.cost_fen().unwrap_or(0);
    let wanted_fen = rows.iter().map(cost).sum();
    let mut by_worth: Vec<(usize, i64, f64)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.edit.is_none() && cost(row) > 0)
        .map(|(at, row)| {
            let cost = cost(row);
            let worth = row
                .lost_fen()
                .map_or(f64::INFINITY, |lost| lost / cost as f64);
            (at, cost, worth)
        })
        .collect();
    by_worth.sort_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)));
    let mut spent_fen = wanted_fen;
    let mut left_out = Vec::new();
    for (at, cost, _) in by_worth {
        if spent_fen <= limit_fen {
            break;
        }
        spent_fen -= cost;
        left_out.push((at, cost));
    }
    for (at, cost) in left_out.into_iter().rev() {
        if spent_fen + cost <= limit_fen {
            spent_fen += cost;
        } else {
            rows[at].is_left_out = true;
        }
    }
    let mut budget = Budget {
        limit_fen,
        wanted_fen,
        spent_fen,
        left_out: 0,
        lost_units: 0.0,
        lost_fen: 0,
        left_out_without_price: 0,
    };
    let mut lost_fen = 0.0;
    for row in rows.iter().filter(|row| row.is_left_out) {
        budget.left_out += 1;
        budget.lost_units += row.lost_units;
        budget.left_out_without_price += u32::from(row.unit_margin_fen.is_none());
        lost_fen += row.lost_fen().unwrap_or(0.0);
    }
    budget.lost_fen = lost_fen.round() as i64;
    budget
}

#[cfg(test)]
mod tests {
    use super::super::tests::{asked, make};
    use super::super::{Asked, Rules};
    use proptest::prelude::*;

    #[test]
    fn when_money_is_short_what_earns_least_per_yuan_is_left_out_first() {
        let at_price = |item, price_fen| Asked {
            price_fen,
            ..asked(item)
        };
        let items = [
            at_price("dear", Some(3_000)),
            at_price("cheap", Some(1_100)),
            at_price("unknown", None),
            at_price("fair", Some(1_600)),
        ];
        // Each costs ¥970.
        let with = |budget_fen| {
            let rules = Rules {
                budget_fen,
                ..Rules::default()
            };
            let sheet = make(&items, &rules);
            let kept = sheet.rows.iter().filter(|row| row.units() > 0);
            let kept: Vec<String> = kept.map(|row| row.item.clone()).collect();
            (kept, sheet)
        };
        assert_eq!(with(Some(388_000)).0.len(), 4);
        let (kept, sheet) = with(Some(200_000));
        assert_eq!(kept, ["dear", "unknown"]);
        let budget = sheet.budget.expect("limited");
        assert_eq!((budget.wanted_fen, budget.spent_fen), (388_000, 194_000));
        assert_eq!((budget.left_out, budget.left_out_without_price), (2, 0));
        let lost: f64 = sheet
            .rows
            .iter()
            .filter(|row| row.is_left_out)
            .map(|row| row.lost_units)
            .sum();
        assert_eq!(budget.lost_units, lost);
        assert_eq!(budget.lost_fen, (lost / 2.0 * 700.0).round() as i64);
        let (kept, sheet) = with(Some(0));
        assert!(kept.is_empty());
        assert_eq!(
            sheet.budget.map(|budget| budget.left_out_without_price),
            Some(1)
        );
    }

    #[test]
    fn what_was_put_in_by_hand_stays_even_above_the_budget() {
        let items = [
            Asked {
                edit: Some(100),
                ..asked("A")
            },
            asked("B"),
        ];
        let rules = Rules {
            budget_fen: Some(50_000),
            ..Rules::default()
        };
        let sheet = make(&items, &rules);
        let budget = sheet.budget.expect("limited");
        assert_eq!((budget.spent_fen, budget.left_out), (100_000, 1));
    }

    proptest! {
        #[test]
        fn a_budget_is_kept_and_used(
            rows in proptest::collection::vec((1i64..400, proptest::option::of(1i64..5_000), 0i64..300), 1..20), limit in 0i64..2_000_000,
        ) {
            let items: Vec<Asked<'_>> = rows
                .iter()
                .map(|(on_hand, cost_fen, margin)| Asked {
                    on_hand: *on_hand,
                    cost_fen: *cost_fen,
                    price_fen: cost_fen.map(|cost| cost + margin),
                    ..asked("A")
                })
                .collect();
            let rules = Rules { budget_fen: Some(limit), ..Rules::default() };
            let sheet = make(&items, &rules);
            let budget = sheet.budget.expect("limited");
            prop_assert_eq!(sheet.cost_fen, budget.spent_fen);
            prop_assert!(budget.spent_fen <= limit);
            let free = limit - budget.spent_fen;
            for row in sheet.rows.iter().filter(|row| row.is_left_out) {
                prop_assert!(row.why.proposed * row.unit_cost_fen.expect("known") > free);
            }
        }
    }
}
