//! What is counted over any set of orders: a day, an hour, a province, a period.

use serde::{Deserialize, Serialize};

/// Sums and counts over a set of orders. Every metric of the order files is a quotient or a field of this.
///
/// The *created* fields count orders whose creation falls into the set, the *paid* fields orders whose payment does: an
/// order created on the 31st and paid on the 1st counts on both days, each time on one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Orders created.
    pub orders: i64,
    /// Value of the orders created, in 分.
    pub ordered_fen: i64,
    /// Of the orders created, those paid at any time since.
    pub created_then_paid: i64,
    /// Of the orders created, those with a refund.
    pub created_then_refunded: i64,
    /// Orders paid.
    pub paid_orders: i64,
    /// Paid amount before refunds, in 分.
    pub paid_gross_fen: i64,
    /// Refunds of the orders paid, in 分.
    pub refund_fen: i64,
    /// Orders paid that have a refund.
    pub refunded_orders: i64,
    /// Seconds from creation to payment, summed over `pay_wait_orders`.
    pub pay_wait_secs: i64,
    /// Orders paid whose creation time is known too.
    pub pay_wait_orders: i64,
    /// Different buyers among the orders paid; `None` where an order does not say who bought, or where the set was not
    /// asked for buyers. Buyers of two sets do not add up.
    pub buyers: Option<i64>,
}

impl Tally {
    /// Paid amount after refunds, in 分.
    pub fn paid_net_fen(&self) -> i64 {
        self.paid_gross_fen - self.refund_fen
    }
}
