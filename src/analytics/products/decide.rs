//! What a manager decides about the items of a period: which to push, which to fix, which to drop.

use super::Standing;
use super::abc::{Abc, Xyz};
use super::conversion::{Conversions, Converting, Part};
use super::fees::Fees;
use super::newcomers::Newcomer;
use crate::analytics::items::{Item, ItemSales, Items};
use serde::{Deserialize, Serialize};

/// How many are told of each.
const MOST: usize = 5;
/// More visitors are only sent to what lasts so long at today's pace, in days.
const ENOUGH_DAYS: f64 = 14.0;
/// What has not sold for so long although it was there lies.
const QUIET_DAYS: i32 = 28;

/// What to do with which items, the one with most money at stake first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decisions {
    /// To push: they turn visitors into buyers better than the others, or are new and sell faster than most new ones did; there
    /// is enough of them, and they lose no money.
    pub push: Vec<Push>,
    /// To fix: they turn visitors into buyers worse than the others, or are new and sell slower than most new ones did.
    pub fix: Vec<Fix>,
    /// To drop: they lose money, lie, or hardly sell and nobody can say when.
    pub drop: Vec<Drop>,
}

/// An item to push.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Push {
    /// Its place among the items of the period.
    pub item: u32,
    /// Why.
    pub why: Because,
    /// For how many days the stock lasts; `None` where it is not known.
    pub cover_days: Option<i64>,
}

/// An item to fix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// Its place among the items of the period.
    pub item: u32,
    /// Why.
    pub why: Because,
}

/// What sets an item apart from the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Because {
    /// How it turns visitors into buyers.
    Converts(Converting),
    /// How it does as a new item.
    New(Newcomer),
}

/// An item to drop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drop {
    /// Its place among the items of the period.
    pub item: u32,
    /// Why.
    pub why: DropWhy,
    /// What the stock of it has cost, in 分; `None` where that is not known.
    pub tied_fen: Option<i64>,
}

/// Why an item is to be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DropWhy {
    /// It lost so much in the period, in 分, above 0.
    Loses(i64),
    /// It has not sold for so many days, and lies in stock.
    Lies(i32),
    /// It makes hardly anything, and nobody can say when it sells.
    Erratic,
}

pub(super) fn decide(
    items: &Items,
    standing: &[Standing],
    conversions: &Conversions,
    newcomers: &[Newcomer],
    fees: &Fees,
) -> Decisions {
    let item = |at: u32| &items.items[at as usize];
    // In a few days a single order sent back takes away what many earned: it takes weeks to say that refunds eat an item up.
    let days = items.span.map_or(0, |span| span.len_days()) - items.missing_days;
    let loses = |item: &Item| {
        let kept = ItemSales {
            refund_fen: item.now.refund_fen.filter(|_| days >= QUIET_DAYS),
            ..item.now
        };
        let profit = fees.profit(&kept, item.cost_fen).map(|p| p.left_fen());
        profit.filter(|profit| *profit < 0 && item.now.paid_fen > 0)
    };
    let cover = |at: u32| items.cover_days(item(at));
    let is_pushed = |at: u32| {
        let has_enough = match item(at).stock {
            None => true,
            Some(stock) => {
                stock.units_milli > 0 && cover(at).is_none_or(|days| days >= ENOUGH_DAYS)
            }
        };
        has_enough && loses(item(at)).is_none()
    };
    let converts = |how: &Converting| (how.item, Because::Converts(how.clone()));
    // A new item that is told once already for its conversion is not told again.
    let new_ones = |is: fn(&Newcomer) -> bool, told: &[Converting]| -> Vec<(u32, Because)> {
        let is_told = |at: u32| told.iter().any(|how| how.item == at);
        let new = newcomers.iter().filter(|new| is(new));
        new.filter_map(|new| Some((new.item?, Because::New(new.clone()))))
            .filter(|(at, _)| !is_told(*at))
            .collect()
    };
    let (better, worse) = (&conversions.better, &conversions.worse);
    let push = better
        .iter()
        .map(converts)
        .chain(new_ones(Newcomer::is_fast, better))
        .filter(|(at, _)| is_pushed(*at))
        .map(|(item, why)| Push {
            item,
            why,
            cover_days: cover(item).map(|days| days.round() as i64),
        });
    let fix = worse
        .iter()
        .map(converts)
        .chain(new_ones(Newcomer::is_slow, worse))
        .map(|(item, why)| Fix { item, why });
    let mut drop: Vec<Drop> = (0..items.items.len() as u32)
        .zip(standing)
        .filter_map(|(at, standing)| {
            let item = item(at);
            let left = item.stock.map(|stock| stock.units_milli.max(0));
            let has_stock = left.is_some_and(|units| units > 0);
            let quiet = standing.pace.quiet_days.filter(|days| *days >= QUIET_DAYS);
            let why = match (loses(item), quiet) {
                (Some(profit), _) => DropWhy::Loses(-profit),
                (None, Some(days)) if has_stock => DropWhy::Lies(days),
                _ if standing.abc() == Abc::C && standing.xyz == Some(Xyz::Z) => DropWhy::Erratic,
                _ => return None,
            };
            let tied = left.zip(item.cost_fen);
            Some(Drop {
                item: at,
                why,
                tied_fen: tied.map(|(units, cost)| units * cost / 1_000),
            })
        })
        .collect();
    // What is lost goes before what lies.
    drop.sort_by_key(|drop| {
        let lost = match drop.why {
            DropWhy::Loses(fen) => fen,
            _ => 0,
        };
        (-lost, -drop.tied_fen.unwrap_or(0), drop.item)
    });
    drop.truncate(MOST);
    Decisions {
        push: push.take(MOST).collect(),
        fix: fix.take(MOST).collect(),
        drop,
    }
}

