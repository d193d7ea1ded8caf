//! The indices by which a month goes to its days: of the weekdays, and of holidays, sales and the store's own events.

use super::typed::index_text;
use crate::analytics::targets::{DayClass, PlanView, Scope, Source, class_title};
use crate::i18n::{Lang, Text, format, t};
use crate::model::calendar::{DayKind, EventKey, event_on, kind_of_day};
use crate::model::time::{Day, Span};

/// An index that can be typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The place of the weekday, or the key of the class.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The index in force, 100 being a usual day.
    pub shown: String,
    /// In thousandths.
    pub milli: u32,
    /// Whether it was typed.
    pub is_typed: bool,
    /// Where it comes from.
    pub from: String,
}

/// The indices of the seven weekdays, Monday first.
pub fn weekdays(plan: &PlanView, month: usize, lang: Lang) -> Vec<Index> {
    let Some(indices) = plan.plan.indices.get(month) else {
        return Vec::new();
    };
    let monday = Day::from_ymd(2024, 1, 1).unwrap_or(Day(0));
    let each = indices
        .weekdays
        .iter()
        .zip(&indices.learned.ratios)
        .zip(0..);
    each.map(|((milli, days), at)| Index {
        key: at.to_string(),
        name: format::weekday(lang, monday.plus(at)).to_owned(),
        shown: index_text(*milli),
        milli: *milli,
        is_typed: indices.weekdays_from == Source::Typed,
        from: match indices.weekdays_from {
            Source::Typed => Text::OriginTyped.get(lang).to_owned(),
            Source::Learned => t(lang, Text::IndexFromDays, &[&days.to_string()]),
            Source::Equal => Text::IndexEqual.get(lang).to_owned(),
        },
    })
    .collect()
}

/// Where the indices of the weekdays come from.
pub fn remark(plan: &PlanView, month: usize, lang: Lang) -> &'static str {
    let from = plan.plan.indices.get(month).map(|i| i.weekdays_from);
    match from {
        Some(Source::Typed) => Text::IndicesTyped.get(lang),
        Some(Source::Learned) => Text::IndicesLearned.get(lang),
        Some(Source::Equal) | None => Text::IndicesEqual.get(lang),
    }
}

/// The days of a month that are not like others, by what makes them so, in the order in which they come.
pub fn specials(plan: &PlanView, month: usize, lang: Lang) -> Vec<Index> {
    let (Some(span), Some(indices)) =
        (plan.span(Scope::Month(month)), plan.plan.indices.get(month))
    else {
        return Vec::new();
    };
    let mut keys: Vec<&String> = Vec::new();
    for target in plan.plan.days_of(span) {
        if let DayClass::Special(key) = &target.class
            && !keys.contains(&key)
        {
            keys.push(key);
        }
    }
    let index = |key: &String| {
        let (milli, from) = indices.specials.get(key).copied()?;
        let learned = indices.learned.specials.get(key);
        let learned = learned.map(|special| {
            let days = special.days.to_string();
            t(
                lang,
                Text::IndexLearned,
                &[&index_text(special.index_milli), &days],
            )
        });
        let days = plan.plan.days_of(span).iter();
        let days = days.filter(|target| matches!(&target.class, DayClass::Special(k) if k == key));
        let dates: Vec<String> = days
            .map(|target| target.day.to_string().split_off(8))
            .collect();
        let dates = match dates.as_slice() {
            [one] => one.clone(),
            [first, .., last] => format!("{first}–{last}"),
            [] => String::new(),
        };
        Some(Index {
            key: key.clone(),
            name: format!("{} ({dates})", class_title(key, lang)),
            shown: index_text(milli),
            milli,
            is_typed: from == Source::Typed,
            from: learned.unwrap_or_else(|| Text::IndexNotSeen.get(lang).to_owned()),
        })
    };
    keys.into_iter().filter_map(index).collect()
}

/// What the calendar does not know of a month: days that no notice speaks of, sales whose days are those of another year.
pub fn unknown(span: Span, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if span.days().any(|day| kind_of_day(day) == DayKind::Unknown) {
        said.push(Text::CalendarNoNotice.get(lang).to_owned());
    }
    let guessed = |key: &EventKey| {
        let mut events = span.days().filter_map(event_on).map(|(event, ..)| event);
        events.any(|event| event.key == *key && event.source.is_none())
    };
    let names = EventKey::ALL.into_iter().filter(guessed);
    let names: Vec<&str> = names.map(|key| lang.pick(key.title())).collect();
    if !names.is_empty() {
        let names = names.join(lang.pick(("、", ", ")));
        said.push(t(lang, Text::CalendarNoSchedule, &[&names]));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Span {
        let first = Day::parse_iso(text).expect("a date");
        Span::new(first, first.month_end())
    }

    #[test]
    fn what_the_calendar_does_not_know_is_said() {
        assert_eq!(unknown(month("2025-10-01"), Lang::Zh), [""; 0]);
        let future = unknown(month("2029-11-01"), Lang::Zh);
        assert_eq!(future.len(), 2);
        assert!(future[1].contains("双11"), "{future:?}");
    }
}
