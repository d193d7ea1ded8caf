//! The days as a chart and as a table.

use super::body::Shown;
use crate::app::components::chart::ChartPanel;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::charts::{ChartSpec, Palette, days};
use crate::grid::Table;
use crate::i18n::{Text, format};
use crate::screens::sales::days::table;
use leptos::prelude::*;
use std::sync::Arc;

/// The section 按天.
#[component]
pub(super) fn DaysPanel(board: Shown) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        let lang = app.lang.get();
        Arc::new(board.with(|b| b.as_ref().map_or_else(Table::default, |b| table(b, lang))))
    });
    let make = Callback::new(move |(palette,): (Palette,)| {
        let lang = app.lang.get();
        board.with(|b| {
            b.as_ref()
                .map_or_else(ChartSpec::default, |b| days::chart(b, lang, &palette))
        })
    });
    let remark = Signal::derive(move || {
        board.with(|b| b.as_ref().map(|b| format::span(b.span)).unwrap_or_default())
    });
    let label = Signal::derive(move || app.text(Text::DayTrend).to_owned());
    let file_name = file_name(board, label);
    view! {
        <ChartPanel id="days" title=Text::DayTrend remark file_name make>
            <DataGrid table=rows label file_name/>
        </ChartPanel>
    }
}

/// The name of a file about a section: what, and which days.
pub(super) fn file_name(board: Shown, label: Signal<String>) -> Signal<String> {
    Signal::derive(move || {
        let span = board.with(|b| b.as_ref().map(|b| b.span));
        match span {
            Some(span) => format!("{} {}_{}", label.get(), span.first, span.last),
            None => label.get(),
        }
    })
}
