//! What the sheet takes from the operator's books: what is on order, of whom an item is bought and how long that takes, what was
//! changed by hand.

use super::{Asked, When};
use crate::analytics::stock::desk::StockDesk;
use crate::analytics::stock::expected::Expected;
use crate::analytics::stock::incoming::{Incoming, incoming, standings};
use crate::analytics::stock::lead_time::{Record, lead_time, records};
use std::collections::BTreeMap;

/// The books, looked through once for all items.
#[derive(Clone, Debug)]
pub struct Books<'a> {
    desk: &'a StockDesk,
    incoming: BTreeMap<&'a str, Vec<Incoming>>,
    records: BTreeMap<&'a str, Record>,
    edits: BTreeMap<&'a str, i64>,
    last: BTreeMap<&'a str, Last<'a>>,
}

/// How an item was last bought.
#[derive(Clone, Copy, Debug)]
struct Last<'a> {
    supplier: &'a str,
    /// The last cost that was written down, in 分.
    cost_fen: Option<i64>,
}

/// What the books do not say of an item. The fields are those of [`Asked`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Units on hand.
    pub on_hand: i64,
    /// What it sells a day.
    pub expected: Option<Expected>,
    /// How each day differs from an ordinary one.
    pub rhythm: &'a [f64],
    /// What a unit costs, in 分.
    pub cost_fen: Option<i64>,
    /// What a unit sells for, in 分.
    pub price_fen: Option<i64>,
}

impl<'a> Books<'a> {
    /// Looks the books through for a sheet.
    pub fn of(desk: &'a StockDesk, when: When) -> Books<'a> {
        let edits = desk.edits.iter().filter(|edit| edit.review == when.review);
        Books {
            desk,
            incoming: incoming(desk),
            records: records(desk, &standings(desk, when.today)),
            edits: edits.map(|edit| (edit.item.as_str(), edit.units)).collect(),
            last: last(desk),
        }
    }

    /// The items that the books name: bought on terms, on order, or changed by hand.
    pub fn items(&self) -> impl Iterator<Item = &'a str> {
        let mut items: Vec<&str> = self.desk.terms.keys().map(String::as_str).collect();
        items.extend(self.incoming.keys().chain(self.edits.keys()));
        items.sort_unstable();
        items.dedup();
        items.into_iter()
    }

    /// An item as the sheet wants it. One without a supplier in its terms is of the supplier of whom it was last ordered, one
    /// without a known cost costs what it last did.
    pub fn ask(&'a self, item: &'a str, known: Known<'a>) -> Asked<'a> {
        let terms = self.desk.terms.get(item);
        let last = self.last.get(item);
        let named = terms.and_then(|terms| terms.supplier.as_deref());
        let supplier = named.or_else(|| Some(last?.supplier));
        let of_supplier = supplier.and_then(|supplier| self.desk.suppliers.get(supplier));
        let record = supplier.and_then(|supplier| self.records.get(supplier));
        let item_days = terms.and_then(|terms| terms.lead_days);
        Asked {
            item,
            on_hand: known.on_hand,
            incoming: self.incoming.get(item).map_or(&[], Vec::as_slice),
            expected: known.expected,
            rhythm: known.rhythm,
            supplier,
            lead: lead_time(item_days, of_supplier, record, &self.desk.rules),
            terms,
            cost_fen: known.cost_fen.or_else(|| last?.cost_fen),
            price_fen: known.price_fen,
            edit: self.edits.get(item).copied(),
        }
    }
}

/// How each item was last bought, of two orders of one day by the one written later.
fn last(desk: &StockDesk) -> BTreeMap<&str, Last<'_>> {
    let mut orders: Vec<_> = desk.orders.iter().collect();
    orders.sort_by_key(|order| order.ordered);
    let mut items: BTreeMap<&str, Last<'_>> = BTreeMap::new();
    for order in orders {
        for line in &order.lines {
            let before = items.get(line.item.as_str()).and_then(|last| last.cost_fen);
            let last = Last {
                supplier: &order.supplier,
                cost_fen: line.cost_fen.or(before),
            };
            items.insert(&line.item, last);
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::lead_time::Basis;
    use crate::analytics::stock::sheet::tests::THURSDAY;

    #[test]
    fn an_item_is_bought_as_its_terms_say_or_as_it_last_was() {
        let (thursday, before) = (THURSDAY.0, THURSDAY.0 - 7);
        let desk: StockDesk = serde_json::from_value(serde_json::json!({
            "orders": [
                {"number": 2, "supplier": "新", "ordered": before, "expected": thursday, "lines": [{"item": "A", "units": 8}, {"item": "B", "units": 5}]},
                {"number": 1, "supplier": "旧", "ordered": before - 30, "expected": null, "closed": before, "lines": [{"item": "A", "units": 9, "cost_fen": 250}]},
            ],
            "terms": {"B": {"supplier": "旧", "box_units": 6}, "C": {}},
            "suppliers": {"旧": {"lead_days": 20}},
            "edits": [
                {"review": thursday, "item": "A", "units": 36},
                {"review": before, "item": "B", "units": 1},
            ],
        }))
        .expect("a desk");
        let books = Books::of(&desk, When::on(THURSDAY));
        assert_eq!(books.items().collect::<Vec<_>>(), ["A", "B", "C"]);
        let known = Known {
            on_hand: 4,
            ..Known::default()
        };
        let a = books.ask("A", known);
        assert_eq!(
            (a.supplier, a.cost_fen, a.edit),
            (Some("新"), Some(250), Some(36))
        );
        assert_eq!(
            (a.on_hand, a.incoming.len(), a.incoming[0].units),
            (4, 1, 8)
        );
        assert_eq!(a.lead.basis, Basis::Usual);
        let b = books.ask("B", known);
        assert_eq!((b.supplier, b.cost_fen, b.edit), (Some("旧"), None, None));
        assert_eq!((b.lead.basis, b.lead.lead.days), (Basis::Agreed, 20.0));
        assert_eq!(b.terms.and_then(|terms| terms.box_units), Some(6));
        let c = books.ask("C", known);
        assert_eq!((c.supplier, c.incoming.len()), (None, 0));
    }
}
