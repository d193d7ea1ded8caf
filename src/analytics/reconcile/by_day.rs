//! Two files of which at least one names no orders. What the orders of the other say of a day is either certain (a deposit
//! whose balance is not paid, an order that the list lacks) or has to fit: postage or an order at midnight explains a day
//! only where it closes the gap of that day to the 分.

use super::findings::Findings;
use super::series::{Entry, Facts, Series};
use super::{Book, Quantity, Reason, Source, by_order};
use crate::model::time::{DAY_SECS, Span};

/// An order so close to midnight may be on either day.
const MIDNIGHT_SECS: u32 = 600;

/// What explains the difference between a file and one that knows no orders.
pub(super) fn compare(
    book: &Book,
    a: &Series,
    b: &Series,
    units: &[Span],
    facts: &Facts,
) -> Findings {
    let mut findings = Findings::default();
    certain(&mut findings, book, a, b, units, facts);
    let explained = findings.explained(units.len());
    for (unit, (span, explained)) in units.iter().zip(explained).enumerate() {
        let value = |series: &Series| series.value(*span).unwrap_or(0);
        let gap = value(b) - value(a) - explained;
        if gap != 0 {
            fitting(&mut findings, book, (a, b), (unit, *span), gap, facts);
        }
    }
    findings
}

/// What is so whether or not it helps.
fn certain(
    findings: &mut Findings,
    book: &Book,
    a: &Series,
    b: &Series,
    units: &[Span],
    facts: &Facts,
) {
    if !a.is_by_order() {
        return;
    }
    let is_deposit = |e: &Entry| facts.get(&e.order).is_some_and(|f| f.is_deposit);
    if book.quantity == Quantity::Paid && b.source.is_of_sycm() {
        for (unit, span) in units.iter().enumerate() {
            for entry in a.entries_of(*span).iter().filter(|e| is_deposit(e)) {
                findings.add(Reason::PresaleBalance, unit, -entry.fen, entry.order);
            }
        }
    }
    let between = match (book.quantity, a.source) {
        (Quantity::Paid, Source::Orders) => Source::OrderDetails,
        (Quantity::Refunds, Source::Orders) => Source::Refunds,
        _ => return,
    };
    let covers = |s: &&Series| units.iter().all(|u| s.value(*u).is_some());
    let between = book.series.iter().find(|s| s.source == between);
    if let Some(between) = between.filter(covers) {
        let way = by_order::compare(a, between, units, facts);
        findings.take_in(way, |reason| match (book.quantity, reason) {
            (Quantity::Refunds, reason) => reason.explains().then_some(reason),
            (_, Reason::OnlyInSecond) => Some(Reason::MissingInList),
            _ => None,
        });
    }
}

/// What closes the gap of one unit to the 分.
fn fitting(
    findings: &mut Findings,
    book: &Book,
    (a, b): (&Series, &Series),
    (unit, span): (usize, Span),
    gap: i64,
    facts: &Facts,
) {
    let rows = |series: &Series| series.amount(span).map_or(0, |a| a.rows);
    // A value that was rounded to the 分 is off by half of one.
    if gap.abs() <= (rows(a).max(rows(b)) + 1) / 2 {
        findings.add_unnamed(Reason::Rounding, unit, gap);
        return;
    }
    if let Some(postage) = postage(book, b, span, facts)
        && gap == -postage.iter().map(|(_, fen)| fen).sum::<i64>()
    {
        for (order, fen) in postage {
            findings.add(Reason::Postage, unit, -fen, order);
        }
        return;
    }
    let refunds = hidden_refunds(book, a, span, facts);
    if !refunds.is_empty() && gap == refunds.iter().map(|(_, fen)| fen).sum::<i64>() {
        for (order, fen) in refunds {
            findings.add(Reason::NettedRefunds, unit, fen, order);
        }
        return;
    }
    if let Some(order) = at_midnight(a, span, gap) {
        findings.add(Reason::Midnight, unit, gap, order);
    }
}

/// The postage of the orders paid on these days, where the second counts items only.
fn postage(book: &Book, b: &Series, span: Span, facts: &Facts) -> Option<Vec<(u64, i64)>> {
    let orders = book.series.iter().find(|s| s.source == Source::Orders)?;
    let has = b.source == Source::SycmItems && orders.value(span).is_some();
    let of = |e: &Entry| Some((e.order, facts.get(&e.order)?.postage_fen));
    let postage = orders.entries_of(span).iter().filter_map(of);
    has.then(|| postage.filter(|(_, fen)| *fen != 0).collect())
}

/// Refunds of the orders paid on these days, as the refund export has them, where the order list does not say whether they
/// are taken off.
fn hidden_refunds(book: &Book, a: &Series, span: Span, facts: &Facts) -> Vec<(u64, i64)> {
    if book.quantity != Quantity::Paid || a.source != Source::Orders {
        return Vec::new();
    }
    let of = |e: &Entry| {
        let fact = facts.get(&e.order)?;
        (fact.is_refund_hidden && fact.refund_fen > 0).then_some((e.order, fact.refund_fen))
    };
    a.entries_of(span).iter().filter_map(of).collect()
}

/// The one order close to the first or last midnight of a unit that makes up the gap.
fn at_midnight(a: &Series, span: Span, gap: i64) -> Option<u64> {
    let around = Span::new(span.first.plus(-1), span.last.plus(1));
    let mut found = a.entries_of(around).iter().filter(|e| {
        let since = e.at % DAY_SECS;
        let is_early = since < MIDNIGHT_SECS;
        let is_late = since >= DAY_SECS - MIDNIGHT_SECS;
        let day = e.day();
        let leaves = (day == span.first && is_early) || (day == span.last && is_late);
        let comes = (day < span.first && is_late) || (day > span.last && is_early);
        (leaves && e.fen == -gap) || (comes && e.fen == gap)
    });
    let only = found.next()?;
    found.next().is_none().then_some(only.order)
}
