//! All of a year's targets, put together from what was typed and from the data of the store.

use super::facts::{DayClass, Facts};
use super::findings::Scope;
use super::hours::HourProfile;
use super::others::{OtherAttainments, Reached, attain};
use super::plan::{Plan, months, year_span};
use super::progress::{Progress, progress};
use super::service::{AGENTS, RATINGS, satisfied, sold_by};
use super::typed::{Basis, Others, Targets};
use crate::analytics::metrics::{Absent, Figures, Metric, Value};
use crate::analytics::shop_days::{self, Measure, ShopSum};
use crate::analytics::stretch::Ground;
use crate::import::kinds::{Kind, by_name};
use crate::model::time::{Day, Span};
use crate::table::Table;
use crate::workspace::orders::lacking_columns;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From how many days before the end of the data the hours of a usual day are learned.
const HOURS_FROM_DAYS: i32 = 91;

/// What the targets are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PlanQuery {
    /// The year; that of the last day of the data where it is `None`.
    pub year: Option<i32>,
    /// The day of the page's clock, by which the year goes as long as there are no data.
    pub today: Day,
}

/// The data of a store that its targets are held against.
pub struct Sources<'a> {
    /// What is known of the days.
    pub ground: Ground<'a>,
    /// The merged rows of a kind, if there are any.
    pub table: &'a dyn Fn(&str) -> Option<&'a Table>,
    /// What kind of day each is.
    pub class_of: &'a dyn Fn(Day) -> DayClass,
}

/// The targets of a year, and how far they have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    /// All that was typed, of all years.
    pub targets: Targets,
    /// Under which revision that was kept; 0 when it never was. Keeping it anew names this one.
    pub revision: u64,
    /// The days of the data.
    pub data: Option<Span>,
    /// The year's targets.
    pub plan: Plan,
    /// What was sold on each day of the plan, in 分.
    pub actual: Vec<Option<i64>>,
    /// Months with targets beside money, in order.
    pub others: Vec<OtherMonth>,
    /// What each of those who have a share sold by day, in the order of the shares; nothing where no file names them.
    pub own: Vec<BTreeMap<Day, i64>>,
    /// What is paid in which hour of a usual day.
    pub hours: HourProfile,
}

/// The targets of a month beside money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherMonth {
    /// The month, from 0.
    pub month: usize,
    /// What was aimed at.
    pub targets: Others,
    /// What it came to up to the last day of the data.
    pub reached: Reached,
    /// The one against the other.
    pub attained: OtherAttainments,
}

/// The kinds of files that are asked, beside the orders.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    shop_days::kinds().chain([RATINGS, AGENTS].into_iter().filter_map(by_name))
}

impl PlanView {
    /// The plan of a year. `None` for a year that the calendar does not have.
    pub fn of(
        query: PlanQuery,
        targets: &Targets,
        revision: u64,
        sources: &Sources,
    ) -> Option<PlanView> {
        let data = sources.ground.coverage.range();
        let latest = data.map_or(query.today, |data| data.last);
        let year = query.year.unwrap_or_else(|| latest.date().year());
        let typed = targets.years.get(&year).cloned().unwrap_or_default();
        let paid = |day| sources.paid_fen(targets.basis, day);
        let facts = Facts::gather(Plan::needs(year)?, &paid, sources.class_of);
        let plan = Plan::of(year, &typed, &facts)?;
        let agents = (sources.table)(AGENTS);
        let own = plan.shares.iter();
        let own = own.map(|share| sold_by(agents, &share.name)).collect();
        let actual = plan.days.iter();
        let actual = actual.map(|day| facts.paid_fen(day.day)).collect();
        let others = months(year_span(year)?).zip(typed.others).enumerate();
        let others = others.filter(|(_, (_, targets))| *targets != Others::default());
        let others = others.filter_map(|(month, (span, targets))| {
            let reached = sources.reached(span)?;
            let attained = attain(&targets, &reached);
            Some(OtherMonth {
                month,
                targets,
                reached,
                attained,
            })
        });
        Some(PlanView {
            others: others.collect(),
            hours: sources.hours(),
            targets: targets.clone(),
            revision,
            data,
            plan,
            actual,
            own,
        })
    }

