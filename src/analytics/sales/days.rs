//! What was ordered on each day, and how much of that was paid since.

use super::choice::Chosen;
use crate::model::time::{Civil, Day};
use crate::table::fold;
use serde::{Deserialize, Serialize};

/// The orders created on one day, whenever they were paid: the row of a cohort, so that paid over ordered never passes 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOfOrders {
    /// The day of creation.
    pub day: Day,
    /// Orders created.
    pub orders: i64,
    /// Their value, in 分, paid or not.
    pub ordered_fen: i64,
    /// Of them, those paid.
    pub paid_orders: i64,
    /// What was paid for them before refunds, in 分.
    pub paid_gross_fen: i64,
    /// What of that was refunded, in 分.
    pub refund_fen: i64,
}

/// Days on which at least one order was created, in order.
pub(super) fn days(chosen: &Chosen<'_>) -> Vec<DayOfOrders> {
    let (columns, first) = (chosen.columns, chosen.span.first);
    let day_of = |row: usize| {
        let day = Civil(columns.times(row).0?).day();
        usize::try_from(day.0 - first.0).ok()
    };
    let len = usize::try_from(chosen.span.len_days()).unwrap_or(0);
    let empty = DayOfOrders {
        day: first,
        orders: 0,
        ordered_fen: 0,
        paid_orders: 0,
        paid_gross_fen: 0,
        refund_fen: 0,
    };
    let mut days = fold(&chosen.rows, len, day_of, empty, |day, row| {
        let order = columns.get(row);
        day.orders += 1;
        day.ordered_fen += order.ordered_fen;
        if order.paid.is_some() {
            day.paid_orders += 1;
            day.paid_gross_fen += order.paid_gross_fen;
            day.refund_fen += order.refund_fen;
        }
    });
    for (row, day) in days.iter_mut().zip(chosen.span.days()) {
        row.day = day;
    }
    days.retain(|row| row.orders > 0);
    days
}
