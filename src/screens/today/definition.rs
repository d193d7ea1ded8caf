//! The card behind a number of the morning.

use crate::analytics::metrics::Metric;
use crate::analytics::morning::Morning;
use crate::analytics::rows::{RowsQuery, has_rows};
use crate::analytics::stretch::Stretch;
use crate::i18n::{Lang, Text, format};
use crate::screens::sales::definition::{Compared, Definition};
use crate::screens::sales::number::{Number, change_between, parts};
use crate::screens::sales::views::views;

/// The card of a metric: the last day, and beside it the periods of the page.
pub fn definition(morning: &Morning, metric: Metric, lang: Lang) -> Definition {
    let number = Number::over(&morning.day, metric, lang);
    let side = |name: Text, stretch: &Stretch| {
        let value = stretch.value(metric);
        Compared {
            name: name.get(lang),
            days: format::span(stretch.span),
            value: format::full(lang, &value),
            parts: parts(lang, metric, &value),
            change: change_between(&morning.day, stretch, metric, lang),
        }
    };
    let before = side(Text::TodayWeekBefore, &morning.day_before);
    // Sums of more days are no measure of one: what they come to is told, and no change.
    let longer = [
        (Text::PeriodLast7, &morning.week),
        (Text::TodayMonth, &morning.month),
    ];
    let longer = longer.map(|(name, stretch)| Compared {
        change: Err(String::new()),
        ..side(name, stretch)
    });
    Definition {
        metric,
        entry: metric.entry(lang),
        days: format::span(morning.day.span),
        value: format::full(lang, &number.value),
        compared: std::iter::once(before).chain(longer).collect(),
        views: views(metric, morning.day.figures(), lang),
        rows: has_rows(metric).then_some(RowsQuery {
            metric,
            span: morning.day.span,
        }),
        reason: number.reason,
        parts: number.parts,
        has_few_cases: number.has_few_cases,
    }
}
