//! The hours of the day as a table, and which of them stand out.

use crate::analytics::board::Board;
use crate::analytics::metrics::Metric;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};

const METRICS: [(Metric, Kind); 6] = [
    (Metric::Orders, Kind::Count),
    (Metric::OrderedAmount, Kind::Money),
    (Metric::PaidOrders, Kind::Count),
    (Metric::PaidGross, Kind::Money),
    (Metric::PaidNet, Kind::Money),
    (Metric::RefundAmount, Kind::Money),
];

/// The table of a board's hours.
pub fn table(board: &Board, lang: Lang) -> Table {
    let mut columns = vec![Column::new("hour", Text::ColumnHour.get(lang), Kind::Text).deciding()];
    columns.extend(METRICS.iter().map(|(metric, kind)| {
        let column = Column::of_metric(lang, *metric, *kind);
        match metric {
            Metric::Orders | Metric::PaidOrders => column.deciding(),
            _ => column,
        }
    }));
    let cells = |head: String, tally| {
        let mut cells = vec![Cell::Text(head)];
        cells.extend(
            METRICS
                .iter()
                .map(|(m, _)| Cell::Value(m.of(tally, &board.lacking))),
        );
        cells
    };
    Table {
        columns,
        rows: board
            .hours
            .iter()
            .enumerate()
            .map(|(hour, tally)| cells(hour_name(hour), tally))
            .collect(),
        totals: Some(cells(Text::Total.get(lang).to_owned(), &board.total)),
    }
}

/// An hour by its beginning and end: `09:00–10:00`.
pub fn hour_name(hour: usize) -> String {
    format!("{hour:02}:00–{:02}:00", hour + 1)
}

/// The hours in which most orders were placed and paid, in words; `None` without an order.
pub fn peaks(board: &Board, lang: Lang) -> Option<String> {
    let placed = peak(board, |t| t.orders)?;
    let paid = peak(board, |t| t.paid_orders)?;
    let args = [placed.0 as i64, placed.1, paid.0 as i64, paid.1].map(format::grouped);
    Some(t(
        lang,
        Text::HourPeaks,
        &args.each_ref().map(String::as_str),
    ))
}

/// The first hour with the highest count, and the count.
fn peak(board: &Board, count: fn(&crate::analytics::tally::Tally) -> i64) -> Option<(usize, i64)> {
    let counts = board.hours.iter().map(count).enumerate();
    counts.rev().max_by_key(|(_, n)| *n).filter(|(_, n)| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::analytics::tally::Tally;

    #[test]
    fn the_peak_is_the_first_of_equal_hours() {
        let mut board = sample::board();
        board.hours = vec![Tally::default(); 24];
        assert_eq!(peaks(&board, Lang::Zh), None);
        board.hours[9] = sample::tally(20);
        board.hours[21] = sample::tally(20);
        assert_eq!(
            peaks(&board, Lang::Zh).as_deref(),
            Some("下单最多 9 点（20 单），付款最多 9 点（16 单）")
        );
    }

    #[test]
    fn there_are_24_rows_as_wide_as_the_header() {
        let table = table(&sample::board(), Lang::En);
        assert_eq!(table.rows.len(), 24);
        assert_eq!(table.rows[23][0].text(Lang::En), "23:00–24:00");
        assert!(table.rows.iter().all(|r| r.len() == table.columns.len()));
    }
}
