//! What the tables do not say, below what they do.

use super::Shown;
use crate::app::context::use_app;
use crate::i18n::Text;
use crate::screens::stock::doubts::doubts;
use leptos::prelude::*;

/// What could not be told.
#[component]
pub(super) fn Doubts(stock: Shown) -> impl IntoView {
    let app = use_app();
    let said = Memo::new(move |_| {
        let lang = app.lang.get();
        stock.with(|view| {
            view.as_ref()
                .map(|view| doubts(view, lang))
                .unwrap_or_default()
        })
    });
    let title = move || app.say(Text::DoubtsTitle, &[&said.with(Vec::len).to_string()]);
    let items = move || {
        let item = |said| view! { <li>{said}</li> };
        said.get().into_iter().map(item).collect_view()
    };
    view! {
        <Show when=move || said.with(|said| !said.is_empty())>
            <details class="panel stock-doubts screen-only">
                <summary>{title}</summary>
                <ul>{items}</ul>
            </details>
        </Show>
    }
}
