//! What the operator has said of tables: taken in from a file, saved to one, forgotten.

use crate::app::context::App;
use crate::commands::Command;
use crate::i18n::{Text, t};
use crate::import::template::{Template, from_json, to_json};
use crate::platform::download;
use crate::platform::files::LocalFile;
use crate::protocol::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How the name of a file of templates ends.
pub const ENDING: &str = ".json";
/// A larger file holds no templates.
const LARGEST_BYTES: u64 = 4 << 20;

/// Takes in the templates among files; the other files are given back.
pub async fn take_in(app: App, files: Vec<LocalFile>) -> Vec<LocalFile> {
    let is_json = |file: &LocalFile| file.name().to_lowercase().ends_with(ENDING);
    let (jsons, mut others): (Vec<_>, Vec<_>) = files.into_iter().partition(is_json);
    for file in jsons {
        if file.size_bytes() > LARGEST_BYTES {
            others.push(file);
            continue;
        }
        let text = file.head(LARGEST_BYTES as usize).await;
        match from_json(&text) {
            Some(templates) => keep(app, &file.name(), templates).await,
            // It may be a table under an odd name: the reader says what it is.
            None => others.push(file),
        }
    }
    others
}

async fn keep(app: App, file: &str, templates: Vec<Template>) {
    let lang = app.lang.get_untracked();
    if templates.is_empty() {
        return app.toast_error(t(lang, Text::TemplatesNone, &[file]));
    }
    let count = templates.len().to_string();
    match app.ask(Request::KeepTemplates { templates }).await {
        Ok(_) => app.toast(t(lang, Text::TemplatesTaken, &[&count])),
        Err(failure) => app.toast_failure(&failure),
    }
}

/// Takes in a file that was chosen as one of templates.
pub fn import(app: App, file: LocalFile) {
    spawn_local(async move {
        let name = file.name();
        let others = take_in(app, vec![file]).await;
        if !others.is_empty() {
            app.toast_error(t(app.lang.get_untracked(), Text::TemplatesNone, &[&name]));
        }
    });
}

/// Saves all templates as a file.
pub fn export(app: App) {
    let templates = app.overview.with_untracked(|o| o.templates.clone());
    let name = Text::TemplatesFileName.get(app.lang.get_untracked());
    download::text(
        &format!("{name}{ENDING}"),
        "application/json",
        &to_json(&templates),
    );
}

/// Forgets a template, and offers to take it back.
pub fn forget(app: App, template: Template) {
    spawn_local(async move {
        let request = Request::ForgetTemplate {
            fingerprint: template.fingerprint.clone(),
        };
        match app.ask(request).await {
            Ok(_) => {
                let said = t(
                    app.lang.get_untracked(),
                    Text::TemplateDeleted,
                    &[&template.file],
                );
                app.forgotten.set_value(Some(template));
                app.toast_with(said, Text::Undo, Command::RestoreTemplate);
            }
            Err(failure) => app.toast_failure(&failure),
        }
    });
}

/// Takes back the template that was forgotten last.
pub fn restore(app: App) {
    let Some(template) = app.forgotten.get_value() else {
        return;
    };
    spawn_local(async move {
        let templates = vec![template];
        if let Err(failure) = app.ask(Request::KeepTemplates { templates }).await {
            app.toast_failure(&failure);
        }
    });
}
