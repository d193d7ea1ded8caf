//! What the operator changes in the books, as values. A change is made to the books as they are, not to a copy on the screen, so
//! that two quick ones never undo each other.

use super::classes::Limits;
use super::desk::{
    Adjustment, Arrival, Count, Edit, ItemTerms, PurchaseOrder, Rules, StockDesk, SupplierTerms,
};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};

/// A change. Records that are new are numbered when they are put into the books, whatever number they carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StockChange {
    /// A quantity of a sheet is another than the one proposed.
    Edit(Edit),
    /// It is the one proposed again.
    ForgetEdit {
        /// The Thursday of the sheet.
        review: Day,
        /// The item.
        item: String,
    },
    /// How an item is bought.
    Terms {
        /// The item.
        item: String,
        /// The terms; those that say nothing are forgotten.
        terms: ItemTerms,
    },
    /// What was agreed with a supplier.
    Supplier {
        /// The name.
        name: String,
        /// The terms.
        terms: SupplierTerms,
    },
    /// How the sheet is made.
    Rules(Rules),
    /// Where one pace ends and the next begins.
    Limits(Limits),
    /// New purchase orders. What was changed by hand on the sheet of `review` for their items has done its work.
    Order {
        /// The orders.
        orders: Vec<PurchaseOrder>,
        /// The Thursday of the sheet that they come from.
        review: Option<Day>,
    },
    /// Nothing more of an order is expected, or it is again.
    Close {
        /// Its number.
        order: u32,
        /// Since when.
        on: Option<Day>,
    },
    /// Goods arrived.
    Arrive {
        /// What arrived.
        arrival: Arrival,
        /// Whether the rest of the order is not coming.
        is_last: bool,
    },
    /// Somebody counted.
    Count(Count),
    /// Units came or went for another reason.
    Adjust(Adjustment),
    /// A record was a mistake. With a purchase order its arrivals stay.
    Remove(u32),
}

impl StockDesk {
    /// Makes a change.
    pub fn change(&mut self, change: StockChange) {
        let number = self.next_number();
        match change {
            StockChange::Edit(edit) => self.edit(edit),
            StockChange::ForgetEdit { review, item } => self.forget_edit(review, &item),
            StockChange::Terms { item, terms } => {
                if terms == ItemTerms::default() {
                    self.terms.remove(&item);
                } else {
                    self.terms.insert(item, terms);
                }
            }
            StockChange::Supplier { name, terms } => {
                if terms == SupplierTerms::default() {
                    self.suppliers.remove(&name);
                } else {
                    self.suppliers.insert(name, terms);
                }
            }
            StockChange::Rules(rules) => self.rules = rules,
            StockChange::Limits(limits) => self.limits = limits,
            StockChange::Order { orders, review } => {
                for (number, order) in (number..).zip(orders) {
                    if let Some(review) = review {
                        for line in &order.lines {
                            self.forget_edit(review, &line.item);
                        }
                    }
                    self.orders.push(PurchaseOrder { number, ..order });
                }
            }
            StockChange::Close { order, on } => {
                for of in self.orders.iter_mut().filter(|of| of.number == order) {
                    of.closed = on;
                }
            }
            StockChange::Arrive { arrival, is_last } => {
                let day = arrival.day;
                let order = arrival.order.filter(|_| is_last);
                for of in self.orders.iter_mut().filter(|of| Some(of.number) == order) {
                    of.closed = Some(day);
                }
                self.arrivals.push(Arrival { number, ..arrival });
            }
            StockChange::Count(count) => self.counts.push(Count { number, ..count }),
            StockChange::Adjust(adjustment) => self.adjustments.push(Adjustment {
                number,
                ..adjustment
            }),
            StockChange::Remove(number) => {
                self.orders.retain(|of| of.number != number);
                self.arrivals.retain(|of| of.number != number);
                self.counts.retain(|of| of.number != number);
                self.adjustments.retain(|of| of.number != number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::desk::OrderLine;

    fn order(item: &str, units: i64) -> PurchaseOrder {
        PurchaseOrder {
            number: 0,
            supplier: "青禾".to_owned(),
            ordered: Day(100),
            expected: Some(Day(107)),
            lines: vec![OrderLine {
                item: item.to_owned(),
                units,
                cost_fen: None,
            }],
            closed: None,
            note: String::new(),
        }
    }

    fn arrival(order: u32, units: i64) -> Arrival {
        Arrival {
            number: 0,
            order: Some(order),
            day: Day(106),
            lines: vec![OrderLine {
                item: "A".to_owned(),
                units,
                cost_fen: None,
            }],
            note: String::new(),
        }
    }

    #[test]
    fn records_are_numbered_in_a_row_and_go_by_their_number() {
        let mut desk = StockDesk::default();
        desk.change(StockChange::Order {
            orders: vec![order("A", 36), order("B", 4)],
            review: None,
        });
        desk.change(StockChange::Arrive {
            arrival: arrival(1, 30),
            is_last: true,
        });
        let numbers: Vec<u32> = desk.orders.iter().map(|order| order.number).collect();
        assert_eq!((numbers, desk.arrivals[0].number), (vec![1, 2], 3));
        assert_eq!(
            (desk.orders[0].closed, desk.orders[1].closed),
            (Some(Day(106)), None)
        );
        desk.change(StockChange::Remove(3));
        desk.change(StockChange::Close { order: 1, on: None });
        assert!(desk.arrivals.is_empty());
        assert_eq!(desk.orders[0].closed, None);
    }

    #[test]
    fn what_was_ordered_is_not_ordered_again_by_an_edit_that_stayed() {
        let mut desk = StockDesk::default();
        for item in ["A", "B"] {
            desk.change(StockChange::Edit(Edit {
                review: Day(100),
                item: item.to_owned(),
                units: 40,
                note: String::new(),
            }));
        }
        desk.change(StockChange::Order {
            orders: vec![order("A", 40)],
            review: Some(Day(100)),
        });
        let left: Vec<&str> = desk.edits.iter().map(|edit| edit.item.as_str()).collect();
        assert_eq!(left, ["B"]);
    }

    #[test]
    fn terms_that_say_nothing_are_forgotten() {
        let mut desk = StockDesk::default();
        let terms = ItemTerms {
            box_units: Some(12),
            ..ItemTerms::default()
        };
        let item = || "A".to_owned();
        desk.change(StockChange::Terms {
            item: item(),
            terms,
        });
        assert_eq!(desk.terms.len(), 1);
        desk.change(StockChange::Terms {
            item: item(),
            terms: ItemTerms::default(),
        });
        assert_eq!(desk, StockDesk::default());
    }
}
