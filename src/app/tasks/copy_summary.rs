//! Copying the morning as a message to the owner.

use crate::analytics::morning::Morning;
use crate::app::context::App;
use crate::i18n::Text;
use crate::platform::clipboard;
use crate::screens::today::summary::summary;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copies it, and says so.
pub fn copy(app: App, morning: &Morning) {
    let lang = app.lang.get_untracked();
    let store = untrack(|| app.store()).map_or_else(String::new, |store| store.name);
    let text = summary(morning, &store, lang);
    spawn_local(async move {
        match clipboard::write(&text).await {
            true => app.toast(Text::SummaryCopied.get(lang)),
            false => app.toast_error(Text::SummaryNotCopied.get(lang)),
        }
    });
}
