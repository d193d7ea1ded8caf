//! The morning: asks the worker for it, and places what [`crate::screens::today`] says.

mod actions;
mod block;
mod hot;
mod tiles;

use crate::analytics::metrics::Metric;
use crate::analytics::morning::Morning;
use crate::app::components::answered::Answered;
use crate::app::components::definition::DefinitionDialog;
use crate::app::components::metric::OpenDefinition;
use crate::app::components::page_head::PageHead;
use crate::app::components::sentence::SentencePanel;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::app::tasks::copy_summary;
use crate::i18n::Text;
use crate::platform::clock;
use crate::protocol::{Answer, Request};
use crate::route::Page;
use crate::screens::today::definition::definition;
use crate::screens::today::truth::truth;
use crate::screens::today::why::why;
use leptos::prelude::*;
use std::sync::Arc;

/// The morning on the screen.
type Shown = Memo<Option<Arc<Morning>>>;

/// The page 今日.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let request = Memo::new(move |_| Request::Morning { now: clock::now() });
    let answer = ask(app, request, |answer| match answer {
        Answer::Morning(morning) => morning.map(|morning| *morning),
        _ => None,
    });
    let morning: Shown = Memo::new(move |_| answer.shown.get());
    let asked = RwSignal::new(None::<Metric>);
    provide_context(OpenDefinition(Callback::new(move |(metric,)| {
        asked.set(Some(metric))
    })));
    let card = Memo::new(move |_| {
        let (metric, morning) = (asked.get()?, morning.get()?);
        Some(definition(&morning, metric, app.lang.get()))
    });
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <Head morning/>
            <Answered query=answer>
                <tiles::Tiles morning/>
                {move || morning.get().map(|morning| {
                    view! { <SentencePanel sentence=why(&morning, app.lang.get())/> }
                })}
                <div class="morning-columns">
                    <block::Block morning/>
                    <actions::Actions morning/>
                </div>
                <hot::Hot morning/>
                <DefinitionDialog card close=Callback::new(move |()| asked.set(None))/>
            </Answered>
        </article>
    }
}

#[component]
fn Head(morning: Shown) -> impl IntoView {
    let app = use_app();
    let line = move || {
        morning.get().map(|morning| {
            let truth = truth(&morning, app.lang.get());
            view! {
                <span>{truth.through}</span>
                {truth.behind.map(|behind| view! { <em>{behind}</em> })}
                <button
                    type="button" class="button quiet small screen-only"
                    on:click=move |_| copy_summary::copy(app, &morning)
                >
                    {move || app.text(Text::SummaryCopy)}
                </button>
            }
        })
    };
    view! { <PageHead page=Page::Today truth=line/> }
}
