//! A button with a menu below it: arrow keys move, Esc and leaving close it.

use crate::app::context::use_app;
use crate::commands::Command;
use crate::platform::dom;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// What it does.
    pub command: Command,
    /// What it says.
    pub label: String,
    /// Whether it is the one in force; `None` where that has no meaning.
    pub checked: Option<bool>,
    /// Whether a line parts it from the one above.
    pub begins_group: bool,
    /// A word behind it.
    pub badge: Option<String>,
}

/// A button with a menu below it.
#[component]
pub fn Menu(
    /// Names it in the document; unique.
    id: &'static str,
    /// What the menu is for.
    #[prop(into)]
    label: Signal<String>,
    /// Its entries.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// What the button shows.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let menu_id = format!("{id}-menu");
    let (owned, roved, opened) = (menu_id.clone(), menu_id.clone(), menu_id.clone());
    let shut = move || {
        is_open.set(false);
        dom::focus(id);
    };
    let step = StoredValue::new(move |step| dom::rove(&roved, "button:not([disabled])", step));
    let open = StoredValue::new(move |last: bool| {
        is_open.set(true);
        let opened = opened.clone();
        request_animation_frame(move || {
            dom::rove(&opened, "button:not([disabled])", if last { -1 } else { 1 });
        });
    });
    let on_button_key = move |ev: KeyboardEvent| {
        if matches!(ev.key().as_str(), "ArrowDown" | "ArrowUp") {
            ev.prevent_default();
            open.with_value(|open| open(ev.key() == "ArrowUp"));
        }
    };
    let on_menu_key = move |ev: KeyboardEvent| {
        match ev.key().as_str() {
            "ArrowDown" => step.with_value(|step| step(1)),
            "ArrowUp" => step.with_value(|step| step(-1)),
            "Escape" | "Tab" => {
                shut();
                if ev.key() == "Tab" {
                    return;
                }
            }
            _ => return,
        }
        ev.prevent_default();
        ev.stop_propagation();
    };
    let on_leave = move |ev: FocusEvent| {
        if !dom::stays_inside(&ev) {
            is_open.set(false);
        }
    };
    let entry = move |item: MenuItem| {
        let command = item.command;
        let role = if item.checked.is_some() {
            "menuitemradio"
        } else {
            "menuitem"
        };
        view! {
            {item.begins_group.then(|| view! { <li role="separator"></li> })}
            <li role="none">
                <button
                    type="button" role=role tabindex="-1" aria-checked=item.checked.map(|c| c.to_string())
                    disabled=move || item.checked != Some(true) && !command.is_offered(&app.situation())
                    on:click=move |_| {
                        shut();
                        if item.checked != Some(true) {
                            app.run(command);
                        }
                    }
                >
                    <span class="menu-label">{item.label}</span>
                    {item.badge.map(|badge| view! { <small class="badge">{badge}</small> })}
                </button>
            </li>
        }
    };
    view! {
        <div class="menu-place" on:focusout=on_leave>
            <button
                type="button" id=id class="menu-button" aria-haspopup="menu" aria-controls=owned
                aria-expanded=move || is_open.get().to_string() on:keydown=on_button_key
                on:click=move |_| if is_open.get_untracked() { shut() } else { open.with_value(|open| open(false)) }
            >
                {children()}
            </button>
            <ul id=menu_id class="menu" role="menu" aria-label=label hidden=move || !is_open.get() on:keydown=on_menu_key>
                {move || items.get().into_iter().map(entry).collect_view()}
            </ul>
        </div>
    }
}
