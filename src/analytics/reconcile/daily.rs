//! What one kind of file says of a quantity, day by day: for whoever asks about days and not about differences.

use super::series::Series;
use super::sources::{Shelf, by_day, series};
use super::{Quantity, Source};
use crate::model::time::Span;

/// The amounts of a quantity by day, or by the range that a row of the file sums up. A day inside of what a file of
/// orders covers on which nothing happened is a day of nothing.
pub(crate) fn of_quantity(shelf: &Shelf, quantity: Quantity, source: Source) -> Vec<(Span, i64)> {
    series(shelf, quantity, source).map_or_else(Vec::new, amounts)
}

/// The values of a column by day, or by the range that a row sums up.
pub(crate) fn of_column(shelf: &Shelf, source: Source, column: &str) -> Vec<(Span, i64)> {
    let table = shelf.others.get(source.kind_name());
    let series = table.and_then(|(table, _)| by_day(source, table, &[column]));
    series.map_or_else(Vec::new, amounts)
}

fn amounts(series: Series) -> Vec<(Span, i64)> {
    if !series.is_by_order() {
        let amounts = series.amounts.into_iter();
        let amounts = amounts.map(|((first, last), amount)| (Span::new(first, last), amount.value));
        return amounts.collect();
    }
    let covered = series.coverage.spans().iter().flat_map(|span| span.days());
    let day = |day| {
        let span = Span::new(day, day);
        (span, series.value(span).unwrap_or(0))
    };
    covered.map(day).collect()
}
