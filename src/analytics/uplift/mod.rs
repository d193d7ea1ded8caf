//! What a campaign adds: days with it against days without, by a regression on logarithms with weekday, trend and the campaign.
//!
//! To hold a campaign against the seven days before it takes its weekdays and the growth of the time for its effect. Here both
//! are learned from all days without a campaign. Several campaigns are pooled into one effect of a day, the days after
//! them, on which less is bought, into another; what both come to together is the net effect. A single campaign of three days says
//! next to nothing of its net effect: that is why there are intervals.
//!
//! Days of other campaigns are left out by the caller (`None`). Where there is a control, other items or another store without the
//! campaign, the caller passes the ratio of the two day by day: the same regression then is difference-in-differences. Which
//! values they are is not known here.

#[cfg(test)]
mod tests;

use crate::analytics::day_effects::{Days, Effects};
use crate::analytics::selfcheck::Check;
use crate::analytics::stats::{noise, student};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// With fewer known days without a campaign nothing is said: four weeks.
pub const LEAST_PLAIN_DAYS: usize = 28;
/// Longer series have a level that bends every eight weeks, shorter ones grow along one line.
const BEND_DAYS: usize = 56;
/// Up to so many days: thirteen weeks.
const STRAIGHT_DAYS: usize = 91;

/// A series with campaigns.
#[derive(Clone, Copy, Debug)]
pub struct Campaigns<'a> {
    /// The first day.
    pub first: Day,
    /// The value of each day from then on; `None` where nothing is known or another campaign ran. Days of 0 are left out.
    pub values: &'a [Option<f64>],
    /// The campaigns to measure.
    pub campaigns: &'a [Span],
    /// How many days after a campaign are taken for its wake; 0 for none.
    pub wake_days: i32,
}

/// A number with the interval it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The number.
    pub point: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// What campaigns add.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uplift {
    /// What is added to a day of a campaign, as a share of what a plain day would bring: 0.3 is 30 % more.
    pub on_days: Estimate,
    /// The same of a day in the wake; `None` without such days.
    pub in_wake: Option<Estimate>,
    /// What all campaigns and their wakes come to together, in plain days: 2 is the value of two further days.
    pub net_days: Estimate,
    /// What the known days of the campaigns brought that plain days would not have, in the unit of the values. Without the
    /// wake.
    pub added: Estimate,
    /// Known days of campaigns.
    pub days: usize,
    /// Known days in their wakes.
    pub wake_days: usize,
    /// Degrees of freedom of the intervals.
    pub degrees: usize,
}

/// Why nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoUplift {
    /// Nothing is known of any day of a campaign.
    NoCampaign,
    /// Too few known days without a campaign.
    TooShort {
        /// So many there are.
        have: usize,
        /// So many it takes.
        need: usize,
    },
    /// The days cannot be told from level and weekday: a campaign every Tuesday and on no other day, say.
    CannotTell,
}

const ON_DAYS: usize = 0;
const IN_WAKE: usize = 1;

/// What the campaigns of a series add, with intervals of a probability such as 0.9. They are right for days that are off
/// independently of each other (log-normal); where the level wanders they are too narrow.
pub fn uplift(series: &Campaigns<'_>, level: f64) -> Result<Uplift, NoUplift> {
    let special = special(series);
    let known = |effect: Option<usize>| {
        let days = series.values.iter().zip(&special);
        let is_known = |value: &Option<f64>| value.is_some_and(|value| value > 0.0);
        days.filter(|(value, of)| **of == effect && is_known(value))
            .count()
    };
    let (days, wake_days) = (known(Some(ON_DAYS)), known(Some(IN_WAKE)));
    if days == 0 {
        return Err(NoUplift::NoCampaign);
    }
    let have = known(None);
    if have < LEAST_PLAIN_DAYS {
        return Err(NoUplift::TooShort {
            have,
            need: LEAST_PLAIN_DAYS,
        });
    }
    let effects = Days {
        first: series.first,
        values: series.values,
        special: &special,
        effects: if wake_days > 0 { 2 } else { 1 },
        bend_days: (series.values.len() > STRAIGHT_DAYS).then_some(BEND_DAYS),
    }
    .effects();
    let estimated = Estimated {
        t: student::quantile(0.5 + level / 2.0, effects.degrees() as f64),
        effects,
    };
    estimated
        .uplift(series, &special, days, wake_days)
        .ok_or(NoUplift::CannotTell)
}

/// Which days are days of a campaign, which lie in its wake. A day that is both is a day of a campaign.
fn special(series: &Campaigns<'_>) -> Vec<Option<usize>> {
    let of = |day: Day| {
        let mut campaigns = series.campaigns.iter();
        let is_in_wake = |span: &Span| span.last < day && day.0 - span.last.0 <= series.wake_days;
        if campaigns.any(|span| span.contains(day)) {
            Some(ON_DAYS)
        } else if series.campaigns.iter().any(is_in_wake) {
            Some(IN_WAKE)
        } else {
            None
        }
    };
    (0..series.values.len())
        .map(|at| of(series.first.plus(at as i32)))
        .collect()
}

