//! The days as a chart and as a table.

use super::body::Shown;
use crate::analytics::board::Board;
use crate::app::components::chart::ChartPanel;
use crate::app::components::diary::{Diary, WriteDown, diary};
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::charts::{ChartSpec, Palette, days, marks};
use crate::grid::Table;
use crate::i18n::{Lang, Text, format};
use crate::model::time::Day;
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
    let written = diary(app);
    let make = Callback::new(move |(palette,): (Palette,)| {
        let lang = app.lang.get();
        board.with(|b| {
            b.as_ref().map_or_else(ChartSpec::default, |b| {
                let spec = days::chart(b, lang, &palette);
                with_marks(spec, b, written, lang, &palette)
            })
        })
    });
    let last = Signal::derive(move || board.with(|b| b.as_ref().map(|b| b.span.last)));
    let remark = Signal::derive(move || {
        board.with(|b| b.as_ref().map(|b| format::span(b.span)).unwrap_or_default())
    });
    let label = Signal::derive(move || app.text(Text::DayTrend).to_owned());
    let file_name = file_name(board, label);
    view! {
        <ChartPanel id="days" title=Text::DayTrend remark file_name action=move || view! { <WriteDown day=last/> } make>
            <DataGrid table=rows label file_name/>
        </ChartPanel>
    }
}

/// A chart of the board's days with the names of those that stand out.
pub(super) fn with_marks(
    mut spec: ChartSpec,
    board: &Board,
    written: Diary,
    lang: Lang,
    palette: &Palette,
) -> ChartSpec {
    let days: Vec<Day> = board.days.iter().map(|row| row.day).collect();
    written.with(|view| marks::add(&mut spec, &days, &view.diary, lang, palette));
    spec
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
