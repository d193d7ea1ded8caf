//! Opening another store.

use crate::app::context::{App, ImportState};
use crate::i18n::{Text, t};
use crate::protocol::{Request, WorkspaceId};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Opens another store; the page stays the same.
pub fn open_store(app: App, workspace: WorkspaceId) {
    if app.refuses_while_importing() {
        return;
    }
    app.import.set(ImportState::Idle);
    spawn_local(async move {
        match app.ask(Request::OpenWorkspace { workspace }).await {
            Ok(_) => {
                let name = untrack(|| app.store()).map_or_else(String::new, |s| s.name);
                app.toast(t(app.lang.get_untracked(), Text::StoreOpened, &[&name]));
            }
            Err(failure) => app.toast_failure(&failure),
        }
    });
}
