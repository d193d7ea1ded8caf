//! Backup and hand-over: when the last backup was made and where it is, by hand and by itself.

use crate::app::components::button::CommandButton;
use crate::app::components::choice::Choice;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::Text;
use crate::platform::folder::Folder;
use crate::screens::data::backup::{last, missing};
use leptos::prelude::*;

/// How the open store stands with its backups.
#[component]
pub fn BackupPanel() -> impl IntoView {
    let app = use_app();
    let state = Memo::new(move |_| app.store().map(|store| store.backup));
    let said = move || {
        state.with(|state| {
            state.as_ref().map(|state| {
                let missing = missing(app.lang.get(), state);
                view! {
                    <p>{last(app.lang.get(), state)}</p>
                    {missing.map(|text| view! { <p class:warn-text=!state.is_current()>{text}</p> })}
                }
            })
        })
    };
    view! {
        <section class="panel" aria-labelledby="backup-title">
            <h2 id="backup-title" class="panel-title">{move || app.text(Text::Backup)}</h2>
            <div class="panel-body">
                {said}
                <div class="row screen-only">
                    <CommandButton command=Command::BackUp class="small"/>
                    <CommandButton command=Command::RestoreBackup class="small"/>
                </div>
                <p class="hint">{move || app.text(Text::BackupWhat)}</p>
                <Automatic/>
            </div>
        </section>
    }
}

/// The automatic backups.
#[component]
fn Automatic() -> impl IntoView {
    let app = use_app();
    let folder = Memo::new(move |_| app.backups.with(|b| b.folder.clone()));
    let is_demo = move || app.store().is_some_and(|store| store.demo);
    let kept = Signal::derive(move || app.backups.with(|b| b.kept));
    let failed = move || {
        let why = app.backups.with(|b| b.failed.clone())?;
        Some(view! {
            <p class="bad-text" role="alert">{app.say(Text::BackupAutoFailed, &[&why])}</p>
            <div class="row screen-only">
                <CommandButton command=Command::WriteBackup text=Text::BackupRetry class="small"/>
            </div>
        })
    };
    let options = vec![
        (5, Text::BackupKeep5),
        (10, Text::BackupKeep10),
        (30, Text::BackupKeep30),
    ];
    let settings = move || {
        view! {
            <p class="hint">{move || app.text(if is_demo() { Text::BackupAutoDemo } else { Text::BackupAutoPlain })}</p>
            <Choice
                name="backups-kept" legend=Text::BackupKeep value=kept note=Text::BackupKeepNote options=options.clone()
                choose=move |count| app.run(Command::KeepBackups(count))
            />
            <div class="row screen-only">
                <CommandButton command=Command::ChooseBackupFolder text=Text::BackupFolderChange class="quiet small"/>
                <CommandButton command=Command::ForgetBackupFolder class="quiet small"/>
            </div>
        }
    };
    view! {
        <h3>{move || app.text(Text::BackupAuto)}</h3>
        {move || match folder.get() {
            Folder::Unknown => ().into_any(),
            Folder::NotOffered => view! { <p class="hint">{move || app.text(Text::BackupAutoNotHere)}</p> }.into_any(),
            Folder::NotChosen => view! {
                <p class="hint">{move || app.text(Text::BackupAutoOff)}</p>
                <div class="row screen-only">
                    <CommandButton command=Command::ChooseBackupFolder class="small"/>
                </div>
            }
            .into_any(),
            Folder::Open(name) => view! {
                <p role="status">{move || if app.backups.with(|b| b.is_writing) {
                    app.text(Text::BackupMaking).to_owned()
                } else {
                    app.say(Text::BackupAutoOn, &[&name])
                }}</p>
                {settings()}
            }
            .into_any(),
            Folder::Shut(name) => view! {
                <p class="warn-text">{move || app.say(Text::BackupAutoAsks, &[&name])}</p>
                <div class="row screen-only">
                    <CommandButton command=Command::AllowBackupFolder text=Text::BackupFolderAllow class="small"/>
                </div>
                {settings()}
            }
            .into_any(),
        }}
        {failed}
    }
}
