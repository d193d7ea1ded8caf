//! The dialog that is open, if one is: palette, help, import, backup, and those that name or remove a store.

use super::back_up::BackUp;
use super::help::Help;
use super::import_details::ImportDetails;
use super::import_preview::ImportPreview;
use super::palette::Palette;
use super::restore_backup::RestoreBackup;
use crate::app::components::dialog::Dialog;
use crate::app::components::field::TextField;
use crate::app::context::{App, Modal, use_app};
use crate::app::tasks::create_store::create_store;
use crate::app::tasks::delete_store::delete_store;
use crate::app::tasks::rename_store::rename_store;
use crate::i18n::{Text, format};
use crate::protocol::{WorkspaceCard, WorkspaceId};
use crate::screens::data::backup;
use leptos::prelude::*;

/// The dialog that is open.
#[component]
pub fn Dialogs() -> impl IntoView {
    let app = use_app();
    move || {
        let modal = app.dialog.get()?;
        // A command run from one dialog may have opened the next: only the one that closes is taken away.
        let close = Callback::new(move |()| {
            if app.dialog.get_untracked() == Some(modal) {
                app.dialog.set(None);
            }
        });
        Some(match modal {
            Modal::Palette => view! { <Palette close/> }.into_any(),
            Modal::Help => view! { <Help close/> }.into_any(),
            Modal::ImportPreview => view! { <ImportPreview/> }.into_any(),
            Modal::ImportDetails => view! { <ImportDetails close/> }.into_any(),
            Modal::BackUp(id) => card(app, id)
                .map(|store| view! { <BackUp store close/> })
                .into_any(),
            Modal::RestoreBackup => view! { <RestoreBackup close/> }.into_any(),
            Modal::NewStore => view! { <NameStore store=None close/> }.into_any(),
            Modal::RenameStore(id) => view! { <NameStore store=card(app, id) close/> }.into_any(),
            Modal::DeleteStore(id) => card(app, id)
                .map(|store| view! { <DeleteStore store close/> })
                .into_any(),
        })
    }
}

fn card(app: App, id: WorkspaceId) -> Option<WorkspaceCard> {
    app.overview
        .with_untracked(|o| o.workspaces.iter().find(|w| w.id == id).cloned())
}

/// Names a new store, or gives one another name.
#[component]
fn NameStore(store: Option<WorkspaceCard>, close: Callback<()>) -> impl IntoView {
    let app = use_app();
    let (title, button) = match store {
        None => (Text::NewStoreTitle, Text::NewStoreCreate),
        Some(_) => (Text::RenameStoreTitle, Text::Save),
    };
    let is_new = store.is_none();
    let own_id = store.as_ref().map(|s| s.id);
    let name = RwSignal::new(store.map_or_else(String::new, |s| s.name));
    let error = RwSignal::new(None::<Text>);
    let submit = move || {
        let name = name.get_untracked().trim().to_owned();
        let is_taken = app.overview.with_untracked(|o| {
            o.workspaces
                .iter()
                .any(|w| w.name == name && Some(w.id) != own_id)
        });
        if name.is_empty() {
            error.set(Some(Text::StoreNameEmpty));
        } else if is_taken {
            error.set(Some(Text::StoreNameTaken));
        } else {
            close.run(());
            match own_id {
                None => create_store(app, name),
                Some(id) => rename_store(app, id, name),
            }
        }
    };
    view! {
        <Dialog id="name-store" title=Signal::derive(move || app.text(title).to_owned()) close class="narrow">
            <form on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }>
                <TextField
                    id="store-name" label=Signal::derive(move || app.text(Text::StoreName).to_owned()) value=name
                    placeholder=Signal::derive(move || app.text(Text::StoreNamePlaceholder).to_owned())
                    error=Signal::derive(move || error.get().map(|e| app.text(e).to_owned()))
                />
                {is_new.then(|| view! { <p class="hint">{move || app.text(Text::NewStoreWhy)}</p> })}
                <div class="dialog-foot">
                    <button type="button" class="button" on:click=move |_| close.run(())>
                        {move || app.text(Text::Cancel)}
                    </button>
                    <button type="submit" class="button primary">{move || app.text(button)}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// Confirms that a store and everything in it go. A store with data of its own wants its name typed.
#[component]
fn DeleteStore(store: WorkspaceCard, close: Callback<()>) -> impl IntoView {
    let app = use_app();
    let typed = RwSignal::new(String::new());
    let must_type = !store.demo && !store.kinds.is_empty();
    let name = StoredValue::new(store.name.clone());
    let kinds = store.kinds.len().to_string();
    let is_confirmed = move || !must_type || typed.with(|t| name.with_value(|n| t.trim() == n));
    let submit = move || {
        if untrack(is_confirmed) {
            close.run(());
            delete_store(app, store.id, name.get_value());
        }
    };
    let what = move || match store.span {
        _ if store.demo => app.text(Text::DeleteDemoWhat).to_owned(),
        _ if store.kinds.is_empty() => app.text(Text::DeleteEmptyWhat).to_owned(),
        span => {
            let days = span.map(format::span);
            let size = format::bytes(store.stored_bytes);
            let days = days.unwrap_or_else(|| app.say(Text::DeleteKinds, &[&kinds]));
            app.say(Text::DeleteStoreWhat, &[&days, &size])
        }
    };
    let saved = {
        let backup = store.backup.clone();
        move || {
            let lang = app.lang.get();
            let missing = backup::missing(lang, &backup);
            [Some(backup::last(lang, &backup)), missing]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
    };
    let title = Signal::derive(move || app.say(Text::DeleteStoreTitle, &[&name.get_value()]));
    view! {
        <Dialog id="delete-store" title close class="narrow">
            <form on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }>
                <p>{what}</p>
                {must_type.then(|| view! {
                    <p class="hint">{saved}</p>
                    <TextField
                        id="delete-name" label=Signal::derive(move || app.text(Text::DeleteStoreType).to_owned())
                        value=typed placeholder=Signal::derive(move || name.get_value())
                    />
                })}
                <div class="dialog-foot">
                    <button type="button" class="button" autofocus=!must_type on:click=move |_| close.run(())>
                        {move || app.text(Text::Cancel)}
                    </button>
                    <button type="submit" class="button danger" disabled=move || !is_confirmed()>
                        {move || app.text(Text::DeleteStoreGo)}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
