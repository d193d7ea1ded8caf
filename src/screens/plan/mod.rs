//! The targets of a year in words and numbers.

pub mod amounts;
pub mod days;
pub mod findings;
pub mod indices;
pub mod others;
pub mod people;
pub mod typed;

use crate::analytics::metrics::{Metric, Value};
use crate::analytics::targets::{Basis, PlanView, Progress, Ratio};
use crate::i18n::{Lang, Text, format, t};

/// What the amounts are amounts of, and how far the data go.
pub fn truth(plan: &PlanView, lang: Lang) -> String {
    let metric = match plan.targets.basis {
        Basis::Net => Metric::PaidNet,
        Basis::Gross => Metric::PaidGross,
    };
    let name = metric.entry(lang).name;
    match plan.data {
        Some(data) => t(
            lang,
            Text::PlanTruth,
            &[name, &format::day(lang, data.last, None)],
        ),
        None => t(lang, Text::PlanTruthNoData, &[name]),
    }
}

/// A quotient in percent; — where there is none.
pub fn percent(ratio: Option<Ratio>, lang: Lang) -> String {
    ratio.map_or_else(
        || format::NONE.to_owned(),
        |Ratio { num, den }| format::full(lang, &Value::Rate { num, den }),
    )
}

/// What is said of the 90 % that a target counts as met from: met, missed, or how much is missing while it runs.
pub fn line(progress: &Progress, lang: Lang) -> String {
    let is_met = progress.attainment().is_some_and(Ratio::reaches_line);
    match (is_met, progress.rest_days) {
        (true, _) => Text::PlanLineMet.get(lang).to_owned(),
        (false, 0) => Text::PlanLineMissed.get(lang).to_owned(),
        (false, _) => t(
            lang,
            Text::PlanLineOpen,
            &[&format::money(progress.to_line_fen())],
        ),
    }
}

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is known yet.
    Ahead,
    /// It has brought at least what was due, or nine tenths of the whole once it is over.
    OnTrack,
    /// Less.
    Behind,
}

/// How a target stands: by what was due so far.
pub fn standing(progress: &Progress) -> Standing {
    match progress.pace() {
        None => Standing::Ahead,
        Some(pace) if pace.reaches_line() => Standing::OnTrack,
        Some(_) => Standing::Behind,
    }
}
