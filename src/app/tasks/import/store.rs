//! Storing the files that the operator has chosen, and remembering what was said of their columns.

use super::read::{read, say_read_again};
use super::{decide, is_cancelling, shops, update_reading};
use crate::app::context::{App, Finished, ImportState, LookedAt, Reading};
use crate::app::tasks::keep_data;
use crate::i18n::{Text, t};
use crate::import::issues::IssueKind;
use crate::import::report::FileReport;
use crate::import::template::Template;
use crate::platform::clock;
use crate::protocol::{Answer, Failure, ImportedFile, PendingId, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Stores the chosen files, and tells what came of all.
pub fn go(app: App) {
    if app.import.with_untracked(ImportState::is_busy) {
        return;
    }
    let looking = app.looking.get_untracked();
    let is_chosen = |file: &&LookedAt| file.is_ready() && file.is_chosen;
    app.import.set(ImportState::Reading(Reading {
        files: looking.files.iter().filter(is_chosen).count(),
        is_storing: true,
        ..Reading::default()
    }));
    app.dialog.set(None);
    spawn_local(async move {
        let was = looking.came_from;
        let was_demo = app
            .overview
            .with_untracked(|o| o.workspaces.iter().any(|w| Some(w.id) == was && w.demo));
        let finished = store_all(app, looking.files).await;
        // What was not chosen is forgotten.
        decide::forget(app, 0).await;
        if finished.segments.is_empty() {
            decide::go_back(app).await;
        }
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

/// What storing has come to.
#[derive(Default)]
struct Progress {
    /// Files done.
    index: usize,
    /// Files that had to be read once more because the worker was started again.
    read_again: usize,
    /// What was said of the tables that are stored.
    templates: Vec<Template>,
}

/// Stores the files of the store, and then those of each other shop in the store of that shop.
async fn store_all(app: App, files: Vec<LookedAt>) -> Finished {
    let (here, elsewhere) = shops::by_shop(files);
    let mut progress = Progress::default();
    let mut finished = store_round(app, here, &mut progress).await;
    if progress.read_again > 0 {
        say_read_again(app, progress.read_again);
    }
    for (shop, files) in elsewhere {
        if finished.cancelled || finished.failure.is_some() {
            break;
        }
        let round = store_elsewhere(app, &shop, files, &mut progress).await;
        let count = round.segments.len();
        finished.reports.extend(round.reports);
        finished.cancelled = round.cancelled;
        finished.failure = round.failure;
        if count > 0 {
            let lang = app.lang.get_untracked();
            app.toast(t(lang, Text::ImportElsewhere, &[&count.to_string(), &shop]));
        }
        // The store of the others is the one that the outcome is about.
        if finished.segments.is_empty() {
            (finished.workspace, finished.segments) = (round.workspace, round.segments);
        }
    }
    let current = app.overview.with_untracked(|o| o.current);
    if let Some(workspace) = finished.workspace.filter(|id| Some(*id) != current) {
        let _ = app.ask(Request::OpenWorkspace { workspace }).await;
    }
    keep(app, progress.templates).await;
    finished
}

/// Stores files in the store of their shop; one that was made for them goes again when nothing was stored.
async fn store_elsewhere(
    app: App,
    shop: &str,
    files: Vec<LookedAt>,
    progress: &mut Progress,
) -> Finished {
    let made = match shops::enter(app, shop, &files).await {
        Ok(made) => made,
        Err(failure) => {
            return Finished {
                failure: Some(failure),
                ..Finished::default()
            };
        }
    };
    let round = store_round(app, files, progress).await;
    if let Some(workspace) = made.filter(|_| round.segments.is_empty()) {
        let _ = app.ask(Request::DeleteWorkspace { workspace }).await;
    }
    round
}

/// Stores files in the store that is open.
async fn store_round(app: App, mut files: Vec<LookedAt>, progress: &mut Progress) -> Finished {
    // Of the same orders, the file that still has their ids stays: the other one is then refused.
    files.sort_by_key(|file| file.preview.report.has_destroyed_ids());
    let mut finished = Finished::default();
    for file in files {
        if file.preview.pending.is_none() {
            finished.reports.push(file.preview.report);
            continue;
        }
        if !(file.is_ready() && file.is_chosen) {
            continue;
        }
        if is_cancelling(app) {
            finished.cancelled = true;
            break;
        }
        update_reading(app, |reading| {
            reading.file.clone_from(&file.name);
            reading.index = progress.index;
        });
        progress.index += 1;
        match store(app, &file, &mut progress.read_again).await {
            Ok(Some(imported)) => {
                let current = app.overview.with_untracked(|o| o.current);
                if finished.workspace != current {
                    finished.workspace = current;
                    finished.segments.clear();
                }
                if imported.segment.is_some() {
                    progress.templates.extend(file.template);
                }
                finished.segments.extend(imported.segment);
                finished.reports.push(imported.report);
            }
            Ok(None) => {
                finished.cancelled = true;
                break;
            }
            Err(failure) => {
                finished.failure = Some(failure);
                break;
            }
        }
    }
    finished
}

/// Remembers what was said of tables.
async fn keep(app: App, templates: Vec<Template>) {
    if templates.is_empty() {
        return;
    }
    let lang = app.lang.get_untracked();
    let count = templates.len().to_string();
    match app.ask(Request::KeepTemplates { templates }).await {
        Ok(_) => app.toast(t(lang, Text::TemplatesKept, &[&count])),
        Err(failure) => app.toast_failure(&failure),
    }
}

/// Stores one file. When the worker has been started again since it was read, it is read once more; `None` when that was
/// cancelled.
async fn store(
    app: App,
    file: &LookedAt,
    read_again: &mut usize,
) -> Result<Option<ImportedFile>, Failure> {
    // The worker may have been started again just now.
    let waiting = app.looking.with_untracked(|looking| {
        let now = looking.files.iter().find(|now| now.id == file.id);
        now.and_then(|now| now.waiting)
    });
    if let Some(pending) = waiting {
        match store_pending(app, pending).await {
            Err(Failure::NotFound | Failure::WorkerStopped { .. }) => {}
            stored => return stored,
        }
    }
    let Some(source) = &file.source else {
        return Err(Failure::NotFound);
    };
    *read_again += 1;
    let Some(preview) = read(app, source, &file.hints).await? else {
        return Ok(None);
    };
    let Some(pending) = preview.pending else {
        return Ok(Some(ImportedFile::not_stored(preview.report)));
    };
    match store_pending(app, pending).await {
        Err(Failure::WorkerStopped { .. }) => {
            let kind = IssueKind::ReaderCrashed;
            let report = FileReport::unreadable(&file.name, source.size_bytes(), kind);
            Ok(Some(ImportedFile::not_stored(report)))
        }
        stored => stored,
    }
}

async fn store_pending(app: App, pending: PendingId) -> Result<Option<ImportedFile>, Failure> {
    let request = Request::Store {
        pending: vec![pending],
        now: clock::now(),
    };
    match app.ask(request).await? {
        Answer::Imported(mut files) => Ok(files.pop()),
        _ => Ok(None),
    }
}