struct Estimated {
    effects: Effects,
    t: f64,
}

impl Estimated {
    fn uplift(
        &self,
        series: &Campaigns<'_>,
        special: &[Option<usize>],
        days: usize,
        wake_days: usize,
    ) -> Option<Uplift> {
        let degrees = self.effects.degrees();
        if degrees == 0 {
            return None;
        }
        let on_days = self.share(ON_DAYS)?;
        let in_wake = if wake_days > 0 {
            Some(self.share(IN_WAKE)?)
        } else {
            None
        };
        let values = series.values.iter().zip(special);
        let brought: f64 = values
            .filter(|(_, of)| **of == Some(ON_DAYS))
            .filter_map(|(value, _)| value.filter(|value| *value > 0.0))
            .sum();
        let added = |share: f64| brought * share / (1.0 + share);
        Some(Uplift {
            net_days: self.net(days, on_days, wake_days, in_wake)?,
            added: Estimate {
                point: added(on_days.point),
                low: added(on_days.low),
                high: added(on_days.high),
            },
            on_days,
            in_wake,
            days,
            wake_days,
            degrees,
        })
    }

    /// An effect as a share.
    fn share(&self, effect: usize) -> Option<Estimate> {
        let (ln, error) = self.effects.of(effect)?;
        Some(Estimate {
            point: ln.exp_m1(),
            low: (ln - self.t * error).exp_m1(),
            high: (ln + self.t * error).exp_m1(),
        })
    }

    /// Days times share, campaign and wake together; its error by the delta method, as the two are not independent.
    fn net(
        &self,
        days: usize,
        on_days: Estimate,
        wake_days: usize,
        in_wake: Option<Estimate>,
    ) -> Option<Estimate> {
        let (days, wake_days) = (days as f64, wake_days as f64);
        let mut taken = vec![(ON_DAYS, days * (1.0 + on_days.point))];
        let mut point = days * on_days.point;
        if let Some(in_wake) = in_wake {
            taken.push((IN_WAKE, wake_days * (1.0 + in_wake.point)));
            point += wake_days * in_wake.point;
        }
        let (_, error) = self.effects.of_sum(&taken)?;
        Some(Estimate {
            point,
            low: point - self.t * error,
            high: point + self.t * error,
        })
    }
}

/// Golden checks: 84 days of a store with two campaigns that add 30 % and a wake of 8 % less.
pub fn checks() -> Vec<Check> {
    let first = Day(8_766); // a Monday, as the program's series begin
    let campaigns = [(30, 32), (59, 62)].map(|(a, b)| Span::new(first.plus(a), first.plus(b)));
    let mut series = Campaigns {
        first,
        values: &[],
        campaigns: &campaigns,
        wake_days: 3,
    };
    let values: Vec<Option<f64>> = (0..)
        .zip(noise::store(84, 0.1, 7))
        .map(|(at, ln)| {
            let day = first.plus(at);
            let days_after = |span: &Span| day.0 - span.last.0;
            let factor = if campaigns.iter().any(|span| span.contains(day)) {
                1.3
            } else if campaigns
                .iter()
                .any(|span| matches!(days_after(span), 1..=3))
            {
                0.92
            } else {
                1.0
            };
            Some(factor * ln.exp())
        })
        .collect();
    series.values = &values;
    let found = uplift(&series, 0.9).ok();
    let check = |subject, ln: f64, found: Option<f64>| Check {
        subject,
        reference: "statsmodels 0.15.0 OLS",
        expected: ln.exp_m1(),
        found: found.unwrap_or(f64::NAN),
        tolerance: 1e-9,
    };
    let on_days = found.map(|found| found.on_days);
    let in_wake = found.and_then(|found| found.in_wake);
    vec![
        check(
            ("活动增量", "Uplift of a campaign"),
            0.257_744_638_863_683_5,
            on_days.map(|share| share.point),
        ),
        check(
            (
                "活动增量，90 % 下限",
                "Uplift of a campaign, lower end of 90 %",
            ),
            0.220_421_274_676_937_5,
            on_days.map(|share| share.low),
        ),
        check(
            (
                "活动增量，90 % 上限",
                "Uplift of a campaign, upper end of 90 %",
            ),
            0.295_068_003_050_429_45,
            on_days.map(|share| share.high),
        ),
        check(
            ("活动后回落", "Wake of a campaign"),
            -0.099_838_673_672_030_93,
            in_wake.map(|share| share.point),
        ),
    ]
}
