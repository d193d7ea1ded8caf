//! 进销存: what came, what went and what is there of one item. Every movement has a source; a balance is derived, never typed.
//!
//! A count does not overwrite anything. What it shows above or below the balance becomes a movement of its own, the 盘点差异,
//! so that the movements always add up to what is there. Before the first count nobody knows what is there: there are
//! movements then, and no balance.

use super::desk::{DayPart, StockDesk, Why};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// The day.
    pub day: Day,
    /// Where it comes from.
    pub source: Source,
    /// Units: what was counted, or what came (above 0) or went (below 0).
    pub units: i64,
}

/// Where a movement comes from: what a click on it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// A table of stock that was imported: a count.
    StockTable {
        /// The import.
        import: u32,
        /// Before or after what moved on that day.
        at: DayPart,
    },
    /// A count by hand.
    Counted {
        /// Its number in the books.
        count: u32,
        /// Before or after what moved on that day.
        at: DayPart,
    },
    /// Goods that arrived.
    Arrived {
        /// The arrival's number in the books.
        arrival: u32,
        /// The purchase order that it belongs to.
        order: Option<u32>,
        /// What a unit costs, in 分, where that is known.
        cost_fen: Option<i64>,
    },
    /// Goods that came back from buyers.
    Returned,
    /// An adjustment by hand.
    Adjusted {
        /// Its number in the books.
        adjustment: u32,
        /// Why.
        why: Why,
    },
    /// The orders paid on the day: what is paid for is not there any more, even before it is sent.
    Sold,
}

impl Source {
    /// Whether the units are what is there, not what came or went.
    pub fn is_count(self) -> bool {
        matches!(self, Source::StockTable { .. } | Source::Counted { .. })
    }

    /// Which comes first on a day on which several things happen: what comes before what goes, so that goods which arrive and
    /// are sold on one day were not sold before they were there.
    fn rank(self) -> u8 {
        let of_count = |at| if at == DayPart::Morning { 0 } else { 5 };
        match self {
            Source::StockTable { at, .. } | Source::Counted { at, .. } => of_count(at),
            Source::Arrived { .. } => 1,
            Source::Returned => 2,
            Source::Adjusted { .. } => 3,
            Source::Sold => 4,
        }
    }
}

/// A movement, and what is there after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The movement.
    pub movement: Movement,
    /// What it changed; of a count the 盘点差异. `None` for the first count: with it the balance begins (期初).
    pub change: Option<i64>,
    /// What is there after it; `None` before the first count. Below 0 more went than was there, so that something is missing
    /// in the books.
    pub balance: Option<i64>,
}

/// The ledger of one item: its movements in order, those of one day as [`Source`] says, the rest as they were passed in.
pub fn ledger(mut movements: Vec<Movement>) -> Vec<Line> {
    movements.sort_by_key(|movement| (movement.day, movement.source.rank()));
    let mut balance: Option<i64> = None;
    let line = |movement: Movement| {
        let change = if movement.source.is_count() {
            balance.map(|there| movement.units - there)
        } else {
            Some(movement.units)
        };
        balance = match (balance, change) {
            (Some(there), Some(change)) => Some(there + change),
            _ if movement.source.is_count() => Some(movement.units),
            _ => None,
        };
        Line {
            movement,
            change,
            balance,
        }
    };
    movements.into_iter().map(line).collect()
}

/// The movements that the operator has written down, by item.
pub fn written(desk: &StockDesk) -> BTreeMap<&str, Vec<Movement>> {
    let mut items: BTreeMap<&str, Vec<Movement>> = BTreeMap::new();
    let mut put = |item, day, source, units| {
        let movement = Movement { day, source, units };
        items.entry(item).or_default().push(movement);
    };
    // What a unit costs stands in the arrival, else in the order.
    let orders: BTreeMap<u32, _> = desk
        .orders
        .iter()
        .map(|order| (order.number, order))
        .collect();
    for arrival in &desk.arrivals {
        for line in &arrival.lines {
            let ordered = arrival.order.and_then(|number| {
                let lines = &orders.get(&number)?.lines;
                lines.iter().find(|ordered| ordered.item == line.item)
            });
            let source = Source::Arrived {
                arrival: arrival.number,
                order: arrival.order,
                cost_fen: line.cost_fen.or_else(|| ordered?.cost_fen),
            };
            put(&line.item, arrival.day, source, line.units);
        }
    }
    for adjustment in &desk.adjustments {
        let source = Source::Adjusted {
            adjustment: adjustment.number,
            why: adjustment.why,
        };
        put(&adjustment.item, adjustment.day, source, adjustment.units);
    }
    for count in &desk.counts {
        let source = Source::Counted {
            count: count.number,
            at: count.at,
        };
        put(&count.item, count.day, source, count.units);
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(day: i32, at: DayPart, units: i64) -> Movement {
        Movement {
            day: Day(day),
            source: Source::StockTable { import: 7, at },
            units,
        }
    }

    fn sold(day: i32, units: i64) -> Movement {
        Movement {
            day: Day(day),
            source: Source::Sold,
            units: -units,
        }
    }

    fn arrived(day: i32, units: i64) -> Movement {
        Movement {
            day: Day(day),
            source: Source::Arrived {
                arrival: 1,
                order: None,
                cost_fen: None,
            },
            units,
        }
    }

    #[test]
    fn a_later_table_is_a_count_and_its_difference_a_movement() {
        let lines = ledger(vec![
            table(10, DayPart::Morning, 100),
            table(17, DayPart::Morning, 70),
            sold(10, 5),
            sold(12, 20),
            arrived(12, 10),
            sold(17, 4),
        ]);
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.movement.day.0, line.change, line.balance))
            .collect();
        assert_eq!(
            shown,
            [
                (10, None, Some(100)),
                (10, Some(-5), Some(95)),
                (12, Some(10), Some(105)),
                (12, Some(-20), Some(85)),
                (17, Some(-15), Some(70)),
                (17, Some(-4), Some(66)),
            ]
        );
    }

    #[test]
    fn before_the_first_count_there_is_no_balance() {
        let lines = ledger(vec![
            arrived(3, 50),
            sold(4, 1),
            table(5, DayPart::Evening, 40),
            sold(5, 2),
        ]);
        let balances: Vec<_> = lines.iter().map(|line| line.balance).collect();
        assert_eq!(balances, [None, None, None, Some(40)]);
    }

    #[test]
    fn what_is_written_down_becomes_movements_with_their_numbers() {
        let desk: StockDesk = serde_json::from_str(
            r#"{"orders":[{"number":1,"supplier":"","ordered":1,"expected":9,"lines":[{"item":"A","units":10,"cost_fen":250}]}],
                "arrivals":[{"number":2,"order":1,"day":8,"lines":[{"item":"A","units":9}]}],
                "counts":[{"number":3,"day":9,"at":"Evening","item":"A","units":8}],
                "adjustments":[{"number":4,"day":9,"item":"B","units":-1,"why":"Damaged"}]}"#,
        )
        .expect("reads");
        let found = written(&desk);
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), ["A", "B"]);
        assert_eq!(
            found["A"][0].source,
            Source::Arrived {
                arrival: 2,
                order: Some(1),
                cost_fen: Some(250)
            }
        );
        assert_eq!(found["B"][0].units, -1);
    }
}
