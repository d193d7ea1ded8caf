//! From looking to paying, as a table with bars.

use crate::analytics::breakdown::Breakdown;
use crate::analytics::compare::{Change, change};
use crate::analytics::funnel::{FunnelStep, Step};
use crate::analytics::metrics::Value;
use crate::i18n::{Lang, Text, format};

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: &'static str,
    /// How many people.
    pub people: String,
    /// Their share of the visitors.
    pub of_visitors: String,
    /// The share in percent, for the bar.
    pub percent: f64,
    /// How that share changed.
    pub change: Result<Change, String>,
}

/// The steps of a period.
pub fn rows(breakdown: &Breakdown, lang: Lang) -> Vec<Row> {
    let first = breakdown.funnel.first();
    let share = |now: Option<i64>, all: Option<i64>| match (now, all) {
        (Some(num), Some(den)) if den > 0 => Some(Value::Rate { num, den }),
        _ => None,
    };
    let row = |step: &FunnelStep| {
        let now = share(step.now, first.and_then(|f| f.now));
        let base = share(step.base, first.and_then(|f| f.base));
        let changed = now.as_ref().zip(base.as_ref());
        Row {
            name: name(step.step).get(lang),
            people: step
                .now
                .map_or_else(|| format::NONE.to_owned(), format::grouped),
            of_visitors: now
                .as_ref()
                .map_or_else(|| format::NONE.to_owned(), |now| format::full(lang, now)),
            percent: match now {
                Some(Value::Rate { num, den }) => num as f64 / den as f64 * 100.0,
                _ => 0.0,
            },
            change: changed
                .and_then(|(now, base)| change(now, base))
                .ok_or_else(|| Text::FunnelBaseUnknown.get(lang).to_owned()),
        }
    };
    breakdown.funnel.iter().map(row).collect()
}

fn name(step: Step) -> Text {
    match step {
        Step::Visited => Text::StepVisited,
        Step::LookedAtItem => Text::StepLookedAtItem,
        Step::Favoured => Text::StepFavoured,
        Step::AddedToCart => Text::StepAddedToCart,
        Step::Ordered => Text::StepOrdered,
        Step::Paid => Text::StepPaid,
    }
}
