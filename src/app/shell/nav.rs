//! The navigation: the store on top, the pages, and at the foot what can be relied on.

use super::store_menu::StoreMenu;
use crate::app::components::icon::{Icon, Picture};
use crate::app::context::{Start, use_app};
use crate::i18n::Text;
use crate::route::Page;
use leptos::prelude::*;

/// The navigation; a bar at the lower edge on a narrow screen.
#[component]
pub fn Nav() -> impl IntoView {
    let app = use_app();
    let current = Memo::new(move |_| app.route.get().page());
    let link = move |page: Page| {
        view! {
            <a
                class="nav-link" href=move || app.route_of(page).format()
                aria-current=move || (current.get() == page).then_some("page")
            >
                <Picture icon=Icon::of_page(page)/>
                <span>{move || app.text(page.title())}</span>
            </a>
        }
    };
    view! {
        <nav class="nav screen-only" aria-label=move || app.text(Text::NavMain)>
            <StoreMenu/>
            <div class="nav-links">{Page::ALL.map(link).collect_view()}</div>
            <Foot/>
        </nav>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let app = use_app();
    let is_open = move || app.start.get() == Start::Open;
    let stored = move || {
        app.overview.with(|o| match (o.stored, o.outdated) {
            (false, _) => Text::FootMemory,
            (true, true) => Text::FootReadOnly,
            (true, false) => Text::FootStored,
        })
    };
    let kept = move || {
        if app.keeping.get().promised {
            Text::FootKept
        } else {
            Text::FootNotKept
        }
    };
    let is_at_risk = move || app.overview.with(|o| !o.stored || o.outdated);
    let has_data = move || app.overview.with(|o| o.stored && !o.imports.is_empty());
    view! {
        <div class="nav-foot">
            <Show when=is_open>
                <span class:at-risk=is_at_risk>{move || app.text(stored())}</span>
            </Show>
            <Show when=has_data>
                <span>{move || app.text(kept())}</span>
            </Show>
            <span>{move || app.text(Text::FootNoNetwork)}</span>
        </div>
    }
}
