//! What the operator chose about looks, in `localStorage`, and on the document's root where the style sheet reads it.
//! A browser that refuses to store forgets the choice with the page; nothing else changes.

use crate::i18n::Lang;
use crate::model::time::Day;
use crate::prefs::{DEFAULT_BACKUPS, Rise, Theme, lang_of_word, lang_word};
use crate::protocol::WorkspaceId;
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

fn read(key: &str) -> String {
    LocalStorage::raw()
        .get_item(&format!("dianzhang.{key}"))
        .ok()
        .flatten()
        .unwrap_or_default()
}

fn write(key: &str, word: &str) {
    let _ = LocalStorage::raw().set_item(&format!("dianzhang.{key}"), word);
}

fn on_root(attribute: &str, word: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, word);
    }
}

/// The language that was chosen.
pub fn lang() -> Lang {
    lang_of_word(&read("lang"))
}

/// Uses and saves a language.
pub fn set_lang(lang: Lang) {
    write("lang", lang_word(lang));
    on_root("lang", lang.tag());
}

/// The theme that was chosen.
pub fn theme() -> Theme {
    Theme::of_word(&read("theme"))
}

/// Uses and saves a theme.
pub fn set_theme(theme: Theme) {
    write("theme", theme.word());
    on_root("data-theme", theme.word());
}

/// The colour of a rise that was chosen.
pub fn rise() -> Rise {
    Rise::of_word(&read("rise"))
}

/// Uses and saves the colour of a rise.
pub fn set_rise(rise: Rise) {
    write("rise", rise.word());
    on_root("data-rise", rise.word());
}

/// Whether shortcuts of a single letter are listened to.
pub fn single_keys() -> bool {
    read("keys") != "off"
}

/// Saves whether shortcuts of a single letter are listened to.
pub fn set_single_keys(on: bool) {
    write("keys", if on { "on" } else { "off" });
}

/// How many automatic backups of a store are kept.
pub fn backups_kept() -> usize {
    read("backups").parse().unwrap_or(DEFAULT_BACKUPS)
}

/// Saves how many automatic backups of a store are kept.
pub fn set_backups_kept(count: usize) {
    write("backups", &count.to_string());
}

/// The day until which the reminder of a store's backup is put off.
pub fn reminder_put_off(store: WorkspaceId) -> Option<Day> {
    Day::parse_iso(&read(&format!("remind.{store}")))
}

/// Puts the reminder of a store's backup off.
pub fn put_reminder_off(store: WorkspaceId, until: Day) {
    write(&format!("remind.{store}"), &until.to_string());
}

/// Whether the system asks for a dark screen.
pub fn system_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}

/// Calls back whenever the system changes between light and dark.
pub fn on_system_dark(then: impl Fn(bool) + 'static) {
    if let Some(query) = dark_query() {
        let again = Closure::<dyn Fn()>::new(move || then(system_dark()));
        let _ = query.add_event_listener_with_callback("change", again.as_ref().unchecked_ref());
        again.forget(); // as long as the page
    }
}

/// Calls back when another tab of the app changes a choice.
pub fn on_other_tab(then: impl Fn() + 'static) {
    let _listening = window_event_listener_untyped("storage", move |_| then());
}

fn dark_query() -> Option<web_sys::MediaQueryList> {
    window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
}
