//! The rows in sight, with room above and below for those that are not, and the totals.

use super::Grid;
use super::head::column_class;
use crate::analytics::metrics::Value;
use crate::app::components::delta::direction_class;
use crate::app::context::use_app;
use crate::grid::window::ROW_PX;
use crate::grid::{Cell, Column, Table};
use crate::i18n::Lang;
use crate::screens::sales::reason;
use leptos::prelude::*;
use std::sync::Arc;

/// A row to draw: its place among the arranged rows, and what it is drawn from. Rows of another table are other rows.
#[derive(Clone)]
struct Row {
    place: usize,
    index: u32,
    table: Arc<Table>,
    lang: Lang,
}

/// The rows and the totals of a table.
#[component]
pub(super) fn Body(grid: Grid) -> impl IntoView {
    let app = use_app();
    let rows = move || {
        let (table, lang) = (grid.table.get(), app.lang.get());
        let drawn = grid.drawn.get();
        grid.arranged.with(|arranged| {
            drawn
                .filter_map(|place| {
                    let index = *arranged.get(place)?;
                    Some(Row {
                        place,
                        index,
                        table: table.clone(),
                        lang,
                    })
                })
                .collect::<Vec<_>>()
        })
    };
    let key = |row: &Row| {
        (
            Arc::as_ptr(&row.table) as usize,
            row.index,
            row.place,
            row.lang,
        )
    };
    let width = move || grid.table.with(|table| table.columns.len().to_string());
    let above = Memo::new(move |_| grid.drawn.get().start - grid.page.get().start);
    let below = Memo::new(move |_| grid.page.get().end.saturating_sub(grid.drawn.get().end));
    let room = move |rows: Memo<usize>| {
        move || {
            (rows.get() > 0).then(|| {
                let height = format!("{}px", rows.get() as f64 * ROW_PX);
                view! { <tr class="grid-room" aria-hidden="true"><td colspan=width style:height=height></td></tr> }
            })
        }
    };
    // Totals of rows that are not shown would not be the totals of those that are.
    let totals = move || {
        let (table, lang) = (grid.table.get(), app.lang.get());
        let is_whole = grid.arranged.with(|rows| rows.len() == table.rows.len());
        table
            .totals
            .as_ref()
            .filter(|_| is_whole && !table.rows.is_empty())
            .map(|cells| {
                view! { <tfoot><tr>{cells_view(&table.columns, cells, lang)}</tr></tfoot> }
            })
    };
    view! {
        <tbody>
            {room(above)}
            <For each=rows key=key let:row>
                <tr aria-rowindex=(row.place + 2).to_string()>
                    {row.table.rows.get(row.index as usize).map(|cells| cells_view(&row.table.columns, cells, row.lang))}
                </tr>
            </For>
            {room(below)}
        </tbody>
        {totals}
    }
}

fn cells_view(columns: &[Column], cells: &[Cell], lang: Lang) -> impl IntoView + use<> {
    columns
        .iter()
        .zip(cells)
        .enumerate()
        .map(|(i, (column, cell))| {
            let (class, text) = (column_class(column), cell.text(lang));
            if i == 0 {
                return view! { <th scope="row" class=class>{text}</th> }.into_any();
            }
            match cell {
                Cell::Change(Some(change)) => {
                    let class = format!("{class} {}", direction_class(change.direction()));
                    view! { <td class=class>{text}</td> }.into_any()
                }
                Cell::Value(Value::Absent(why)) => {
                    view! { <td class=class title=reason::absent(lang, why)>{text}</td> }.into_any()
                }
                _ => view! { <td class=class>{text}</td> }.into_any(),
            }
        })
        .collect_view()
}
