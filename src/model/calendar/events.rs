//! The platform's sales and a store's own events: which days they take, in which phases, and how far a day is from the one
//! that all of it leads to.

use super::lunar;
use super::schedules::{Schedule, schedules};
use crate::i18n::Words;
use crate::model::time::{Day, Span};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// Years that have events: from the first 年货节 to the end of the lunar table.
const YEARS: std::ops::RangeInclusive<i32> = 2016..=2050;

/// A sale that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventKey {
    /// 年货节, which leads to 春节.
    NewYearGoods,
    /// 38
    WomensDay,
    /// 618
    MidYear,
    /// 99
    Nines,
    /// 双11
    Double11,
    /// 双12
    Double12,
    /// 双旦
    YearEnd,
}

impl EventKey {
    /// All of them, in the order of a year.
    pub const ALL: [EventKey; 7] = [
        EventKey::NewYearGoods,
        EventKey::WomensDay,
        EventKey::MidYear,
        EventKey::Nines,
        EventKey::Double11,
        EventKey::Double12,
        EventKey::YearEnd,
    ];

    /// What it is called.
    pub fn title(self) -> Words {
        match self {
            EventKey::NewYearGoods => ("年货节", "New Year goods"),
            EventKey::WomensDay => ("38", "Women's Day"),
            EventKey::MidYear => ("618", "618"),
            EventKey::Nines => ("99", "99"),
            EventKey::Double11 => ("双11", "Double 11"),
            EventKey::Double12 => ("双12", "Double 12"),
            EventKey::YearEnd => ("双旦", "Year-end sale"),
        }
    }

    /// The day that it leads to and that T counts from: of 年货节 it is 春节, which lies behind its last day.
    fn main_day(self, year: i32) -> Option<Day> {
        match self {
            EventKey::NewYearGoods => lunar::new_year(year),
            EventKey::WomensDay => Day::from_ymd(year, 3, 8),
            EventKey::MidYear => Day::from_ymd(year, 6, 18),
            EventKey::Nines => Day::from_ymd(year, 9, 9),
            EventKey::Double11 => Day::from_ymd(year, 11, 11),
            EventKey::Double12 => Day::from_ymd(year, 12, 12),
            EventKey::YearEnd => Day::from_ymd(year, 12, 25),
        }
    }
}

/// A part of an event. One that opens in the evening begins with that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// 预售: deposits are paid.
    Presale,
    /// 预热: prices are shown and carts filled.
    WarmUp,
    /// The first of several waves (开门红, 抢先购).
    FirstWave,
    /// The second wave.
    SecondWave,
    /// The third wave.
    ThirdWave,
    /// 现货: the goods are sold at the sale's prices, in one go.
    OnSale,
    /// Between its first and its last day, but no more is known.
    UnderWay,
    /// The main day itself.
    Peak,
}

impl Phase {
    /// What it is called.
    pub fn name(self) -> Words {
        match self {
            Phase::Presale => ("预售", "presale"),
            Phase::WarmUp => ("预热", "warm-up"),
            Phase::FirstWave => ("第一波", "first wave"),
            Phase::SecondWave => ("第二波", "second wave"),
            Phase::ThirdWave => ("第三波", "third wave"),
            Phase::OnSale => ("开卖", "on sale"),
            Phase::UnderWay => ("进行中", "under way"),
            Phase::Peak => ("正日", "main day"),
        }
    }
}

/// An event of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which one.
    pub key: EventKey,
    /// The year of its main day.
    pub year: i32,
    /// The day that it leads to, T.
    pub main: Day,
    /// Its phases in order. They do not overlap; days may lie between them, and the main day stands within one.
    pub phases: Vec<(Phase, Span)>,
    /// Who published this year's schedule. `None` when none is known: then the phases are those of the nearest year
    /// before that has one (of the first one that has, for the years before it), or, where no year has, the usual ones.
    pub source: Option<&'static str>,
}

impl Event {
    /// The event of a year; `None` outside 2016 to 2050.
    pub fn of(key: EventKey, year: i32) -> Option<Event> {
        if !YEARS.contains(&year) {
            return None;
        }
        let known = schedules(key);
        let like = known
            .iter()
            .rev()
            .find(|s| s.year <= year)
            .or(known.first());
        let Schedule {
            year: of_year,
            source,
            phases,
        } = like?;
        let (main, of_main) = (key.main_day(year)?, key.main_day(*of_year)?);
        let moved = |at: u32| {
            let day = Day::from_ymd(*of_year, at / 100, at % 100)?;
            Some(main.plus(day.0 - of_main.0))
        };
        let phase = |(phase, first, last): &(Phase, u32, u32)| {
            Some((*phase, Span::new(moved(*first)?, moved(*last)?)))
        };
        Some(Event {
            key,
            year,
            main,
            phases: phases.iter().filter_map(phase).collect(),
            source: source.filter(|_| *of_year == year),
        })
    }

    /// From the first to the last day on which something of it goes on. Of 年货节 the main day is not among them.
    pub fn span(&self) -> Span {
        let first = self.phases.first().map_or(self.main, |p| p.1.first);
        let last = self.phases.last().map_or(self.main, |p| p.1.last);
        Span { first, last }
    }

    /// What goes on on a day; `None` outside [`Event::span`].
    pub fn phase_on(&self, day: Day) -> Option<Phase> {
        if !self.span().contains(day) {
            return None;
        }
        let within = self.phases.iter().find(|p| p.1.contains(day));
        Some(match within {
            _ if day == self.main => Phase::Peak,
            Some((phase, _)) => *phase,
            None => Phase::UnderWay,
        })
    }

