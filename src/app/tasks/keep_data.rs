//! Asking the browser to keep the data, and showing its honest answer.

use crate::app::context::App;
use crate::i18n::Text;
use crate::platform::storage;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Looks what the browser says, without asking for anything.
pub fn look(app: App) {
    spawn_local(async move {
        let asked = app.keeping.get_untracked().asked;
        app.keeping.set(storage::look(asked).await);
    });
}

/// Asks the browser, on the operator's wish, and tells the answer.
pub fn ask(app: App) {
    spawn_local(async move {
        let keeping = storage::ask().await;
        app.keeping.set(keeping);
        let lang = app.lang.get_untracked();
        if keeping.promised {
            app.toast(Text::DataStorageKept.get(lang));
        } else {
            app.toast_error(Text::DataStorageRefused.get(lang));
        }
    });
}

/// Asks once by itself: after the first import, when there is something to keep.
pub async fn ask_after_import(app: App) {
    let keeping = app.keeping.get_untracked();
    app.keeping.set(if keeping.can_ask() && !keeping.asked {
        storage::ask().await
    } else {
        storage::look(keeping.asked).await
    });
}
