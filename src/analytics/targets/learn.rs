//! Indices learned from what was paid: how the weekdays are to each other, and what holidays and events make of a day.
//!
//! Weekdays by ratio to moving average, the first step of classical decomposition: each usual day is held against the mean of
//! the seven days around it, which has every weekday in it once, so that neither the level of the time nor its trend goes
//! into the ratio. Of a weekday's ratios the median counts: a day out of stock or a promotion that nobody entered does not
//! move it, which it would the mean. A window with a holiday, an event or a missing day in it says nothing. The seven are
//! then brought to the mean 1.
//!
//! A special day is held against what the same weekday would have brought in its surroundings: its weekday's index times the
//! median of amount ÷ index over the usual days within 14 days of it. Of the days of a class again the median counts.

use super::facts::{DayClass, Facts};
use crate::model::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far back is looked: 104 weeks.
pub const LOOK_BACK_DAYS: i32 = 728;
/// With fewer ratios of any weekday the weekdays are not learned.
pub const LEAST_RATIOS: usize = 4;
/// How far from a special day its surroundings reach, in days.
const AROUND_DAYS: i32 = 14;
/// With fewer usual days around it a special day says nothing.
const LEAST_AROUND: usize = 7;
/// The index 1, in thousandths.
pub const ONE_MILLI: u32 = 1_000;

/// What was learned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learned {
    /// Indices of the weekdays, Monday first, in thousandths with the mean 1000; none where there was too little to learn from.
    pub weekdays: Option<[u32; 7]>,
    /// From how many days of each weekday.
    pub ratios: [u32; 7],
    /// Holidays and events, by class.
    pub specials: BTreeMap<String, Special>,
}

/// What was learned of a class of special days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Special {
    /// Its index in thousandths: at 1500 such a day sold half as much again as the same weekday did around it.
    pub index_milli: u32,
    /// From how many days.
    pub days: u32,
}

/// Place of a day's weekday among seven, Monday first.
pub fn weekday_of(day: Day) -> usize {
    day.weekday().num_days_from_monday() as usize
}

/// Learns from the `LOOK_BACK_DAYS` before a day. Special days are held against `weekdays` where those were typed.
pub fn learn(facts: &Facts, before: Day, weekdays: Option<[u32; 7]>) -> Learned {
    let days: Vec<Day> = (-LOOK_BACK_DAYS..0).map(|back| before.plus(back)).collect();
    let mut of_weekday: [Vec<f64>; 7] = Default::default();
    for day in days.iter().filter(|day| day.plus(3) < before) {
        if let Some(ratio) = ratio(facts, *day) {
            of_weekday[weekday_of(*day)].push(ratio);
        }
    }
    let ratios = of_weekday.each_ref().map(|ratios| ratios.len() as u32);
    let learned = of_weekday
        .iter()
        .all(|ratios| ratios.len() >= LEAST_RATIOS)
        .then(|| to_mean_one(of_weekday.map(median)))
        .flatten();
    let against = weekdays.or(learned).unwrap_or([ONE_MILLI; 7]);
    let mut of_class: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for day in &days {
        if let DayClass::Special(class) = facts.class(*day)
            && let Some(factor) = factor(facts, *day, before, &against)
        {
            of_class.entry(class).or_default().push(factor);
        }
    }
    let special = |(class, factors): (&str, Vec<f64>)| {
        let days = factors.len() as u32;
        let index_milli = milli(median(factors));
        (class.to_owned(), Special { index_milli, days })
    };
    Learned {
        weekdays: learned,
        ratios,
        specials: of_class.into_iter().map(special).collect(),
    }
}

/// A usual day's amount over the mean of the seven usual days around it.
fn ratio(facts: &Facts, day: Day) -> Option<f64> {
    let window = (-3..=3).map(|off| facts.usual_fen(day.plus(off)));
    let sum = window.sum::<Option<i64>>()?;
    (sum > 0).then(|| 7.0 * facts.usual_fen(day).unwrap_or_default() as f64 / sum as f64)
}

