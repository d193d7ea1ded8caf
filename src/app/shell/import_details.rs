//! What the last import read, file by file.

use crate::app::components::dialog::Dialog;
use crate::app::components::file_report::FileReportView;
use crate::app::context::{ImportState, use_app};
use crate::i18n::format::grouped;
use crate::i18n::{Lang, Text, t};
use crate::import::report::FileReport;
use crate::screens::data::report::repeats;
use leptos::prelude::*;
use std::sync::Arc;

/// What the last import read, file by file; a file with something to know is unfolded.
#[component]
pub fn ImportDetails(
    /// Called when it is closed.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let reports: Vec<Arc<FileReport>> = app.import.with_untracked(|import| match import {
        ImportState::Finished(finished) => finished.reports.iter().cloned().map(Arc::new).collect(),
        _ => Vec::new(),
    });
    let is_only = reports.len() == 1;
    let file = move |report: Arc<FileReport>| {
        let is_open = is_only || report.is_fatal();
        let (head, class) = (
            report.clone(),
            if report.is_fatal() {
                "tag bad"
            } else {
                "tag good"
            },
        );
        view! {
            <details class="import-entry" open=is_open>
                <summary>
                    <span class="import-name">{report.file.clone()}</span>
                    <span class=class>{move || verdict(app.lang.get(), &head)}</span>
                </summary>
                <FileReportView report/>
            </details>
        }
    };
    let title = Signal::derive(move || app.text(Text::ImportDetailsTitle).to_owned());
    view! {
        <Dialog id="import-details" title close class="wide">
            {reports.into_iter().map(file).collect_view()}
        </Dialog>
    }
}

/// What came of a file, in a few words.
fn verdict(lang: Lang, report: &FileReport) -> String {
    if report.is_fatal() {
        Text::SeverityFatal.get(lang).to_owned()
    } else if let Some(same) = &report.repeats {
        repeats(lang, same)
    } else {
        let (new, updated) = (report.new_rows as i64, report.updated_rows as i64);
        t(
            lang,
            Text::ImportSummary,
            &[&grouped(new), &grouped(updated)],
        )
    }
}
