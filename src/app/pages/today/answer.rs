//! Asking for the board: again whenever the query or the data change, keeping the board shown until the new one is there,
//! and dropping answers that were overtaken.

use crate::analytics::board::Board;
use crate::app::context::{App, Start};
use crate::protocol::{Answer, BoardQuery, Failure, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What came of the last question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answered {
    /// Nothing yet.
    Waiting,
    /// The workspace holds no order.
    NoOrders,
    /// There is a board.
    Board,
    /// There is none, and why.
    Failed(Failure),
}

/// The board and how it stands with it.
#[derive(Clone, Copy)]
pub(super) struct BoardAnswer {
    /// What the page shows.
    pub state: RwSignal<Answered>,
    /// The board on the screen: the last one that came.
    pub shown: RwSignal<Option<Arc<Board>>>,
    /// Whether a newer one is on its way.
    pub is_busy: RwSignal<bool>,
    asked: RwSignal<u32>,
}

impl BoardAnswer {
    /// Asks once more.
    pub(super) fn retry(self) {
        self.state.set(Answered::Waiting);
        self.asked.update(|n| *n += 1);
    }
}

/// Asks for the board of a query, and goes on asking.
pub(super) fn ask_board(app: App, query: Memo<BoardQuery>) -> BoardAnswer {
    let answer = BoardAnswer {
        state: RwSignal::new(Answered::Waiting),
        shown: RwSignal::new(None),
        is_busy: RwSignal::new(false),
        asked: RwSignal::new(0),
    };
    let revision = Memo::new(move |_| app.overview.with(|o| (o.revision, o.current)));
    let is_open = Memo::new(move |_| app.start.get() == Start::Open);
    // Counts the questions: an answer to any but the last is dropped.
    let last_ticket = StoredValue::new(0_u64);
    Effect::new(move |was: Option<Option<u32>>| {
        let (query, (_, workspace)) = (query.get(), revision.get());
        answer.asked.track();
        if !is_open.get() {
            return None;
        }
        if was.flatten() != workspace {
            // Another store: nothing of the old one may stay on the screen.
            answer.shown.set(None);
            answer.state.set(Answered::Waiting);
        }
        last_ticket.update_value(|t| *t += 1);
        let ticket = last_ticket.get_value();
        answer.is_busy.set(true);
        spawn_local(async move {
            let outcome = app.ask(Request::Board(query)).await;
            // `None` once the page is left.
            if last_ticket.try_get_value() != Some(ticket) {
                return;
            }
            answer.is_busy.set(false);
            match outcome {
                Ok(Answer::Board(Some(board))) => {
                    answer.shown.set(Some(Arc::new(*board)));
                    answer.state.set(Answered::Board);
                }
                Ok(_) => {
                    answer.shown.set(None);
                    answer.state.set(Answered::NoOrders);
                }
                Err(failure) => answer.state.set(Answered::Failed(failure)),
            }
        });
        workspace
    });
    answer
}
