//! What an item is expected to sell a day. The estimates themselves are made elsewhere and passed in.

use super::demand::{Demand, DemandClass, ItemDay, quiet_days, telling};
use super::policy::PerDay;
use serde::{Deserialize, Serialize};

/// What an item sells a day from here on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// A day.
    pub day: PerDay,
    /// The class that the estimate goes by.
    pub class: DemandClass,
    /// From how many days the mean was estimated: it is off by σ ÷ √days itself, and all days ahead with it. 0 for a mean that is
    /// known, or whose deviation counts this already.
    pub days: u32,
}

/// How far back an estimate looks, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Windows {
    /// For what sells often.
    pub often: usize,
    /// For what sells now and then, and for telling the two apart.
    pub slow: usize,
    /// What has not sold for so many days on the shelf, and for [`ENDED`] times its usual interval, is not expected to sell again.
    pub ended: u32,
}

/// The probability that an item which still sells is quiet for as many intervals is 2 %.
pub const ENDED: f64 = 4.0;

impl Default for Windows {
    fn default() -> Windows {
        Windows {
            often: 56,
            slow: 365,
            ended: 90,
        }
    }
}

/// What to expect after these days. What sells now and then is estimated by `slow` (SBA, TSB, …) from the units of its days in
/// order, a day that does not tell what was wanted being `None`; what sells often by its velocity of the last weeks, of whole
/// weeks, so that each weekday counts as often as any other. `None` when it never sold, hardly was there or has ended.
pub fn expected(
    days: &[ItemDay],
    windows: Windows,
    slow: &dyn Fn(&[Option<f64>]) -> Option<f64>,
) -> Option<Expected> {
    let long = last(days, windows.slow);
    let demand = Demand::of(long);
    let class = demand.class()?;
    let quiet = quiet_days(long);
    if quiet >= windows.ended && f64::from(quiet) >= ENDED * demand.interval()? {
        return None;
    }
    if !class.is_slow() {
        let recent = Demand::of(last(days, windows.often));
        let demand = if recent.days < 2 { demand } else { recent };
        return Some(Expected {
            day: demand.per_day()?,
            class,
            days: demand.days,
        });
    }
    let told = telling(long);
    let series: Vec<Option<f64>> = long.iter().map(|day| told(day).map(f64::from)).collect();
    let day = demand.per_day()?;
    let mean = slow(&series).filter(|mean| mean.is_finite() && *mean >= 0.0);
    Some(Expected {
        day: PerDay {
            mean: mean.unwrap_or(day.mean),
            ..day
        },
        class,
        days: demand.days,
    })
}

fn last(days: &[ItemDay], count: usize) -> &[ItemDay] {
    &days[days.len().saturating_sub(count)..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::stock::demand::Shelf;

    fn there(sold: u32) -> ItemDay {
        ItemDay {
            sold: Some(sold),
            shelf: Shelf::There,
        }
    }

    fn out(sold: u32) -> ItemDay {
        ItemDay {
            sold: Some(sold),
            shelf: Shelf::Out,
        }
    }

    #[test]
    fn what_never_sold_is_not_expected_to() {
        let days = [there(0); 40];
        assert_eq!(expected(&days, Windows::default(), &|_| Some(3.0)), None);
    }

    #[test]
    fn slow_movers_are_estimated_by_the_estimate_given() {
        let mut days = vec![there(0); 30];
        days[10] = there(2);
        days[20] = there(2);
        days[25] = out(0);
        let with = |slow: &dyn Fn(&[Option<f64>]) -> Option<f64>| {
            expected(&days, Windows::default(), slow)
        };
        let found = with(&|series| Some(series.iter().flatten().count() as f64)).expect("sold");
        assert_eq!(found.day.mean, 29.0);
        assert_eq!(found.class, DemandClass::Intermittent);
        let without = with(&|_| None).expect("sold");
        assert!((without.day.mean - 4.0 / 29.0).abs() < 1e-12);
    }

    #[test]
    fn what_has_ended_is_not_expected_to_sell_again() {
        let after = |sales: usize, quiet: usize| {
            let mut days: Vec<ItemDay> = (0..sales).flat_map(|_| [there(2), there(0)]).collect();
            days.extend(vec![there(0); quiet]);
            expected(&days, Windows::default(), &|_| Some(1.0)).is_some()
        };
        assert!(after(50, 88));
        assert!(!after(50, 89));
        // One that sold three times in a year is often quiet for as long.
        assert!(after(3, 200));
    }

    #[test]
    fn what_sells_often_goes_by_the_last_weeks() {
        let mut days = vec![there(10); 100];
        days.extend([there(20); 56]);
        let found = expected(&days, Windows::default(), &|_| None).expect("sold");
        assert_eq!((found.day.mean, found.class), (20.0, DemandClass::Smooth));
    }
}
