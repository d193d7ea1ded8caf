//! What is counted over any set of orders: a day, an hour, a province, a period.

use crate::workspace::orders::Order;
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
    /// Orders paid whose creation time is known too, presales left out: the platform sets when their balance is due.
    pub pay_wait_orders: i64,
    /// Different buyers among the orders paid. Buyers of two sets do not add up.
    pub buyers: i64,
    /// The buyers of each day added up: who paid on two days counts twice. Only of whole days.
    pub buyer_days: i64,
}

impl Tally {
    /// Paid amount after refunds, in 分.
    pub fn paid_net_fen(&self) -> i64 {
        self.paid_gross_fen - self.refund_fen
    }

    /// Counts an order that was created in the set.
    pub fn created(&mut self, order: &Order) {
        self.orders += 1;
        self.ordered_fen += order.ordered_fen;
        self.created_then_paid += i64::from(order.paid.is_some());
        self.created_then_refunded += i64::from(order.refund_fen > 0);
    }

    /// Counts an order that was paid in the set, all but its buyer: whoever keeps the set knows whether it is a new one.
    pub fn paid(&mut self, order: &Order) {
        self.paid_orders += 1;
        self.paid_gross_fen += order.paid_gross_fen;
        self.refund_fen += order.refund_fen;
        self.refunded_orders += i64::from(order.refund_fen > 0);
        if let (Some(created), Some(paid), false) = (order.created, order.paid, order.is_presale) {
            self.pay_wait_secs += i64::from(paid) - i64::from(created);
            self.pay_wait_orders += 1;
        }
    }

    /// Adds another set, all but its buyers.
    pub fn add(&mut self, other: &Tally) {
        self.orders += other.orders;
        self.ordered_fen += other.ordered_fen;
        self.created_then_paid += other.created_then_paid;
        self.created_then_refunded += other.created_then_refunded;
        self.paid_orders += other.paid_orders;
        self.paid_gross_fen += other.paid_gross_fen;
        self.refund_fen += other.refund_fen;
        self.refunded_orders += other.refunded_orders;
        self.pay_wait_secs += other.pay_wait_secs;
        self.pay_wait_orders += other.pay_wait_orders;
        self.buyer_days += other.buyer_days;
    }
}
