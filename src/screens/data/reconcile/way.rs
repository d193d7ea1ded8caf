//! The way from one number to the other: what rows explain, step by step, what is left, and the days one by one.

use super::words::{quantity_name, signed, source_name, spans, written};
use crate::analytics::metrics::Value;
use crate::analytics::reconcile::{Check, Part, Quantity, Reason, Source, Standing};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::format::{self, NONE};
use crate::i18n::{Lang, Text, t};

/// The way from one number to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// Names it among others.
    pub label: String,
    /// Which days are compared and which are not.
    pub remarks: Vec<String>,
    /// The first number, what comes on top, the second number; empty where days do not add up.
    pub steps: Vec<Step>,
    /// The days.
    pub days: Table,
}

/// One step on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is.
    pub name: String,
    /// Why, in one sentence.
    pub why: String,
    /// How much.
    pub value: i64,
    /// The same as it is written.
    pub amount: String,
    /// Some of the orders.
    pub orders: Option<String>,
    /// Whether it is one of the two numbers.
    pub is_total: bool,
}

/// The way from the first source of a check to the second.
pub(super) fn details(lang: Lang, quantity: Quantity, check: &Check) -> Details {
    let (a, b) = (source_name(lang, check.a), source_name(lang, check.b));
    let days = check.days();
    let count: i32 = days.spans().iter().map(|s| s.len_days()).sum();
    let mut remarks = Vec::new();
    if count > 0 {
        let args = [&count.to_string(), &spans(lang, days.spans())];
        remarks.push(t(lang, Text::ReconcileCompared, &args.map(String::as_str)));
    }
    for (name, only) in [(a, &check.only_a), (b, &check.only_b)] {
        let count: i32 = only.iter().map(|s| s.len_days()).sum();
        if count > 0 {
            let args = [name, &count.to_string(), &spans(lang, only)];
            remarks.push(t(lang, Text::ReconcileOnly, &args));
        }
    }
    Details {
        label: t(
            lang,
            Text::ReconcileDetailsOf,
            &[quantity_name(quantity).get(lang), b],
        ),
        remarks,
        steps: match quantity {
            Quantity::Buyers => Vec::new(),
            _ => steps(lang, quantity, check),
        },
        days: day_table(lang, quantity, check),
    }
}

/// The steps; none where no day is compared.
pub(super) fn steps(lang: Lang, quantity: Quantity, check: &Check) -> Vec<Step> {
    if check.rows.is_empty() {
        return Vec::new();
    }
    let total = |source: Source, value: i64| Step {
        name: source_name(lang, source).to_owned(),
        why: String::new(),
        value,
        amount: written(quantity, value),
        orders: None,
        is_total: true,
    };
    let mut steps = vec![total(check.a, check.a_total())];
    let (explained, located): (Vec<&Part>, Vec<&Part>) =
        check.parts.iter().partition(|part| part.reason.explains());
    steps.extend(
        explained
            .into_iter()
            .map(|p| part(lang, quantity, check, p)),
    );
    if check.standing() == Standing::Open {
        let a = check.a_total().abs();
        let share = match a {
            0 => NONE.to_owned(),
            _ => {
                let share = check.open().abs() as f64 / a as f64 * 100.0;
                format!("{}%", format::decimals(share, 2))
            }
        };
        let mut why = vec![t(
            lang,
            Text::ReconcileUnexplainedWhy,
            &[source_name(lang, check.a), &share],
        )];
        why.extend(located.iter().map(|part| {
            let amount = signed(quantity, part.fen);
            let reason = reason_why(lang, part);
            t(lang, Text::ReconcileLocated, &[&amount, &reason])
        }));
        steps.push(Step {
            name: Text::ReconcileUnexplained.get(lang).to_owned(),
            why: why.join(" "),
            value: check.open(),
            amount: signed(quantity, check.open()),
            orders: located.first().and_then(|part| orders(lang, part)),
            is_total: false,
        });
    }
    steps.push(total(check.b, check.b_total()));
    steps
}

