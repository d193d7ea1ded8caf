//! What other files than those of sales say of one item: refunds and their reasons, reviews, advertising.

use super::known::is_bad;
use super::titles::plain;
use crate::analytics::cells::{id, moment, money, name, number};
use crate::analytics::items::ItemKey;
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::DAY;
use crate::model::refund::RefundStatus;
use crate::model::time::{Civil, Day, Span};
use crate::table::Table;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many bad reviews are told.
const MOST_REVIEWS: usize = 5;

/// By what an item is found in other files.
pub(super) struct Wanted<'a> {
    pub(super) key: &'a ItemKey,
    pub(super) title: &'a str,
    pub(super) codes: &'a [String],
}

impl Wanted<'_> {
    /// Whether a row is about the item: by number where it has one, else by code, else by title.
    fn is(&self, table: &Table, row: usize) -> bool {
        if let (ItemKey::Id(wanted), Some(found)) = (self.key, id(table, "item_id", row)) {
            return *wanted == found;
        }
        if let Some(code) = name(table, "sku_code", row) {
            return self.codes.iter().any(|wanted| wanted == code);
        }
        let title = name(table, "title", row);
        title.is_some_and(|title| plain(title) == plain(self.title))
    }
}

/// Refunds that succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refunds {
    /// How many.
    pub count: i64,
    /// How much, in 分.
    pub fen: i64,
    /// By reason, the commonest first: the reason, how many, how much.
    pub reasons: Vec<(String, i64, i64)>,
}

/// Reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviews {
    /// Bad ones.
    pub bad: i64,
    /// All.
    pub all: i64,
    /// The newest bad ones: the day, and what was said.
    pub newest: Vec<(Day, String)>,
}

/// Advertising.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ads {
    /// What was spent, in 分.
    pub spent_fen: i64,
    /// What it says it sold, in 分, in the window of the report.
    pub sales_fen: i64,
    /// Clicks.
    pub clicks: i64,
}

/// The refunds of an item that were completed in some days; `None` where no file of refunds covers any of them.
pub(super) fn refunds(shelf: &Shelf, wanted: &Wanted, span: Span) -> Option<Refunds> {
    let (table, coverage) = shelf.others.get("refunds")?;
    if coverage.missing_days(span) == span.len_days() {
        return None;
    }
    let states = table.states("status");
    let mut refunds = Refunds::default();
    let mut reasons: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for row in 0..table.rows() {
        let at = moment(table, &["refunded_at"], row).map(|at| Civil(at).day());
        let state = RefundStatus::from_code(states.get(row).copied().unwrap_or(0));
        let has_succeeded = matches!(state, RefundStatus::Succeeded | RefundStatus::Unknown);
        if !at.is_some_and(|day| span.contains(day)) || !has_succeeded || !wanted.is(table, row) {
            continue;
        }
        let fen = money(table, "refund_fen", row).unwrap_or(0);
        refunds.count += 1;
        refunds.fen += fen;
        let reason = reasons
            .entry(name(table, "reason", row).unwrap_or_default())
            .or_default();
        reason.0 += 1;
        reason.1 += fen;
    }
    let sums = reasons.into_iter();
    refunds.reasons = sums
        .map(|(reason, (count, fen))| (reason.to_owned(), count, fen))
        .collect();
    refunds
        .reasons
        .sort_by_key(|(_, count, fen)| (-count, -fen));
    Some(refunds)
}

/// The reviews of an item; `None` where no file has any.
pub(super) fn reviews(shelf: &Shelf, wanted: &Wanted) -> Option<Reviews> {
    let (table, _) = shelf.others.get("reviews")?;
    let mut reviews = Reviews::default();
    for row in (0..table.rows()).filter(|row| wanted.is(table, *row)) {
        reviews.all += 1;
        if is_bad(table, row) {
            reviews.bad += 1;
            let day = moment(table, &["reviewed_at"], row).map(|at| Civil(at).day());
            let said = name(table, "review", row).unwrap_or_default();
            reviews.newest.extend(day.map(|day| (day, said.to_owned())));
        }
    }
    reviews.newest.sort_by(|a, b| b.cmp(a));
    reviews.newest.truncate(MOST_REVIEWS);
    (reviews.all > 0).then_some(reviews)
}

/// The advertising of an item in some days, of the report that is there; `None` where none names items.
pub(super) fn ads(shelf: &Shelf, wanted: &Wanted, span: Span) -> Option<Ads> {
    let kinds = ["wanxiang_items", "zhitongche"];
    let (table, coverage) = kinds.iter().find_map(|kind| shelf.others.get(kind))?;
    if coverage.missing_days(span) == span.len_days() {
        return None;
    }
    let mut ads = Ads::default();
    for row in 0..table.rows() {
        let day = moment(table, &[DAY], row).map(|at| Civil(at).day());
        if day.is_some_and(|day| span.contains(day)) && wanted.is(table, row) {
            ads.spent_fen += money(table, "spent_fen", row).unwrap_or(0);
            ads.sales_fen += money(table, "sales_fen", row).unwrap_or(0);
            ads.clicks += number(table, "clicks", row).unwrap_or(0);
        }
    }
    Some(ads)
}
