//! What was imported, newest first.

use crate::app::components::button::CommandButton;
use crate::app::components::file_report::FileReportView;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::i18n::{Text, format};
use crate::protocol::ImportEntry;
use crate::screens::data::report::{kind_name, remark_count};
use leptos::prelude::*;
use std::sync::Arc;

/// What was imported.
#[component]
pub fn ImportLog() -> impl IntoView {
    let app = use_app();
    let current = Memo::new(move |_| app.overview.with(|o| o.current));
    let head = move |text: Text| move || app.text(text);
    view! {
        <section class="panel log" aria-labelledby="log-title">
            <h2 id="log-title" class="panel-title">{move || app.text(Text::DataLog)}</h2>
            <div class="table-scroll">
                <table class="table log-table">
                    <thead>
                        <tr>
                            <th scope="col">{head(Text::DataLogFile)}</th>
                            <th scope="col" class="wide-only">{head(Text::DataLogWhen)}</th>
                            <th scope="col">{head(Text::DataLogPeriod)}</th>
                            <th scope="col" class="figure wide-only">{head(Text::DataLogRows)}</th>
                            <th scope="col" class="figure">{head(Text::DataLogNew)}</th>
                            <th scope="col" class="figure wide-only">{head(Text::DataLogUpdated)}</th>
                            <th scope="col" class="figure wide-only">{head(Text::DataLogIssues)}</th>
                            <th scope="col"><span class="visually-hidden">{head(Text::DataLogActions)}</span></th>
                        </tr>
                    </thead>
                    <For
                        each=move || app.overview.with(|o| o.imports.clone())
                        key=move |entry| (current.get_untracked(), entry.segment)
                        let:entry
                    >
                        <Entry entry/>
                    </For>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Entry(entry: ImportEntry) -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let report = Arc::new(entry.report);
    let (segment, file) = (entry.segment, StoredValue::new(report.file.clone()));
    let n = |n: u64| format::grouped(n as i64);
    let about = move |text: Text| Signal::derive(move || file.with_value(|f| app.say(text, &[f])));
    let when = entry.imported_at.to_string();
    let when = when.get(..16).unwrap_or(&when).to_owned();
    let (head, details) = (report.clone(), report.clone());
    let details_id = format!("import-{segment}");
    let controls = details_id.clone();
    view! {
        <tbody>
            <tr>
                <th scope="row">
                    <span class="file-name" title=report.file.clone()>{report.file.clone()}</span>
                    <small class="hint">{move || kind_name(app.lang.get(), &head)}</small>
                </th>
                <td class="wide-only">{when}</td>
                <td>{report.span.map_or_else(|| format::NONE.to_owned(), format::span)}</td>
                <td class="figure wide-only">{n(report.rows)}</td>
                <td class="figure">{n(report.new_rows)}</td>
                <td class="figure wide-only">{n(report.updated_rows)}</td>
                <td class="figure wide-only">{n(remark_count(&report) as u64)}</td>
                <td>
                    <div class="row tight end screen-only">
                        <button
                            type="button" class="button quiet small" aria-label=about(Text::DataDetailsOf)
                            aria-expanded=move || is_open.get().to_string() aria-controls=controls
                            on:click=move |_| is_open.update(|open| *open = !*open)
                        >
                            {move || app.text(Text::Details)}
                        </button>
                        <CommandButton
                            command=Command::Undo(segment) text=Text::Undo class="quiet small"
                            label=about(Text::DataUndoOf)
                        />
                    </div>
                </td>
            </tr>
            <tr id=details_id class="log-details" hidden=move || !is_open.get()>
                <td colspan="8">
                    {move || is_open.get().then(|| view! { <FileReportView report=details.clone()/> })}
                </td>
            </tr>
        </tbody>
    }
}
