//! Year, quarters and months: what is aimed at, what was typed of it, and how far it has come.

use super::{Standing, input_text, percent, standing};
use crate::analytics::targets::{Amount, Origin, PlanView, Scope, YearAmount};
use crate::i18n::{Lang, Text, format, t};

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which part of the year.
    pub scope: Scope,
    /// What it is called.
    pub name: String,
    /// What was typed, as the input shows it; empty where it follows from the rest.
    pub typed: String,
    /// The target, and where it comes from; — where there is none.
    pub target: String,
    /// Where it comes from.
    pub origin: Option<&'static str>,
    /// What was sold.
    pub actual: String,
    /// 达成率.
    pub attainment: String,
    /// What it should be by now.
    pub due: String,
    /// What each of the rest of the days has to bring.
    pub required: String,
    /// How it stands.
    pub standing: Standing,
}

/// Year, quarters, each followed by its months.
pub fn lines(plan: &PlanView, lang: Lang) -> Vec<Line> {
    let mut scopes = vec![Scope::Year];
    for quarter in 0..4 {
        scopes.push(Scope::Quarter(quarter));
        scopes.extend((quarter * 3..quarter * 3 + 3).map(Scope::Month));
    }
    scopes
        .into_iter()
        .map(|scope| line(plan, scope, lang))
        .collect()
}

/// One part of the year.
pub fn line(plan: &PlanView, scope: Scope, lang: Lang) -> Line {
    let typed = plan.targets.years.get(&plan.plan.year);
    let amounts = &plan.plan.amounts;
    let (amount, typed): (Option<Amount>, Option<i64>) = match scope {
        Scope::Year => {
            let fen = typed.and_then(|t| t.year).and_then(|year| match year {
                YearAmount::Fen(fen) => Some(fen),
                YearAmount::GrowthPpm(_) => None,
            });
            (amounts.year, fen)
        }
        Scope::Quarter(at) => (amounts.quarters[at], typed.and_then(|t| t.quarters[at])),
        Scope::Month(at) => (amounts.months[at], typed.and_then(|t| t.months[at])),
        Scope::Day(_) => (None, None),
    };
    let progress = plan.span(scope).and_then(|span| plan.progress(span));
    let none = || format::NONE.to_owned();
    let started = progress.filter(|p| p.through.is_some());
    Line {
        scope,
        name: name(scope, lang),
        typed: typed.map(input_text).unwrap_or_default(),
        target: amount.map_or_else(none, |amount| format::money(amount.fen)),
        origin: amount.map(|amount| origin(amount.origin).get(lang)),
        actual: sold(plan, scope).map_or_else(none, format::money),
        attainment: percent(started.and_then(|p| p.attainment()), lang),
        due: percent(started.and_then(|p| p.due()), lang),
        required: started
            .filter(|p| p.rest_days > 0)
            .and_then(|p| p.required_per_day())
            .map_or_else(none, |r| {
                format::money((r.num as f64 / r.den as f64).ceil() as i64)
            }),
        standing: started.as_ref().map_or(Standing::Ahead, standing),
    }
}

/// What was sold on the days that are known; nothing where none is.
fn sold(plan: &PlanView, scope: Scope) -> Option<i64> {
    let days = plan.span(scope)?.days();
    days.filter_map(|day| plan.actual_fen(day))
        .reduce(|sum, fen| sum + fen)
}

/// What a part of the year is called.
pub fn name(scope: Scope, lang: Lang) -> String {
    match scope {
        Scope::Year => Text::PlanYear.get(lang).to_owned(),
        Scope::Quarter(at) => t(lang, Text::PlanQuarter, &[&(at + 1).to_string()]),
        Scope::Month(at) => t(lang, Text::PlanMonth, &[&(at + 1).to_string()]),
        Scope::Day(day) => format::day(lang, day, None),
    }
}

fn origin(origin: Origin) -> Text {
    match origin {
        Origin::Typed => Text::OriginTyped,
        Origin::Locked => Text::OriginLocked,
        Origin::LikeYearBefore => Text::OriginLikeYearBefore,
        Origin::ByIndices => Text::OriginByIndices,
        Origin::Grown => Text::OriginGrown,
        Origin::Sum => Text::OriginSum,
    }
}
