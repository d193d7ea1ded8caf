//! The board below its head: sentence, tiles, days, hours, provinces, and the card that any number opens.

use super::days::DaysPanel;
use super::hours::HoursPanel;
use super::provinces::ProvincesPanel;
use super::sentence::Why;
use super::tiles::Tiles;
use crate::analytics::board::Board;
use crate::analytics::metrics::Metric;
use crate::app::components::definition::DefinitionDialog;
use crate::app::components::metric::OpenDefinition;
use crate::app::context::use_app;
use crate::platform::dom;
use crate::screens::today::definition::definition;
use leptos::prelude::*;
use std::sync::Arc;

/// The board on the screen.
pub(super) type Shown = Memo<Option<Arc<Board>>>;

/// A board as it was before the last frame was painted.
fn after_paint(board: Shown) -> Shown {
    let late = RwSignal::new(board.get_untracked());
    Effect::new(move |is_later: Option<bool>| {
        board.track();
        if is_later.is_some() {
            dom::after_paint(move || {
                // `None` once the page is left.
                if let Some(board) = board.try_get_untracked() {
                    late.set(board);
                }
            });
        }
        true
    });
    Memo::new(move |_| late.get())
}

/// The board below its head.
#[component]
pub(super) fn BoardBody(board: Shown) -> impl IntoView {
    let app = use_app();
    let asked = RwSignal::new(None::<Metric>);
    provide_context(OpenDefinition(Callback::new(move |(metric,)| {
        asked.set(Some(metric))
    })));
    let card = Memo::new(move |_| {
        let (metric, board) = (asked.get()?, board.get()?);
        Some(definition(&board, metric, app.lang.get()))
    });
    // The numbers are there at once. Drawing takes longer: each chart has a task of its own.
    let days = after_paint(board);
    let hours = after_paint(days);
    // One day has no course: its hours come first.
    let has_course =
        Memo::new(move |_| days.with(|b| b.as_ref().is_some_and(|b| b.days.len() > 1)));
    view! {
        <Why board/>
        <Tiles board/>
        <Show when=move || has_course.get()>
            <DaysPanel board=days/>
        </Show>
        <div class="board-columns">
            <HoursPanel board=hours/>
            <ProvincesPanel board/>
        </div>
        <DefinitionDialog card close=Callback::new(move |()| asked.set(None))/>
    }
}
