//! The inputs through which the browser lets files be chosen. Nobody sees them; commands press them.

use crate::app::context::use_app;
use crate::app::tasks::{
    BACKUP_INPUT, FILE_INPUT, FOLDER_INPUT, TEMPLATE_INPUT, import::import, restore_backup,
    take_in, templates,
};
use crate::backup::ENDING;
use crate::i18n::Text;
use crate::platform::files;
use leptos::prelude::*;

/// The inputs for files, for a folder and for a backup.
#[component]
pub fn FileInputs() -> impl IntoView {
    let app = use_app();
    view! {
        <input
            id=FILE_INPUT type="file" multiple hidden aria-label=move || app.text(Text::CmdImportFiles)
            on:change=move |_| take_in(app, files::take_chosen(FILE_INPUT))
        />
        <input
            id=FOLDER_INPUT type="file" multiple hidden aria-label=move || app.text(Text::CmdImportFolder)
            prop:webkitdirectory=true
            on:change=move |_| import(app, files::tables_of_folder(files::take_chosen(FOLDER_INPUT)))
        />
        <input
            id=TEMPLATE_INPUT type="file" accept=templates::ENDING hidden aria-label=move || app.text(Text::TemplatesImport)
            on:change=move |_| {
                if let Some(file) = files::take_chosen(TEMPLATE_INPUT).pop() {
                    templates::import(app, file);
                }
            }
        />
        <input
            id=BACKUP_INPUT type="file" accept=ENDING hidden aria-label=move || app.text(Text::BackupRestore)
            on:change=move |_| {
                if let Some(file) = files::take_chosen(BACKUP_INPUT).pop() {
                    restore_backup::begin(app, file);
                }
            }
        />
    }
}
