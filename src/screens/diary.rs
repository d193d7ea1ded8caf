//! What makes days stand out, in words: what the operator has written down, sales of the platform, holidays.

use crate::analytics::diary::{Diary, Entry, Unfit};
use crate::i18n::{Lang, Text, format, t};
use crate::model::calendar::{DayKind, Phase, event_on, kind_of_day};
use crate::model::time::Day;

/// So much of a note stands on a chart, in characters.
const LABEL_CHARS: usize = 8;

/// All that makes a day stand out: events and notes of the store, then the sale it belongs to, then its holiday.
pub fn said(diary: &Diary, day: Day, lang: Lang) -> Vec<String> {
    let mut said: Vec<String> = diary.on(day).map(str::to_owned).collect();
    if let Some((event, phase, _)) = event_on(day) {
        let (event, phase) = (lang.pick(event.key.title()), lang.pick(phase.name()));
        said.push(format!("{event} {phase}"));
    }
    match kind_of_day(day) {
        DayKind::Holiday(holiday) => said.push(lang.pick(holiday.name()).to_owned()),
        DayKind::MakeUp(holiday) => {
            said.push(t(lang, Text::DiaryMakeUp, &[lang.pick(holiday.name())]));
        }
        DayKind::Workday | DayKind::Weekend | DayKind::Unknown => {}
    }
    said
}

/// What stands above a day on a chart, and how much it matters: the lower, the more.
struct Mark {
    at: usize,
    rank: u8,
    text: String,
}

/// Short names above the days of a chart: each event and holiday at its first day among them, a sale of the platform at its
/// main day, a note at its day. Where two come closer to each other than `apart` days the one that matters more stays, of
/// equals the first.
pub fn labels(diary: &Diary, days: &[Day], apart: usize, lang: Lang) -> Vec<Option<String>> {
    let mut marks: Vec<Mark> = Vec::new();
    for (at, day) in days.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| days.get(at)).copied();
        let begins = |was: &dyn Fn(Day) -> bool| before.is_none_or(|before| !was(before));
        let mut mark = |rank, text: &str| {
            marks.push(Mark {
                at,
                rank,
                text: short(text),
            });
        };
        for event in diary
            .events
            .iter()
            .filter(|event| event.span.contains(*day))
        {
            if begins(&|before| event.span.contains(before)) {
                mark(0, &event.name);
            }
        }
        for note in diary.notes.iter().filter(|note| note.day == *day) {
            mark(1, &note.text);
        }
        if let Some((event, Phase::Peak, _)) = event_on(*day) {
            mark(2, lang.pick(event.key.title()));
        }
        if let DayKind::Holiday(holiday) = kind_of_day(*day)
            && begins(&|before| kind_of_day(before) == DayKind::Holiday(holiday))
        {
            mark(3, lang.pick(holiday.name()));
        }
    }
    marks.sort_by_key(|mark| (mark.rank, mark.at));
    let mut labels: Vec<Option<String>> = vec![None; days.len()];
    let mut taken: Vec<usize> = Vec::new();
    for mark in marks {
        if taken.iter().all(|at| at.abs_diff(mark.at) >= apart.max(1)) {
            taken.push(mark.at);
            labels[mark.at] = Some(mark.text);
        }
    }
    labels
}

fn short(text: &str) -> String {
    match text.chars().count() > LABEL_CHARS {
        true => text.chars().take(LABEL_CHARS - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLine {
    /// What it is.
    pub entry: Entry,
    /// Its days.
    pub days: String,
    /// Event or note.
    pub kind: &'static str,
    /// Its name, or what it says.
    pub text: String,
}

/// What was written down, the latest first.
pub fn lines(diary: &Diary, lang: Lang) -> Vec<EntryLine> {
    let line = |entry: Entry| EntryLine {
        days: format::span(entry.span()),
        kind: match entry {
            Entry::Event(_) => Text::DiaryEvent.get(lang),
            Entry::Note(_) => Text::DiaryNote.get(lang),
        },
        text: entry.text().to_owned(),
        entry,
    };
    diary.entries().into_iter().map(line).collect()
}

/// Why something was not written down.
pub fn unfit(why: Unfit) -> Text {
    match why {
        Unfit::Text => Text::DiaryUnfitText,
        Unfit::Days => Text::DiaryUnfitDays,
        Unfit::Twice => Text::DiaryUnfitTwice,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::diary::DayNote;
    use crate::model::calendar::StoreEvent;
    use crate::model::time::Span;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    fn diary() -> Diary {
        Diary {
            events: vec![StoreEvent {
                name: "周年庆".to_owned(),
                span: Span::new(day("2025-11-10"), day("2025-11-12")),
            }],
            notes: vec![DayNote {
                day: day("2025-11-20"),
                text: "主图换了一张新的图片".to_owned(),
            }],
        }
    }

    #[test]
    fn a_day_says_all_that_makes_it_stand_out() {
        let said = |text| said(&diary(), day(text), Lang::Zh);
        assert_eq!(said("2025-11-11"), ["周年庆", "双11 正日"]);
        assert_eq!(said("2025-09-28"), ["国庆·中秋调休上班"]);
        assert_eq!(said("2025-09-24"), [""; 0]);
    }

    #[test]
    fn labels_stand_at_first_days_and_do_not_touch() {
        let days: Vec<Day> = Span::new(day("2025-11-01"), day("2025-11-30"))
            .days()
            .collect();
        let placed = |apart| {
            let labels = labels(&diary(), &days, apart, Lang::Zh)
                .into_iter()
                .enumerate();
            let labels = labels.filter_map(|(at, label)| Some((at + 1, label?)));
            labels.collect::<Vec<_>>()
        };
        let name = |at, text: &str| (at, text.to_owned());
        let note = name(20, "主图换了一张新…");
        assert_eq!(
            placed(1),
            [name(10, "周年庆"), name(11, "双11"), note.clone()]
        );
        assert_eq!(placed(3), [name(10, "周年庆"), note]);
    }

    #[test]
    fn a_holiday_that_has_begun_before_is_named_where_it_is_first_seen() {
        let days: Vec<Day> = Span::new(day("2025-10-03"), day("2025-10-10"))
            .days()
            .collect();
        let labels = labels(&Diary::default(), &days, 1, Lang::En);
        assert_eq!(labels.iter().flatten().count(), 1);
        assert!(labels[0].is_some());
    }
}
