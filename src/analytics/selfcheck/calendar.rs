//! Golden checks of the calendar.

use super::Check;
use crate::model::calendar::{DayKind, LunarDate, kind_of_day, lunar};
use crate::model::time::{Day, Span};

/// The golden values of lunar dates and workdays.
pub fn checks() -> Vec<Check> {
    let exact = |subject, reference, expected, found| Check {
        subject,
        reference,
        expected,
        found,
        tolerance: 0.0,
    };
    let workdays = |year| {
        let (first, last) = (Day::from_ymd(year, 1, 1), Day::from_ymd(year, 12, 31));
        let days = first
            .zip(last)
            .map(|(first, last)| Span::new(first, last).days());
        let is_worked =
            |day: &Day| matches!(kind_of_day(*day), DayKind::Workday | DayKind::MakeUp(_));
        days.into_iter().flatten().filter(is_worked).count() as f64
    };
    let date = |day: Option<Day>| day.map_or(0.0, written);
    let leap = LunarDate {
        year: 2033,
        month: 11,
        is_leap: true,
        day: 1,
    };
    vec![
        exact(
            ("春节 2026", "Spring Festival 2026"),
            "lunardate 0.3.0",
            20_260_217.0,
            date(lunar::new_year(2026)),
        ),
        exact(
            ("闰冬月初一 2033", "First day of the leap month of 2033"),
            "lunardate 0.3.0",
            20_331_222.0,
            date(leap.to_day()),
        ),
        exact(
            (
                "农历逐日校验和 1990–2050",
                "Lunar dates 1990–2050, all days in one number",
            ),
            "lunardate 0.3.0, sxtwl 2.0.7",
            712_581_181.0,
            lunar_sum(),
        ),
        exact(
            ("工作日天数 2024", "Workdays of 2024"),
            "chinesecalendar 1.11.0",
            251.0,
            workdays(2024),
        ),
        exact(
            ("工作日天数 2025", "Workdays of 2025"),
            "chinesecalendar 1.11.0",
            248.0,
            workdays(2025),
        ),
    ]
}

/// A date as year × 10 000 + month × 100 + day.
fn written(day: Day) -> f64 {
    let digits: String = day
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(0.0)
}

/// All lunar dates of the table in one number: each day makes it 31 times what it was plus the date as year × 10 000 +
/// month × 100 + day, a leap month counted as 20 more, modulo 1 000 000 007.
fn lunar_sum() -> f64 {
    let first = lunar::new_year(1990).map_or(0, |day| day.0);
    let dates = (first..).map_while(|day| LunarDate::of(Day(day)));
    let sum = dates.fold(0_u64, |sum, date| {
        let month = u64::from(date.month) + if date.is_leap { 20 } else { 0 };
        let year = u64::from(date.year.unsigned_abs());
        (sum * 31 + year * 10_000 + month * 100 + u64::from(date.day)) % 1_000_000_007
    });
    sum as f64
}
