//! The day of the clock, and the course of the month.

use super::Shown;
use crate::app::components::chart::ChartPanel;
use crate::app::components::grid::DataGrid;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::charts::{Palette, course as chart};
use crate::i18n::Text;
use crate::platform::clock;
use crate::protocol::{Answer, Request};
use crate::screens::plan::course::{course, remark, table};
use crate::screens::plan::now;
use leptos::prelude::*;
use std::sync::Arc;

/// How far the day of the clock is, where that can be said.
#[component]
pub(super) fn Now(plan: Shown) -> impl IntoView {
    let app = use_app();
    move || {
        let lang = app.lang.get();
        let line = plan.with(|p| p.as_ref().and_then(|p| now::line(p, clock::now(), lang)))?;
        let said = line.said.join(lang.pick(("；", "; ")));
        Some(
            view! { <p class="panel plan-now" class:behind=line.is_behind role="status">{said}</p> },
        )
    }
}

/// Target, what was sold and what is to come, added up day by day.
#[component]
pub(super) fn Course(plan: Shown, month: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let request = Memo::new(|_| Request::Ahead);
    let answer = ask(app, request, |answer| match answer {
        Answer::Ahead(ahead) => ahead.map(|ahead| *ahead),
        _ => None,
    });
    let days = Memo::new(move |_| {
        let outcome = answer.shown.get();
        let ahead = outcome
            .as_ref()
            .and_then(|outcome| outcome.as_ref().as_ref().ok());
        let month = month.get();
        plan.with(|p| {
            p.as_ref()
                .map(|p| course(p, ahead, month))
                .unwrap_or_default()
        })
    });
    let said = Memo::new(move |_| {
        let (outcome, month, lang) = (answer.shown.get(), month.get(), app.lang.get());
        let said = plan.with(|p| {
            p.as_ref()
                .map(|p| remark(p, outcome.as_deref(), month, lang))
        });
        said.unwrap_or_default()
    });
    let rows = Memo::new(move |_| Arc::new(days.with(|days| table(days, app.lang.get()))));
    let make = Callback::new(move |(palette,): (Palette,)| {
        days.with(|days| chart::chart(days, said.get(), app.lang.get(), &palette))
    });
    let label = Signal::derive(move || {
        let month = (month.get() + 1).to_string();
        app.say(Text::CourseTitle, &[&month])
    });
    let is_there = Memo::new(move |_| {
        days.with(|days| {
            let is_known = |day: &crate::screens::plan::course::CourseDay| {
                day.target_sum.is_some() || day.actual_sum.is_some() || day.ahead_sum.is_some()
            };
            days.iter().any(is_known)
        })
    });
    view! {
        <Show when=move || is_there.get()>
            <ChartPanel id="plan-course" title=Text::CourseHead remark=said file_name=label make>
                <DataGrid table=rows label file_name=label/>
            </ChartPanel>
        </Show>
    }
}
