//! New items: what they have sold since they came, against what earlier ones had sold at the same age.

use super::bought::Bought;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How old an item may be to count as new, in days.
pub const NEW_DAYS: i32 = 90;
/// Over so many days before its first sale the files must be known: else it may only have been overlooked.
const QUIET_DAYS: i32 = 30;
/// Fewer earlier items are no curve.
pub const LEAST_EARLIER: usize = 3;

/// A new item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomer {
    /// Its title.
    pub title: String,
    /// Its place among the items of the period, where it is.
    pub item: Option<u32>,
    /// The day of its first sale.
    pub came: Day,
    /// Days since then, the first counting as 1.
    pub age_days: i32,
    /// What it has sold since.
    pub sold: i64,
    /// What the earlier ones had sold at that age: the lower quarter, the middle, the upper quarter; `None` for too few of them.
    pub usual: Option<[i64; 3]>,
    /// How many earlier ones there are that were seen at that age.
    pub earlier: u32,
}

impl Newcomer {
    /// Whether it has sold more than three in four of the earlier ones had.
    pub fn is_fast(&self) -> bool {
        self.usual.is_some_and(|[_, _, high]| self.sold > high)
    }

    /// Whether it has sold less than three in four of the earlier ones had.
    pub fn is_slow(&self) -> bool {
        self.usual.is_some_and(|[low, ..]| self.sold < low)
    }
}

/// The new items of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomers {
    /// The stored name of the kind of file; empty where none reaches back far enough.
    pub kind: String,
    /// Whether units were counted; else the orders in which an item stands.
    pub counts_units: bool,
    /// The new items, the newest first.
    pub items: Vec<Newcomer>,
}

/// The items that came in the last [`NEW_DAYS`] days up to a day.
pub(super) fn newcomers(
    bought: &Bought,
    upto: Day,
    place: impl Fn(usize) -> Option<usize>,
) -> Newcomers {
    let Some(range) = bought.coverage.range() else {
        return Newcomers::default();
    };
    let last = range.last.min(upto);
    let mut days: Vec<BTreeMap<Day, i64>> = vec![BTreeMap::new(); bought.items.len()];
    for line in bought.lines.iter().filter(|line| line.day <= last) {
        *days[line.item as usize].entry(line.day).or_default() += i64::from(line.units);
    }
    let came = |at: usize| -> Option<Day> {
        let (first, _) = days[at].first_key_value()?;
        let before = Span::new(first.plus(-QUIET_DAYS), first.plus(-1));
        (bought.coverage.missing_days(before) == 0).then_some(*first)
    };
    let arrivals: Vec<(usize, Day)> = (0..days.len())
        .filter_map(|at| Some((at, came(at)?)))
        .collect();
    let sold_at = |at: usize, came: Day, age: i32| -> i64 {
        days[at].range(came..came.plus(age)).map(|(_, n)| n).sum()
    };
    let age_of = |came: Day| last.0 - came.0 + 1;
    let is_whole = |came: Day, age: i32| {
        bought
            .coverage
            .missing_days(Span::new(came, came.plus(age - 1)))
            == 0
    };
    let mut items: Vec<Newcomer> = arrivals
        .iter()
        .filter(|(_, came)| age_of(*came) <= NEW_DAYS)
        .map(|(at, came)| {
            let age = age_of(*came);
            let mut earlier: Vec<i64> = arrivals
                .iter()
                .filter(|(_, before)| before < came && is_whole(*before, age))
                .map(|(before, day)| sold_at(*before, *day, age))
                .collect();
            earlier.sort_unstable();
            Newcomer {
                title: bought.items[*at].title.clone(),
                item: place(*at).map(|at| at as u32),
                came: *came,
                age_days: age,
                sold: sold_at(*at, *came, age),
                usual: (earlier.len() >= LEAST_EARLIER)
                    .then(|| [1, 2, 3].map(|quarter| quartile(&earlier, quarter))),
                earlier: earlier.len() as u32,
            }
        })
        .collect();
    items.sort_by(|a, b| b.came.cmp(&a.came).then_with(|| a.title.cmp(&b.title)));
    Newcomers {
        kind: bought.kind.to_owned(),
        counts_units: bought.counts_units,
        items,
    }
}

/// A quarter of some numbers in order, between two of them in proportion (Hyndman and Fan 1996, type 7), rounded.
fn quartile(sorted: &[i64], quarter: usize) -> i64 {
    let place = (sorted.len() - 1) * quarter;
    let (at, part) = (place / 4, (place % 4) as i64);
    let low = sorted[at];
    let high = sorted.get(at + 1).copied().unwrap_or(low);
    low + ((high - low) * part + 2) / 4
}

#[cfg(test)]
mod tests {
    use super::super::bought::{Line, Named};
    use super::*;
    use crate::analytics::coverage::Coverage;
    use crate::analytics::items::ItemKey;

    #[test]
    fn an_item_is_held_against_earlier_ones_of_the_same_age() {
        let mut lines = Vec::new();
        // Item 0 was always there; 1 to 4 came on days 100, 150, 200, 250 and sell 1, 2, 3, 4 a day; 5 comes on day 391.
        let first = [1, 100, 150, 200, 250, 391];
        for (item, first) in first.into_iter().enumerate() {
            lines.extend((first..=400).map(|day| Line {
                order: 0,
                day: Day(day),
                item: item as u32,
                units: if item == 5 { 9 } else { item as u32 },
            }));
        }
        let bought = Bought {
            kind: "order_details",
            counts_units: true,
            coverage: Coverage::of([Span::new(Day(1), Day(400))]),
            items: (0..6)
                .map(|at| Named {
                    key: ItemKey::Id(at),
                    title: at.to_string(),
                    code: None,
                })
                .collect(),
            lines,
            unread_orders: 0,
        };
        let found = newcomers(&bought, Day(500), Some);
        assert_eq!(found.items.len(), 1);
        let new = &found.items[0];
        assert_eq!((new.came, new.age_days, new.sold), (Day(391), 10, 90));
        // 10, 20, 30, 40: numpy's percentiles are 17.5, 25 and 32.5.
        assert_eq!((new.usual, new.earlier), (Some([18, 25, 33]), 4));
    }

    #[test]
    fn what_the_files_begin_with_is_not_new() {
        let bought = Bought {
            kind: "orders",
            counts_units: false,
            coverage: Coverage::of([Span::new(Day(90), Day(100))]),
            items: vec![Named {
                key: ItemKey::Id(1),
                title: "a".to_owned(),
                code: None,
            }],
            lines: vec![Line {
                order: 1,
                day: Day(95),
                item: 0,
                units: 1,
            }],
            unread_orders: 0,
        };
        assert!(newcomers(&bought, Day(100), Some).items.is_empty());
    }
}
