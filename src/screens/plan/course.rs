//! The course of a month: what was aimed at, what was sold and what is to come, added up day by day.

use super::percent;
use crate::analytics::metrics::{Absent, Value};
use crate::analytics::targets::{Ahead, Basis, NoAhead, PlanView, Ratio, Scope};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::model::time::Day;
use crate::screens::today::tiles::no_forecast;

/// What is known of what is to come.
pub type Outcome = Result<Ahead, NoAhead>;

/// A day of the month. Sums are those of the month from its first day on, in 分.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseDay {
    /// The day.
    pub day: Day,
    /// What it was aimed at.
    pub target_fen: Option<i64>,
    /// What it and the days before were aimed at.
    pub target_sum: Option<i64>,
    /// What it brought.
    pub actual_fen: Option<i64>,
    /// What it and the days before brought, as far as they are known; nothing from the end of the data on.
    pub actual_sum: Option<i64>,
    /// What it will bring.
    pub ahead_fen: Option<i64>,
    /// What the month will have come to by its end.
    pub ahead_sum: Option<i64>,
    /// Between what that lies with a probability of 90 %.
    pub range: Option<(i64, i64)>,
}

/// The days of a month, from 0.
pub fn course(plan: &PlanView, ahead: Option<&Ahead>, month: usize) -> Vec<CourseDay> {
    let Some(span) = plan.span(Scope::Month(month)) else {
        return Vec::new();
    };
    let ahead = ahead.filter(|ahead| ahead.month == span);
    let last = plan.data.map(|data| data.last);
    let (mut target_sum, mut actual_sum) = (Some(0), 0);
    let targets = plan.plan.days_of(span).iter();
    let day = targets.map(|target| {
        target_sum = target_sum.zip(target.fen).map(|(sum, fen)| sum + fen);
        let actual_fen = plan.actual_fen(target.day);
        actual_sum += actual_fen.unwrap_or_default();
        let to_come = ahead.and_then(|ahead| ahead.days.iter().find(|d| d.day == target.day));
        CourseDay {
            day: target.day,
            target_fen: target.fen,
            target_sum,
            actual_fen,
            actual_sum: last.filter(|last| target.day <= *last).map(|_| actual_sum),
            ahead_fen: to_come.map(|day| day.fen),
            ahead_sum: to_come.map(|day| day.sum_fen),
            range: to_come.map(|day| (day.low_fen, day.high_fen)),
        }
    });
    day.collect()
}

/// What the month will come to beside its target, or why that is not said.
pub fn remark(plan: &PlanView, outcome: Option<&Outcome>, month: usize, lang: Lang) -> String {
    let span = plan.span(Scope::Month(month));
    match outcome {
        None => String::new(),
        Some(Ok(ahead)) if span != Some(ahead.month) => Text::CourseOther.get(lang).to_owned(),
        Some(Ok(ahead)) => forecast(plan, ahead, month, lang),
        Some(Err(why)) => match why {
            NoAhead::NoData => String::new(),
            NoAhead::Missing(days) => t(lang, Text::OutlookMissing, &[&days.to_string()]),
            NoAhead::NoRefunds => Text::CourseNoRefunds.get(lang).to_owned(),
            NoAhead::History(why) => no_forecast(why, lang),
        },
    }
}

fn forecast(plan: &PlanView, ahead: &Ahead, month: usize, lang: Lang) -> String {
    let Some(whole) = ahead.whole() else {
        return String::new();
    };
    let money = format::money;
    let range = [
        money(whole.sum_fen),
        money(whole.low_fen),
        money(whole.high_fen),
    ];
    let range = range.each_ref().map(String::as_str);
    let mut said = vec![t(lang, Text::CourseWhole, &range)];
    let target = plan.plan.amounts.months.get(month).copied().flatten();
    if let Some(ratio) = target.and_then(|target| Ratio::new(whole.sum_fen, target.fen)) {
        said.push(t(
            lang,
            Text::CourseOfTarget,
            &[&percent(Some(ratio), lang)],
        ));
    }
    if let (Basis::Net, Some(stays)) = (plan.targets.basis, ahead.stays) {
        said.push(t(lang, Text::CourseStays, &[&percent(Some(stays), lang)]));
    }
    if !ahead.unseen.is_empty() {
        let names: Vec<&str> = ahead
            .unseen
            .iter()
            .map(|key| lang.pick(key.title()))
            .collect();
        said.push(t(
            lang,
            Text::OutlookUnseen,
            &[&names.join(lang.pick(("、", ", ")))],
        ));
    }
    said.join(lang.pick(("；", "; ")))
}

/// The days as a table.
pub fn table(days: &[CourseDay], lang: Lang) -> Table {
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("day", text(Text::ColumnDay), Kind::Day).deciding(),
        Column::new("target", text(Text::PlanTarget), Kind::Money),
        Column::new("target_sum", text(Text::CourseTarget), Kind::Money).deciding(),
        Column::new("actual", text(Text::PlanActual), Kind::Money),
        Column::new("actual_sum", text(Text::CourseActual), Kind::Money).deciding(),
        Column::new("ahead", text(Text::CourseDayAhead), Kind::Money),
        Column::new("ahead_sum", text(Text::CourseAhead), Kind::Money).deciding(),
        Column::new("low", text(Text::CourseLow), Kind::Money),
        Column::new("high", text(Text::CourseHigh), Kind::Money),
    ];
    let value = |fen: Option<i64>| {
        Cell::Value(fen.map_or(Value::Absent(Absent::NotCovered(1)), Value::Fen))
    };
    let row = |day: &CourseDay| {
        vec![
            Cell::Day(day.day),
            value(day.target_fen),
            value(day.target_sum),
            value(day.actual_fen),
            value(day.actual_sum),
            value(day.ahead_fen),
            value(day.ahead_sum),
            value(day.range.map(|range| range.0)),
            value(day.range.map(|range| range.1)),
        ]
    };
    Table {
        columns,
        rows: days.iter().map(row).collect(),
        totals: None,
    }
}
