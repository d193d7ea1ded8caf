//! Language, theme, colours of change, keys.

use crate::app::components::choice::Choice;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::{Lang, Text};
use crate::prefs::{Rise, Theme};
use leptos::prelude::*;

/// How the app looks.
#[component]
pub fn Display() -> impl IntoView {
    let app = use_app();
    view! {
        <section class="panel" aria-labelledby="display-title">
            <h2 id="display-title" class="panel-title">{move || app.text(Text::SettingsDisplay)}</h2>
            <div class="panel-body">
                <Choice
                    name="lang" legend=Text::SettingsLang value=app.lang
                    options=vec![(Lang::Zh, Text::SettingsLangZh), (Lang::En, Text::SettingsLangEn)]
                    choose=move |lang| app.run(Command::UseLang(lang))
                />
                <Choice
                    name="theme" legend=Text::SettingsTheme value=app.theme
                    options=vec![
                        (Theme::Auto, Text::SettingsThemeAuto),
                        (Theme::Light, Text::SettingsThemeLight),
                        (Theme::Dark, Text::SettingsThemeDark),
                    ]
                    choose=move |theme| app.run(Command::UseTheme(theme))
                />
                <Choice
                    name="rise" legend=Text::SettingsRise value=app.rise note=Text::SettingsRiseNote
                    options=vec![(Rise::Red, Text::SettingsRiseRed), (Rise::Green, Text::SettingsRiseGreen)]
                    choose=move |rise| app.run(Command::UseRise(rise))
                />
                <Choice
                    name="keys" legend=Text::SettingsKeys value=app.single_keys note=Text::SettingsKeysNote
                    options=vec![(true, Text::SettingsKeysOn), (false, Text::SettingsKeysOff)]
                    choose=move |on| app.run(Command::UseSingleKeys(on))
                />
            </div>
        </section>
    }
}
