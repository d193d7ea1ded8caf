//! The page 数据: where files come in, which days of each kind are there, what to bring next, how the files agree, what was
//! imported, the stores side by side, whether all is kept, its backups, and what was said of tables.

mod absent;
mod backup;
mod coverage;
mod drop_zone;
mod log;
mod reconcile;
mod storage;
mod stores;
mod strip;
mod templates;

pub use storage::StoragePanel;

use crate::app::components::empty::EmptyStore;
use crate::app::components::page_head::PageHead;
use crate::app::context::{App, Start, use_app};
use crate::i18n::{Text, format};
use crate::platform::clock;
use crate::route::Page;
use crate::screens::data::log::LogFilter;
use crate::screens::data::missing::worst;
use crate::screens::data::reach::reach;
use leptos::prelude::*;

/// The page 数据.
#[component]
pub fn DataPage() -> impl IntoView {
    let app = use_app();
    let filter = RwSignal::new(LogFilter::default());
    let is_empty = Memo::new(move |_| app.overview.with(|o| o.imports.is_empty()));
    let has_undone = Memo::new(move |_| app.overview.with(|o| !o.undone.is_empty()));
    let is_open = Memo::new(move |_| !app.start.with(Start::is_opening));
    view! {
        <PageHead page=Page::Data truth=move || view! { <Truth/> }/>
        {move || match (is_open.get(), is_empty.get()) {
            (false, true) => ().into_any(),
            (_, true) => view! {
                <div class="column">
                    <EmptyStore/>
                    <Show when=move || has_undone.get()>
                        <log::ImportLog filter/>
                    </Show>
                    <absent::AbsentPanel/>
                    <stores::StoresPanel/>
                    <div class="columns">
                        <backup::BackupPanel/>
                        <StoragePanel/>
                    </div>
                    <templates::TemplatePanel/>
                </div>
            }
            .into_any(),
            (_, false) => view! {
                <div class="column">
                    <drop_zone::DropZone/>
                    <coverage::CoveragePanel filter/>
                    <absent::AbsentPanel/>
                    <reconcile::ReconcilePanel/>
                    <stores::StoresPanel/>
                    <log::ImportLog filter/>
                    <div class="columns">
                        <backup::BackupPanel/>
                        <StoragePanel/>
                    </div>
                    <templates::TemplatePanel/>
                </div>
            }
            .into_any(),
        }}
    }
}

/// How much there is of which days, and the most important thing that is missing.
#[component]
fn Truth() -> impl IntoView {
    let app = use_app();
    let there = move || truth(app);
    let missing = move || {
        let today = clock::now().day();
        app.overview
            .with(|o| worst(app.lang.get(), o.kinds(), today))
    };
    view! {
        <span>{there}</span>
        {move || missing().map(|text| view! { <em>{text}</em> })}
    }
}

fn truth(app: App) -> String {
    let (orders, range) = app.overview.with(|o| (o.orders, o.coverage.range()));
    let all = || app.store().and_then(|store| store.span);
    match (range, all()) {
        (Some(range), _) => {
            let orders = format::grouped(orders as i64);
            app.say(Text::DataTruth, &[&orders, &format::span(range)])
        }
        (None, Some(span)) => {
            let kinds = app.overview.with(|o| o.kinds().len().to_string());
            app.say(Text::DataTruthRows, &[&kinds, &format::span(span)])
        }
        (None, None) => app
            .store()
            .map_or_else(String::new, |store| reach(app.lang.get(), &store)),
    }
}
