//! The choice of days and of what they are compared with. Both stand in the address, so each choice is a link.

use crate::analytics::board::Board;
use crate::analytics::period::{Comparison, Period};
use crate::app::context::use_app;
use crate::i18n::{Text, format};
use crate::model::time::{Day, Span};
use crate::protocol::BoardQuery;
use crate::route::{Route, SalesView};
use crate::screens::sales::{comparison_name, period_name};
use leptos::prelude::*;
use std::sync::Arc;

/// The choice of days.
#[component]
pub(super) fn PeriodChoice(
    board: Memo<Option<Arc<Board>>>,
    view: Memo<SalesView>,
) -> impl IntoView {
    let app = use_app();
    let query = Memo::new(move |_| view.get().query);
    let segment = move |to: Memo<BoardQuery>, is_chosen: Memo<bool>, name: Text| {
        let to = move || SalesView {
            query: to.get(),
            ..view.get()
        };
        view! {
            <a
                class="segment" href=move || Route::Sales(to()).format()
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
            let now = view.get_untracked();
            app.navigate(Route::Sales(SalesView {
                query: BoardQuery {
                    comparison,
                    ..now.query
                },
                ..now
            }));
        }
    };
    let compared_days = move || {
        let board = board.get()?;
        board
            .baseline(board.comparison)
            .map(|b| format::span(b.stretch.span))
    };
    let days = move || board.get().map(|b| format::span(b.span));
    view! {
        <p class="print-only">{days}</p>
        <div class="board-choice screen-only">
            <div class="segments" role="group" aria-label=move || app.text(Text::PeriodLabel)>{periods}</div>
            <CustomDays board view/>
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
fn CustomDays(board: Memo<Option<Arc<Board>>>, view: Memo<SalesView>) -> impl IntoView {
    let app = use_app();
    let span = move || board.with(|b| b.as_ref().map(|b| b.span));
    let go = move |first: Day, last: Day| {
        let period = Period::Custom(Span::new(first, last));
        let now = view.get_untracked();
        app.navigate(Route::Sales(SalesView {
            query: BoardQuery {
                period,
                ..now.query
            },
            ..now
        }));
    };
    let input = move |label: Text, end: fn(Span) -> Day, with: fn(Span, Day) -> (Day, Day)| {
        let change = move |event| {
            let typed = Day::parse_iso(&event_target_value(&event));
            if let (Some(day), Some(span)) = (typed, span()) {
                let (first, last) = with(span, day);
                go(first, last);
            }
        };
        let shown = move || span().map(|span| end(span).to_string());
        view! {
            <input
                type="date" class="input" aria-label=move || app.text(label) disabled=move || span().is_none()
                prop:value=move || shown().unwrap_or_default()
                on:change=change
            />
        }
    };
    let is_custom = move || matches!(view.get().query.period, Period::Custom(_));
    view! {
        <div class="custom-days" class:chosen=is_custom role="group" aria-label=move || app.text(Text::PeriodCustom)>
            {input(Text::PeriodFrom, |s| s.first, |s, day| (day, s.last))}
            <span aria-hidden="true">"–"</span>
            {input(Text::PeriodTo, |s| s.last, |s, day| (s.first, day))}
        </div>
    }
}
