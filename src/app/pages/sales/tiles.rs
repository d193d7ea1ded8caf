//! The row of tiles.

use super::body::Shown;
use crate::analytics::board::Board;
use crate::app::components::delta::Delta;
use crate::app::components::metric::MetricNumber;
use crate::app::context::use_app;
use crate::i18n::{Lang, Text, format};
use crate::screens::sales::number::{Delta as Change, Number};
use crate::screens::sales::tiles::{Tile, shared_gaps, shop_tiles, tiles};
use leptos::prelude::*;

/// The key figures.
#[component]
pub(super) fn Tiles(board: Shown) -> impl IntoView {
    let app = use_app();
    let all = move |tiles: fn(&Board, Lang) -> Vec<Tile>| {
        let (board, lang) = (board.get()?, app.lang.get());
        let mut tiles = tiles(&board, lang);
        if tiles.is_empty() {
            return None;
        }
        let gaps = shared_gaps(&mut tiles);
        let gaps = (!gaps.is_empty())
            .then(|| view! { <div class="tiles-gaps">{reasons(lang, gaps)}</div> });
        let tiles = tiles
            .into_iter()
            .map(|tile| view! { <TileView tile lang/> });
        Some(view! { {tiles.collect_view()}{gaps} })
    };
    view! {
        <section class="tiles panel" aria-label=move || app.text(Text::TilesLabel)>{move || all(tiles)}</section>
        {move || all(shop_tiles).map(|tiles| view! {
            <section class="tiles panel" aria-label=move || app.text(Text::ShopTilesLabel)>{tiles}</section>
        })}
    }
}

/// Why comparisons are missing.
fn reasons(lang: Lang, gaps: Vec<(Vec<Text>, String)>) -> impl IntoView {
    let separator = Text::ListSeparator.get(lang);
    let one = |(labels, why): (Vec<Text>, String)| {
        let labels: Vec<&str> = labels.iter().map(|l| l.get(lang)).collect();
        view! { <p class="tile-reason">{labels.join(separator)}" "{format::NONE}" "{why}</p> }
    };
    gaps.into_iter().map(one).collect_view()
}

#[component]
fn TileView(tile: Tile, lang: Lang) -> impl IntoView {
    let lead = tile.lead.clone();
    let rest = tile.rest.into_iter().map(|(name, number)| {
        view! {
            <div class="tile-row">
                <dt>{name.get(lang)}</dt>
                <dd><MetricNumber lang number=number.clone()/><Deltas lang number/></dd>
            </div>
        }
    });
    view! {
        <div class="tile">
            <h2>{tile.title.get(lang)}</h2>
            <p class="tile-lead"><MetricNumber lang number=tile.lead/></p>
            {lead.reason.clone().map(|reason| view! { <p class="tile-reason">{reason}</p> })}
            <div class="tile-deltas"><Deltas lang number=lead/></div>
            {reasons(lang, tile.gaps)}
            {tile.note.map(|note| view! { <p class="tile-reason">{note.get(lang)}</p> })}
            <dl>{rest.collect_view()}</dl>
        </div>
    }
}

/// The changes of a number, or nothing where the number itself is missing.
#[component]
fn Deltas(lang: Lang, number: Number) -> impl IntoView {
    if number.reason.is_some() || number.deltas.is_empty() {
        return ().into_any();
    }
    let one = |delta: Change| {
        view! {
            <span class="against">
                <span class="against-name">{delta.label.get(lang)}</span>
                <Delta lang change=delta.change/>
            </span>
        }
    };
    view! { <span class="deltas">{number.deltas.into_iter().map(one).collect_view()}</span> }
        .into_any()
}
