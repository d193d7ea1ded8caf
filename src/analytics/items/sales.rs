//! What each kind of file says of the sales of items.

use super::{Book, ItemKey, ItemSales, Names};
use crate::analytics::cells::{id, moment, money, name, number};
use crate::analytics::coverage::Coverage;
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::orders::column;
use crate::import::kinds::{DAY, LAST_DAY, orders};
use crate::model::time::{Civil, Span};
use crate::table::Table;
use std::collections::BTreeMap;

/// The kinds beside the orders that name items, the best first.
pub(super) const KINDS: [&str; 2] = ["sycm_items", "order_details"];

/// The kind that the sales are taken from: the one that knows most of an item, if it covers at least half of the period;
/// the titles of the order list, which lump items together, where none does.
pub(super) fn best(shelf: &Shelf, span: Span) -> Option<Book> {
    let ranking = || {
        shelf
            .others
            .get("sycm_items")
            .map(|(table, _)| rankings(table))
    };
    let details = || {
        let (table, coverage) = shelf.others.get("order_details")?;
        details(table, coverage)
    };
    let covers_enough = |book: &Book| book.coverage.missing_days(span) * 2 <= span.len_days();
    let named = ranking()
        .filter(covers_enough)
        .or_else(|| details().filter(covers_enough));
    named.or_else(|| (!shelf.orders.is_empty()).then(|| titles(shelf)))
}

impl Book {
    fn new(kind: &'static str, coverage: Coverage, nothing: ItemSales) -> Book {
        Book {
            kind,
            coverage,
            nothing,
            names: BTreeMap::new(),
            days: BTreeMap::new(),
        }
    }

    /// Takes note of what an item is called; the last one counts.
    fn call(&mut self, key: &ItemKey, title: Option<&str>, code: Option<&str>) {
        if !self.names.contains_key(key) {
            self.names.insert(key.clone(), Names::default());
        }
        let Some(names) = self.names.get_mut(key) else {
            return;
        };
        if let Some(title) = title.or(code.filter(|_| names.title.is_empty()))
            && names.title != title
        {
            names.title = title.to_owned();
        }
        if let Some(code) = code.filter(|code| !names.codes.iter().any(|c| c == code)) {
            names.codes.push(code.to_owned());
        }
    }
}

/// What the row names: its number, else its code, else its title.
fn key(table: &Table, row: usize) -> Option<ItemKey> {
    let by_code = || name(table, "sku_code", row).map(|code| ItemKey::Code(code.to_owned()));
    let by_title = || name(table, "title", row).map(|title| ItemKey::Title(title.to_owned()));
    id(table, "item_id", row)
        .map(ItemKey::Id)
        .or_else(by_code)
        .or_else(by_title)
}

/// 商品排行: rows of one day each. A row about several days says nothing of one of them.
fn rankings(table: &Table) -> Book {
    let of_day = |row: usize| {
        let first = moment(table, &[DAY], row)?;
        let last = moment(table, &[LAST_DAY], row).unwrap_or(first);
        (first == last).then(|| Civil(first).day())
    };
    let rows = (0..table.rows()).filter_map(|row| Some((row, of_day(row)?)));
    let rows: Vec<_> = rows.collect();
    let coverage = Coverage::of(rows.iter().map(|(_, day)| Span::new(*day, *day)));
    let has = |column: &str| table.column(column).map(|_| 0);
    let nothing = ItemSales {
        paid_fen: 0,
        units: has("paid_units"),
        visitors: has("visitors"),
        buyers: has("paying_buyers"),
        cart_buyers: has("cart_buyers"),
        refund_fen: has("refund_fen"),
    };
    let mut book = Book::new("sycm_items", coverage, nothing);
    for (row, day) in rows {
        let Some(key) = key(table, row) else { continue };
        book.call(
            &key,
            name(table, "title", row),
            name(table, "sku_code", row),
        );
        let value =
            |column: &str| has(column).map(|nothing| number(table, column, row).unwrap_or(nothing));
        let sales = ItemSales {
            paid_fen: money(table, "paid_fen", row).unwrap_or(0),
            units: value("paid_units"),
            visitors: value("visitors"),
            buyers: value("paying_buyers"),
            cart_buyers: value("cart_buyers"),
            refund_fen: value("refund_fen"),
        };
        book.days.entry(day).or_default().push((key, sales));
    }
    book
}

/// The order details, by the day of payment; `None` where they do not say what was paid.
fn details(table: &Table, coverage: &Coverage) -> Option<Book> {
    table.column("paid_fen")?;
    table.column("paid_at")?;
    let has_units = table.column("units").is_some();
    let nothing = ItemSales {
        units: has_units.then_some(0),
        refund_fen: table.column("refund_fen").map(|_| 0),
        ..ItemSales::default()
    };
    let mut book = Book::new("order_details", coverage.clone(), nothing);
    for row in 0..table.rows() {
        let (Some(key), Some(at), Some(paid)) = (
            key(table, row),
            moment(table, &["paid_at"], row),
            money(table, "paid_fen", row),
        ) else {
            continue;
        };
        book.call(
            &key,
            name(table, "title", row),
            name(table, "sku_code", row),
        );
        let refund = money(table, "refund_fen", row).unwrap_or(0);
        // Whether a row has its refund taken off is told by what was due for it.
        let is_gross = money(table, "goods_fen", row) == Some(paid) && paid > 0;
        let sales = ItemSales {
            paid_fen: if is_gross { paid } else { paid + refund },
            units: nothing
                .units
                .map(|_| number(table, "units", row).unwrap_or(0)),
            refund_fen: nothing.refund_fen.map(|_| refund),
            ..nothing
        };
        book.days
            .entry(Civil(at).day())
            .or_default()
            .push((key, sales));
    }
    Some(book)
}

/// The titles of the order list, by the day of payment.
fn titles(shelf: &Shelf) -> Book {
    let table = shelf.orders.records().table();
    let nothing = ItemSales {
        refund_fen: table.column(column::REFUND_FEN).map(|_| 0),
        ..ItemSales::default()
    };
    let mut book = Book::new(orders::KIND.name, shelf.coverage.clone(), nothing);
    // One sum per day and title, not one entry per order.
    let mut sums: BTreeMap<(i32, u32), (usize, ItemSales)> = BTreeMap::new();
    let codes = table.codes(column::TITLE);
    for (row, order) in shelf.orders.columns().iter().enumerate() {
        let (Some(at), Some(code)) = (order.paid, codes.get(row)) else {
            continue;
        };
        let sales = ItemSales {
            paid_fen: order.paid_gross_fen,
            refund_fen: nothing.refund_fen.map(|_| order.refund_fen),
            ..nothing
        };
        let place = (Civil(at).day().0, *code);
        match sums.get_mut(&place) {
            Some((_, sum)) => sum.add(&sales),
            None => _ = sums.insert(place, (row, sales)),
        }
    }
    for ((day, _), (row, sales)) in sums {
        let Some(title) = name(table, column::TITLE, row) else {
            continue;
        };
        let key = ItemKey::Title(title.to_owned());
        book.call(&key, Some(title), None);
        let day = crate::model::time::Day(day);
        book.days.entry(day).or_default().push((key, sales));
    }
    book
}
