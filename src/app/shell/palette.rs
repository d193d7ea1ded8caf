//! The palette: type a few letters, run a command or switch to a store.

use crate::app::components::button::Keys;
use crate::app::components::dialog::hold_open;
use crate::app::context::use_app;
use crate::commands::{Command, found};
use crate::i18n::Text;
use crate::platform::dom;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

/// The palette.
#[component]
pub fn Palette(
    /// Called when it is closed.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let node = NodeRef::<html::Dialog>::new();
    hold_open(node);
    let search = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let hits = Memo::new(move |_| found(&search.get(), &app.situation()));
    let shut = move || {
        if let Some(dialog) = node.get_untracked() {
            dom::close_modal(&dialog);
        }
    };
    let run = move |index: usize| {
        if let Some(command) = hits.with_untracked(|hits| hits.get(index).copied()) {
            shut();
            app.run(command);
        }
    };
    let step = move |by: isize| {
        let count = hits.with_untracked(Vec::len);
        if count > 0 {
            at.update(|at| *at = (*at as isize + by).rem_euclid(count as isize) as usize);
            dom::reveal(&option_id(at.get_untracked()));
        }
    };
    let on_key = move |ev: KeyboardEvent| {
        if ev.is_composing() {
            return;
        }
        match ev.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" => run(at.get_untracked()),
            _ => return,
        }
        ev.prevent_default();
    };
    let option = move |(index, command): (usize, Command)| {
        let group = command.group();
        let begins = index == 0
            || hits.with(|h| h[index - 1].group() != group) && search.with(|s| s.trim().is_empty());
        view! {
            <li
                role="option" id=option_id(index) aria-selected=move || (at.get() == index).to_string()
                on:click=move |_| run(index) on:mousemove=move |_| if at.get_untracked() != index { at.set(index) }
            >
                <span>{command.label(app.lang.get(), &app.situation())}</span>
                <small class="palette-group">
                    {begins.then(|| app.text(group.title()))}
                </small>
                {command.shortcut().map(|shortcut| view! { <Keys shortcut/> })}
            </li>
        }
    };
    let active = move || hits.with(|h| !h.is_empty()).then(|| option_id(at.get()));
    let label = move || app.text(Text::PaletteLabel);
    view! {
        <dialog
            id="palette" class="palette" node_ref=node aria-label=label on:close=move |_| close.run(())
            on:mousedown=move |ev| if dom::hit_itself(&ev) { shut() }
        >
            <input
                class="palette-input" type="text" role="combobox" autofocus autocomplete="off" spellcheck="false"
                aria-label=label placeholder=label aria-expanded="true" aria-controls="palette-list"
                aria-autocomplete="list" aria-activedescendant=active on:keydown=on_key
                on:input=move |ev| {
                    search.set(event_target_value(&ev));
                    at.set(0);
                }
            />
            <ul id="palette-list" role="listbox" aria-label=label>
                {move || hits.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
            <Show when=move || hits.with(Vec::is_empty)>
                <p class="palette-nothing">{move || app.text(Text::PaletteNothing)}</p>
            </Show>
            <p class="palette-hint">
                <span>{move || app.text(Text::PaletteHint)}</span>
                <span role="status">{move || app.say(Text::PaletteCount, &[&hits.with(Vec::len).to_string()])}</span>
            </p>
        </dialog>
    }
}

fn option_id(index: usize) -> String {
    format!("palette-{index}")
}
