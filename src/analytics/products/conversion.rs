//! Items that turn visitors into buyers worse or better than the others, as far as chance does not explain it, and the part
//! that is to blame.
//!
//! An item is held against the others of its category where a file names categories, else against all others of the shop. The
//! interval of its share is Wilson's at a level that is shared out over all items that are looked at (Bonferroni): of a hundred
//! ordinary items not five are accused.

use super::ranking::LEAST_CASES;
use crate::analytics::items::{Item, Items};
use crate::analytics::stats::wilson;
use serde::{Deserialize, Serialize};

/// How often chance alone may accuse any item.
const CHANCE: f64 = 0.05;
/// With less cover than this an item cannot sell what is asked for, in days.
const SHORT_DAYS: f64 = 3.0;
/// Visitors that grew by more than this, in percent, are other visitors than before.
const MANY_MORE_PERCENT: i64 = 30;
/// A price above that of the others by more than this, in percent, is a reason.
const DEARER_PERCENT: i64 = 20;

/// Which part of the way from visitor to buyer is to blame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// It is out of stock, or nearly.
    Stock,
    /// Many more visitors than before, who do not buy: other people came.
    Traffic,
    /// Those who look do not put it into the cart: pictures, description, the offer as it is shown.
    Page,
    /// It gets into carts and is not paid for: price, postage, coupons, a cheaper one elsewhere.
    Price,
    /// Reviews are worse than those of the others.
    Reviews,
    /// None of what the files say stands out.
    Unknown,
}

/// An item that turns visitors into buyers unlike the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Converting {
    /// Its place among the items of the period.
    pub item: u32,
    /// Buyers and visitors of the others it is held against.
    pub others: (i64, i64),
    /// The category in which the others are; `None` where it is the shop.
    pub category: Option<String>,
    /// Its interval, in parts of 1.
    pub interval: (f64, f64),
    /// What its visitors would have paid beyond what they did if it sold like the others, in 分; below 0 what it brought above
    /// that.
    pub missed_fen: i64,
    /// What is to blame, the likeliest first; empty for one that does better.
    pub blame: Vec<Part>,
}

/// Those that do worse and those that do better, each the one with most money at stake first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conversions {
    /// Items with enough visitors to be looked at.
    pub looked_at: u32,
    /// Those that do worse.
    pub worse: Vec<Converting>,
    /// Those that do better.
    pub better: Vec<Converting>,
}

/// What is known of an item beside its sales.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    /// Its category.
    pub(super) category: Option<String>,
    /// Bad reviews, and all.
    pub(super) reviews: Option<(i64, i64)>,
}

/// Counts of some items together.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    items: u32,
    visitors: i64,
    buyers: i64,
    carts: i64,
    paid_fen: i64,
    bad: i64,
    reviews: i64,
}

impl Sum {
    fn of(item: &Item, known: &Known) -> Option<Sum> {
        let now = &item.now;
        let (bad, reviews) = known.reviews.unwrap_or_default();
        Some(Sum {
            items: 1,
            visitors: now.visitors?,
            buyers: now.buyers?,
            carts: now.cart_buyers.unwrap_or(0),
            paid_fen: now.paid_fen,
            bad,
            reviews,
        })
    }

    fn add(self, other: Sum, sign: i64) -> Sum {
        Sum {
            items: self
                .items
                .wrapping_add_signed(sign as i32 * other.items as i32),
            visitors: self.visitors + sign * other.visitors,
            buyers: self.buyers + sign * other.buyers,
            carts: self.carts + sign * other.carts,
            paid_fen: self.paid_fen + sign * other.paid_fen,
            bad: self.bad + sign * other.bad,
            reviews: self.reviews + sign * other.reviews,
        }
    }
}

/// Fewer items are no category to be held against.
const LEAST_OTHERS: u32 = 3;

