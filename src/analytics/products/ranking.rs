//! Where each item stands by a number of the operator's choice, and where it stood before.

use super::fees::Fees;
use crate::analytics::items::{Item, ItemSales, Items};
use serde::{Deserialize, Serialize};

/// What items are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum By {
    /// Paid before refunds.
    #[default]
    Paid,
    /// Units paid.
    Units,
    /// Visitors.
    Visitors,
    /// Buyers per visitor.
    Conversion,
    /// Money refunded.
    Refunds,
    /// Money refunded per money paid.
    RefundRate,
    /// What is left of the money after refunds, what the units cost, and what selling costs.
    Profit,
}

/// A share of fewer cases says next to nothing, and is not ranked.
pub const LEAST_CASES: i64 = 30;

impl By {
    /// All of them, in the order in which they are offered.
    pub const ALL: [By; 7] = [
        By::Paid,
        By::Units,
        By::Visitors,
        By::Conversion,
        By::Refunds,
        By::RefundRate,
        By::Profit,
    ];

    /// How it stands in an address.
    pub fn key(self) -> &'static str {
        match self {
            By::Paid => "paid",
            By::Units => "units",
            By::Visitors => "visitors",
            By::Conversion => "conversion",
            By::Refunds => "refunds",
            By::RefundRate => "refund_rate",
            By::Profit => "profit",
        }
    }

    /// Reads what [`By::key`] wrote.
    pub fn from_key(key: &str) -> Option<By> {
        By::ALL.into_iter().find(|by| by.key() == key)
    }

    /// Whether the items' numbers add up, so that each has a share of the whole.
    pub fn adds_up(self) -> bool {
        !matches!(self, By::Conversion | By::RefundRate)
    }

    /// The number of an item as numerator and denominator; `None` where its file does not say, or where it is a share of
    /// fewer than [`LEAST_CASES`] visitors or of nothing paid.
    pub fn of(self, sales: &ItemSales, cost_fen: Option<i64>, fees: &Fees) -> Option<(i64, i64)> {
        let whole = |n: i64| Some((n, 1));
        match self {
            By::Paid => whole(sales.paid_fen),
            By::Units => whole(sales.units?),
            By::Visitors => whole(sales.visitors?),
            By::Conversion => {
                let visitors = sales.visitors.filter(|n| *n >= LEAST_CASES)?;
                Some((sales.buyers?, visitors))
            }
            By::Refunds => whole(sales.refund_fen?),
            By::RefundRate => (sales.paid_fen > 0).then_some((sales.refund_fen?, sales.paid_fen)),
            By::Profit => whole(fees.profit(sales, cost_fen)?.left_fen()),
        }
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its rank in the period, from 1; `None` where it has no number. Equal numbers share a rank.
    pub rank: Option<u32>,
    /// By how many places it rose against the period before, over the days that both have; below 0 it fell.
    pub rose: Option<i32>,
    /// Nothing is known of it in the period before: it is new among the ranked.
    pub is_new: bool,
    /// What the items up to it come to together, it included; losses count as nothing. 0 where numbers do not add up.
    pub upto: i64,
}

/// The items in the order of a number, with the place of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranking {
    /// Places in [`Items::items`], the highest number first, those without one last.
    pub order: Vec<u32>,
    /// The place of each item, in the order of [`Items::items`].
    pub places: Vec<Place>,
    /// What all items come to; 0 where numbers do not add up.
    pub whole: i64,
}

/// Ranks the items of a period.
pub fn ranking(items: &Items, by: By, fees: &Fees) -> Ranking {
    let numbers = |sales: fn(&Item) -> &ItemSales| -> Vec<Option<(i64, i64)>> {
        let number = |item: &Item| by.of(sales(item), item.cost_fen, fees);
        items.items.iter().map(number).collect()
    };
    let now = numbers(|item| &item.now);
    let (order, ranks) = ranked(&now);
    let mut places: Vec<Place> = ranks
        .iter()
        .map(|rank| Place {
            rank: *rank,
            ..Place::default()
        })
        .collect();
    if items.is_comparable() {
        // What sold nothing before had no place.
        let before: Vec<Option<(i64, i64)>> = numbers(|item| &item.base)
            .into_iter()
            .map(|number| number.filter(|(num, _)| *num != 0))
            .collect();
        let (_, before) = ranked(&before);
        let (_, paired) = ranked(&numbers(|item| &item.paired));
        for (at, place) in places.iter_mut().enumerate() {
            let moved = before[at].zip(paired[at]);
            place.rose = moved.map(|(before, now)| before as i32 - now as i32);
            place.is_new = place.rank.is_some() && before[at].is_none();
        }
    }
    let mut whole = 0i64;
    if by.adds_up() {
        for at in &order {
            let (number, _) = now[*at as usize].unwrap_or_default();
            whole += number.max(0);
            places[*at as usize].upto = whole;
        }
    }
    Ranking {
        order,
        places,
        whole,
    }
}

