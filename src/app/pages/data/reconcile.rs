//! The panel 对账: the same quantities from different files, and the way from one number to the other.

use crate::analytics::period::Period;
use crate::analytics::reconcile::{Reconciliation, Standing};
use crate::app::components::choice::Choice;
use crate::app::components::grid::DataGrid;
use crate::app::context::{App, ImportState, Start, failure_text, use_app};
use crate::grid::csv;
use crate::i18n::Text;
use crate::platform::download;
use crate::protocol::{Answer, Failure, Request};
use crate::screens::data::reconcile::{
    Block, Details, Panel, SourceRow, Step, export, panel, standing_name,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const PERIODS: [(Period, Text); 5] = [
    (Period::Last7, Text::PeriodLast7),
    (Period::Last30, Text::PeriodLast30),
    (Period::ThisMonth, Text::PeriodThisMonth),
    (Period::LastMonth, Text::PeriodLastMonth),
    (Period::All, Text::ReconcileAll),
];

/// What came of the last question.
type Outcome = Option<Result<Arc<Reconciliation>, Failure>>;

/// The panel 对账.
#[component]
pub fn ReconcilePanel() -> impl IntoView {
    let app = use_app();
    let period = RwSignal::new(Period::Last30);
    let outcome = ask(app, period);
    let all = move || outcome.with(|o| o.as_ref().and_then(|o| o.clone().ok()));
    let said = Memo::new(move |_| all().map(|all| panel(app.lang.get(), &all)));
    let lead = move || match outcome.get() {
        None => app.text(Text::Loading).to_owned(),
        Some(Ok(_)) => said.with(|p| p.as_ref().map(|p| p.lead.clone()).unwrap_or_default()),
        Some(Err(failure)) => {
            let why = failure_text(app.lang.get(), &failure);
            format!("{}: {why}", app.text(Text::ReconcileFailed))
        }
    };
    let days = move || said.with(|p| p.as_ref().and_then(|p| p.span.clone()));
    let has_checks = move || {
        let checked = |all: Arc<Reconciliation>| all.lines.iter().any(|l| !l.checks.is_empty());
        all().is_some_and(checked)
    };
    let save = move |_| {
        let Some(all) = all() else { return };
        let lang = app.lang.get_untracked();
        let table = export(lang, &all);
        let rows: Vec<u32> = (0..table.rows.len() as u32).collect();
        let name = Text::ReconcileFile.get(lang);
        let days = all.span.map(|s| format!(" {}_{}", s.first, s.last));
        let name = format!("{name}{}.csv", days.unwrap_or_default());
        download::text(&name, "text/csv", &csv::write(&table, &rows, lang));
    };
    let blocks = move || said.with(|p: &Option<Panel>| p.as_ref().map(|p| p.blocks.clone()));
    let drawn = move || {
        let blocks = blocks().unwrap_or_default().into_iter().enumerate();
        blocks
            .map(|(at, block)| view! { <OneBlock at block/> })
            .collect_view()
    };
    view! {
        <section class="panel reconcile" aria-labelledby="reconcile-title">
            <h2 id="reconcile-title" class="panel-title">{move || app.text(Text::Reconcile)}</h2>
            <div class="panel-body">
                <p class="reconcile-lead" role="status">{lead}</p>
                <p class="hint">{move || app.text(Text::ReconcileWhat)}</p>
                <Show when=has_checks>
                    <div class="row spread">
                        <div class="screen-only">
                            <Choice
                                name="reconcile-period" legend=Text::ReconcilePeriod value=period
                                options=PERIODS.to_vec() choose=move |chosen| period.set(chosen)
                            />
                        </div>
                        <span class="hint">{days}</span>
                        <button type="button" class="button quiet small screen-only" on:click=save>
                            {move || app.text(Text::ReconcileExport)}
                        </button>
                    </div>
                </Show>
                {drawn}
            </div>
        </section>
    }
}

/// Asks again whenever the period or the data change, except while files are being read; an answer to any but the last
/// question is dropped.
fn ask(app: App, period: RwSignal<Period>) -> RwSignal<Outcome> {
    let outcome = RwSignal::new(None);
    let revision = Memo::new(move |_| app.overview.with(|o| (o.revision, o.current)));
    let is_ready = Memo::new(move |_| {
        app.start.get() == Start::Open && !matches!(app.import.get(), ImportState::Reading(_))
    });
    let last_ticket = StoredValue::new(0_u64);
    Effect::new(move |was: Option<Option<u32>>| {
        let (period, (_, workspace)) = (period.get(), revision.get());
        if was.flatten() != workspace {
            // Another store: nothing of the old one may stay on the screen.
            outcome.set(None);
        }
        if !is_ready.get() {
            return workspace;
        }
        last_ticket.update_value(|t| *t += 1);
        let ticket = last_ticket.get_value();
        spawn_local(async move {
            let answer = app.ask(Request::Reconcile { period }).await;
            // `None` once the page is left.
            if last_ticket.try_get_value() != Some(ticket) {
                return;
            }
            outcome.set(Some(match answer {
                Ok(Answer::Reconcile(all)) => Ok(Arc::new(*all)),
                Ok(_) => Ok(Arc::default()),
                Err(failure) => Err(failure),
            }));
        });
        workspace
    });
    outcome
}

/// A quantity and its sources.
#[component]
fn OneBlock(at: usize, block: Block) -> impl IntoView {
    let app = use_app();
    let head = move |text: Text| app.text(text);
    let title_id = format!("reconcile-{at}");
    let labelled = title_id.clone();
    let rows = block.rows.into_iter().enumerate();
    let rows = rows
        .map(|(row_at, row)| view! { <OneSource id=format!("reconcile-{at}-{row_at}") row/> })
        .collect_view();
    view! {
        <div class="reconcile-block">
            <h3 id=title_id>{block.title}</h3>
            {block.note.map(|note| view! { <p class="hint">{note}</p> })}
            <div class="table-scroll">
                <table class="table reconcile-table" aria-labelledby=labelled>
                    <thead>
                        <tr>
                            <th scope="col">{head(Text::ReconcileSource)}</th>
                            <th scope="col" class="figure">{head(Text::ReconcileValue)}</th>
                            <th scope="col" class="figure wide-only">{head(Text::ReconcileDays)}</th>
                            <th scope="col" class="figure wide-only">{block.difference}</th>
                            <th scope="col">{head(Text::ReconcileState)}</th>
                            <th scope="col" class="screen-only">
                                <span class="visually-hidden">{head(Text::DataLogActions)}</span>
                            </th>
                        </tr>
                    </thead>
                    {rows}
                </table>
            </div>
            {block.silent.map(|silent| view! { <p class="hint">{silent}</p> })}
            {block.missing.map(|missing| view! { <p class="hint">{missing}</p> })}
        </div>
    }
}

/// A source, and below it, when asked for, how it differs from the first.
#[component]
fn OneSource(id: String, row: SourceRow) -> impl IntoView {
    let app = use_app();
    let is_open = RwSignal::new(false);
    let badge = match row.standing {
        None => view! { <span class="tag">{app.text(Text::ReconcileFirst)}</span> },
        Some(standing) => {
            let class = match standing {
                Standing::Agrees => "tag good",
                Standing::Explained | Standing::NoCommonDay => "tag",
                Standing::Open => "tag warn",
            };
            view! { <span class=class>{app.text(standing_name(standing))}</span> }
        }
    };
    let controls = id.clone();
    let label = row.details.as_ref().map(|d| d.label.clone());
    let button = label.map(|label| {
        view! {
            <button
                type="button" class="button quiet small" aria-label=label
                aria-expanded=move || is_open.get().to_string() aria-controls=controls
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {move || app.text(Text::Details)}
            </button>
        }
    });
    let base_wide = row.base.clone();
    let details = StoredValue::new(row.details);
    view! {
        <tbody>
            <tr>
                <th scope="row">
                    {row.name}
                    <small class="hint narrow-only">{row.difference.clone()}</small>
                    {row.base.map(|base| view! { <small class="hint narrow-only">{base}</small> })}
                </th>
                <td class="figure">{row.value}</td>
                <td class="figure wide-only">{row.days}</td>
                <td class="figure wide-only">
                    {row.difference}
                    {base_wide.map(|base| view! { <small class="hint">{base}</small> })}
                </td>
                <td>{badge}</td>
                <td class="screen-only"><div class="row tight end">{button}</div></td>
            </tr>
            <tr id=id class="log-details" hidden=move || !is_open.get()>
                <td colspan="6">
                    {move || {
                        let shown = is_open.get().then(|| details.get_value()).flatten();
                        shown.map(|details| view! { <Way details/> })
                    }}
                </td>
            </tr>
        </tbody>
    }
}

/// The way from the first number to the other, and the days.
#[component]
fn Way(details: Details) -> impl IntoView {
    let app = use_app();
    let head = move |text: Text| app.text(text);
    let step = |step: Step| {
        view! {
            <tr class:total=step.is_total>
                <th scope="row">{step.name}</th>
                <td class="figure">{step.amount}</td>
                <td class="wrap">
                    {step.why}
                    {step.orders.map(|orders| view! { <small class="hint">{orders}</small> })}
                </td>
            </tr>
        }
    };
    let has_steps = !details.steps.is_empty();
    let has_days = !details.days.rows.is_empty();
    let steps = details.steps.into_iter().map(step).collect_view();
    let remarks = details.remarks.into_iter();
    let remarks = remarks
        .map(|remark| view! { <p class="hint">{remark}</p> })
        .collect_view();
    let days = Signal::stored(Arc::new(details.days));
    let file = format!("{} {}", head(Text::ReconcileFile), details.label);
    let label = Signal::stored(details.label);
    let file_name = Signal::stored(file);
    view! {
        <div class="column">
            <div>{remarks}</div>
            {has_steps.then(|| view! {
                <div class="table-scroll">
                    <table class="table reconcile-steps">
                        <thead>
                            <tr>
                                <th scope="col">{head(Text::ReconcileStep)}</th>
                                <th scope="col" class="figure">{head(Text::ReconcileAmount)}</th>
                                <th scope="col">{head(Text::ReconcileColumnWhy)}</th>
                            </tr>
                        </thead>
                        <tbody>{steps}</tbody>
                    </table>
                </div>
            })}
            {has_days.then(|| view! {
                <div>
                    <h4>{head(Text::ReconcileByDay)}</h4>
                    <DataGrid table=days label file_name/>
                </div>
            })}
        </div>
    }
}