    /// How far a day is from the main day: −1 is the day before (T−1).
    pub fn offset(&self, day: Day) -> i32 {
        day.0 - self.main.0
    }
}

/// The events that have a day in common with a range of days, in the order of their first days.
pub fn events_in(span: Span) -> Vec<Event> {
    // One that leads to a day of January begins in the year before.
    let first = span.first.date().year().max(*YEARS.start());
    let last = (span.last.date().year() + 1).min(*YEARS.end());
    let mut events: Vec<Event> = (first..=last)
        .flat_map(|year| EventKey::ALL.map(|key| Event::of(key, year)))
        .flatten()
        .filter(|event| event.span().overlaps(span))
        .collect();
    events.sort_by_key(|event| (event.span().first, event.key));
    events
}

/// The event of a day, what goes on in it, and how far its main day is. Where two take the day, the one whose main day is
/// nearer.
///
/// ```
/// use dianzhang::model::{calendar::{EventKey, Phase, event_on}, time::Day};
/// let on = |text| Day::parse_iso(text).and_then(event_on).map(|(e, phase, t)| (e.key, phase, t));
/// assert_eq!(on("2025-10-16"), Some((EventKey::Double11, Phase::Presale, -26)));
/// assert_eq!(on("2025-11-11"), Some((EventKey::Double11, Phase::Peak, 0)));
/// assert_eq!(on("2025-11-15"), None);
/// ```
pub fn event_on(day: Day) -> Option<(Event, Phase, i32)> {
    let events = events_in(Span::new(day, day)).into_iter();
    let event = events.min_by_key(|event| event.offset(day).abs())?;
    let (phase, offset) = (event.phase_on(day)?, event.offset(day));
    Some((event, phase, offset))
}

/// An event that the operator has written down: an anniversary, a live stream, a fault of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreEvent {
    /// What it is called.
    pub name: String,
    /// The days that it takes.
    pub span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    fn phase(text: &str) -> Option<(EventKey, Phase)> {
        event_on(day(text)).map(|(event, phase, _)| (event.key, phase))
    }

    #[test]
    fn waves_are_those_that_were_published() {
        use EventKey::{Double11, MidYear, NewYearGoods, WomensDay};
        for (text, expected) in [
            ("2020-10-21", (Double11, Phase::Presale)),
            ("2020-11-03", (Double11, Phase::FirstWave)),
            ("2020-11-04", (Double11, Phase::Presale)),
            ("2022-10-31", (Double11, Phase::FirstWave)),
            ("2022-11-05", (Double11, Phase::UnderWay)),
            ("2022-11-10", (Double11, Phase::SecondWave)),
            ("2024-05-20", (MidYear, Phase::FirstWave)),
            ("2024-05-30", (MidYear, Phase::WarmUp)),
            ("2024-06-20", (MidYear, Phase::SecondWave)),
            ("2022-03-05", (WomensDay, Phase::OnSale)),
            ("2025-11-14", (Double11, Phase::OnSale)),
            ("2026-02-11", (NewYearGoods, Phase::UnderWay)),
        ] {
            assert_eq!(phase(text), Some(expected), "{text}");
        }
        assert_eq!(phase("2024-05-18"), None);
        assert_eq!(phase("2026-02-12"), None);
    }

    #[test]
    fn a_year_without_a_schedule_goes_like_the_one_before_and_says_so() {
        let of = |year| Event::of(EventKey::MidYear, year).expect("an event");
        assert!(of(2024).source.is_some());
        assert_eq!(of(2023).source, None);
        assert_eq!(of(2023).span().first, day("2023-05-26"));
        assert_eq!(of(2018).phases.len(), of(2020).phases.len());
        assert_eq!(Event::of(EventKey::MidYear, 2015), None);
        assert_eq!(Event::of(EventKey::MidYear, 2051), None);
    }

    #[test]
    fn the_new_year_sale_moves_with_the_spring_festival() {
        let of = |year| Event::of(EventKey::NewYearGoods, year).expect("an event");
        let (now, before) = (of(2024), of(2023));
        let first = |event: &Event| event.offset(event.span().first);
        assert_eq!(first(&now), first(&before));
        assert_eq!(now.main.to_string(), "2024-02-10");
        assert!(events_in(Span::new(day("2022-12-29"), day("2022-12-31"))).contains(&before));
    }

    #[test]
    fn every_event_of_every_year_is_in_order() {
        for (key, year) in EventKey::ALL
            .into_iter()
            .flat_map(|key| YEARS.map(move |year| (key, year)))
        {
            let event = Event::of(key, year).expect("an event");
            assert!(!event.phases.is_empty());
            let ordered = |pair: &[(Phase, Span)]| pair[0].1.last < pair[1].1.first;
            assert!(event.phases.windows(2).all(ordered), "{event:?}");
            let has_main = event.span().contains(event.main);
            assert_eq!(has_main, key != EventKey::NewYearGoods, "{event:?}");
        }
    }

    #[test]
    fn where_two_overlap_the_nearer_one_counts() {
        let christmas = day("2026-12-25");
        let keys: Vec<EventKey> = events_in(Span::new(christmas, christmas))
            .iter()
            .map(|event| event.key)
            .collect();
        assert_eq!(keys, [EventKey::YearEnd, EventKey::NewYearGoods]);
        assert_eq!(phase("2026-12-25"), Some((EventKey::YearEnd, Phase::Peak)));
    }
}
