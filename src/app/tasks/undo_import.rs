//! Taking imports back out, and bringing them back.

use crate::app::context::{App, ImportState};
use crate::app::tasks::keep_data;
use crate::commands::Command;
use crate::i18n::{Text, t};
use crate::protocol::{Request, SegmentId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Takes imports back out, the newest first, and offers to bring the one back that was taken out last.
pub fn undo(app: App, segments: Vec<SegmentId>) {
    spawn_local(async move {
        let lang = app.lang.get_untracked();
        let mut done = Vec::new();
        for segment in segments.into_iter().rev() {
            let file = app.overview.with_untracked(|o| {
                let entry = o.imports.iter().find(|i| i.segment == segment);
                entry.map(|i| i.report.file.clone())
            });
            match app.ask(Request::Undo { segment }).await {
                Ok(_) => done.push((segment, file)),
                Err(failure) => {
                    app.toast_failure(&failure);
                    break;
                }
            }
        }
        match done.as_slice() {
            [] => return,
            // Nothing of it could be read: there is nothing to bring back.
            [(segment, None)] => app.toast(t(
                lang,
                Text::ImportUndone,
                &[&t(lang, Text::DamagedNumber, &[&segment.to_string()])],
            )),
            [(segment, Some(name))] => app.toast_with(
                t(lang, Text::ImportUndone, &[name]),
                Text::Restore,
                Command::Restore(*segment),
            ),
            many => app.toast(t(lang, Text::ImportUndoneMany, &[&many.len().to_string()])),
        }
        // What it said about the import is no longer so.
        app.import.update(|import| {
            if matches!(import, ImportState::Finished(_)) {
                *import = ImportState::Idle;
            }
        });
        keep_data::look(app);
    });
}

/// Brings an import back.
pub fn restore(app: App, segment: SegmentId) {
    spawn_local(async move {
        match app.ask(Request::Restore { segment }).await {
            Ok(_) => app.toast(Text::ImportRestored.get(app.lang.get_untracked())),
            Err(failure) => app.toast_failure(&failure),
        }
    });
}
