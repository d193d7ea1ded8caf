//! The board of a period: asks the worker for the board of the route's query, and places what [`crate::screens::sales`] says.

mod body;
mod breakdown;
mod days;
mod head;
mod hours;
mod map;
mod period;
mod provinces;
mod rows;
mod sentence;
mod tiles;
mod trend;

use crate::analytics::rows::RowsQuery;
use crate::app::components::answered::Answered;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::protocol::{Answer, Request};
use crate::route::Route;
use body::BoardBody;
use head::Head;
use leptos::prelude::*;
use rows::RowsPage;

/// The page 经营: the board, or the orders behind one of its numbers.
#[component]
pub fn SalesPage() -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| match app.route.get() {
        Route::Rows(query) => Some(query),
        _ => None,
    });
    let shown = Memo::new(move |was: Option<&Option<RowsQuery>>| {
        let before = was.copied().flatten();
        rows.get().or(before)
    });
    let is_rows = Memo::new(move |_| rows.get().is_some());
    move || match (is_rows.get(), shown.get_untracked()) {
        (true, Some(first)) => {
            let query = Memo::new(move |_| shown.get().unwrap_or(first));
            view! { <RowsPage query/> }.into_any()
        }
        _ => view! { <BoardPage/> }.into_any(),
    }
}

#[component]
fn BoardPage() -> impl IntoView {
    let app = use_app();
    let view = Memo::new(move |was: Option<&_>| match app.route.get() {
        Route::Sales(view) => view,
        // On the way to another page; the view is about to go.
        _ => was.copied().unwrap_or_default(),
    });
    let query = Memo::new(move |_| view.get().query);
    let request = Memo::new(move |_| Request::Board(query.get()));
    let answer = ask(app, request, |answer| match answer {
        Answer::Board(board) => board.map(|board| *board),
        _ => None,
    });
    let board = Memo::new(move |_| answer.shown.get());
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <Head board view/>
            <Answered query=answer><BoardBody board view/></Answered>
        </article>
    }
}
