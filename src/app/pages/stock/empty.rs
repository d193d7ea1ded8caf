//! What stands where there is no stock: which tables bring it, and where they are found.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use crate::import::kinds::by_name;
use leptos::prelude::*;

/// A store without a table of stock.
#[component]
pub(super) fn NoStock() -> impl IntoView {
    let app = use_app();
    let found = move |name: &'static str| {
        let text = move || by_name(name).map(|kind| app.lang.get().pick(kind.found));
        view! { <li>{text}</li> }
    };
    view! {
        <section class="panel empty-store" aria-labelledby="stock-empty">
            <div class="empty-lead">
                <h2 id="stock-empty">{move || app.text(Text::StockEmptyTitle)}</h2>
                <p class="empty-what">{move || app.text(Text::StockEmptyWhat)}</p>
                <div class="row">
                    <CommandButton command=Command::ImportFiles class="primary"/>
                    <CommandButton command=Command::LoadDemo/>
                </div>
                <p class="hint">{move || app.text(Text::EmptyPrivacy)}</p>
            </div>
            <div class="steps">
                <h3>{move || app.text(Text::StockEmptyStock)}</h3>
                <ul>
                    {["jushuitan_stock", "wangdiantong_stock"].map(found).collect_view()}
                    <li>{move || app.text(Text::StockEmptyOwn)}</li>
                </ul>
                <h3>{move || app.text(Text::StockEmptySales)}</h3>
                <ul>{["order_details", "sycm_items"].map(found).collect_view()}</ul>
            </div>
        </section>
    }
}
