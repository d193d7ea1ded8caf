//! Which way a metric should go. Colour means good or bad, never merely up or down: the triangle says the direction, and
//! a rise of refunds is drawn in the colour of a loss.

use crate::analytics::compare::Change;
use crate::analytics::metrics::Metric;

/// What a change means for the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It went the way it should: the colour of a rise in sales.
    Better,
    /// It went the other way: the colour of a fall in sales.
    Worse,
    /// It did not move.
    Same,
}

/// Whether a smaller number is the better one: refunds and their rates, and the time until an order is paid.
pub fn smaller_is_better(metric: Metric) -> bool {
    matches!(
        metric,
        Metric::RefundAmount
            | Metric::RefundedOrders
            | Metric::RefundRateAmount
            | Metric::RefundRatePaid
            | Metric::RefundRateAll
            | Metric::PayWait
    )
}

/// What a change of a metric means.
///
/// ```
/// use dianzhang::analytics::{compare::Change, direction::{verdict, Verdict}, metrics::Metric};
/// assert_eq!(verdict(Metric::PaidNet, Change::Relative(0.1)), Verdict::Better);
/// assert_eq!(verdict(Metric::RefundAmount, Change::Relative(0.1)), Verdict::Worse);
/// ```
pub fn verdict(metric: Metric, change: Change) -> Verdict {
    let amount = change.amount();
    if amount == 0.0 {
        Verdict::Same
    } else if (amount > 0.0) != smaller_is_better(metric) {
        Verdict::Better
    } else {
        Verdict::Worse
    }
}
