//! Every item, and what they come to together.

use super::Stocked;
use crate::analytics::stock::ageing::{Aged, USUAL_AGES};
use crate::analytics::stock::card::Card;
use crate::analytics::stock::classes::Pace;
use crate::analytics::stock::rates::{StockOut, Turnover};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AllView {
    /// The items, what costs most first.
    pub cards: Vec<Card>,
    /// What each pace comes to, in the order of [`Pace`], those of no item left out.
    pub paces: Vec<OfPace>,
    /// 缺货率 of the items that sell.
    pub out: StockOut,
    /// 库存周转 in units.
    pub by_units: Turnover,
    /// 库存周转 at cost, of the items whose cost is known.
    pub by_cost: Turnover,
    /// Whether the stock of the turnover is the one of today, as that of no other day is known.
    pub is_turnover_of_today: bool,
    /// How old the stock is, by [`USUAL_AGES`].
    pub ages: Vec<Aged>,
    /// Units that were not sold for want of them in the last days, and what they would have brought, in 分, those without a known
    /// price left out.
    pub lost: (f64, i64),
}

/// What the items of one pace come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfPace {
    /// The pace.
    pub pace: Pace,
    /// Items.
    pub items: u32,
    /// Units on hand.
    pub units: i64,
    /// What they cost, in 分, those without a known cost left out.
    pub value_fen: i64,
    /// Items without a known cost.
    pub items_without_cost: u32,
}

pub(super) fn view(shelf: &Stocked<'_>) -> AllView {
    let mut view = AllView {
        ages: vec![Aged::default(); USUAL_AGES.len() + 1],
        ..AllView::default()
    };
    let mut paces: BTreeMap<Pace, OfPace> = BTreeMap::new();
    let items = shelf.items();
    let mut cards: Vec<Card> = items.iter().map(|item| shelf.card(item)).collect();
    let is_known = cards.iter().any(|card| card.turnover.stock_days > 0);
    view.is_turnover_of_today = !is_known;
    for card in &mut cards {
        let terms = shelf.desk.terms.get(&card.item);
        card.supplier = terms.and_then(|terms| terms.supplier.clone());
        let is_discontinued = terms.is_some_and(|terms| terms.is_discontinued);
        if card.hand.is_some() && card.expected.is_some() && !is_discontinued {
            view.out.add(&card.recent, card.is_out());
        }
        view.turn(card, is_known);
        for (sum, of) in view.ages.iter_mut().zip(&card.ages) {
            sum.units += of.units;
            sum.units_maybe_older += of.units_maybe_older;
            sum.cost_fen += of.cost_fen;
            sum.units_without_cost += of.units_without_cost;
        }
        view.lost.0 += card.lost.units;
        let fen = card
            .price_fen
            .map_or(0.0, |fen| fen as f64 * card.lost.units);
        view.lost.1 += fen.round() as i64;
        if let Some(pace) = card.pace {
            let of = paces.entry(pace).or_insert(OfPace {
                pace,
                items: 0,
                units: 0,
                value_fen: 0,
                items_without_cost: 0,
            });
            of.items += 1;
            of.units += card.units().unwrap_or(0).max(0);
            of.value_fen += card.value_fen().unwrap_or(0);
            of.items_without_cost += u32::from(card.cost_fen.is_none());
        }
    }
    cards.sort_by(|a, b| {
        let value = |card: &Card| card.value_fen().unwrap_or(0);
        value(b).cmp(&value(a)).then_with(|| a.item.cmp(&b.item))
    });
    view.paces = paces.into_values().collect();
    view.cards = cards;
    view
}

impl AllView {
    fn turn(&mut self, card: &Card, is_known: bool) {
        let of = match (is_known, card.units()) {
            (true, _) => card.turnover,
            (false, Some(units)) => Turnover {
                sold: card.recent.sold + card.recent.sold_when_out,
                stock: units.max(0),
                stock_days: 1,
                days: card.recent.days + card.recent.out_days,
            },
            (false, None) => return,
        };
        self.by_units.add(&of);
        if let Some(cost) = card.cost_fen {
            self.by_cost.add(&Turnover {
                sold: of.sold * cost,
                stock: of.stock * cost,
                ..of
            });
        }
    }
}
