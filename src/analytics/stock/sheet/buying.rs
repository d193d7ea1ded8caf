//! From the sheet to purchase orders.

use super::{Row, Sheet};
use crate::analytics::stock::desk::{OrderLine, PurchaseOrder};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a sheet asks of one supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfSupplier {
    /// The supplier; `None` for items of nobody known.
    pub supplier: Option<String>,
    /// Items.
    pub items: u32,
    /// Units.
    pub units: i64,
    /// What they cost, in 分, those without a known cost left out.
    pub cost_fen: i64,
    /// Items without a known cost.
    pub items_without_cost: u32,
}

/// What a sheet asks of each supplier, by name, items of nobody known first.
pub fn by_supplier(sheet: &Sheet) -> Vec<OfSupplier> {
    let of = |(supplier, rows): (Option<&str>, Vec<&Row>)| OfSupplier {
        supplier: supplier.map(str::to_owned),
        items: rows.len() as u32,
        units: rows.iter().map(|row| row.units()).sum(),
        cost_fen: rows.iter().filter_map(|row| row.cost_fen()).sum(),
        items_without_cost: rows
            .iter()
            .filter(|row| row.unit_cost_fen.is_none())
            .count() as u32,
    };
    groups(sheet).into_iter().map(of).collect()
}

/// One purchase order for each supplier, numbered from `first_number` on, ordered on a day and expected when the slowest of its
/// items is.
pub fn purchase_orders(sheet: &Sheet, ordered: Day, first_number: u32) -> Vec<PurchaseOrder> {
    let order = |(number, (supplier, rows)): (u32, (Option<&str>, Vec<&Row>))| {
        let days = rows.iter().map(|row| row.why.lead.lead.days.ceil() as i32);
        PurchaseOrder {
            number,
            supplier: supplier.unwrap_or_default().to_owned(),
            ordered,
            expected: days.max().map(|days| ordered.plus(days)),
            lines: rows
                .iter()
                .map(|row| OrderLine {
                    item: row.item.clone(),
                    units: row.units(),
                    cost_fen: row.unit_cost_fen,
                })
                .collect(),
            closed: None,
            note: String::new(),
        }
    };
    (first_number..).zip(groups(sheet)).map(order).collect()
}

/// The rows to order, by supplier.
fn groups(sheet: &Sheet) -> BTreeMap<Option<&str>, Vec<&Row>> {
    let mut groups: BTreeMap<Option<&str>, Vec<&Row>> = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| row.units() > 0) {
        let supplier = row.supplier.as_deref();
        groups.entry(supplier).or_default().push(row);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::tests::{THURSDAY, asked, make};
    use super::super::{Asked, Rules};
    use super::*;

    #[test]
    fn the_sheet_becomes_one_order_for_each_supplier() {
        let mut slow = asked("B");
        slow.lead.lead.days = 11.2;
        let items = [
            asked("A"),
            slow,
            Asked {
                supplier: None,
                cost_fen: None,
                ..asked("C")
            },
            Asked {
                edit: Some(0),
                ..asked("D")
            },
        ];
        let sheet = make(&items, &Rules::default());
        let suppliers = by_supplier(&sheet);
        assert_eq!(suppliers.len(), 2);
        assert_eq!(
            (
                suppliers[0].supplier.as_deref(),
                suppliers[0].items_without_cost
            ),
            (None, 1)
        );
        assert_eq!(suppliers[1].items, 2);
        let orders = purchase_orders(&sheet, THURSDAY, 12);
        assert_eq!(
            orders.iter().map(|order| order.number).collect::<Vec<_>>(),
            [12, 13]
        );
        assert_eq!(orders[1].supplier, "青禾");
        assert_eq!(orders[1].expected, Some(THURSDAY.plus(12)));
        assert_eq!(orders[1].lines.len(), 2);
        let units: i64 = orders
            .iter()
            .flat_map(|order| &order.lines)
            .map(|line| line.units)
            .sum();
        assert_eq!(units, sheet.units);
    }
}
