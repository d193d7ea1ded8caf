//! The five periods.

use super::Shown;
use crate::app::components::delta::Delta;
use crate::app::components::metric::MetricNumber;
use crate::app::context::use_app;
use crate::i18n::format::Figure;
use crate::i18n::{Lang, Text};
use crate::screens::today::tiles::{OutlookTile, PeriodTile, outlook, tiles};
use leptos::prelude::*;

/// The outlook stands between this month and the last.
const OUTLOOK_PLACE: usize = 3;

/// What was paid in each period.
#[component]
pub(super) fn Tiles(morning: Shown) -> impl IntoView {
    let app = use_app();
    let all = move || {
        let (morning, lang) = (morning.get()?, app.lang.get());
        let tile = |tile| view! { <TileView tile lang/> }.into_any();
        let mut all: Vec<AnyView> = tiles(&morning, lang).into_iter().map(tile).collect();
        let outlook = outlook(&morning, lang);
        all.insert(
            OUTLOOK_PLACE,
            view! { <OutlookView outlook lang/> }.into_any(),
        );
        Some(all)
    };
    view! {
        <section class="tiles morning-tiles panel" aria-label=move || app.text(Text::TodayTilesLabel)>{all}</section>
    }
}

#[component]
fn OutlookView(outlook: OutlookTile, lang: Lang) -> impl IntoView {
    let Figure { digits, unit } = outlook.figure;
    let note = |note| view! { <p class="tile-reason">{note}</p> };
    view! {
        <div class="tile">
            <h2>{Text::OutlookTitle.get(lang)}<small>{outlook.days}</small></h2>
            <p class="tile-lead"><span class="number">{digits}{(!unit.is_empty()).then(|| view! { <i>{unit}</i> })}</span></p>
            {outlook.notes.into_iter().map(note).collect_view()}
        </div>
    }
}

#[component]
fn TileView(tile: PeriodTile, lang: Lang) -> impl IntoView {
    let (name, change) = tile.against;
    let reason = change.clone().err();
    view! {
        <div class="tile">
            <h2>{tile.title.get(lang)}<small>{tile.days}</small></h2>
            <p class="tile-lead"><MetricNumber lang number=tile.paid/></p>
            <p class="tile-deltas">
                <span class="deltas">
                    <span class="against"><span class="against-name">{name.get(lang)}</span><Delta lang change/></span>
                </span>
            </p>
            {tile.target.map(|target| view! { <p class="tile-reason">{target}</p> })}
            {reason.map(|reason| view! { <p class="tile-reason">{reason}</p> })}
        </div>
    }
}
