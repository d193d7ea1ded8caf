//! All of a year's targets, put together from what was typed and from the data of the store.

use super::class::DayClass;
use super::facts::Facts;
use super::findings::Scope;
use super::hours::HourProfile;
use super::now::Today;
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
    /// What was sold on each day of the year before, in 分.
    pub before: Vec<Option<i64>>,
    /// Of each month of the data, in order, what is aimed at beside money and what it came to.
    pub others: Vec<OtherMonth>,
    /// What each of those who have a share sold by day, in the order of the shares; nothing where no file names them.
    pub own: Vec<BTreeMap<Day, i64>>,
    /// What is paid in which hour of a usual day.
    pub hours: HourProfile,
    /// The day of the page's clock, where the data end with it.
    pub today: Option<Today>,
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
        let before = year_span(year - 1)?.days();
        Some(PlanView {
            before: before.map(|day| facts.paid_fen(day)).collect(),
            others: others.collect(),
            hours: sources.hours(),
            today: sources.today(query.today, targets.basis),
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

    /// What was sold in a range of days of the year, and on the same dates of the year before; nothing where a day of them is
    /// not known. A 29 February has no day beside it.
    pub fn beside_year_before(&self, span: Span) -> Option<(i64, i64)> {
        let year = year_span(self.plan.year - 1)?;
        let beside = |day: Day| {
            let date = day.date();
            Day::from_ymd(self.plan.year - 1, date.month(), date.day())
        };
        let before = |day: Day| {
            let at = usize::try_from(day.0 - year.first.0).ok()?;
            self.before.get(at).copied().flatten()
        };
        let now = span.days().map(|day| self.actual_fen(day));
        let then = span.days().filter_map(beside).map(before);
        Some((now.sum::<Option<i64>>()?, then.sum::<Option<i64>>()?))
    }

    /// What was sold in the same part of the year before as a whole; nothing where a day of it is not known.
    pub fn year_before_fen(&self, scope: Scope) -> Option<i64> {
        let year = year_span(self.plan.year - 1)?;
        let month = |at| months(year).nth(at);
        let span = match scope {
            Scope::Year => year,
            Scope::Quarter(at) => Span::new(month(at * 3)?.first, month(at * 3 + 2)?.last),
            Scope::Month(at) => month(at)?,
            Scope::Day(_) => return None,
        };
        let from = usize::try_from(span.first.0 - year.first.0).ok()?;
        let to = usize::try_from(span.last.0 - year.first.0).ok()?;
        self.before.get(from..=to)?.iter().copied().sum()
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

    /// What a month came to by the last day of the data; nothing where they do not reach it.
    fn reached(&self, month: Span) -> Option<Reached> {
        let data = self.ground.coverage.range()?;
        let last = data.last.min(month.last);
        let span = (last >= month.first && data.first <= month.last)
            .then(|| Span::new(month.first, last))?;
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

    /// What is known of the day of the clock, where the data end with it.
    fn today(&self, day: Day, basis: Basis) -> Option<Today> {
        let Ground { book, coverage, .. } = self.ground;
        coverage.range().filter(|data| data.last == day)?;
        let hours = book.breakdown(Span::new(day, day)).hours;
        let last_hour = hours
            .iter()
            .rposition(|hour| hour.orders + hour.paid_orders > 0)?;
        Some(Today {
            day,
            paid_fen: self.paid_fen(basis, day)?,
            last_hour: last_hour as u32,
        })
    }

    /// What is paid in which hour of a usual day; of any day where none of the last ones is usual.
    fn hours(&self) -> HourProfile {
        let usual = self.hours_of(&|day| (self.class_of)(day) == DayClass::Usual);
        match usual == HourProfile::default() {
            true => self.hours_of(&|_| true),
            false => usual,
        }
    }

    fn hours_of(&self, is_looked_at: &dyn Fn(Day) -> bool) -> HourProfile {
        let Ground { book, coverage, .. } = self.ground;
        let mut profile = HourProfile::default();
        let Some(last) = coverage.range().map(|data| data.last) else {
            return profile;
        };
        let days = Span::new(last.plus(1 - HOURS_FROM_DAYS), last).days();
        for day in days.filter(|day| coverage.has(*day) && is_looked_at(*day)) {
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
