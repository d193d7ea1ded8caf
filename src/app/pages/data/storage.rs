//! Whether the browser keeps what is stored: its own answer, and what to do about it.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::{Text, format};
use leptos::prelude::*;

/// Whether the data are kept, and how much room there is.
#[component]
pub fn StoragePanel() -> impl IntoView {
    let app = use_app();
    let answer = move || {
        let keeping = app.keeping.get();
        if app.overview.with(|o| o.revision > 0 && !o.stored) {
            Text::DataStorageMemory
        } else if keeping.promised {
            Text::DataStorageKept
        } else if !keeping.can_promise {
            Text::DataStorageNoApi
        } else if keeping.asked {
            Text::DataStorageRefused
        } else {
            Text::DataStorageNotKept
        }
    };
    let used = move || {
        let keeping = app.keeping.get();
        match (keeping.used_bytes, keeping.quota_bytes) {
            (Some(used), Some(quota)) => app.say(
                Text::DataStorageUsed,
                &[&format::bytes(used), &format::bytes(quota)],
            ),
            _ => app.text(Text::DataStorageUnknown).to_owned(),
        }
    };
    view! {
        <section class="panel" aria-labelledby="storage-title">
            <h2 id="storage-title" class="panel-title">{move || app.text(Text::DataStorage)}</h2>
            <div class="panel-body">
                <p class:good-text=move || answer() == Text::DataStorageKept>{move || app.text(answer())}</p>
                <p class="hint">{used}</p>
                <Show when=move || app.keeping.get().can_ask()>
                    <div class="row">
                        <CommandButton command=Command::KeepData text=Text::DataStorageAsk class="small"/>
                    </div>
                </Show>
            </div>
        </section>
    }
}
