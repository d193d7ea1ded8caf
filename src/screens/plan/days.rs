//! The days of a month: target, what was sold, and what was locked by hand.

use super::{input_text, percent};
use crate::analytics::targets::{DayClass, PlanView, Ratio, Scope, Source};
use crate::i18n::{Lang, Text, format, t};
use crate::model::time::Day;

/// One day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayLine {
    /// The day.
    pub day: Day,
    /// How it is written.
    pub name: String,
    /// What kind of day it is; nothing for a usual one.
    pub class: String,
    /// Its index, the mean of the month being 100.
    pub index: String,
    /// The target as the input shows it.
    pub target: String,
    /// Whether it was locked by hand.
    pub is_locked: bool,
    /// What was sold.
    pub actual: String,
    /// 达成率.
    pub attainment: String,
}

/// The days of a month, from 0.
pub fn lines(plan: &PlanView, month: usize, lang: Lang) -> Vec<DayLine> {
    let Some(span) = plan.span(Scope::Month(month)) else {
        return Vec::new();
    };
    let days = plan.plan.days_of(span);
    let mean = days.iter().map(|day| day.index_ppm).sum::<u64>() as f64 / days.len().max(1) as f64;
    let none = || format::NONE.to_owned();
    let line = |day: &crate::analytics::targets::DayTarget| {
        let actual = plan.actual_fen(day.day);
        let ratio = actual
            .zip(day.fen)
            .and_then(|(actual, fen)| Ratio::new(actual, fen));
        DayLine {
            day: day.day,
            name: format::day(lang, day.day, Some(plan.plan.year)),
            class: match &day.class {
                DayClass::Usual => String::new(),
                DayClass::Special(name) => name.clone(),
            },
            index: match mean > 0.0 {
                true => format::decimals(day.index_ppm as f64 / mean * 100.0, 0),
                false => none(),
            },
            target: day.fen.map(input_text).unwrap_or_default(),
            is_locked: day.is_locked,
            actual: actual.map_or_else(none, format::money),
            attainment: percent(ratio, lang),
        }
    };
    days.iter().map(line).collect()
}

/// The weekday indices of a month and where they come from: 周一 105 · 周二 98 …
pub fn indices(plan: &PlanView, month: usize, lang: Lang) -> String {
    let Some(indices) = plan.plan.indices.get(month) else {
        return String::new();
    };
    let from = match indices.weekdays_from {
        Source::Typed => Text::IndicesTyped,
        Source::Learned => Text::IndicesLearned,
        Source::Equal => Text::IndicesEqual,
    };
    let monday = Day::from_ymd(2024, 1, 1).unwrap_or(Day(0));
    let each = indices.weekdays.iter().zip(0..);
    let each = each.map(|(milli, at)| {
        let name = format::weekday(lang, monday.plus(at));
        format!("{name} {}", format::decimals(f64::from(*milli) / 10.0, 0))
    });
    let each: Vec<String> = each.collect();
    t(lang, from, &[&each.join(" · ")])
}
