//! Making a backup by hand: the worker makes the file, the browser puts it with its downloads.

use crate::app::context::App;
use crate::backup::files::manual_name;
use crate::backup::{Note, Passphrase, Place};
use crate::i18n::{Text, format, t};
use crate::platform::{clock, download};
use crate::protocol::{Answer, Request, WorkspaceCard};
use leptos::prelude::*;

/// Makes a backup of a store and hands it to the browser. Whether it was made is told when it is.
pub async fn back_up(app: App, store: &WorkspaceCard, passphrase: Option<Passphrase>) -> bool {
    let now = clock::now();
    let request = Request::MakeBackup {
        workspace: store.id,
        passphrase,
        now,
    };
    let client = app.client.with_value(Clone::clone);
    let (summary, file) = match client.ask_for_file(request).await {
        Ok((Answer::Backup(summary), Some(file))) => (summary, file),
        Ok(_) => return false,
        Err(failure) => {
            app.toast_failure(&failure);
            return false;
        }
    };
    let name = manual_name(&store.name, now);
    let size = format::bytes(file.size() as u64);
    download::file(&name, &file);
    let note = Note {
        made_at: now,
        imports: summary.imports,
        desk: summary.desk,
        place: Place::Download,
        file: name.clone(),
    };
    let request = Request::NoteBackup {
        workspace: store.id,
        note,
    };
    if let Err(failure) = app.ask(request).await {
        app.toast_failure(&failure);
    }
    let lang = app.lang.get_untracked();
    app.toast(t(lang, Text::BackupMade, &[&name, &size]));
    true
}
