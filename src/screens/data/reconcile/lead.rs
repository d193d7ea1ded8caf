//! The one sentence on top: which number to report, and which file to look into.

use super::words::{found, quantity_name, source_name, written};
use crate::analytics::reconcile::{Check, Line, Reconciliation, Standing};
use crate::i18n::format;
use crate::i18n::{Lang, Text, t};

/// Which number to report, and which file is wrong or missing.
pub(super) fn lead(lang: Lang, all: &Reconciliation) -> String {
    let known = || all.lines.iter().filter(|line| !line.sides.is_empty());
    let Some(first) = known().next() else {
        return Text::ReconcileEmpty.get(lang).to_owned();
    };
    if known().all(|line| line.checks.is_empty()) {
        let source = first.sides[0].source;
        let Some((second, line)) =
            known().find_map(|line| Some((line.missing.first().copied()?, line)))
        else {
            return Text::ReconcileEmpty.get(lang).to_owned();
        };
        let quantity = quantity_name(line.quantity).get(lang);
        let args = [
            source_name(lang, source),
            source_name(lang, second),
            found(lang, second),
            quantity,
        ];
        return t(lang, Text::ReconcileAlone, &args);
    }
    let compared = |check: &&Check| check.standing() != Standing::NoCommonDay;
    if !known().flat_map(|line| &line.checks).any(|c| compared(&c)) {
        return Text::ReconcileNoDay.get(lang).to_owned();
    }
    let report = match first.sides[0].total {
        Some(total) => {
            let args = [
                quantity_name(first.quantity).get(lang),
                source_name(lang, first.sides[0].source),
                &written(first.quantity, total),
            ];
            t(lang, Text::ReconcileReport, &args)
        }
        None => String::new(),
    };
    let standings = known().flat_map(|line| &line.checks).map(Check::standing);
    let verdict = match worst(all) {
        Some((line, check)) => suspicion(lang, line, check),
        None if standings.max_by_key(|s| *s == Standing::Explained)
            == Some(Standing::Explained) =>
        {
            Text::ReconcileExplained.get(lang).to_owned()
        }
        None => Text::ReconcileAgrees.get(lang).to_owned(),
    };
    match lang {
        Lang::Zh => format!("{report}{verdict}"),
        Lang::En => format!("{report} {verdict}").trim().to_owned(),
    }
}

/// The check of which most is unexplained, in the first quantity that has one.
fn worst(all: &Reconciliation) -> Option<(&Line, &Check)> {
    let of_line = |line: &'_ Line| -> Option<usize> {
        let open = line.checks.iter().enumerate();
        let open = open.filter(|(_, c)| c.standing() == Standing::Open);
        open.max_by_key(|(i, c)| (gap(c), usize::MAX - i))
            .map(|(i, _)| i)
    };
    let line = all
        .lines
        .iter()
        .find_map(|line| Some((line, of_line(line)?)));
    line.map(|(line, i)| (line, &line.checks[i]))
}

/// How much is unexplained on single days: what cancels out over them is still wrong.
fn gap(check: &Check) -> i64 {
    check.rows.iter().map(|row| row.open().abs()).sum()
}

/// Which of the files is likely to be at fault.
fn suspicion(lang: Lang, line: &Line, check: &Check) -> String {
    let quantity = quantity_name(line.quantity).get(lang);
    let (a, b) = (source_name(lang, check.a), source_name(lang, check.b));
    let missed = written(line.quantity, gap(check));
    let day = check.rows.iter().max_by_key(|row| row.open().abs());
    let day = day.map(|row| format::span(row.span)).unwrap_or_default();
    let compared = || line.checks.iter().filter(|c| !c.rows.is_empty());
    let open = compared()
        .filter(|c| c.standing() == Standing::Open)
        .count();
    match (open, compared().count()) {
        (1, 2..) => t(
            lang,
            Text::ReconcileOpenOther,
            &[quantity, b, &missed, &day],
        ),
        (2.., all) if open == all => t(lang, Text::ReconcileOpenFirst, &[quantity, a, &day]),
        _ => t(
            lang,
            Text::ReconcileOpenPair,
            &[quantity, a, b, &missed, &day],
        ),
    }
}
