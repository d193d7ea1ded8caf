//! China's calendar: lunar dates, statutory holidays with their make-up workdays, the platform's sales.
//!
//! Holidays and sales are announced from year to year, so they are tables with their sources and years. What lies outside is
//! told apart by its type ([`DayKind::Unknown`], [`events::Event::source`]), never guessed.

pub mod events;
pub mod holidays;
pub mod lunar;
mod schedules;

pub use events::{Event, EventKey, Phase, StoreEvent, event_on, events_in};
pub use holidays::{DayKind, Holiday, kind_of_day, known_days};
pub use lunar::LunarDate;

use crate::i18n::Words;
use crate::model::time::Day;

/// What makes a day stand out, short enough for an axis or a table: the main day of a sale, else a holiday, else a make-up
/// workday. `None` for an ordinary day, and for one of which too little is known.
///
/// ```
/// use dianzhang::model::{calendar::day_label, time::Day};
/// let label = |text| Day::parse_iso(text).and_then(day_label);
/// assert_eq!(label("2025-11-11"), Some(("双11", "Double 11")));
/// assert_eq!(label("2025-10-01"), Some(("国庆·中秋", "National Day & Mid-Autumn")));
/// assert_eq!(label("2025-09-28"), Some(("班", "Make-up workday")));
/// assert_eq!(label("2025-09-24"), None);
/// ```
pub fn day_label(day: Day) -> Option<Words> {
    if let Some((event, Phase::Peak, _)) = event_on(day) {
        return Some(event.key.title());
    }
    match kind_of_day(day) {
        DayKind::Holiday(holiday) => Some(holiday.name()),
        DayKind::MakeUp(_) => Some(("班", "Make-up workday")),
        DayKind::Workday | DayKind::Weekend | DayKind::Unknown => None,
    }
}
