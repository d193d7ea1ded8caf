//! One number of the board: how it is written, what it is made of, and how it changed.

use super::{comparison_name, comparison_short, reason};
use crate::analytics::board::Board;
use crate::analytics::compare::{Change, change};
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::analytics::period::Comparison;
use crate::analytics::stretch::Stretch;
use crate::analytics::tally::Tally;
use crate::i18n::format::{self, Figure};
use crate::i18n::{Lang, Text};

/// Rates on fewer cases than this are shown in grey with a note.
pub const FEW_CASES: i64 = 30;

/// A metric over the period of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Which metric.
    pub metric: Metric,
    /// Its value.
    pub value: Value,
    /// The value as a tile shows it.
    pub figure: Figure,
    /// Why there is no value.
    pub reason: Option<String>,
    /// Numerator and denominator, where the value is a quotient.
    pub parts: Option<(String, String)>,
    /// Whether the value is a rate that stands on fewer than [`FEW_CASES`] cases.
    pub has_few_cases: bool,
    /// Its changes: against the days before and the same weekdays, and a year ago when that is what the board is
    /// compared with.
    pub deltas: Vec<Delta>,
}

/// How a number changed against one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Delta {
    /// What it is compared with, short.
    pub label: Text,
    /// The change, or why it cannot be told.
    pub change: Result<Change, String>,
}

impl Number {
    /// A metric of a board.
    pub fn of(board: &Board, metric: Metric, lang: Lang) -> Number {
        let value = board.value(metric);
        Number {
            deltas: deltas(board, metric, &value, lang),
            ..Number::new(metric, value, cases(metric, &board.total), lang)
        }
    }

    /// A metric of a range of days, compared with nothing.
    pub fn over(stretch: &Stretch, metric: Metric, lang: Lang) -> Number {
        let value = stretch.value(metric);
        Number::new(metric, value, cases(metric, &stretch.tally), lang)
    }

    fn new(metric: Metric, value: Value, cases: i64, lang: Lang) -> Number {
        Number {
            metric,
            figure: format::tile(lang, &value),
            reason: match &value {
                Value::Absent(why) => Some(reason::absent(lang, why)),
                _ => None,
            },
            parts: parts(lang, metric, &value),
            has_few_cases: matches!(value, Value::Rate { .. }) && cases < FEW_CASES,
            deltas: Vec::new(),
            value,
        }
    }
}

/// The change of a metric from one range of days to another, or why it cannot be told.
pub fn change_between(
    now: &Stretch,
    base: &Stretch,
    metric: Metric,
    lang: Lang,
) -> Result<Change, String> {
    let (now, base) = (now.value(metric), base.value(metric));
    change(&now, &base).ok_or_else(|| incomparable(lang, &now, &base))
}

/// Why two values cannot be compared.
pub fn incomparable(lang: Lang, now: &Value, base: &Value) -> String {
    match (now, base) {
        (_, Value::Absent(why)) | (Value::Absent(why), _) => reason::absent(lang, why),
        _ => Text::AbsentBase.get(lang).to_owned(),
    }
}

fn deltas(board: &Board, metric: Metric, now: &Value, lang: Lang) -> Vec<Delta> {
    let days_of = |c| board.baseline(c).map(|b| b.stretch.span);
    // A whole number of weeks has the same days before it either way: one change says both.
    let is_one = days_of(Comparison::Previous) == days_of(Comparison::SameWeekday);
    shown(board)
        .filter(|c| !(is_one && *c == Comparison::SameWeekday))
        .map(|comparison| {
            // Days are missing on one side: what is left of it is no fair measure of the other.
            let base = match board.missing_days {
                0 => base_value(board, comparison, metric),
                days => Value::Absent(Absent::NotCovered(days)),
            };
            Delta {
                label: match comparison {
                    Comparison::Previous if is_one => Text::ComparePreviousAndWeekdayShort,
                    comparison => comparison_short(comparison),
                },
                change: change(now, &base).ok_or_else(|| incomparable(lang, now, &base)),
            }
        })
        .collect()
}

/// The comparisons of a tile: the two with the days before, and the chosen one.
fn shown(board: &Board) -> impl Iterator<Item = Comparison> {
    let before = [Comparison::Previous, Comparison::SameWeekday];
    let chosen = Some(board.comparison).filter(|c| !before.contains(c));
    before.into_iter().chain(chosen)
}

