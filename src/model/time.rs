//! Civil time of China: a calendar date and a wall clock, never an instant of UTC.
//!
//! The exports carry China Standard Time without saying so. A date that is never converted can never be shifted, so
//! the two types here count civil days and civil seconds from 2000-01-01 00:00 and offer no way to a time zone.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Seconds in a civil day.
pub const DAY_SECS: u32 = 86_400;

/// A calendar day, counted from 2000-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

const EPOCH_FROM_CE: i32 = 730_120; // 2000-01-01 in chrono's count of days from 0001-01-01

impl Day {
    /// The day of a civil date, or `None` for a date that the calendar does not have.
    ///
    /// ```
    /// use dianzhang::model::time::Day;
    /// assert_eq!(Day::from_ymd(2020, 2, 29).map(|d| d.to_string()).as_deref(), Some("2020-02-29"));
    /// assert_eq!(Day::from_ymd(2021, 2, 29), None);
    /// ```
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from_date)
    }

    /// Reads `YYYY-MM-DD`, the form used in addresses, inputs and files that we write ourselves.
    pub fn parse_iso(text: &str) -> Option<Day> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .map(Day::from_date)
    }

    fn from_date(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - EPOCH_FROM_CE)
    }

    /// The same day as a chrono date.
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE))
            .unwrap_or(NaiveDate::MIN)
    }

    /// The day `days` later (earlier when negative).
    pub fn plus(self, days: i32) -> Day {
        Day(self.0 + days)
    }

    /// Day of the week.
    pub fn weekday(self) -> Weekday {
        self.date().weekday()
    }

    /// First day of the month that the day lies in.
    pub fn month_start(self) -> Day {
        self.plus(1 - self.date().day() as i32)
    }

    /// Last day of the month that the day lies in.
    pub fn month_end(self) -> Day {
        self.month_start().plus(31).month_start().plus(-1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().format("%Y-%m-%d").fmt(f)
    }
}

/// A civil date and wall clock to the second, counted in seconds from 2000-01-01 00:00:00 (good until 2136).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Civil(pub u32);

impl Civil {
    /// A point on a day; `None` before 2000, after 2136 or for a clock that does not exist.
    pub fn new(day: Day, hour: u32, minute: u32, second: u32) -> Option<Civil> {
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let secs =
            i64::from(day.0) * i64::from(DAY_SECS) + i64::from(hour * 3600 + minute * 60 + second);
        u32::try_from(secs)
            .ok()
            .filter(|&s| s < u32::MAX)
            .map(Civil)
    }

    /// The calendar day.
    pub fn day(self) -> Day {
        Day((self.0 / DAY_SECS) as i32)
    }

    /// The same wall clock `days` later.
    pub fn plus_days(self, days: u32) -> Civil {
        Civil(self.0.saturating_add(days * DAY_SECS))
    }

    /// Hour of the day, 0 to 23.
    pub fn hour(self) -> u32 {
        self.0 % DAY_SECS / 3600
    }
}

impl fmt::Display for Civil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = self.0 % DAY_SECS;
        write!(
            f,
            "{} {:02}:{:02}:{:02}",
            self.day(),
            s / 3600,
            s / 60 % 60,
            s % 60
        )
    }
}

/// A closed range of days, first and last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First day.
    pub first: Day,
    /// Last day, not before `first`.
    pub last: Day,
}

impl Span {
    /// The range between two days, whichever comes first.
    pub fn new(a: Day, b: Day) -> Span {
        Span {
            first: a.min(b),
            last: a.max(b),
        }
    }

    /// How many days it holds, at least 1.
    pub fn len_days(self) -> i32 {
        self.last.0 - self.first.0 + 1
    }

    /// Whether the day lies inside.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether the two ranges have a day in common.
    pub fn overlaps(self, other: Span) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The same range `days` later (earlier when negative).
    pub fn shifted(self, days: i32) -> Span {
        Span {
            first: self.first.plus(days),
            last: self.last.plus(days),
        }
    }

    /// Its days in order.
    pub fn days(self) -> impl Iterator<Item = Day> {
        (self.first.0..=self.last.0).map(Day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_2000_and_print_as_dates() {
        assert_eq!(Day::from_ymd(2000, 1, 1), Some(Day(0)));
        assert_eq!(Day(7_361).to_string(), "2020-02-26");
        assert_eq!(Day::parse_iso("2020-02-26"), Some(Day(7_361)));
    }

    #[test]
    fn months_end_where_the_calendar_says() {
        let day = Day::parse_iso("2024-02-11").expect("a date");
        assert_eq!(day.month_end().to_string(), "2024-02-29");
        assert_eq!(day.month_start().to_string(), "2024-02-01");
    }

    #[test]
    fn a_clock_out_of_range_is_refused() {
        assert_eq!(Civil::new(Day(0), 24, 0, 0), None);
        assert_eq!(Civil::new(Day(-1), 0, 0, 0), None);
        assert_eq!(
            Civil::new(Day(1), 23, 59, 59)
                .map(|c| c.to_string())
                .as_deref(),
            Some("2000-01-02 23:59:59")
        );
    }
}
