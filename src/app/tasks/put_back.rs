//! What was removed last, and putting it back.

use crate::analytics::diary::Entry;
use crate::analytics::products::desk::ItemNote;
use crate::analytics::products::reference::ItemRef;
use crate::analytics::targets::Share;
use crate::app::context::App;
use crate::app::tasks::{keep_diary, keep_items, keep_targets, templates};
use crate::commands::Command;
use crate::i18n::Text;
use crate::import::template::Template;
use leptos::prelude::*;

/// Something that was removed.
#[derive(Clone, Debug)]
pub enum Removed {
    /// What was said of a table.
    Template(Box<Template>),
    /// Somebody's part of the targets of a year, and where it stood.
    Share {
        /// The year.
        year: i32,
        /// The place among the shares.
        at: usize,
        /// The part.
        share: Share,
    },
    /// An event or a note.
    Entry(Entry),
    /// A note about an item.
    ItemNote(ItemRef, ItemNote),
}

/// Says that something was removed, and offers to put it back.
pub fn offer(app: App, removed: Removed, said: String) {
    app.removed.set_value(Some(removed));
    app.toast_with(said, Text::Undo, Command::PutBack);
}

/// Puts back what was removed last.
pub fn put_back(app: App) {
    let removed = app.removed.try_update_value(Option::take).flatten();
    match removed {
        Some(Removed::Template(template)) => templates::restore(app, *template),
        Some(Removed::Share { year, at, share }) => keep_targets::put_back(app, year, at, share),
        Some(Removed::Entry(entry)) => keep_diary::add(app, entry),
        Some(Removed::ItemNote(item, note)) => keep_items::note(app, item, note),
        None => {}
    }
}
