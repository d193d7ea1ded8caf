//! What the files that were read would do, before anything is written: file by file, to be corrected, left out or imported.

mod destination;
mod file;
mod mapping;
mod period;
mod seen;

use crate::app::components::dialog::Dialog;
use crate::app::context::{ImportState, LookedAt, use_app};
use crate::app::tasks::import::{self, GO};
use crate::i18n::Text;
use crate::screens::data::preview::summary;
use destination::OtherShops;
use file::FileRows;
use leptos::prelude::*;

/// The files that were read.
#[component]
pub fn ImportPreview() -> impl IntoView {
    let app = use_app();
    let title = Signal::derive(move || app.text(Text::PreviewTitle).to_owned());
    let is_busy = Memo::new(move |_| app.import.with(ImportState::is_busy));
    let chosen = move || {
        app.looking.with(|looking| {
            let chosen = looking.files.iter().filter(|f| f.is_ready() && f.is_chosen);
            chosen.count()
        })
    };
    let target = move || {
        let count = app.looking.with(|l| l.files.len()).to_string();
        match app.store().filter(|store| !store.demo) {
            Some(store) => app.say(Text::PreviewFiles, &[&count, &store.name]),
            None => {
                let shop = app.looking.with(|l| l.home.clone());
                let name = shop.unwrap_or_else(|| app.text(Text::PreviewUnnamed).to_owned());
                app.say(Text::PreviewNewStore, &[&count, &name])
            }
        }
    };
    let would = move || match chosen() {
        0 => app.text(Text::PreviewNothing).to_owned(),
        _ => app.looking.with(|looking| {
            let chosen = looking.files.iter().filter(|f| f.is_ready() && f.is_chosen);
            summary(app.lang.get(), chosen.map(|file| &file.preview))
        }),
    };
    let go = move || match chosen() {
        _ if is_busy.get() => app.text(Text::PreviewReading).to_owned(),
        1 => app.text(Text::PreviewGoOne).to_owned(),
        count => app.say(Text::PreviewGo, &[&count.to_string()]),
    };
    let head = move |text: Text| move || app.text(text);
    view! {
        <Dialog id="import-preview" title close=move |()| import::discard(app) class="full" stays=true>
            <div class="preview-head">
                <p>{target}</p>
                <p class="hint">{move || app.text(Text::PreviewWritesNothing)}</p>
                <OtherShops/>
            </div>
            <div class="preview-files">
                <table class="table preview-table">
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{head(Text::PreviewChoose)}</span></th>
                            <th scope="col">{head(Text::DataLogFile)}</th>
                            <th scope="col">{head(Text::ReportKind)}</th>
                            <th scope="col">{head(Text::PreviewPeriod)}</th>
                            <th scope="col" class="figure">{head(Text::DataLogRows)}</th>
                            <th scope="col" class="figure">{head(Text::DataLogNew)}</th>
                            <th scope="col" class="figure">{head(Text::DataLogUpdated)}</th>
                            <th scope="col" class="figure">{head(Text::PreviewUnchanged)}</th>
                            <th scope="col" class="figure">{head(Text::PreviewTotal)}</th>
                            <th scope="col">{head(Text::DataLogIssues)}</th>
                            <th scope="col"><span class="visually-hidden">{head(Text::Details)}</span></th>
                        </tr>
                    </thead>
                    <For
                        each=move || app.looking.with(|l| l.files.iter().map(LookedAt::key).collect::<Vec<_>>())
                        key=|key| *key
                        let:key
                    >
                        <FileRows id=key.0/>
                    </For>
                </table>
            </div>
            <div class="dialog-foot preview-foot">
                <p class="hint" aria-live="polite">{would}</p>
                <button type="button" class="button" on:click=move |_| import::discard(app)>
                    {move || app.text(Text::Cancel)}
                </button>
                <button
                    id=GO type="button" class="button primary" autofocus
                    disabled=move || is_busy.get() || chosen() == 0
                    on:click=move |_| import::go(app)
                >
                    {go}
                </button>
            </div>
        </Dialog>
    }
}
