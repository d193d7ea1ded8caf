//! The board of a period: asks the worker for the board of the route's query, and places what [`crate::screens::sales`] says.

mod body;
mod breakdown;
mod days;
mod head;
mod hours;
mod map;
mod period;
mod provinces;
mod sentence;
mod tiles;

use crate::app::components::answered::Answered;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::protocol::{Answer, Request};
use crate::route::Route;
use body::BoardBody;
use head::Head;
use leptos::prelude::*;

/// The page 经营.
#[component]
pub fn SalesPage() -> impl IntoView {
    let app = use_app();
    let query = Memo::new(move |was: Option<&_>| match app.route.get() {
        Route::Sales(query) => query,
        // On the way to another page; the view is about to go.
        _ => was.copied().unwrap_or_default(),
    });
    let request = Memo::new(move |_| Request::Board(query.get()));
    let answer = ask(app, request, |answer| match answer {
        Answer::Board(board) => board.map(|board| *board),
        _ => None,
    });
    let board = Memo::new(move |_| answer.shown.get());
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <Head board query/>
            <Answered query=answer><BoardBody board query/></Answered>
        </article>
    }
}
