//! The one table of the app. Sorting, filtering, paging and the file come from [`crate::grid`]; this folder draws what is
//! in sight and turns clicks into a new [`View`].

mod body;
mod head;
mod toolbar;

use crate::app::context::use_app;
use crate::grid::window::{ROW_PX, WINDOWED_FROM_ROWS, in_sight};
use crate::grid::{Table, View};
use crate::i18n::Text;
use body::Body;
use head::Head;
pub use head::Headers;
use leptos::html::Div;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use toolbar::Toolbar;

/// Rows drawn before the height of the container is known.
const FIRST_SIGHT_PX: f64 = 20.0 * ROW_PX;

/// What the parts of a table share.
#[derive(Clone, Copy)]
struct Grid {
    table: Signal<Arc<Table>>,
    view: RwSignal<View>,
    /// Indices of the rows that pass the filter, in order.
    arranged: Memo<Arc<Vec<u32>>>,
    /// The places among them that the page holds.
    page: Memo<Range<usize>>,
    /// The places that are drawn.
    drawn: Memo<Range<usize>>,
}

/// A table that sorts, filters, pages and exports.
#[component]
pub fn DataGrid(
    /// What it shows.
    #[prop(into)]
    table: Signal<Arc<Table>>,
    /// Names it for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The name of the exported file, without its ending.
    #[prop(into)]
    file_name: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    let view = RwSignal::new(View::default());
    let scroller = NodeRef::<Div>::new();
    let scrolled_px = RwSignal::new((0.0, FIRST_SIGHT_PX));
    let arranged = Memo::new(move |_| {
        table.with(|table| Arc::new(view.with(|view| view.arrange(table, app.lang.get()))))
    });
    let page =
        Memo::new(move |_| view.with(|view| view.page_range(arranged.with(|rows| rows.len()))));
    let is_windowed = Memo::new(move |_| page.with(Range::len) > WINDOWED_FROM_ROWS);
    let drawn = Memo::new(move |_| {
        let page = page.get();
        if !is_windowed.get() {
            return page;
        }
        let (top, height) = scrolled_px.get();
        let sight = in_sight(top, height, page.len());
        page.start + sight.start..page.start + sight.end
    });
    let on_scroll = move |_| {
        if let Some(element) = scroller.get_untracked() {
            let seen = (
                f64::from(element.scroll_top()),
                f64::from(element.client_height()),
            );
            scrolled_px.set(seen);
        }
    };
    // Another page, order or filter begins at its top.
    Effect::new(move |_| {
        view.track();
        // One that was never scrolled is at its top: asking it would make the browser work out the whole page.
        if let Some(element) = scroller.get()
            && scrolled_px.get_untracked().0 > 0.0
        {
            element.set_scroll_top(0);
        }
    });
    let grid = Grid {
        table,
        view,
        arranged,
        page,
        drawn,
    };
    let is_empty = move || arranged.with(|rows| rows.is_empty());
    let is_filtered = move || view.with(|view| !view.filter.trim().is_empty());
    view! {
        <div class="grid">
            <Toolbar grid file_name/>
            <div
                class="grid-scroll" node_ref=scroller on:scroll=on_scroll
                tabindex="0" role="group" aria-label=move || label.get()
            >
                <table
                    class="grid-table"
                    aria-rowcount=move || (arranged.with(|rows| rows.len()) + 1).to_string()
                >
                    <caption class="visually-hidden">{move || label.get()}</caption>
                    <Head grid/>
                    <Body grid/>
                </table>
                <Show when=is_empty>
                    <p class="grid-empty" role="status">
                        {move || if is_filtered() { Text::GridNoMatch } else { Text::GridEmpty }.get(app.lang.get())}
                        <Show when=is_filtered>
                            <button
                                type="button" class="button small"
                                on:click=move |_| view.update(|view| view.filter.clear())
                            >
                                {move || Text::GridClearFilter.get(app.lang.get())}
                            </button>
                        </Show>
                    </p>
                </Show>
            </div>
        </div>
    }
}
