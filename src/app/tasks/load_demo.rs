//! Opening the demo store, made anew.

use crate::app::context::{App, ImportState, Reading};
use crate::app::tasks::import::is_cancelling;
use crate::app::tasks::keep_data;
use crate::i18n::Text;
use crate::platform::clock;
use crate::platform::unpacker::Unpacker;
use crate::protocol::{Failure, Request};
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
        let outcome = make(app).await;
        app.import.set(ImportState::Idle);
        match outcome {
            Ok(()) if untrack(|| app.store()).is_some_and(|store| store.demo) => {
                app.toast(Text::DemoReady.get(app.lang.get_untracked()));
            }
            Ok(()) => {} // cancelled
            Err(failure) => app.toast_failure(&failure),
        }
        keep_data::look(app);
    });
}

/// Has its files made up to yesterday, and imports them.
async fn make(app: App) -> Result<(), Failure> {
    let now = clock::now();
    let unpacker = Unpacker::default();
    let files = unpacker
        .demo(now.day().plus(-1), || is_cancelling(app))
        .await;
    match files {
        None => Ok(()),
        Some(Ok(files)) => {
            let client = app.client.with_value(Clone::clone);
            let answered = client.ask_with(Request::LoadDemo { now }, files).await;
            answered.map(drop)
        }
        Some(Err(_)) => Err(Failure::WorkerStopped { file: None }),
    }
}
