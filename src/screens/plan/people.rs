//! Who answers for which part of the targets: people, their departments, and what is nobody's.

use super::typed::part_text;
use super::{Standing, line, percent, standing};
use crate::analytics::targets::{PlanView, Progress, Scope, Share, WHOLE_PPM};
use crate::i18n::{Lang, Text, format};

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonLine {
    /// The place of the share; nothing for a sum.
    pub at: Option<usize>,
    /// Who it is.
    pub name: String,
    /// Of which department.
    pub department: String,
    /// The part.
    pub part: String,
    /// The part of the month's target.
    pub month: String,
    /// The part of the year's target.
    pub year: String,
    /// What they sold in the month; — where no file says it.
    pub actual: String,
    /// 达成率 in the month.
    pub attainment: String,
    /// What is said of the 90 %.
    pub line: String,
    /// How it stands.
    pub standing: Standing,
}

/// Everybody, then the sum of each department that several are in, then what is nobody's.
pub fn lines(plan: &PlanView, month: usize, lang: Lang) -> Vec<PersonLine> {
    let typed = plan.targets.years.get(&plan.plan.year);
    let shares = typed.map(|year| year.shares.as_slice()).unwrap_or_default();
    let amounts = &plan.plan.amounts;
    // Shares that come to more than the whole have no amounts.
    let split = |fen: Option<i64>| match plan.plan.shares.is_empty() {
        true => Vec::new(),
        false => fen.map_or_else(Vec::new, |fen| Share::split(fen, shares)),
    };
    let of_month = split(amounts.months.get(month).copied().flatten().map(|a| a.fen));
    let of_year = split(amounts.year.map(|a| a.fen));
    let money = |parts: &[i64], which: &dyn Fn(usize) -> bool| {
        let mine = parts.iter().enumerate().filter(|(at, _)| which(*at));
        match parts.is_empty() {
            true => format::NONE.to_owned(),
            false => format::money(mine.map(|(_, fen)| fen).sum()),
        }
    };
    let ppm = |which: &dyn Fn(usize) -> bool| {
        let mine = shares.iter().enumerate().filter(|(at, _)| which(*at));
        mine.map(|(_, share)| share.ppm).sum::<u32>()
    };
    let span = plan.span(Scope::Month(month));
    let make =
        |at: Option<usize>, name: String, department: String, which: &dyn Fn(usize) -> bool| {
            let own = at.and_then(|at| plan.progress_of(at, span?));
            let begun = own.filter(|own| own.through.is_some());
            PersonLine {
                at,
                name,
                department,
                part: part_text(ppm(which)),
                month: money(&of_month, which),
                year: money(&of_year, which),
                actual: begun.map_or_else(
                    || format::NONE.to_owned(),
                    |own| format::money(own.actual_fen),
                ),
                attainment: percent(begun.as_ref().and_then(Progress::attainment), lang),
                line: begun.map_or_else(String::new, |own| line(&own, lang)),
                standing: begun.as_ref().map_or(Standing::Ahead, standing),
            }
        };
    let mut lines: Vec<PersonLine> = Vec::new();
    for (at, share) in shares.iter().enumerate() {
        let department = share.department.clone().unwrap_or_default();
        lines.push(make(Some(at), share.name.clone(), department, &|which| {
            which == at
        }));
    }
    let mut departments: Vec<&String> = shares
        .iter()
        .filter_map(|s| s.department.as_ref())
        .collect();
    departments.sort();
    departments.dedup();
    for department in departments {
        let is_in =
            |at: usize| shares.get(at).and_then(|s| s.department.as_ref()) == Some(department);
        if (0..shares.len()).filter(|at| is_in(*at)).count() > 1 {
            lines.push(make(None, department.clone(), String::new(), &is_in));
        }
    }
    let left = WHOLE_PPM - Share::sum_ppm(shares);
    if !shares.is_empty() && left > 0 {
        let mut nobody = make(
            None,
            Text::PeopleNobody.get(lang).to_owned(),
            String::new(),
            &|at| at == shares.len(),
        );
        nobody.part = part_text(u32::try_from(left).unwrap_or_default());
        lines.push(nobody);
    }
    lines
}
