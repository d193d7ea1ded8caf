//! The daily board in words, numbers and tables.

pub mod days;
pub mod definition;
pub mod funnel;
pub mod hours;
pub mod items;
pub mod number;
pub mod odd;
pub mod provinces;
pub mod reason;
pub mod rows;
pub mod sentence;
pub mod sources;
pub mod tiles;
pub mod truth;
pub mod views;
pub mod waterfall;
pub mod weekdays;

use crate::analytics::period::{Comparison, Period};
use crate::i18n::Text;

/// What a period is called.
pub fn period_name(period: Period) -> Text {
    match period {
        Period::LastDay => Text::PeriodLastDay,
        Period::Last7 => Text::PeriodLast7,
        Period::Last30 => Text::PeriodLast30,
        Period::ThisMonth => Text::PeriodThisMonth,
        Period::LastMonth => Text::PeriodLastMonth,
        Period::All => Text::PeriodAll,
        Period::Custom(_) => Text::PeriodCustom,
    }
}

/// What a comparison is called.
pub fn comparison_name(comparison: Comparison) -> Text {
    match comparison {
        Comparison::Previous => Text::ComparePrevious,
        Comparison::SameWeekday => Text::CompareSameWeekday,
        Comparison::YearAgo => Text::CompareYearAgo,
        Comparison::CalendarYear => Text::CompareCalendarYear,
        Comparison::Lunar => Text::CompareLunar,
        Comparison::Event => Text::CompareEvent,
    }
}

/// What a comparison is called where there is little room.
pub fn comparison_short(comparison: Comparison) -> Text {
    match comparison {
        Comparison::Previous => Text::ComparePreviousShort,
        Comparison::SameWeekday => Text::CompareSameWeekdayShort,
        Comparison::YearAgo => Text::CompareYearAgoShort,
        Comparison::CalendarYear => Text::CompareCalendarYearShort,
        Comparison::Lunar => Text::CompareLunarShort,
        Comparison::Event => Text::CompareEventShort,
    }
}

#[cfg(test)]
pub(crate) mod sample {
    //! A small board to try the screens on: a week in which each day has ten orders more than the one before.

    use crate::analytics::board::{Baseline, Board, DayRow, ProvinceRow};
    use crate::analytics::period::Comparison;
    use crate::analytics::shop_days::ShopSum;
    use crate::analytics::stretch::Stretch;
    use crate::analytics::tally::Tally;
    use crate::model::place::Province;
    use crate::model::time::{Day, Span};

    /// `orders` orders of ¥100 each; four in five are paid, one paid order in ten is refunded.
    pub fn tally(orders: i64) -> Tally {
        let paid_orders = orders * 4 / 5;
        let refunded_orders = paid_orders / 10;
        Tally {
            orders,
            ordered_fen: orders * 10_000,
            created_then_paid: paid_orders,
            created_then_refunded: refunded_orders,
            paid_orders,
            paid_gross_fen: paid_orders * 10_000,
            refund_fen: refunded_orders * 10_000,
            refunded_orders,
            pay_wait_secs: paid_orders * 90,
            pay_wait_orders: paid_orders,
            buyers: paid_orders,
            buyer_days: paid_orders,
        }
    }

    fn days(span: Span, orders: impl Fn(i64) -> i64) -> Vec<DayRow> {
        span.days()
            .enumerate()
            .map(|(i, day)| DayRow {
                day,
                covered: true,
                tally: tally(orders(i as i64)),
                shop: None,
            })
            .collect()
    }

    /// The week of 24 February to 1 March 2020, against 50 orders a day in the week before.
    pub fn board() -> Board {
        let first = Day::parse_iso("2020-02-24").expect("a date");
        let span = Span::new(first, first.plus(6));
        let days_of = |comparison: Comparison| comparison.of(span).expect("always there");
        let baseline = |comparison: Comparison, missing_days| Baseline {
            comparison,
            stretch: Stretch {
                span: days_of(comparison),
                missing_days,
                lacking: Vec::new(),
                tally: if missing_days == 0 {
                    tally(350)
                } else {
                    Tally::default()
                },
                shop: ShopSum::default(),
            },
        };
        Board {
            data: Span::new(first.plus(-7), span.last),
            span,
            missing_days: 0,
            lacking: Vec::new(),
            total: tally(700),
            shop: ShopSum::default(),
            baselines: vec![
                baseline(Comparison::Previous, 0),
                baseline(Comparison::SameWeekday, 0),
                baseline(Comparison::YearAgo, 7),
            ],
            comparison: Comparison::Previous,
            days: days(span, |i| 70 + i * 10),
            base_days: days(days_of(Comparison::Previous), |_| 50),
            hours: (0..24).map(|h| tally(h * 5)).collect(),
            provinces: vec![
                ProvinceRow {
                    province: Province::Guangdong,
                    tally: tally(500),
                },
                ProvinceRow {
                    province: Province::Tibet,
                    tally: tally(150),
                },
                ProvinceRow {
                    province: Province::Unknown,
                    tally: tally(50),
                },
            ],
        }
    }
}
