//! What a period is compared with: the days before, or those of the year before that stand for the same.
//!
//! A comparison has as many days as the period, with two exceptions: a month is compared with a month, and the same dates of
//! another year may hold a 29 February.

use super::Period;
use crate::model::calendar::{Event, LunarDate, events_in, lunar};
use crate::model::time::{Day, Span};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// What a period is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparison {
    /// 环比: the days just before, as many of them. A whole calendar month compares with the month before, this month so far
    /// with the same days of it.
    #[default]
    Previous,
    /// The same weekdays before: moved back by the fewest whole weeks that do not overlap.
    SameWeekday,
    /// 同比, same weekdays a year ago: moved back by 364 days.
    YearAgo,
    /// 同比, the same dates a year ago.
    CalendarYear,
    /// 同比·农历: the same dates of the lunar year before.
    Lunar,
    /// The same days of a sale of the platform (T+n) a year ago.
    Event,
}

impl Comparison {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Comparison; 6] = [
        Comparison::Previous,
        Comparison::SameWeekday,
        Comparison::YearAgo,
        Comparison::CalendarYear,
        Comparison::Lunar,
        Comparison::Event,
    ];

    /// Those that every board works out, whichever is chosen. There are such days for every period.
    pub const SHOWN: [Comparison; 3] = [
        Comparison::Previous,
        Comparison::SameWeekday,
        Comparison::YearAgo,
    ];

    /// The days that a range of days is compared with, whatever it is called.
    ///
    /// `None` when there are none: [`Comparison::Lunar`] outside the lunar table, [`Comparison::Event`] when no day of the
    /// range belongs to a sale, or its sale has no year before it.
    ///
    /// ```
    /// use dianzhang::analytics::period::Comparison;
    /// use dianzhang::model::time::{Day, Span};
    /// let feb = Span::new(Day::from_ymd(2020, 2, 1).unwrap(), Day::from_ymd(2020, 2, 29).unwrap());
    /// assert_eq!(Comparison::Previous.of(feb).unwrap().first.to_string(), "2020-01-01");
    /// assert_eq!(Comparison::SameWeekday.of(feb), Some(feb.shifted(-35)));
    /// assert_eq!(Comparison::CalendarYear.of(feb).unwrap().last.to_string(), "2019-02-28");
    /// assert_eq!(Comparison::Event.of(feb.shifted(180)), None);
    /// ```
    pub fn of(self, span: Span) -> Option<Span> {
        match self {
            Comparison::Previous if is_month(span) => Some(month_before(span.first)),
            Comparison::Previous => Some(span.shifted(-span.len_days())),
            Comparison::SameWeekday => Some(span.shifted(-(span.len_days() + 6) / 7 * 7)),
            Comparison::YearAgo => Some(span.shifted(-364)),
            Comparison::CalendarYear => Some(Span {
                first: same_date_before(span.first),
                last: same_date_before(span.last),
            }),
            Comparison::Lunar => lunar_before(span),
            Comparison::Event => event_before(span),
        }
    }

    /// The days that a period is compared with: [`Comparison::of`] its days, but this month so far with the same days of the
    /// month before. Only the period knows that it means a month: its days may be the first one alone.
    pub fn against(self, period: Period, span: Span) -> Option<Span> {
        match (self, period) {
            (Comparison::Previous, Period::ThisMonth) => Some(same_days_before(span)),
            _ => self.of(span),
        }
    }

    /// How it stands in an address.
    pub fn to_param(self) -> &'static str {
        match self {
            Comparison::Previous => "prev",
            Comparison::SameWeekday => "week",
            Comparison::YearAgo => "year",
            Comparison::CalendarYear => "cal",
            Comparison::Lunar => "lunar",
            Comparison::Event => "event",
        }
    }

    /// Reads what [`Comparison::to_param`] wrote.
    pub fn from_param(text: &str) -> Option<Comparison> {
        Comparison::ALL.into_iter().find(|c| c.to_param() == text)
    }
}

/// Whether the days are one whole calendar month.
fn is_month(span: Span) -> bool {
    span.first == span.first.month_start() && span.last == span.first.month_end()
}

/// The whole month before the one of a day.
pub fn month_before(day: Day) -> Span {
    let end = day.month_start().plus(-1);
    Span::new(end.month_start(), end)
}

/// The days of the month before that have the same numbers, for days of one month. What that month does not have is left
/// out, so that there may be fewer of them: of 1 to 30 March there are 28, or 29.
pub fn same_days_before(span: Span) -> Span {
    let before = month_before(span.first);
    let skipped = span.first.0 - span.first.month_start().0;
    let first = before.first.plus(skipped).min(before.last);
    Span::new(first, first.plus(span.len_days() - 1).min(before.last))
}

