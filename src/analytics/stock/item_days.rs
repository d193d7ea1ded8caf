//! The days of an item, put together from what it sold and what its ledger says was there.

use super::demand::{ItemDay, Shelf};
use crate::analytics::coverage::Coverage;
use crate::model::time::{Day, Span};

/// The days of a span, in order. `sales` are units by day, in order, several of a day added up; `known` are the days whose sales
/// some file covers, a day outside of it being unknown and not empty; `balances` is what was there at the end of each day of the
/// span ([`by_day`](super::balance::by_day)), shorter or empty where nothing is known. A day that ends with nothing is a day out.
///
/// A span should begin when the item came: before that it was not there, and nothing here says so.
pub fn item_days(
    span: Span,
    sales: &[(Day, u32)],
    known: &Coverage,
    balances: &[Option<i64>],
) -> Vec<ItemDay> {
    let mut left = &sales[sales.partition_point(|(day, _)| *day < span.first)..];
    let day = |(at, day): (usize, Day)| {
        let of_day = left.iter().take_while(|(of, _)| *of == day).count();
        let (today, later) = left.split_at(of_day);
        left = later;
        let is_out = balances
            .get(at)
            .is_some_and(|balance| balance.is_some_and(|units| units <= 0));
        ItemDay {
            sold: known
                .has(day)
                .then(|| today.iter().map(|(_, units)| units).sum()),
            shelf: if is_out { Shelf::Out } else { Shelf::There },
        }
    };
    span.days().enumerate().map(day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_a_file_is_not_an_empty_day() {
        let sales = [
            (Day(1), 9),
            (Day(3), 2),
            (Day(3), 1),
            (Day(5), 4),
            (Day(9), 7),
        ];
        let known = Coverage::of([Span::new(Day(1), Day(3)), Span::new(Day(5), Day(6))]);
        let balances = [None, Some(5), Some(0), Some(-1)];
        let days = item_days(Span::new(Day(2), Day(6)), &sales, &known, &balances);
        let shown: Vec<_> = days.iter().map(|day| (day.sold, day.shelf)).collect();
        assert_eq!(
            shown,
            [
                (Some(0), Shelf::There),
                (Some(3), Shelf::There),
                (None, Shelf::Out),
                (Some(4), Shelf::Out),
                (Some(0), Shelf::There),
            ]
        );
    }
}
