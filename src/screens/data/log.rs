//! The log of imports: which of them are shown, in which order.

use crate::analytics::metrics::Value;
use crate::grid::{Cell, Column, Kind, Table, View};
use crate::i18n::{Lang, Text};
use crate::model::time::Day;
use crate::protocol::ImportEntry;
use crate::screens::data::report::{kind_name, remark_count};

/// Which imports are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Of one kind only.
    pub kind: Option<String>,
    /// Only those that are about a day.
    pub day: Option<Day>,
}

impl LogFilter {
    /// Whether all are shown.
    pub fn is_open(&self) -> bool {
        *self == LogFilter::default()
    }

    /// Whether an import is shown.
    pub fn passes(&self, entry: &ImportEntry) -> bool {
        let report = &entry.report;
        let is_kind = self.kind.is_none() || self.kind == report.kind;
        let has_day = |day: Day| report.span.is_some_and(|span| span.contains(day));
        is_kind && self.day.is_none_or(has_day)
    }
}

/// The log as a table, for its order: one row for each import.
pub fn table(lang: Lang, imports: &[ImportEntry]) -> Table {
    let column = |key, text: Text, kind| Column::new(key, text.get(lang), kind);
    let count = |n: u64| Cell::Value(Value::Count(n as i64));
    Table {
        columns: vec![
            column("file", Text::DataLogFile, Kind::Text).deciding(),
            column("kind", Text::ReportKind, Kind::Text),
            column("when", Text::DataLogWhen, Kind::Text),
            column("period", Text::DataLogPeriod, Kind::Day).deciding(),
            column("rows", Text::DataLogRows, Kind::Count),
            column("new", Text::DataLogNew, Kind::Count).deciding(),
            column("updated", Text::DataLogUpdated, Kind::Count),
            column("issues", Text::DataLogIssues, Kind::Count),
        ],
        rows: imports
            .iter()
            .map(|entry| {
                let report = &entry.report;
                vec![
                    Cell::Text(report.file.clone()),
                    Cell::Text(kind_name(lang, report).to_owned()),
                    Cell::Text(entry.imported_at.to_string()),
                    report.span.map_or(Cell::Empty, |s| Cell::Day(s.first)),
                    count(report.rows),
                    count(report.new_rows),
                    count(report.updated_rows),
                    count(remark_count(report) as u64),
                ]
            })
            .collect(),
        totals: None,
    }
}

/// The places of the imports that are shown, in the order of a view of [`table`].
pub fn arranged(
    lang: Lang,
    imports: &[ImportEntry],
    table: &Table,
    filter: &LogFilter,
    view: &View,
) -> Vec<usize> {
    let places = view.arrange(table, lang).into_iter();
    places
        .map(|place| place as usize)
        .filter(|&place| imports.get(place).is_some_and(|entry| filter.passes(entry)))
        .collect()
}

/// The kinds that occur, by stored name and title, each once.
pub fn kinds_there(lang: Lang, imports: &[ImportEntry]) -> Vec<(String, &'static str)> {
    let mut found: Vec<(String, &'static str)> = Vec::new();
    for entry in imports {
        if let Some(kind) = &entry.report.kind
            && found.iter().all(|(name, _)| name != kind)
        {
            found.push((kind.clone(), kind_name(lang, &entry.report)));
        }
    }
    found.sort_by(|a, b| a.1.cmp(b.1));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::FileReport;
    use crate::model::time::{Civil, Span};

    fn entry(segment: u32, kind: &str, days: (i32, i32), rows: u64) -> ImportEntry {
        ImportEntry {
            segment,
            imported_at: Civil(segment),
            report: FileReport {
                file: format!("{segment}.csv"),
                kind: Some(kind.to_owned()),
                span: Some(Span::new(Day(days.0), Day(days.1))),
                rows,
                ..FileReport::default()
            },
        }
    }

    #[test]
    fn a_filter_keeps_a_kind_and_a_day_and_a_click_on_a_header_sorts() {
        let imports = [
            entry(3, "orders", (10, 12), 5),
            entry(2, "other", (10, 12), 9),
            entry(1, "orders", (12, 13), 7),
        ];
        let table = table(Lang::Zh, &imports);
        let shown = |filter: &LogFilter, view: &View| {
            let places = arranged(Lang::Zh, &imports, &table, filter, view);
            places
                .iter()
                .map(|&p| imports[p].segment)
                .collect::<Vec<_>>()
        };
        let open = LogFilter::default();
        assert!(open.is_open());
        assert_eq!(shown(&open, &View::default()), [3, 2, 1]);
        let by_rows = View::default().toggled(&table, 4);
        assert_eq!(shown(&open, &by_rows), [2, 1, 3]);
        let orders = LogFilter {
            kind: Some("orders".to_owned()),
            day: None,
        };
        assert_eq!(shown(&orders, &by_rows), [1, 3]);
        let day = LogFilter {
            day: Some(Day(10)),
            ..orders
        };
        assert_eq!(shown(&day, &by_rows), [3]);
        assert_eq!(
            kinds_there(Lang::En, &imports),
            [
                ("other".to_owned(), "Not recognised"),
                ("orders".to_owned(), "Order list")
            ]
        );
    }
}
