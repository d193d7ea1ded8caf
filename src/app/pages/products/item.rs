//! The page of one item: everything that the files know of it.

use super::notes::NotesPanel;
use crate::analytics::products::one::ItemView;
use crate::analytics::products::reference::ItemRef;
use crate::app::components::answered::Answered;
use crate::app::components::chart::ChartPanel;
use crate::app::components::grid::DataGrid;
use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::charts::{ChartSpec, Palette, item};
use crate::grid::Table;
use crate::i18n::{Lang, Text};
use crate::platform::location;
use crate::protocol::{Answer, Request};
use crate::route::Page;
use crate::screens::products::item::{days, says, tables, tiles, truth};
use crate::screens::products::tiles::ShelfTile;
use leptos::prelude::*;
use std::sync::Arc;

/// The item on the screen.
pub(super) type Seen = Memo<Option<Arc<ItemView>>>;

/// The page of an item.
#[component]
pub(super) fn ItemPage(item: Memo<ItemRef>) -> impl IntoView {
    let app = use_app();
    let request = Memo::new(move |_| Request::Item(item.get()));
    let answer = ask(app, request, |answer| match answer {
        Answer::Item(look) => look.map(|look| look.view.map(|view| Arc::new(*view))),
        _ => None,
    });
    let seen: Seen = Memo::new(move |_| answer.shown.get().and_then(|look| (*look).clone()));
    let line = move || {
        let lang = app.lang.get();
        let parts = seen.with(|i| i.as_ref().map(|i| truth(i, lang)).unwrap_or_default());
        let part = |part| view! { <span>{part}</span> };
        view! {
            {parts.into_iter().map(part).collect_view()}
            <button type="button" class="button quiet small screen-only" on:click=move |_| location::back()>
                {Text::ItemPageBack.get(lang)}
            </button>
        }
    };
    let is_known = Memo::new(move |_| seen.with(Option::is_some));
    view! {
        <article class="board item-page" aria-busy=move || answer.is_busy.get().to_string()>
            <PageHead page=Page::Products truth=line/>
            <Answered query=answer>
                {move || match is_known.get() {
                    true => view! { <Known seen/> }.into_any(),
                    false => view! {
                        <section class="panel board-message">
                            <h2>{move || app.text(Text::ItemPageNone)}</h2>
                            <p>{move || app.text(Text::ItemPageNoneWhy)}</p>
                        </section>
                    }
                    .into_any(),
                }}
            </Answered>
        </article>
    }
}

#[component]
fn Known(seen: Seen) -> impl IntoView {
    let app = use_app();
    let title = move || seen.with(|i| i.as_ref().map(|i| i.title.clone()));
    let said = move || {
        let lang = app.lang.get();
        let said = seen.with(|i| i.as_ref().map(|i| says::says(i, lang)).unwrap_or_default());
        let line = |line| view! { <li>{line}</li> };
        (!said.is_empty()).then(
            || view! { <ul class="item-says">{said.into_iter().map(line).collect_view()}</ul> },
        )
    };
    let numbers = move || {
        let lang = app.lang.get();
        let tiles = seen.with(|i| i.as_ref().map(|i| tiles(i, lang)).unwrap_or_default());
        let tile = |tile: ShelfTile| {
            view! {
                <div class="tile">
                    <h2>{tile.title}</h2>
                    <p class="tile-lead"><span class="number">{tile.number}</span></p>
                    <p class="tile-reason">{tile.how}</p>
                </div>
            }
        };
        tiles.into_iter().map(tile).collect_view()
    };
    view! {
        <section class="panel item-head" aria-labelledby="item-title">
            <h2 id="item-title">{title}</h2>
            {said}
        </section>
        <section class="tiles panel" aria-label=move || app.text(Text::ItemPageMonth)>{numbers}</section>
        <DaysPanel seen/>
        <TablePanel
            id="item-prices" title=Text::ItemPagePrices none=Text::ItemPagePricesNone
            remark=|_, lang| Text::ItemPagePricesRemark.get(lang).to_owned() table=days::prices seen
        />
        <div class="item-columns">
            <TablePanel
                id="item-pairs" title=Text::ItemPagePairs none=Text::ItemPagePairsNone
                remark=|_, _| String::new() table=tables::pairs seen
            />
            <TablePanel
                id="item-refunds" title=Text::ItemPageRefunds none=Text::ItemPageRefundsNone
                remark=tables::refunds_remark table=tables::refunds seen
            />
            <NotesPanel seen/>
            <TitlePanel seen/>
            <ReviewsPanel seen/>
        </div>
    }
}

