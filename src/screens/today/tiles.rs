//! The row of tiles: which numbers stand large, which small below them.

use super::number::Number;
use crate::analytics::board::Board;
use crate::analytics::metrics::Metric;
use crate::i18n::{Lang, Text};

/// A tile with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// What it is about.
    pub title: Text,
    /// The large number.
    pub lead: Number,
    /// The small ones below it, each under a name that is clear in this tile.
    pub rest: Vec<(Text, Number)>,
}

type Layout = (Text, Metric, &'static [(Text, Metric)]);

const LAYOUT: [Layout; 5] = [
    (
        Text::TilePaid,
        Metric::PaidNet,
        &[
            (Text::ShortPaidGross, Metric::PaidGross),
            (Text::ShortPaidOrders, Metric::PaidOrders),
            (Text::ShortBuyers, Metric::Buyers),
        ],
    ),
    (
        Text::TileOrdered,
        Metric::OrderedAmount,
        &[(Text::ShortOrders, Metric::Orders)],
    ),
    (
        Text::TilePaymentRate,
        Metric::PaymentRate,
        &[
            (Text::ShortCohortRate, Metric::CohortPaymentRate),
            (Text::ShortPayWait, Metric::PayWait),
        ],
    ),
    (
        Text::TileSpend,
        Metric::SpendPerBuyer,
        &[(Text::ShortSpendPerOrder, Metric::SpendPerOrder)],
    ),
    (
        Text::TileRefunds,
        Metric::RefundAmount,
        &[
            (Text::ShortOrders, Metric::RefundedOrders),
            (Text::ShortRefundRateAmount, Metric::RefundRateAmount),
            (Text::ShortRefundRatePaid, Metric::RefundRatePaid),
            (Text::ShortRefundRateAll, Metric::RefundRateAll),
        ],
    ),
];

/// The tiles of a board. The payment rate by money stands large, the one by cohort below it: the store rule is the former.
pub fn tiles(board: &Board, lang: Lang) -> Vec<Tile> {
    LAYOUT
        .iter()
        .map(|(title, lead, rest)| Tile {
            title: *title,
            lead: Number::of(board, *lead, lang),
            rest: rest
                .iter()
                .map(|(name, metric)| (*name, Number::of(board, *metric, lang)))
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_metric_stands_on_the_board_once() {
        let tiles = tiles(&sample::board(), Lang::Zh);
        let shown: Vec<Metric> = tiles
            .iter()
            .flat_map(|t| {
                std::iter::once(t.lead.metric).chain(t.rest.iter().map(|(_, n)| n.metric))
            })
            .collect();
        assert_eq!(shown.len(), Metric::ALL.len());
        assert_eq!(
            shown.into_iter().collect::<BTreeSet<_>>(),
            Metric::ALL.iter().copied().collect()
        );
    }
}
