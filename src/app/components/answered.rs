//! What stands on a page while its answer is on its way, when there is none, and when it failed.

use crate::app::components::empty::EmptyStore;
use crate::app::context::{failure_text, use_app};
use crate::app::query::{Query, State};
use crate::i18n::Text;
use leptos::prelude::*;

/// The answer of a page, or what stands in its place. An answer in place of an answer changes what the views below say,
/// not which views there are.
#[component]
pub fn Answered<T: Send + Sync + 'static>(
    /// How it stands with the answer.
    query: Query<T>,
    /// What is shown of it.
    children: ChildrenFn,
) -> impl IntoView {
    let app = use_app();
    let state = Memo::new(move |_| query.state.get());
    move || match state.get() {
        State::Failed(failure) => {
            let why = move || failure_text(app.lang.get(), &failure);
            view! {
                <section class="panel board-message" role="alert">
                    <h2>{move || app.text(Text::BoardFailed)}</h2>
                    <p>{why}</p>
                    <button type="button" class="button primary" on:click=move |_| query.retry()>
                        {move || app.text(Text::Retry)}
                    </button>
                </section>
            }
            .into_any()
        }
        State::Nothing => view! { <EmptyStore/> }.into_any(),
        State::Waiting => view! { <Skeleton/> }.into_any(),
        State::Answered => children().into_any(),
    }
}

/// The shapes of what is to come.
#[component]
fn Skeleton() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="board-skeleton">
            <p class="visually-hidden" role="status">{move || app.text(Text::Loading)}</p>
            <div class="bone low" aria-hidden="true"></div>
            <div class="bone" aria-hidden="true"></div>
            <div class="bone tall" aria-hidden="true"></div>
        </div>
    }
}
