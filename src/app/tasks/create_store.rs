//! Making a store.

use crate::app::context::{App, ImportState};
use crate::i18n::{Text, t};
use crate::platform::clock;
use crate::protocol::Request;
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes an empty store, opens it, and goes to where files are imported.
pub fn create_store(app: App, name: String) {
    if app.refuses_while_importing() {
        return;
    }
    app.import.set(ImportState::Idle);
    spawn_local(async move {
        let request = Request::CreateWorkspace {
            name: name.clone(),
            now: clock::now(),
        };
        match app.ask(request).await {
            Ok(_) => {
                app.navigate(Route::Data);
                app.toast(t(app.lang.get_untracked(), Text::StoreCreated, &[&name]));
            }
            Err(failure) => app.toast_failure(&failure),
        }
    });
}
