//! The board below its head: sentence, tiles, days, hours, provinces, and the card that any number opens.

use super::breakdown::Breakdown;
use super::days::DaysPanel;
use super::hours::HoursPanel;
use super::provinces::ProvincesPanel;
use super::sentence::Why;
use super::tiles::Tiles;
use super::trend::TrendPanel;
use crate::analytics::board::Board;
use crate::analytics::metrics::Metric;
use crate::app::components::definition::DefinitionDialog;
use crate::app::components::metric::OpenDefinition;
use crate::app::context::use_app;
use crate::platform::dom;
use crate::route::SalesView;
use crate::screens::sales::definition::definition;
use leptos::prelude::*;
use std::sync::Arc;

/// The board on the screen.
pub(super) type Shown = Memo<Option<Arc<Board>>>;

/// A board once the frame that follows it has been painted; nothing before the first one.
fn after_paint(board: Shown) -> Shown {
    let late = RwSignal::new(None);
    Effect::new(move |_| {
        board.track();
        dom::after_paint(move || {
            // `None` once the page is left.
            if let Some(board) = board.try_get_untracked() {
                late.set(board);
            }
        });
    });
    Memo::new(move |_| late.get())
}

/// The board below its head.
#[component]
pub(super) fn BoardBody(board: Shown, view: Memo<SalesView>) -> impl IntoView {
    let app = use_app();
    let query = Memo::new(move |_| view.get().query);
    let asked = RwSignal::new(None::<Metric>);
    provide_context(OpenDefinition(Callback::new(move |(metric,)| {
        asked.set(Some(metric))
    })));
    let card = Memo::new(move |_| {
        let (metric, board) = (asked.get()?, board.get()?);
        Some(definition(&board, metric, app.lang.get()))
    });
    // The numbers are there at once. What takes longer to draw has a task of its own after them.
    let days = after_paint(board);
    let trend = after_paint(days);
    let hours = after_paint(trend);
    let provinces = after_paint(hours);
    // One day has no course: its hours come first.
    let has_course =
        Memo::new(move |_| days.with(|b| b.as_ref().is_some_and(|b| b.days.len() > 1)));
    let has_trend =
        Memo::new(move |_| trend.with(|b| b.as_ref().is_some_and(|b| b.days.len() > 1)));
    view! {
        <Why board/>
        <Tiles board/>
        <Show when=move || has_course.get()>
            <DaysPanel board=days/>
        </Show>
        <Show when=move || has_trend.get()>
            <TrendPanel board=trend view/>
        </Show>
        <div class="board-columns">
            <Show when=move || hours.with(Option::is_some)>
                <HoursPanel board=hours/>
            </Show>
            <Show when=move || provinces.with(Option::is_some)>
                <ProvincesPanel board=provinces/>
            </Show>
        </div>
        <Show when=move || provinces.with(Option::is_some)>
            <Breakdown query/>
        </Show>
        <DefinitionDialog card close=Callback::new(move |()| asked.set(None))/>
    }
}
