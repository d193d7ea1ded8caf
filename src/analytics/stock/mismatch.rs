//! What does not fit together on the [`StockDesk`].

use super::desk::{PurchaseOrder, StockDesk};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What does not fit together in what was written down. It is shown; nothing is left out for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mismatch {
    /// An arrival names a purchase order that does not exist.
    NoSuchOrder {
        /// The arrival.
        arrival: u32,
        /// The number that it names.
        order: u32,
    },
    /// An arrival holds an item that its purchase order does not.
    NotOrdered {
        /// The arrival.
        arrival: u32,
        /// The item.
        item: String,
    },
    /// Goods arrived before they were ordered.
    BeforeOrder {
        /// The arrival.
        arrival: u32,
    },
    /// More of an item arrived than was ordered.
    TooMany {
        /// The purchase order.
        order: u32,
        /// The item.
        item: String,
        /// Units above those ordered.
        units: i64,
    },
}

/// What does not fit together, arrivals first, in the order in which it was written.
pub fn mismatches(desk: &StockDesk) -> Vec<Mismatch> {
    let orders: BTreeMap<u32, &PurchaseOrder> = desk
        .orders
        .iter()
        .map(|order| (order.number, order))
        .collect();
    let mut found = Vec::new();
    let mut arrived: BTreeMap<(u32, &str), i64> = BTreeMap::new();
    for arrival in &desk.arrivals {
        let Some(number) = arrival.order else {
            continue;
        };
        let Some(order) = orders.get(&number) else {
            found.push(Mismatch::NoSuchOrder {
                arrival: arrival.number,
                order: number,
            });
            continue;
        };
        if arrival.day < order.ordered {
            found.push(Mismatch::BeforeOrder {
                arrival: arrival.number,
            });
        }
        let ordered: BTreeSet<&str> = order.lines.iter().map(|line| line.item.as_str()).collect();
        for line in &arrival.lines {
            if ordered.contains(line.item.as_str()) {
                *arrived.entry((number, &line.item)).or_default() += line.units;
            } else {
                found.push(Mismatch::NotOrdered {
                    arrival: arrival.number,
                    item: line.item.clone(),
                });
            }
        }
    }
    for ((order, item), units) in arrived {
        let ordered = orders.get(&order).map_or(0, |order| order.units_of(item));
        if units > ordered {
            found.push(Mismatch::TooMany {
                order,
                item: item.to_owned(),
                units: units - ordered,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::desk::{Arrival, OrderLine};
    use crate::model::time::Day;

    fn line(item: &str, units: i64) -> OrderLine {
        OrderLine {
            item: item.to_owned(),
            units,
            cost_fen: None,
        }
    }

    fn order(number: u32, lines: Vec<OrderLine>) -> PurchaseOrder {
        PurchaseOrder {
            number,
            supplier: "青禾".to_owned(),
            ordered: Day(100),
            expected: Some(Day(109)),
            lines,
            closed: None,
            note: String::new(),
        }
    }

    fn arrival(number: u32, order: u32, day: i32, lines: Vec<OrderLine>) -> Arrival {
        Arrival {
            number,
            order: Some(order),
            day: Day(day),
            lines,
            note: String::new(),
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let desk = StockDesk {
            orders: vec![order(1, vec![line("A", 10), line("A", 5)])],
            arrivals: vec![
                arrival(2, 1, 99, vec![line("A", 12)]),
                arrival(3, 1, 110, vec![line("A", 4), line("B", 1)]),
                arrival(4, 9, 110, vec![line("A", 1)]),
            ],
            ..StockDesk::default()
        };
        assert_eq!(
            mismatches(&desk),
            [
                Mismatch::BeforeOrder { arrival: 2 },
                Mismatch::NotOrdered {
                    arrival: 3,
                    item: "B".to_owned()
                },
                Mismatch::NoSuchOrder {
                    arrival: 4,
                    order: 9
                },
                Mismatch::TooMany {
                    order: 1,
                    item: "A".to_owned(),
                    units: 1
                },
            ]
        );
    }
}
