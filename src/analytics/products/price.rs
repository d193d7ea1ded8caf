//! What an item sold at each price that it had. It does not say what a price does: on the days of a lower price there is an
//! event more often than not, and more visitors come to it.

use crate::analytics::items::ItemSales;
use serde::{Deserialize, Serialize};

/// Prices within this of each other are one, in thousandths: coupons and gifts make small differences.
const SAME_PERMILLE: i64 = 50;

/// The days on which an item had about one price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceLevel {
    /// The lowest price of its days, in 分.
    pub from_fen: i64,
    /// The highest.
    pub to_fen: i64,
    /// Days.
    pub days: i64,
    /// Paid on them.
    pub paid_fen: i64,
    /// Units.
    pub units: i64,
    /// Visitors, where they are known.
    pub visitors: Option<i64>,
    /// People who paid, where they are known.
    pub buyers: Option<i64>,
}

/// The price of a day: what was paid for a unit, in 分.
pub fn price_fen(sales: &ItemSales) -> Option<i64> {
    let units = sales.units.filter(|units| *units > 0)?;
    (sales.paid_fen > 0).then(|| sales.paid_fen / units)
}

/// The prices of some days, the lowest first. Days without a sale have no price and are left out, which makes prices at which
/// little sells look better than they are.
pub fn levels<'a>(days: impl Iterator<Item = &'a ItemSales>) -> Vec<PriceLevel> {
    let mut priced: Vec<(i64, &ItemSales)> = days
        .filter_map(|sales| Some((price_fen(sales)?, sales)))
        .collect();
    priced.sort_by_key(|(price, _)| *price);
    let mut levels: Vec<PriceLevel> = Vec::new();
    for (price, sales) in priced {
        let is_same = |level: &PriceLevel| {
            price * 1_000 <= level.from_fen.saturating_mul(1_000 + SAME_PERMILLE)
        };
        if !levels.last().is_some_and(is_same) {
            levels.push(PriceLevel {
                from_fen: price,
                visitors: Some(0),
                buyers: Some(0),
                ..PriceLevel::default()
            });
        }
        if let Some(level) = levels.last_mut() {
            level.to_fen = price;
            level.days += 1;
            level.paid_fen += sales.paid_fen;
            level.units += sales.units.unwrap_or(0);
            level.visitors = level.visitors.zip(sales.visitors).map(|(a, b)| a + b);
            level.buyers = level.buyers.zip(sales.buyers).map(|(a, b)| a + b);
        }
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_about_one_price_stand_together() {
        let day = |paid_fen, units, visitors| ItemSales {
            paid_fen,
            units: Some(units),
            visitors,
            buyers: visitors.map(|_| units),
            ..ItemSales::default()
        };
        let days = [
            day(9_900, 1, Some(30)),
            day(15_800, 2, Some(90)),
            day(8_200, 1, Some(40)),
            day(0, 0, Some(70)),
            day(9_500, 1, None),
        ];
        let found = levels(days.iter());
        let edges: Vec<_> = found
            .iter()
            .map(|l| (l.from_fen, l.to_fen, l.days))
            .collect();
        assert_eq!(edges, [(7_900, 8_200, 2), (9_500, 9_900, 2)]);
        assert_eq!((found[0].units, found[0].visitors), (3, Some(130)));
        assert_eq!(found[1].visitors, None);
    }
}
