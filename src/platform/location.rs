//! The address bar: the part from `#` on, the history, reloading.

use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::JsValue;

/// The address from `#` on; empty when there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts a new address into the bar and an entry into the history.
pub fn push(hash: &str) {
    if self::hash() == hash {
        return;
    }
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls back with the address whenever the operator goes back or forward, follows a link or edits the bar.
pub fn on_change(then: impl Fn(String) + 'static) {
    let then = std::rc::Rc::new(then);
    for event in ["hashchange", "popstate"] {
        let then = then.clone();
        // The frame lives as long as the page: the listener is never taken off.
        let _listening = window_event_listener_untyped(event, move |_| then(hash()));
    }
}

/// Lets the browser ask before the page is closed or loaded anew, as long as there is something to lose.
pub fn ask_before_leaving(is_at_stake: impl Fn() -> bool + 'static) {
    let _listening = window_event_listener_untyped("beforeunload", move |event| {
        if is_at_stake() {
            event.prevent_default();
        }
    });
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Goes back by one entry of the history.
pub fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}
