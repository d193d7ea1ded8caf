//! The top of the board: the title, the line of truth, and the choice of days.

use super::period::PeriodChoice;
use crate::analytics::board::Board;
use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::route::{Page, SalesView};
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
    view! {
        <PageHead page=Page::Sales truth=line/>
        <Show when=move || board.with(Option::is_some)>
            <PeriodChoice board view/>
        </Show>
    }
}
