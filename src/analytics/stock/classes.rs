//! How an item moves (热销, 常销, 滞销, 死库存), and for how long its stock lasts.

use serde::{Deserialize, Serialize};

/// How an item moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pace {
    /// 热销: sells fast.
    Hot,
    /// 常销: sells.
    Steady,
    /// 新品: not there for long enough to be called slow.
    New,
    /// 滞销: there is stock, and it hardly sells or lasts for too long.
    Slow,
    /// 死库存: there is stock, and it has not sold for very long.
    Dead,
    /// No stock, and no sales for long: left over in the tables.
    Gone,
}

/// Where one pace ends and the next begins. The operator sets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// 热销 from so many units a week while in stock.
    pub hot_per_week: u32,
    /// 滞销 from so many days without a sale.
    pub slow_quiet_days: u32,
    /// 滞销 when the stock lasts for more days than this.
    pub slow_cover_days: u32,
    /// 死库存 from so many days without a sale.
    pub dead_quiet_days: u32,
    /// 新品 for so many days.
    pub new_days: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            hot_per_week: 21,
            slow_quiet_days: 30,
            slow_cover_days: 120,
            dead_quiet_days: 90,
            new_days: 30,
        }
    }
}

/// What the pace of an item goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moving {
    /// Units a day while in stock; `None` when that is not known.
    pub per_day: Option<f64>,
    /// Units expected a day from here on; `None` when there is nothing to go by.
    pub expected: Option<f64>,
    /// Known days without a sale although it was there, up to now.
    pub quiet_days: u32,
    /// Whether it sold on any day known.
    pub has_sold: bool,
    /// Days since it came; `None` when that is not known.
    pub age_days: Option<u32>,
    /// Units available; `None` when no stock is known.
    pub available: Option<i64>,
}

impl Pace {
    /// The pace of an item; the first that fits in the order hot, gone, new, dead, slow, steady. `None` when too few days are
    /// known to say anything: never seen selling, and not for as long as it takes to be slow.
    pub fn of(item: &Moving, limits: &Limits) -> Option<Pace> {
        let is_quiet_for = |days: u32| item.quiet_days >= days;
        let has_stock = item.available.is_none_or(|units| units > 0);
        let hot_per_day = f64::from(limits.hot_per_week) / 7.0;
        if item.per_day.is_some_and(|units| units >= hot_per_day) {
            return Some(Pace::Hot);
        }
        if !has_stock && (is_quiet_for(limits.slow_quiet_days) || !item.has_sold) {
            return Some(Pace::Gone);
        }
        if item.age_days.is_some_and(|days| days < limits.new_days) {
            return Some(Pace::New);
        }
        if is_quiet_for(limits.dead_quiet_days) && item.available.is_some() {
            return Some(Pace::Dead);
        }
        let lasts_too_long = item
            .available
            .and_then(|units| days_of_cover(units, item.expected))
            .is_some_and(|days| days > f64::from(limits.slow_cover_days));
        if is_quiet_for(limits.slow_quiet_days) || lasts_too_long {
            return Some(Pace::Slow);
        }
        item.has_sold.then_some(Pace::Steady)
    }
}

/// 可售天数: for how many days so many units last. `None` when nothing is expected to sell: that is no number, and not an
/// endless one. 0 when there is nothing (a balance below 0 included).
///
/// ```
/// use dianzhang::analytics::stock::classes::days_of_cover;
/// assert_eq!(days_of_cover(30, Some(2.5)), Some(12.0));
/// assert_eq!(days_of_cover(30, Some(0.0)), None);
/// ```
pub fn days_of_cover(units: i64, expected_per_day: Option<f64>) -> Option<f64> {
    let per_day = expected_per_day.filter(|units| *units > 0.0)?;
    Some(units.max(0) as f64 / per_day)
}

/// The same over a forecast that differs from day to day, the first day being the next one; after its last day it goes on
/// with `per_day`. A part of a day counts as the part of what is expected on it.
pub fn days_of_cover_over(units: i64, forecast: &[f64], per_day: Option<f64>) -> Option<f64> {
    let mut left = units.max(0) as f64;
    for (days, wanted) in forecast.iter().enumerate() {
        if *wanted > 0.0 && left <= *wanted {
            return Some(days as f64 + left / wanted);
        }
        left -= wanted.max(0.0);
    }
    let per_day = per_day.filter(|units| *units > 0.0)?;
    Some(forecast.len() as f64 + left / per_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(item: Moving) -> Option<Pace> {
        Pace::of(&item, &Limits::default())
    }

    const SELLS: Moving = Moving {
        per_day: Some(1.0),
        expected: Some(1.0),
        quiet_days: 2,
        has_sold: true,
        age_days: Some(400),
        available: Some(50),
    };

    #[test]
    fn each_pace_has_its_case() {
        assert_eq!(pace(SELLS), Some(Pace::Steady));
        let hot = Moving {
            per_day: Some(3.0),
            ..SELLS
        };
        assert_eq!(pace(hot), Some(Pace::Hot));
        let sold_out = Moving {
            available: Some(0),
            ..SELLS
        };
        assert_eq!(pace(sold_out), Some(Pace::Steady));
        let quiet = Moving {
            quiet_days: 30,
            ..SELLS
        };
        assert_eq!(pace(quiet), Some(Pace::Slow));
        let dead = Moving {
            quiet_days: 90,
            ..SELLS
        };
        assert_eq!(pace(dead), Some(Pace::Dead));
        let gone = Moving {
            available: Some(0),
            ..quiet
        };
        assert_eq!(pace(gone), Some(Pace::Gone));
        let too_much = Moving {
            available: Some(121),
            ..SELLS
        };
        assert_eq!(pace(too_much), Some(Pace::Slow));
        let new = Moving {
            age_days: Some(29),
            ..too_much
        };
        assert_eq!(pace(new), Some(Pace::New));
    }

    #[test]
    fn nobody_calls_a_stock_dead_that_nobody_knows() {
        let unknown = Moving {
            quiet_days: 90,
            available: None,
            ..SELLS
        };
        assert_eq!(pace(unknown), Some(Pace::Slow));
    }

    #[test]
    fn ten_quiet_days_are_too_few_to_say() {
        let short = Moving {
            per_day: Some(0.0),
            expected: None,
            quiet_days: 10,
            has_sold: false,
            age_days: None,
            available: Some(5),
        };
        assert_eq!(pace(short), None);
    }

    #[test]
    fn cover_follows_the_forecast_day_by_day() {
        assert_eq!(days_of_cover_over(25, &[10.0, 20.0], Some(5.0)), Some(1.75));
        assert_eq!(days_of_cover_over(40, &[10.0, 20.0], Some(5.0)), Some(4.0));
        assert_eq!(days_of_cover_over(40, &[10.0, 20.0], None), None);
        assert_eq!(days_of_cover_over(0, &[0.0, 20.0], None), Some(1.0));
        assert_eq!(days_of_cover(-3, Some(1.0)), Some(0.0));
    }
}
