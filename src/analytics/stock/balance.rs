//! What a ledger comes to: what is there, how far that can be trusted, what moved in a period.

use super::desk::DayPart;
use super::ledger::{Line, Source};
use crate::analytics::coverage::Coverage;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// What is there, and how far that can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnHand {
    /// Units after the last movement.
    pub units: i64,
    /// The day of the last count.
    pub counted: Day,
    /// Days from the last count up to and with `through` whose sales no file knows: so many days of sales may have to come
    /// off.
    pub unknown_days: i32,
}

/// What is there at the end of a day, sales being known on the days of `sales`. `None` when nothing was counted up to then.
pub fn on_hand(lines: &[Line], through: Day, sales: &Coverage) -> Option<OnHand> {
    let upto = lines.partition_point(|line| line.movement.day <= through);
    let lines = &lines[..upto];
    let count = lines
        .iter()
        .rev()
        .map(|line| line.movement)
        .find(|m| m.source.is_count())?;
    let first = match count.source {
        Source::StockTable { at, .. } | Source::Counted { at, .. } if at == DayPart::Evening => {
            count.day.plus(1)
        }
        _ => count.day,
    };
    let span = Span {
        first,
        last: through,
    };
    Some(OnHand {
        units: lines.last()?.balance?,
        counted: count.day,
        unknown_days: if first <= through {
            sales.missing_days(span)
        } else {
            0
        },
    })
}

/// What is there at the end of each day of a span; `None` before the first count.
pub fn by_day(lines: &[Line], span: Span) -> Vec<Option<i64>> {
    let mut at = 0;
    let mut balance = None;
    let day = |day| {
        while let Some(line) = lines.get(at).filter(|line| line.movement.day <= day) {
            balance = line.balance;
            at += 1;
        }
        balance
    };
    span.days().map(day).collect()
}

/// What moved in a span of days, by its source. Opening + arrived + returned + sold + adjusted + difference = closing wherever
/// the opening is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    /// What was there before the first day; `None` when nothing was counted before it.
    pub opening: Option<i64>,
    /// 采购入库.
    pub arrived: i64,
    /// 退货入库.
    pub returned: i64,
    /// 销售出库: 0 or below.
    pub sold: i64,
    /// Adjustments by hand.
    pub adjusted: i64,
    /// 盘点差异.
    pub difference: i64,
    /// What is there after the last day.
    pub closing: Option<i64>,
}

/// Adds up what moved in a span of days.
pub fn flow(lines: &[Line], span: Span) -> Flow {
    let before = lines.partition_point(|line| line.movement.day < span.first);
    let upto = lines.partition_point(|line| line.movement.day <= span.last);
    let balance = |lines: &[Line]| lines.last().and_then(|line| line.balance);
    let mut flow = Flow {
        opening: balance(&lines[..before]),
        closing: balance(&lines[..upto]),
        ..Flow::default()
    };
    for line in &lines[before..upto] {
        let change = line.change.unwrap_or(0);
        match line.movement.source {
            Source::StockTable { .. } | Source::Counted { .. } => flow.difference += change,
            Source::Arrived { .. } => flow.arrived += change,
            Source::Returned => flow.returned += change,
            Source::Adjusted { .. } => flow.adjusted += change,
            Source::Sold => flow.sold += change,
        }
    }
    flow
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::desk::Why;
    use crate::analytics::stock::ledger::{Movement, ledger};
    use proptest::prelude::*;

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
    fn a_week_adds_up() {
        let lines = ledger(vec![
            table(10, DayPart::Morning, 100),
            table(17, DayPart::Morning, 70),
            sold(10, 5),
            sold(12, 20),
            arrived(12, 10),
            sold(17, 4),
        ]);
        let week = Span::new(Day(11), Day(17));
        assert_eq!(
            flow(&lines, week),
            Flow {
                opening: Some(95),
                arrived: 10,
                sold: -24,
                difference: -15,
                closing: Some(66),
                ..Flow::default()
            }
        );
    }

    #[test]
    fn before_the_first_count_nobody_knows_what_is_there() {
        let lines = ledger(vec![
            arrived(3, 50),
            sold(4, 1),
            table(5, DayPart::Evening, 40),
            sold(5, 2),
        ]);
        let days = by_day(&lines, Span::new(Day(4), Day(7)));
        assert_eq!(days, [None, Some(40), Some(40), Some(40)]);
        assert_eq!(on_hand(&lines, Day(4), &Coverage::default()), None);
    }

    #[test]
    fn days_whose_sales_nobody_knows_are_counted() {
        let sales = Coverage::of([Span::new(Day(1), Day(11)), Span::new(Day(14), Day(15))]);
        let morning = ledger(vec![table(10, DayPart::Morning, 40), sold(15, 4)]);
        let found = on_hand(&morning, Day(16), &sales).expect("counted");
        // The 12th, the 13th and the 16th.
        assert_eq!(
            (found.units, found.counted, found.unknown_days),
            (36, Day(10), 3)
        );
        let evening = ledger(vec![table(16, DayPart::Evening, 40)]);
        let found = on_hand(&evening, Day(16), &sales).expect("counted");
        assert_eq!(found.unknown_days, 0);
    }

    proptest! {
        #[test]
        fn a_period_adds_up_and_no_order_of_the_rows_changes_a_days_end(
            rows in proptest::collection::vec((0i32..40, 0u8..6, 0i64..50), 0..60), first in 0i32..40, days in 0i32..20,
        ) {
            let row = |(at, (day, kind, units)): (usize, &(i32, u8, i64))| match kind {
                // One count a day at the most: which of two is the later one is for the order of the rows to say.
                0 if rows[..at].iter().all(|(d, k, _)| (d, k) != (day, &0)) => table(*day, DayPart::Morning, *units),
                1 => arrived(*day, *units),
                2 => Movement { day: Day(*day), source: Source::Returned, units: *units },
                3 => Movement { day: Day(*day), source: Source::Adjusted { adjustment: 1, why: Why::Other }, units: *units - 25 },
                _ => sold(*day, *units),
            };
            let movements: Vec<Movement> = rows.iter().enumerate().map(row).collect();
            let lines = ledger(movements.clone());
            let span = Span::new(Day(first), Day(first + days));
            let flow = flow(&lines, span);
            if let (Some(opening), Some(closing)) = (flow.opening, flow.closing) {
                let moved = flow.arrived + flow.returned + flow.sold + flow.adjusted + flow.difference;
                prop_assert_eq!(opening + moved, closing);
            }
            let turned = ledger(movements.into_iter().rev().collect());
            prop_assert_eq!(by_day(&lines, span), by_day(&turned, span));
        }
    }
}
