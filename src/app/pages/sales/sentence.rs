//! The sentence at the top.

use super::body::Shown;
use crate::app::components::sentence::SentencePanel;
use crate::app::context::use_app;
use crate::screens::sales::sentence::sentence;
use leptos::prelude::*;

/// What happened and why.
#[component]
pub(super) fn Why(board: Shown) -> impl IntoView {
    let app = use_app();
    move || {
        let board = board.get()?;
        Some(view! { <SentencePanel sentence=sentence(&board, app.lang.get())/> })
    }
}
