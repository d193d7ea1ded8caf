//! What was imported, newest first, of one kind or about one day if wanted; on top what was undone and can be brought back.

use super::strip::LOG_DAY;
use crate::app::components::button::CommandButton;
use crate::app::components::file_report::FileReportView;
use crate::app::components::grid::Headers;
use crate::app::context::use_app;
use crate::commands::Command;
use crate::grid::View;
use crate::i18n::{Text, format};
use crate::model::time::Day;
use crate::protocol::ImportEntry;
use crate::screens::data::log::{LogFilter, arranged, kinds_there, table};
use crate::screens::data::report::{kind_name, remark_count};
use leptos::prelude::*;
use std::sync::Arc;

/// Imports that are drawn at first, and with every step further.
const STEP: usize = 50;

/// What was imported.
#[component]
pub fn ImportLog(
    /// Which imports are shown.
    filter: RwSignal<LogFilter>,
) -> impl IntoView {
    let app = use_app();
    let current = Memo::new(move |_| app.overview.with(|o| o.current));
    let view = RwSignal::new(View::default());
    let drawn = RwSignal::new(STEP);
    let rows = Memo::new(move |_| {
        app.overview
            .with(|o| Arc::new(table(app.lang.get(), &o.imports)))
    });
    let places = Memo::new(move |_| {
        let lang = app.lang.get();
        app.overview.with(|o| {
            rows.with(|rows| {
                let passes = |filter: &LogFilter| {
                    view.with(|view| arranged(lang, &o.imports, rows, filter, view))
                };
                filter.with(passes)
            })
        })
    });
    // Another store has other kinds and days.
    Effect::new(move |before: Option<_>| {
        let store = current.get();
        if before.is_some_and(|before| before != store) {
            filter.set(LogFilter::default());
        }
        store
    });
    let shown = move || {
        let places = places.get();
        app.overview.with(|o| {
            let shown = places.iter().take(drawn.get());
            shown
                .filter_map(|&place| o.imports.get(place).cloned())
                .collect::<Vec<_>>()
        })
    };
    let hidden = move || places.with(Vec::len).saturating_sub(drawn.get());
    let undone = Memo::new(move |_| {
        let passes = |entry: &&ImportEntry| filter.with(|f| f.passes(entry));
        let of = |all: &[ImportEntry]| all.iter().filter(passes).cloned().collect::<Vec<_>>();
        app.overview.with(|o| of(&o.undone))
    });
    let is_empty = move || places.with(Vec::is_empty) && undone.with(Vec::is_empty);
    view! {
        <section class="panel log" aria-labelledby="log-title">
            <div class="panel-head">
                <h2 id="log-title">{move || app.text(Text::DataLog)}</h2>
                <Filters filter found=Signal::derive(move || places.with(Vec::len))/>
            </div>
            <div class="table-scroll">
                <table class="table log-table">
                    <thead>
                        <tr>
                            <Headers table=rows.into() view/>
                            <th scope="col"><span class="visually-hidden">{move || app.text(Text::DataLogActions)}</span></th>
                        </tr>
                    </thead>
                    <For
                        each=move || undone.get()
                        key=move |entry| (current.get_untracked(), entry.segment)
                        let:entry
                    >
                        <Undone entry/>
                    </For>
                    <For
                        each=shown
                        key=move |entry| (current.get_untracked(), entry.segment)
                        let:entry
                    >
                        <Entry entry/>
                    </For>
                </table>
            </div>
            <Show when=is_empty>
                <p class="grid-empty" role="status">{move || app.text(Text::DataLogNone)}</p>
            </Show>
            <Show when=move || { hidden() > 0 }>
                <div class="row log-more screen-only">
                    <button type="button" class="button small" on:click=move |_| drawn.update(|n| *n += STEP)>
                        {move || app.say(Text::DataLogMore, &[&hidden().min(STEP).to_string()])}
                    </button>
                </div>
            </Show>
        </section>
    }
}

