//! The name of an item, as a link to all that is known of it.

use crate::analytics::items::ItemKey;
use crate::analytics::products::reference::ItemRef;
use crate::route::Route;
use leptos::prelude::*;

/// An item's name that leads to its page.
#[component]
pub fn ItemLink(
    /// Which item.
    item: ItemKey,
    /// What it is called.
    title: String,
) -> impl IntoView {
    let to = Route::Item(ItemRef::of(&item)).format();
    let hint = title.clone();
    view! { <a class="item-link" href=to title=hint>{title}</a> }
}