impl Because {
    /// The part to begin with, where a conversion is low.
    pub fn part(&self) -> Option<Part> {
        match self {
            Because::Converts(how) => how.blame.first().copied(),
            Because::New(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::abc::Ranked;
    use super::super::pace::Pace;
    use super::*;
    use crate::analytics::items::{ItemKey, Stock};
    use crate::model::time::{Day, Span};

    fn item(paid_fen: i64, units: i64, stock: Option<i64>) -> Item {
        let now = ItemSales {
            paid_fen,
            units: Some(units),
            ..ItemSales::default()
        };
        Item {
            key: ItemKey::Id(1),
            title: String::new(),
            codes: Vec::new(),
            now,
            paired: now,
            base: now,
            stock: stock.map(|units| Stock {
                units_milli: units * 1_000,
                inbound_milli: 0,
            }),
            cost_fen: Some(100),
            recent_units: Some(units),
        }
    }

    fn standing(class: Abc, xyz: Option<Xyz>, quiet_days: i32) -> Standing {
        Standing {
            ranked: Ranked {
                class,
                rank: 1,
                upto: 0,
            },
            pace: Pace {
                quiet_days: Some(quiet_days),
                ..Pace::default()
            },
            xyz,
        }
    }

    #[test]
    fn what_loses_goes_before_what_lies_before_what_is_erratic() {
        let items = Items {
            span: Some(Span::new(Day(1), Day(7))),
            recent_days: 7,
            items: vec![
                item(1_000, 2, Some(50)),
                item(0, 0, Some(90)),
                item(100, 2, None),
                item(300, 1, Some(1)),
                item(0, 0, Some(0)),
            ],
            ..Items::default()
        };
        let all = [
            standing(Abc::A, Some(Xyz::X), 0),
            standing(Abc::C, None, 40),
            standing(Abc::C, Some(Xyz::Y), 0),
            standing(Abc::C, Some(Xyz::Z), 3),
            standing(Abc::C, None, 99),
        ];
        let found = decide(&items, &all, &Conversions::default(), &[], &Fees::default());
        let told: Vec<_> = found
            .drop
            .iter()
            .map(|drop| (drop.item, drop.why))
            .collect();
        assert_eq!(
            told,
            [
                (2, DropWhy::Loses(100)),
                (1, DropWhy::Lies(40)),
                (3, DropWhy::Erratic)
            ]
        );
        assert_eq!(found.drop[1].tied_fen, Some(9_000));
    }

    #[test]
    fn an_order_sent_back_in_a_week_does_not_condemn_an_item() {
        let mut sent_back = item(1_000, 2, None);
        sent_back.now.refund_fen = Some(950);
        let mut items = Items {
            span: Some(Span::new(Day(1), Day(7))),
            items: vec![sent_back],
            ..Items::default()
        };
        let all = [standing(Abc::A, Some(Xyz::X), 0)];
        let drop = |items: &Items| {
            decide(items, &all, &Conversions::default(), &[], &Fees::default()).drop
        };
        assert_eq!(drop(&items), []);
        items.span = Some(Span::new(Day(1), Day(28)));
        assert_eq!(drop(&items)[0].why, DropWhy::Loses(150));
    }

    #[test]
    fn no_visitors_are_sent_to_what_runs_out_or_loses() {
        let better = |item| Converting {
            item,
            others: (1, 100),
            category: None,
            interval: (0.1, 0.2),
            missed_fen: -500,
            blame: Vec::new(),
        };
        let items = Items {
            span: Some(Span::new(Day(1), Day(7))),
            recent_days: 7,
            items: vec![
                item(9_000, 7, Some(13)),
                item(9_000, 7, Some(14)),
                item(9_000, 7, None),
                item(600, 7, Some(900)),
                item(9_000, 7, Some(0)),
            ],
            ..Items::default()
        };
        let all = [standing(Abc::A, None, 0); 5];
        let new = |item, sold| Newcomer {
            title: String::new(),
            item: Some(item),
            came: Day(1),
            age_days: 7,
            sold,
            usual: Some([20, 40, 60]),
            earlier: 4,
        };
        let conversions = Conversions {
            better: [0, 1, 3, 4].map(better).into_iter().collect(),
            ..Conversions::default()
        };
        let found = decide(
            &items,
            &all,
            &conversions,
            &[new(2, 90), new(1, 90), new(0, 10)],
            &Fees::default(),
        );
        let told: Vec<_> = found.push.iter().map(|push| push.item).collect();
        assert_eq!(told, [1, 2]);
        assert!(matches!(found.push[1].why, Because::New(_)));
        let slow: Vec<_> = found.fix.iter().map(|fix| fix.item).collect();
        assert_eq!(slow, [0]);
        assert_eq!(found.push[0].cover_days, Some(14));
    }
}
