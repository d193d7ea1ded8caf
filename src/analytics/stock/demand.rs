//! How fast an item sold: over the days on which it was there to be sold. What it will sell is in `expected`, what it could not
//! sell in `lost`.

use super::policy::PerDay;
use super::spread::Shape;
use crate::analytics::selfcheck::Check;
use serde::{Deserialize, Serialize};

/// One day of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemDay {
    /// Units sold; `None` on a day that no file covers.
    pub sold: Option<u32>,
    /// Whether it was there to be sold.
    pub shelf: Shelf,
}

/// Whether an item was there to be sold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// It was, or nobody knows: without a stock there is no stock-out to be seen.
    #[default]
    There,
    /// It ran out on this day or had run out before.
    Out,
}

/// What some days of an item say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// Days known on which it was there, as [`telling`] has it.
    pub days: u32,
    /// Of them, those on which it sold.
    pub selling_days: u32,
    /// Units sold on them.
    pub sold: i64,
    /// The squares of the units of each of them, summed.
    pub squares: i64,
    /// The other days known: it ran out on them or had run out.
    pub out_days: u32,
    /// Units sold on those, before it ran out.
    pub sold_when_out: i64,
    /// Days that no file covers.
    pub unknown_days: u32,
}

impl Demand {
    /// Counts some days.
    pub fn of(days: &[ItemDay]) -> Demand {
        let mut demand = Demand::default();
        let told = telling(days);
        for day in days {
            let Some(known) = day.sold else {
                demand.unknown_days += 1;
                continue;
            };
            let Some(sold) = told(day).map(i64::from) else {
                demand.out_days += 1;
                demand.sold_when_out += i64::from(known);
                continue;
            };
            demand.days += 1;
            demand.selling_days += u32::from(sold > 0);
            demand.sold += sold;
            demand.squares = demand.squares.saturating_add(sold * sold);
        }
        demand
    }

    /// Units a day while it was there, with the deviation of a day (n − 1). `None` for fewer than two such days.
    pub fn per_day(&self) -> Option<PerDay> {
        if self.days < 2 {
            return None;
        }
        let days = i128::from(self.days);
        let (sum, squares) = (i128::from(self.sold), i128::from(self.squares));
        // Whole numbers up to here: a difference of squares loses no digit.
        let scatter = (squares * days - sum * sum).max(0) as f64;
        Some(PerDay {
            mean: sum as f64 / days as f64,
            sigma: (scatter / (days * (days - 1)) as f64).sqrt(),
        })
    }

    /// Days per selling day (ADI): 1 is what sells every day. `None` when it never sold.
    pub fn interval(&self) -> Option<f64> {
        (self.selling_days > 0).then(|| f64::from(self.days) / f64::from(self.selling_days))
    }

    /// How far the units of a selling day scatter: the squared coefficient of variation (CV², n − 1), without the days on
    /// which nothing sold; 0 for a single selling day. `None` when it never sold.
    pub fn scatter(&self) -> Option<f64> {
        if self.selling_days == 0 {
            return None;
        }
        let n = i128::from(self.selling_days);
        let (sum, squares) = (i128::from(self.sold), i128::from(self.squares));
        let above = (squares * n - sum * sum).max(0) as f64;
        Some(n as f64 * above / ((n - 1).max(1) * sum * sum) as f64)
    }

    /// The class; `None` when it never sold.
    pub fn class(&self) -> Option<DemandClass> {
        Some(DemandClass::of(self.interval()?, self.scatter()?))
    }
}

/// The units of a day, for days that tell what is wanted: those on which the item was there, and those on which it ran out when as
/// many had been sold by then as are on the mean of the others. Without these the best days of what sells in large lots would be
/// missing; with the rest of the days on which it ran out, days would be counted that ended too early.
pub fn telling(days: &[ItemDay]) -> impl Fn(&ItemDay) -> Option<u32> {
    let (mut units, mut there) = (0u64, 0u64);
    for day in days.iter().filter(|day| day.shelf == Shelf::There) {
        if let Some(sold) = day.sold {
            units += u64::from(sold);
            there += 1;
        }
    }
    move |day| {
        let tells = |sold: &u32| {
            day.shelf == Shelf::There || (*sold > 0 && u64::from(*sold) * there >= units)
        };
        day.sold.filter(tells)
    }
}

/// The four kinds of demand of Syntetos, Boylan and Croston 2005, *On the categorization of demand patterns*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DemandClass {
    /// Often, and about as many each time.
    Smooth,
    /// Now and then, and about as many each time.
    Intermittent,
    /// Often, and very different numbers.
    Erratic,
    /// Now and then, and very different numbers.
    Lumpy,
}

impl DemandClass {
    /// Above so many days per selling day it sells now and then.
    pub const INTERVAL: f64 = 1.32;
    /// Above this CV² the numbers are very different.
    pub const SCATTER: f64 = 0.49;

    /// The class of an interval (ADI) and a scatter (CV²). On the line is still the calmer one.
    pub fn of(interval: f64, scatter: f64) -> DemandClass {
        match (interval > Self::INTERVAL, scatter > Self::SCATTER) {
            (false, false) => DemandClass::Smooth,
            (true, false) => DemandClass::Intermittent,
            (false, true) => DemandClass::Erratic,
            (true, true) => DemandClass::Lumpy,
        }
    }

