//! Asking the worker for what a page shows: again whenever the question or the data change, keeping the answer shown until
//! the new one is there, and dropping answers that were overtaken.

use crate::app::context::{App, Start};
use crate::protocol::{Answer, Failure, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What came of the last question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing yet.
    Waiting,
    /// The workspace holds nothing to answer with.
    Nothing,
    /// There is an answer.
    Answered,
    /// There is none, and why.
    Failed(Failure),
}

/// An answer and how it stands with it.
pub struct Query<T: Send + Sync + 'static> {
    /// How it stands.
    pub state: RwSignal<State>,
    /// The answer on the screen: the last one that came.
    pub shown: RwSignal<Option<Arc<T>>>,
    /// Whether a newer one is on its way.
    pub is_busy: RwSignal<bool>,
    asked: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Query<T> {}

impl<T: Send + Sync + 'static> Query<T> {
    /// Asks once more.
    pub fn retry(self) {
        self.state.set(State::Waiting);
        self.asked.update(|n| *n += 1);
    }

    /// Takes note of what the worker said: the answer is picked out of it by who asked.
    fn take(self, outcome: Result<Option<T>, Failure>) {
        match outcome {
            Ok(Some(answer)) => {
                self.shown.set(Some(Arc::new(answer)));
                self.state.set(State::Answered);
            }
            Ok(None) => {
                self.shown.set(None);
                self.state.set(State::Nothing);
            }
            Err(failure) => self.state.set(State::Failed(failure)),
        }
    }
}

/// Asks, and goes on asking. `pick` takes the answer out of what the worker says.
pub fn ask<T: Send + Sync + 'static>(
    app: App,
    request: Memo<Request>,
    pick: fn(Answer) -> Option<T>,
) -> Query<T> {
    let query = Query {
        state: RwSignal::new(State::Waiting),
        shown: RwSignal::new(None),
        is_busy: RwSignal::new(false),
        asked: RwSignal::new(0),
    };
    let revision = Memo::new(move |_| app.overview.with(|o| (o.revision, o.current)));
    let is_open = Memo::new(move |_| app.start.get() == Start::Open);
    // Counts the questions: an answer to any but the last is dropped.
    let last_ticket = StoredValue::new(0_u64);
    Effect::new(move |was: Option<Option<u32>>| {
        let (request, (_, workspace)) = (request.get(), revision.get());
        query.asked.track();
        if !is_open.get() {
            return None;
        }
        if was.flatten() != workspace {
            // Another store: nothing of the old one may stay on the screen.
            query.shown.set(None);
            query.state.set(State::Waiting);
        }
        last_ticket.update_value(|t| *t += 1);
        let ticket = last_ticket.get_value();
        query.is_busy.set(true);
        spawn_local(async move {
            let outcome = app.ask(request).await;
            // `None` once the page is left.
            if last_ticket.try_get_value() == Some(ticket) {
                query.is_busy.set(false);
                query.take(outcome.map(pick));
            }
        });
        workspace
    });
    query
}
