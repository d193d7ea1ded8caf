//! What stands behind the sums: items, sources of visitors, the funnel. Asked for once the board is on the screen.

use crate::analytics::breakdown::Breakdown as Answered;
use crate::app::components::delta::Delta;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::grid::Table;
use crate::i18n::{Lang, Text, format};
use crate::protocol::{Answer, BoardQuery, Request};
use crate::screens::sales::funnel::{Row, rows};
use crate::screens::sales::{items, odd, sources};
use leptos::prelude::*;
use std::sync::Arc;

type Shown = Memo<Option<Arc<Answered>>>;

/// The sections 商品, 流量来源, 转化漏斗 and 异常日.
#[component]
pub(super) fn Breakdown(query: Memo<BoardQuery>) -> impl IntoView {
    let app = use_app();
    let request = Memo::new(move |_| Request::Breakdown(query.get()));
    let answer = ask(app, request, |answer| match answer {
        Answer::Breakdown(breakdown) => breakdown.map(|b| *b),
        _ => None,
    });
    let shown: Shown = Memo::new(move |_| answer.shown.get());
    view! {
        <Show when=move || shown.with(Option::is_some)>
            <ItemsPanel shown/>
            <SourcesPanel shown/>
            <FunnelPanel shown/>
            <OddPanel shown/>
        </Show>
    }
}

fn file_name(shown: Shown, label: Signal<String>) -> Signal<String> {
    Signal::derive(move || {
        let span = shown.with(|b| b.as_ref().map(|b| b.span));
        span.map_or_else(
            || label.get(),
            |span| format!("{} {}_{}", label.get(), span.first, span.last),
        )
    })
}

/// A table of the breakdown, in the language of the screen.
fn table_of(shown: Shown, table: fn(&Answered, Lang) -> Option<Table>) -> Memo<Option<Arc<Table>>> {
    let app = use_app();
    Memo::new(move |_| {
        let lang = app.lang.get();
        let table = shown.with(|b| b.as_ref().and_then(|b| table(b, lang)));
        table.filter(|table| !table.rows.is_empty()).map(Arc::new)
    })
}

/// A titled table, or what to import for it.
#[component]
fn TablePanel(
    id: &'static str,
    title: Text,
    none: Text,
    #[prop(into)] remark: Signal<String>,
    table: Memo<Option<Arc<Table>>>,
    shown: Shown,
) -> impl IntoView {
    let app = use_app();
    let label = Signal::derive(move || app.text(title).to_owned());
    let file_name = file_name(shown, label);
    let is_there = Memo::new(move |_| table.with(Option::is_some));
    let rows = Memo::new(move |_| table.get().unwrap_or_default());
    view! {
        <section class="panel" aria-labelledby=id>
            <div class="panel-head"><h2 id=id>{move || label.get()}</h2><p class="panel-remark">{move || remark.get()}</p></div>
            {move || match is_there.get() {
                true => view! { <DataGrid table=rows label file_name/> }.into_any(),
                false => view! { <p class="panel-empty">{move || app.text(none)}</p> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn ItemsPanel(shown: Shown) -> impl IntoView {
    let app = use_app();
    let table = table_of(shown, |b, lang| Some(items::table(b, lang)));
    let remark = Signal::derive(move || {
        let lang = app.lang.get();
        shown.with(|b| {
            b.as_ref()
                .map(|b| items::remark(b, lang))
                .unwrap_or_default()
        })
    });
    view! { <TablePanel id="items-title" title=Text::ItemsTitle none=Text::HotNone remark table shown/> }
}

#[component]
fn SourcesPanel(shown: Shown) -> impl IntoView {
    let app = use_app();
    let table = table_of(shown, sources::table);
    let remark = Signal::derive(move || {
        let lang = app.lang.get();
        let moved = shown.with(|b| b.as_ref().and_then(|b| sources::moved(b, lang)));
        moved.unwrap_or_default()
    });
    view! { <TablePanel id="sources-title" title=Text::SourcesTitle none=Text::SourcesNone remark table shown/> }
}

#[component]
fn OddPanel(shown: Shown) -> impl IntoView {
    let app = use_app();
    let table = table_of(shown, odd::table);
    let remark = Signal::derive(move || {
        let lang = app.lang.get();
        let said = shown.with(|b| b.as_ref().map(|b| odd::remark(b, lang)).unwrap_or_default());
        format!("{said} {}", odd::note(lang))
    });
    view! { <TablePanel id="odd-title" title=Text::OddTitle none=Text::OddNone remark table shown/> }
}

#[component]
fn FunnelPanel(shown: Shown) -> impl IntoView {
    let app = use_app();
    let steps = Memo::new(move |_| {
        let lang = app.lang.get();
        shown.with(|b| b.as_ref().map(|b| rows(b, lang)).unwrap_or_default())
    });
    let against = move || {
        let base = shown.with(|b| b.as_ref().and_then(|b| b.base).map(format::span));
        base.map(|base| app.say(Text::FunnelAgainst, &[&base]))
    };
    let body = move || {
        let (steps, lang) = (steps.get(), app.lang.get());
        if steps.is_empty() {
            return view! { <p class="panel-empty">{Text::FunnelNone.get(lang)}</p> }.into_any();
        }
        let row = |row| view! { <StepRow row lang/> };
        view! {
            <table class="block funnel">
                <thead>
                    <tr>
                        <th scope="col">{Text::FunnelStep.get(lang)}</th>
                        <th scope="col">{Text::FunnelPeople.get(lang)}</th>
                        <th scope="col">{Text::FunnelShare.get(lang)}</th>
                        <th scope="col" class="narrow-off"><span class="visually-hidden">{Text::FunnelShare.get(lang)}</span></th>
                        <th scope="col">{Text::FunnelChange.get(lang)}</th>
                    </tr>
                </thead>
                <tbody>{steps.into_iter().map(row).collect_view()}</tbody>
            </table>
            <p class="hint panel-note">{Text::FunnelLoose.get(lang)}</p>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="funnel-title">
            <div class="panel-head"><h2 id="funnel-title">{move || app.text(Text::FunnelTitle)}</h2><p class="panel-remark">{against}</p></div>
            {body}
        </section>
    }
}

#[component]
fn StepRow(row: Row, lang: Lang) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td>{row.people}</td>
            <td>{row.of_visitors}</td>
            <td class="narrow-off">
                <svg class="cover wide" viewBox="0 0 100 8" width="240" height="8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="track" width="100" height="8"/>
                    <rect class="filled" width=format!("{:.2}", row.percent.clamp(0.0, 100.0)) height="8"/>
                </svg>
            </td>
            <td><Delta lang change=row.change/></td>
        </tr>
    }
}
