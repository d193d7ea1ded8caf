//! What was not sold because an item had run out.

use super::demand::{ItemDay, Shelf};
use serde::{Deserialize, Serialize};

/// What was not sold because the item had run out: an estimate, never added to what was sold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lost {
    /// Units.
    pub units: f64,
    /// The days out that the estimate is about.
    pub days: u32,
    /// Days out around which the item was never seen on the shelf: nothing can be said of them.
    pub days_without_estimate: u32,
}

/// So many days before and after a day out show what would have sold.
const AROUND: usize = 28;

/// Estimates what was lost: for each day out the mean of the days on the shelf within four weeks before and after it, less
/// what still sold on the day, never below 0. It is too high where buyers took another item of the store or waited, too low
/// where the item ran out because an event sold it.
pub fn lost(days: &[ItemDay]) -> Lost {
    let mut lost = Lost::default();
    if days.iter().all(|day| day.shelf == Shelf::There) {
        return lost;
    }
    // Units and days on the shelf before each day.
    let mut before = vec![(0i64, 0i64)];
    before.extend(days.iter().scan((0, 0), |(units, there), day| {
        if let (Some(sold), Shelf::There) = (day.sold, day.shelf) {
            *units += i64::from(sold);
            *there += 1;
        }
        Some((*units, *there))
    }));
    for (at, day) in days.iter().enumerate() {
        let (Some(sold), Shelf::Out) = (day.sold, day.shelf) else {
            continue;
        };
        let (from, to) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(days.len()));
        let units = before[to].0 - before[from].0;
        let there = before[to].1 - before[from].1;
        if there == 0 {
            lost.days_without_estimate += 1;
        } else {
            lost.days += 1;
            lost.units += (units as f64 / there as f64 - f64::from(sold)).max(0.0);
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_was_lost_stands_beside_what_was_sold() {
        let days = [there(4), there(6), out(1), out(0), UNKNOWN, there(5)];
        let lost = lost(&days);
        // Five a day were to be expected: four on the first day out, five on the second.
        assert_eq!(
            (lost.units, lost.days, lost.days_without_estimate),
            (9.0, 2, 0)
        );
    }

    #[test]
    fn nothing_is_said_of_days_out_with_no_shelf_around_them() {
        let mut days = vec![there(5); 3];
        days.extend([out(0); 60]);
        let lost = lost(&days);
        assert_eq!(lost.days, 28);
        assert_eq!(lost.days_without_estimate, 32);
        assert_eq!(lost.units, 28.0 * 5.0);
    }
}