    /// Whether it sells now and then.
    pub fn is_slow(self) -> bool {
        matches!(self, DemandClass::Intermittent | DemandClass::Lumpy)
    }

    /// The distribution that its sums follow.
    pub fn shape(self) -> Shape {
        match self {
            DemandClass::Smooth => Shape::Normal,
            _ => Shape::Counts,
        }
    }
}

/// For how many days it has not sold although it was there, up to the end of the slice. Days without a file and days on which
/// it had run out do not count.
pub fn quiet_days(days: &[ItemDay]) -> u32 {
    let mut quiet = 0;
    for day in days.iter().rev() {
        match day {
            ItemDay { sold: None, .. } => {}
            ItemDay {
                sold: Some(0),
                shelf,
            } => quiet += u32::from(*shelf == Shelf::There),
            _ => break,
        }
    }
    quiet
}

/// Golden checks: the sixteen days of the notes on slow movers.
pub fn checks() -> Vec<Check> {
    let sold = [0, 0, 3, 0, 0, 0, 5, 0, 0, 2, 0, 4, 0, 0, 0, 1];
    let days = sold.map(|sold| ItemDay {
        sold: Some(sold),
        shelf: Shelf::There,
    });
    let demand = Demand::of(&days);
    let check = |subject, expected, found: Option<f64>| Check {
        subject,
        reference: "numpy 2.4.6",
        expected,
        found: found.unwrap_or(f64::NAN),
        tolerance: 1e-9,
    };
    vec![
        check(
            ("平均需求间隔 ADI", "Interval of demand (ADI)"),
            3.2,
            demand.interval(),
        ),
        check(
            ("需求量变异 CV²", "Scatter of demand (CV²)"),
            0.277_777_777_777_777_8,
            demand.scatter(),
        ),
        check(
            ("日均销量", "Units a day"),
            0.937_5,
            demand.per_day().map(|day| day.mean),
        ),
        check(
            ("日销量标准差", "Deviation of a day"),
            1.652_018_966_799_917_4,
            demand.per_day().map(|day| day.sigma),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    const UNKNOWN: ItemDay = ItemDay {
        sold: None,
        shelf: Shelf::There,
    };

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn the_four_corners() {
        let class = DemandClass::of;
        assert_eq!(class(1.0, 0.1), DemandClass::Smooth);
        assert_eq!(class(5.0, 0.1), DemandClass::Intermittent);
        assert_eq!(class(1.0, 0.9), DemandClass::Erratic);
        assert_eq!(class(5.0, 0.9), DemandClass::Lumpy);
        assert_eq!(class(1.32, 0.49), DemandClass::Smooth);
    }

    #[test]
    fn days_out_and_days_without_a_file_do_not_slow_an_item_down() {
        let days = [there(4), there(6), out(1), out(0), UNKNOWN, there(5)];
        let demand = Demand::of(&days);
        assert_eq!((demand.days, demand.sold), (3, 15));
        assert_eq!((demand.out_days, demand.sold_when_out), (2, 1));
        assert_eq!(demand.unknown_days, 1);
        assert_eq!(demand.per_day().map(|day| day.mean), Some(5.0));
    }

    #[test]
    fn a_day_that_sold_as_much_before_it_ran_out_tells_as_much() {
        let days = [there(4), there(6), out(5), out(4), out(0)];
        let demand = Demand::of(&days);
        assert_eq!((demand.days, demand.sold), (3, 15));
        assert_eq!((demand.out_days, demand.sold_when_out), (2, 4));
        // Never seen with a full shelf, but it did sell.
        let demand = Demand::of(&[out(0), out(3)]);
        assert_eq!((demand.days, demand.sold), (1, 3));
    }

    #[test]
    fn what_never_sold_has_no_class() {
        let days = [there(0); 40];
        assert_eq!(Demand::of(&days).class(), None);
    }

    #[test]
    fn quiet_days_are_those_on_which_it_could_have_sold() {
        let days = [there(1), there(0), UNKNOWN, out(0), there(0)];
        assert_eq!(quiet_days(&days), 2);
        assert_eq!(quiet_days(&[there(0), there(3)]), 0);
    }

    proptest! {
        #[test]
        fn mean_and_deviation_are_those_of_the_plain_formula(sold in proptest::collection::vec(0u32..500, 2..200)) {
            let days: Vec<ItemDay> = sold.iter().map(|sold| there(*sold)).collect();
            let found = Demand::of(&days).per_day().expect("two days");
            let n = sold.len() as f64;
            let mean = sold.iter().map(|s| f64::from(*s)).sum::<f64>() / n;
            let variance = sold.iter().map(|s| (f64::from(*s) - mean).powi(2)).sum::<f64>() / (n - 1.0);
            prop_assert!((found.mean - mean).abs() < 1e-9);
            prop_assert!((found.sigma - variance.sqrt()).abs() < 1e-9 * (1.0 + variance.sqrt()));
        }
    }
}
