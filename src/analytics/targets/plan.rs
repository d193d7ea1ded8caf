//! The plan of a year: its amounts, and the target of every day.
//!
//! A target must not move while its days go by. What is learned for a year's months is therefore learned from the days before
//! the year, and what is learned for a month's days from the days before the month. A month that has not begun may still
//! change with every day that comes in, and so may a past one when older files are imported; nothing else changes.

use super::facts::{DayClass, Facts};
use super::findings::{Finding, sound};
use super::learn::{LOOK_BACK_DAYS, Learned, ONE_MILLI, learn, weekday_of};
use super::others::against_product;
use super::spread::spread;
use super::typed::{Share, Typed};
use super::year::{Amounts, Month, amounts};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The targets of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The year.
    pub year: i32,
    /// Year, quarters and months.
    pub amounts: Amounts,
    /// The indices by which each month goes to its days.
    pub indices: Vec<Indices>,
    /// All days of the year, in order.
    pub days: Vec<DayTarget>,
    /// Who answers for which part; empty where the parts cannot be.
    pub shares: Vec<Share>,
    /// What is to be said of what was typed.
    pub findings: Vec<Finding>,
}

/// The target of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayTarget {
    /// The day.
    pub day: Day,
    /// In 分; none where its month has no target or cannot be spread.
    pub fen: Option<i64>,
    /// Whether it was typed.
    pub is_locked: bool,
    /// What kind of day it is.
    pub class: DayClass,
    /// Its index in millionths: its weekday's times its class's.
    pub index_ppm: u64,
}

/// The indices of a month's days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indices {
    /// Of the weekdays, Monday first, in thousandths.
    pub weekdays: [u32; 7],
    /// Where they come from.
    pub weekdays_from: Source,
    /// Of the classes of special days in the month, in thousandths, and where they come from.
    pub specials: BTreeMap<String, (u32, Source)>,
    /// What was learned, used or not.
    pub learned: Learned,
}

/// Where an index comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// It was typed.
    Typed,
    /// It was learned.
    Learned,
    /// Nothing is known: all the same.
    #[default]
    Equal,
}

impl Plan {
    /// Days of which the plan of a year has to be told: the year itself, and as far back as is looked. `None` for a year that
    /// the calendar does not have.
    pub fn needs(year: i32) -> Option<Span> {
        let year = year_span(year)?;
        Some(Span::new(year.first.plus(-LOOK_BACK_DAYS), year.last))
    }

    /// The plan of a year from what was typed and from the facts of the days that [`Plan::needs`] names.
    pub fn of(year: i32, typed: &Typed, facts: &Facts) -> Option<Plan> {
        let span = year_span(year)?;
        let (typed, mut findings) = sound(typed, &|day| span.contains(day));
        let for_months = Indices::of(&typed, facts, span.first, span);
        let months: Vec<Span> = months(span).collect();
        let known = std::array::from_fn(|at| match months.get(at) {
            Some(month) => known(*month, year, &typed, facts, &for_months),
            None => Month::default(),
        });
        let amounts = amounts(&typed, &known, &mut findings);
        for (at, others) in typed.others.iter().enumerate() {
            let month = amounts.months[at];
            findings.extend(month.and_then(|month| against_product(at, month.fen, others)));
        }
        let mut plan = Plan {
            year,
            indices: Vec::new(),
            days: Vec::new(),
            shares: typed.shares.clone(),
            findings,
            amounts,
        };
        for (at, month) in months.into_iter().enumerate() {
            let indices = Indices::of(&typed, facts, month.first, month);
            plan.spread_month(at, month, &indices, &typed, facts);
            plan.indices.push(indices);
        }
        Some(plan)
    }

