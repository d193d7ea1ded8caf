//! What stands where a store has no orders yet: what is missing, which export brings it, where that is found, and one
//! button.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use leptos::prelude::*;

/// The steps to the order report in the back office.
pub const EXPORT_STEPS: [Text; 4] = [
    Text::EmptyStep1,
    Text::EmptyStep2,
    Text::EmptyStep3,
    Text::EmptyStep4,
];

/// A store without orders.
#[component]
pub fn EmptyStore() -> impl IntoView {
    let app = use_app();
    view! {
        <section class="panel empty-store" aria-labelledby="empty-title">
            <div class="empty-lead">
                <h2 id="empty-title">{move || app.text(Text::EmptyTitle)}</h2>
                <p class="empty-what">{move || app.text(Text::EmptyWhat)}</p>
                <div class="row">
                    <CommandButton command=Command::ImportFiles class="primary"/>
                    <CommandButton command=Command::LoadDemo/>
                    <CommandButton command=Command::RestoreBackup class="quiet"/>
                </div>
                <p class="hint">{move || app.text(Text::EmptyPrivacy)}</p>
            </div>
            <ExportSteps/>
        </section>
    }
}

/// Where the order report is found in the back office.
#[component]
pub fn ExportSteps() -> impl IntoView {
    let app = use_app();
    let step = move |text| view! { <li>{move || app.text(text)}</li> };
    view! {
        <div class="steps">
            <h3>{move || app.text(Text::EmptyStepsTitle)}</h3>
            <ol>{EXPORT_STEPS.map(step).collect_view()}</ol>
        </div>
    }
}
