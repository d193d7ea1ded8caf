//! The provinces: the map, and beside it the ranking that holds the same numbers for everyone.

use super::body::Shown;
use super::days::file_name;
use super::map::TileMap;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::grid::Table;
use crate::i18n::Text;
use crate::screens::sales::provinces::{absence, table};
use leptos::prelude::*;
use std::sync::Arc;

/// The section 按省份.
#[component]
pub(super) fn ProvincesPanel(board: Shown) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        let lang = app.lang.get();
        Arc::new(board.with(|b| b.as_ref().map_or_else(Table::default, |b| table(b, lang))))
    });
    let label = Signal::derive(move || app.text(Text::ByProvince).to_owned());
    let file_name = file_name(board, label);
    let why_not = Memo::new(move |_| {
        let lang = app.lang.get();
        board.with(|b| b.as_ref().and_then(|b| absence(b, lang)))
    });
    view! {
        <section class="panel provinces" aria-labelledby="provinces-title">
            <div class="panel-head">
                <h2 id="provinces-title">{move || label.get()}</h2>
                <p class="panel-remark">{move || app.text(Text::ProvinceNote)}</p>
            </div>
            {move || match why_not.get() {
                Some(reason) => view! { <p class="panel-empty">{reason}</p> }.into_any(),
                None => view! {
                    <div class="provinces-columns">
                        <TileMap board/>
                        <DataGrid table=rows label file_name/>
                    </div>
                }
                .into_any(),
            }}
        </section>
    }
}
