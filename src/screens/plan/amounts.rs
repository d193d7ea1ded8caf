//! Year, quarters and months: what is aimed at, what was typed of it, and how far it has come.

use super::typed::{fen_text, year_text};
use super::{Standing, line as line_of, percent, standing};
use crate::analytics::targets::{
    Amount, Origin, PlanView, Progress, Scope, YearAmount, growth_attainment, required_by_day,
};
use crate::i18n::{Lang, Text, format, t};
use crate::model::time::Span;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which part of the year.
    pub scope: Scope,
    /// What it is called.
    pub name: String,
    /// What was typed, as the input shows it; empty where it follows from the rest.
    pub typed: String,
    /// The target; — where there is none.
    pub target: String,
    /// Where it comes from, and how much more it is than the year before brought.
    pub target_notes: Vec<String>,
    /// What was sold.
    pub actual: String,
    /// How much more that is than on the same days of the year before, and which days are missing.
    pub actual_notes: Vec<String>,
    /// 达成率.
    pub attainment: String,
    /// What is said of the 90 %.
    pub line: String,
    /// What it should be by now.
    pub due: String,
    /// What is still to be sold.
    pub required: String,
    /// What that is of what was planned, and what it asks of each day that is left.
    pub required_notes: Vec<String>,
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
    let (amount, typed): (Option<Amount>, Option<YearAmount>) = match scope {
        Scope::Year => (amounts.year, typed.and_then(|t| t.year)),
        Scope::Quarter(at) => (
            amounts.quarters[at],
            typed.and_then(|t| t.quarters[at]).map(YearAmount::Fen),
        ),
        Scope::Month(at) => (
            amounts.months[at],
            typed.and_then(|t| t.months[at]).map(YearAmount::Fen),
        ),
        Scope::Day(_) => (None, None),
    };
    let progress = plan.span(scope).and_then(|span| plan.progress(span));
    let none = || format::NONE.to_owned();
    let started = progress.filter(|p| p.through.is_some());
    let open = progress.filter(|p| p.rest_days > 0);
    Line {
        scope,
        name: name(scope, lang),
        typed: match (scope, typed) {
            (Scope::Year, Some(amount)) => year_text(amount),
            (_, Some(YearAmount::Fen(fen))) => fen_text(fen),
            _ => String::new(),
        },
        target: amount.map_or_else(none, |amount| format::money(amount.fen)),
        target_notes: target_notes(plan, scope, amount, lang),
        actual: sold(plan, scope).map_or_else(none, format::money),
        actual_notes: actual_notes(plan, scope, typed, lang),
        attainment: percent(started.and_then(|p| p.attainment()), lang),
        line: started.map_or_else(String::new, |p| line_of(&p, lang)),
        due: percent(started.and_then(|p| p.due()), lang),
        required: open.map_or_else(none, |p| format::money(p.required_fen())),
        required_notes: open.map_or_else(Vec::new, |p| required_notes(plan, &p, lang)),
        standing: started.as_ref().map_or(Standing::Ahead, standing),
    }
}

fn growth(now: i64, before: i64) -> String {
    let change = now as f64 / before as f64 - 1.0;
    let sign = if change < 0.0 { "−" } else { "+" };
    format!("{sign}{}%", format::decimals(change.abs() * 100.0, 1))
}

fn target_notes(plan: &PlanView, scope: Scope, amount: Option<Amount>, lang: Lang) -> Vec<String> {
    let Some(amount) = amount else {
        return Vec::new();
    };
    let before = plan.year_before_fen(scope).filter(|fen| *fen > 0);
    let more = before.map(|before| {
        t(
            lang,
            Text::PlanOverYearBefore,
            &[&growth(amount.fen, before)],
        )
    });
    let mut notes = vec![origin(amount.origin).get(lang).to_owned()];
    notes.extend(more);
    notes
}

fn actual_notes(
    plan: &PlanView,
    scope: Scope,
    typed: Option<YearAmount>,
    lang: Lang,
) -> Vec<String> {
    let mut notes = Vec::new();
    let Some((span, last)) = plan.span(scope).zip(plan.data.map(|data| data.last)) else {
        return notes;
    };
    if last < span.first {
        return notes;
    }
    let so_far = Span::new(span.first, last.min(span.last));
    let missing = so_far
        .days()
        .filter(|day| plan.actual_fen(*day).is_none())
        .count();
    if missing > 0 {
        notes.push(t(lang, Text::PlanMissing, &[&missing.to_string()]));
    }
    if let Some((now, before)) = plan.beside_year_before(so_far)
        && before > 0
    {
        notes.push(t(lang, Text::PlanSameDays, &[&growth(now, before)]));
        if let Some(YearAmount::GrowthPpm(ppm)) = typed {
            let attained = percent(growth_attainment(now, before, ppm), lang);
            notes.push(t(lang, Text::PlanGrowthAttained, &[&attained]));
        }
    }
    notes
}

/// Of a part that is under way: what is asked of its days beside what was planned for them, and of each the least and the most.
fn required_notes(plan: &PlanView, progress: &Progress, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if progress.through.is_none() || progress.required_fen() == 0 {
        return notes;
    }
    if let Some(ratio) = progress.required_against_plan() {
        notes.push(t(lang, Text::PlanOfPlan, &[&percent(Some(ratio), lang)]));
    }
    let by_day = required_by_day(progress, plan.plan.days_of(progress.span));
    let (least, most) = (
        by_day.iter().map(|(_, fen)| *fen).min(),
        by_day.iter().map(|(_, fen)| *fen).max(),
    );
    let is_month = progress.span.len_days() <= 31;
    if let (true, Some(least), Some(most)) = (is_month, least, most) {
        let days = by_day.len().to_string();
        let range = match least == most {
            true => format::money(least),
            false => format!("{} – {}", format::money(least), format::money(most)),
        };
        notes.push(t(lang, Text::PlanEachDay, &[&days, &range]));
    }
    notes
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
