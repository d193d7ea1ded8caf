//! The top of the page: from which file the items are, and the choice of days.

use super::Shown;
use crate::app::components::page_head::PageHead;
use crate::app::components::period_choice::PeriodChoice;
use crate::app::context::use_app;
use crate::route::{Page, ProductsView, Route};
use crate::screens::sales::items::source;
use leptos::prelude::*;

/// The top of the page.
#[component]
pub(super) fn Head(products: Shown, view: Memo<ProductsView>) -> impl IntoView {
    let app = use_app();
    let line = move || {
        let lang = app.lang.get();
        products.with(|p| p.as_ref().map(|p| source(&p.items, lang)))
    };
    let query = Memo::new(move |_| view.get().query);
    let span = Signal::derive(move || products.with(|p| p.as_ref().and_then(|p| p.items.span)));
    let compared =
        Signal::derive(move || products.with(|p| p.as_ref().and_then(|p| p.items.base_span)));
    let to = Callback::new(move |(query,)| {
        Route::Products(ProductsView {
            query,
            ..view.get()
        })
    });
    view! {
        <PageHead page=Page::Products truth=move || view! { <span>{line}</span> }/>
        <Show when=move || products.with(Option::is_some)>
            <PeriodChoice query span compared to/>
        </Show>
    }
}
