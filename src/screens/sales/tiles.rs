//! The row of tiles: which numbers stand large, which small below them.

use super::number::Number;
use crate::analytics::board::Board;
use crate::analytics::metrics::{Metric, Value};
use crate::i18n::{Lang, Text};

/// A tile with its numbers. Why a comparison has no answer is said once, with the large number; the small ones leave a
/// change out that is missing for the same reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// What it is about.
    pub title: Text,
    /// The large number.
    pub lead: Number,
    /// The small ones below it, each under a name that is clear in this tile.
    pub rest: Vec<(Text, Number)>,
    /// What else the reader should know.
    pub note: Option<Text>,
    /// Why changes are missing, each reason with the comparisons that it holds for.
    pub gaps: Vec<(Vec<Text>, String)>,
}

type Layout = (Text, Metric, &'static [(Text, Metric)]);

const LAYOUT: [Layout; 5] = [
    (
        Text::TileOrdered,
        Metric::OrderedAmount,
        &[(Text::ShortOrders, Metric::Orders)],
    ),
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

/// The second row: what needs other files than those of orders.
const SHOP_LAYOUT: [Layout; 5] = [
    (
        Text::TileVisitors,
        Metric::Visitors,
        &[(Text::ShortPageViews, Metric::PageViews)],
    ),
    (
        Text::TilePayConversion,
        Metric::PayConversion,
        &[
            (Text::ShortOrderConversion, Metric::OrderConversion),
            (Text::ShortCartRate, Metric::CartRate),
            (Text::ShortFavouriteRate, Metric::FavouriteRate),
        ],
    ),
    (
        Text::TileVisitorValue,
        Metric::VisitorValue,
        &[(Text::ShortUnitsPaid, Metric::UnitsPaid)],
    ),
    (
        Text::TileNewBuyers,
        Metric::NewBuyers,
        &[(Text::ShortReturningBuyers, Metric::ReturningBuyers)],
    ),
    (
        Text::TileAdSpend,
        Metric::AdSpend,
        &[
            (Text::ShortAdCostShare, Metric::AdCostShare),
            (Text::ShortRefundsDone, Metric::RefundsDone),
            (Text::ShortRefundRateDone, Metric::RefundRateDone),
        ],
    ),
];

/// The tiles of what other files than those of orders say; none where no file says anything of the period.
pub fn shop_tiles(board: &Board, lang: Lang) -> Vec<Tile> {
    let tiles = tiles_of(&SHOP_LAYOUT, board, lang);
    let is_known = |tile: &Tile| {
        let numbers = std::iter::once(&tile.lead).chain(tile.rest.iter().map(|(_, n)| n));
        numbers.into_iter().any(|n| n.reason.is_none())
    };
    if tiles.iter().any(is_known) {
        tiles
    } else {
        Vec::new()
    }
}

/// The tiles of a board. The payment rate by money stands large, the one by cohort below it: the store rule is the former.
pub fn tiles(board: &Board, lang: Lang) -> Vec<Tile> {
    tiles_of(&LAYOUT, board, lang)
}

fn tiles_of(layout: &[Layout], board: &Board, lang: Lang) -> Vec<Tile> {
    layout
        .iter()
        .map(|(title, lead, rest)| {
            let mut lead = Number::of(board, *lead, lang);
            let mut rest: Vec<(Text, Number)> = rest
                .iter()
                .map(|(name, metric)| (*name, Number::of(board, *metric, lang)))
                .collect();
            let gaps = gaps(std::iter::once(&lead).chain(rest.iter().map(|(_, n)| n)));
            for number in std::iter::once(&mut lead).chain(rest.iter_mut().map(|(_, n)| n)) {
                number.deltas.retain(
                    |d| !matches!(&d.change, Err(why) if gaps.iter().any(|(_, said)| said == why)),
                );
            }
            Tile {
                title: if lead.metric == Metric::PaidNet && lacks_refunds(board) {
                    Text::TilePaidAsExported
                } else {
                    *title
                },
                note: note(board, lead.metric),
                lead,
                rest,
                gaps,
            }
        })
        .collect()
}

/// Takes the reasons that every tile gives out of the tiles, so that they are said once for all.
pub fn shared_gaps(tiles: &mut [Tile]) -> Vec<(Vec<Text>, String)> {
    let Some((first, others)) = tiles.split_first() else {
        return Vec::new();
    };
    let is_everywhere =
        |gap: &&(Vec<Text>, String)| others.iter().all(|tile| tile.gaps.contains(gap));
    let shared: Vec<_> = first.gaps.iter().filter(is_everywhere).cloned().collect();
    for tile in tiles {
        tile.gaps.retain(|gap| !shared.contains(gap));
    }
    shared
}

/// What must be said of a tile beside its numbers.
fn note(board: &Board, lead: Metric) -> Option<Text> {
    match lead {
        Metric::RefundAmount => is_immature(board).then_some(Text::RefundsImmature),
        Metric::PaidNet | Metric::PaymentRate | Metric::SpendPerBuyer => {
            lacks_refunds(board).then_some(Text::PaidAsExported)
        }
        _ => None,
    }
}

/// Whether it is not known if the paid amounts have refunds taken off.
fn lacks_refunds(board: &Board) -> bool {
    matches!(board.value(Metric::RefundAmount), Value::Absent(_)) && board.total.paid_orders > 0
}

/// Days after which an order is hardly refunded any more.
const MATURE_DAYS: i32 = 15;

/// Whether orders of the period are so young that refunds of them are still to come.
fn is_immature(board: &Board) -> bool {
    let is_known = !matches!(board.value(Metric::RefundAmount), Value::Absent(_));
    is_known && board.total.paid_orders > 0 && board.span.last > board.data.last.plus(-MATURE_DAYS)
}

/// The reasons of the first of the tile's numbers that is there at all.
fn gaps<'a>(numbers: impl IntoIterator<Item = &'a Number>) -> Vec<(Vec<Text>, String)> {
    let mut gaps: Vec<(Vec<Text>, String)> = Vec::new();
    let first = numbers.into_iter().find(|n| n.reason.is_none());
    for delta in first.into_iter().flat_map(|n| &n.deltas) {
        let Err(why) = &delta.change else { continue };
        match gaps.iter_mut().find(|(_, said)| said == why) {
            Some((labels, _)) => labels.push(delta.label),
            None => gaps.push((vec![delta.label], why.clone())),
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_reason_is_said_once_per_tile() {
        let mut board = sample::board();
        for base in &mut board.baselines {
            base.stretch.missing_days = 7;
        }
        let tile = &tiles(&board, Lang::Zh)[0];
        assert_eq!(tile.gaps.len(), 1);
        assert!(tile.lead.deltas.is_empty());
        assert!(tile.rest.iter().all(|(_, n)| n.deltas.is_empty()));
    }

    #[test]
    fn a_reason_of_all_tiles_is_said_once_for_all() {
        let mut board = sample::board();
        assert_eq!(shared_gaps(&mut tiles(&board, Lang::Zh)), []);
        for base in &mut board.baselines {
            base.stretch.missing_days = 7;
        }
        let mut all = tiles(&board, Lang::Zh);
        let said = all[0].gaps.clone();
        assert_eq!(shared_gaps(&mut all), said);
        assert!(all.iter().all(|tile| tile.gaps.is_empty()));
        let mut all = tiles(&board, Lang::Zh);
        all[4].gaps.clear();
        assert_eq!(shared_gaps(&mut all), []);
        assert_eq!(all[0].gaps, said);
    }

    #[test]
    fn young_refunds_are_said_to_be_young() {
        let mut board = sample::board();
        let note = |board: &Board| tiles(board, Lang::Zh)[4].note;
        board.data.last = board.span.last;
        assert_eq!(note(&board), Some(Text::RefundsImmature));
        board.data.last = board.span.last.plus(15);
        assert_eq!(note(&board), None);
    }

    #[test]
    fn without_other_files_there_is_no_second_row() {
        assert_eq!(shop_tiles(&sample::board(), Lang::Zh), []);
    }

    #[test]
    fn every_metric_stands_on_the_board_once() {
        let board = sample::board();
        let shown: Vec<Metric> = [&LAYOUT, &SHOP_LAYOUT]
            .into_iter()
            .flat_map(|layout| tiles_of(layout, &board, Lang::Zh))
            .flat_map(|t| {
                let rest = t.rest.into_iter().map(|(_, n)| n.metric);
                std::iter::once(t.lead.metric).chain(rest)
            })
            .collect();
        assert_eq!(shown.len(), Metric::ALL.len());
        assert_eq!(
            shown.into_iter().collect::<BTreeSet<_>>(),
            Metric::ALL.iter().copied().collect()
        );
    }
}
