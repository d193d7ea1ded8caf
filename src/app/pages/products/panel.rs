//! A titled table of the page, or why there is none.

use super::Shown;
use crate::analytics::products::Products;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::grid::Table;
use crate::i18n::{Lang, Text};
use leptos::prelude::*;
use std::sync::Arc;

/// The name of a file about a section: what, and which days.
pub(super) fn file_name(products: Shown, label: Signal<String>) -> Signal<String> {
    Signal::derive(move || {
        let span = products.with(|p| p.as_ref().and_then(|p| p.items.span));
        span.map_or_else(
            || label.get(),
            |span| format!("{} {}_{}", label.get(), span.first, span.last),
        )
    })
}

/// A titled table, or why there is none.
#[component]
pub(super) fn TablePanel(
    id: &'static str,
    title: Text,
    none: Text,
    remark: fn(&Products, Lang) -> String,
    table: fn(&Products, Lang) -> Table,
    products: Shown,
) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        let lang = app.lang.get();
        let table = products.with(|p| p.as_ref().map(|p| table(p, lang)));
        Arc::new(table.unwrap_or_default())
    });
    let said = move || {
        let lang = app.lang.get();
        products.with(|p| p.as_ref().map(|p| remark(p, lang)))
    };
    let label = Signal::derive(move || app.text(title).to_owned());
    let file_name = file_name(products, label);
    let is_there = Memo::new(move |_| rows.with(|table| !table.rows.is_empty()));
    view! {
        <section class="panel" aria-labelledby=id>
            <div class="panel-head"><h2 id=id>{move || label.get()}</h2><p class="panel-remark">{said}</p></div>
            {move || match is_there.get() {
                true => view! { <DataGrid table=rows label file_name/> }.into_any(),
                false => view! { <p class="panel-empty">{move || app.text(none)}</p> }.into_any(),
            }}
        </section>
    }
}
