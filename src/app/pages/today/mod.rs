//! The daily board: asks the worker for the board of the route's query, and places what [`crate::screens::today`] says.

mod answer;
mod body;
mod days;
mod head;
mod hours;
mod map;
mod period;
mod provinces;
mod sentence;
mod tiles;

use crate::app::components::empty::EmptyStore;
use crate::app::context::{failure_text, use_app};
use crate::i18n::{Text, t};
use crate::route::Route;
use answer::{Answered, ask_board};
use body::BoardBody;
use head::Head;
use leptos::prelude::*;

/// The page 今日.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let query = Memo::new(move |was: Option<&_>| match app.route.get() {
        Route::Today(query) => query,
        // On the way to another page; the view is about to go.
        _ => was.copied().unwrap_or_default(),
    });
    let answer = ask_board(app, query);
    let board = Memo::new(move |_| answer.shown.get());
    // A board in place of a board changes what the views say, not which views there are.
    let state = Memo::new(move |_| answer.state.get());
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <Head board query/>
            {move || match state.get() {
                Answered::Failed(failure) => {
                    let why = move || failure_text(app.lang.get(), &failure);
                    view! {
                        <section class="panel board-message" role="alert">
                            <h2>{move || app.text(Text::BoardFailed)}</h2>
                            <p>{why}</p>
                            <button type="button" class="button primary" on:click=move |_| answer.retry()>
                                {move || app.text(Text::Retry)}
                            </button>
                        </section>
                    }
                    .into_any()
                }
                Answered::NoOrders => view! { <EmptyStore/> }.into_any(),
                Answered::Waiting => view! { <Skeleton/> }.into_any(),
                Answered::Board => {
                    view! { <BoardBody board/> }.into_any()
                }
            }}
        </article>
    }
}

/// The shapes of what is to come.
#[component]
fn Skeleton() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="board-skeleton">
            <p class="visually-hidden" role="status">{move || t(app.lang.get(), Text::Loading, &[])}</p>
            <div class="bone low" aria-hidden="true"></div>
            <div class="bone" aria-hidden="true"></div>
            <div class="bone tall" aria-hidden="true"></div>
        </div>
    }
}
