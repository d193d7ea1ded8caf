//! The header row: each header sorts, and opens the definition of its metric.

use super::Grid;
use crate::app::components::metric::OpenDefinition;
use crate::app::context::use_app;
use crate::grid::{Column, Direction, Table, View};
use crate::i18n::{Text, t};
use leptos::prelude::*;
use std::sync::Arc;

/// Classes of a column's cells.
pub(super) fn column_class(column: &Column) -> &'static str {
    match (column.kind.is_numeric(), column.deciding) {
        (true, true) => "num",
        (true, false) => "num gives-way",
        (false, true) => "",
        (false, false) => "gives-way",
    }
}

/// The header row of a table.
#[component]
pub(super) fn Head(grid: Grid) -> impl IntoView {
    let Grid { table, view, .. } = grid;
    view! { <thead><tr aria-rowindex="1"><Headers table view/></tr></thead> }
}

/// The headers of a table: each sorts the view.
#[component]
pub fn Headers(
    /// What the columns are taken from.
    table: Signal<Arc<Table>>,
    /// What a click changes.
    view: RwSignal<View>,
) -> impl IntoView {
    move || {
        let columns = table.with(|table| table.columns.clone());
        columns
            .into_iter()
            .enumerate()
            .map(|(index, column)| view! { <Header table view index column/> })
            .collect_view()
    }
}

#[component]
fn Header(
    table: Signal<Arc<Table>>,
    view: RwSignal<View>,
    index: usize,
    column: Column,
) -> impl IntoView {
    let app = use_app();
    let class = column_class(&column);
    let opener = use_context::<OpenDefinition>().zip(column.metric);
    let direction =
        move || view.with(|view| view.sort.filter(|s| s.column == index).map(|s| s.direction));
    let aria_sort = move || match direction() {
        Some(Direction::Ascending) => "ascending",
        Some(Direction::Descending) => "descending",
        None => "none",
    };
    let mark = move || match direction() {
        Some(Direction::Ascending) => "↑",
        Some(Direction::Descending) => "↓",
        None => "",
    };
    let sort = move |_| {
        let next = table.with(|table| view.with(|view| view.toggled(table, index)));
        view.set(next);
    };
    let title = StoredValue::new(column.title.clone());
    let sort_hint = move || title.with_value(|title| t(app.lang.get(), Text::GridSortBy, &[title]));
    let info = opener.map(|(opener, metric)| {
        let hint = move || {
            let lang = app.lang.get();
            t(lang, Text::DefinitionOpen, &[metric.entry(lang).name])
        };
        view! {
            <button
                type="button" class="grid-info" aria-haspopup="dialog" aria-label=hint title=hint
                on:click=move |_| opener.open(metric)
            >
                "?"
            </button>
        }
    });
    view! {
        <th scope="col" class=class aria-sort=aria_sort>
            <div class="grid-header">
                {info}
                <button type="button" class="grid-sort" title=sort_hint on:click=sort>
                    {column.title}
                    <span class="grid-mark" aria-hidden="true">{mark}</span>
                </button>
            </div>
        </th>
    }
}
