//! The keyboard: every key press is held against the registry of commands.

use crate::app::context::App;
use crate::commands::meant_by;
use crate::platform::dom;
use leptos::ev;
use leptos::prelude::*;

/// Listens for as long as the frame stands. Nothing is heard while a dialog is open: its keys are its own.
pub fn listen(app: App) {
    let listening = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() || dom::is_modal_open() {
            return;
        }
        let press = dom::key_press(&event);
        let command = untrack(|| meant_by(&press, &app.situation()));
        if let Some(command) = command {
            event.prevent_default();
            app.run(command);
        }
    });
    on_cleanup(move || listening.remove());
}
