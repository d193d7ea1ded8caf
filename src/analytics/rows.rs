//! The orders behind a number: the same ones that were counted for it.

use crate::analytics::cells::name;
use crate::analytics::metrics::Metric;
use crate::analytics::reconcile::Shelf;
use crate::import::columns::MADE_UP;
use crate::import::kinds::orders::column;
use crate::model::order::OrderStatus;
use crate::model::place::Province;
use crate::model::time::{Civil, Span};
use crate::workspace::orders::Order;
use serde::{Deserialize, Serialize};

/// How many are told one by one; the sums are over all.
const MOST: usize = 5_000;

/// Which orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowsQuery {
    /// The number that they stand behind.
    pub metric: Metric,
    /// Its days.
    pub span: Span,
}

/// The orders behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// How many there are.
    pub count: u64,
    /// What was ordered with them, in 分.
    pub ordered_fen: i64,
    /// What was paid for them before refunds, in 分.
    pub paid_gross_fen: i64,
    /// What of that was refunded, in 分.
    pub refund_fen: i64,
    /// The newest of them.
    pub rows: Vec<OrderRow>,
}

/// One order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    /// Its number; `None` where its file has none.
    pub id: Option<String>,
    /// When it was placed.
    pub created: Option<Civil>,
    /// When it was paid.
    pub paid: Option<Civil>,
    /// Where it stands.
    pub status: OrderStatus,
    /// What was ordered.
    pub title: String,
    /// Its value, in 分.
    pub ordered_fen: i64,
    /// What was paid before refunds, in 分.
    pub paid_gross_fen: i64,
    /// What of that was refunded, in 分.
    pub refund_fen: i64,
    /// Where it went.
    pub province: Province,
}

/// How the orders behind a metric are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// Placed in the period.
    Placed,
    /// Paid in the period.
    Paid,
    /// Paid in the period, and refunded since.
    Refunded,
    /// Placed in the period, and refunded since.
    PlacedThenRefunded,
    /// Placed or paid in the period.
    Either,
}

fn choice(metric: Metric) -> Choice {
    match metric {
        Metric::OrderedAmount | Metric::Orders | Metric::CohortPaymentRate => Choice::Placed,
        Metric::RefundAmount | Metric::RefundedOrders => Choice::Refunded,
        Metric::RefundRateAll => Choice::PlacedThenRefunded,
        Metric::PaymentRate => Choice::Either,
        _ => Choice::Paid,
    }
}

/// Whether orders stand behind a metric at all.
pub fn has_rows(metric: Metric) -> bool {
    !metric.is_of_shop() || metric.needs_orders()
}

/// The orders, the newest first.
pub fn rows(shelf: &Shelf, query: RowsQuery) -> Rows {
    let choice = choice(query.metric);
    let is_in = |at: Option<u32>| at.is_some_and(|at| query.span.contains(Civil(at).day()));
    let is_chosen = |order: &Order| match choice {
        Choice::Placed => is_in(order.created),
        Choice::Paid => is_in(order.paid),
        Choice::Refunded => is_in(order.paid) && order.refund_fen > 0,
        Choice::PlacedThenRefunded => is_in(order.created) && order.refund_fen > 0,
        Choice::Either => is_in(order.created) || is_in(order.paid),
    };
    let columns = shelf.orders.columns();
    let mut found = Rows {
        count: 0,
        ordered_fen: 0,
        paid_gross_fen: 0,
        refund_fen: 0,
        rows: Vec::new(),
    };
    let mut places: Vec<(u32, usize)> = Vec::new();
    for (row, order) in columns
        .iter()
        .enumerate()
        .filter(|(_, order)| is_chosen(order))
    {
        found.count += 1;
        found.ordered_fen += order.ordered_fen;
        found.paid_gross_fen += order.paid_gross_fen;
        found.refund_fen += order.refund_fen;
        let by_payment = matches!(choice, Choice::Paid | Choice::Refunded);
        let at = if by_payment {
            order.paid
        } else {
            order.created.or(order.paid)
        };
        places.push((at.unwrap_or(0), row));
    }
    places.sort_by(|a, b| b.cmp(a));
    places.truncate(MOST);
    let table = shelf.orders.records().table();
    let (ids, states) = (table.ids(column::ORDER_ID), table.states(column::STATUS));
    let row = |(_, row): (u32, usize)| {
        let order = columns.get(row);
        OrderRow {
            id: ids.get(row).filter(|id| **id < MADE_UP).map(u64::to_string),
            created: order.created.map(Civil),
            paid: order.paid.map(Civil),
            status: OrderStatus::from_code(states.get(row).copied().unwrap_or(0)),
            title: name(table, column::TITLE, row)
                .unwrap_or_default()
                .to_owned(),
            ordered_fen: order.ordered_fen,
            paid_gross_fen: order.paid_gross_fen,
            refund_fen: order.refund_fen,
            province: Province::from_code(order.province),
        }
    };
    found.rows = places.into_iter().map(row).collect();
    found
}
