//! What the other exports say of each day of the shop: visitors, carts, advertising, refunds that were done.
//!
//! A day that no file speaks of is missing, not zero. People of several days are added up (人次): who came on two days
//! counts twice. Only the platform could tell them apart, and only for the periods that it exports.

mod read;

use crate::analytics::metrics::Absent;
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use read::{kinds, read};

/// One thing that is counted day by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// People who came (访客数).
    Visitors,
    /// Pages that they looked at (浏览量).
    PageViews,
    /// People who looked at an item (商品访客数).
    ItemVisitors,
    /// People who put something into the cart (加购人数).
    CartBuyers,
    /// People who kept an item (商品收藏人数).
    FavouriteBuyers,
    /// People who ordered (下单买家数).
    OrderingBuyers,
    /// People who paid, as 生意参谋 counts them (支付买家数).
    PayingBuyers,
    /// Paid before refunds in 分, as 生意参谋 counts it (支付金额).
    PaidFen,
    /// Units paid (支付件数).
    PaidUnits,
    /// Of those who paid, the ones who had not in the year before (支付新买家数).
    NewBuyers,
    /// Of those who paid, the others (支付老买家数).
    ReturningBuyers,
    /// Spent on advertising, in 分.
    AdsFen,
    /// Refunds that succeeded on the day, in 分 (成功退款金额).
    RefundsDoneFen,
}

impl Measure {
    /// All of them.
    pub const ALL: [Measure; 13] = [
        Measure::Visitors,
        Measure::PageViews,
        Measure::ItemVisitors,
        Measure::CartBuyers,
        Measure::FavouriteBuyers,
        Measure::OrderingBuyers,
        Measure::PayingBuyers,
        Measure::PaidFen,
        Measure::PaidUnits,
        Measure::NewBuyers,
        Measure::ReturningBuyers,
        Measure::AdsFen,
        Measure::RefundsDoneFen,
    ];

    /// The stored name of the kind of file that says it best.
    pub fn said_by(self) -> &'static str {
        match self {
            Measure::AdsFen => "wanxiang_plans",
            Measure::RefundsDoneFen => "refunds",
            _ => "sycm_shop",
        }
    }
}

/// What is known of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopDay([Option<i64>; Measure::ALL.len()]);

impl ShopDay {
    /// One measure of the day, if a file says it.
    pub fn get(&self, measure: Measure) -> Option<i64> {
        self.0[measure as usize]
    }

    /// The day as a period of its own.
    pub fn sum(&self) -> ShopSum {
        let mut sum = ShopSum::default();
        sum.add(Some(self));
        sum
    }

    /// Puts in what is not known yet.
    fn put(&mut self, measure: Measure, value: i64) {
        self.0[measure as usize].get_or_insert(value);
    }
}

/// What is known of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopSum {
    days: i32,
    /// For each measure its sum, and over how many days.
    known: [(i64, i32); Measure::ALL.len()],
}

impl ShopSum {
    /// Adds a day of which something is known, or nothing.
    pub fn add(&mut self, day: Option<&ShopDay>) {
        self.days += 1;
        for (sum, value) in self.known.iter_mut().zip(day.iter().flat_map(|day| day.0)) {
            if let Some(value) = value {
                sum.0 += value;
                sum.1 += 1;
            }
        }
    }

    /// A measure over the period, or why it is not known: a sum over a part of the days is no answer.
    pub fn get(&self, measure: Measure) -> Result<i64, Absent> {
        match self.known[measure as usize] {
            (_, 0) => Err(Absent::NoFile(measure.said_by().to_owned())),
            (sum, days) if days == self.days => Ok(sum),
            (_, days) => Err(Absent::NotCovered(self.days - days)),
        }
    }
}

/// The days of the shop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShopDays {
    days: BTreeMap<Day, ShopDay>,
}

impl ShopDays {
    /// What is known of a day.
    pub fn day(&self, day: Day) -> Option<ShopDay> {
        self.days.get(&day).copied()
    }

    /// What is known of a period.
    pub fn total(&self, span: Span) -> ShopSum {
        let mut sum = ShopSum::default();
        for day in span.days() {
            sum.add(self.days.get(&day));
        }
        sum
    }

    /// The last day of which a measure is known.
    pub fn last_day(&self, measure: Measure) -> Option<Day> {
        let mut known = self.days.iter().rev();
        let last = known.find(|(_, facts)| facts.get(measure).is_some());
        last.map(|(day, _)| *day)
    }

    fn put(&mut self, day: Day, measure: Measure, value: i64) {
        self.days.entry(day).or_default().put(measure, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_over_a_part_of_the_days_is_no_answer() {
        let mut days = ShopDays::default();
        days.put(Day(1), Measure::Visitors, 100);
        days.put(Day(2), Measure::Visitors, 0);
        days.put(Day(2), Measure::Visitors, 999);
        let total = |first, last| days.total(Span::new(Day(first), Day(last)));
        assert_eq!(total(1, 2).get(Measure::Visitors), Ok(100));
        assert_eq!(
            total(1, 4).get(Measure::Visitors),
            Err(Absent::NotCovered(2))
        );
        assert_eq!(
            total(1, 2).get(Measure::AdsFen),
            Err(Absent::NoFile("wanxiang_plans".into()))
        );
        assert_eq!(days.last_day(Measure::Visitors), Some(Day(2)));
    }

    #[test]
    fn measures_stand_in_the_order_of_their_places() {
        for (place, measure) in Measure::ALL.into_iter().enumerate() {
            assert_eq!(measure as usize, place);
        }
    }
}
