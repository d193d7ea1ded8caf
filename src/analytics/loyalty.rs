//! New and returning buyers of a period, told from the orders themselves.
//!
//! Returning is who had paid in the 365 days before the period, the way 生意参谋 has it; everybody else is new. Where the
//! orders do not reach back that far, some who are called new are not: how far they reach is told beside the numbers.

use crate::analytics::reconcile::Shelf;
use crate::model::time::{Civil, Span};
use serde::{Deserialize, Serialize};

/// Who paid in these days before a period is no new buyer in it.
pub const LOOK_BACK_DAYS: i32 = 365;

/// The buyers of a period, and of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loyalty {
    /// Of the [`LOOK_BACK_DAYS`] before the period, how many order files cover.
    pub known_days: i32,
    /// In the period.
    pub now: Buyers,
    /// In the period before, looked back from its own first day; `None` without one, or where less is known of what came
    /// before it than of what came before the period.
    pub base: Option<Buyers>,
}

/// The buyers of a period by whether they came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyers {
    /// Who had not paid before.
    pub new: Side,
    /// Who had.
    pub returning: Side,
}

/// Buyers with what they paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Different buyers.
    pub buyers: i64,
    /// Orders that they paid.
    pub orders: i64,
    /// What they paid before refunds, in 分.
    pub paid_fen: i64,
}

/// The buyers of a period beside those of another; `None` where no order names its buyer, or nothing is known of the days
/// before.
pub fn loyalty(shelf: &Shelf, span: Span, base: Option<Span>) -> Option<Loyalty> {
    let known_days = |span: Span| LOOK_BACK_DAYS - shelf.coverage.missing_days(before(span));
    let is_known = known_days(span) > 0 && !shelf.orders.buyers().is_empty();
    is_known.then(|| Loyalty {
        known_days: known_days(span),
        now: buyers(shelf, span),
        base: base
            .filter(|base| known_days(*base) >= known_days(span))
            .map(|base| buyers(shelf, base)),
    })
}

fn before(span: Span) -> Span {
    Span::new(span.first.plus(-LOOK_BACK_DAYS), span.first.plus(-1))
}

fn buyers(shelf: &Shelf, span: Span) -> Buyers {
    let groups = shelf.orders.buyers();
    let before = before(span);
    // Of each buyer: whether they paid before, and what they did in the period.
    let mut all = vec![(false, Side::default()); groups.len()];
    for (row, order) in shelf.orders.columns().iter().enumerate() {
        let day = order.paid.map(|at| Civil(at).day());
        let buyer = groups.of(row).and_then(|group| all.get_mut(group));
        let (Some(day), Some((has_paid, side))) = (day, buyer) else {
            continue;
        };
        *has_paid |= before.contains(day);
        if span.contains(day) {
            side.orders += 1;
            side.paid_fen += order.paid_gross_fen;
        }
    }
    let mut sums = Buyers::default();
    for (has_paid, side) in all.iter().filter(|(_, side)| side.orders > 0) {
        let sum = match has_paid {
            true => &mut sums.returning,
            false => &mut sums.new,
        };
        sum.buyers += 1;
        sum.orders += side.orders;
        sum.paid_fen += side.paid_fen;
    }
    sums
}
