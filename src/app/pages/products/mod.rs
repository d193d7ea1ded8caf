//! The page 商品: the items of a period, and what to decide about them.

mod body;
mod decide;
mod head;
mod item;
mod matrix;
mod notes;
mod panel;
mod profit;
mod ranking;
mod tables;

use crate::analytics::products::Products;
use crate::analytics::products::reference::ItemRef;
use crate::app::components::answered::Answered;
use crate::app::context::use_app;
use crate::app::query::ask;
use crate::protocol::{Answer, Request};
use crate::route::Route;
use body::Body;
use head::Head;
use item::ItemPage;
use leptos::prelude::*;
use std::sync::Arc;

/// The items on the screen.
type Shown = Memo<Option<Arc<Products>>>;

/// The page 商品: the items of a period, or one of them.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let app = use_app();
    let asked = Memo::new(move |_| match app.route.get() {
        Route::Item(item) => Some(item),
        _ => None,
    });
    let shown = Memo::new(move |was: Option<&Option<ItemRef>>| {
        let before = was.copied().flatten();
        asked.get().or(before)
    });
    let is_item = Memo::new(move |_| asked.get().is_some());
    move || match (is_item.get(), shown.get_untracked()) {
        (true, Some(first)) => {
            let item = Memo::new(move |_| shown.get().unwrap_or(first));
            view! { <ItemPage item/> }.into_any()
        }
        _ => view! { <PeriodPage/> }.into_any(),
    }
}

#[component]
fn PeriodPage() -> impl IntoView {
    let app = use_app();
    let view = Memo::new(move |was: Option<&_>| match app.route.get() {
        Route::Products(view) => view,
        // On the way to another page; the view is about to go.
        _ => was.copied().unwrap_or_default(),
    });
    let query = Memo::new(move |_| view.get().query);
    let request = Memo::new(move |_| Request::Products(query.get()));
    let answer = ask(app, request, |answer| match answer {
        Answer::Products(products) => products.map(|products| *products),
        _ => None,
    });
    let products: Shown = Memo::new(move |_| answer.shown.get());
    view! {
        <article class="board" aria-busy=move || answer.is_busy.get().to_string()>
            <Head products view/>
            <Answered query=answer><Body products view/></Answered>
        </article>
    }
}
