//! The page below its head.

use super::Shown;
use super::decide::Decide;
use super::matrix::MatrixPanel;
use super::ranking::RankingPanel;
use super::tables::Tables;
use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use crate::platform::dom;
use crate::route::ProductsView;
use crate::screens::products::missing::missing;
use crate::screens::products::tiles::tiles;
use leptos::prelude::*;

/// The page below its head.
#[component]
pub(super) fn Body(products: Shown, view: Memo<ProductsView>) -> impl IntoView {
    let has_items = Memo::new(move |_| {
        products.with(|p| p.as_ref().is_some_and(|p| !p.items.items.is_empty()))
    });
    // The decisions are there at once; the long tables have a task of their own after them.
    let late = RwSignal::new(None);
    Effect::new(move |_| {
        products.track();
        dom::after_paint(move || {
            if let Some(products) = products.try_get_untracked() {
                late.set(products);
            }
        });
    });
    let later: Shown = Memo::new(move |_| late.get());
    view! {
        <Missing products/>
        <Show when=move || has_items.get()>
            <Tiles products/>
            <Decide products/>
            <RankingPanel products view/>
            <Show when=move || later.with(Option::is_some)>
                <MatrixPanel products=later/>
                <Tables products=later/>
            </Show>
        </Show>
    }
}

/// What the files do not say, and which export says it.
#[component]
fn Missing(products: Shown) -> impl IntoView {
    let app = use_app();
    move || {
        let lang = app.lang.get();
        let all = products.with(|p| p.as_ref().map(|p| missing(p, lang)).unwrap_or_default());
        if all.is_empty() {
            return None;
        }
        let one = |gap: crate::screens::products::missing::Missing| {
            let brings = gap
                .brings
                .into_iter()
                .map(|bring| view! { <small>{bring}</small> });
            view! { <li>{gap.what}{brings.collect_view()}</li> }
        };
        Some(view! {
            <section class="panel products-missing" aria-labelledby="products-missing">
                <h2 id="products-missing">{Text::ProdMissingTitle.get(lang)}</h2>
                <ul>{all.into_iter().map(one).collect_view()}</ul>
                <CommandButton command=Command::ImportFiles text=Text::ImportFiles class="small"/>
            </section>
        })
    }
}

/// How much of the shelf sells.
#[component]
fn Tiles(products: Shown) -> impl IntoView {
    let app = use_app();
    let all = move || {
        let lang = app.lang.get();
        let tiles = products.with(|p| p.as_ref().map(|p| tiles(p, lang)).unwrap_or_default());
        let tile = |tile: crate::screens::products::tiles::ShelfTile| {
            view! {
                <div class="tile">
                    <h2>{tile.title}</h2>
                    <p class="tile-lead"><span class="number">{tile.number}</span></p>
                    <p class="tile-reason">{tile.how}</p>
                </div>
            }
        };
        tiles.into_iter().map(tile).collect_view()
    };
    view! { <section class="tiles panel" aria-label=move || app.text(Text::ProdTilesLabel)>{all}</section> }
}
