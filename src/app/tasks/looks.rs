//! Language, theme, colours, keys: used at once, and remembered.

use crate::app::context::App;
use crate::i18n::Lang;
use crate::platform::prefs;
use crate::prefs::{Rise, Theme};
use leptos::prelude::*;

/// Uses a theme.
pub fn use_theme(app: App, theme: Theme) {
    prefs::set_theme(theme);
    app.theme.set(theme);
    app.dark.set(theme.is_dark(prefs::system_dark()));
}

/// Uses a language.
pub fn use_lang(app: App, lang: Lang) {
    prefs::set_lang(lang);
    app.lang.set(lang);
}

/// Uses a colour for a rise.
pub fn use_rise(app: App, rise: Rise) {
    prefs::set_rise(rise);
    app.rise.set(rise);
}

/// Listens to shortcuts of a single letter, or not.
pub fn use_single_keys(app: App, on: bool) {
    prefs::set_single_keys(on);
    app.single_keys.set(on);
}

/// Follows the system, and the other tabs of the app.
pub fn follow(app: App) {
    prefs::on_system_dark(move |system_dark| {
        app.dark.set(app.theme.get_untracked().is_dark(system_dark));
    });
    prefs::on_other_tab(move || {
        use_theme(app, prefs::theme());
        use_lang(app, prefs::lang());
        use_rise(app, prefs::rise());
        app.single_keys.set(prefs::single_keys());
    });
}