fn file_name(seen: Seen, label: Signal<String>) -> Signal<String> {
    Signal::derive(move || {
        let title = seen.with(|i| i.as_ref().map(|i| i.title.clone()).unwrap_or_default());
        format!("{title} {}", label.get())
    })
}

fn table_of(seen: Seen, table: fn(&ItemView, Lang) -> Table) -> Memo<Arc<Table>> {
    let app = use_app();
    Memo::new(move |_| {
        let lang = app.lang.get();
        let table = seen.with(|i| i.as_ref().map(|i| table(i, lang)));
        Arc::new(table.unwrap_or_default())
    })
}

/// Units and prices, day by day.
#[component]
fn DaysPanel(seen: Seen) -> impl IntoView {
    let app = use_app();
    let rows = table_of(seen, days::table);
    let make = Callback::new(move |(palette,): (Palette,)| {
        let lang = app.lang.get();
        seen.with(|i| {
            i.as_ref()
                .map_or_else(ChartSpec::default, |i| item::chart(i, lang, &palette))
        })
    });
    let label = Signal::derive(move || app.text(Text::ItemPageDays).to_owned());
    let file_name = file_name(seen, label);
    view! {
        <ChartPanel id="item-days" title=Text::ItemPageDays file_name make>
            <DataGrid table=rows label file_name/>
        </ChartPanel>
    }
}

/// A titled table, or why there is none.
#[component]
fn TablePanel(
    id: &'static str,
    title: Text,
    none: Text,
    remark: fn(&ItemView, Lang) -> String,
    table: fn(&ItemView, Lang) -> Table,
    seen: Seen,
) -> impl IntoView {
    let app = use_app();
    let rows = table_of(seen, table);
    let said = move || {
        let lang = app.lang.get();
        seen.with(|i| i.as_ref().map(|i| remark(i, lang)))
    };
    let label = Signal::derive(move || app.text(title).to_owned());
    let file_name = file_name(seen, label);
    let is_there = Memo::new(move |_| rows.with(|table| !table.rows.is_empty()));
    view! {
        <section class="panel" aria-labelledby=id>
            <div class="panel-head"><h2 id=id>{move || label.get()}</h2><p class="panel-remark">{said}</p></div>
            {move || match is_there.get() {
                true => view! { <DataGrid table=rows label file_name/> }.into_any(),
                false => view! { <p class="panel-empty">{move || app.text(none)}</p> }.into_any(),
            }}
        </section>
    }
}

/// What is to be mended in the title.
#[component]
fn TitlePanel(seen: Seen) -> impl IntoView {
    let app = use_app();
    let said = move || {
        let lang = app.lang.get();
        seen.with(|i| i.as_ref().map(|i| tables::title_remark(i, lang)))
    };
    let body = move || {
        let lang = app.lang.get();
        let faults = seen.with(|i| i.as_ref().map(|i| tables::title_faults(i, lang)));
        list(
            faults.unwrap_or_default(),
            Text::ItemPageTitleGood.get(lang),
        )
    };
    view! {
        <section class="panel" aria-labelledby="item-name">
            <div class="panel-head"><h2 id="item-name">{move || app.text(Text::ItemPageTitle)}</h2><p class="panel-remark">{said}</p></div>
            {body}
        </section>
    }
}

/// The newest bad reviews.
#[component]
fn ReviewsPanel(seen: Seen) -> impl IntoView {
    let app = use_app();
    let said = move || {
        let lang = app.lang.get();
        seen.with(|i| i.as_ref().map(|i| tables::reviews_remark(i, lang)))
    };
    let body = move || {
        let lang = app.lang.get();
        let reviews = seen.with(|i| i.as_ref().and_then(|i| i.reviews.clone()));
        let none = match reviews {
            Some(_) => Text::ItemPageReviewsGood,
            None => Text::ItemPageReviewsNone,
        };
        let newest = reviews.map(|reviews| reviews.newest).unwrap_or_default();
        let said = newest
            .into_iter()
            .map(|(day, said)| format!("{day} {said}"));
        list(said.collect(), none.get(lang))
    };
    view! {
        <section class="panel" aria-labelledby="item-reviews">
            <div class="panel-head"><h2 id="item-reviews">{move || app.text(Text::ItemPageReviews)}</h2><p class="panel-remark">{said}</p></div>
            {body}
        </section>
    }
}

fn list(lines: Vec<String>, none: &'static str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="panel-empty">{none}</p> }.into_any();
    }
    let line = |line| view! { <li>{line}</li> };
    view! { <ul class="item-list">{lines.into_iter().map(line).collect_view()}</ul> }.into_any()
}
