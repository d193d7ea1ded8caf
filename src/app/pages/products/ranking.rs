//! The ranking, by a number of the operator's choice. What was chosen stands in the address.

use super::Shown;
use super::panel::file_name;
use crate::analytics::products::ranking::By;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::i18n::{Text, t};
use crate::route::{ProductsView, Route, Top};
use crate::screens::products::by_name;
use crate::screens::products::ranking::{is_known, remark, table};
use leptos::prelude::*;
use std::sync::Arc;

/// The section 排行.
#[component]
pub(super) fn RankingPanel(products: Shown, view: Memo<ProductsView>) -> impl IntoView {
    let app = use_app();
    let by = Memo::new(move |_| view.get().by);
    let top = Memo::new(move |_| view.get().top);
    let rows = Memo::new(move |_| {
        let (lang, by, top) = (app.lang.get(), by.get(), top.get());
        let table = products.with(|p| p.as_ref().map(|p| table(p, by, top, lang)));
        Arc::new(table.unwrap_or_default())
    });
    let said = move || {
        let (lang, by) = (app.lang.get(), by.get());
        products.with(|p| p.as_ref().map(|p| remark(p, by, lang)))
    };
    let label = Signal::derive(move || app.text(Text::ProdRanking).to_owned());
    let file_name = file_name(products, label);
    let choose = move |event| {
        if let Some(by) = By::from_key(&event_target_value(&event)) {
            app.navigate(Route::Products(ProductsView {
                by,
                ..view.get_untracked()
            }));
        }
    };
    let option = move |each: By| {
        let is_offered = move || {
            each == by.get() || products.with(|p| p.as_ref().is_some_and(|p| is_known(p, each)))
        };
        view! {
            <option value=each.key() selected=move || by.get() == each disabled=move || !is_offered()>
                {move || app.text(by_name(each))}
            </option>
        }
    };
    let segment = move |each: Top| {
        let name = move || {
            let lang = app.lang.get();
            each.count().map_or_else(
                || Text::ProdTopAll.get(lang).to_owned(),
                |n| t(lang, Text::ProdTopOf, &[&n.to_string()]),
            )
        };
        let to = move || {
            Route::Products(ProductsView {
                top: each,
                ..view.get()
            })
        };
        view! {
            <a
                class="segment" href=move || to().format()
                aria-current=move || (top.get() == each).then_some("true")
            >
                {name}
            </a>
        }
    };
    view! {
        <section class="panel" aria-labelledby="products-ranking">
            <div class="panel-head">
                <h2 id="products-ranking">{move || label.get()}</h2>
                <p class="panel-remark">{said}</p>
            </div>
            <div class="products-choice screen-only">
                <label for="products-by">{move || app.text(Text::ProdBy)}</label>
                <select id="products-by" class="input" on:change=choose prop:value=move || by.get().key()>
                    {By::ALL.map(option).collect_view()}
                </select>
                <div class="segments" role="group" aria-label=move || app.text(Text::ProdTop)>
                    {Top::ALL.map(segment).collect_view()}
                </div>
            </div>
            <DataGrid table=rows label file_name/>
        </section>
    }
}
