//! The dialog that restores a backup: its passphrase, what it holds, and where it goes.

use crate::app::components::choice::Choice;
use crate::app::components::dialog::Dialog;
use crate::app::components::field::TextField;
use crate::app::context::{App, use_app};
use crate::app::tasks::restore_backup::{restore, unlock};
use crate::backup::{Passphrase, Summary};
use crate::i18n::{Text, format};
use crate::protocol::WorkspaceCard;
use crate::screens::data::backup::contents;
use crate::screens::data::reach::reach;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Restores the backup that was chosen.
#[component]
pub fn RestoreBackup(
    /// Called when it is closed.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let title = Signal::derive(move || app.text(Text::RestoreTitle).to_owned());
    // The file and its passphrase are forgotten with the dialog.
    on_cleanup(move || app.restoring.set(None));
    view! {
        <Dialog id="restore-backup" title close class="narrow">
            {move || app.restoring.get().map(|restoring| match restoring.summary {
                None => view! { <Locked close/> }.into_any(),
                Some(summary) => view! { <Decide summary close/> }.into_any(),
            })}
        </Dialog>
    }
}

#[component]
fn Locked(close: Callback<()>) -> impl IntoView {
    let app = use_app();
    let passphrase = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let submit = move || {
        let typed = passphrase.get_untracked();
        if typed.is_empty() || is_busy.get_untracked() {
            return;
        }
        error.set(None);
        is_busy.set(true);
        spawn_local(async move {
            let wrong = unlock(app, Passphrase(typed)).await;
            // Opened, this form has given way to the next.
            let _ = error.try_set(wrong);
            let _ = is_busy.try_set(false);
        });
    };
    view! {
        <form on:submit=move |ev| {
            ev.prevent_default();
            submit();
        }>
            <p>{move || app.text(Text::RestoreLocked)}</p>
            <TextField
                id="restore-passphrase" label=Signal::derive(move || app.text(Text::BackupPassphrase).to_owned())
                value=passphrase secret=true longest=200 error=error
            />
            <Foot close is_busy go=(Text::RestoreOpen, Text::RestoreOpening) is_danger=Signal::stored(false)/>
        </form>
    }
}

#[component]
fn Decide(summary: Summary, close: Callback<()>) -> impl IntoView {
    let app = use_app();
    let replaced = StoredValue::new(untrack(|| to_replace(app, &summary)));
    let replaces = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let submit = move || {
        is_busy.set(true);
        let target = replaced.with_value(|r| r.as_ref().map(|store| store.id));
        let target = target.filter(|_| replaces.get_untracked());
        spawn_local(async move {
            if restore(app, target).await {
                close.run(());
            }
            let _ = is_busy.try_set(false);
        });
    };
    let what = move || {
        replaced.with_value(|store| match store {
            Some(store) if replaces.get() => {
                let held = match store.span {
                    Some(span) => format::span(span),
                    None => reach(app.lang.get(), store),
                };
                app.say(Text::RestoreReplaceWhat, &[&store.name, &held])
            }
            _ => app.text(Text::RestoreNewWhat).to_owned(),
        })
    };
    let can_replace = replaced.with_value(Option::is_some);
    let go = Signal::derive(move || {
        if replaces.get() {
            Text::RestoreGoReplace
        } else {
            Text::RestoreGo
        }
    });
    view! {
        <form on:submit=move |ev| {
            ev.prevent_default();
            submit();
        }>
            <p>{move || contents(app.lang.get(), &summary)}</p>
            {can_replace.then(|| view! {
                <Choice
                    name="restore-where" legend=Text::RestoreWhere value=replaces
                    options=vec![(false, Text::RestoreNew), (true, Text::RestoreReplace)]
                    choose=move |replace| replaces.set(replace)
                />
                <p class:bad-text=replaces aria-live="polite">{what}</p>
            })}
            {move || {
                let go = (go.get(), Text::Restoring);
                view! { <Foot close is_busy go is_danger=replaces/> }
            }}
        </form>
    }
}

#[component]
fn Foot(
    close: Callback<()>,
    is_busy: RwSignal<bool>,
    /// What the button says, and what while it is at work.
    go: (Text, Text),
    #[prop(into)] is_danger: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="dialog-foot">
            <button type="button" class="button" on:click=move |_| close.run(())>
                {move || app.text(Text::Cancel)}
            </button>
            <button
                type="submit" class="button" class:primary=move || !is_danger.get() class:danger=is_danger
                disabled=is_busy
            >
                {move || app.text(if is_busy.get() { go.1 } else { go.0 })}
            </button>
        </div>
    }
}

/// The store whose place a backup can take: that of the same name, else the open one; never an own one for the demo's, nor
/// the demo store for an own one's.
fn to_replace(app: App, summary: &Summary) -> Option<WorkspaceCard> {
    let fits = |store: &&WorkspaceCard| store.demo == summary.demo;
    app.overview.with(|overview| {
        let mut stores = overview.workspaces.iter().filter(fits);
        let same = stores.clone().find(|store| store.name == summary.store);
        same.or_else(|| stores.find(|store| Some(store.id) == overview.current))
            .cloned()
    })
}
