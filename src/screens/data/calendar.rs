//! The calendar of coverage: a grid of weeks per month, each day covered, missing between covered days, or beyond them.

use crate::analytics::coverage::Coverage;
use crate::i18n::{Lang, Text, t};
use crate::model::time::{Day, Span};
use chrono::Datelike;

/// How it stands with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A file covers it.
    Covered,
    /// No file covers it, but files cover days before and after it.
    Missing,
    /// It lies before the first or after the last covered day.
    Beyond,
}

/// A month as the calendar draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its name.
    pub title: String,
    /// What is to be known about it, in words.
    pub summary: String,
    /// Squares to leave empty before the first day: weeks begin on Monday.
    pub lead: u32,
    /// Its days.
    pub days: Vec<(Day, Mark)>,
}

/// The months from the first to the last covered day, in order.
pub fn months(lang: Lang, coverage: &Coverage) -> Vec<Month> {
    let Some(range) = coverage.range() else {
        return Vec::new();
    };
    let mut months = Vec::new();
    let mut first = range.first.month_start();
    while first <= range.last {
        months.push(month(lang, coverage, range, first));
        first = first.month_end().plus(1);
    }
    months
}

fn month(lang: Lang, coverage: &Coverage, range: Span, first: Day) -> Month {
    let days: Vec<(Day, Mark)> = Span::new(first, first.month_end())
        .days()
        .map(|day| {
            let mark = if coverage.has(day) {
                Mark::Covered
            } else if range.contains(day) {
                Mark::Missing
            } else {
                Mark::Beyond
            };
            (day, mark)
        })
        .collect();
    let count = |wanted| {
        let found = days.iter().filter(|(_, mark)| *mark == wanted).count();
        found.to_string()
    };
    let date = first.date();
    let title = t(
        lang,
        Text::DataMonth,
        &[&date.year().to_string(), &format!("{:02}", date.month())],
    );
    Month {
        summary: t(
            lang,
            Text::DataCoverageMonth,
            &[&title, &count(Mark::Covered), &count(Mark::Missing)],
        ),
        title,
        lead: first.weekday().num_days_from_monday(),
        days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    #[test]
    fn a_hole_is_missing_and_the_rest_of_the_month_is_beyond() {
        let coverage = Coverage::of([
            Span::new(day("2020-01-30"), day("2020-02-03")),
            Span::new(day("2020-02-06"), day("2020-02-10")),
        ]);
        let months = months(Lang::En, &coverage);
        assert_eq!(months.len(), 2);
        assert_eq!((months[0].title.as_str(), months[0].lead), ("2020-01", 2));
        let february = &months[1];
        assert_eq!(february.days.len(), 29);
        assert_eq!(february.days[3].1, Mark::Missing);
        assert_eq!(february.days[10].1, Mark::Beyond);
        assert_eq!(february.summary, "2020-02: 8 days covered, 2 missing");
    }

    #[test]
    fn nothing_covered_is_no_month() {
        assert!(months(Lang::Zh, &Coverage::default()).is_empty());
    }
}
