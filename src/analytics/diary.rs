//! What the operator writes down of the store's days: events, which are learned from, and notes, which only say what was.

use crate::model::calendar::StoreEvent;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// How long a name or a note may be, in characters.
pub const LONGEST_TEXT: usize = 60;
/// How many days an event may take.
pub const LONGEST_DAYS: i32 = 92;

/// Events and notes of a store, by their first days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Diary {
    /// Events of the store: an anniversary, a live stream. Those of one name are of one kind.
    pub events: Vec<StoreEvent>,
    /// Notes.
    pub notes: Vec<DayNote>,
}

/// Something to be remembered of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayNote {
    /// The day.
    pub day: Day,
    /// What is to be remembered.
    pub text: String,
}

/// Something written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// An event.
    Event(StoreEvent),
    /// A note.
    Note(DayNote),
}

/// Why something cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No text, or too much of it.
    Text,
    /// Too many days.
    Days,
    /// It is already there, or an event of the same name on one of its days is.
    Twice,
}

/// The diary as pages show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiaryView {
    /// What was written down.
    pub diary: Diary,
    /// Under which revision it was kept; 0 when it never was. Keeping it anew names this one.
    pub revision: u64,
}

impl Entry {
    /// Its days.
    pub fn span(&self) -> Span {
        match self {
            Entry::Event(event) => event.span,
            Entry::Note(note) => Span::new(note.day, note.day),
        }
    }

    /// Its name, or what it says.
    pub fn text(&self) -> &str {
        match self {
            Entry::Event(event) => &event.name,
            Entry::Note(note) => &note.text,
        }
    }
}

impl Diary {
    /// Writes something down. Spaces around its text do not count.
    ///
    /// # Errors
    /// When it cannot be what was meant.
    pub fn add(&mut self, entry: Entry) -> Result<(), Unfit> {
        let text = entry.text().trim().to_owned();
        if text.is_empty() || text.chars().count() > LONGEST_TEXT {
            return Err(Unfit::Text);
        }
        if entry.span().len_days() > LONGEST_DAYS {
            return Err(Unfit::Days);
        }
        match entry {
            Entry::Event(StoreEvent { span, .. }) => {
                let same = |event: &StoreEvent| event.name == text && event.span.overlaps(span);
                if self.events.iter().any(same) {
                    return Err(Unfit::Twice);
                }
                self.events.push(StoreEvent { name: text, span });
                self.events.sort_by_key(|event| event.span.first);
            }
            Entry::Note(DayNote { day, .. }) => {
                let note = DayNote { day, text };
                if self.notes.contains(&note) {
                    return Err(Unfit::Twice);
                }
                self.notes.push(note);
                self.notes.sort_by_key(|note| note.day);
            }
        }
        Ok(())
    }

    /// Takes something out again.
    pub fn remove(&mut self, entry: &Entry) {
        match entry {
            Entry::Event(gone) => self.events.retain(|event| event != gone),
            Entry::Note(gone) => self.notes.retain(|note| note != gone),
        }
    }

    /// All of it, the latest first; on one day events before notes.
    pub fn entries(&self) -> Vec<Entry> {
        let events = self.events.iter().cloned().map(Entry::Event);
        let notes = self.notes.iter().cloned().map(Entry::Note);
        let mut all: Vec<Entry> = events.chain(notes).collect();
        all.sort_by_key(|entry| std::cmp::Reverse(entry.span().first));
        all
    }

    /// What was written down of a day, events first.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &str> {
        let events = self
            .events
            .iter()
            .filter(move |event| event.span.contains(day));
        let notes = self.notes.iter().filter(move |note| note.day == day);
        let events = events.map(|event| event.name.as_str());
        events.chain(notes.map(|note| note.text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, first: i32, last: i32) -> Entry {
        Entry::Event(StoreEvent {
            name: name.to_owned(),
            span: Span::new(Day(first), Day(last)),
        })
    }

    fn note(text: &str, day: i32) -> Entry {
        Entry::Note(DayNote {
            day: Day(day),
            text: text.to_owned(),
        })
    }

    #[test]
    fn what_is_written_down_stands_in_the_order_of_its_days() {
        let mut diary = Diary::default();
        for entry in [
            event("直播", 20, 21),
            note(" 断货 ", 20),
            event("周年庆", 10, 12),
        ] {
            assert_eq!(diary.add(entry), Ok(()));
        }
        assert_eq!(diary.on(Day(20)).collect::<Vec<_>>(), ["直播", "断货"]);
        assert_eq!(diary.on(Day(13)).count(), 0);
        let texts = |diary: &Diary| {
            let all = diary.entries().into_iter();
            all.map(|entry| entry.text().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&diary), ["直播", "断货", "周年庆"]);
        diary.remove(&event("直播", 20, 21));
        assert_eq!(texts(&diary), ["断货", "周年庆"]);
        let kept = serde_json::to_string(&diary).expect("plain data");
        assert_eq!(serde_json::from_str(&kept).ok(), Some(diary));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let mut diary = Diary::default();
        assert_eq!(diary.add(note("  ", 1)), Err(Unfit::Text));
        assert_eq!(diary.add(note(&"长".repeat(61), 1)), Err(Unfit::Text));
        assert_eq!(diary.add(event("一年", 1, 365)), Err(Unfit::Days));
        assert_eq!(diary.add(event("直播", 5, 8)), Ok(()));
        assert_eq!(diary.add(event("直播", 8, 9)), Err(Unfit::Twice));
        assert_eq!(diary.add(event("团购", 8, 9)), Ok(()));
        assert_eq!(diary.add(note("断货", 8)), Ok(()));
        assert_eq!(diary.add(note("断货", 8)), Err(Unfit::Twice));
    }
}
