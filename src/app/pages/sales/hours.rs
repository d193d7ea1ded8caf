//! The hours as a chart and as a table.

use super::body::Shown;
use super::days::file_name;
use crate::app::components::chart::ChartPanel;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::charts::{ChartSpec, Palette, hours};
use crate::grid::Table;
use crate::i18n::Text;
use crate::screens::sales::hours::{peaks, table};
use leptos::prelude::*;
use std::sync::Arc;

/// The section 按小时.
#[component]
pub(super) fn HoursPanel(board: Shown) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        let lang = app.lang.get();
        Arc::new(board.with(|b| b.as_ref().map_or_else(Table::default, |b| table(b, lang))))
    });
    let make = Callback::new(move |(palette,): (Palette,)| {
        let lang = app.lang.get();
        board.with(|b| {
            b.as_ref()
                .map_or_else(ChartSpec::default, |b| hours::chart(b, lang, &palette))
        })
    });
    let remark = Signal::derive(move || {
        let lang = app.lang.get();
        board.with(|b| b.as_ref().and_then(|b| peaks(b, lang)).unwrap_or_default())
    });
    let label = Signal::derive(move || app.text(Text::ByHour).to_owned());
    let file_name = file_name(board, label);
    view! {
        <ChartPanel id="hours" title=Text::ByHour remark file_name make>
            <DataGrid table=rows label file_name/>
        </ChartPanel>
    }
}
