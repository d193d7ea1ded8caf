//! The course of any metric, its comparison, and what its weekdays are like.

use super::body::Shown;
use super::days::file_name;
use crate::analytics::metrics::Metric;
use crate::app::components::chart::ChartPanel;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::charts::{ChartSpec, Palette, trend};
use crate::grid::Table;
use crate::i18n::Text;
use crate::route::{Route, SalesView};
use crate::screens::sales::weekdays;
use leptos::prelude::*;
use std::sync::Arc;

/// The section 指标走势.
#[component]
pub(super) fn TrendPanel(board: Shown, view: Memo<SalesView>) -> impl IntoView {
    let app = use_app();
    let metric = Memo::new(move |_| view.get().metric);
    let rows = Memo::new(move |_| {
        let (lang, metric) = (app.lang.get(), metric.get());
        let table = board.with(|b| b.as_ref().map(|b| weekdays::table(b, metric, lang)));
        Arc::new(table.unwrap_or_else(Table::default))
    });
    let make = Callback::new(move |(palette,): (Palette,)| {
        let (lang, metric) = (app.lang.get(), metric.get());
        board.with(|b| {
            b.as_ref().map_or_else(ChartSpec::default, |b| {
                trend::chart(b, metric, lang, &palette)
            })
        })
    });
    let label = Signal::derive(move || {
        let lang = app.lang.get();
        format!(
            "{} {}",
            Text::TrendTitle.get(lang),
            metric.get().entry(lang).name
        )
    });
    let remark = Signal::derive(move || metric.get().entry(app.lang.get()).name.to_owned());
    let choose = move |event| {
        if let Some(metric) = Metric::from_key(&event_target_value(&event)) {
            app.navigate(Route::Sales(SalesView {
                metric,
                ..view.get_untracked()
            }));
        }
    };
    let option = move |each: Metric| {
        view! {
            <option value=each.key() selected=move || metric.get() == each>
                {move || each.entry(app.lang.get()).name}
            </option>
        }
    };
    let file_name = file_name(board, label);
    view! {
        <div class="trend">
            <div class="trend-choice screen-only">
                <label for="trend-metric">{move || app.text(Text::TrendMetric)}</label>
                <select id="trend-metric" class="input" on:change=choose prop:value=move || metric.get().key()>
                    {Metric::ALL.iter().copied().map(option).collect_view()}
                </select>
            </div>
            <ChartPanel id="trend" title=Text::TrendTitle remark file_name make>
                <DataGrid table=rows label file_name/>
            </ChartPanel>
        </div>
    }
}
