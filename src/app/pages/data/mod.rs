//! The page 数据: where files come in, which days they cover, what was imported, whether it is kept, and its backups.

mod backup;
mod coverage;
mod drop_zone;
mod log;
mod storage;

pub use storage::StoragePanel;

use crate::app::components::empty::EmptyStore;
use crate::app::components::page_head::PageHead;
use crate::app::context::{App, Start, use_app};
use crate::i18n::{Text, format};
use crate::route::Page;
use leptos::prelude::*;

/// The page 数据.
#[component]
pub fn DataPage() -> impl IntoView {
    let app = use_app();
    let is_empty = Memo::new(move |_| app.overview.with(|o| o.imports.is_empty()));
    let is_open = Memo::new(move |_| app.start.get() != Start::Opening);
    view! {
        <PageHead page=Page::Data truth=move || view! { <Truth/> }/>
        {move || match (is_open.get(), is_empty.get()) {
            (false, true) => ().into_any(),
            (_, true) => view! {
                <div class="column">
                    <EmptyStore/>
                    <div class="columns">
                        <backup::BackupPanel/>
                        <StoragePanel/>
                    </div>
                </div>
            }
            .into_any(),
            (_, false) => view! {
                <div class="column">
                    <drop_zone::DropZone/>
                    <div class="columns wide-left">
                        <coverage::CoveragePanel/>
                        <div class="column">
                            <backup::BackupPanel/>
                            <StoragePanel/>
                        </div>
                    </div>
                    <log::ImportLog/>
                </div>
            }
            .into_any(),
        }}
    }
}

/// How many orders of which days there are, and which days are missing.
#[component]
fn Truth() -> impl IntoView {
    let app = use_app();
    let there = move || truth(app);
    let missing = move || {
        let holes = app.overview.with(|o| o.coverage.holes());
        let shown: Vec<String> = holes.iter().take(3).map(|h| format::span(*h)).collect();
        let more = if holes.len() > shown.len() {
            " …"
        } else {
            ""
        };
        let list = shown.join(app.text(Text::ListSeparator));
        (!holes.is_empty()).then(|| app.say(Text::DataHoles, &[&format!("{list}{more}")]))
    };
    view! {
        <span>{there}</span>
        {move || missing().map(|text| view! { <em>{text}</em> })}
    }
}

fn truth(app: App) -> String {
    let (orders, range) = app.overview.with(|o| (o.orders, o.coverage.range()));
    match range {
        Some(range) => {
            let orders = format::grouped(orders as i64);
            app.say(Text::DataTruth, &[&orders, &format::span(range)])
        }
        None => app.text(Text::DataTruthEmpty).to_owned(),
    }
}
