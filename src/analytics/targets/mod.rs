//! 目标: what the store aims at, from the year down to the day, and how far it has come.
//!
//! [`Targets`] is what the operator typed, and all that is stored. [`Plan`] makes a year of it: `year` goes from year to
//! quarter to month, `learn` finds out what weekdays, holidays and events are to each other, `spread` goes from month to day.
//! [`progress()`] holds what was sold against it, [`by_now`] within a day, [`attain`] what is aimed at beside money. [`PlanView`]
//! is all of a year, put together from the data of a store; `service` reads what the service files say of it.
//!
//! Everything is exact in 分: days add up to their month, months to their quarter, quarters to their year, and people with what
//! is nobody's to the whole. What kind of day a day is, the caller says.

mod checks;
mod facts;
mod findings;
mod hours;
mod learn;
mod others;
mod plan;
mod progress;
mod service;
mod spread;
#[cfg(test)]
mod tests;
mod typed;
mod view;
mod year;

pub use checks::checks;
pub use facts::{DayClass, Facts};
pub use findings::{Finding, Scope};
pub use hours::{ByNow, HourProfile, RULE_HOUR, by_now};
pub use learn::{LEAST_RATIOS, Learned, ONE_MILLI, Special, learn, weekday_of};
pub use others::{OtherAttainments, Reached, attain};
pub use plan::{DayTarget, Indices, Plan, Source, month_of};
pub use progress::{LINE, Progress, Ratio, growth_attainment, progress};
pub use spread::{Unspreadable, by_weight, spread};
pub use typed::{Basis, MAX_FEN, Others, Share, Targets, Typed, WHOLE_PPM, YearAmount};
pub use view::{OtherMonth, PlanQuery, PlanView, Sources, kinds};
pub use year::{Amount, Amounts, Origin};
