//! The page 目标: the targets of a year, from the year down to the day.

mod amounts;
mod days;

use crate::analytics::targets::{PlanQuery, PlanView};
use crate::app::components::answered::Answered;
use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::i18n::Text;
use crate::platform::clock;
use crate::protocol::{Answer, Request};
use crate::route::{Page, PlanPlace, Route};
use crate::screens::plan::findings::findings;
use crate::screens::plan::truth;
use chrono::Datelike;
use leptos::prelude::*;
use std::sync::Arc;

/// The plan on the screen.
type Shown = Memo<Option<Arc<PlanView>>>;

/// The page 目标.
#[component]
pub fn PlanPage() -> impl IntoView {
    let app = use_app();
    let place = Memo::new(move |was: Option<&PlanPlace>| match app.route.get() {
        Route::Plan(place) => place,
        _ => was.copied().unwrap_or_default(),
    });
    let today = clock::now().day();
    let request = Memo::new(move |_| {
        Request::Plan(PlanQuery {
            year: place.get().year,
            today,
        })
    });
    let answer = ask(app, request, |answer| match answer {
        Answer::Plan(plan) => plan.map(|plan| *plan),
        _ => None,
    });
    let plan: Shown = Memo::new(move |_| answer.shown.get());
    let line = move || plan.get().map(|plan| truth(&plan, app.lang.get()));
    let month = Memo::new(move |_| {
        let latest = plan
            .with(|p| p.as_ref().and_then(|p| p.data))
            .map_or(today, |d| d.last);
        let chosen = place.get().month;
        chosen.unwrap_or(latest.date().month0() as usize).min(11)
    });
    let said = move || {
        let lang = app.lang.get();
        let all = plan.with(|p| p.as_ref().map(|p| findings(p, lang)).unwrap_or_default());
        let item = |said| view! { <li>{said}</li> };
        (!all.is_empty()).then(|| view! {
            <ul class="panel plan-findings" role="status">{all.into_iter().map(item).collect_view()}</ul>
        })
    };
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <PageHead page=Page::Plan truth=line/>
            <Answered query=answer>
                <Years plan/>
                {said}
                <div class="plan-columns">
                    <amounts::Amounts plan month/>
                    <days::Days plan month/>
                </div>
            </Answered>
        </article>
    }
}

/// The year, and the way to those beside it.
#[component]
fn Years(plan: Shown) -> impl IntoView {
    let app = use_app();
    let year = Memo::new(move |_| plan.with(|p| p.as_ref().map(|p| p.plan.year)));
    let to = move |step: i32, label: Text| {
        let go = move |_| {
            if let Some(year) = year.get_untracked() {
                app.navigate(Route::Plan(PlanPlace {
                    year: Some(year + step),
                    month: None,
                }));
            }
        };
        view! {
            <button type="button" class="button small" on:click=go>{move || app.text(label)}</button>
        }
    };
    let name = move || {
        year.get()
            .map(|year| app.say(Text::PlanYearOf, &[&year.to_string()]))
    };
    view! {
        <div class="row plan-years screen-only">
            {to(-1, Text::PlanYearBefore)}
            <strong>{name}</strong>
            {to(1, Text::PlanYearAfter)}
        </div>
    }
}
