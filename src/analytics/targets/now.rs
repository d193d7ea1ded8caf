//! A day that is not over: how far it is against what is usual by the hour, and against what the store's rule asks for.

use super::hours::{ByNow, RULE_HOUR, by_now};
use super::progress::Ratio;
use super::view::PlanView;
use crate::model::time::{Civil, Day};
use serde::{Deserialize, Serialize};

/// What is known of the day of the page's clock, where orders of it are in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// The day.
    pub day: Day,
    /// What was paid on it so far, in 分.
    pub paid_fen: i64,
    /// The last hour of it, from 0, in which something was ordered or paid.
    pub last_hour: u32,
}

/// How far a day is that is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayNow {
    /// The day.
    pub day: Day,
    /// Hours that are over, 0 to 24: by the clock, but no more than the data know of.
    pub hour: u32,
    /// Its target in 分.
    pub target_fen: i64,
    /// What was paid on it so far, in 分.
    pub paid_fen: i64,
    /// What should be there by then.
    pub by_now: ByNow,
    /// What the rule of the store asks for by [`RULE_HOUR`]: half of the target, rounded up.
    pub half_fen: i64,
}

impl DayNow {
    /// How far today is; nothing where no order of it is known, it has no target, or the plan is of another year.
    pub fn of(plan: &PlanView, now: Civil) -> Option<DayNow> {
        let today = plan.today.filter(|today| today.day == now.day())?;
        let target_fen = plan.plan.day(today.day)?.fen?;
        let hour = now.hour().min(today.last_hour + 1);
        let noon = by_now(target_fen, RULE_HOUR, &plan.hours);
        Some(DayNow {
            day: today.day,
            hour,
            target_fen,
            paid_fen: today.paid_fen,
            by_now: by_now(target_fen, hour, &plan.hours),
            half_fen: noon.rule_fen.unwrap_or_default(),
        })
    }

    /// What was paid ÷ the target of the day.
    pub fn attainment(&self) -> Option<Ratio> {
        Ratio::new(self.paid_fen, self.target_fen)
    }

    /// What was paid ÷ what is usual by now.
    pub fn against_usual(&self) -> Option<Ratio> {
        Ratio::new(self.paid_fen, self.by_now.usual_fen?)
    }

    /// Whether half of the target is there; nothing before noon, when it is not asked for yet.
    pub fn keeps_rule(&self) -> Option<bool> {
        let asked = self.by_now.rule_fen?;
        Some(self.paid_fen >= asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(hour: u32, paid_fen: i64) -> DayNow {
        let mut hours = [0; 24];
        (hours[9], hours[20]) = (100, 300);
        let profile = super::super::HourProfile(hours);
        DayNow {
            day: Day(9_000),
            hour,
            target_fen: 1_001,
            paid_fen,
            by_now: by_now(1_001, hour, &profile),
            half_fen: 501,
        }
    }

    #[test]
    fn the_rule_is_asked_of_from_noon_on() {
        assert_eq!(now(11, 0).keeps_rule(), None);
        assert_eq!(now(12, 500).keeps_rule(), Some(false));
        assert_eq!(now(12, 501).keeps_rule(), Some(true));
    }

    #[test]
    fn the_usual_is_that_of_the_hours_that_are_over() {
        assert_eq!(now(9, 10).against_usual(), None, "nothing is usual before");
        assert_eq!(now(10, 500).against_usual(), Ratio::new(500, 250));
        assert_eq!(now(10, 500).attainment(), Ratio::new(500, 1_001));
    }
}
