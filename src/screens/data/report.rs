//! What is known about a file that was read, in words: how it was recognised, what came of its rows, what is missing and
//! what that costs, what was dropped, what could not be read.

use crate::analytics::metrics::{Metric, Value};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::format::{self, grouped};
use crate::i18n::{Lang, Text, t};
use crate::import::issues::{Issue, IssueKind, Severity};
use crate::import::kinds;
use crate::import::report::FileReport;

/// A file's report in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportCard {
    /// The file's name.
    pub file: String,
    /// How it was recognised: kind, encoding, delimiter, header, size.
    pub recognised: Vec<(String, String)>,
    /// What came of its rows.
    pub outcome: Vec<String>,
    /// Missing columns, each with what that costs.
    pub lacking: Vec<String>,
    /// Columns that are kept.
    pub columns: Vec<String>,
    /// Columns with personal data, dropped unread.
    pub dropped: Vec<String>,
    /// What could not be read.
    pub issues: Vec<IssueRow>,
}

/// An issue in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRow {
    /// How much it costs.
    pub severity: Severity,
    /// What it means and what to do.
    pub text: String,
    /// Row of the first case; empty for the file as a whole.
    pub row: String,
    /// Header of the column, or —.
    pub column: String,
    /// The first case's text.
    pub sample: String,
    /// Number of cases.
    pub count: String,
}

/// A report in words.
pub fn card(lang: Lang, report: &FileReport) -> ReportCard {
    ReportCard {
        file: report.file.clone(),
        recognised: recognised(lang, report),
        outcome: outcome(lang, report),
        lacking: lacking(lang, report),
        columns: report.columns.clone(),
        dropped: report.dropped.clone(),
        issues: issues(report).map(|i| issue_row(lang, i)).collect(),
    }
}

/// What an issue costs, in one word.
pub fn severity_name(severity: Severity) -> Text {
    match severity {
        Severity::Fatal => Text::SeverityFatal,
        Severity::Row => Text::SeverityRow,
        Severity::Warning => Text::SeverityWarning,
        Severity::Cell => Text::SeverityCell,
        Severity::Note => Text::SeverityNote,
    }
}

/// The kind of a file.
pub fn kind_name(report: &FileReport) -> Text {
    match report.kind.as_deref() {
        Some("orders") => Text::ReportKindOrders,
        _ => Text::ReportKindUnknown,
    }
}

/// The issues of a file as a table to be saved.
pub fn issue_table(lang: Lang, report: &FileReport) -> Table {
    let text = |key, text: Text| Column::new(key, text.get(lang), Kind::Text);
    Table {
        columns: vec![
            text("file", Text::DataLogFile),
            text("kind", Text::ReportKind),
            text("text", Text::ReportIssueWhat),
            text("row", Text::ReportIssueRow),
            text("column", Text::ReportIssueColumn),
            text("sample", Text::ReportIssueSample),
            Column::new("count", Text::ReportIssueCount.get(lang), Kind::Count),
        ],
        rows: report
            .issues
            .iter()
            .map(|issue| {
                let row = issue_row(lang, issue);
                vec![
                    Cell::Text(report.file.clone()),
                    Cell::Text(severity_name(row.severity).get(lang).to_owned()),
                    Cell::Text(row.text),
                    Cell::Text(row.row),
                    Cell::Text(row.column),
                    Cell::Text(row.sample),
                    Cell::Value(Value::Count(issue.count as i64)),
                ]
            })
            .collect(),
        totals: None,
    }
}

fn recognised(lang: Lang, report: &FileReport) -> Vec<(String, String)> {
    let mut facts = vec![(Text::ReportKind, kind_name(report).get(lang).to_owned())];
    if !report.encoding.is_empty() {
        facts.push((Text::ReportEncoding, report.encoding.to_uppercase()));
    }
    if !report.delimiter.is_empty() {
        let name = match report.delimiter.as_str() {
            "\t" => Text::ReportTab.get(lang),
            other => other,
        };
        facts.push((Text::ReportDelimiter, name.to_owned()));
    }
    facts.push((Text::ReportSize, format::bytes(report.bytes)));
    if report.header_row > 0 {
        facts.push((Text::ReportHeader, report.header_row.to_string()));
    }
    facts.extend(report.shop.clone().map(|shop| (Text::ReportShop, shop)));
    facts
        .into_iter()
        .map(|(name, value)| (name.get(lang).to_owned(), value))
        .collect()
}

fn outcome(lang: Lang, report: &FileReport) -> Vec<String> {
    if report.already_there {
        return vec![Text::ReportAlreadyThere.get(lang).to_owned()];
    }
    if report.is_fatal() {
        return Vec::new();
    }
    let n = |n: u64| grouped(n as i64);
    let mut lines = vec![
        t(
            lang,
            Text::ReportRows,
            &[&n(report.rows), &n(report.accepted)],
        ),
        t(
            lang,
            Text::ReportOrders,
            &[
                &n(report.new_rows),
                &n(report.updated_rows),
                &n(unchanged(report)),
            ],
        ),
    ];
    if report.repeated > 0 {
        lines.push(t(lang, Text::ReportRepeated, &[&n(report.repeated)]));
    }
    if let Some(span) = report.span {
        lines.push(t(lang, Text::ReportSpan, &[&format::span(span)]));
    }
    lines
}

