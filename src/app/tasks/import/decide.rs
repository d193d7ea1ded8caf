//! What the operator decides while looking at files that were read: what a table is, which days it is about, into which
//! store it goes, or that nothing is stored at all.

use super::read::read_again;
use super::shops::leave_others_out;
use crate::app::context::{App, ImportState, LookedAt};
use crate::import::template::{Hints, Mapping};
use crate::model::time::Span;
use crate::platform::{clock, dom};
use crate::protocol::{Failure, PendingId, Request, WorkspaceId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The id of the button that imports.
pub const GO: &str = "import-go";

/// Where files of another shop go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Into a store that is there.
    Store(WorkspaceId),
    /// Into one that is made for them.
    New(String),
}

/// Closes the preview; nothing was and nothing is stored.
pub fn discard(app: App) {
    let was_busy = app.import.with_untracked(ImportState::is_busy);
    app.import.set(ImportState::Idle);
    app.dialog.set(None);
    spawn_local(async move {
        if was_busy {
            let _ = app.ask(Request::CancelImport).await;
        }
        forget(app, 0).await;
        go_back(app).await;
    });
}

/// Forgets the files from a place in the list on.
pub(super) async fn forget(app: App, from: usize) {
    let mut pending = Vec::new();
    app.looking.update(|looking| {
        let from = from.min(looking.files.len());
        let forgotten = looking.files.drain(from..);
        pending = forgotten.filter_map(|file| file.waiting).collect();
    });
    if !pending.is_empty() {
        let _ = app.ask(Request::Discard { pending }).await;
    }
}

/// After an import that stored nothing: the store that was made for it goes, and the one before is open again.
pub(super) async fn go_back(app: App) {
    let (made, before) = app
        .looking
        .with_untracked(|looking| (looking.made, looking.came_from));
    app.looking.update(|looking| looking.made = None);
    if let Some(workspace) = made {
        let _ = app.ask(Request::DeleteWorkspace { workspace }).await;
    }
    let current = app.overview.with_untracked(|o| o.current);
    if let Some(workspace) = before.filter(|before| Some(*before) != current) {
        let _ = app.ask(Request::OpenWorkspace { workspace }).await;
    }
}

/// Reads a table as the operator says, and with it those with the same header.
pub fn read_as(app: App, id: u32, mapping: Mapping, remembers: bool) {
    let found = app.looking.with_untracked(|looking| {
        let file = looking.file(id)?;
        let headers = file.preview.sketch.as_ref()?.headers.clone();
        Some((headers, file.second.is_some()))
    });
    let Some((headers, is_second)) = found else {
        return;
    };
    let is_alike = |file: &LookedAt| {
        let sketch = file.preview.sketch.as_ref();
        file.id == id
            || (sketch.is_some_and(|s| s.headers == headers)
                && file.second.is_some() == is_second
                && !file.preview.report.already_there())
    };
    // What was read as this kind already beside it is that table now.
    let is_same = |file: &LookedAt| {
        let sketch = file.preview.sketch.as_ref();
        !is_second
            && file.second.is_some()
            && file.preview.report.kind.as_ref() == Some(&mapping.kind)
            && sketch.is_some_and(|s| s.headers == headers)
    };
    let (mut alike, mut replaced) = (Vec::new(), Vec::new());
    app.looking.update(|looking| {
        let same = looking.files.extract_if(.., |file| is_same(file));
        replaced.extend(same.filter_map(|file| file.waiting));
        for file in looking.files.iter_mut().filter(|file| is_alike(file)) {
            file.hints.mapping = Some(mapping.clone());
            file.template = (remembers && file.id == id)
                .then(|| mapping.template(&headers, &file.name, clock::now()));
            alike.push(file.id);
        }
    });
    read_anew(app, replaced, alike, id);
}

/// Reads a table as one of these days.
pub fn read_over(app: App, id: u32, period: Span) {
    app.looking.update(|looking| {
        if let Some(file) = looking.files.iter_mut().find(|file| file.id == id) {
            file.hints = Hints {
                period: Some(period),
                ..file.hints.clone()
            };
        }
    });
    read_anew(app, Vec::new(), vec![id], id);
}

/// Forgets what is replaced, reads files anew, and gives the focus to the row of the file, where what came of it is seen.
fn read_anew(app: App, replaced: Vec<PendingId>, ids: Vec<u32>, id: u32) {
    app.import.set(ImportState::Looking { is_busy: true });
    spawn_local(async move {
        if !replaced.is_empty() {
            let _ = app.ask(Request::Discard { pending: replaced }).await;
        }
        read_each(app, ids).await;
        dom::focus_soon(&toggle_id(id));
    });
}

async fn read_each(app: App, ids: Vec<u32>) {
    for id in ids {
        match read_again(app, id).await {
            Ok(()) => {}
            Err(None) => break,
            Err(Some(failure)) => {
                app.toast_failure(&failure);
                break;
            }
        }
    }
    // Closed meanwhile, it stays closed.
    app.import.update(|import| {
        if import.is_looking() {
            *import = ImportState::Looking { is_busy: false };
        }
    });
}

/// The id of the button that opens a file's row.
pub fn toggle_id(id: u32) -> String {
    format!("preview-toggle-{id}")
}

/// Reads everything anew, into another store.
pub fn move_to(app: App, destination: Destination) {
    app.import.set(ImportState::Looking { is_busy: true });
    spawn_local(async move {
        let pending: Vec<_> = app
            .looking
            .with_untracked(|l| l.files.iter().filter_map(|f| f.waiting).collect());
        note_forgotten(app);
        let _ = app.ask(Request::Discard { pending }).await;
        let opened = open(app, destination).await;
        if let Err(failure) = opened {
            app.toast_failure(&failure);
        }
        let ids = app.looking.with_untracked(|l| {
            let can_be_read = l.files.iter().filter(|f| f.source.is_some());
            can_be_read.map(|f| f.id).collect()
        });
        read_each(app, ids).await;
        leave_others_out(app, 0);
        dom::focus_soon(GO);
    });
}

fn note_forgotten(app: App) {
    app.looking
        .update(|l| l.files.iter_mut().for_each(|f| f.waiting = None));
}

async fn open(app: App, destination: Destination) -> Result<(), Failure> {
    let request = match destination.clone() {
        Destination::Store(workspace) => Request::OpenWorkspace { workspace },
        Destination::New(name) => Request::CreateWorkspace {
            name,
            now: clock::now(),
        },
    };
    app.ask(request).await?;
    let current = app.overview.with_untracked(|o| o.current);
    app.looking.update(|looking| {
        looking.workspace = current;
        looking.home = None;
        if matches!(destination, Destination::New(_)) {
            looking.made = current;
        }
    });
    Ok(())
}
