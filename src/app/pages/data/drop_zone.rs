//! Where files come in, and where they are found.

use crate::app::components::button::CommandButton;
use crate::app::components::empty::ExportSteps;
use crate::app::components::icon::{Icon, Picture};
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use leptos::prelude::*;

/// Where files come in. The whole window takes them; this is where it says so.
#[component]
pub fn DropZone() -> impl IntoView {
    let app = use_app();
    view! {
        <section class="panel import-place screen-only" aria-labelledby="drop-title">
            <div class="drop-zone">
                <Picture icon=Icon::Import/>
                <h2 id="drop-title">{move || app.text(Text::DataDropTitle)}</h2>
                <p class="hint">{move || app.text(Text::DataDropWhat)}</p>
                <div class="row">
                    <CommandButton command=Command::ImportFiles text=Text::DataChooseFiles/>
                    <CommandButton command=Command::ImportFolder text=Text::DataChooseFolder class="quiet"/>
                </div>
            </div>
            <ExportSteps/>
        </section>
    }
}
