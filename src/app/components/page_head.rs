//! The top of every page: its name, one line of truth about what it shows, and what can be done from anywhere.

use crate::app::components::button::{CommandButton, Keys};
use crate::app::components::icon::{Icon, Picture};
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use crate::route::Page;
use leptos::prelude::*;

/// The top of a page.
#[component]
pub fn PageHead(
    /// The page.
    page: Page,
    /// The line of truth: how far the data go, what is missing.
    #[prop(into)]
    truth: ViewFn,
) -> impl IntoView {
    let app = use_app();
    view! {
        <header class="page-head">
            <h1>{move || app.text(page.title())}</h1>
            <p class="print-only">{move || app.store().map(|store| store.name)}</p>
            <p class="truth">{move || truth.run()}</p>
            <div class="page-actions screen-only">
                <button
                    type="button" class="button palette-button"
                    aria-keyshortcuts="Control+K" on:click=move |_| app.run(Command::Palette)
                >
                    <Picture icon=Icon::Search/>
                    <span class="visually-hidden">{move || app.text(Text::CmdPalette)}</span>
                    {Command::Palette.shortcut().map(|shortcut| view! { <Keys shortcut/> })}
                </button>
                <CommandButton command=Command::ImportFiles text=Text::ImportFiles class="primary"/>
            </div>
        </header>
    }
}
