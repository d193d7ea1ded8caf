//! A section that shows the same numbers as a chart and as a table, one at a time.

use super::Chart;
use crate::app::context::use_app;
use crate::charts::{ChartSpec, Palette};
use crate::i18n::Text;
use leptos::html;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Tab {
    Chart,
    Table,
}

/// A titled section with a chart and its table.
#[component]
pub fn ChartPanel(
    /// Names the section in the document.
    id: &'static str,
    /// The title.
    title: Text,
    /// A remark beside the title.
    #[prop(into, optional)]
    remark: Signal<String>,
    /// The name of the picture's file, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
    /// Makes the chart.
    #[prop(into)]
    make: Callback<(Palette,), ChartSpec>,
    /// The table.
    children: ChildrenFn,
) -> impl IntoView {
    let app = use_app();
    let text = move |text: Text| text.get(app.lang.get());
    let tab = RwSignal::new(Tab::Chart);
    let save = RwSignal::new(None::<String>);
    let chart_tab = NodeRef::<html::Button>::new();
    let table_tab = NodeRef::<html::Button>::new();
    let show = move |to: Tab| {
        tab.set(to);
        let button = if to == Tab::Chart {
            chart_tab
        } else {
            table_tab
        };
        if let Some(button) = button.get_untracked() {
            _ = button.focus();
        }
    };
    // Left and right walk along the tabs, as everywhere.
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" | "Home" => Tab::Chart,
            "ArrowRight" | "End" => Tab::Table,
            _ => return,
        };
        event.prevent_default();
        show(to);
    };
    let tab_button =
        move |which: Tab, label: Text, node: NodeRef<html::Button>, key: &'static str| {
            view! {
                <button
                    type="button" role="tab" class="tab" node_ref=node
                    id=format!("{id}-{key}-tab") aria-controls=format!("{id}-panel")
                    aria-selected=move || (tab.get() == which).to_string()
                    tabindex=move || if tab.get() == which { "0" } else { "-1" }
                    on:click=move |_| show(which)
                >
                    {move || text(label)}
                </button>
            }
        };
    let labelled_by = move || match tab.get() {
        Tab::Chart => format!("{id}-chart-tab"),
        Tab::Table => format!("{id}-table-tab"),
    };
    view! {
        <section class="panel" aria-labelledby=format!("{id}-title")>
            <div class="panel-head">
                <h2 id=format!("{id}-title")>{move || text(title)}</h2>
                <p class="panel-remark">{move || remark.get()}</p>
                <Show when=move || tab.get() == Tab::Chart>
                    <button
                        type="button" class="button quiet small screen-only"
                        on:click=move |_| save.set(Some(format!("{}.png", file_name.get_untracked())))
                    >
                        {move || text(Text::ChartPng)}
                    </button>
                </Show>
                <div class="tabs screen-only" role="tablist" aria-labelledby=format!("{id}-title") on:keydown=on_key>
                    {tab_button(Tab::Chart, Text::ChartTab, chart_tab, "chart")}
                    {tab_button(Tab::Table, Text::TableTab, table_tab, "table")}
                </div>
            </div>
            <div id=format!("{id}-panel") role="tabpanel" aria-labelledby=labelled_by>
                {move || match tab.get() {
                    Tab::Chart => view! { <Chart make save/> }.into_any(),
                    Tab::Table => children().into_any(),
                }}
            </div>
        </section>
    }
}