/// Looks at the conversion of every item; `known` stands in the order of the items.
pub(super) fn conversions(items: &Items, known: &[Known]) -> Conversions {
    let sums: Vec<Option<Sum>> = items
        .items
        .iter()
        .zip(known)
        .map(|(item, known)| Sum::of(item, known))
        .collect();
    let all = |category: Option<&String>| {
        let is_of = |at: &usize| category.is_none() || known[*at].category.as_ref() == category;
        let of = (0..sums.len()).filter(is_of).filter_map(|at| sums[at]);
        of.fold(Sum::default(), |a, b| a.add(b, 1))
    };
    let shop = all(None);
    let looked: Vec<usize> = (0..sums.len())
        .filter(|at| sums[*at].is_some_and(|sum| sum.visitors >= LEAST_CASES))
        .collect();
    let mut found = Conversions {
        looked_at: looked.len() as u32,
        ..Conversions::default()
    };
    let level = 1.0 - CHANCE / looked.len().max(1) as f64;
    let mut categories: std::collections::BTreeMap<&String, Sum> = Default::default();
    for category in known.iter().filter_map(|known| known.category.as_ref()) {
        categories
            .entry(category)
            .or_insert_with(|| all(Some(category)));
    }
    for at in looked {
        let Some(own) = sums[at] else { continue };
        let of_category = known[at].category.as_ref();
        let peers = of_category
            .and_then(|category| Some((category, categories.get(category)?.add(own, -1))))
            .filter(|(_, others)| others.items >= LEAST_OTHERS && others.visitors >= LEAST_CASES);
        let (category, others) = match peers {
            Some((category, others)) => (Some(category.clone()), others),
            None => (None, shop.add(own, -1)),
        };
        let Some(interval) = wilson(own.buyers, own.visitors, level) else {
            continue;
        };
        if others.visitors < LEAST_CASES || others.buyers == 0 {
            continue;
        }
        let usual = others.buyers as f64 / others.visitors as f64;
        let missing_buyers = usual * own.visitors as f64 - own.buyers as f64;
        // What one of its own buyers spends; where it has none, one of the others.
        let payer = if own.buyers > 0 { own } else { others };
        let spend = payer.paid_fen as f64 / payer.buyers as f64;
        let one = Converting {
            item: at as u32,
            others: (others.buyers, others.visitors),
            category,
            interval,
            missed_fen: (missing_buyers * spend).round() as i64,
            blame: Vec::new(),
        };
        if interval.1 < usual {
            let blame = blame(items, at, own, others, level);
            found.worse.push(Converting { blame, ..one });
        } else if interval.0 > usual {
            found.better.push(one);
        }
    }
    let by_stake = |a: &Converting, b: &Converting| {
        let stake = b.missed_fen.abs().cmp(&a.missed_fen.abs());
        stake.then(a.item.cmp(&b.item))
    };
    found.worse.sort_by(by_stake);
    found.better.sort_by(by_stake);
    found
}

fn blame(items: &Items, at: usize, own: Sum, others: Sum, level: f64) -> Vec<Part> {
    let item = &items.items[at];
    let is_below = |part: i64, whole: i64, usual: (i64, i64)| {
        usual.1 > 0
            && wilson(part, whole, level)
                .is_some_and(|(_, upper)| upper < usual.0 as f64 / usual.1 as f64)
    };
    let mut blame = Vec::new();
    let is_out = item.stock.is_some_and(|stock| stock.units_milli <= 0);
    if is_out || items.cover_days(item).is_some_and(|days| days < SHORT_DAYS) {
        blame.push(Part::Stock);
    }
    if items.is_comparable() && brought_others(item, level) {
        blame.push(Part::Traffic);
    }
    if own.carts > 0 && others.carts > 0 {
        if is_below(own.carts, own.visitors, (others.carts, others.visitors)) {
            blame.push(Part::Page);
        }
        // Who pays without the cart counts too: a share of more than all is all.
        let is_left = is_below(own.buyers, own.carts, (others.buyers, others.carts));
        if is_left || is_dearer(own, others) && !blame.contains(&Part::Page) {
            blame.push(Part::Price);
        }
    } else if is_dearer(own, others) {
        blame.push(Part::Price);
    }
    let good = |sum: Sum| (sum.reviews - sum.bad, sum.reviews);
    if is_below(good(own).0, good(own).1, good(others)) {
        blame.push(Part::Reviews);
    }
    if blame.is_empty() {
        blame.push(Part::Unknown);
    }
    blame
}

/// Whether many more people came than before, and the same item sold worse to them than to those before.
fn brought_others(item: &Item, level: f64) -> bool {
    let (paired, base) = (&item.paired, &item.base);
    let (Some(now), Some(before)) = (paired.visitors, base.visitors) else {
        return false;
    };
    let (Some(buyers), Some(buyers_before)) = (paired.buyers, base.buyers) else {
        return false;
    };
    let grew = now * 100 > before * (100 + MANY_MORE_PERCENT);
    let usual = buyers_before as f64 / before.max(1) as f64;
    before >= LEAST_CASES
        && grew
        && wilson(buyers, now, level).is_some_and(|(_, upper)| upper < usual)
}

