//! Which days a screen is about, and which days it compares them with.

mod comparison;

pub use comparison::{Comparison, month_before, same_date_before, same_days_before};

use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// A period as the operator chooses it. Relative ones count back from the last day that the data reach, not from a clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Period {
    /// The last day of the data.
    LastDay,
    /// The last 7 days.
    Last7,
    /// The last 30 days.
    #[default]
    Last30,
    /// From the first of the last day's month.
    ThisMonth,
    /// The whole month before that.
    LastMonth,
    /// Everything there is.
    All,
    /// Days chosen by hand.
    Custom(Span),
}

impl Period {
    /// The periods that have a name.
    pub const NAMED: [Period; 6] = [
        Period::LastDay,
        Period::Last7,
        Period::Last30,
        Period::ThisMonth,
        Period::LastMonth,
        Period::All,
    ];

    /// The days meant, given the days that the data span. A named period never reaches back before the data begin: what
    /// was never exported is not missing from it.
    pub fn resolve(self, data: Span) -> Span {
        let last = data.last;
        let span = match self {
            Period::LastDay => Span::new(last, last),
            Period::Last7 => Span::new(last.plus(-6), last),
            Period::Last30 => Span::new(last.plus(-29), last),
            Period::ThisMonth => Span::new(last.month_start(), last),
            Period::LastMonth => {
                let end = last.month_start().plus(-1);
                Span::new(end.month_start(), end)
            }
            Period::All => data,
            Period::Custom(span) => return span,
        };
        let first = if span.contains(data.first) {
            data.first
        } else {
            span.first
        };
        Span {
            first,
            last: span.last,
        }
    }

    /// How the period stands in an address: `d1`, `d7`, `d30`, `mtd`, `lm`, `all` or `2026-11-01_2026-11-23`.
    pub fn to_param(self) -> String {
        match self {
            Period::LastDay => "d1".into(),
            Period::Last7 => "d7".into(),
            Period::Last30 => "d30".into(),
            Period::ThisMonth => "mtd".into(),
            Period::LastMonth => "lm".into(),
            Period::All => "all".into(),
            Period::Custom(span) => format!("{}_{}", span.first, span.last),
        }
    }

    /// Reads what [`Period::to_param`] wrote; `None` for anything else.
    pub fn from_param(text: &str) -> Option<Period> {
        if let Some(named) = Period::NAMED.into_iter().find(|p| p.to_param() == text) {
            return Some(named);
        }
        let (first, last) = text.split_once('_')?;
        Some(Period::Custom(Span::new(
            Day::parse_iso(first)?,
            Day::parse_iso(last)?,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    #[test]
    fn periods_count_back_from_the_data_not_from_a_clock() {
        let data = Span::new(day("2020-01-05"), day("2020-03-10"));
        assert_eq!(
            Period::Last7.resolve(data),
            Span::new(day("2020-03-04"), day("2020-03-10"))
        );
        assert_eq!(
            Period::LastMonth.resolve(data),
            Span::new(day("2020-02-01"), day("2020-02-29"))
        );
        assert_eq!(Period::ThisMonth.resolve(data).first, day("2020-03-01"));
    }

    #[test]
    fn named_periods_begin_with_the_data() {
        let data = Span::new(day("2020-02-01"), day("2020-02-29"));
        assert_eq!(Period::Last30.resolve(data), data);
        assert_eq!(
            Period::LastMonth.resolve(data),
            Span::new(day("2020-01-01"), day("2020-01-31"))
        );
        assert_eq!(
            Period::Custom(data.shifted(-5)).resolve(data),
            data.shifted(-5)
        );
    }

    #[test]
    fn params_come_back() {
        let custom = Period::Custom(Span::new(day("2020-02-01"), day("2020-02-29")));
        for period in Period::NAMED.into_iter().chain([custom]) {
            assert_eq!(Period::from_param(&period.to_param()), Some(period));
        }
        assert_eq!(Period::from_param("2020-02-31_2020-03-01"), None);
    }
}
