//! What stands in each order: from the order details, else from the titles of the order list.

use super::titles;
use crate::analytics::cells::{id, moment, name, number};
use crate::analytics::coverage::Coverage;
use crate::analytics::items::{Book, ItemKey, Items};
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::orders::{self, column};
use crate::model::time::{Civil, Day, Span};
use crate::table::Table;
use std::collections::BTreeMap;

/// One item of one order that was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Tells its order from the others.
    pub(super) order: u64,
    /// The day of payment.
    pub(super) day: Day,
    /// Its place in [`Bought::items`].
    pub(super) item: u32,
    /// Units; 1 where only orders are counted.
    pub(super) units: u32,
}

/// An item that was bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) key: ItemKey,
    pub(super) title: String,
    pub(super) code: Option<String>,
}

/// What was bought.
#[derive(Debug)]
pub(super) struct Bought {
    /// The stored name of the kind of file.
    pub(super) kind: &'static str,
    /// Whether it counts units; else it counts orders in which an item stands.
    pub(super) counts_units: bool,
    pub(super) coverage: Coverage,
    pub(super) items: Vec<Named>,
    pub(super) lines: Vec<Line>,
    /// Orders whose cell names several items that could not be told apart.
    pub(super) unread_orders: u32,
}

impl Bought {
    fn new(kind: &'static str, counts_units: bool, coverage: Coverage) -> Bought {
        Bought {
            kind,
            counts_units,
            coverage,
            items: Vec::new(),
            lines: Vec::new(),
            unread_orders: 0,
        }
    }

    /// The last days that are covered, at most so many, up to a day; `None` where no file covers any.
    pub(super) fn window(&self, days: i32, upto: Day) -> Option<Span> {
        let range = self.coverage.range()?;
        let last = range.last.min(upto);
        let first = range.first.max(last.plus(1 - days));
        (first <= last).then(|| Span::new(first, last))
    }
}

/// From what a kind of file says of the items day by day: units, without the orders in which they stood; `None` where it does
/// not count units.
pub(super) fn of_book(book: &Book) -> Option<Bought> {
    book.nothing.units?;
    let mut bought = Bought::new(book.kind, true, book.coverage.clone());
    let mut places: BTreeMap<&ItemKey, u32> = BTreeMap::new();
    for (key, names) in &book.names {
        places.insert(key, bought.items.len() as u32);
        bought.items.push(Named {
            key: key.clone(),
            title: names.title.clone(),
            code: names.codes.first().cloned(),
        });
    }
    for (day, sold) in &book.days {
        for (key, sales) in sold {
            let units = sales.units.and_then(|units| u32::try_from(units).ok());
            if let (Some(item), Some(units)) = (places.get(key), units.filter(|n| *n > 0)) {
                bought.lines.push(Line {
                    order: 0,
                    day: *day,
                    item: *item,
                    units,
                });
            }
        }
    }
    Some(bought)
}

/// From the order details; `None` where there are none, or where they do not say when an item was paid.
pub(super) fn details(shelf: &Shelf) -> Option<Bought> {
    let (table, coverage) = shelf.others.get("order_details")?;
    table.column("paid_at")?;
    let mut bought = Bought::new("order_details", true, coverage.clone());
    let mut places: BTreeMap<ItemKey, u32> = BTreeMap::new();
    for row in 0..table.rows() {
        let (Some(key), Some(at), Some(order)) = (
            key(table, row),
            moment(table, &["paid_at"], row),
            id(table, "order_id", row),
        ) else {
            continue;
        };
        let code = name(table, "sku_code", row);
        let title = name(table, "title", row).or(code).unwrap_or_default();
        let item = *places.entry(key).or_insert_with_key(|key| {
            bought.items.push(Named {
                key: key.clone(),
                title: title.to_owned(),
                code: code.map(str::to_owned),
            });
            bought.items.len() as u32 - 1
        });
        let units = number(table, "units", row).unwrap_or(1);
        bought.lines.push(Line {
            order,
            day: Civil(at).day(),
            item,
            units: u32::try_from(units).unwrap_or(0),
        });
    }
    Some(bought)
}

fn key(table: &Table, row: usize) -> Option<ItemKey> {
    let by_code = || name(table, "sku_code", row).map(|code| ItemKey::Code(code.to_owned()));
    let by_title = || name(table, "title", row).map(|title| ItemKey::Title(title.to_owned()));
    let by_id = id(table, "item_id", row).map(ItemKey::Id);
    by_id.or_else(by_code).or_else(by_title)
}

/// From the titles of the order list; `None` where it has none.
pub(super) fn titles(shelf: &Shelf) -> Option<Bought> {
    let parts = titles::parts(shelf);
    if parts.is_empty() {
        return None;
    }
    let mut bought = Bought::new(orders::KIND.name, false, shelf.coverage.clone());
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    let mut named: Vec<Vec<u32>> = Vec::new();
    for titles in &parts {
        let mut of_cell = Vec::new();
        for title in titles {
            of_cell.push(*places.entry(title).or_insert_with(|| {
                bought.items.push(Named {
                    key: ItemKey::Title(title.clone()),
                    title: title.clone(),
                    code: None,
                });
                bought.items.len() as u32 - 1
            }));
        }
        named.push(of_cell);
    }
    let codes = shelf.orders.records().table().codes(column::TITLE);
    for (row, code) in codes.iter().enumerate() {
        let (_, Some(paid)) = shelf.orders.columns().times(row) else {
            continue;
        };
        let Some(items) = named.get(*code as usize) else {
            continue;
        };
        bought.unread_orders += u32::from(items.is_empty());
        bought.lines.extend(items.iter().map(|item| Line {
            order: row as u64,
            day: Civil(paid).day(),
            item: *item,
            units: 1,
        }));
    }
    Some(bought)
}

/// Finds the items of a period by what other files call them: by key, by code, by title.
pub(super) struct Finder {
    by_key: BTreeMap<ItemKey, usize>,
    by_code: BTreeMap<String, usize>,
    by_title: BTreeMap<String, usize>,
}

impl Finder {
    pub(super) fn of(items: &Items) -> Finder {
        let mut finder = Finder {
            by_key: BTreeMap::new(),
            by_code: BTreeMap::new(),
            by_title: BTreeMap::new(),
        };
        // Of two with the same title the one that sold more counts.
        for (at, item) in items.items.iter().enumerate() {
            finder.by_key.insert(item.key.clone(), at);
            for code in &item.codes {
                finder.by_code.entry(code.clone()).or_insert(at);
            }
            let title = titles::plain(&item.title);
            finder.by_title.entry(title).or_insert(at);
        }
        finder
    }

    /// The place of an item in [`Items::items`].
    pub(super) fn find(&self, named: &Named) -> Option<usize> {
        let by_code = || self.by_code.get(named.code.as_ref()?);
        let by_title = || self.by_title.get(&titles::plain(&named.title));
        let found = self.by_key.get(&named.key);
        found.or_else(by_code).or_else(by_title).copied()
    }
}
