//! What is bought together: pairs of items that stand in one order more often than chance would have it.

use super::baskets::{Baskets, frequent};
use super::bought::Bought;
use super::rules::{Rule, rules};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// How far back is looked: half a year.
const WINDOW_DAYS: i32 = 182;
/// A pair that stands in fewer orders says nothing.
const LEAST_BASKETS: u32 = 5;
/// Of a large store those pairs are looked at that stand in more than one order in so many.
const ONE_IN: u32 = 20_000;
/// How many pairs are told.
const MOST: usize = 500;
/// The probability below which a pair is not taken for chance.
pub const SURE: f64 = 0.05;

/// What is bought together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Together {
    /// The stored name of the kind of file; empty where none tells items of an order apart.
    pub kind: String,
    /// The days looked at.
    pub span: Option<Span>,
    /// Orders paid.
    pub orders: u32,
    /// Of them, those with more than one item.
    pub several: u32,
    /// Orders whose items could not be told apart.
    pub unread: u32,
    /// The least orders of a pair that is told.
    pub least: u32,
    /// How many pairs of items there are that could have been found: by so many their p is multiplied.
    pub tested: u32,
    /// The pairs, the one that is least likely chance first.
    pub pairs: Vec<Pair>,
}

/// Two items that stand in one order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Their titles: the one that stands in fewer orders first.
    pub titles: [String; 2],
    /// Their places among the items of the period, where they are.
    pub items: [Option<u32>; 2],
    /// Orders with each.
    pub orders: [u32; 2],
    /// Orders with both.
    pub both: u32,
    /// How likely chance alone makes any of the pairs stand together so often.
    pub chance: f64,
}

impl Pair {
    /// By what factor one makes the other more likely, of so many orders.
    pub fn lift(&self, orders: u32) -> f64 {
        let [a, b] = self.orders.map(f64::from);
        f64::from(self.both) * f64::from(orders) / (a * b)
    }

    /// Whether chance is ruled out, as far as can be.
    pub fn is_sure(&self) -> bool {
        self.chance < SURE
    }
}

/// The pairs of the half year up to a day. `place` finds an item of the file among those of the period.
pub(super) fn together(
    bought: &Bought,
    upto: Day,
    place: impl Fn(usize) -> Option<usize>,
) -> Together {
    let Some(span) = bought.window(WINDOW_DAYS, upto) else {
        return Together::default();
    };
    let mut lines: Vec<(u64, u32)> = bought
        .lines
        .iter()
        .filter(|line| span.contains(line.day))
        .map(|line| (line.order, line.item))
        .collect();
    lines.sort_unstable();
    lines.dedup();
    let mut baskets = Baskets::default();
    let mut several = 0;
    for order in lines.chunk_by(|a, b| a.0 == b.0) {
        several += u32::from(order.len() > 1);
        baskets.push(order.iter().map(|(_, item)| *item));
    }
    let orders = baskets.len() as u32;
    let least = LEAST_BASKETS.max(orders / ONE_IN);
    let sets = frequent(&baskets, least, 2);
    let single = sets.iter().filter(|set| set.items.len() == 1).count() as u32;
    let tested = single * single.saturating_sub(1) / 2;
    // Both directions of a pair have one p: the one that follows from the rarer item is kept.
    let is_kept = |rule: &Rule| (rule.with_given, &rule.given) < (rule.with_follows, &rule.follows);
    let found = rules(&sets, orders, 0.0).rules.into_iter().filter(is_kept);
    let title = |item: u32| bought.items[item as usize].title.clone();
    let at = |item: u32| place(item as usize).map(|at| at as u32);
    // What stands together less often than by chance is not bought together.
    let mut pairs: Vec<Pair> = found
        .filter(|rule| rule.lift() > 1.0)
        .map(|rule| Pair {
            titles: [title(rule.given[0]), title(rule.follows[0])],
            items: [at(rule.given[0]), at(rule.follows[0])],
            orders: [rule.with_given, rule.with_follows],
            both: rule.both,
            chance: (rule.p * f64::from(tested)).min(1.0),
        })
        .collect();
    pairs.sort_by(|a, b| {
        let by_lift = b.lift(orders).total_cmp(&a.lift(orders));
        a.chance
            .total_cmp(&b.chance)
            .then(by_lift)
            .then_with(|| a.titles.cmp(&b.titles))
    });
    pairs.truncate(MOST);
    Together {
        kind: bought.kind.to_owned(),
        span: Some(span),
        orders,
        several,
        unread: bought.unread_orders,
        least,
        tested,
        pairs,
    }
}

#[cfg(test)]
mod tests {
    use super::super::bought::{Line, Named};
    use super::*;
    use crate::analytics::coverage::Coverage;
    use crate::analytics::items::ItemKey;

    #[test]
    fn what_stands_together_more_often_than_by_chance_comes_first() {
        let named = |name: &str| Named {
            key: ItemKey::Title(name.to_owned()),
            title: name.to_owned(),
            code: None,
        };
        let mut lines = Vec::new();
        let mut buy = |order: u64, items: &[u32]| {
            lines.extend(items.iter().map(|item| Line {
                order,
                day: Day(100),
                item: *item,
                units: 1,
            }));
        };
        for order in 0..100 {
            match order {
                0..20 => buy(order, &[0, 1, 1]),
                20..26 => buy(order, &[0, 2]),
                26..60 => buy(order, &[2]),
                _ => buy(order, &[1]),
            }
        }
        let bought = Bought {
            kind: "orders",
            counts_units: false,
            coverage: Coverage::of([Span::new(Day(1), Day(100))]),
            items: ["pillow", "case", "towel"].map(named).to_vec(),
            lines,
            unread_orders: 3,
        };
        let found = together(&bought, Day(400), |item| (item < 2).then_some(item + 7));
        assert_eq!((found.orders, found.several, found.tested), (100, 26, 3));
        let best = &found.pairs[0];
        assert_eq!(best.titles, ["pillow", "case"]);
        assert_eq!((best.orders, best.both), ([26, 60], 20));
        assert_eq!(best.items, [Some(7), Some(8)]);
        // scipy 1.17.1: fisher_exact([[20, 6], [40, 34]], "greater"), for each of the three pairs that there could be.
        assert!((best.lift(100) - 20.0 * 100.0 / (26.0 * 60.0)).abs() < 1e-12);
        assert!((best.chance - 3.0 * 0.032_732_179_618_509_73).abs() < 1e-12);
        assert!(!best.is_sure());
        // With 6 of 26 the towel stands beside the pillow less often than beside anything.
        assert_eq!(found.pairs.len(), 1);
    }
}
