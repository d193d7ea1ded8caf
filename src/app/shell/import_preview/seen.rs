//! What is seen of a table: its header and first rows.

use crate::app::context::use_app;
use crate::i18n::{Text, t};
use crate::import::sketch::Sketch;
use crate::screens::data::mapping::{Line, lines};
use leptos::prelude::*;
use std::sync::Arc;

/// The header and first rows; of personal columns the header only.
#[component]
pub fn Seen(sketch: Arc<Sketch>, is_open: bool) -> impl IntoView {
    let app = use_app();
    let lang = app.lang.get_untracked();
    let columns = lines(&sketch);
    let count = sketch.rows.len().to_string();
    let title = t(lang, Text::PreviewSeen, &[&count]);
    let head = |line: &Line| view! { <th scope="col">{line.header.clone()}</th> };
    let row = |row: &Vec<String>| {
        let cell = |(place, line): (usize, &Line)| {
            let text = match row.get(place) {
                Some(cell) if !line.is_personal => cell.clone(),
                Some(cell) if !cell.is_empty() => "•••".to_owned(),
                _ => String::new(),
            };
            view! { <td>{text}</td> }
        };
        view! { <tr>{columns.iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <details class="preview-part" open=is_open>
            <summary>{title.clone()}</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label=title>
                <table class="table seen-table">
                    <thead><tr>{columns.iter().map(head).collect_view()}</tr></thead>
                    <tbody>{sketch.rows.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
