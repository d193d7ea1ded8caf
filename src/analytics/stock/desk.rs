//! What the operator writes down about the stock: purchase orders, arrivals, counts, adjustments, terms of suppliers, quantities
//! changed by hand. It is kept as it was written; every balance and every quantity on order is derived from it.

use super::classes::Limits;
use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that is written down of a store. An item is named by its code (商家编码), the way a purchaser names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StockDesk {
    /// Purchase orders, in the order in which they were written.
    pub orders: Vec<PurchaseOrder>,
    /// Arrivals.
    pub arrivals: Vec<Arrival>,
    /// Counts by hand.
    pub counts: Vec<Count>,
    /// Adjustments by hand.
    pub adjustments: Vec<Adjustment>,
    /// What is known of the suppliers, by name.
    pub suppliers: BTreeMap<String, SupplierTerms>,
    /// How an item is bought, by item.
    pub terms: BTreeMap<String, ItemTerms>,
    /// Quantities of the Thursday sheet that were changed by hand.
    pub edits: Vec<Edit>,
    /// Where one pace ends and the next begins.
    pub limits: Limits,
    /// How the sheet is made.
    pub rules: Rules,
}

/// A purchase order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseOrder {
    /// Its number in the store's books, see [`StockDesk::next_number`].
    pub number: u32,
    /// Of whom.
    pub supplier: String,
    /// The day on which it was ordered.
    pub ordered: Day,
    /// The day on which it is expected.
    pub expected: Option<Day>,
    /// What was ordered.
    pub lines: Vec<OrderLine>,
    /// Since this day nothing more is expected of it, whatever has not arrived.
    #[serde(default)]
    pub closed: Option<Day>,
    /// What else there is to say.
    #[serde(default)]
    pub note: String,
}

/// One item of a purchase order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The item.
    pub item: String,
    /// Units.
    pub units: i64,
    /// What a unit costs, in 分, where that is known.
    #[serde(default)]
    pub cost_fen: Option<i64>,
}

/// Goods that arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// Its number in the store's books.
    pub number: u32,
    /// The purchase order that it belongs to.
    #[serde(default)]
    pub order: Option<u32>,
    /// The day.
    pub day: Day,
    /// What arrived and was taken in, not what the delivery note says.
    pub lines: Vec<OrderLine>,
    /// What else there is to say.
    #[serde(default)]
    pub note: String,
}

/// Units of an item that somebody counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Its number in the store's books.
    pub number: u32,
    /// The day.
    pub day: Day,
    /// Before or after what moved on that day.
    pub at: DayPart,
    /// The item.
    pub item: String,
    /// Units counted.
    pub units: i64,
    /// What else there is to say.
    #[serde(default)]
    pub note: String,
}

/// Which end of a day.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum DayPart {
    /// Before anything moved: a table exported in the morning, to which the sales up to yesterday belong.
    #[default]
    Morning,
    /// After all that moved.
    Evening,
}

/// Units that came or went for another reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// Its number in the store's books.
    pub number: u32,
    /// The day.
    pub day: Day,
    /// The item.
    pub item: String,
    /// Units: above 0 came, below 0 went.
    pub units: i64,
    /// Why.
    pub why: Why,
    /// What else there is to say.
    #[serde(default)]
    pub note: String,
}

/// Why units came or went.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Why {
    /// 报损: broken, spoilt.
    Damaged,
    /// 赠品, 样品: given away.
    Given,
    /// 调拨: to or from another store or place.
    Moved,
    /// 退供: sent back to the supplier.
    SentBack,
    /// Anything else.
    #[default]
    Other,
}

/// What is known of a supplier. What is not given is learned from the arrivals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SupplierTerms {
    /// Days from the order to the goods, as agreed.
    pub lead_days: Option<u32>,
    /// How many days that may be off (one standard deviation).
    pub lead_sigma_days: Option<u32>,
    /// Whether what is agreed counts even where arrivals say something else.
    pub keeps_to_terms: bool,
}

/// How an item is bought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemTerms {
    /// Of whom.
    pub supplier: Option<String>,
    /// The least that is sold at once, in units.
    pub min_units: Option<u32>,
    /// How many are in a box; only whole boxes are sold.
    pub box_units: Option<u32>,
    /// Days from the order to the goods, where they are others than those of the supplier.
    pub lead_days: Option<u32>,
    /// The service level of this item, in thousandths, where it is another than the usual one.
    pub service_permille: Option<u32>,
    /// It is not ordered any more (停补).
    pub is_discontinued: bool,
}

