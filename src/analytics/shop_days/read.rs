//! From the merged rows of each kind to the days of the shop. Where two files know a measure of a day, the first counts.

use super::{Measure, ShopDays};
use crate::analytics::reconcile::{Quantity, Shelf, Source, daily};
use crate::import::kinds::Kind;
use crate::model::time::Span;

/// What 生意参谋 says of the shop, and in which columns.
const COLUMNS: [(Measure, &str); 11] = [
    (Measure::Visitors, "visitors"),
    (Measure::PageViews, "page_views"),
    (Measure::ItemVisitors, "item_visitors"),
    (Measure::CartBuyers, "cart_buyers"),
    (Measure::FavouriteBuyers, "favourite_buyers"),
    (Measure::OrderingBuyers, "ordering_buyers"),
    (Measure::PayingBuyers, "paying_buyers"),
    (Measure::PaidFen, "paid_fen"),
    (Measure::PaidUnits, "paid_units"),
    (Measure::NewBuyers, "new_paying_buyers"),
    (Measure::ReturningBuyers, "returning_paying_buyers"),
];

/// Which files say the quantities that others than 生意参谋 know too, the best first. They say the same money: one of
/// them counts on a day, and none is added to another.
const SHARED: [(Measure, Quantity, &[Source]); 2] = [
    (
        Measure::AdsFen,
        Quantity::AdSpend,
        &[
            Source::SycmShop,
            Source::AdPlans,
            Source::AdScenes,
            Source::AdItems,
        ],
    ),
    (
        Measure::RefundsDoneFen,
        Quantity::Refunds,
        &[Source::Refunds, Source::SycmShop],
    ),
];

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let of_shop = [Source::SycmShop, Source::SycmTrade];
    let shared = SHARED.into_iter().flat_map(|(_, _, sources)| sources);
    let all = of_shop.into_iter().chain(shared.copied());
    all.filter_map(Source::kind)
}

/// The days of the shop.
pub fn read(shelf: &Shelf) -> ShopDays {
    let mut days = ShopDays::default();
    for source in [Source::SycmShop, Source::SycmTrade] {
        for (measure, column) in COLUMNS {
            for (span, value) in daily::of_column(shelf, source, column) {
                put(&mut days, span, measure, value);
            }
        }
    }
    for (measure, quantity, sources) in SHARED {
        for source in sources {
            for (span, value) in daily::of_quantity(shelf, quantity, *source) {
                put(&mut days, span, measure, value);
            }
        }
    }
    days
}

/// A row about several days says nothing of one of them.
fn put(days: &mut ShopDays, span: Span, measure: Measure, value: i64) {
    if span.len_days() == 1 {
        days.put(span.first, measure, value);
    }
}
