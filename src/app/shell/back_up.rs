//! The dialog that makes a backup: with a passphrase or without one.

use crate::app::components::choice::Choice;
use crate::app::components::dialog::Dialog;
use crate::app::components::field::TextField;
use crate::app::context::use_app;
use crate::app::tasks::back_up::back_up;
use crate::backup::Passphrase;
use crate::i18n::Text;
use crate::protocol::WorkspaceCard;
use crate::screens::data::backup::strength_hint;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes a backup of a store.
#[component]
pub fn BackUp(
    /// The store.
    store: WorkspaceCard,
    /// Called when it is closed.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let name = StoredValue::new(store.name.clone());
    let title = Signal::derive(move || app.say(Text::BackupTitle, &[&name.get_value()]));
    let is_sealed = RwSignal::new(false);
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<(bool, Text)>);
    let is_busy = RwSignal::new(false);
    // What was wrong is no longer said of what is typed now.
    Effect::new(move |_| {
        passphrase.track();
        again.track();
        is_sealed.track();
        wrong.set(None);
    });
    let strength = move || {
        let hint = passphrase.with(|p| strength_hint(p))?;
        Some(app.text(hint).to_owned())
    };
    let error_at = move |second: bool| {
        Signal::derive(move || {
            let (at, text) = wrong.get()?;
            (at == second).then(|| app.text(text).to_owned())
        })
    };
    let submit = move || {
        let sealed = is_sealed.get_untracked();
        let typed = passphrase.get_untracked();
        if sealed && typed.is_empty() {
            return wrong.set(Some((false, Text::BackupPassphraseEmpty)));
        }
        if sealed && typed != again.get_untracked() {
            return wrong.set(Some((true, Text::BackupPassphraseDiffers)));
        }
        wrong.set(None);
        is_busy.set(true);
        let store = store.clone();
        spawn_local(async move {
            if back_up(app, &store, sealed.then_some(Passphrase(typed))).await {
                close.run(());
            }
            // The dialog may have been closed meanwhile.
            let _ = is_busy.try_set(false);
        });
    };
    let label = move |text: Text| Signal::derive(move || app.text(text).to_owned());
    view! {
        <Dialog id="back-up" title close class="narrow">
            <form on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }>
                <Choice
                    name="sealing" legend=Text::BackupHow value=is_sealed
                    options=vec![(false, Text::BackupPlain), (true, Text::BackupSealed)]
                    choose=move |sealed| is_sealed.set(sealed)
                />
                <p class="hint">
                    {move || app.text(if is_sealed.get() { Text::BackupSealedWhy } else { Text::BackupPlainWhy })}
                </p>
                <Show when=move || is_sealed.get()>
                    <TextField
                        id="passphrase" label=label(Text::BackupPassphrase) value=passphrase secret=true longest=200
                        error=error_at(false) hint=Signal::derive(strength)
                    />
                    <TextField
                        id="passphrase-again" label=label(Text::BackupPassphraseAgain) value=again secret=true longest=200
                        first=false error=error_at(true)
                    />
                </Show>
                <div class="dialog-foot">
                    <button type="button" class="button" on:click=move |_| close.run(())>
                        {move || app.text(Text::Cancel)}
                    </button>
                    <button type="submit" class="button primary" disabled=is_busy>
                        {move || app.text(if is_busy.get() { Text::BackupMaking } else { Text::BackupMake })}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}
