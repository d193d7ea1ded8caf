//! What is on hand this morning, and how it came to be: the last count, and what moved since.

use super::balance::Flow;
use super::desk::DayPart;
use super::expected::Expected;
use super::ledger::{Line, Source};
use crate::analytics::coverage::Coverage;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// What is on hand, from the last count on: count + arrived + returned + sold + adjusted − missed = units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// The last count.
    pub counted: Source,
    /// Its day.
    pub day: Day,
    /// What moved since. Its opening is what was counted, its closing what the books come to.
    pub since: Flow,
    /// Days since whose sales no file knows; those of today are not expected yet.
    pub unknown_days: i32,
    /// What is estimated to have been sold on them, at most what is there.
    pub missed: i64,
    /// What is on hand by all of that.
    pub units: i64,
}

impl Hand {
    /// What is on hand on the morning of a day; `None` when nothing was counted up to then. What is written down for the day
    /// itself is in it, whatever the hour.
    pub fn of(
        lines: &[Line],
        today: Day,
        sales: &Coverage,
        expected: Option<Expected>,
    ) -> Option<Hand> {
        let upto = lines.partition_point(|line| line.movement.day <= today);
        let lines = &lines[..upto];
        let at = lines
            .iter()
            .rposition(|line| line.movement.source.is_count())?;
        let count = lines[at].movement;
        let mut since = Flow {
            opening: Some(count.units),
            closing: lines.last()?.balance,
            ..Flow::default()
        };
        for line in &lines[at + 1..] {
            let units = line.movement.units;
            match line.movement.source {
                Source::Arrived { .. } => since.arrived += units,
                Source::Returned => since.returned += units,
                Source::Adjusted { .. } => since.adjusted += units,
                Source::Sold => since.sold += units,
                Source::StockTable { .. } | Source::Counted { .. } => {}
            }
        }
        let first = match count.source {
            Source::StockTable { at, .. } | Source::Counted { at, .. }
                if at == DayPart::Evening =>
            {
                count.day.plus(1)
            }
            _ => count.day,
        };
        let last = today.plus(-1);
        let unknown_days = match first <= last {
            true => sales.missing_days(Span { first, last }),
            false => 0,
        };
        let booked = since.closing?;
        let mean = expected.map_or(0.0, |expected| expected.day.mean);
        let missed = (f64::from(unknown_days) * mean).round() as i64;
        let missed = missed.min(booked.max(0));
        Some(Hand {
            counted: count.source,
            day: count.day,
            since,
            unknown_days,
            missed,
            units: booked - missed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::demand::DemandClass;
    use crate::analytics::stock::desk::Why;
    use crate::analytics::stock::ledger::{Movement, ledger};
    use crate::analytics::stock::policy::PerDay;

    fn moved(day: i32, source: Source, units: i64) -> Movement {
        Movement {
            day: Day(day),
            source,
            units,
        }
    }

    fn table(day: i32, units: i64) -> Movement {
        let at = DayPart::Morning;
        moved(day, Source::StockTable { import: 1, at }, units)
    }

    const ARRIVED: Source = Source::Arrived {
        arrival: 3,
        order: Some(2),
        cost_fen: None,
    };

    #[test]
    fn a_week_of_arrivals_counts_and_losses_adds_up() {
        let broken = Source::Adjusted {
            adjustment: 4,
            why: Why::Damaged,
        };
        let lines = ledger(vec![
            table(3, 900),
            table(10, 100),
            moved(9, Source::Sold, -800),
            moved(10, Source::Sold, -12),
            moved(12, ARRIVED, 60),
            moved(13, broken, -3),
            moved(14, Source::Sold, -20),
            moved(17, ARRIVED, 40),
        ]);
        let sales = Coverage::of([Span::new(Day(1), Day(14))]);
        let expected = Expected {
            day: PerDay {
                mean: 4.6,
                sigma: 1.0,
            },
            class: DemandClass::Smooth,
            days: 0,
        };
        let hand = Hand::of(&lines, Day(17), &sales, Some(expected)).expect("counted");
        assert_eq!((hand.day, hand.since.opening), (Day(10), Some(100)));
        assert_eq!(
            (hand.since.arrived, hand.since.sold, hand.since.adjusted),
            (100, -32, -3)
        );
        assert_eq!(hand.since.closing, Some(165));
        // The 15th and the 16th are in no file; of today nobody expects one.
        assert_eq!((hand.unknown_days, hand.missed, hand.units), (2, 9, 156));
    }

    #[test]
    fn nobody_sells_more_than_is_there_and_nothing_is_guessed_without_an_estimate() {
        let lines = ledger(vec![table(10, 5)]);
        let none = Coverage::default();
        let hand = Hand::of(&lines, Day(20), &none, None).expect("counted");
        assert_eq!((hand.unknown_days, hand.missed, hand.units), (10, 0, 5));
        let fast = Expected {
            day: PerDay {
                mean: 9.0,
                sigma: 1.0,
            },
            class: DemandClass::Smooth,
            days: 0,
        };
        let hand = Hand::of(&lines, Day(20), &none, Some(fast)).expect("counted");
        assert_eq!(hand.units, 0);
        assert_eq!(Hand::of(&lines, Day(9), &none, None), None);
    }
}
