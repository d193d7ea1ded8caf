//! What is kept, what is dropped, what is sent, and how to check it.

use crate::app::context::use_app;
use crate::i18n::Text;
use leptos::prelude::*;

const FACTS: [(Text, Text); 3] = [
    (Text::SettingsPrivacyKept, Text::SettingsPrivacyKeptWhat),
    (
        Text::SettingsPrivacyDropped,
        Text::SettingsPrivacyDroppedWhat,
    ),
    (Text::SettingsPrivacySent, Text::SettingsPrivacySentWhat),
];
const PROOFS: [Text; 3] = [
    Text::SettingsPrivacyProof1,
    Text::SettingsPrivacyProof2,
    Text::SettingsPrivacyProof3,
];

/// What becomes of the data.
#[component]
pub fn Privacy() -> impl IntoView {
    let app = use_app();
    let fact = move |(name, what)| {
        view! {
            <div>
                <dt>{move || app.text(name)}</dt>
                <dd>{move || app.text(what)}</dd>
            </div>
        }
    };
    view! {
        <section class="panel" aria-labelledby="privacy-title">
            <h2 id="privacy-title" class="panel-title">{move || app.text(Text::SettingsPrivacy)}</h2>
            <div class="panel-body">
                <dl class="terms">{FACTS.map(fact).collect_view()}</dl>
                <h3>{move || app.text(Text::SettingsPrivacyProof)}</h3>
                <ol class="numbered">
                    {PROOFS.map(|proof| view! { <li>{move || app.text(proof)}</li> }).collect_view()}
                </ol>
            </div>
        </section>
    }
}
