//! The days of a month: target, what was sold, and what was locked by hand.

use super::percent;
use super::typed::fen_text;
use crate::analytics::targets::{DayTarget, PlanView, Ratio, Scope, required_by_day};
use crate::i18n::{Lang, format};
use crate::model::time::Day;
use std::collections::BTreeMap;

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
    /// What it has to bring for the month to come to its target; nothing for a day that has passed.
    pub required: String,
}

/// The days of a month, from 0.
pub fn lines(plan: &PlanView, month: usize, lang: Lang) -> Vec<DayLine> {
    let Some(span) = plan.span(Scope::Month(month)) else {
        return Vec::new();
    };
    let days = plan.plan.days_of(span);
    let mean = days.iter().map(|day| day.index_ppm).sum::<u64>() as f64 / days.len().max(1) as f64;
    let none = || format::NONE.to_owned();
    let required: BTreeMap<Day, i64> = plan
        .progress(span)
        .filter(|progress| progress.through.is_some())
        .map(|progress| required_by_day(&progress, days).into_iter().collect())
        .unwrap_or_default();
    let line = |day: &DayTarget| {
        let actual = plan.actual_fen(day.day);
        let ratio = actual
            .zip(day.fen)
            .and_then(|(actual, fen)| Ratio::new(actual, fen));
        DayLine {
            day: day.day,
            name: format::day(lang, day.day, Some(plan.plan.year)),
            class: day.class.title(lang),
            index: match mean > 0.0 {
                true => format::decimals(day.index_ppm as f64 / mean * 100.0, 0),
                false => none(),
            },
            target: day.fen.map(fen_text).unwrap_or_default(),
            is_locked: day.is_locked,
            actual: actual.map_or_else(none, format::money),
            attainment: percent(ratio, lang),
            required: required
                .get(&day.day)
                .map_or_else(String::new, |fen| format::money(*fen)),
        }
    };
    days.iter().map(line).collect()
}
