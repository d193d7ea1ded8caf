//! 库龄: how old what is there is. What came first goes first (FIFO).

use super::ledger::{Line, Source};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};

/// Units that came on one day and are still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// The day.
    pub since: Day,
    /// Whether they may be older: they were found by a count, nobody knows when they came.
    pub may_be_older: bool,
    /// Units.
    pub units: i64,
    /// What a unit cost, in 分, where that is known.
    pub cost_fen: Option<i64>,
}

/// What is there of an item after these lines, the oldest first. Where more went than was there, what comes next makes up for
/// it first. Goods that came back count from the day on which they did.
pub fn layers(lines: &[Line]) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut gone = 0; // how many of `layers` are used up
    let mut owed = 0;
    for line in lines {
        let movement = line.movement;
        let Some(change) = line.change else {
            // The first count: what came before is part of it, the rest was there before anything was written down.
            let known: i64 = layers[gone..].iter().map(|layer| layer.units).sum();
            let more = movement.units.max(0) - known;
            owed = (-movement.units).max(0);
            if more > 0 {
                layers.insert(gone, found(movement.day, more));
            } else {
                take(&mut layers, &mut gone, -more);
            }
            continue;
        };
        if change < 0 {
            let missing = take(&mut layers, &mut gone, -change);
            // Before the first count nobody knows what else was there.
            owed += if line.balance.is_some() { missing } else { 0 };
            continue;
        }
        let made_up = owed.min(change);
        owed -= made_up;
        if change > made_up {
            layers.push(Layer {
                may_be_older: movement.source.is_count(),
                cost_fen: match movement.source {
                    Source::Arrived { cost_fen, .. } => cost_fen,
                    _ => None,
                },
                ..found(movement.day, change - made_up)
            });
        }
    }
    layers.split_off(gone)
}

/// Units that a count found.
fn found(day: Day, units: i64) -> Layer {
    Layer {
        since: day,
        may_be_older: true,
        units,
        cost_fen: None,
    }
}

/// Takes units away from the oldest; returns how many there were not.
fn take(layers: &mut [Layer], gone: &mut usize, units: i64) -> i64 {
    let mut left = units;
    while let Some(layer) = layers.get_mut(*gone).filter(|_| left > 0) {
        let taken = layer.units.min(left);
        layer.units -= taken;
        left -= taken;
        *gone += usize::from(layer.units == 0);
    }
    left
}

/// Units of one range of ages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aged {
    /// Units.
    pub units: i64,
    /// Of them, those that may be older.
    pub units_maybe_older: i64,
    /// What they cost, in 分, those without a cost left out.
    pub cost_fen: i64,
    /// Units without a cost.
    pub units_without_cost: i64,
}

/// The ranges of ages that are usual in trade: up to 30, 60, 90 and 180 days, and older.
pub const USUAL_AGES: [i32; 4] = [30, 60, 90, 180];

/// Sorts layers by their age on a day into ranges: up to the first of `upto` days, up to the second, …, and a last range for what
/// is older. `cost_fen` is what a unit costs of which no arrival says it.
pub fn ages(layers: &[Layer], on: Day, upto: &[i32], cost_fen: Option<i64>) -> Vec<Aged> {
    let mut ages = vec![Aged::default(); upto.len() + 1];
    for layer in layers {
        let age = on.0 - layer.since.0;
        let aged = &mut ages[upto.partition_point(|limit| *limit < age)];
        aged.units += layer.units;
        aged.units_maybe_older += if layer.may_be_older { layer.units } else { 0 };
        match layer.cost_fen.or(cost_fen) {
            Some(fen) => aged.cost_fen += fen * layer.units,
            None => aged.units_without_cost += layer.units,
        }
    }
    ages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::desk::DayPart;
    use crate::analytics::stock::ledger::{Movement, ledger};
    use proptest::prelude::*;

    fn movement(day: i32, source: Source, units: i64) -> Movement {
        Movement {
            day: Day(day),
            source,
            units,
        }
    }

    fn counted(day: i32, units: i64) -> Movement {
        let at = DayPart::Evening;
        movement(day, Source::StockTable { import: 1, at }, units)
    }

    fn arrived(day: i32, units: i64, cost_fen: i64) -> Movement {
        let source = Source::Arrived {
            arrival: 1,
            order: None,
            cost_fen: Some(cost_fen),
        };
        movement(day, source, units)
    }

    fn sold(day: i32, units: i64) -> Movement {
        movement(day, Source::Sold, -units)
    }

    fn shown(movements: Vec<Movement>) -> Vec<(i32, bool, i64)> {
        let layers = layers(&ledger(movements));
        let layer = |layer: Layer| (layer.since.0, layer.may_be_older, layer.units);
        layers.into_iter().map(layer).collect()
    }

    #[test]
    fn what_came_first_goes_first() {
        let movements = vec![
            counted(10, 30),
            arrived(20, 40, 500),
            sold(25, 35),
            arrived(50, 10, 600),
            counted(60, 50),
        ];
        // The 30 and five of the 40 are sold; the count finds five more than the 45 that should be there.
        assert_eq!(
            shown(movements.clone()),
            [(20, false, 35), (50, false, 10), (60, true, 5)]
        );
        let ages = ages(&layers(&ledger(movements)), Day(60), &USUAL_AGES, None);
        assert_eq!(
            ages[0],
            Aged {
                units: 15,
                units_maybe_older: 5,
                cost_fen: 6_000,
                units_without_cost: 5
            }
        );
        assert_eq!((ages[1].units, ages[1].cost_fen), (35, 17_500));
        assert_eq!(ages[2..].iter().map(|aged| aged.units).sum::<i64>(), 0);
    }

    #[test]
    fn what_was_there_before_the_first_arrival_is_the_oldest() {
        let movements = vec![arrived(5, 20, 500), counted(10, 50), sold(11, 35)];
        assert_eq!(shown(movements), [(5, false, 15)]);
        // The count finds fewer than what came: the rest has been sold since.
        assert_eq!(
            shown(vec![arrived(5, 20, 500), counted(10, 8)]),
            [(5, false, 8)]
        );
    }

    #[test]
    fn what_was_sold_before_the_first_count_is_not_missing_from_what_comes() {
        let movements = vec![sold(3, 9), arrived(5, 20, 500), counted(10, 20)];
        assert_eq!(shown(movements), [(5, false, 20)]);
    }

    #[test]
    fn what_comes_makes_up_for_what_was_sold_too_much() {
        let movements = vec![counted(10, 5), sold(11, 8), arrived(12, 10, 500)];
        assert_eq!(shown(movements), [(12, false, 7)]);
    }

    proptest! {
        #[test]
        fn the_layers_are_what_is_there(
            rows in proptest::collection::vec((0i32..60, 0u8..5, 0i64..40), 0..50), first in 0i64..60,
        ) {
            let row = |(day, kind, units): (i32, u8, i64)| match kind {
                0 => counted(day, units),
                1 => arrived(day, units, 100),
                _ => sold(day, units),
            };
            let mut movements: Vec<Movement> = rows.into_iter().map(row).collect();
            movements.push(counted(30, first));
            let lines = ledger(movements);
            let there = lines.last().and_then(|line| line.balance).expect("counted");
            let layers = layers(&lines);
            prop_assert_eq!(layers.iter().map(|layer| layer.units).sum::<i64>(), there.max(0));
            prop_assert!(layers.iter().all(|layer| layer.units > 0));
        }
    }
}
