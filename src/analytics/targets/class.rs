//! What kind of day a day is, as far as sales go: what the days of a class have in common is learned from those that were.

use crate::i18n::Lang;
use crate::model::calendar::{
    DayKind, EventKey, Holiday, Phase, StoreEvent, event_on, kind_of_day,
};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};

/// What kind of day it is, as far as sales go.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DayClass {
    /// A day like others of its weekday.
    #[default]
    Usual,
    /// A holiday, a sale, an event of the store, a workday made up for: the key of what it has in common with other days.
    Special(String),
}

/// The key of workdays made up for a holiday.
const MAKE_UP: &str = "make_up";
/// Before the name of an event of the store.
const OWN: &str = "own.";

impl DayClass {
    /// What kind of day the calendar makes it: sales of the platform go before holidays, and their phases are told apart.
    /// 国庆 is the same whether 中秋 falls into it or not.
    pub fn by_calendar(day: Day) -> DayClass {
        if let Some((event, phase, _)) = event_on(day) {
            return DayClass::Special(format!("{}.{}", event.key.key(), phase.key()));
        }
        match kind_of_day(day) {
            DayKind::Holiday(Holiday::NationalAndMidAutumn) => {
                DayClass::Special(Holiday::National.key().to_owned())
            }
            DayKind::Holiday(holiday) => DayClass::Special(holiday.key().to_owned()),
            DayKind::MakeUp(_) => DayClass::Special(MAKE_UP.to_owned()),
            DayKind::Workday | DayKind::Weekend | DayKind::Unknown => DayClass::Usual,
        }
    }

    /// The same with the store's own events, which go before everything: the operator has said so. Of two on a day the
    /// first one counts.
    pub fn with_events(day: Day, events: &[StoreEvent]) -> DayClass {
        let own = events.iter().find(|event| event.span.contains(day));
        own.map_or_else(
            || DayClass::by_calendar(day),
            |event| DayClass::Special(format!("{OWN}{}", event.name)),
        )
    }

    /// What it is called; nothing for a usual day.
    pub fn title(&self, lang: Lang) -> String {
        match self {
            DayClass::Usual => String::new(),
            DayClass::Special(key) => class_title(key, lang),
        }
    }
}

/// What a class is called: 双11 预售. A key that is not known stands for itself.
pub fn class_title(key: &str, lang: Lang) -> String {
    if let Some(name) = key.strip_prefix(OWN) {
        return name.to_owned();
    }
    if key == MAKE_UP {
        return lang.pick(("调休上班", "Make-up workday")).to_owned();
    }
    let event = |(event, phase): (&str, &str)| {
        let event = EventKey::ALL.into_iter().find(|e| e.key() == event)?;
        let phase = Phase::ALL.into_iter().find(|p| p.key() == phase)?;
        Some(format!(
            "{} {}",
            lang.pick(event.title()),
            lang.pick(phase.name())
        ))
    };
    if let Some(title) = key.split_once('.').and_then(event) {
        return title;
    }
    let holiday = Holiday::ALL.into_iter().find(|h| h.key() == key);
    holiday.map_or_else(|| key.to_owned(), |h| lang.pick(h.name()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Span;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    #[test]
    fn keys_are_ascii_and_every_class_of_ten_years_has_two_names() {
        for day in Span::new(day("2019-01-01"), day("2028-12-31")).days() {
            if let DayClass::Special(key) = DayClass::by_calendar(day) {
                assert!(key.is_ascii(), "{key}");
                let (zh, en) = (class_title(&key, Lang::Zh), class_title(&key, Lang::En));
                assert!(zh != key && en != key, "{key}: {zh}, {en}");
            }
        }
    }

    #[test]
    fn national_day_is_one_class_with_and_without_mid_autumn() {
        let of = |text| DayClass::by_calendar(day(text));
        assert_eq!(of("2024-10-01"), of("2025-10-01"));
        assert_eq!(of("2025-10-01"), DayClass::Special("national".to_owned()));
        assert_eq!(of("2025-09-28").title(Lang::Zh), "调休上班");
        assert_eq!(of("2025-11-11").title(Lang::En), "Double 11 main day");
        assert_eq!(of("2025-09-24"), DayClass::Usual);
    }

    #[test]
    fn what_the_store_has_written_down_goes_first() {
        let own = [StoreEvent {
            name: "周年庆".to_owned(),
            span: Span::new(day("2025-11-10"), day("2025-11-11")),
        }];
        let of = |text| DayClass::with_events(day(text), &own);
        assert_eq!(of("2025-11-11").title(Lang::En), "周年庆");
        assert_eq!(of("2025-11-12"), DayClass::by_calendar(day("2025-11-12")));
    }
}
