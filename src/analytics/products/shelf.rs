//! How much of the shelf sells: 动销率, 售罄率, and what sells at which price.

use crate::analytics::items::{Item, Items};
use serde::{Deserialize, Serialize};

/// How much of the shelf sells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnShelf {
    /// Items that sold.
    pub sold: u32,
    /// Items that were on the shelf at some time; `None` where the files only know what sold.
    pub there: Option<u32>,
}

/// How much of the shelf sold in a period. On the shelf is what had visitors or sales in it, and what the stock still has.
pub fn on_shelf(items: &Items) -> OnShelf {
    let is_there = |item: &Item| {
        let has_stock = item.stock.is_some_and(|stock| stock.units_milli > 0);
        item.now.paid_fen > 0 || item.now.visitors.is_some_and(|n| n > 0) || has_stock
    };
    let count = |is: &dyn Fn(&Item) -> bool| items.items.iter().filter(|i| is(i)).count() as u32;
    let knows_idle =
        items.stock_day.is_some() || items.items.iter().any(|item| item.now.visitors.is_some());
    OnShelf {
        sold: count(&|item| item.now.paid_fen > 0),
        there: knows_idle.then(|| count(&is_there) + items.idle_codes),
    }
}

/// How far the day of the stock may be from the end of a period for the two to be put together.
const NEAR_DAYS: i32 = 2;

/// 售罄率 of an item in a period: units sold, and all that there were: units sold and units left. What was there at the beginning
/// and what came in between add up to that. `None` where the stock is of another time, or nothing was there.
pub fn sold_through(items: &Items, item: &Item) -> Option<(i64, i64)> {
    let (day, span) = (items.stock_day?, items.span?);
    let is_near = (day.0 - span.last.0).abs() <= NEAR_DAYS;
    let left = item.stock?.units_milli.max(0) / 1_000;
    let sold = item.now.units?;
    (is_near && sold + left > 0).then_some((sold, sold + left))
}

/// What sells at some prices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// From this price on, in 分.
    pub from_fen: i64,
    /// Below this one.
    pub to_fen: i64,
    /// Items.
    pub items: u32,
    /// Paid before refunds.
    pub paid_fen: i64,
    /// Units paid.
    pub units: i64,
    /// Visitors, where all of its items have them.
    pub visitors: Option<i64>,
    /// People who paid.
    pub buyers: Option<i64>,
}

/// What sells at which price, by what was really paid for a unit: bands of 1, 2, 5, 10, 20, 50, … yuan, those with nothing left out.
pub fn bands(items: &Items) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    let mut priced: Vec<(i64, &Item)> = items
        .items
        .iter()
        .filter_map(|item| Some((price_fen(item)?, item)))
        .collect();
    priced.sort_by_key(|(price, _)| *price);
    let (mut from, mut edge) = (0, 100);
    for (price, item) in priced {
        while price >= edge {
            from = edge;
            // 1, 2, 5 and the same with noughts.
            let leads_with_two = edge.to_string().starts_with('2');
            edge = if leads_with_two {
                edge / 2 * 5
            } else {
                edge * 2
            };
        }
        if bands.last().is_none_or(|band| band.from_fen != from) {
            bands.push(Band {
                from_fen: from,
                to_fen: edge,
                visitors: Some(0),
                buyers: Some(0),
                ..Band::default()
            });
        }
        if let Some(band) = bands.last_mut() {
            band.items += 1;
            band.paid_fen += item.now.paid_fen;
            band.units += item.now.units.unwrap_or(0);
            band.visitors = band.visitors.zip(item.now.visitors).map(|(a, b)| a + b);
            band.buyers = band.buyers.zip(item.now.buyers).map(|(a, b)| a + b);
        }
    }
    bands
}

/// What was really paid for a unit, in 分; `None` where nothing sold or units are not known.
pub fn price_fen(item: &Item) -> Option<i64> {
    let units = item.now.units.filter(|units| *units > 0)?;
    (item.now.paid_fen > 0).then(|| item.now.paid_fen / units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::items::{ItemKey, ItemSales, Stock};
    use crate::model::time::{Day, Span};

    fn item(paid_fen: i64, units: i64, left: Option<i64>) -> Item {
        let now = ItemSales {
            paid_fen,
            units: Some(units),
            visitors: Some(10),
            buyers: Some(units),
            ..ItemSales::default()
        };
        Item {
            key: ItemKey::Id(1),
            title: String::new(),
            codes: Vec::new(),
            now,
            paired: now,
            base: now,
            stock: left.map(|units| Stock {
                units_milli: units * 1_000,
                inbound_milli: 0,
            }),
            cost_fen: None,
            recent_units: None,
        }
    }

    fn shop(items: Vec<Item>) -> Items {
        Items {
            span: Some(Span::new(Day(1), Day(7))),
            items,
            ..Items::default()
        }
    }

    #[test]
    fn bands_begin_at_one_two_and_five() {
        let items = shop(vec![
            item(99, 1, None),
            item(100, 1, None),
            item(3_980, 2, None),
            item(2_000, 1, None),
            item(19_999, 1, None),
            item(0, 0, None),
        ]);
        let found = bands(&items);
        let edges: Vec<_> = found.iter().map(|b| (b.from_fen, b.to_fen)).collect();
        assert_eq!(
            edges,
            [
                (0, 100),
                (100, 200),
                (1_000, 2_000),
                (2_000, 5_000),
                (10_000, 20_000)
            ]
        );
        assert_eq!(
            (found[2].items, found[2].units, found[2].visitors),
            (1, 2, Some(10))
        );
    }

    #[test]
    fn the_share_that_sells_needs_to_know_what_does_not() {
        let mut items = shop(vec![item(100, 1, None), item(0, 0, Some(5))]);
        items.idle_codes = 3;
        assert_eq!(on_shelf(&items).there, Some(5));
        for item in &mut items.items {
            item.now.visitors = None;
        }
        assert_eq!((on_shelf(&items).sold, on_shelf(&items).there), (1, None));
    }

    #[test]
    fn what_sold_through_is_held_against_what_is_left_at_the_end() {
        let mut items = shop(vec![item(300, 3, Some(9)), item(300, 3, None)]);
        assert_eq!(sold_through(&items, &items.items[0]), None);
        items.stock_day = Some(Day(8));
        assert_eq!(sold_through(&items, &items.items[0]), Some((3, 12)));
        assert_eq!(sold_through(&items, &items.items[1]), None);
        items.stock_day = Some(Day(30));
        assert_eq!(sold_through(&items, &items.items[0]), None);
    }
}
