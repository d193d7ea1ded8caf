//! The five periods: each with what was paid, against what.

use crate::analytics::compare::Change;
use crate::analytics::metrics::Metric;
use crate::analytics::morning::Morning;
use crate::analytics::stretch::Stretch;
use crate::i18n::{Lang, Text, format};
use crate::screens::sales::number::{Number, change_between};

/// A period and what was paid in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodTile {
    /// What it is called.
    pub title: Text,
    /// Its days.
    pub days: String,
    /// What was paid, after refunds.
    pub paid: Number,
    /// What it is compared with, and the change.
    pub against: (Text, Result<Change, String>),
}

/// The periods whose numbers are known.
pub fn tiles(morning: &Morning, lang: Lang) -> Vec<PeriodTile> {
    let tile = |title, now: &Stretch, against, base: &Stretch| PeriodTile {
        title,
        days: format::span(now.span),
        paid: Number::over(now, Metric::PaidNet, lang),
        against: (against, change_between(now, base, Metric::PaidNet, lang)),
    };
    let m = morning;
    let is_yesterday = m.data.last.plus(1) == m.today;
    let day = if is_yesterday {
        Text::TodayYesterday
    } else {
        Text::TodayLastDay
    };
    vec![
        tile(day, &m.day, Text::TodayWeekBefore, &m.day_before),
        tile(
            Text::PeriodLast7,
            &m.week,
            Text::TodaySevenBefore,
            &m.week_before,
        ),
        tile(
            Text::TodayMonth,
            &m.month,
            Text::TodayMonthBefore,
            &m.month_before,
        ),
        tile(
            Text::PeriodLastMonth,
            &m.last_month,
            Text::TodayMonthBeforeLast,
            &m.last_month_before,
        ),
    ]
}
