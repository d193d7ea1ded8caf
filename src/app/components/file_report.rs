//! Everything that is known about a file that was read: drawn in the import's dialog and in the log.

use crate::app::context::use_app;
use crate::grid::csv;
use crate::i18n::{Lang, Text, t};
use crate::import::issues::Severity;
use crate::import::report::FileReport;
use crate::platform::download;
use crate::screens::data::report::{IssueRow, ReportCard, card, issue_table, severity_name};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything about a file.
#[component]
pub fn FileReportView(
    /// What is known.
    report: Arc<FileReport>,
) -> impl IntoView {
    let app = use_app();
    let drawn = move || {
        let lang = app.lang.get();
        let ReportCard {
            recognised,
            outcome,
            lacking,
            columns,
            dropped,
            ignored,
            issues,
            ..
        } = card(lang, &report);
        let has_lacking = !lacking.is_empty();
        let report = report.clone();
        view! {
            <div class="report">
                {outcome.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <dl class="facts">
                    {recognised
                        .into_iter()
                        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
                        .collect_view()}
                </dl>
                {has_lacking.then(|| view! {
                    <h3>{Text::ReportLacking.get(lang)}</h3>
                    <ul class="plain">
                        {lacking.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                    </ul>
                    <p class="hint">{Text::ReportLackingHow.get(lang)}</p>
                })}
                {(!issues.is_empty()).then(|| view! { <Issues lang issues report/> })}
                <Names lang title=Text::ReportColumns names=columns/>
                <Names lang title=Text::ReportDropped names=dropped/>
                <Names lang title=Text::ReportIgnored names=ignored/>
            </div>
        }
    };
    view! { {drawn} }
}

#[component]
fn Issues(lang: Lang, issues: Vec<IssueRow>, report: Arc<FileReport>) -> impl IntoView {
    let label = move |text: Text| text.get(lang);
    let save = move |_| {
        let table = issue_table(lang, &report);
        let rows: Vec<u32> = (0..table.rows.len() as u32).collect();
        let stem = report
            .file
            .rsplit_once('.')
            .map_or(report.file.as_str(), |(stem, _)| stem);
        let name = format!("{}-{stem}.csv", label(Text::ReportDownloadName));
        download::text(&name, "text/csv", &csv::write(&table, &rows, lang));
    };
    let row = move |issue: IssueRow| {
        view! {
            <tr>
                <td><span class=severity_class(issue.severity)>{label(severity_name(issue.severity))}</span></td>
                <td class="wrap">{issue.text}</td>
                <td>{issue.rows}</td>
                <td>{issue.column}</td>
                <td class="sample">{issue.sample}</td>
                <td class="figure">{issue.count}</td>
            </tr>
        }
    };
    view! {
        <div class="issues">
            <div class="row spread">
                <h3>{label(Text::ReportIssues)}</h3>
                <button type="button" class="button quiet small" on:click=save>{label(Text::ReportDownload)}</button>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label=label(Text::ReportIssues)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{label(Text::ReportKind)}</th>
                            <th scope="col">{label(Text::ReportIssueWhat)}</th>
                            <th scope="col">{label(Text::ReportIssueRow)}</th>
                            <th scope="col">{label(Text::ReportIssueColumn)}</th>
                            <th scope="col">{label(Text::ReportIssueSample)}</th>
                            <th scope="col" class="figure">{label(Text::ReportIssueCount)}</th>
                        </tr>
                    </thead>
                    <tbody>{issues.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
}

#[component]
fn Names(lang: Lang, title: Text, names: Vec<String>) -> impl IntoView {
    (!names.is_empty()).then(|| {
        view! {
            <details class="names">
                <summary>{t(lang, title, &[&names.len().to_string()])}</summary>
                <p>{names.join(Text::ListSeparator.get(lang))}</p>
            </details>
        }
    })
}

/// How a severity is drawn.
pub fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Fatal | Severity::Row => "tag bad",
        Severity::Warning | Severity::Cell => "tag warn",
        Severity::Note => "tag",
    }
}
