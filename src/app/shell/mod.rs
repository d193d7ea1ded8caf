//! The frame around every page: navigation, the page of the route, and what may float above it.

mod back_up;
mod dialogs;
mod drop;
mod help;
mod import_details;
mod import_panel;
mod import_preview;
mod inputs;
mod keyboard;
mod nav;
mod notice;
mod palette;
mod restore_backup;
mod store_menu;
mod toasts;

use crate::app::components::page_head::PageHead;
use crate::app::context::{Start, use_app};
use crate::app::pages::data::DataPage;
use crate::app::pages::plan::PlanPage;
use crate::app::pages::sales::SalesPage;
use crate::app::pages::settings::SettingsPage;
use crate::app::pages::today::TodayPage;
use crate::i18n::Text;
use crate::platform::dom;
use crate::route::Page;
use leptos::prelude::*;

/// The id of the element that holds the page.
const MAIN: &str = "main";

/// The frame.
#[component]
pub fn Shell() -> impl IntoView {
    let app = use_app();
    let page = Memo::new(move |_| app.route.get().page());
    let is_broken = Memo::new(move |_| app.start.with(Start::is_broken));
    follow_route(page);
    keyboard::listen(app);
    view! {
        // Not a link: the part of the address from # on belongs to the routes.
        <button type="button" class="skip" on:click=move |_| dom::focus(MAIN)>
            {move || app.text(Text::SkipToContent)}
        </button>
        <nav::Nav/>
        <main id=MAIN tabindex="-1">
            <notice::Notices/>
            {move || match page.get() {
                // Without a worker there is nothing to show; what is to be done stands in the notice.
                broken @ (Page::Today | Page::Sales | Page::Plan | Page::Data) if is_broken.get() => {
                    view! { <PageHead page=broken truth=|| ()/> }.into_any()
                }
                Page::Today => view! { <TodayPage/> }.into_any(),
                Page::Sales => view! { <SalesPage/> }.into_any(),
                Page::Plan => view! { <PlanPage/> }.into_any(),
                Page::Data => view! { <DataPage/> }.into_any(),
                Page::Settings => view! { <SettingsPage/> }.into_any(),
            }}
        </main>
        <div class="corner screen-only">
            <import_panel::ImportPanel/>
            <toasts::Toasts/>
        </div>
        <inputs::FileInputs/>
        <drop::DropOverlay/>
        <dialogs::Dialogs/>
    }
}

/// The window's title follows page, store and language; a new page begins at its top and has the focus.
fn follow_route(page: Memo<Page>) {
    let app = use_app();
    Effect::new(move |_| {
        let name = app.text(page.get().title());
        let store = app
            .store()
            .map_or_else(String::new, |s| format!(" · {}", s.name));
        dom::set_title(&format!("{name}{store} · {}", app.text(Text::AppName)));
    });
    Effect::new(move |was: Option<Page>| {
        let now = page.get();
        if was.is_some_and(|was| was != now) {
            dom::scroll_to_top();
            dom::focus(MAIN);
        }
        now
    });
}
