//! What stands behind the sums of a period: its items, its sources of visitors, its funnel.

use crate::analytics::funnel::{FunnelStep, funnel};
use crate::analytics::items::{Items, items};
use crate::analytics::reconcile::Shelf;
use crate::analytics::shop_days::{ShopDays, ShopSum};
use crate::analytics::traffic::{self, Sources, sources};
use crate::import::kinds::{Kind, by_name};
use crate::model::time::Span;
use serde::{Deserialize, Serialize};

/// How many items are told apart.
const MOST_ITEMS: usize = 500;

/// What stands behind the sums of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    /// The period.
    pub span: Span,
    /// The period that it is compared with; `None` when there is no such period.
    pub base: Option<Span>,
    /// Its items.
    pub items: Items,
    /// Where its visitors came from; `None` where no file says it.
    pub sources: Option<Sources>,
    /// From looking to paying.
    pub funnel: Vec<FunnelStep>,
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let items = crate::analytics::items::kinds();
    items.chain(by_name(traffic::KIND))
}

/// Answers.
pub fn breakdown(shelf: &Shelf, shop: &ShopDays, span: Span, base: Option<Span>) -> Breakdown {
    let table = shelf.others.get(traffic::KIND);
    Breakdown {
        span,
        base,
        items: items(shelf, span, base, MOST_ITEMS),
        sources: table.and_then(|(table, _)| sources(table, span, base)),
        funnel: funnel(
            &shop.total(span),
            &base.map_or_else(ShopSum::default, |base| shop.total(base)),
        ),
    }
}
