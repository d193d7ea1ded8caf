//! The targets of a year in words and numbers.

pub mod amounts;
pub mod course;
pub mod days;
pub mod findings;
pub mod indices;
pub mod now;
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

#[cfg(test)]
mod sample {
    use crate::analytics::targets::{
        DayClass, Facts, HourProfile, Plan, PlanView, Share, Targets, YearAmount,
    };
    use crate::model::time::{Day, Span};

    pub fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    /// 2024, a fifth more than 2023, in which each day brought 100 元. Days of 2024 bring 110 元 up to 15 May, but for the 2nd
    /// of March, of which nothing is known. 小美 and 小丽 are one department.
    pub fn plan() -> PlanView {
        let gap = day("2024-03-02");
        let paid = |of: Day| match of {
            _ if of == gap || of > day("2024-05-15") || of < day("2023-01-01") => None,
            _ if of < day("2024-01-01") => Some(10_000),
            _ => Some(11_000),
        };
        let mut targets = Targets::default();
        let typed = targets.years.entry(2024).or_default();
        typed.year = Some(YearAmount::GrowthPpm(200_000));
        let share = |name: &str, department: &str, ppm| Share {
            name: name.to_owned(),
            department: Some(department.to_owned()).filter(|d| !d.is_empty()),
            ppm,
        };
        typed.shares = vec![
            share("小美", "客服", 333_333),
            share("小丽", "客服", 333_333),
            share("阿强", "", 200_000),
        ];
        let span = Plan::needs(2024).expect("a year");
        let facts = Facts::gather(span, &paid, &|_| DayClass::Usual);
        let plan = Plan::of(2024, typed, &facts).expect("a year");
        let days = |year: &str| {
            let all = Span::new(day(&format!("{year}-01-01")), day(&format!("{year}-12-31")));
            all.days().map(paid).collect()
        };
        PlanView {
            targets,
            revision: 1,
            data: Some(Span::new(day("2023-01-01"), day("2024-05-15"))),
            plan,
            actual: days("2024"),
            before: days("2023"),
            others: Vec::new(),
            own: vec![Default::default(); 3],
            hours: HourProfile::default(),
            today: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::targets::Scope;

    #[test]
    fn a_month_under_way_says_where_it_stands_against_last_year_and_what_is_left() {
        let line = amounts::line(&sample::plan(), Scope::Month(4), Lang::Zh);
        assert_eq!(line.target, "¥3,720.00");
        assert_eq!(line.target_notes, ["去年同月加增长", "比去年 +20.0%"]);
        assert_eq!(
            (line.actual.as_str(), line.attainment.as_str()),
            ("¥1,650.00", "44.35%")
        );
        assert_eq!(line.actual_notes, ["比去年同日期 +10.0%"]);
        // 15 of 31 days at 120 元 are due; 3 348 元 are nine tenths.
        assert_eq!(
            (line.due.as_str(), line.line.as_str()),
            ("48.39%", "到 90% 线还差 ¥1,698.00")
        );
        assert_eq!(line.required, "¥2,070.00");
        assert_eq!(
            line.required_notes,
            [
                "余下天原目标的 107.81%",
                "余 16 天，按指数每天 ¥129.37 – ¥129.38"
            ]
        );
        assert_eq!(line.standing, Standing::OnTrack);
    }

    #[test]
    fn days_without_data_are_counted_and_leave_out_what_cannot_be_compared() {
        let line = amounts::line(&sample::plan(), Scope::Month(2), Lang::Zh);
        assert_eq!(line.actual_notes, ["缺 1 天数据"]);
        let year = amounts::line(&sample::plan(), Scope::Year, Lang::Zh);
        assert_eq!((year.typed.as_str(), year.actual_notes.len()), ("+20%", 1));
        let month = amounts::line(&sample::plan(), Scope::Month(0), Lang::Zh);
        assert_eq!(
            (month.line.as_str(), month.required.as_str()),
            ("已达 90% 线", "—")
        );
    }

    #[test]
    fn people_departments_and_nobody_come_to_the_month() {
        let lines = people::lines(&sample::plan(), 4, Lang::Zh);
        let said: Vec<(&str, &str, &str)> = lines
            .iter()
            .map(|line| (line.name.as_str(), line.part.as_str(), line.month.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("小美", "33.3333%", "¥1,240.00"),
                ("小丽", "33.3333%", "¥1,240.00"),
                ("阿强", "20%", "¥744.00"),
                ("客服", "66.6666%", "¥2,480.00"),
                ("没有分配", "13.3334%", "¥496.00"),
            ]
        );
        assert!(lines.iter().all(|line| line.actual == format::NONE));
    }

    #[test]
    fn each_day_left_says_what_it_has_to_bring() {
        let lines = days::lines(&sample::plan(), 4, Lang::Zh);
        assert_eq!(
            (lines[14].required.as_str(), lines[15].required.as_str()),
            ("", "¥129.38")
        );
        assert_eq!(
            (lines[14].attainment.as_str(), lines[15].actual.as_str()),
            ("91.67%", "—")
        );
    }
}
