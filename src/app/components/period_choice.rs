//! The choice of days and of what they are compared with. Both stand in the address, so each choice is a link.

use crate::analytics::period::{Comparison, Period};
use crate::app::context::use_app;
use crate::i18n::{Text, format};
use crate::model::time::{Day, Span};
use crate::protocol::BoardQuery;
use crate::route::Route;
use crate::screens::sales::{comparison_name, period_name};
use leptos::prelude::*;

/// The choice of days.
#[component]
pub fn PeriodChoice(
    /// What is chosen.
    query: Memo<BoardQuery>,
    /// The days that are shown.
    #[prop(into)]
    span: Signal<Option<Span>>,
    /// The days that they are compared with.
    #[prop(into)]
    compared: Signal<Option<Span>>,
    /// The address of another choice on the same page.
    #[prop(into)]
    to: Callback<(BoardQuery,), Route>,
) -> impl IntoView {
    let app = use_app();
    let segment = move |other: Memo<BoardQuery>, is_chosen: Memo<bool>, name: Text| {
        view! {
            <a
                class="segment" href=move || to.run((other.get(),)).format()
                aria-current=move || is_chosen.get().then_some("true")
            >
                {move || app.text(name)}
            </a>
        }
    };
    let periods = Period::NAMED.map(|period| {
        let to = Memo::new(move |_| BoardQuery {
            period,
            ..query.get()
        });
        let is_chosen = Memo::new(move |_| query.get().period == period);
        segment(to, is_chosen, period_name(period))
    });
    let comparisons = Comparison::ALL.map(|comparison| {
        let is_chosen = move || query.get().comparison == comparison;
        view! {
            <option value=comparison.to_param() selected=is_chosen>
                {move || app.text(comparison_name(comparison))}
            </option>
        }
    });
    let compare = move |event| {
        if let Some(comparison) = Comparison::from_param(&event_target_value(&event)) {
            app.navigate(to.run((BoardQuery {
                comparison,
                ..query.get_untracked()
            },)));
        }
    };
    let compared_days = move || compared.get().map(format::span);
    let days = move || span.get().map(format::span);
    view! {
        <p class="print-only">{days}</p>
        <div class="board-choice screen-only">
            <div class="segments" role="group" aria-label=move || app.text(Text::PeriodLabel)>{periods}</div>
            <CustomDays query span to/>
            <div class="choice-compare">
                <label class="choice-label" for="comparison">{move || app.text(Text::ComparisonLabel)}</label>
                <select
                    id="comparison" class="input" on:change=compare
                    prop:value=move || query.get().comparison.to_param()
                >
                    {comparisons}
                </select>
                <small>{compared_days}</small>
            </div>
        </div>
    }
}

/// Two dates. They show the days of the board whatever period was chosen.
#[component]
fn CustomDays(
    query: Memo<BoardQuery>,
    span: Signal<Option<Span>>,
    to: Callback<(BoardQuery,), Route>,
) -> impl IntoView {
    let app = use_app();
    let go = move |first: Day, last: Day| {
        app.navigate(to.run((BoardQuery {
            period: Period::Custom(Span::new(first, last)),
            ..query.get_untracked()
        },)));
    };
    let input = move |label: Text, end: fn(Span) -> Day, with: fn(Span, Day) -> (Day, Day)| {
        let change = move |event| {
            let typed = Day::parse_iso(&event_target_value(&event));
            if let (Some(day), Some(span)) = (typed, span.get_untracked()) {
                let (first, last) = with(span, day);
                go(first, last);
            }
        };
        let shown = move || span.get().map(|span| end(span).to_string());
        view! {
            <input
                type="date" class="input" aria-label=move || app.text(label) disabled=move || span.get().is_none()
                prop:value=move || shown().unwrap_or_default()
                on:change=change
            />
        }
    };
    let is_custom = move || matches!(query.get().period, Period::Custom(_));
    view! {
        <div class="custom-days" class:chosen=is_custom role="group" aria-label=move || app.text(Text::PeriodCustom)>
            {input(Text::PeriodFrom, |s| s.first, |s, day| (day, s.last))}
            <span aria-hidden="true">"–"</span>
            {input(Text::PeriodTo, |s| s.last, |s, day| (s.first, day))}
        </div>
    }
}
