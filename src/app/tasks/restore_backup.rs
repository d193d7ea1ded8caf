//! Restoring a backup: look into the file, open it with its passphrase if it needs one, and, once the operator has decided
//! where it goes, restore it.

use crate::app::context::{App, ImportState, Modal, Restoring, failure_text};
use crate::app::tasks::keep_data;
use crate::backup::{Passphrase, Trouble};
use crate::i18n::{Text, t};
use crate::platform::files::LocalFile;
use crate::protocol::{Answer, Failure, Request, WorkspaceId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Looks into a file and opens the dialog that restores it.
pub fn begin(app: App, file: LocalFile) {
    if app.refuses_while_importing() {
        return;
    }
    spawn_local(async move {
        let summary = match look(app, &file, None).await {
            Ok(answer) => match answer {
                Answer::Backup(summary) => Some(summary),
                _ => return,
            },
            Err(Failure::Backup(Trouble::Locked)) => None,
            Err(failure) => return app.toast_failure(&failure),
        };
        app.restoring.set(Some(Restoring {
            file,
            passphrase: None,
            summary,
        }));
        app.dialog.set(Some(Modal::RestoreBackup));
    });
}

/// Opens the file with a passphrase; why not, if it does not open.
pub async fn unlock(app: App, passphrase: Passphrase) -> Option<String> {
    let file = app.restoring.get_untracked()?.file;
    match look(app, &file, Some(passphrase.clone())).await {
        Ok(Answer::Backup(summary)) => {
            app.restoring.set(Some(Restoring {
                file,
                passphrase: Some(passphrase),
                summary: Some(summary),
            }));
            None
        }
        Ok(_) => None,
        Err(failure) => Some(failure_text(app.lang.get_untracked(), &failure)),
    }
}

/// Restores the file, in the place of a store or beside all others. Whether it did is told when it has.
pub async fn restore(app: App, replaces: Option<WorkspaceId>) -> bool {
    let Some(restoring) = app.restoring.get_untracked() else {
        return false;
    };
    if app.refuses_while_importing() {
        return false;
    }
    app.import.set(ImportState::Idle);
    let request = Request::RestoreBackup {
        passphrase: restoring.passphrase,
        replaces,
    };
    let client = app.client.with_value(Clone::clone);
    match client.ask_with(request, vec![restoring.file]).await {
        Ok(_) => {
            app.restoring.set(None);
            let name = untrack(|| app.store()).map_or_else(String::new, |s| s.name);
            app.toast(t(app.lang.get_untracked(), Text::RestoreDone, &[&name]));
            keep_data::look(app);
            true
        }
        Err(failure) => {
            app.toast_failure(&failure);
            false
        }
    }
}

async fn look(
    app: App,
    file: &LocalFile,
    passphrase: Option<Passphrase>,
) -> Result<Answer, Failure> {
    let client = app.client.with_value(Clone::clone);
    let request = Request::ReadBackup { passphrase };
    client.ask_with(request, vec![file.clone()]).await
}
