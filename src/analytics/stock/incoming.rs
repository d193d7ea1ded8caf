//! What is on order: how far each purchase order has come, what is still to arrive and when, what is late.

use super::desk::{PurchaseOrder, StockDesk};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a purchase order has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its number in the books.
    pub order: u32,
    /// What of it arrived.
    pub progress: Progress,
    /// Units ordered.
    pub ordered: i64,
    /// Units of them that arrived; of an item of which too many came, those ordered.
    pub arrived: i64,
    /// The days of the first and of the last arrival.
    pub arrivals: Option<(Day, Day)>,
    /// By how many days it is late: the last arrival of what is done with, today for what is not; 0 or below is on time.
    /// `None` when no day was expected, or nothing of it has arrived when it was closed.
    pub late_days: Option<i32>,
}

/// What of a purchase order arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// Nothing yet.
    Waiting,
    /// Some of it; the rest is expected.
    Partly,
    /// All of it.
    Complete,
    /// Closed with something missing.
    Short,
}

impl Standing {
    /// Whether nothing more is expected.
    pub fn is_done(&self) -> bool {
        matches!(self.progress, Progress::Complete | Progress::Short)
    }

    /// Units that did not come and will not.
    pub fn short_units(&self) -> i64 {
        match self.progress {
            Progress::Short => self.ordered - self.arrived,
            _ => 0,
        }
    }
}

/// Units of an item that are still to arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// The purchase order; `None` for what a table of stock says to be on order.
    pub order: Option<u32>,
    /// The day on which they are expected; a day that has passed when they are late.
    pub expected: Option<Day>,
    /// Units.
    pub units: i64,
}

/// How far each purchase order has come on a day, in the order in which they were written.
pub fn standings(desk: &StockDesk, today: Day) -> Vec<Standing> {
    let arrived = arrived(desk);
    let standing = |order: &PurchaseOrder| {
        let (mut ordered, mut came) = (0, 0);
        for (item, units) in units_by_item(order) {
            ordered += units;
            came += arrived_of(&arrived, order, item).min(units);
        }
        let mut days = desk
            .arrivals
            .iter()
            .filter(|arrival| arrival.order == Some(order.number))
            .map(|arrival| arrival.day);
        let first = days.next();
        let arrivals = first.map(|first| {
            days.fold((first, first), |(from, to), day| {
                (from.min(day), to.max(day))
            })
        });
        let progress = match (came >= ordered, order.closed) {
            (true, _) => Progress::Complete,
            (false, Some(_)) => Progress::Short,
            (false, None) if came > 0 => Progress::Partly,
            (false, None) => Progress::Waiting,
        };
        let until = match progress {
            Progress::Complete | Progress::Short => arrivals.map(|(_, last)| last),
            _ => Some(today),
        };
        Standing {
            order: order.number,
            progress,
            ordered,
            arrived: came,
            arrivals,
            late_days: order
                .expected
                .zip(until)
                .map(|(expected, until)| until.0 - expected.0),
        }
    };
    desk.orders.iter().map(standing).collect()
}

/// What is still to arrive of each item, in the order in which it was written.
pub fn incoming(desk: &StockDesk) -> BTreeMap<&str, Vec<Incoming>> {
    let arrived = arrived(desk);
    let mut items: BTreeMap<&str, Vec<Incoming>> = BTreeMap::new();
    for order in desk.orders.iter().filter(|order| order.closed.is_none()) {
        for (item, ordered) in units_by_item(order) {
            let units = ordered - arrived_of(&arrived, order, item);
            if units > 0 {
                items.entry(item).or_default().push(Incoming {
                    order: Some(order.number),
                    expected: order.expected,
                    units,
                });
            }
        }
    }
    items
}

/// What arrived, by purchase order and item.
type Arrived<'a> = BTreeMap<(u32, &'a str), i64>;

fn arrived(desk: &StockDesk) -> Arrived<'_> {
    let mut arrived = Arrived::new();
    for arrival in &desk.arrivals {
        let Some(order) = arrival.order else {
            continue;
        };
        for line in &arrival.lines {
            *arrived.entry((order, &line.item)).or_default() += line.units;
        }
    }
    arrived
}

fn arrived_of(arrived: &Arrived<'_>, order: &PurchaseOrder, item: &str) -> i64 {
    arrived.get(&(order.number, item)).copied().unwrap_or(0)
}

/// The lines of an order, those of the same item as one.
fn units_by_item(order: &PurchaseOrder) -> BTreeMap<&str, i64> {
    let mut items = BTreeMap::new();
    for line in &order.lines {
        *items.entry(line.item.as_str()).or_default() += line.units;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESK: &str = r#"{
        "orders": [
            {"number":1,"supplier":"青禾","ordered":100,"expected":109,"lines":[{"item":"A","units":10},{"item":"A","units":5},{"item":"B","units":4}]},
            {"number":2,"supplier":"青禾","ordered":101,"expected":110,"lines":[{"item":"A","units":6}]},
            {"number":3,"supplier":"青禾","ordered":101,"expected":110,"closed":112,"lines":[{"item":"A","units":6}]},
            {"number":4,"supplier":"青禾","ordered":115,"expected":null,"lines":[{"item":"A","units":7}]}
        ],
        "arrivals": [
            {"number":5,"order":1,"day":108,"lines":[{"item":"A","units":9}]},
            {"number":6,"order":2,"day":109,"lines":[{"item":"A","units":8}]},
            {"number":7,"order":3,"day":112,"lines":[{"item":"A","units":2}]},
            {"number":8,"day":112,"lines":[{"item":"A","units":2}]}
        ]
    }"#;

    #[test]
    fn orders_stand_where_their_arrivals_put_them() {
        let desk: StockDesk = serde_json::from_str(DESK).expect("reads");
        let found = standings(&desk, Day(116));
        let shown: Vec<_> = found
            .iter()
            .map(|s| (s.progress, s.ordered, s.arrived, s.late_days))
            .collect();
        assert_eq!(
            shown,
            [
                (Progress::Partly, 19, 9, Some(7)),
                (Progress::Complete, 6, 6, Some(-1)),
                (Progress::Short, 6, 2, Some(2)),
                (Progress::Waiting, 7, 0, None),
            ]
        );
        assert_eq!(found[2].short_units(), 4);
        assert_eq!(found[0].arrivals, Some((Day(108), Day(108))));
    }

    #[test]
    fn what_is_still_to_arrive() {
        let desk: StockDesk = serde_json::from_str(DESK).expect("reads");
        let incoming = incoming(&desk);
        let of = |order, expected: Option<i32>, units| Incoming {
            order: Some(order),
            expected: expected.map(Day),
            units,
        };
        assert_eq!(incoming["A"], [of(1, Some(109), 6), of(4, None, 7)]);
        assert_eq!(incoming["B"], [of(1, Some(109), 4)]);
    }
}
