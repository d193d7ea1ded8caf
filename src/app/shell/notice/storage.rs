//! Where the data are not as one expects: another tab keeps the store shut, a newer version has overtaken this one, the
//! browser does not store at all.

use crate::app::components::button::CommandButton;
use crate::app::context::{App, Start, use_app};
use crate::commands::Command;
use crate::i18n::Text;
use crate::platform::{location, update};
use leptos::prelude::*;

/// The browser has not opened the store yet.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let app = use_app();
    let is_waiting = move || app.start.get() == Start::Waiting;
    view! {
        <Show when=is_waiting>
            <div class="notice warn" role="alert"><p>{move || app.text(Text::WaitingForStore)}</p></div>
        </Show>
    }
}

/// A newer version has changed the data.
#[component]
pub(super) fn Outdated() -> impl IntoView {
    let app = use_app();
    let is_outdated = Memo::new(move |_| app.overview.with(|o| o.outdated));
    view! {
        <Show when=move || is_outdated.get()>
            <div class="notice bad" role="alert">
                <p>{move || app.text(Text::Outdated)}</p>
                <button type="button" class="button primary small screen-only" on:click=move |_| renew(app)>
                    {move || app.text(Text::Reload)}
                </button>
            </div>
        </Show>
    }
}

/// Loads the page anew, in the new version if it waits here too.
fn renew(app: App) {
    if app.update_waits.get_untracked() {
        update::apply();
    } else {
        location::reload();
    }
}

/// The browser does not store.
#[component]
pub(super) fn MemoryOnly() -> impl IntoView {
    let app = use_app();
    let is_memory_only =
        Memo::new(move |_| app.start.get() == Start::Open && app.overview.with(|o| !o.stored));
    let why = move || {
        let reason = app.overview.with(|o| o.refusal.clone())?;
        let text = move || app.say(Text::DataStorageWhy, &[&reason]);
        Some(view! { <p class="hint">{text}</p> })
    };
    let has_store = move || app.store().is_some();
    view! {
        <Show when=move || is_memory_only.get()>
            <div class="notice warn" role="alert">
                <div class="notice-text">
                    <p>{move || app.text(Text::DataStorageMemory)}</p>
                    {why}
                </div>
                <Show when=has_store>
                    <CommandButton command=Command::BackUp class="small"/>
                </Show>
                <button type="button" class="button small screen-only" on:click=move |_| location::reload()>
                    {move || app.text(Text::Reload)}
                </button>
            </div>
        </Show>
    }
}