/// The order of some quotients, the highest first, and the rank of each.
fn ranked(numbers: &[Option<(i64, i64)>]) -> (Vec<u32>, Vec<Option<u32>>) {
    let cross = |(a, b): (i64, i64), (c, d): (i64, i64)| {
        (i128::from(c) * i128::from(b)).cmp(&(i128::from(a) * i128::from(d)))
    };
    let mut order: Vec<u32> = (0..numbers.len() as u32).collect();
    order.sort_by(|a, b| match (numbers[*a as usize], numbers[*b as usize]) {
        (Some(a), Some(b)) => cross(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let mut ranks = vec![None; numbers.len()];
    let mut last: Option<((i64, i64), u32)> = None;
    for (place, at) in (1..).zip(&order) {
        let Some(number) = numbers[*at as usize] else {
            break;
        };
        let rank = match last {
            Some((before, rank)) if cross(before, number).is_eq() => rank,
            _ => place,
        };
        last = Some((number, rank));
        ranks[*at as usize] = Some(rank);
    }
    (order, ranks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::items::ItemKey;

    fn sales(paid_fen: i64, visitors: i64, buyers: i64) -> ItemSales {
        ItemSales {
            paid_fen,
            units: Some(buyers),
            visitors: Some(visitors),
            buyers: Some(buyers),
            refund_fen: Some(paid_fen / 10),
            ..ItemSales::default()
        }
    }

    fn shop(of: &[(ItemSales, ItemSales)]) -> Items {
        let item = |(at, (now, base)): (usize, &(ItemSales, ItemSales))| Item {
            key: ItemKey::Id(at as u64 + 1),
            title: format!("item {at}"),
            codes: Vec::new(),
            now: *now,
            paired: *now,
            base: *base,
            stock: None,
            cost_fen: (at == 0).then_some(40),
            recent_units: None,
        };
        Items {
            paired_days: 7,
            items: of.iter().enumerate().map(item).collect(),
            ..Items::default()
        }
    }

    #[test]
    fn ranks_are_shared_and_moves_are_told() {
        let none = ItemSales::default();
        let items = shop(&[
            (sales(900, 90, 9), sales(100, 90, 1)),
            (sales(500, 50, 10), sales(800, 50, 8)),
            (sales(500, 20, 10), none),
            (none, sales(700, 70, 7)),
        ]);
        let found = ranking(&items, By::Paid, &Fees::default());
        assert_eq!(found.order, [0, 1, 2, 3]);
        let ranks: Vec<_> = found.places.iter().map(|place| place.rank).collect();
        assert_eq!(ranks, [Some(1), Some(2), Some(2), Some(4)]);
        let moves: Vec<_> = found.places.iter().map(|place| place.rose).collect();
        assert_eq!(moves, [Some(2), Some(-1), None, Some(-2)]);
        assert!(found.places[2].is_new && !found.places[3].is_new);
        let upto: Vec<_> = found.places.iter().map(|place| place.upto).collect();
        assert_eq!((upto, found.whole), (vec![900, 1_400, 1_900, 1_900], 1_900));
    }

    #[test]
    fn a_share_of_few_visitors_is_not_ranked() {
        let none = ItemSales::default();
        let items = shop(&[
            (sales(900, 90, 9), none),
            (sales(500, 50, 10), none),
            (sales(500, 20, 10), none),
        ]);
        let found = ranking(&items, By::Conversion, &Fees::default());
        let ranks: Vec<_> = found.places.iter().map(|place| place.rank).collect();
        assert_eq!((ranks, found.whole), (vec![Some(2), Some(1), None], 0));
    }

    #[test]
    fn profit_is_what_is_left_after_refunds_and_cost() {
        let items = shop(&[(sales(900, 90, 9), ItemSales::default()); 2]);
        let found = ranking(&items, By::Profit, &Fees::default());
        assert_eq!((found.whole, found.places[1].rank), (900 - 90 - 360, None));
    }

    #[test]
    fn metrics_come_back_from_an_address() {
        for by in By::ALL {
            assert_eq!(By::from_key(by.key()), Some(by));
        }
        assert_eq!(By::from_key("nothing"), None);
    }
}
