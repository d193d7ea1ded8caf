//! From looking to paying: how many people came to each step, over a period and the one before.
//!
//! The funnel is loose: the export counts the people of each step by themselves, and does not say whether those who ordered
//! are among those who had put something into the cart. A step may therefore be wider than the one before it.

use crate::analytics::shop_days::{Measure, ShopSum};
use serde::{Deserialize, Serialize};

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Came to the shop.
    Visited,
    /// Looked at an item.
    LookedAtItem,
    /// Put something into the cart.
    AddedToCart,
    /// Kept an item.
    Favoured,
    /// Ordered.
    Ordered,
    /// Paid.
    Paid,
}

/// A step with its people, added up by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunnelStep {
    /// Which.
    pub step: Step,
    /// In the period; `None` where a day of it is not known.
    pub now: Option<i64>,
    /// In the period before.
    pub base: Option<i64>,
}

const STEPS: [(Step, Measure); 6] = [
    (Step::Visited, Measure::Visitors),
    (Step::LookedAtItem, Measure::ItemVisitors),
    (Step::Favoured, Measure::FavouriteBuyers),
    (Step::AddedToCart, Measure::CartBuyers),
    (Step::Ordered, Measure::OrderingBuyers),
    (Step::Paid, Measure::PayingBuyers),
];

/// The steps of which the period knows the people; none where it does not know its visitors.
pub fn funnel(now: &ShopSum, base: &ShopSum) -> Vec<FunnelStep> {
    let of = |sum: &ShopSum, measure| sum.get(measure).ok();
    if of(now, Measure::Visitors).is_none() {
        return Vec::new();
    }
    let step = |(step, measure): (Step, Measure)| FunnelStep {
        step,
        now: of(now, measure),
        base: of(base, measure),
    };
    let steps = STEPS.into_iter().map(step);
    steps.filter(|step| step.now.is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::shop_days::ShopDays;
    use crate::model::time::{Day, Span};

    #[test]
    fn without_visitors_there_is_no_funnel() {
        let nothing = ShopDays::default().total(Span::new(Day(1), Day(7)));
        assert_eq!(funnel(&nothing, &nothing), []);
    }
}
