//! Saying what has become of something to do, and taking that back.

use crate::analytics::morning::{Dealt, How, Morning};
use crate::app::context::App;
use crate::platform::clock;
use crate::protocol::Request;
use crate::workspace::desk::DeskPart;
use leptos::task::spawn_local;

/// Keeps an answer.
pub fn with(app: App, morning: &Morning, key: &str, how: How) {
    keep(app, morning, morning.dealt.and(key, how, morning.today));
}

/// Takes an answer back.
pub fn without(app: App, morning: &Morning, key: &str) {
    keep(app, morning, morning.dealt.without(key));
}

fn keep(app: App, morning: &Morning, dealt: Dealt) {
    let request = Request::KeepDesk {
        part: DeskPart::Dealt(dealt),
        over: morning.dealt_revision,
        now: clock::now(),
    };
    spawn_local(async move {
        if let Err(failure) = app.ask(request).await {
            app.toast_failure(&failure);
        }
    });
}
