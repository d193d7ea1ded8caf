//! A new version of the app: `boot.js` says when one waits, and is told when the operator wants it.

use leptos::prelude::{window, window_event_listener_untyped};

/// Calls back when a new version waits.
pub fn on_waiting(then: impl Fn() + 'static) {
    let _listening = window_event_listener_untyped("dianzhang:update", move |_| then());
}

/// Asks for the new version; the page reloads by itself.
pub fn apply() {
    if let Ok(event) = web_sys::Event::new("dianzhang:apply-update") {
        let _ = window().dispatch_event(&event);
    }
}