/// A metric over the days of a comparison.
pub fn base_value(board: &Board, comparison: Comparison, metric: Metric) -> Value {
    match board.baseline(comparison) {
        Some(base) => base.stretch.value(metric),
        None => Value::Absent(Absent::NoBaseline(comparison)),
    }
}

/// Numerator and denominator with all their digits. A share of money has money on both sides.
pub fn parts(lang: Lang, metric: Metric, value: &Value) -> Option<(String, String)> {
    let of = |value: Value| format::full(lang, &value);
    Some(match *value {
        Value::Rate { num, den } if is_money_share(metric) => {
            (of(Value::Fen(num)), of(Value::Fen(den)))
        }
        Value::Rate { num, den } => (of(Value::Count(num)), of(Value::Count(den))),
        Value::FenPer { fen, per } => (of(Value::Fen(fen)), of(Value::Count(per))),
        Value::SecsPer { secs, per } => (
            format!("{} {}", format::grouped(secs), lang.pick(("秒", "s"))),
            of(Value::Count(per)),
        ),
        Value::Fen(_) | Value::Count(_) | Value::Absent(_) => return None,
    })
}

fn is_money_share(metric: Metric) -> bool {
    matches!(
        metric,
        Metric::PaymentRate
            | Metric::RefundRateAmount
            | Metric::RefundRateDone
            | Metric::AdCostShare
    )
}

/// How many cases a rate stands on: orders, also where the rate is of money.
pub fn cases(metric: Metric, tally: &Tally) -> i64 {
    match metric {
        Metric::RefundRateAmount
        | Metric::RefundRatePaid
        | Metric::RefundRateDone
        | Metric::AdCostShare => tally.paid_orders,
        // Shares of visitors: thousands come where dozens order.
        metric if metric.is_of_shop() => i64::MAX,
        _ => tally.orders,
    }
}

/// The full name of a comparison, for lists that have room.
pub fn comparison_label(lang: Lang, comparison: Comparison) -> &'static str {
    comparison_name(comparison).get(lang)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_rate_carries_its_parts_in_their_own_unit() {
        let board = sample::board();
        let rate = |m| Number::of(&board, m, Lang::Zh).parts;
        assert_eq!(
            rate(Metric::PaymentRate),
            Some(("¥56,000.00".into(), "¥70,000.00".into()))
        );
        assert_eq!(
            rate(Metric::RefundRatePaid),
            Some(("56".into(), "560".into()))
        );
        assert_eq!(rate(Metric::Orders), None);
    }

    #[test]
    fn a_whole_week_has_one_change_for_both_comparisons() {
        let number = Number::of(&sample::board(), Metric::PaidNet, Lang::Zh);
        assert_eq!(number.deltas.len(), 1);
        assert_eq!(number.deltas[0].change, Ok(Change::Relative(1.0)));
    }

    #[test]
    fn a_baseline_with_holes_has_a_reason_instead_of_a_change() {
        let mut board = sample::board();
        board.comparison = Comparison::YearAgo;
        let number = Number::of(&board, Metric::PaidNet, Lang::Zh);
        assert_eq!(number.deltas[1].change, Err("缺 7 天数据".into()));
    }

    #[test]
    fn a_chosen_comparison_without_days_says_why() {
        let mut board = sample::board();
        board.comparison = Comparison::Event;
        let number = Number::of(&board, Metric::PaidNet, Lang::Zh);
        assert_eq!(number.deltas.len(), 2);
        assert_eq!(number.deltas[1].label, Text::CompareEventShort);
        assert_eq!(
            number.deltas[1].change,
            Err(Text::AbsentEvent.get(Lang::Zh).into())
        );
    }

    #[test]
    fn few_cases_are_counted_in_orders_even_for_money() {
        let mut board = sample::board();
        assert!(!Number::of(&board, Metric::PaymentRate, Lang::Zh).has_few_cases);
        board.total = sample::tally(29);
        assert!(Number::of(&board, Metric::PaymentRate, Lang::Zh).has_few_cases);
        assert!(!Number::of(&board, Metric::Orders, Lang::Zh).has_few_cases);
    }
}
