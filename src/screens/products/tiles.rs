//! How much of the shelf sells, in four numbers.

use super::percent;
use crate::analytics::products::Products;
use crate::analytics::products::abc::Abc;
use crate::analytics::products::shelf::sold_through;
use crate::i18n::{Lang, Text, format, t};

/// A number with how it comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfTile {
    /// What it is.
    pub title: &'static str,
    /// The number; — where it is not known.
    pub number: String,
    /// How it comes about, or what is missing.
    pub how: String,
}

/// How many items the concentration is told of.
const TOP: usize = 10;

/// The tiles.
pub fn tiles(products: &Products, lang: Lang) -> Vec<ShelfTile> {
    let items = &products.items;
    let tile = |title: Text, number: String, how: String| ShelfTile {
        title: title.get(lang),
        number,
        how,
    };
    let none = || format::NONE.to_owned();
    let shelf = products.on_shelf;
    let sold = format::grouped(i64::from(shelf.sold));
    let active = match shelf.there.filter(|there| *there > 0) {
        Some(there) => tile(
            Text::ProdActiveShare,
            percent(lang, (i64::from(shelf.sold), i64::from(there))),
            t(
                lang,
                Text::ProdActiveHow,
                &[&sold, &format::grouped(i64::from(there))],
            ),
        ),
        None => tile(
            Text::ProdActiveShare,
            none(),
            t(lang, Text::ProdActiveUnknown, &[&sold]),
        ),
    };
    let parts = items
        .items
        .iter()
        .filter_map(|item| sold_through(items, item));
    let (units, all) = parts.fold((0, 0), |(a, b), (sold, all)| (a + sold, b + all));
    let through = match all > 0 {
        true => tile(
            Text::ProdSoldThrough,
            percent(lang, (units, all)),
            t(
                lang,
                Text::ProdThroughHow,
                &[&format::grouped(units), &format::grouped(all)],
            ),
        ),
        false => tile(
            Text::ProdSoldThrough,
            none(),
            Text::ProdThroughUnknown.get(lang).to_owned(),
        ),
    };
    let top = items.items.len().min(TOP);
    let paid: i64 = items.items[..top]
        .iter()
        .map(|item| item.now.paid_fen)
        .sum();
    let all = items.items.len() + products.left_out as usize;
    let head = products
        .standing
        .iter()
        .filter(|s| s.abc() == Abc::A)
        .count();
    vec![
        active,
        through,
        tile(
            Text::ProdTopTen,
            percent(lang, (paid, items.total_fen)),
            t(lang, Text::ProdTopTenHow, &[&top.to_string()]),
        ),
        tile(
            Text::ProdHead,
            t(lang, Text::ProdRankedOf, &[&format::grouped(head as i64)]),
            t(
                lang,
                Text::ProdHeadHow,
                &[&format::grouped(head as i64), &format::grouped(all as i64)],
            ),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::sample::products;
    use super::*;

    #[test]
    fn each_number_says_how_it_comes_about() {
        let found = tiles(&products(), Lang::Zh);
        let numbers: Vec<&str> = found.iter().map(|tile| tile.number.as_str()).collect();
        // 123 of 123 and three times 40 units.
        assert_eq!(numbers, ["75.00%", "50.62%", "100.00%", "2 款"]);
        assert_eq!(found[1].how, "卖出 123 件 ÷ 卖出加期末库存 243 件");
    }

    #[test]
    fn what_is_not_known_says_what_would_tell() {
        let mut products = products();
        products.on_shelf.there = None;
        products.items.stock_day = None;
        let found = tiles(&products, Lang::En);
        assert_eq!(
            (found[0].number.as_str(), found[1].number.as_str()),
            ("—", "—")
        );
        assert_eq!(found[1].how, Text::ProdThroughUnknown.get(Lang::En));
    }
}
