//! What the targets are made of beside what was typed: the amounts paid day by day, and what kind of day each is.

use crate::model::calendar::{DayKind, event_on, kind_of_day};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// What kind of day it is, as far as sales go.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DayClass {
    /// A day like others of its weekday.
    #[default]
    Usual,
    /// A holiday, an event, a workday made up for one: the name of what it has in common with other days.
    Special(String),
}

impl DayClass {
    /// What kind of day the calendar makes it: sales of the platform go before holidays.
    pub fn by_calendar(day: Day) -> DayClass {
        if let Some((event, phase, _)) = event_on(day) {
            return DayClass::Special(format!("{} {}", event.key.title().0, phase.name().0));
        }
        match kind_of_day(day) {
            DayKind::Holiday(holiday) => DayClass::Special(holiday.name().0.to_owned()),
            DayKind::MakeUp(_) => DayClass::Special("调休上班".to_owned()),
            DayKind::Workday | DayKind::Weekend | DayKind::Unknown => DayClass::Usual,
        }
    }
}

/// Days in a row.
#[derive(Clone, Debug)]
pub struct Facts {
    first: Day,
    days: Vec<Fact>,
}

#[derive(Clone, Debug)]
struct Fact {
    paid_fen: Option<i64>,
    class: DayClass,
}

impl Facts {
    /// Asks for each day of a range. A day that no file covers has no amount; one without a sale has 0.
    pub fn gather(
        span: Span,
        paid_fen: &dyn Fn(Day) -> Option<i64>,
        class_of: &dyn Fn(Day) -> DayClass,
    ) -> Facts {
        let fact = |day| Fact {
            paid_fen: paid_fen(day),
            class: class_of(day),
        };
        Facts {
            first: span.first,
            days: span.days().map(fact).collect(),
        }
    }

    fn fact(&self, day: Day) -> Option<&Fact> {
        self.days.get(usize::try_from(day.0 - self.first.0).ok()?)
    }

    /// What was paid on a day, in 分; nothing where that is not known.
    pub fn paid_fen(&self, day: Day) -> Option<i64> {
        self.fact(day)?.paid_fen
    }

    /// What kind of day it is.
    pub fn class(&self, day: Day) -> &DayClass {
        self.fact(day).map_or(&DayClass::Usual, |fact| &fact.class)
    }

    /// What was paid on a day, if it is a usual one.
    pub fn usual_fen(&self, day: Day) -> Option<i64> {
        self.fact(day)
            .filter(|fact| fact.class == DayClass::Usual)?
            .paid_fen
    }

    /// What was paid in a range, and how many of its days are not known.
    pub fn total(&self, span: Span) -> (i64, i32) {
        span.days()
            .fold((0, 0), |(sum, missing), day| match self.paid_fen(day) {
                Some(fen) => (sum + fen, missing),
                None => (sum, missing + 1),
            })
    }
}