/// A special day's amount over what the same weekday would have brought around it.
fn factor(facts: &Facts, day: Day, before: Day, weekdays: &[u32; 7]) -> Option<f64> {
    let paid_fen = facts.paid_fen(day)?;
    let index = |day: Day| f64::from(weekdays[weekday_of(day)]);
    let around = (-AROUND_DAYS..=AROUND_DAYS).map(|off| day.plus(off));
    let levels = around.filter(|near| *near < before).filter_map(|near| {
        let fen = facts.usual_fen(near)?;
        (index(near) > 0.0).then(|| fen as f64 / index(near))
    });
    let levels: Vec<f64> = levels.collect();
    if levels.len() < LEAST_AROUND {
        return None;
    }
    let expected = median(levels) * index(day);
    (expected > 0.0).then(|| paid_fen.max(0) as f64 / expected)
}

/// The middle value, or the mean of the two in the middle. 0 for no values.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.get(half) {
        Some(&upper) if values.len() % 2 == 1 => upper,
        Some(&upper) => (values[half - 1] + upper) / 2.0,
        None => 0.0,
    }
}

fn to_mean_one(values: [f64; 7]) -> Option<[u32; 7]> {
    let sum: f64 = values.iter().sum();
    (sum > 0.0).then(|| values.map(|value| milli(value * 7.0 / sum)))
}

/// In thousandths, rounded; a float too large for them becomes the largest.
fn milli(value: f64) -> u32 {
    (value * f64::from(ONE_MILLI)).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Span;

    const INDICES: [i64; 7] = [700, 800, 900, 1_000, 1_100, 1_200, 1_300];

    /// 1000 元 a day times its weekday's index, and on the given days what is said of them.
    fn facts(days: i32, special: &[(i32, &str, i64)], missing: &[i32]) -> Facts {
        let of = |day: Day| special.iter().find(|s| s.0 == day.0);
        let paid = |day: Day| {
            let usual = 100 * INDICES[weekday_of(day)];
            let factor = of(day).map_or(1_000, |s| s.2);
            (day.0 < days && !missing.contains(&day.0)).then_some(usual * factor / 1_000)
        };
        let class = |day: Day| match of(day) {
            Some((_, class, _)) if !class.is_empty() => DayClass::Special((*class).to_owned()),
            _ => DayClass::Usual,
        };
        Facts::gather(Span::new(Day(0), Day(days.max(800))), &paid, &class)
    }

    fn of_weekdays(learned: &Learned) -> Vec<i64> {
        let weekdays = learned.weekdays.expect("enough to learn from");
        weekdays.iter().map(|w| i64::from(*w)).collect()
    }

    #[test]
    fn the_weekdays_come_back_whatever_the_holidays_were() {
        let special = [
            (50, "spring", 200),
            (51, "spring", 200),
            (80, "sale", 9_000),
        ];
        let learned = learn(&facts(120, &special, &[100]), Day(120), None);
        assert_eq!(of_weekdays(&learned), INDICES);
        assert_eq!(
            learned.specials["spring"],
            Special {
                index_milli: 200,
                days: 2
            }
        );
        assert_eq!(learned.specials["sale"].index_milli, 9_000);
    }

    #[test]
    fn one_odd_day_that_nobody_entered_moves_nothing() {
        let learned = learn(&facts(120, &[(60, "", 20_000)], &[]), Day(120), None);
        let off = of_weekdays(&learned)
            .iter()
            .zip(INDICES)
            .map(|(found, index)| (found - index).abs())
            .max();
        assert_eq!(off, Some(0));
    }

    #[test]
    fn three_weeks_are_too_few() {
        let learned = learn(&facts(21, &[], &[]), Day(21), None);
        assert_eq!(learned.weekdays, None);
        assert!(learned.ratios.iter().all(|n| *n < LEAST_RATIOS as u32));
    }

    #[test]
    fn what_comes_after_the_day_is_not_looked_at() {
        let facts = facts(400, &[(130, "sale", 5_000)], &[]);
        let learned = learn(&facts, Day(120), None);
        assert!(learned.specials.is_empty());
        assert_eq!(of_weekdays(&learned), INDICES);
    }

    #[test]
    fn special_days_are_held_against_the_weekdays_that_were_typed() {
        let typed = Some([10, 10, 10, 10, 10, 10, 10]);
        let (plain, sunday) = (facts(120, &[], &[]), (0..120).map(Day));
        let sunday = sunday
            .filter(|d| weekday_of(*d) == 6)
            .nth(8)
            .expect("17 of them");
        let learned = learn(
            &facts(120, &[(sunday.0, "fair", 1_000)], &[]),
            Day(120),
            typed,
        );
        assert_eq!(plain.paid_fen(sunday), Some(130_000));
        assert_eq!(learned.specials["fair"].index_milli, 1_300);
    }
}