/// The same date of the year before; of 29 February the 28th.
pub fn same_date_before(day: Day) -> Day {
    let date = day.date();
    let before = |number| Day::from_ymd(date.year() - 1, date.month(), number);
    before(date.day())
        .or_else(|| before(28))
        .unwrap_or(day.plus(-365))
}

/// As many days, moved by a lunar year. Days that hold a lunar New Year keep their distance from it; others begin on the
/// same lunar date.
fn lunar_before(span: Span) -> Option<Span> {
    let new_year = LunarDate::of(span.last).and_then(|last| lunar::new_year(last.year));
    if let Some(new_year) = new_year.filter(|day| span.contains(*day)) {
        let before = LunarDate::of(new_year)?.year_before()?.to_day()?;
        return Some(span.shifted(before.0 - new_year.0));
    }
    let before = LunarDate::of(span.first)?.year_before()?.to_day()?;
    Some(span.shifted(before.0 - span.first.0))
}

/// As many days, as far from the main day of last year's sale as these are from this year's. Of several sales the one with
/// the most days among them counts, of equals the first.
fn event_before(span: Span) -> Option<Span> {
    let shared = |event: &Event| {
        let (theirs, ours) = (event.span(), span);
        theirs.last.min(ours.last).0 - theirs.first.max(ours.first).0
    };
    let events = events_in(span);
    // The first of equals: `max_by_key` would take the last.
    let event = events.iter().rev().max_by_key(|event| shared(event))?;
    let before = Event::of(event.key, event.year - 1)?;
    Some(span.shifted(before.main.0 - event.main.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    fn span(first: &str, last: &str) -> Span {
        Span::new(day(first), day(last))
    }

    #[test]
    fn this_month_so_far_compares_with_the_same_days_of_the_month_before() {
        let of = |first, last| Comparison::Previous.against(Period::ThisMonth, span(first, last));
        assert_eq!(
            of("2026-11-01", "2026-11-24"),
            Some(span("2026-10-01", "2026-10-24"))
        );
        assert_eq!(
            of("2026-11-01", "2026-11-01"),
            Some(span("2026-10-01", "2026-10-01"))
        );
        // At most its length.
        assert_eq!(
            of("2026-03-01", "2026-03-30"),
            Some(span("2026-02-01", "2026-02-28"))
        );
        // The data begin within the month.
        assert_eq!(
            of("2026-11-10", "2026-11-24"),
            Some(span("2026-10-10", "2026-10-24"))
        );
        assert_eq!(
            of("2026-03-30", "2026-03-30"),
            Some(span("2026-02-28", "2026-02-28"))
        );
        // On its last day too.
        assert_eq!(
            of("2026-02-01", "2026-02-28"),
            Some(span("2026-01-01", "2026-01-28"))
        );
    }

    #[test]
    fn days_that_happen_to_begin_a_month_compare_with_those_just_before() {
        let of = |period, first, last| Comparison::Previous.against(period, span(first, last));
        assert_eq!(
            of(Period::LastDay, "2026-11-01", "2026-11-01"),
            Some(span("2026-10-31", "2026-10-31"))
        );
        assert_eq!(
            of(Period::Last7, "2026-11-01", "2026-11-07"),
            Some(span("2026-10-25", "2026-10-31"))
        );
        assert_eq!(
            of(Period::LastMonth, "2026-10-01", "2026-10-31"),
            Some(span("2026-09-01", "2026-09-30"))
        );
    }

    #[test]
    fn the_same_dates_a_year_ago_are_one_day_fewer_where_february_has_a_29th() {
        let of = |first, last| Comparison::CalendarYear.of(span(first, last));
        assert_eq!(
            of("2025-11-01", "2025-11-24"),
            Some(span("2024-11-01", "2024-11-24"))
        );
        assert_eq!(
            of("2024-02-01", "2024-02-29"),
            Some(span("2023-02-01", "2023-02-28"))
        );
        assert_eq!(
            of("2024-02-29", "2024-02-29"),
            Some(span("2023-02-28", "2023-02-28"))
        );
        assert_eq!(
            of("2025-02-20", "2025-03-05"),
            Some(span("2024-02-20", "2024-03-05"))
        );
    }

    #[test]
    fn lunar_days_keep_their_distance_from_the_new_year() {
        let of = |first, last| Comparison::Lunar.of(span(first, last));
        // New Year on 2026-02-17 and on 2025-01-29.
        assert_eq!(
            of("2026-02-10", "2026-02-23"),
            Some(span("2025-01-22", "2025-02-04"))
        );
        // 中秋, 八月十五: 2025-10-06 and 2024-09-17.
        assert_eq!(
            of("2025-10-06", "2025-10-06"),
            Some(span("2024-09-17", "2024-09-17"))
        );
        // 闰六月 of 2025 goes by 六月 of 2024.
        assert_eq!(
            of("2025-07-25", "2025-07-31"),
            Some(span("2024-07-06", "2024-07-12"))
        );
        assert_eq!(of("1989-05-01", "1989-05-02"), None);
        assert_eq!(of("1990-05-01", "1990-05-02"), None, "no year before it");
        assert_eq!(of("2060-05-01", "2060-05-02"), None);
    }

    #[test]
    fn days_of_a_sale_compare_with_those_as_far_from_last_years_main_day() {
        let of = |first, last| Comparison::Event.of(span(first, last));
        // Over a 29 February the days of a sale are 366 days apart, over none 365.
        assert_eq!(
            of("2024-06-10", "2024-06-20"),
            Some(span("2023-06-10", "2023-06-20"))
        );
        assert_eq!(
            of("2025-11-05", "2025-11-11"),
            Some(span("2024-11-05", "2024-11-11"))
        );
        // 双11 has more of these days than 双12.
        assert_eq!(
            of("2025-11-01", "2025-12-12"),
            Some(span("2024-11-01", "2024-12-12"))
        );
        // 年货节 counts from the Spring Festival: 2025-01-29 and 2024-02-10.
        assert_eq!(
            of("2025-01-08", "2025-01-16"),
            Some(span("2024-01-20", "2024-01-28"))
        );
        assert_eq!(of("2025-08-01", "2025-08-20"), None);
        assert_eq!(of("2016-11-11", "2016-11-11"), None, "no year before it");
    }

    #[test]
    fn params_come_back_and_are_told_apart() {
        for comparison in Comparison::ALL {
            assert_eq!(
                Comparison::from_param(comparison.to_param()),
                Some(comparison)
            );
        }
        assert_eq!(Comparison::from_param("moon"), None);
    }

    fn any_span() -> impl Strategy<Value = Span> {
        // 2016 to 2037.
        (5_900i32..13_500, 1i32..400)
            .prop_map(|(first, len)| Span::new(Day(first), Day(first + len - 1)))
    }

    proptest! {
        #[test]
        fn there_are_as_many_days(span in any_span()) {
            for comparison in Comparison::ALL {
                let Some(base) = comparison.of(span) else {
                    prop_assert!(!Comparison::SHOWN.contains(&comparison));
                    continue;
                };
                let off = base.len_days() - span.len_days();
                match comparison {
                    Comparison::Previous if is_month(span) => prop_assert!(is_month(base)),
                    Comparison::CalendarYear => prop_assert!((-1..=1).contains(&off)),
                    _ => prop_assert_eq!(off, 0),
                }
            }
        }

        #[test]
        fn the_days_before_do_not_overlap_and_end_where_the_period_begins(span in any_span()) {
            let previous = Comparison::Previous.of(span).expect("always there");
            prop_assert_eq!(previous.last.plus(1), span.first);
            let weekday = Comparison::SameWeekday.of(span).expect("always there");
            prop_assert!(weekday.last < span.first && span.first.0 - weekday.last.0 <= 7);
            prop_assert_eq!(weekday.first.weekday(), span.first.weekday());
        }

        #[test]
        fn a_year_ago_is_about_a_year_ago(span in any_span()) {
            for (comparison, days) in [
                (Comparison::YearAgo, 364..=364),
                (Comparison::CalendarYear, 365..=366),
                // A lunar year has 12 months or 13.
                (Comparison::Lunar, 353..=385),
                (Comparison::Event, 353..=385),
            ] {
                if let Some(base) = comparison.of(span) {
                    prop_assert!(days.contains(&(span.first.0 - base.first.0)), "{:?} {:?}", comparison, base);
                }
            }
        }

        #[test]
        fn this_month_so_far_has_the_same_day_numbers(first in 5_900i32..13_500, len in 0i32..31) {
            let month = Day(first);
            let days = Span::new(month, month.plus(len).min(month.month_end()));
            let base = Comparison::Previous.against(Period::ThisMonth, days).expect("always there");
            prop_assert!(base.last < days.first.month_start());
            prop_assert_eq!(base.first.month_start(), base.last.month_start());
            prop_assert!(base.len_days() <= days.len_days());
            let number = |day: Day| day.date().day();
            prop_assert_eq!(number(base.first), number(days.first).min(number(base.first.month_end())));
        }
    }
}