fn part(lang: Lang, quantity: Quantity, check: &Check, part: &Part) -> Step {
    let name = match part.reason {
        Reason::OnlyInFirst => t(lang, Text::ReasonOnlyIn, &[source_name(lang, check.a)]),
        Reason::OnlyInSecond => t(lang, Text::ReasonOnlyIn, &[source_name(lang, check.b)]),
        reason => reason_texts(reason).0.get(lang).to_owned(),
    };
    Step {
        name,
        why: reason_why(lang, part),
        value: part.fen,
        amount: signed(quantity, part.fen),
        orders: orders(lang, part),
        is_total: false,
    }
}

fn reason_why(lang: Lang, part: &Part) -> String {
    let count = format::grouped(part.count as i64);
    t(lang, reason_texts(part.reason).1, &[&count])
}

fn reason_texts(reason: Reason) -> (Text, Text) {
    match reason {
        Reason::OtherDay => (Text::ReasonOtherDay, Text::ReasonOtherDayWhy),
        Reason::OutsideDays => (Text::ReasonOutsideDays, Text::ReasonOutsideDaysWhy),
        Reason::Midnight => (Text::ReasonMidnight, Text::ReasonMidnightWhy),
        Reason::NettedRefunds => (Text::ReasonNettedRefunds, Text::ReasonNettedRefundsWhy),
        Reason::Postage => (Text::ReasonPostage, Text::ReasonPostageWhy),
        Reason::Rounding => (Text::ReasonRounding, Text::ReasonRoundingWhy),
        Reason::PresaleBalance => (Text::ReasonPresaleBalance, Text::ReasonPresaleBalanceWhy),
        Reason::Unpaid => (Text::ReasonUnpaid, Text::ReasonUnpaidWhy),
        Reason::Closed => (Text::ReasonClosed, Text::ReasonClosedWhy),
        Reason::NotSettled => (Text::ReasonNotSettled, Text::ReasonNotSettledWhy),
        Reason::NotShipped => (Text::ReasonNotShipped, Text::ReasonNotShippedWhy),
        Reason::OnlyInFirst | Reason::OnlyInSecond => (Text::ReasonOnlyIn, Text::ReasonOnlyInWhy),
        Reason::MissingInList => (Text::ReasonMissingInList, Text::ReasonMissingInListWhy),
        Reason::OtherAmount => (Text::ReasonOtherAmount, Text::ReasonOtherAmountWhy),
    }
}

fn orders(lang: Lang, part: &Part) -> Option<String> {
    let list = part.orders.join(Text::ListSeparator.get(lang));
    let (named, count) = (part.orders.len() as u64, part.count.to_string());
    match named {
        0 => None,
        _ if named < part.count => Some(t(lang, Text::ReconcileOrdersMore, &[&list, &count])),
        _ => Some(t(lang, Text::ReconcileOrders, &[&list])),
    }
}

/// The days that are compared.
fn day_table(lang: Lang, quantity: Quantity, check: &Check) -> Table {
    let kind = match quantity {
        Quantity::Buyers => Kind::Count,
        _ => Kind::Money,
    };
    let column = |key, title: &str| Column::new(key, title, kind);
    let cell = |value: i64| {
        Cell::Value(match quantity {
            Quantity::Buyers => Value::Count(value),
            _ => Value::Fen(value),
        })
    };
    let rows = check.rows.iter().map(|row| {
        let day = match row.span.len_days() {
            1 => Cell::Day(row.span.first),
            _ => Cell::Text(format::span(row.span)),
        };
        let numbers = [row.a, row.b, row.b - row.a, row.explained, row.open()];
        std::iter::once(day).chain(numbers.map(cell)).collect()
    });
    Table {
        columns: vec![
            Column::new("day", Text::ColumnDay.get(lang), Kind::Day).deciding(),
            column("a", source_name(lang, check.a)),
            column("b", source_name(lang, check.b)),
            column("difference", Text::ReconcileColumnDifference.get(lang)).deciding(),
            column("explained", Text::ReconcileColumnExplained.get(lang)),
            column("open", Text::ReconcileUnexplained.get(lang)).deciding(),
        ],
        rows: rows.collect(),
        totals: None,
    }
}
