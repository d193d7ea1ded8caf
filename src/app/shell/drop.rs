//! Files dropped anywhere in the window are imported; a backup is restored.

use crate::app::components::icon::{Icon, Picture};
use crate::app::context::use_app;
use crate::app::tasks::take_in;
use crate::i18n::Text;
use crate::platform::files;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What lies over the window while files are dragged across it.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let app = use_app();
    // Every element that is entered is left again: the window is left when as many were left as entered.
    let depth = RwSignal::new(0_i32);
    let enter = window_event_listener(ev::dragenter, move |event| {
        if files::carries_files(&event) {
            event.prevent_default();
            depth.update(|d| *d += 1);
        }
    });
    let over = window_event_listener(ev::dragover, move |event| {
        if files::carries_files(&event) {
            event.prevent_default();
            files::show_copy(&event);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if files::carries_files(&event) {
            depth.update(|d| *d = (*d - 1).max(0));
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        depth.set(0);
        if files::carries_files(&event) {
            event.prevent_default();
            let dropped = files::dropped(&event);
            spawn_local(async move { take_in(app, dropped.await) });
        }
    });
    on_cleanup(move || {
        [enter, over, leave, drop]
            .into_iter()
            .for_each(|l| l.remove())
    });
    let target = move || match app.store() {
        Some(store) if store.demo => app.text(Text::DropDemo).to_owned(),
        Some(store) => app.say(Text::DropStore, &[&store.name]),
        None => String::new(),
    };
    view! {
        <Show when=move || { depth.get() > 0 }>
            <div class="drop-overlay" aria-hidden="true">
                <div class="drop-card">
                    <Picture icon=Icon::Import/>
                    <strong>{move || app.text(Text::DropHere)}</strong>
                    <span>{target}</span>
                </div>
            </div>
        </Show>
    }
}
