//! The states of an order.

use serde::{Deserialize, Serialize};

/// Where an order stands, in the order of its life: a later state never goes back to an earlier one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[repr(u8)]
pub enum OrderStatus {
    /// The file has no status column, or a status that we do not know.
    #[default]
    Unknown,
    /// 等待买家付款
    AwaitingPayment,
    /// 买家已付款，等待卖家发货
    Paid,
    /// 卖家已发货，等待买家确认
    Shipped,
    /// 交易成功
    Completed,
    /// 交易关闭
    Closed,
}

impl OrderStatus {
    /// Every state; a state's code is its index here.
    pub const ALL: [OrderStatus; 6] = [
        OrderStatus::Unknown,
        OrderStatus::AwaitingPayment,
        OrderStatus::Paid,
        OrderStatus::Shipped,
        OrderStatus::Completed,
        OrderStatus::Closed,
    ];

    /// The state with this code, `Unknown` for a code that none has.
    pub fn from_code(code: u8) -> OrderStatus {
        Self::ALL
            .get(usize::from(code))
            .copied()
            .unwrap_or_default()
    }

    /// The code under which the state is stored.
    pub fn code(self) -> u8 {
        self as u8
    }
}
