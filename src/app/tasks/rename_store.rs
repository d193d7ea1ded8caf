//! Giving a store another name.

use crate::app::context::App;
use crate::protocol::{Request, WorkspaceId};
use leptos::task::spawn_local;

/// Gives a store another name.
pub fn rename_store(app: App, workspace: WorkspaceId, name: String) {
    spawn_local(async move {
        if let Err(failure) = app.ask(Request::RenameWorkspace { workspace, name }).await {
            app.toast_failure(&failure);
        }
    });
}
