//! The map of squares. It is hidden from screen readers: the ranking beside it holds every number of it.

use super::body::Shown;
use crate::app::context::use_app;
use crate::i18n::Text;
use crate::model::place::Province;
use crate::screens::sales::provinces::{Map, Square, map};
use leptos::prelude::*;

/// The map of provinces.
#[component]
pub(super) fn TileMap(board: Shown) -> impl IntoView {
    let app = use_app();
    let shown = Memo::new(move |_| {
        let lang = app.lang.get();
        board.with(|b| b.as_ref().map(|b| map(b, lang)))
    });
    let pointed = RwSignal::new(None::<Province>);
    let squares = move || {
        let map = shown.get()?;
        Some(
            map.squares
                .into_iter()
                .map(|s| square(s, pointed))
                .collect_view(),
        )
    };
    let legend = move || {
        shown.get().map(|Map { legend, .. }| {
            let step = |step: crate::screens::sales::provinces::Step| {
                view! { <span class="map-step"><i class=heat(step.step)></i>"≥ "{step.from}</span> }
            };
            legend.into_iter().map(step).collect_view()
        })
    };
    view! {
        <div class="map" aria-hidden="true">
            <div class="map-squares" on:pointerleave=move |_| pointed.set(None)>
                <Readout shown pointed/>
                {squares}
            </div>
            <p class="map-legend"><span>{move || app.text(Text::ProvinceShare)}</span>{legend}</p>
        </div>
    }
}

/// The numbers of the square that is pointed at, in the corner that the map leaves free.
#[component]
fn Readout(shown: Memo<Option<Map>>, pointed: RwSignal<Option<Province>>) -> impl IntoView {
    let app = use_app();
    let found = move || {
        let province = pointed.get()?;
        shown.with(|map| {
            let square = map
                .as_ref()?
                .squares
                .iter()
                .find(|s| s.province == province)?;
            Some((square.name, square.readout.clone()))
        })
    };
    view! {
        <p class="map-readout">
            {move || match found() {
                Some((name, numbers)) => view! { <b>{name}</b><span>{numbers}</span> }.into_any(),
                None => view! { <span>{app.text(Text::ProvinceHover)}</span> }.into_any(),
            }}
        </p>
    }
}

fn square(square: Square, pointed: RwSignal<Option<Province>>) -> impl IntoView {
    let province = square.province;
    let point = move || pointed.set(Some(province));
    view! {
        <span
            class=format!("map-square {}", heat(square.step))
            class:pointed=move || pointed.get() == Some(province)
            style:grid-column=(square.column + 1).to_string() style:grid-row=(square.row + 1).to_string()
            on:pointerenter=move |_| point() on:click=move |_| point()
        >
            <b>{square.short_name}</b>
            <small>{square.share}</small>
        </span>
    }
}

fn heat(step: u8) -> &'static str {
    ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4", "heat-5"][usize::from(step.min(5))]
}