    fn spread_month(
        &mut self,
        at: usize,
        month: Span,
        indices: &Indices,
        typed: &Typed,
        facts: &Facts,
    ) {
        let weights = month
            .days()
            .map(|day| (day, indices.of_day(day, facts.class(day))));
        let weights: Vec<(Day, u64)> = weights.collect();
        let fen = match self.amounts.months[at].map(|a| spread(a.fen, &weights, &typed.locked)) {
            Some(Ok(spread)) => spread,
            Some(Err(why)) => {
                self.findings.push(Finding::Locked { month: at, why });
                typed.locked.clone()
            }
            None => typed.locked.clone(),
        };
        let target = |(day, index_ppm)| DayTarget {
            day,
            fen: fen.get(&day).copied(),
            is_locked: typed.locked.contains_key(&day),
            class: facts.class(day).clone(),
            index_ppm,
        };
        self.days.extend(weights.into_iter().map(target));
    }

    /// The targets of a range of days of the year.
    pub fn days_of(&self, span: Span) -> &[DayTarget] {
        let from = self.days.partition_point(|target| target.day < span.first);
        let to = self.days.partition_point(|target| target.day <= span.last);
        self.days.get(from..to).unwrap_or_default()
    }

    /// The target of a day of the year.
    pub fn day(&self, day: Day) -> Option<&DayTarget> {
        self.days_of(Span::new(day, day)).first()
    }
}

impl Indices {
    /// The indices for the days of a range, from what was typed and from the days before another one.
    fn of(typed: &Typed, facts: &Facts, before: Day, span: Span) -> Indices {
        let weekdays = typed.weekdays.filter(|indices| *indices != [0; 7]);
        let learned = learn(facts, before, weekdays);
        let special = |class: &String| {
            let typed = typed.specials.get(class).map(|i| (*i, Source::Typed));
            let known = learned.specials.get(class);
            let learned = known.map(|special| (special.index_milli, Source::Learned));
            typed.or(learned).unwrap_or((ONE_MILLI, Source::Equal))
        };
        let classes = span.days().filter_map(|day| match facts.class(day) {
            DayClass::Special(class) => Some(class),
            DayClass::Usual => None,
        });
        let classes: BTreeSet<&String> = classes.collect();
        let specials = classes
            .iter()
            .map(|class| ((*class).clone(), special(class)));
        let (weekdays, weekdays_from) = match (weekdays, learned.weekdays) {
            (Some(typed), _) => (typed, Source::Typed),
            (None, Some(learned)) => (learned, Source::Learned),
            (None, None) => ([ONE_MILLI; 7], Source::Equal),
        };
        Indices {
            weekdays,
            weekdays_from,
            specials: specials.collect(),
            learned,
        }
    }

    /// The index of a day in millionths.
    fn of_day(&self, day: Day, class: &DayClass) -> u64 {
        let special = match class {
            DayClass::Usual => None,
            DayClass::Special(class) => self.specials.get(class),
        };
        let special = special.map_or(ONE_MILLI, |special| special.0);
        u64::from(self.weekdays[weekday_of(day)]) * u64::from(special)
    }
}

/// What is known of a month beside what was typed of its amount.
fn known(month: Span, year: i32, typed: &Typed, facts: &Facts, indices: &Indices) -> Month {
    let locked = month.days().map(|day| typed.locked_fen(day));
    let weights = month
        .days()
        .map(|day| indices.of_day(day, facts.class(day)));
    let at = month_of(month.first);
    let before = year_span(year - 1).and_then(|before| months(before).nth(at));
    Month {
        locked_fen: locked.sum(),
        weight: weights.fold(0, u64::saturating_add),
        before: before.map_or((0, 1), |before| facts.total(before)),
    }
}

/// The days of a year.
pub(super) fn year_span(year: i32) -> Option<Span> {
    // Far from the ends of what chrono can count.
    let year = Some(year).filter(|year| (1..=9_998).contains(year))?;
    Some(Span::new(
        Day::from_ymd(year, 1, 1)?,
        Day::from_ymd(year, 12, 31)?,
    ))
}

/// The months of a year.
pub(super) fn months(year: Span) -> impl Iterator<Item = Span> {
    let month = move |first: &Day| {
        let next = first.month_end().plus(1);
        (next <= year.last).then_some(next)
    };
    std::iter::successors(Some(year.first), month).map(|first| Span::new(first, first.month_end()))
}

/// The place of a day's month in its year, from 0.
pub fn month_of(day: Day) -> usize {
    chrono::Datelike::month0(&day.date()) as usize
}
