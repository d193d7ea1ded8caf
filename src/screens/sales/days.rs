//! The days of the period as a table: each beside the day of the comparison that it is held against.

use super::{comparison_name, number};
use crate::analytics::board::{Board, DayRow};
use crate::analytics::compare::change;
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};

const METRICS: [(Metric, Kind); 13] = [
    (Metric::Orders, Kind::Count),
    (Metric::OrderedAmount, Kind::Money),
    (Metric::PaidOrders, Kind::Count),
    (Metric::Buyers, Kind::Count),
    (Metric::PaidGross, Kind::Money),
    (Metric::PaidNet, Kind::Money),
    (Metric::RefundAmount, Kind::Money),
    (Metric::PaymentRate, Kind::Rate),
    (Metric::CohortPaymentRate, Kind::Rate),
    (Metric::Visitors, Kind::Count),
    (Metric::PageViews, Kind::Count),
    (Metric::PayConversion, Kind::Rate),
    (Metric::AdSpend, Kind::Money),
];

/// The metrics shown: those of other files only where a file says them of some day.
fn shown(board: &Board) -> Vec<(Metric, Kind)> {
    let is_there = |metric: Metric| {
        let value = |day| board.day_value(metric, day);
        !metric.is_of_shop()
            || board
                .days
                .iter()
                .any(|d| !matches!(value(d), Value::Absent(_)))
    };
    let shown = METRICS.iter().filter(|(metric, _)| is_there(*metric));
    shown.copied().collect()
}

/// The table of a board's days.
pub fn table(board: &Board, lang: Lang) -> Table {
    let against = comparison_name(board.comparison).get(lang);
    let shown = shown(board);
    let mut columns = vec![
        Column::new("day", Text::ColumnDay.get(lang), Kind::Day).deciding(),
        Column::new("weekday", Text::ColumnWeekday.get(lang), Kind::Text),
    ];
    columns.extend(shown.iter().map(|(metric, kind)| {
        let column = Column::of_metric(lang, *metric, *kind);
        match metric {
            Metric::PaidNet => column.deciding(),
            _ => column,
        }
    }));
    columns.push(Column::new(
        "base_paid",
        t(lang, Text::ColumnBasePaid, &[against]),
        Kind::Money,
    ));
    columns.push(
        Column::new(
            "change",
            t(lang, Text::ColumnChange, &[against]),
            Kind::Change,
        )
        .deciding(),
    );
    Table {
        columns,
        rows: board
            .days
            .iter()
            .enumerate()
            .map(|(i, day)| row(board, &shown, day, board.beside(i), lang))
            .collect(),
        totals: Some(totals(board, &shown, lang)),
    }
}

fn row(
    board: &Board,
    shown: &[(Metric, Kind)],
    day: &DayRow,
    base: Option<&DayRow>,
    lang: Lang,
) -> Vec<Cell> {
    let value = |metric| board.day_value(metric, day);
    let mut cells = vec![
        Cell::Day(day.day),
        Cell::Text(format::weekday(lang, day.day).to_owned()),
    ];
    cells.extend(shown.iter().map(|(metric, _)| Cell::Value(value(*metric))));
    let base = base.map_or_else(|| no_value(board), |b| base_value(board, b));
    // Late payments of a day that no file covers are no measure of it.
    let change = change(&value(Metric::PaidNet), &base);
    cells.push(Cell::Value(base));
    cells.push(Cell::Change(change.filter(|_| day.covered)));
    cells
}

/// What was paid on a compared day. The columns that the compared files lack stand with the baseline, not the board.
pub fn base_value(board: &Board, day: &DayRow) -> Value {
    match board.baseline(board.comparison) {
        Some(base) if day.covered => Metric::PaidNet.of(&day.tally, &base.stretch.lacking),
        _ => no_value(board),
    }
}

fn no_value(board: &Board) -> Value {
    Value::Absent(match board.baseline(board.comparison) {
        Some(_) => Absent::NotCovered(1),
        None => Absent::NoBaseline(board.comparison),
    })
}

fn totals(board: &Board, shown: &[(Metric, Kind)], lang: Lang) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Text(Text::Total.get(lang).to_owned()),
        Cell::Text(t(lang, Text::DaysCount, &[&board.days.len().to_string()])),
    ];
    cells.extend(
        shown
            .iter()
            .map(|(metric, _)| Cell::Value(board.value(*metric))),
    );
    let base = number::base_value(board, board.comparison, Metric::PaidNet);
    let change = change(&board.value(Metric::PaidNet), &base);
    cells.extend([Cell::Value(base), Cell::Change(change)]);
    cells
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::analytics::period::Comparison;

    #[test]
    fn rows_and_totals_are_as_wide_as_the_header() {
        let table = table(&sample::board(), Lang::Zh);
        assert_eq!(table.rows.len(), 7);
        for row in table.rows.iter().chain(&table.totals) {
            assert_eq!(row.len(), table.columns.len());
        }
        assert_eq!(table.columns.iter().filter(|c| c.deciding).count(), 3);
    }

    #[test]
    fn the_same_date_stands_beside_a_day_over_a_29_february() {
        let mut board = sample::board(); // 24 February to 1 March 2020
        board.comparison = Comparison::CalendarYear;
        let base = board.comparison.of(board.span).expect("always there");
        let first = board.base_days[0];
        board.base_days = base.days().map(|day| DayRow { day, ..first }).collect();
        let beside = |at| board.beside(at).map(|row| row.day.to_string());
        assert_eq!(beside(0).as_deref(), Some("2019-02-24"));
        assert_eq!(beside(5).as_deref(), Some("2019-02-28"), "29 February");
        assert_eq!(beside(6).as_deref(), Some("2019-03-01"));
    }

    #[test]
    fn a_day_without_data_has_no_numbers_and_no_change() {
        let mut board = sample::board();
        board.days[1].covered = false;
        board.days[2].covered = false;
        board.days[2].tally = crate::analytics::tally::Tally::default();
        board.base_days.truncate(5);
        let rows = table(&board, Lang::Zh).rows;
        assert!(rows[2][2..11].iter().all(|c| !c.is_present()));
        assert_eq!(rows[1].last(), Some(&Cell::Change(None)));
        assert_eq!(rows[2].last(), Some(&Cell::Change(None)));
        assert_eq!(rows[6].last(), Some(&Cell::Change(None)));
        assert_eq!(rows[0][12].text(Lang::Zh), "+41.7%");
    }
}