/// What of the log is shown.
#[component]
fn Filters(filter: RwSignal<LogFilter>, found: Signal<usize>) -> impl IntoView {
    let app = use_app();
    let kinds = Memo::new(move |_| {
        app.overview
            .with(|o| kinds_there(app.lang.get(), &o.imports))
    });
    let all = move || app.overview.with(|o| o.imports.len());
    let count = move || {
        let (found, all) = (found.get().to_string(), all().to_string());
        app.say(Text::DataLogCount, &[&found, &all])
    };
    let option = move |(name, title): (String, &'static str)| {
        let value = name.clone();
        let is_it = move || filter.with(|f| f.kind.as_deref() == Some(name.as_str()));
        view! { <option value=value prop:selected=is_it>{title}</option> }
    };
    let on_kind = move |event| {
        let chosen = event_target_value(&event);
        filter.update(|f| f.kind = Some(chosen).filter(|kind| !kind.is_empty()));
    };
    let on_day = move |event| {
        let day = Day::parse_iso(&event_target_value(&event));
        filter.update(|f| f.day = day);
    };
    let day = move || filter.with(|f| f.day.map_or_else(String::new, |day| day.to_string()));
    let is_open = move || filter.with(LogFilter::is_open);
    view! {
        <div class="row log-filter screen-only">
            <Show when=move || !is_open()>
                <span class="hint" role="status">{count}</span>
                <button type="button" class="button quiet small" on:click=move |_| filter.set(LogFilter::default())>
                    {move || app.text(Text::DataLogClear)}
                </button>
            </Show>
            <select class="input" aria-label=move || app.text(Text::ReportKind) on:change=on_kind>
                <option value="" prop:selected=move || filter.with(|f| f.kind.is_none())>
                    {move || app.text(Text::DataLogAllKinds)}
                </option>
                {move || kinds.get().into_iter().map(option).collect_view()}
            </select>
            <label>
                {move || app.text(Text::DataLogDay)}
                <input type="date" id=LOG_DAY class="input" prop:value=day on:change=on_day/>
            </label>
        </div>
    }
}

/// An import that was taken out.
#[component]
fn Undone(entry: ImportEntry) -> impl IntoView {
    let app = use_app();
    let when = minute_of(&entry);
    let (segment, report) = (entry.segment, entry.report);
    let file = StoredValue::new(report.file.clone());
    let label = Signal::derive(move || file.with_value(|f| app.say(Text::DataRestoreOf, &[f])));
    let span = report
        .span
        .map_or_else(|| format::NONE.to_owned(), format::span);
    let kind = move || kind_name(app.lang.get(), &report);
    view! {
        <tbody class="log-undone">
            <tr>
                <th scope="row">
                    <span class="file-name" title=file.get_value()>{file.get_value()}</span>
                    <span class="tag">{move || app.text(Text::DataUndone)}</span>
                    <small class="hint">{move || app.text(Text::DataUndoneUntil)}</small>
                </th>
                <td class="wide-only">{kind}</td>
                <td class="wide-only">{when}</td>
                <td>{span}</td>
                <td class="figure wide-only"></td>
                <td class="figure"></td>
                <td class="figure wide-only"></td>
                <td class="figure wide-only"></td>
                <td>
                    <div class="row tight end screen-only">
                        <CommandButton command=Command::Restore(segment) text=Text::Restore class="small" label/>
                    </div>
                </td>
            </tr>
        </tbody>
    }
}

/// When it was imported, to the minute.
fn minute_of(entry: &ImportEntry) -> String {
    let when = entry.imported_at.to_string();
    when.get(..16).unwrap_or(&when).to_owned()
}

#[component]
fn Entry(entry: ImportEntry) -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let when = minute_of(&entry);
    let report = Arc::new(entry.report);
    let (segment, file) = (entry.segment, StoredValue::new(report.file.clone()));
    let n = |n: u64| format::grouped(n as i64);
    let about = move |text: Text| Signal::derive(move || file.with_value(|f| app.say(text, &[f])));
    let (of_kind, small, details) = (report.clone(), report.clone(), report.clone());
    let details_id = format!("import-{segment}");
    let controls = details_id.clone();
    view! {
        <tbody>
            <tr>
                <th scope="row">
                    <span class="file-name" title=report.file.clone()>{report.file.clone()}</span>
                    <small class="hint narrow-only">{move || kind_name(app.lang.get(), &small)}</small>
                </th>
                <td class="wide-only">{move || kind_name(app.lang.get(), &of_kind)}</td>
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
                <td colspan="9">
                    {move || is_open.get().then(|| view! { <FileReportView report=details.clone()/> })}
                </td>
            </tr>
        </tbody>
    }
}
