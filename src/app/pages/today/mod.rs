//! The morning: the last day of the data against the same weekday of the week before.

use super::sales::{Tiles, Why};
use crate::analytics::period::{Comparison, Period};
use crate::app::components::answered::Answered;
use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::protocol::{Answer, BoardQuery, Request};
use crate::route::Page;
use leptos::prelude::*;

/// The page 今日.
#[component]
pub fn TodayPage() -> impl IntoView {
    let app = use_app();
    let query = BoardQuery {
        period: Period::LastDay,
        comparison: Comparison::SameWeekday,
    };
    let request = Memo::new(move |_| Request::Board(query));
    let answer = ask(app, request, |answer| match answer {
        Answer::Board(board) => board.map(|board| *board),
        _ => None,
    });
    let board = Memo::new(move |_| answer.shown.get());
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <PageHead page=Page::Today truth=|| ()/>
            <Answered query=answer>
                <Why board/>
                <Tiles board/>
            </Answered>
        </article>
    }
}
