//! What could not be read back and was set aside: named one by one, with what can be done about it.

use crate::app::components::button::CommandButton;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use crate::protocol::DamagedImport;
use crate::workspace::desk;
use leptos::prelude::*;

/// Imports that are named; the others are counted.
const NAMED: usize = 6;

/// Imports and stores that could not be read back.
#[component]
pub(super) fn Damaged() -> impl IntoView {
    let app = use_app();
    let imports = Memo::new(move |_| app.overview.with(|o| o.damaged.clone()));
    let stores = Memo::new(move |_| app.overview.with(|o| o.damaged_stores.clone()));
    let count = move || imports.with(Vec::len);
    let others = move || {
        let others = count().checked_sub(NAMED).filter(|others| *others > 0)?;
        Some(view! { <li>{app.say(Text::DamagedMore, &[&others.to_string()])}</li> })
    };
    let list = move || {
        let named = imports.get().into_iter().take(NAMED);
        let line = |import| view! { <OneImport import/> };
        named.map(line).collect_view()
    };
    let numbers = move || {
        let numbers = stores.with(|ids| ids.iter().map(ToString::to_string).collect::<Vec<_>>());
        numbers.join(app.text(Text::ListSeparator))
    };
    let papers = Memo::new(move |_| app.overview.with(|o| o.damaged_papers.clone()));
    let parts = move || {
        let title = |part: &String| desk::title(part).map(|title| app.lang.get().pick(title));
        let parts = papers.with(|parts| parts.iter().filter_map(title).collect::<Vec<_>>());
        parts.join(app.text(Text::ListSeparator))
    };
    view! {
        <Show when=move || { count() > 0 }>
            <div class="notice warn" role="alert">
                <div class="notice-text">
                    <p>{move || app.say(Text::DamagedImports, &[&count().to_string()])}</p>
                    <ul class="notice-list">{list}{others}</ul>
                </div>
                <CommandButton command=Command::ImportFiles text=Text::ImportFiles class="primary small"/>
            </div>
        </Show>
        <Show when=move || papers.with(|parts| !parts.is_empty())>
            <div class="notice warn" role="alert">
                <p>{move || app.say(Text::DamagedPapers, &[&parts()])}</p>
                <CommandButton command=Command::RestoreBackup class="small"/>
            </div>
        </Show>
        <Show when=move || stores.with(|ids| !ids.is_empty())>
            <div class="notice warn" role="alert">
                <p>{move || app.say(Text::DamagedStores, &[&numbers()])}</p>
                <CommandButton command=Command::RestoreBackup class="small"/>
            </div>
        </Show>
    }
}

#[component]
fn OneImport(import: DamagedImport) -> impl IntoView {
    let app = use_app();
    let number = import.segment;
    let file = import.source.as_ref().map(|(file, _)| file.clone());
    let what = move || match &import.source {
        Some((file, when)) => {
            let day = when.day().to_string();
            app.say(Text::DamagedImport, &[file, &day])
        }
        None => app.say(Text::DamagedNumber, &[&number.to_string()]),
    };
    let label = Signal::derive(move || {
        let file = file.clone().unwrap_or_else(|| number.to_string());
        app.say(Text::DataUndoOf, &[&file])
    });
    view! {
        <li>
            <span>{what}</span>
            <CommandButton command=Command::Undo(number) text=Text::Undo class="quiet small" label/>
        </li>
    }
}