/// Whether one of its buyers spends much more than one of the others.
fn is_dearer(own: Sum, others: Sum) -> bool {
    own.buyers > 0
        && others.buyers > 0
        && i128::from(own.paid_fen) * i128::from(others.buyers) * 100
            > i128::from(others.paid_fen)
                * i128::from(own.buyers)
                * i128::from(100 + DEARER_PERCENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::items::{ItemKey, ItemSales, Stock};
    use crate::model::time::{Day, Span};

    /// Visitors, people with it in the cart, buyers.
    fn item(visitors: i64, carts: i64, buyers: i64) -> Item {
        let now = ItemSales {
            paid_fen: buyers * 5_000,
            units: Some(buyers),
            visitors: Some(visitors),
            buyers: Some(buyers),
            cart_buyers: Some(carts),
            refund_fen: None,
        };
        Item {
            key: ItemKey::Id(1),
            title: String::new(),
            codes: Vec::new(),
            now,
            paired: now,
            base: now,
            stock: None,
            cost_fen: None,
            recent_units: None,
        }
    }

    fn shop(items: Vec<Item>) -> Items {
        Items {
            span: Some(Span::new(Day(1), Day(7))),
            paired_days: 7,
            items,
            ..Items::default()
        }
    }

    fn look(items: &Items) -> Conversions {
        conversions(items, &vec![Known::default(); items.items.len()])
    }

    #[test]
    fn what_chance_explains_is_not_accused() {
        let items = shop(vec![
            item(10_000, 1_000, 400),
            item(1_000, 100, 10),
            item(100, 10, 1),
            item(29, 0, 0),
        ]);
        let found = look(&items);
        assert_eq!(found.looked_at, 3);
        let worse: Vec<u32> = found.worse.iter().map(|one| one.item).collect();
        assert_eq!(worse, [1]);
        // 401 of 10,129 others; 1,000 visitors would have been 39.6 buyers.
        let one = &found.worse[0];
        assert_eq!(one.others, (401, 10_129));
        assert_eq!(
            one.missed_fen,
            ((401.0 / 10_129.0 * 1_000.0 - 10.0) * 5_000.0f64).round() as i64
        );
        assert_eq!(one.blame, [Part::Price]);
        assert!(
            found
                .better
                .iter()
                .all(|one| one.blame.is_empty() && one.missed_fen < 0)
        );
    }

    #[test]
    fn the_part_of_the_way_on_which_they_are_lost_is_to_blame() {
        let with = |change: &dyn Fn(&mut Item)| {
            let mut items = shop(vec![item(10_000, 1_000, 400), item(1_000, 100, 10)]);
            change(&mut items.items[1]);
            look(&items).worse[0].blame.clone()
        };
        assert_eq!(with(&|item| item.now.cart_buyers = Some(30)), [Part::Page]);
        let out = |item: &mut Item| {
            item.stock = Some(Stock::default());
        };
        assert_eq!(with(&out), [Part::Stock, Part::Price]);
        let crowd = |item: &mut Item| {
            item.base.visitors = Some(300);
            item.base.buyers = Some(12);
        };
        assert_eq!(with(&crowd), [Part::Traffic, Part::Price]);
        let nothing = |item: &mut Item| {
            item.now.cart_buyers = None;
        };
        assert_eq!(with(&nothing), [Part::Unknown]);
    }

    #[test]
    fn reviews_count_where_they_are_worse_than_those_of_the_others() {
        let items = shop(vec![item(10_000, 1_000, 400), item(1_000, 30, 10)]);
        let known = [Some((20, 1_000)), Some((30, 100))].map(|reviews| Known {
            reviews,
            category: None,
        });
        let blame = &conversions(&items, &known).worse[0].blame;
        assert_eq!(blame, &[Part::Page, Part::Reviews]);
    }

    #[test]
    fn a_category_of_its_own_kind_goes_before_the_shop() {
        let mut all = vec![item(10_000, 900, 900)];
        all.extend(vec![item(1_000, 90, 10); 4]);
        let items = shop(all);
        let known: Vec<Known> = (0..5)
            .map(|at| Known {
                category: (at > 0).then(|| "灯".to_owned()),
                reviews: None,
            })
            .collect();
        assert!(conversions(&items, &known).worse.is_empty());
        assert_eq!(look(&items).worse.len(), 4);
    }
}
