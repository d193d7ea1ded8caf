//! What stands above a table: the filter, the pages, the export.

use super::Grid;
use crate::app::context::use_app;
use crate::grid::{PageSize, csv};
use crate::i18n::{Text, format, t};
use crate::platform::download;
use leptos::prelude::*;

/// Shorter tables are seen at a glance and have no filter.
const FILTER_FROM_ROWS: usize = 25;
/// Up to this many rows there is nothing to page.
const PAGES_FROM_ROWS: usize = 51;

/// The controls of a table.
#[component]
pub(super) fn Toolbar(grid: Grid, file_name: Signal<String>) -> impl IntoView {
    let app = use_app();
    let text = move |text: Text| move || text.get(app.lang.get());
    let all = Memo::new(move |_| grid.table.with(|table| table.rows.len()));
    let found = Memo::new(move |_| grid.arranged.with(|rows| rows.len()));
    let count = move || {
        let (found, all) = (
            format::grouped(found.get() as i64),
            format::grouped(all.get() as i64),
        );
        if found == all {
            t(app.lang.get(), Text::GridRows, &[&all])
        } else {
            t(app.lang.get(), Text::GridRowsOf, &[&found, &all])
        }
    };
    let export = move |_| {
        let lang = app.lang.get_untracked();
        let content = grid.table.with_untracked(|table| {
            grid.arranged
                .with_untracked(|rows| csv::write(table, rows, lang))
        });
        download::text(
            &format!("{}.csv", file_name.get_untracked()),
            "text/csv",
            &content,
        );
    };
    let on_filter = move |event| {
        let filter = event_target_value(&event);
        grid.view.update(|view| {
            view.filter = filter;
            view.page = 0;
        });
    };
    view! {
        <div class="grid-tools screen-only">
            <Show when=move || { all.get() >= FILTER_FROM_ROWS }>
                <input
                    type="search" class="input grid-filter" aria-label=text(Text::GridFilter)
                    placeholder=text(Text::GridFilterHint)
                    prop:value=move || grid.view.with(|view| view.filter.clone())
                    on:input=on_filter
                />
            </Show>
            <span class="grid-count" role="status">{count}</span>
            <Show when=move || { all.get() >= PAGES_FROM_ROWS }>
                <Pages grid found/>
            </Show>
            <button type="button" class="button quiet small" on:click=export>{text(Text::GridCsv)}</button>
        </div>
    }
}

#[component]
fn Pages(grid: Grid, found: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let text = move |text: Text| move || text.get(app.lang.get());
    let pages = Memo::new(move |_| grid.view.with(|view| view.pages(found.get())));
    let page = Memo::new(move |_| grid.view.with(|view| view.page).min(pages.get() - 1));
    let go = move |to: usize| grid.view.update(|view| view.page = to);
    let on_size = move |event| {
        if let Some(size) = PageSize::from_param(&event_target_value(&event)) {
            grid.view.update(|view| {
                view.page_size = size;
                view.page = 0;
            });
        }
    };
    let size_name = move |size: PageSize| match size {
        PageSize::All => Text::GridAll.get(app.lang.get()),
        other => other.to_param(),
    };
    let sizes = PageSize::ALL.map(|size| {
        view! {
            <option value=size.to_param() selected=move || grid.view.with(|view| view.page_size == size)>
                {move || size_name(size)}
            </option>
        }
    });
    view! {
        <label class="grid-size">
            {text(Text::GridPageSize)}
            <select class="input" on:change=on_size>{sizes}</select>
        </label>
        <Show when=move || { pages.get() > 1 }>
            <span class="grid-pages">
                <button
                    type="button" class="button quiet small" disabled=move || page.get() == 0
                    on:click=move |_| go(page.get_untracked().saturating_sub(1))
                >
                    {text(Text::GridPrevious)}
                </button>
                <span role="status">
                    {move || t(app.lang.get(), Text::GridPage, &[&(page.get() + 1).to_string(), &pages.get().to_string()])}
                </span>
                <button
                    type="button" class="button quiet small" disabled=move || page.get() + 1 == pages.get()
                    on:click=move |_| go(page.get_untracked() + 1)
                >
                    {text(Text::GridNext)}
                </button>
            </span>
        </Show>
    }
}
