//! What the operator says of items: what selling costs, and notes.

use super::fees::Fees;
use super::reference::ItemRef;
use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that is said of the items of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemDesk {
    /// What selling costs.
    pub fees: Fees,
    /// Notes, oldest first, by the name of the item in an address.
    pub notes: BTreeMap<String, Vec<ItemNote>>,
}

/// A note about an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemNote {
    /// The day on which it was written.
    pub day: Day,
    /// What was written.
    pub text: String,
}

impl ItemDesk {
    /// The notes about an item, oldest first.
    pub fn notes_of(&self, item: ItemRef) -> &[ItemNote] {
        let notes = self.notes.get(&item.to_param());
        notes.map_or(&[], Vec::as_slice)
    }

    /// Writes a note.
    pub fn note(&mut self, item: ItemRef, note: ItemNote) {
        self.notes.entry(item.to_param()).or_default().push(note);
    }

    /// Takes a note off, by its place; nothing where there is none.
    pub fn forget_note(&mut self, item: ItemRef, at: usize) -> Option<ItemNote> {
        let key = item.to_param();
        let notes = self.notes.get_mut(&key)?;
        let taken = (at < notes.len()).then(|| notes.remove(at));
        if notes.is_empty() {
            self.notes.remove(&key);
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_written_and_taken_off() {
        let item = ItemRef::Id(7);
        let note = |text: &str| ItemNote {
            day: Day(9_000),
            text: text.to_owned(),
        };
        let mut desk = ItemDesk::default();
        desk.note(item, note("换了主图"));
        desk.note(item, note("降价"));
        assert_eq!(desk.notes_of(item).len(), 2);
        assert_eq!(desk.notes_of(ItemRef::Named(7)), []);
        assert_eq!(desk.forget_note(item, 0), Some(note("换了主图")));
        assert_eq!(desk.forget_note(item, 5), None);
        assert_eq!(desk.notes_of(item), [note("降价")]);
        desk.forget_note(item, 0);
        assert_eq!(desk, ItemDesk::default());
    }

    #[test]
    fn what_an_older_version_kept_is_read() {
        let desk: ItemDesk = serde_json::from_str("{}").expect("reads");
        assert_eq!(desk, ItemDesk::default());
    }
}