/// A quantity of the sheet that was changed by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The Thursday of the sheet.
    pub review: Day,
    /// The item.
    pub item: String,
    /// The quantity wanted instead of the one proposed; 0 takes the item off the sheet.
    pub units: i64,
    /// Why.
    #[serde(default)]
    pub note: String,
}

/// How the sheet is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// With what probability there is to be enough until the next order arrives, in thousandths.
    pub service_permille: u32,
    /// Days from the order to the goods where nothing is known of a supplier.
    pub lead_days: u32,
    /// How many days that may be off (one standard deviation).
    pub lead_sigma_days: u32,
    /// What may be spent on one sheet, in 分.
    pub budget_fen: Option<i64>,
    /// What an order of one item costs to write, to check and to put away, in 分. With it and the next an order is not smaller
    /// than the economic quantity.
    pub per_order_fen: Option<i64>,
    /// What keeping a stock costs a year, in thousandths of its cost.
    pub keeping_permille: Option<u32>,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            service_permille: 950,
            lead_days: 7,
            lead_sigma_days: 2,
            budget_fen: None,
            per_order_fen: None,
            keeping_permille: None,
        }
    }
}

impl StockDesk {
    /// A number that no record has yet. Orders, arrivals, counts and adjustments share one row of numbers.
    pub fn next_number(&self) -> u32 {
        let orders = self.orders.iter().map(|order| order.number);
        let arrivals = self.arrivals.iter().map(|arrival| arrival.number);
        let counts = self.counts.iter().map(|count| count.number);
        let adjustments = self.adjustments.iter().map(|adjustment| adjustment.number);
        let all = orders.chain(arrivals).chain(counts).chain(adjustments);
        all.max().map_or(1, |last| last.saturating_add(1))
    }

    /// Remembers a quantity changed by hand, in place of an earlier one of the same sheet and item.
    pub fn edit(&mut self, edit: Edit) {
        self.forget_edit(edit.review, &edit.item);
        self.edits.push(edit);
    }

    /// Goes back to what is proposed.
    pub fn forget_edit(&mut self, review: Day, item: &str) {
        let is_other = |edit: &Edit| edit.review != review || edit.item != item;
        self.edits.retain(is_other);
    }
}

impl PurchaseOrder {
    /// Units ordered of an item, over all lines.
    pub fn units_of(&self, item: &str) -> i64 {
        let lines = self.lines.iter().filter(|line| line.item == item);
        lines.map(|line| line.units).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_and_arrivals_share_their_numbers() {
        let desk: StockDesk = serde_json::from_str(
            r#"{"arrivals":[{"number":4,"day":8,"lines":[]}],"counts":[{"number":3,"day":9,"at":"Evening","item":"A","units":8}]}"#,
        )
        .expect("reads");
        assert_eq!(desk.next_number(), 5);
        assert_eq!(StockDesk::default().next_number(), 1);
    }

    #[test]
    fn the_last_edit_of_a_sheet_and_item_counts() {
        let edit = |review, units| Edit {
            review: Day(review),
            item: "A".to_owned(),
            units,
            note: String::new(),
        };
        let mut desk = StockDesk::default();
        desk.edit(edit(100, 36));
        desk.edit(edit(107, 12));
        desk.edit(edit(100, 40));
        assert_eq!(desk.edits, [edit(107, 12), edit(100, 40)]);
        desk.forget_edit(Day(100), "A");
        assert_eq!(desk.edits, [edit(107, 12)]);
    }

    #[test]
    fn what_an_older_version_wrote_is_read() {
        let desk: StockDesk = serde_json::from_str(
            r#"{"orders":[{"number":1,"supplier":"青禾","ordered":100,"expected":null,"lines":[{"item":"A","units":3}]}],
                "rules":{"service_permille":980}}"#,
        )
        .expect("reads");
        assert_eq!(desk.orders[0].units_of("A"), 3);
        assert_eq!(desk.rules.lead_days, Rules::default().lead_days);
        assert_eq!(desk.rules.service_permille, 980);
    }
}
