//! Notes about an item.

use super::item::Seen;
use crate::analytics::products::desk::ItemNote;
use crate::analytics::products::reference::ItemRef;
use crate::app::context::use_app;
use crate::app::tasks::keep_items;
use crate::i18n::{Text, t};
use crate::platform::clock;
use leptos::prelude::*;

/// The longest note.
const LONGEST: &str = "200";

/// The section 备注.
#[component]
pub(super) fn NotesPanel(seen: Seen) -> impl IntoView {
    let app = use_app();
    let typed = RwSignal::new(String::new());
    let item = move || {
        let key = |view: &Option<_>| view.as_ref().map(item_of);
        seen.with_untracked(key)
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked().trim().to_owned();
        if let (Some(item), false) = (item(), text.is_empty()) {
            let day = clock::now().day();
            keep_items::note(app, item, ItemNote { day, text });
            typed.set(String::new());
        }
    };
    let body = move || {
        let lang = app.lang.get();
        let notes = seen.with(|i| i.as_ref().map(|i| (item_of(i), i.notes.clone())));
        let Some((item, notes)) = notes.filter(|(_, notes)| !notes.is_empty()) else {
            return view! { <p class="panel-empty">{Text::NotesNone.get(lang)}</p> }.into_any();
        };
        let line = |note: ItemNote| {
            let label = t(lang, Text::NotesRemove, &[&note.text]);
            let said = format!("{} {}", note.day, note.text);
            let remove = move |_| keep_items::forget_note(app, item, note.clone());
            view! {
                <li>
                    <span>{said}</span>
                    <button type="button" class="button quiet small screen-only" aria-label=label on:click=remove>
                        {Text::PeopleRemove.get(lang)}
                    </button>
                </li>
            }
        };
        let newest = notes.into_iter().rev().map(line).collect_view();
        view! { <ul class="item-list item-notes">{newest}</ul> }.into_any()
    };
    view! {
        <section class="panel" aria-labelledby="item-notes">
            <div class="panel-head">
                <h2 id="item-notes">{move || app.text(Text::NotesTitle)}</h2>
                <p class="panel-remark">{move || app.text(Text::NotesHow)}</p>
            </div>
            <form class="note-form screen-only" on:submit=add>
                <input
                    class="input" autocomplete="off" maxlength=LONGEST aria-label=move || app.text(Text::NotesNew)
                    prop:value=typed on:input=move |event| typed.set(event_target_value(&event))
                />
                <button type="submit" class="button">{move || app.text(Text::NotesAdd)}</button>
            </form>
            {body}
        </section>
    }
}

fn item_of(view: &std::sync::Arc<crate::analytics::products::one::ItemView>) -> ItemRef {
    ItemRef::of(&view.key)
}
