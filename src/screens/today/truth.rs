//! The line of truth: through which day the orders go, and how far that is behind.

use crate::analytics::morning::Morning;
use crate::i18n::{Lang, Text, format, t};
use chrono::Datelike;

/// What the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// Through which day the orders go.
    pub through: String,
    /// How far that is behind yesterday; `None` where it is not.
    pub behind: Option<String>,
}

/// The line of truth of a morning.
pub fn truth(morning: &Morning, lang: Lang) -> Truth {
    let last = morning.data.last;
    let day = format::day(lang, last, Some(morning.today.date().year()));
    let behind = morning.today.0 - 1 - last.0;
    Truth {
        through: t(lang, Text::TodayThrough, &[&day]),
        behind: (behind > 0)
            .then(|| t(lang, Text::TodayBehind, &[&format::grouped(behind.into())])),
    }
}
