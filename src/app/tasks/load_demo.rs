//! Opening the demo store, made anew.

use crate::app::context::{App, ImportState, Reading};
use crate::app::tasks::keep_data;
use crate::i18n::Text;
use crate::platform::clock;
use crate::protocol::Request;
use crate::route::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes the demo store and shows its board.
pub fn load_demo(app: App) {
    if app.refuses_while_importing() {
        return;
    }
    app.import.set(ImportState::Reading(Reading {
        is_demo: true,
        ..Reading::default()
    }));
    app.navigate(untrack(|| app.route_of(Page::Today)));
    spawn_local(async move {
        let outcome = app.ask(Request::LoadDemo { now: clock::now() }).await;
        app.import.set(ImportState::Idle);
        match outcome {
            Ok(_) if untrack(|| app.store()).is_some_and(|store| store.demo) => {
                app.toast(Text::DemoReady.get(app.lang.get_untracked()));
            }
            Ok(_) => {} // cancelled
            Err(failure) => app.toast_failure(&failure),
        }
        keep_data::look(app);
    });
}
