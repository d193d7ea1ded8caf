//! Removing a store and everything in it.

use crate::app::context::{App, ImportState};
use crate::app::tasks::keep_data;
use crate::i18n::{Text, t};
use crate::protocol::{Request, WorkspaceId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Removes a store for good. The operator has confirmed.
pub fn delete_store(app: App, workspace: WorkspaceId, name: String) {
    if app.refuses_while_importing() {
        return;
    }
    app.import.set(ImportState::Idle);
    spawn_local(async move {
        match app.ask(Request::DeleteWorkspace { workspace }).await {
            Ok(_) => app.toast(t(app.lang.get_untracked(), Text::StoreDeleted, &[&name])),
            Err(failure) => app.toast_failure(&failure),
        }
        keep_data::look(app);
    });
}
