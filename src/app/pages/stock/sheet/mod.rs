//! 补货单: the Thursday sheet.

mod head;
mod row;
mod rules;
mod terms;
mod what_if;

use super::Shown;
use crate::analytics::stock::answer::{PartView, SheetView, StockView};
use crate::analytics::stock::sheet::what_if::WhatIf;
use crate::app::context::use_app;
use crate::i18n::Text;
use crate::screens::stock::sheet::{Group, Line, groups};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// More rows are shown when they are asked for.
const FIRST_ROWS: usize = 200;

/// The sheet in an answer.
fn sheet_of(view: &StockView) -> Option<&SheetView> {
    match &view.part {
        PartView::Sheet(sheet) => Some(sheet),
        _ => None,
    }
}

/// What the rows of the sheet share.
#[derive(Clone, Copy)]
struct Rows {
    stock: Shown,
    groups: Memo<Arc<Vec<Group>>>,
    lines: Memo<Arc<BTreeMap<String, Line>>>,
    shown: RwSignal<usize>,
}

/// The Thursday sheet.
#[component]
pub(super) fn Sheet(stock: Shown, what_if: RwSignal<WhatIf>) -> impl IntoView {
    let app = use_app();
    let groups = Memo::new(move |_| {
        let lang = app.lang.get();
        let made = stock.with(|view| Some(groups(sheet_of(view.as_ref()?)?, lang)));
        Arc::new(made.unwrap_or_default())
    });
    let lines = Memo::new(move |_| {
        let lines = groups.with(|groups| {
            let all = groups.iter().flat_map(|group| &group.lines);
            all.map(|line| (line.item.clone(), line.clone())).collect()
        });
        Arc::new(lines)
    });
    let rows = Rows {
        stock,
        groups,
        lines,
        shown: RwSignal::new(FIRST_ROWS),
    };
    let is_empty = Memo::new(move |_| groups.with(|groups| groups.is_empty()));
    view! {
        <head::Head stock/>
        <div class="stock-levers screen-only">
            <what_if::Levers stock what_if/>
            <rules::RulesForm stock/>
        </div>
        <section class="panel" aria-labelledby="stock-sheet">
            <Show
                when=move || !is_empty.get()
                fallback=move || view! { <p class="panel-empty">{move || app.text(Text::SheetNone)}</p> }
            >
                <Table rows/>
            </Show>
        </section>
    }
}

#[component]
fn Table(rows: Rows) -> impl IntoView {
    let app = use_app();
    let head = move |text: Text, class: &'static str| {
        view! { <th scope="col" class=class>{move || app.text(text)}</th> }
    };
    let suppliers = move || {
        rows.groups.with(|groups| {
            let names = groups.iter().map(|group| group.supplier.clone());
            names.collect::<Vec<_>>()
        })
    };
    let all = Memo::new(move |_| rows.lines.with(|lines| lines.len()));
    view! {
        <div class="scroll-x" tabindex="0" role="group" aria-labelledby="stock-sheet">
            <table class="block plan sheet">
                <thead>
                    <tr>
                        {head(Text::ColItem, "")}
                        {head(Text::ColOnHand, "num")}
                        {head(Text::ColOnOrder, "num narrow-off")}
                        {head(Text::ColWanted, "num narrow-off")}
                        {head(Text::ColSafety, "num narrow-off")}
                        {head(Text::ColProposed, "num narrow-off")}
                        {head(Text::ColUnits, "num")}
                        {head(Text::ColCost, "num narrow-off")}
                        {head(Text::ColRisk, "num narrow-off")}
                        {head(Text::ColReason, "wide-only")}
                    </tr>
                </thead>
                <For each=suppliers key=|supplier| supplier.clone() let:supplier>
                    <OfSupplier rows supplier/>
                </For>
            </table>
        </div>
        <Show when=move || { all.get() > rows.shown.get() }>
            <p class="panel-empty">
                <button type="button" class="button" on:click=move |_| rows.shown.set(usize::MAX)>
                    {move || app.say(Text::SheetAllRows, &[&all.get().to_string()])}
                </button>
            </p>
        </Show>
    }
}

/// The rows of a supplier, below its name.
#[component]
fn OfSupplier(rows: Rows, supplier: String) -> impl IntoView {
    let named = supplier.clone();
    let group = Memo::new(move |_| {
        rows.groups.with(|groups| {
            let found = groups.iter().find(|group| group.supplier == named);
            found.map(|group| (group.name.clone(), group.sum.clone()))
        })
    });
    let items = move || {
        let before: usize = rows.groups.with(|groups| {
            let before = groups.iter().take_while(|group| group.supplier != supplier);
            before.map(|group| group.lines.len()).sum()
        });
        let left = rows.shown.get().saturating_sub(before);
        rows.groups.with(|groups| {
            let found = groups.iter().find(|group| group.supplier == supplier);
            let lines = found.map_or(&[][..], |group| group.lines.as_slice());
            let items = lines.iter().take(left).map(|line| line.item.clone());
            items.collect::<Vec<_>>()
        })
    };
    let part = move |of: fn((String, String)) -> String| move || group.get().map(of);
    view! {
        <tbody>
            <tr class="sum">
                <th scope="rowgroup" colspan="10">
                    {part(|(name, _)| name)} " " <span class="hint">{part(|(_, sum)| sum)}</span>
                </th>
            </tr>
            <For each=items key=|item| item.clone() let:item>
                <row::SheetRow rows item/>
            </For>
        </tbody>
    }
}
