//! What stands behind the sums of a period: its items, its sources of visitors, its funnel.

use crate::analytics::funnel::{FunnelStep, funnel};
use crate::analytics::items::{Items, items};
use crate::analytics::morning::odd_days;
use crate::analytics::odd_days::{JudgedDay, NotJudged, Power};
use crate::analytics::reconcile::Shelf;
use crate::analytics::shop_days::ShopSum;
use crate::analytics::stretch::Ground;
use crate::analytics::traffic::{self, Sources, sources};
use crate::import::kinds::{Kind, by_name};
use crate::model::time::Span;
use serde::{Deserialize, Serialize};

/// How many items are told apart.
const MOST_ITEMS: usize = 500;

/// What stands behind the sums of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Days of the period that do not fit what their time and weekday lead one to expect.
    pub odd: Result<Odd, NotJudged>,
}

/// The odd days of a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Odd {
    /// The days, the latest first.
    pub days: Vec<JudgedDay>,
    /// How many days of the period were judged.
    pub judged: usize,
    /// How many were left out as days of a campaign.
    pub masked: usize,
    /// What a day must do to be found.
    pub power: Power,
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let items = crate::analytics::items::kinds();
    items.chain(by_name(traffic::KIND))
}

/// Answers.
pub fn breakdown(shelf: &Shelf, ground: &Ground<'_>, span: Span, base: Option<Span>) -> Breakdown {
    let shop = ground.shop;
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
        odd: odd(ground, span),
    }
}

fn odd(ground: &Ground<'_>, span: Span) -> Result<Odd, NotJudged> {
    let data = ground.coverage.range().unwrap_or(span);
    let judged = odd_days(ground, data)?;
    let within: Vec<&JudgedDay> = judged
        .days
        .iter()
        .filter(|d| span.contains(d.day))
        .collect();
    let is_known = |day: &&&JudgedDay| day.observed.is_some();
    let known = within.iter().filter(is_known);
    let masked = known.clone().filter(|day| day.masked).count();
    Ok(Odd {
        judged: known.count() - masked,
        masked,
        days: within
            .iter()
            .rev()
            .filter(|day| day.is_odd)
            .map(|day| **day)
            .collect(),
        power: judged.power,
    })
}
