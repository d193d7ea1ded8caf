//! What stands above the page until something is done about it: a new version, a worker of another version, data that
//! cannot be opened or only be looked at, imports that cannot be read, work that is in no backup, a browser that does not
//! store.

mod damaged;
mod storage;

use crate::app::components::button::CommandButton;
use crate::app::context::{Start, failure_text, use_app};
use crate::commands::Command;
use crate::i18n::Text;
use crate::platform::folder::Folder;
use crate::platform::location;
use damaged::Damaged;
use leptos::prelude::*;

/// All that applies now.
#[component]
pub fn Notices() -> impl IntoView {
    let app = use_app();
    let put_off = RwSignal::new(false);
    let update = move || app.update_waits.get() && !put_off.get();
    let trouble = move || match app.start.get() {
        Start::OtherBuild => Some(app.text(Text::OtherBuild).to_owned()),
        Start::NotStarted(reason) => Some(app.say(Text::FailWorkerStart, &[&reason])),
        Start::Failed(failure) => {
            let why = failure_text(app.lang.get(), &failure);
            Some(app.say(Text::StartFailed, &[&why]))
        }
        Start::Opening | Start::Waiting | Start::Open => None,
    };
    // Work waits to be written to a folder that the browser has shut.
    let shut = Memo::new(move |_| match app.backups.get().folder {
        Folder::Shut(name) => app
            .store()
            .filter(|store| !store.demo && !store.backup.is_current())
            .map(|_| name),
        _ => None,
    });
    let reminder = Memo::new(move |_| {
        app.route.track(); // A page that stays open for days looks again when it is used.
        app.reminder().filter(|_| shut.with(Option::is_none))
    });
    view! {
        <Show when=update>
            <div class="notice screen-only" role="status">
                <p>{move || app.text(Text::UpdateReady)}</p>
                <CommandButton command=Command::ApplyUpdate text=Text::Reload class="primary small"/>
                <button type="button" class="button quiet small" on:click=move |_| put_off.set(true)>
                    {move || app.text(Text::UpdateLater)}
                </button>
            </div>
        </Show>
        {move || trouble().map(|text| view! {
            <div class="notice bad" role="alert">
                <p>{text}</p>
                <button type="button" class="button small screen-only" on:click=move |_| location::reload()>
                    {move || app.text(Text::Reload)}
                </button>
            </div>
        })}
        <storage::Waiting/>
        <storage::Outdated/>
        <Damaged/>
        {move || reminder.get().map(|text| view! {
            <div class="notice screen-only" role="status">
                <p>{text}</p>
                <CommandButton command=Command::BackUp class="small"/>
                <CommandButton command=Command::RemindLater text=Text::BackupLater class="quiet small"/>
            </div>
        })}
        {move || shut.get().map(|name| view! {
            <div class="notice screen-only" role="status">
                <p>{move || app.say(Text::BackupAutoAsks, &[&name])}</p>
                <CommandButton command=Command::AllowBackupFolder text=Text::BackupFolderAllow class="small"/>
            </div>
        })}
        <storage::MemoryOnly/>
    }
}