    /// The days of a part of the year.
    pub fn span(&self, scope: Scope) -> Option<Span> {
        let year = year_span(self.plan.year)?;
        let month = |at| months(year).nth(at);
        match scope {
            Scope::Year => Some(year),
            Scope::Quarter(at) => Some(Span::new(month(at * 3)?.first, month(at * 3 + 2)?.last)),
            Scope::Month(at) => month(at),
            Scope::Day(day) => Some(Span::new(day, day)),
        }
    }

    /// What was sold on a day of the year.
    pub fn actual_fen(&self, day: Day) -> Option<i64> {
        let first = self.plan.days.first()?.day;
        let at = usize::try_from(day.0 - first.0).ok()?;
        self.actual.get(at).copied().flatten()
    }

    /// How far the target of a range of days has come; nothing where one of them has no target.
    pub fn progress(&self, span: Span) -> Option<Progress> {
        let last = self.data.map(|data| data.last);
        progress(self.plan.days_of(span), last, &|day| self.actual_fen(day))
    }

    /// The same for one of those who have a share; nothing where no file says what they sold.
    pub fn progress_of(&self, share: usize, span: Span) -> Option<Progress> {
        let own = self.own.get(share).filter(|own| !own.is_empty())?;
        let last = self.data.map(|data| data.last);
        let whole = progress(self.plan.days_of(span), last, &|day| own.get(&day).copied())?;
        Some(whole.of_share(&self.plan.shares, share))
    }
}

impl Sources<'_> {
    /// What was paid on a day, in 分; nothing on a day that no file covers, or whose files lack what it takes.
    fn paid_fen(&self, basis: Basis, day: Day) -> Option<i64> {
        let Ground { book, coverage, .. } = self.ground;
        if !coverage.has(day) {
            return None;
        }
        let metric = match basis {
            Basis::Net => Metric::PaidNet,
            Basis::Gross => Metric::PaidGross,
        };
        let value = metric.over(Figures {
            tally: &book.day(day),
            lacking: &lacking_columns(book.known(day)),
            shop: &ShopSum::default(),
        });
        match value {
            Value::Fen(fen) => Some(fen),
            _ => None,
        }
    }

    /// What a month came to by the last day of the data; nothing where they end before it.
    fn reached(&self, month: Span) -> Option<Reached> {
        let last = self.ground.coverage.range()?.last.min(month.last);
        let span = (last >= month.first).then(|| Span::new(month.first, last))?;
        let stretch = self.ground.stretch(span);
        let known = self.ground.shop.last_day(Measure::Visitors);
        let known = known.filter(|day| span.contains(*day)).unwrap_or(last);
        let visited = self.ground.stretch(Span::new(span.first, known));
        Some(Reached {
            through: last,
            visitors_through: known,
            visitors: visited.value(Metric::Visitors),
            conversion: visited.value(Metric::PayConversion),
            spend_per_buyer: stretch.value(Metric::SpendPerBuyer),
            satisfied: satisfied((self.table)(RATINGS), span),
            roi: turned(stretch.value(Metric::AdCostShare)),
        })
    }

    /// What is paid in which hour of a usual day.
    fn hours(&self) -> HourProfile {
        let Ground { book, coverage, .. } = self.ground;
        let mut profile = HourProfile::default();
        let Some(last) = coverage.range().map(|data| data.last) else {
            return profile;
        };
        let days = Span::new(last.plus(1 - HOURS_FROM_DAYS), last).days();
        let is_usual = |day: &Day| coverage.has(*day) && (self.class_of)(*day) == DayClass::Usual;
        for day in days.filter(is_usual) {
            let hours = book.breakdown(Span::new(day, day)).hours;
            for (sum, hour) in profile.0.iter_mut().zip(hours) {
                *sum += hour.paid_gross_fen;
            }
        }
        profile
    }
}

/// The other way round.
fn turned(value: Value) -> Value {
    match value {
        Value::Rate { num: 0, .. } => Value::Absent(Absent::NoDenominator),
        Value::Rate { num, den } => Value::Rate { num: den, den: num },
        other => other,
    }
}
