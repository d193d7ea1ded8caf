//! The days of an item, and what it sold at each price, as tables.

use crate::analytics::products::one::{DayOfItem, ItemView};
use crate::analytics::products::price::{PriceLevel, price_fen};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::products::{count, money, rate};
use crate::screens::sales::items::without_empty_columns;

/// A day with what each of its numbers is called.
pub fn row(day: &DayOfItem) -> Vec<(Text, Cell)> {
    let sales = day.sales;
    vec![
        (Text::ColumnDay, Cell::Day(day.day)),
        (Text::HotPaid, money(sales.map(|s| s.paid_fen))),
        (Text::ItemUnits, count(sales.and_then(|s| s.units))),
        (
            Text::ItemPagePriceLine,
            money(sales.and_then(|s| price_fen(&s))),
        ),
        (Text::ItemVisitors, count(sales.and_then(|s| s.visitors))),
        (
            Text::ProdConversion,
            rate(sales.and_then(|s| s.buyers), sales.and_then(|s| s.visitors)),
        ),
        (Text::ProdByRefunds, money(sales.and_then(|s| s.refund_fen))),
    ]
}

/// The days, the newest first.
pub fn table(view: &ItemView, lang: Lang) -> Table {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let columns = vec![
        column("day", Text::ColumnDay, Kind::Day).deciding(),
        column("paid", Text::HotPaid, Kind::Money).deciding(),
        column("units", Text::ItemUnits, Kind::Count).deciding(),
        column("price", Text::ItemPagePriceLine, Kind::Money),
        column("visitors", Text::ItemVisitors, Kind::Count),
        column("conversion", Text::ProdConversion, Kind::Rate),
        column("refunds", Text::ProdByRefunds, Kind::Money),
    ];
    let cells = |day: &DayOfItem| row(day).into_iter().map(|(_, cell)| cell).collect();
    without_empty_columns(Table {
        columns,
        rows: view.days.iter().rev().map(cells).collect(),
        totals: None,
    })
}

/// What it sold at each price, the lowest first.
pub fn prices(view: &ItemView, lang: Lang) -> Table {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let columns = vec![
        column("price", Text::ItemPagePriceLevel, Kind::Text).deciding(),
        column("days", Text::ItemPageDaysCount, Kind::Count),
        column("units", Text::ItemUnits, Kind::Count),
        column("per_day", Text::ItemPageUnitsPerDay, Kind::Text).deciding(),
        column("visitors", Text::ItemVisitors, Kind::Count),
        column("conversion", Text::ProdConversion, Kind::Rate).deciding(),
        column("paid", Text::HotPaid, Kind::Money),
    ];
    let row = |level: &PriceLevel| {
        let (from, to) = (format::money(level.from_fen), format::money(level.to_fen));
        let price = match level.from_fen == level.to_fen {
            true => from,
            false => t(lang, Text::ProdBandOf, &[&from, &to]),
        };
        let per_day = level.units as f64 / level.days.max(1) as f64;
        vec![
            Cell::Text(price),
            count(Some(level.days)),
            count(Some(level.units)),
            Cell::Text(format::decimals(per_day, 1)),
            count(level.visitors),
            rate(level.buyers, level.visitors),
            money(Some(level.paid_fen)),
        ]
    };
    without_empty_columns(Table {
        columns,
        rows: view.prices.iter().map(row).collect(),
        totals: None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::view;
    use super::*;

    #[test]
    fn an_unknown_day_is_no_day_of_nothing() {
        let table = table(&view(), Lang::Zh);
        let text = |row: usize| -> Vec<String> {
            table.rows[row]
                .iter()
                .map(|cell| cell.text(Lang::Zh))
                .collect()
        };
        assert_eq!(text(2)[..4], ["2026-11-20", "¥297.00", "3", "¥99.00"]);
        assert_eq!(text(1)[1..3], ["—", "—"]);
        assert_eq!(text(0)[..3], ["2026-11-22", "¥0.00", "0"]);
    }

    #[test]
    fn each_price_says_what_sold_a_day() {
        let table = prices(&view(), Lang::En);
        let row: Vec<String> = table.rows[0].iter().map(|c| c.text(Lang::En)).collect();
        assert_eq!(row[..4], ["¥99.00", "1", "3", "3.0"]);
    }
}
