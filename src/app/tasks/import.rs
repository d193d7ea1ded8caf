//! Importing files: one request per file, so that a file that stops the worker takes no other with it.

use crate::app::context::{App, Finished, ImportState, Reading};
use crate::app::tasks::{keep_data, unpack};
use crate::i18n::{Text, format, t};
use crate::import::issues::{Issue, IssueKind};
use crate::import::report::FileReport;
use crate::import::template::Hints;
use crate::platform::clock;
use crate::platform::files::LocalFile;
use crate::platform::unpacker::{Unpacked, Unpacker};
use crate::protocol::{Answer, Failure, ImportedFile, Progress, Request, WorkspaceId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Imports files, one after the other.
pub fn import(app: App, files: Vec<LocalFile>) {
    let lang = app.lang.get_untracked();
    if app.refuses_while_importing() {
        return;
    }
    if files.is_empty() {
        return app.toast(Text::DropNothing.get(lang));
    }
    app.import.set(ImportState::Reading(Reading {
        files: files.len(),
        total_bytes: files.iter().map(LocalFile::size_bytes).sum(),
        ..Reading::default()
    }));
    spawn_local(async move {
        let was_demo = untrack(|| app.store()).is_some_and(|store| store.demo);
        let finished = read_all(app, files).await;
        if let Some(store) = untrack(|| app.store()).filter(|store| was_demo && !store.demo) {
            let lang = app.lang.get_untracked();
            app.toast(t(lang, Text::StoreOpened, &[&store.name]));
        }
        let has_stored = !finished.segments.is_empty();
        if let Some(failure) = &finished.failure {
            app.toast_failure(failure);
        }
        app.import.set(ImportState::Finished(finished));
        if has_stored {
            keep_data::ask_after_import(app).await;
        }
    });
}

/// Stops the import: what is stored stays, the file being read is dropped.
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

/// What an import came to, in one sentence.
pub fn summary(lang: crate::i18n::Lang, finished: &Finished) -> String {
    let sum = |of: fn(&FileReport) -> u64| {
        format::grouped(finished.reports.iter().map(of).sum::<u64>() as i64)
    };
    if finished.reports.iter().any(is_stored) {
        let (new, updated) = (sum(|r| r.new_rows), sum(|r| r.updated_rows));
        t(lang, Text::ImportSummary, &[&new, &updated])
    } else if !finished.reports.is_empty() && finished.reports.iter().all(|r| r.already_there) {
        Text::ReportAlreadyThere.get(lang).to_owned()
    } else {
        Text::ImportNothing.get(lang).to_owned()
    }
}

/// Whether something of the file was stored.
pub fn is_stored(report: &FileReport) -> bool {
    !report.is_fatal() && !report.already_there
}

async fn read_all(app: App, files: Vec<LocalFile>) -> Finished {
    let mut finished = Finished::default();
    let mut target = app.overview.get_untracked().current;
    let unpacker = Unpacker::default();
    'files: for (index, file) in files.into_iter().enumerate() {
        let bytes = file.size_bytes();
        update_reading(app, |reading| {
            reading.file = file.name();
            reading.index = index;
            reading.rows = 0;
        });
        let tables = unpack::tables(&unpacker, file, || is_cancelling(app)).await;
        for table in tables.into_iter().flatten() {
            if !read_table(app, &mut finished, &mut target, table).await {
                break 'files;
            }
        }
        if is_cancelling(app) {
            finished.cancelled = true;
            break;
        }
        update_reading(app, |reading| {
            reading.done_bytes += bytes;
            reading.read_bytes = reading.done_bytes;
        });
    }
    finished
}

/// Imports one table. `false` when nothing more shall be read.
async fn read_table(
    app: App,
    finished: &mut Finished,
    target: &mut Option<WorkspaceId>,
    table: Unpacked,
) -> bool {
    let Unpacked { name, file, notes } = table;
    if is_cancelling(app) {
        finished.cancelled = true;
        return false;
    }
    update_reading(app, |reading| reading.file.clone_from(&name));
    let refuse = |bytes, kind| FileReport::unreadable(&name, bytes, kind);
    let file = match file {
        Ok(file) => file,
        Err(kind) => {
            finished.reports.push(refuse(0, kind));
            return true;
        }
    };
    let bytes = file.size_bytes();
    match read_and_store(app, *target, file, notes).await {
        Ok(Some(imported)) => {
            // The first file may have made a store: the others go into the same one.
            *target = app.overview.get_untracked().current;
            if finished.workspace != *target {
                finished.workspace = *target;
                finished.segments.clear();
            }
            finished.segments.extend(imported.segment);
            finished.reports.push(imported.report);
            true
        }
        Ok(None) => {
            finished.cancelled = true;
            false
        }
        // The worker has been started again; the file is named and the others go on.
        Err(Failure::WorkerStopped { .. }) => {
            let report = refuse(bytes, IssueKind::ReaderCrashed);
            finished.reports.push(report);
            true
        }
        Err(failure) => {
            finished.failure = Some(failure);
            false
        }
    }
}

/// Reads a file and stores it at once; `None` when that was cancelled.
async fn read_and_store(
    app: App,
    workspace: Option<WorkspaceId>,
    file: LocalFile,
    notes: Vec<Issue>,
) -> Result<Option<ImportedFile>, Failure> {
    let client = app.client.with_value(Clone::clone);
    let now = clock::now();
    let hints = Hints {
        notes,
        ..Hints::default()
    };
    let read = Request::Read {
        workspace,
        hints,
        now,
    };
    let Answer::Read(Some(preview)) = client.ask_with(read, vec![file]).await? else {
        return Ok(None);
    };
    let Some(pending) = preview.pending else {
        return Ok(Some(ImportedFile::not_stored(preview.report)));
    };
    let pending = vec![pending];
    match client.ask(Request::Store { pending, now }).await? {
        Answer::Imported(mut files) => Ok(files.pop()),
        _ => Ok(None),
    }
}

fn is_cancelling(app: App) -> bool {
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