/// Orders of the file that the workspace had in this state already.
fn unchanged(report: &FileReport) -> u64 {
    report
        .accepted
        .saturating_sub(report.repeated)
        .saturating_sub(report.new_rows)
        .saturating_sub(report.updated_rows)
}

/// Files whose trouble is told at once; the rest is in the details.
const TOLD_AT_ONCE: usize = 3;

/// What the operator must know before going on: files that were not read and why, and files that were read but need a look.
pub fn warnings(lang: Lang, reports: &[FileReport]) -> Vec<String> {
    let grave = |i: &&Issue| matches!(i.kind.severity(), Severity::Fatal | Severity::Warning);
    reports
        .iter()
        .filter_map(|r| Some((r, r.issues.iter().find(grave)?)))
        .take(TOLD_AT_ONCE)
        .map(|(report, issue)| {
            let what = lang.pick(issue.kind.text());
            match issue.sample.as_str() {
                "" => t(lang, Text::ReportWarning, &[&report.file, what]),
                sample => t(
                    lang,
                    Text::ReportWarningSample,
                    &[&report.file, what, sample],
                ),
            }
        })
        .collect()
}

/// How many things about a file cost something: missing columns, and issues that are more than a note.
pub fn remark_count(report: &FileReport) -> usize {
    let costly = report.lacking.iter().filter(|c| !lost_by(c).is_empty());
    let costs = |i: &&Issue| i.kind.severity() != Severity::Note;
    costly.count() + issues(report).filter(costs).count()
}

/// The issues but for missing columns, which are told apart, with what they cost.
fn issues(report: &FileReport) -> impl Iterator<Item = &Issue> {
    let is_told = |i: &&Issue| i.kind != IssueKind::MissingColumn;
    report.issues.iter().filter(is_told)
}

/// What the missing columns cost, the costly ones one by one.
fn lacking(lang: Lang, report: &FileReport) -> Vec<String> {
    let (costly, free): (Vec<&String>, Vec<&String>) =
        report.lacking.iter().partition(|c| !lost_by(c).is_empty());
    let separator = Text::ListSeparator.get(lang);
    let mut lines: Vec<String> = costly
        .into_iter()
        .map(|column| {
            let names: Vec<_> = lost_by(column)
                .into_iter()
                .map(|metric| metric.entry(lang).name)
                .collect();
            let names = names.join(separator);
            t(lang, Text::ReportLackingCost, &[header_of(column), &names])
        })
        .collect();
    if !free.is_empty() {
        let names: Vec<_> = free.into_iter().map(|c| header_of(c)).collect();
        lines.push(t(lang, Text::ReportLackingFree, &[&names.join(separator)]));
    }
    lines
}

/// The metrics that have no value without a column.
fn lost_by(column: &str) -> Vec<Metric> {
    let needs_it = |metric: &&Metric| metric.needs().contains(&column);
    Metric::ALL.iter().filter(needs_it).copied().collect()
}

/// What the back office calls a stored column.
fn header_of(column: &str) -> &str {
    kinds::ALL
        .iter()
        .flat_map(|kind| kind.fields)
        .find(|field| field.column == column)
        .and_then(|field| field.headers.first().copied())
        .unwrap_or(column)
}

fn issue_row(lang: Lang, issue: &Issue) -> IssueRow {
    IssueRow {
        severity: issue.kind.severity(),
        text: lang.pick(issue.kind.text()).to_owned(),
        row: match issue.row {
            0 => Text::ReportIssueWhole.get(lang).to_owned(),
            row => grouped(row as i64),
        },
        column: issue.column.clone(),
        sample: issue.sample.clone(),
        count: grouped(issue.count as i64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::csv;

    fn report() -> FileReport {
        FileReport {
            file: "ExportOrderList.csv".into(),
            bytes: 2_048,
            kind: Some("orders".into()),
            encoding: "gb18030".into(),
            delimiter: "\t".into(),
            header_row: 1,
            lacking: vec!["refund_fen".into(), "title".into()],
            rows: 12,
            accepted: 10,
            repeated: 2,
            new_rows: 5,
            updated_rows: 1,
            issues: vec![Issue {
                kind: IssueKind::BadMoney,
                row: 7,
                column: "总金额".into(),
                sample: "=1+1".into(),
                count: 2,
                rows: vec![7, 9],
            }],
            ..FileReport::default()
        }
    }

    #[test]
    fn a_missing_column_names_the_metrics_that_it_costs() {
        let card = card(Lang::Zh, &report());
        assert!(card.lacking[0].contains("退款金额") && card.lacking[0].contains("退款率（金额）"));
        assert!(card.lacking[1].contains("宝贝标题"));
        assert_eq!(card.outcome[1], "新增 5 单 · 更新 1 单 · 未变 2 单");
    }

    #[test]
    fn a_file_that_was_there_says_only_that() {
        let again = FileReport {
            already_there: true,
            ..report()
        };
        assert_eq!(card(Lang::En, &again).outcome.len(), 1);
    }

    #[test]
    fn the_saved_issues_are_no_formulas() {
        let table = issue_table(Lang::En, &report());
        let text = csv::write(&table, &[0], Lang::En);
        assert!(text.contains("'=1+1"), "{text}");
        assert!(text.contains("ExportOrderList.csv"));
    }
}
