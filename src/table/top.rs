//! The first few of many, without sorting the rest.

use std::cmp::Ordering;

/// The first `n` of the items in an order; of items that tie, the one that comes first.
///
/// ```
/// use dianzhang::table::first;
/// let sales = [("tea", 500), ("silk", 900), ("soap", 20)];
/// let best = first(2, sales, |a, b| b.1.cmp(&a.1));
/// assert_eq!(best, [("silk", 900), ("tea", 500)]);
/// ```
pub fn first<T>(
    n: usize,
    items: impl IntoIterator<Item = T>,
    order: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut best: Vec<T> = Vec::new();
    if n == 0 {
        return best;
    }
    // The first `sorted` are the best so far, in order; behind them stand newcomers that may belong among them.
    let mut sorted = 0;
    for item in items {
        if sorted == n && order(&item, &best[n - 1]) != Ordering::Less {
            continue;
        }
        best.push(item);
        if best.len() >= n.saturating_mul(4).max(64) {
            best.sort_by(&order);
            best.truncate(n);
            sorted = best.len();
        }
    }
    best.sort_by(&order);
    best.truncate(n);
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_are_those_of_a_stable_sort(items in prop::collection::vec(0u8..40, 0..400), n in 0usize..30) {
            let numbered: Vec<_> = items.into_iter().enumerate().collect();
            let mut all = numbered.clone();
            all.sort_by_key(|(_, value)| *value);
            all.truncate(n);
            prop_assert_eq!(first(n, numbered, |a, b| a.1.cmp(&b.1)), all);
        }
    }
}
