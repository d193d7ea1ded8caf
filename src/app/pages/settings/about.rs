//! Which version this is, and on what terms.

use crate::app::context::use_app;
use crate::i18n::Text;
use crate::protocol::BUILD;
use leptos::prelude::*;

/// Version and licence.
#[component]
pub fn About() -> impl IntoView {
    let app = use_app();
    view! {
        <section class="panel" aria-labelledby="about-title">
            <h2 id="about-title" class="panel-title">{move || app.text(Text::SettingsAbout)}</h2>
            <dl class="facts panel-body">
                <div>
                    <dt>{move || app.text(Text::SettingsVersion)}</dt>
                    <dd>{env!("CARGO_PKG_VERSION")}</dd>
                </div>
                <div>
                    <dt>{move || app.text(Text::SettingsBuild)}</dt>
                    <dd><code>{BUILD}</code></dd>
                </div>
                <div>
                    <dt>{move || app.text(Text::SettingsLicence)}</dt>
                    <dd>{move || app.text(Text::SettingsLicenceWhat)}</dd>
                </div>
            </dl>
        </section>
    }
}
