//! Importing files in three steps: they are read, the operator looks at what storing them would do, and then they are stored.
//! One request per file, so that a file that stops the worker takes no other with it.

mod decide;
mod read;
mod shops;
mod store;

pub use decide::{Destination, GO, discard, move_to, read_as, read_over, toggle_id};
pub use shops::{store_named, take_home, take_in};
pub use store::go;

use crate::app::context::{App, Finished, ImportState, Looking, Modal, Reading};
use crate::app::tasks::templates;
use crate::i18n::{Text, format, t};
use crate::import::report::FileReport;
use crate::platform::files::LocalFile;
use crate::protocol::{Progress, Request};
use crate::screens::data::preview::wants_a_look;
use leptos::prelude::*;
use leptos::task::spawn_local;
use read::ReadAll;

/// Reads files, one after the other, and shows what storing them would do. Files that come while others are looked at are
/// looked at with them.
pub fn import(app: App, files: Vec<LocalFile>) {
    let is_looking = app.import.with_untracked(ImportState::is_looking);
    let is_busy = app.import.with_untracked(ImportState::is_busy);
    if is_busy || !is_looking {
        if app.refuses_while_importing() {
            return;
        }
        app.looking.set(Looking {
            came_from: app.overview.with_untracked(|o| o.current),
            next_id: app.looking.with_untracked(|l| l.next_id),
            ..Looking::default()
        });
    }
    if files.is_empty() {
        return app.toast(Text::DropNothing.get(app.lang.get_untracked()));
    }
    if is_looking {
        app.dialog.set(None);
    }
    app.import.set(ImportState::Reading(Reading {
        files: files.len(),
        total_bytes: files.iter().map(LocalFile::size_bytes).sum(),
        ..Reading::default()
    }));
    spawn_local(async move {
        let files = templates::take_in(app, files).await;
        let before = app.looking.with_untracked(|l| l.files.len());
        match read::read_all(app, files).await {
            ReadAll::Whole => {
                shops::leave_others_out(app, before);
                look(app);
            }
            ReadAll::Cancelled => {
                decide::forget(app, before).await;
                if before > 0 {
                    return look(app);
                }
                decide::go_back(app).await;
                app.import.set(ImportState::Finished(Finished {
                    cancelled: true,
                    ..Finished::default()
                }));
            }
            ReadAll::Failed(failure) => {
                decide::forget(app, 0).await;
                decide::go_back(app).await;
                app.toast_failure(&failure);
                app.import.set(ImportState::Finished(Finished {
                    failure: Some(failure),
                    ..Finished::default()
                }));
            }
        }
    });
}

/// Shows what was read, or says at once that there is nothing to decide.
fn look(app: App) {
    let looking = app.looking.get_untracked();
    if looking.files.iter().any(|file| wants_a_look(&file.preview)) {
        app.import.set(ImportState::Looking { is_busy: false });
        app.dialog.set(Some(Modal::ImportPreview));
        return;
    }
    app.looking.update(|l| l.files.clear());
    let reports: Vec<FileReport> = looking
        .files
        .into_iter()
        .map(|file| file.preview.report)
        .collect();
    app.import.set(match reports.is_empty() {
        true => ImportState::Idle, // Templates only; that has been said.
        false => ImportState::Finished(Finished {
            reports,
            ..Finished::default()
        }),
    });
}

/// Stops what is going on: nothing of a file being read is kept, what is stored stays.
pub fn cancel(app: App) {
    update_reading(app, |reading| reading.cancelling = true);
    spawn_local(async move {
        // Without a worker there is nothing to cancel: the import has been told already.
        let _ = app.ask(Request::CancelImport).await;
    });
}

/// Takes note of how far the worker is.
pub fn note_progress(app: App, progress: Progress) {
    update_reading(app, |reading| {
        reading.rows = progress.rows;
        reading.read_bytes = reading.done_bytes + progress.read_bytes;
        // The demo store comes in one request of many files.
        if reading.is_demo {
            reading.file = progress.file;
            reading.index = progress.index;
            reading.files = progress.files;
            reading.read_bytes = progress.read_bytes;
            reading.total_bytes = progress.total_bytes;
        }
    });
}

/// Takes note that the worker has been started again: what it held is gone with it, and its numbers begin anew.
pub fn note_restart(app: App) {
    app.looking.update(|looking| {
        for file in &mut looking.files {
            file.waiting = None;
        }
    });
}

/// What an import came to, in one sentence.
pub fn summary(lang: crate::i18n::Lang, finished: &Finished) -> String {
    let sum = |of: fn(&FileReport) -> u64| {
        let stored = finished.reports.iter().filter(|r| is_stored(r));
        format::grouped(stored.map(of).sum::<u64>() as i64)
    };
    if finished.reports.iter().any(is_stored) {
        let (new, updated) = (sum(|r| r.new_rows), sum(|r| r.updated_rows));
        t(lang, Text::ImportSummary, &[&new, &updated])
    } else if !finished.reports.is_empty() && finished.reports.iter().all(|r| r.already_there()) {
        Text::ReportAlreadyThere.get(lang).to_owned()
    } else {
        Text::ImportNothing.get(lang).to_owned()
    }
}

/// Whether something of the file was stored.
pub fn is_stored(report: &FileReport) -> bool {
    !report.is_fatal() && !report.already_there()
}

/// Whether the operator has asked to stop.
pub fn is_cancelling(app: App) -> bool {
    app.import
        .with_untracked(|i| matches!(i, ImportState::Reading(r) if r.cancelling))
}

fn update_reading(app: App, change: impl FnOnce(&mut Reading)) {
    app.import.update(|import| {
        if let ImportState::Reading(reading) = import {
            change(reading);
        }
    });
}
