//! The page 设置: how it looks, which stores there are, what is kept, what this is.

mod about;
mod display;
mod privacy;
mod selfcheck;
mod stores;

use crate::app::components::page_head::PageHead;
use crate::app::context::use_app;
use crate::app::pages::data::StoragePanel;
use crate::i18n::Text;
use crate::route::Page;
use leptos::prelude::*;

/// The page 设置.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let app = use_app();
    view! {
        <PageHead page=Page::Settings truth=move || app.text(Text::SettingsTruth)/>
        <div class="columns">
            <div class="column">
                <display::Display/>
                <StoragePanel/>
                <about::About/>
            </div>
            <div class="column">
                <stores::Stores/>
                <privacy::Privacy/>
                <selfcheck::SelfCheck/>
            </div>
        </div>
    }
}
