//! The page 库存: what is there, what to order on Thursday, what was ordered, what moved.

mod doubts;
mod empty;
mod numbers;
mod sheet;

use crate::analytics::stock::answer::{PartView, StockPart, StockQuery, StockView};
use crate::analytics::stock::sheet::what_if::WhatIf;
use crate::app::components::answered::Answered;
use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::app::query::{State, ask};
use crate::i18n::Text;
use crate::platform::clock;
use crate::protocol::{Answer, Request};
use crate::route::{Page, Route, StockPlace, StockTab};
use crate::screens::stock::truth;
use leptos::prelude::*;
use std::sync::Arc;

/// The stock on the screen.
type Shown = Memo<Option<Arc<StockView>>>;

/// The page 库存.
#[component]
pub fn StockPage() -> impl IntoView {
    let app = use_app();
    let place = Memo::new(move |was: Option<&StockPlace>| match app.route.get() {
        Route::Stock(place) => place,
        _ => was.copied().unwrap_or_default(),
    });
    let today = clock::now().day();
    let what_if = RwSignal::new(WhatIf::default());
    let request = Memo::new(move |_| {
        let part = match place.get().tab {
            StockTab::Sheet => StockPart::Sheet(what_if.get()),
        };
        Request::Stock(StockQuery { today, part })
    });
    let answer = ask(app, request, |answer| match answer {
        Answer::Stock(stock) => stock.map(|stock| *stock),
        _ => None,
    });
    let shown: Shown = Memo::new(move |_| answer.shown.get());
    let line = move || shown.get().map(|view| truth(&view, app.lang.get()));
    let is_empty = Memo::new(move |_| answer.state.get() == State::Nothing);
    // The part on the screen is that of the answer: until another comes, the old one stays.
    let tab = Memo::new(move |_| {
        shown.with(|view| {
            view.as_ref().map(|view| match view.part {
                PartView::Sheet(_) => StockTab::Sheet,
                PartView::All(_) | PartView::Buying(_) | PartView::History(_) => StockTab::Sheet,
            })
        })
    });
    view! {
        <article class="board stock" aria-busy=move || answer.is_busy.get().to_string()>
            <PageHead page=Page::Stock truth=line/>
            <Show when=move || !is_empty.get() fallback=|| view! { <empty::NoStock/> }>
                <Tabs place/>
                <Answered query=answer>
                    {move || tab.get().map(|tab| match tab {
                        StockTab::Sheet => view! { <sheet::Sheet stock=shown what_if/> }.into_any(),
                    })}
                    <doubts::Doubts stock=shown/>
                </Answered>
            </Show>
        </article>
    }
}

/// The parts of the page, as links.
#[component]
fn Tabs(place: Memo<StockPlace>) -> impl IntoView {
    let app = use_app();
    let link = move |tab: StockTab| {
        let to = move || Route::Stock(StockPlace { tab, ..place.get() }).format();
        view! {
            <a class="button" href=to aria-current=move || (place.get().tab == tab).then_some("page")>
                {move || app.text(tab.title())}
            </a>
        }
    };
    view! {
        <nav class="row stock-tabs screen-only" aria-label=move || app.text(Text::StockParts)>
            {StockTab::ALL.map(link).collect_view()}
        </nav>
    }
}
