//! Automatic backups: as soon as a store holds what its last backup does not, one is written to the chosen folder, read
//! back, compared, and only then the oldest go.

use crate::app::context::{App, ImportState, Start, failure_text};
use crate::backup::files::{automatic_name, surplus};
use crate::backup::{Note, Place};
use crate::i18n::{Text, t};
use crate::model::time::Civil;
use crate::platform::folder::{self, Folder, Refused};
use crate::platform::{clock, prefs};
use crate::protocol::{
    Answer, BackupState, Failure, Request, SegmentId, WorkspaceCard, WorkspaceId,
};
use crate::screens::data::backup::put_off;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Looks for the folder, and writes from then on whenever there is something to write.
pub fn follow(app: App) {
    look(app);
    let due = Memo::new(move |_| due(app));
    Effect::new(move |_| {
        if due.with(Option::is_some)
            && let Some(store) = untrack(|| app.store())
        {
            write(app, store);
        }
    });
}

/// Lets the operator choose the folder, and writes the first backup to it.
pub fn choose(app: App) {
    spawn_local(async move {
        match folder::choose().await {
            Ok(true) => look_and_write(app).await,
            Ok(false) => {}
            Err(Refused(why)) => fail(app, &why),
        }
    });
}

/// Asks the browser to let us write again, and writes what waits.
pub fn allow(app: App) {
    spawn_local(async move {
        match folder::allow().await {
            // What follows the folder writes what waits.
            Ok(_) => set_folder(app, folder::look().await),
            Err(Refused(why)) => fail(app, &why),
        }
    });
}

/// Writes a backup of the open store now.
pub fn write_now(app: App) {
    if let Some(store) = untrack(|| app.store()) {
        write(app, store);
    }
}

/// Writes no more backups. Those that there are stay.
pub fn forget(app: App) {
    spawn_local(async move {
        if let Err(Refused(why)) = folder::forget().await {
            return fail(app, &why);
        }
        app.backups.update(|b| b.failed = None);
        set_folder(app, folder::look().await);
    });
}

/// Keeps so many of a store from the next backup on.
pub fn keep(app: App, count: usize) {
    prefs::set_backups_kept(count);
    app.backups.update(|b| b.kept = count);
}

/// Puts the reminder of the open store off.
pub fn remind_later(app: App) {
    if let Some(store) = untrack(|| app.store()) {
        prefs::put_reminder_off(store.id, put_off(clock::now().day()));
        app.backups.notify();
    }
}

fn look(app: App) {
    spawn_local(async move { set_folder(app, folder::look().await) });
}

async fn look_and_write(app: App) {
    set_folder(app, folder::look().await);
    if let Some(store) = untrack(|| app.store()).filter(|store| !store.demo) {
        write(app, store);
    }
}

fn set_folder(app: App, folder: Folder) {
    if app.backups.with_untracked(|b| b.folder != folder) {
        app.backups.update(|b| b.folder = folder);
    }
}

/// What waits to be written: the open store and its imports. Written or not, the same is not tried twice by itself.
fn due(app: App) -> Option<(WorkspaceId, Vec<SegmentId>)> {
    let is_open = app.backups.with(|b| matches!(b.folder, Folder::Open(_)));
    let is_quiet = app.start.get() == Start::Open
        && app.import.with(|i| !matches!(i, ImportState::Reading(_)));
    let store = app
        .store()
        .filter(|s| is_open && is_quiet && !s.demo && waits(&s.backup))?;
    let imports = app
        .overview
        .with(|o| o.imports.iter().map(|i| i.segment).collect());
    Some((store.id, imports))
}

/// Whether something waits to be written. What was typed today waits for the next import, or for tomorrow: with a backup for
/// every figure typed the older ones would soon be gone.
fn waits(backup: &BackupState) -> bool {
    let is_from_before = |since: Civil| since.day() < clock::now().day();
    backup.unsaved > 0 || backup.undone || backup.papers_since.is_some_and(is_from_before)
}

fn write(app: App, store: WorkspaceCard) {
    if app.backups.with_untracked(|b| b.is_writing) {
        return;
    }
    app.backups.update(|b| b.is_writing = true);
    spawn_local(async move {
        let outcome = written(app, &store).await;
        app.backups.update(|b| {
            b.is_writing = false;
            b.failed = None;
        });
        match outcome {
            // What was imported meanwhile is not in it.
            Ok(true) if untrack(|| due(app)).is_some() => write_now(app),
            Ok(_) => {}
            Err(Refused(why)) => {
                fail(app, &why);
                set_folder(app, folder::look().await);
            }
        }
    });
}

/// Whether a backup was written: not when another tab is at it, or the browser has shut the folder meanwhile.
async fn written(app: App, store: &WorkspaceCard) -> Result<bool, Refused> {
    let lang = app.lang.get_untracked();
    let told = |failure: Failure| Refused(failure_text(lang, &failure));
    let Some(_held) = folder::hold().await? else {
        return Ok(false);
    };
    let Folder::Open(place) = folder::look().await else {
        return Ok(false);
    };
    let now = clock::now();
    let client = app.client.with_value(Clone::clone);
    let made = Request::MakeBackup {
        workspace: store.id,
        passphrase: None,
        now,
    };
    let (Answer::Backup(summary), Some(content)) = client.ask_for_file(made).await.map_err(told)?
    else {
        return Ok(false);
    };
    let file = automatic_name(&summary.store, now);
    let on_disk = folder::write(&file, &content).await?;
    let read = client
        .ask_with(Request::ReadBackup { passphrase: None }, vec![on_disk])
        .await
        .map_err(told)?;
    if read != Answer::Backup(summary.clone()) {
        return Err(Refused(Text::BackupAutoDiffers.get(lang).to_owned()));
    }
    let note = Note {
        made_at: now,
        imports: summary.imports,
        desk: summary.desk,
        place: Place::Folder(place),
        file,
    };
    let noted = Request::NoteBackup {
        workspace: store.id,
        note,
    };
    app.ask(noted).await.map_err(told)?;
    let kept = app.backups.with_untracked(|b| b.kept);
    for old in surplus(folder::names().await?, &summary.store, kept) {
        folder::remove(&old).await?;
    }
    Ok(true)
}

fn fail(app: App, why: &str) {
    app.backups.update(|b| b.failed = Some(why.to_owned()));
    app.toast_error(t(app.lang.get_untracked(), Text::BackupAutoFailed, &[why]));
}
