//! The top of the board: the title, the line of truth, and the choice of days.

use crate::analytics::board::Board;
use crate::app::components::page_head::PageHead;
use crate::app::components::period_choice::PeriodChoice;
use crate::app::context::use_app;
use crate::route::{Page, Route, SalesView};
use crate::screens::sales::truth::truth;
use leptos::prelude::*;
use std::sync::Arc;

/// The top of the board.
#[component]
pub(super) fn Head(board: Memo<Option<Arc<Board>>>, view: Memo<SalesView>) -> impl IntoView {
    let app = use_app();
    let line = move || {
        board.get().map(|board| {
            let truth = truth(&board, app.lang.get());
            let missing = truth
                .missing
                .into_iter()
                .map(|m| view! { <em>{m}</em> }.into_any());
            let notes = truth
                .notes
                .into_iter()
                .map(|n| view! { <span>{n}</span> }.into_any());
            view! {
                <span>{truth.through}</span>
                {missing.chain(notes).collect_view()}
            }
        })
    };
    let query = Memo::new(move |_| view.get().query);
    let span = Signal::derive(move || board.with(|b| b.as_ref().map(|b| b.span)));
    let compared = Signal::derive(move || {
        let board = board.get()?;
        board.baseline(board.comparison).map(|b| b.stretch.span)
    });
    let to = Callback::new(move |(query,)| {
        Route::Sales(SalesView {
            query,
            ..view.get()
        })
    });
    view! {
        <PageHead page=Page::Sales truth=line/>
        <Show when=move || board.with(Option::is_some)>
            <PeriodChoice query span compared to/>
        </Show>
    }
}
