//! Stock-outs and turnover of many items together.

use super::demand::Demand;
use serde::{Deserialize, Serialize};

/// 缺货率, in three ways. None is wrong: one hot item out is not the same as one slow item out, and only the last says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StockOut {
    /// Items with nothing left now, of the items counted.
    pub items: (u32, u32),
    /// Days on which an item had run out, of all its days known, added up over the items.
    pub item_days: (u64, u64),
    /// The same days, each with what the item sells a day: wanted in vain, of all that was wanted. The one to look at first.
    pub demand: (f64, f64),
}

impl StockOut {
    /// Adds an item: its days, and whether there is nothing left of it now.
    pub fn add(&mut self, days: &Demand, is_out: bool) {
        self.items.0 += u32::from(is_out);
        self.items.1 += 1;
        let known = days.days + days.out_days;
        self.item_days.0 += u64::from(days.out_days);
        self.item_days.1 += u64::from(known);
        // An item that was out on all its days shows no demand to weigh it by.
        if days.days > 0 {
            let per_day = days.sold as f64 / f64::from(days.days);
            self.demand.0 += per_day * f64::from(days.out_days);
            self.demand.1 += per_day * f64::from(known);
        }
    }
}

/// 库存周转 of some days: what went out, and the stock of each day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turnover {
    /// What was sold: its cost in 分, or units.
    pub sold: i64,
    /// The stock of each day known, added up, in the same unit.
    pub stock: i64,
    /// How many days that is.
    pub stock_days: u32,
    /// The days of the period.
    pub days: u32,
}

impl Turnover {
    /// Adds another item over the same days. The days of a stock that only one of them knows would make its mean too low:
    /// `stock` has to be known on the same days.
    pub fn add(&mut self, other: &Turnover) {
        self.sold += other.sold;
        self.stock += other.stock;
        self.stock_days = self.stock_days.max(other.stock_days);
        self.days = self.days.max(other.days);
    }

    /// 库存周转率: how often the mean stock went out in the period, as numerator and denominator. `None` without a stock.
    pub fn times(&self) -> Option<(i128, i128)> {
        let is_known = self.stock > 0 && self.stock_days > 0;
        is_known.then(|| {
            (
                i128::from(self.sold) * i128::from(self.stock_days),
                i128::from(self.stock),
            )
        })
    }

    /// 周转天数: in how many days the mean stock goes out. `None` without a stock and without sales.
    pub fn turn_days(&self) -> Option<f64> {
        let (sold, stock) = self.times().filter(|(sold, _)| *sold > 0)?;
        Some(f64::from(self.days) * stock as f64 / sold as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hot_item_out_weighs_more_than_a_slow_one() {
        let item = |sold, days, out_days| Demand {
            days,
            sold,
            out_days,
            ..Demand::default()
        };
        let mut rate = StockOut::default();
        // Nine a day, out on one day of ten; one a day, never out.
        rate.add(&item(81, 9, 1), true);
        rate.add(&item(10, 10, 0), false);
        assert_eq!(rate.items, (1, 2));
        assert_eq!(rate.item_days, (1, 20));
        assert_eq!(rate.demand, (9.0, 100.0));
        // Never seen on the shelf: counted among items and days, without a weight.
        rate.add(&item(0, 0, 10), true);
        assert_eq!((rate.items, rate.item_days), ((2, 3), (11, 30)));
        assert_eq!(rate.demand, (9.0, 100.0));
    }

    #[test]
    fn turnover_goes_by_the_mean_of_the_days_known() {
        // 60 sold in 30 days; ten days known with 20 each.
        let turnover = Turnover {
            sold: 60,
            stock: 200,
            stock_days: 10,
            days: 30,
        };
        assert_eq!(turnover.times(), Some((600, 200)));
        assert_eq!(turnover.turn_days(), Some(10.0));
    }

    #[test]
    fn without_stock_or_sales_there_is_no_number() {
        let none = Turnover {
            sold: 60,
            days: 30,
            ..Turnover::default()
        };
        assert_eq!(none.times(), None);
        let still = Turnover {
            sold: 0,
            stock: 200,
            stock_days: 10,
            days: 30,
        };
        assert_eq!(still.times(), Some((0, 200)));
        assert_eq!(still.turn_days(), None);
    }
}
