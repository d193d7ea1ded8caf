//! How much single orders are worth: the spread behind the mean, and where many stop just short of a round amount.

use crate::analytics::reconcile::Shelf;
use crate::model::time::{Civil, Span};
use serde::{Deserialize, Serialize};

/// Bands below the open one at the end.
const BANDS: i64 = 10;
/// How far below an amount an order falls just short of it, in percent of the amount.
const SHORT_PERCENT: i64 = 20;

/// What the orders paid in a period are worth, before refunds. A quantile is the smallest value that is not exceeded by that
/// share of the orders (nearest rank).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderValues {
    /// How many there are.
    pub orders: i64,
    /// What was paid for them, in 分.
    pub paid_fen: i64,
    /// A quarter of the orders is worth no more than this, in 分.
    pub lower_quartile_fen: i64,
    /// Half of the orders.
    pub median_fen: i64,
    /// Three quarters.
    pub upper_quartile_fen: i64,
    /// Nine tenths.
    pub ninth_decile_fen: i64,
    /// Bands of equal width, the last one open.
    pub bands: Vec<Band>,
    /// How many orders the period before has; `None` without one.
    pub base_orders: Option<i64>,
    /// The amount above the median that most orders fall just short of.
    pub threshold: Option<Threshold>,
}

/// Orders of similar worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// From this amount on, in 分.
    pub from_fen: i64,
    /// Below this one; `None` for no end.
    pub to_fen: Option<i64>,
    /// How many.
    pub orders: i64,
    /// What was paid for them, in 分.
    pub paid_fen: i64,
    /// How many in the period before; `None` without one.
    pub base_orders: Option<i64>,
}

/// A round amount that orders fall just short of: one from which a discount begins moves those first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threshold {
    /// The amount, in 分.
    pub fen: i64,
    /// From which amount on an order counts as just short of it, in 分.
    pub from_fen: i64,
    /// How many orders do.
    pub orders: i64,
}

/// The orders paid in a period, beside those of another; `None` where none was paid.
pub fn order_values(shelf: &Shelf, span: Span, base: Option<Span>) -> Option<OrderValues> {
    let (mut now, mut before) = (Vec::new(), Vec::new());
    for order in shelf.orders.columns().iter() {
        let Some(day) = order.paid.map(|at| Civil(at).day()) else {
            continue;
        };
        if span.contains(day) {
            now.push(order.paid_gross_fen);
        }
        if base.is_some_and(|base| base.contains(day)) {
            before.push(order.paid_gross_fen);
        }
    }
    now.sort_unstable();
    before.sort_unstable();
    let at = |share: usize| {
        now.get((now.len() * share).div_ceil(100).max(1) - 1)
            .copied()
    };
    let (median_fen, ninth_decile_fen) = (at(50)?, at(90)?);
    let width = round_up((ninth_decile_fen / BANDS).max(1));
    let bands = (0..=BANDS).map(|place| {
        let from_fen = place * width;
        let to_fen = (place < BANDS).then(|| from_fen + width);
        let within = between(&now, from_fen, to_fen);
        Band {
            from_fen,
            to_fen,
            orders: within.len() as i64,
            paid_fen: within.iter().sum(),
            base_orders: base.map(|_| between(&before, from_fen, to_fen).len() as i64),
        }
    });
    Some(OrderValues {
        orders: now.len() as i64,
        paid_fen: now.iter().sum(),
        lower_quartile_fen: at(25)?,
        median_fen,
        upper_quartile_fen: at(75)?,
        ninth_decile_fen,
        bands: bands.collect(),
        base_orders: base.map(|_| before.len() as i64),
        threshold: threshold(&now, width, median_fen, ninth_decile_fen),
    })
}

/// Those of some sorted values from one amount on and below another.
fn between(sorted: &[i64], from: i64, to: Option<i64>) -> &[i64] {
    let first = sorted.partition_point(|value| *value < from);
    let end = to.map_or(sorted.len(), |to| {
        sorted.partition_point(|value| *value < to)
    });
    &sorted[first.min(end)..end]
}

/// Of the borders of bands between the median and the ninth decile the one that most orders fall just short of.
fn threshold(sorted: &[i64], width: i64, median: i64, ninth_decile: i64) -> Option<Threshold> {
    let borders = (1..=BANDS).map(|place| place * width);
    let candidates = borders.filter(|fen| *fen > median && *fen <= ninth_decile);
    let just_short = |fen: i64| {
        let from_fen = fen * (100 - SHORT_PERCENT) / 100;
        let orders = between(sorted, from_fen, Some(fen)).len() as i64;
        Threshold {
            fen,
            from_fen,
            orders,
        }
    };
    // Of equals the lower one: it costs less.
    candidates
        .map(just_short)
        .rev()
        .max_by_key(|threshold| threshold.orders)
        .filter(|threshold| threshold.orders > 0)
}

/// The next round amount: 1, 2 or 5 times a power of ten, in whole yuan.
fn round_up(fen: i64) -> i64 {
    let mut step = 100;
    loop {
        for times in [1, 2, 5] {
            if step * times >= fen {
                return step * times;
            }
        }
        step *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_round_and_hold_every_value_once() {
        assert_eq!(
            [1, 100, 101, 1_999, 50_001].map(round_up),
            [100, 100, 200, 2_000, 100_000]
        );
        let values: Vec<i64> = (0..1_000).map(|n| n * 37).collect();
        let all: usize = (0..=BANDS)
            .map(|place| {
                let from = place * 2_000;
                between(&values, from, (place < BANDS).then_some(from + 2_000)).len()
            })
            .sum();
        assert_eq!(all, values.len());
        assert_eq!(between(&values, 37, Some(74)), [37]);
    }

    #[test]
    fn the_amount_that_most_fall_short_of_is_found() {
        let mut values = vec![5_000; 60];
        values.extend([17_000; 9]);
        values.extend([25_500; 20]);
        values.extend([31_000; 11]);
        values.sort_unstable();
        let found = threshold(&values, 5_000, 5_000, 31_000);
        let expected = Threshold {
            fen: 30_000,
            from_fen: 24_000,
            orders: 20,
        };
        assert_eq!(found, Some(expected));
        assert_eq!(threshold(&[100, 100], 1_000, 100, 100), None);
    }
}
