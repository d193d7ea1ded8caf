//! Buttons that run a command: named by the registry, so that a button and the palette never disagree.

use crate::app::context::use_app;
use crate::commands::{Command, Shortcut};
use crate::i18n::Text;
use crate::platform::dom;
use leptos::prelude::*;

/// A button that runs a command and cannot be pressed while the command is not offered.
#[component]
pub fn CommandButton(
    /// What it runs.
    #[prop(into)]
    command: Signal<Command>,
    /// What it says, where the command's own name is too long.
    #[prop(optional)]
    text: Option<Text>,
    /// What it is called for those who do not see what it stands beside.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// `primary`, `quiet`, `small`, `danger`, or several of them.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let app = use_app();
    let is_off = move || !command.get().is_offered(&app.situation());
    let says = move || match text {
        Some(text) => app.text(text).to_owned(),
        None => command.get().label(app.lang.get(), &app.situation()),
    };
    let keys = move || command.get().shortcut().map(spoken);
    view! {
        <button
            type="button" class=format!("button {class}") disabled=is_off aria-label=move || label.map(|l| l.get())
            aria-keyshortcuts=keys on:click=move |_| app.run(command.get_untracked())
        >
            {says}
        </button>
    }
}

/// The keys of a shortcut as they are printed on the keyboard.
#[component]
pub fn Keys(
    /// The shortcut.
    shortcut: Shortcut,
) -> impl IntoView {
    let keys = shortcut.keys(dom::is_mac());
    view! {
        <span class="keys">
            {keys.into_iter().map(|key| view! { <kbd>{key}</kbd> }).collect_view()}
        </span>
    }
}

/// A shortcut as `aria-keyshortcuts` wants it.
fn spoken(shortcut: Shortcut) -> String {
    let mut keys = Vec::new();
    if shortcut.ctrl {
        keys.push(if dom::is_mac() { "Meta" } else { "Control" }.to_owned());
    }
    if shortcut.alt {
        keys.push("Alt".to_owned());
    }
    keys.push(shortcut.key.to_uppercase().to_string());
    keys.join("+")
}
