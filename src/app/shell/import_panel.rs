//! How far an import is, and what came of it: in the corner, out of the way of the work.

use crate::app::components::icon::{Icon, Picture};
use crate::app::context::{Finished, ImportState, Modal, Reading, use_app};
use crate::app::tasks::{import, undo_import};
use crate::commands::Command;
use crate::i18n::format::{bytes, grouped};
use crate::i18n::{Lang, Text, t};
use crate::import::kinds::orders;
use crate::route::Page;
use crate::screens::data::report::{failed_count, remark_count, warnings};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Phase {
    Idle,
    Reading,
    Finished,
}

/// How far an import is, and what came of it.
#[component]
pub fn ImportPanel() -> impl IntoView {
    let app = use_app();
    let phase = Memo::new(move |_| {
        app.import.with(|import| match import {
            ImportState::Idle | ImportState::Looking { .. } => Phase::Idle,
            ImportState::Reading(_) => Phase::Reading,
            ImportState::Finished(_) => Phase::Finished,
        })
    });
    view! {
        {move || match phase.get() {
            Phase::Idle => ().into_any(),
            Phase::Reading => view! { <Progress/> }.into_any(),
            Phase::Finished => view! { <Outcome/> }.into_any(),
        }}
    }
}

#[component]
fn Progress() -> impl IntoView {
    let app = use_app();
    let reading = Memo::new(move |_| match app.import.get() {
        ImportState::Reading(reading) => reading,
        _ => Reading::default(),
    });
    let title = move || {
        let reading = reading.get();
        if reading.is_demo {
            app.text(Text::DemoMaking).to_owned()
        } else {
            let at = (reading.index + 1).min(reading.files).to_string();
            let text = match reading.is_storing {
                true => Text::ImportStoring,
                false => Text::ImportReading,
            };
            app.say(text, &[&at, &reading.files.to_string()])
        }
    };
    let line = move || {
        let reading = reading.get();
        let rows = grouped(reading.rows as i64);
        app.say(
            Text::ImportRows,
            &[
                &rows,
                &bytes(reading.read_bytes),
                &bytes(reading.total_bytes),
            ],
        )
    };
    let stop = move || {
        if reading.with(|r| r.cancelling) {
            Text::ImportStopping
        } else {
            Text::ImportStop
        }
    };
    view! {
        <section class="float import-panel" aria-labelledby="import-progress">
            <div class="row spread">
                <h2 id="import-progress">{title}</h2>
                <button
                    type="button" class="button small" disabled=move || reading.with(|r| r.cancelling)
                    on:click=move |_| app.run(Command::CancelImport)
                >
                    {move || app.text(stop())}
                </button>
            </div>
            <p class="import-file">{move || reading.with(|r| r.file.clone())}</p>
            <progress
                aria-labelledby="import-progress"
                max=move || reading.with(|r| if r.is_storing { r.files } else { r.total_bytes as usize }.max(1).to_string())
                prop:value=move || reading.with(|r| if r.is_storing { r.index as f64 } else { r.read_bytes as f64 })
            ></progress>
            <p class="hint">{move || (!reading.with(|r| r.is_storing)).then(line)}</p>
        </section>
    }
}

#[component]
fn Outcome() -> impl IntoView {
    let app = use_app();
    let finished = Memo::new(move |_| match app.import.get() {
        ImportState::Finished(finished) => finished,
        _ => Finished::default(),
    });
    let title = move || {
        let finished = finished.get();
        app.text(if finished.failure.is_some() {
            Text::ImportIncomplete
        } else if finished.cancelled && finished.segments.is_empty() {
            Text::ImportStoppedEmpty
        } else if finished.cancelled {
            Text::ImportStopped
        } else if finished.reports.iter().any(import::is_stored)
            || finished.reports.iter().all(|r| r.already_there())
        {
            Text::ImportDone
        } else {
            Text::ImportNothing
        })
    };
    let remarks = move || {
        let finished = finished.get();
        let failed = failed_count(&finished.reports);
        let issues: usize = finished
            .reports
            .iter()
            .filter(|r| import::is_stored(r))
            .map(remark_count)
            .sum();
        let mut remarks = Vec::new();
        if finished.reports.iter().any(|r| !r.is_fatal()) {
            remarks.push(view! { <p>{import::summary(app.lang.get(), &finished)}</p> }.into_any());
        }
        if failed > 0 {
            let text = t(
                app.lang.get(),
                Text::ImportFailedFiles,
                &[&failed.to_string()],
            );
            remarks.push(view! { <p class="bad-text">{text}</p> }.into_any());
        }
        for text in warnings(app.lang.get(), &finished.reports) {
            remarks.push(view! { <p class="bad-text">{text}</p> }.into_any());
        }
        if issues > 0 {
            let text = t(
                app.lang.get(),
                Text::ImportHasIssues,
                &[&issues.to_string()],
            );
            remarks.push(view! { <p class="hint">{text}</p> }.into_any());
        }
        remarks
    };
    let can_undo = move || {
        finished.with(|f| !f.segments.is_empty() && f.workspace == app.overview.with(|o| o.current))
    };
    let has_reports = move || finished.with(|f| !f.reports.is_empty());
    // Where what was stored is seen.
    let shown_on = Memo::new(move |_| {
        let has_orders = finished.with(|f| {
            let mut stored = f.reports.iter().filter(|r| import::is_stored(r));
            stored.any(|r| r.kind.as_deref() == Some(orders::KIND.name))
        });
        if has_orders { Page::Sales } else { Page::Data }
    });
    let is_elsewhere = move || app.route.get().page() != shown_on.get() && can_undo();
    let is_of_data = move || shown_on.get() == Page::Data && can_undo();
    let close = move || app.import.set(ImportState::Idle);
    // Good news is gone with the page that it was told on; what the operator must know stays until it is closed.
    Effect::new(move |was: Option<Page>| {
        let page = app.route.get().page();
        let is_calm = finished
            .with_untracked(|f| f.failure.is_none() && warnings(Lang::Zh, &f.reports).is_empty());
        if is_calm && was.is_some_and(|was| was != page) {
            close();
        }
        page
    });
    view! {
        <section class="float import-panel" role="status" aria-labelledby="import-outcome">
            <div class="row spread">
                <h2 id="import-outcome">{title}</h2>
                <button type="button" class="button quiet square" aria-label=move || app.text(Text::Close)
                    on:click=move |_| close()>
                    <Picture icon=Icon::Cross/>
                </button>
            </div>
            {remarks}
            {move || is_of_data().then(|| view! { <p class="hint">{app.text(Text::ImportUsedWhere)}</p> })}
            <div class="row">
                <Show when=has_reports>
                    <button type="button" class="button small" on:click=move |_| app.dialog.set(Some(Modal::ImportDetails))>
                        {move || app.text(Text::Details)}
                    </button>
                </Show>
                <Show when=can_undo>
                    <button
                        type="button" class="button small"
                        on:click=move |_| undo_import::undo(app, finished.get_untracked().segments)
                    >
                        {move || app.text(Text::Undo)}
                    </button>
                </Show>
                <Show when=is_elsewhere>
                    <button type="button" class="button small primary" on:click=move |_| {
                        close();
                        app.run(Command::Go(shown_on.get_untracked()));
                    }>
                        {move || app.text(match shown_on.get() {
                            Page::Sales => Text::ImportViewBoard,
                            _ => Text::ImportViewData,
                        })}
                    </button>
                </Show>
            </div>
        </section>
    }
}
