//! The card behind a number: what it means, how it is computed, from what, and what it is compared with.

use super::number::{Number, base_value, comparison_label, incomparable, parts};
use super::views::{View, views};
use crate::analytics::board::Board;
use crate::analytics::compare::{Change, change};
use crate::analytics::metrics::{Entry, Metric};
use crate::analytics::period::Comparison;
use crate::analytics::rows::{RowsQuery, has_rows};
use crate::i18n::{Lang, format};

/// A definition with the numbers of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// Which metric.
    pub metric: Metric,
    /// Name, definition, formula, inputs.
    pub entry: Entry,
    /// The days of the period.
    pub days: String,
    /// The value with all its digits.
    pub value: String,
    /// Why there is no value.
    pub reason: Option<String>,
    /// The actual numerator and denominator.
    pub parts: Option<(String, String)>,
    /// Whether the value stands on too few cases.
    pub has_few_cases: bool,
    /// Each comparison.
    pub compared: Vec<Compared>,
    /// The same amount as others count it.
    pub views: Vec<View>,
    /// The orders behind it, where there are any.
    pub rows: Option<RowsQuery>,
}

/// The number of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Which comparison.
    pub name: &'static str,
    /// Its days.
    pub days: String,
    /// Its value with all its digits.
    pub value: String,
    /// Its numerator and denominator.
    pub parts: Option<(String, String)>,
    /// The change against it, or why it cannot be told.
    pub change: Result<Change, String>,
}

/// The card of a metric on a board.
pub fn definition(board: &Board, metric: Metric, lang: Lang) -> Definition {
    let number = Number::of(board, metric, lang);
    let other = Some(board.comparison).filter(|c| !Comparison::SHOWN.contains(c));
    let compared = Comparison::SHOWN
        .into_iter()
        .chain(other)
        .map(|comparison| {
            let base = base_value(board, comparison, metric);
            let days = board.baseline(comparison).map(|b| b.stretch.span);
            Compared {
                name: comparison_label(lang, comparison),
                days: days.map_or_else(|| "—".to_owned(), format::span),
                value: format::full(lang, &base),
                parts: parts(lang, metric, &base),
                change: change(&number.value, &base)
                    .ok_or_else(|| incomparable(lang, &number.value, &base)),
            }
        });
    Definition {
        metric,
        entry: metric.entry(lang),
        days: format::span(board.span),
        value: format::full(lang, &number.value),
        compared: compared.collect(),
        views: views(metric, board.figures(), lang),
        rows: has_rows(metric).then_some(RowsQuery {
            metric,
            span: board.span,
        }),
        reason: number.reason,
        parts: number.parts,
        has_few_cases: number.has_few_cases,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_card_names_the_days_that_it_compares() {
        let card = definition(&sample::board(), Metric::PaymentRate, Lang::Zh);
        assert_eq!(card.days, "2020-02-24 – 03-01");
        assert_eq!(card.value, "80.00%");
        assert_eq!(card.compared[0].days, "2020-02-17 – 02-23");
        assert_eq!(card.compared[0].change, Ok(Change::Points(0.0)));
        assert_eq!(card.compared[2].value, "—");
    }

    #[test]
    fn a_comparison_without_days_stands_on_the_card_with_its_reason() {
        let mut board = sample::board();
        board.comparison = Comparison::Lunar;
        let card = definition(&board, Metric::PaidNet, Lang::En);
        assert_eq!(card.compared.len(), 4);
        assert_eq!(card.compared[3].days, "—");
        assert!(
            card.compared[3]
                .change
                .as_ref()
                .is_err_and(|why| why.contains("1990"))
        );
    }
}
