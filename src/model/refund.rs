//! The states of a refund.

/// Where a refund stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum RefundStatus {
    /// The file has no such column, or a status that we do not know.
    #[default]
    Unknown,
    /// 没有申请退款
    None,
    /// 买家已经申请退款，等待卖家同意
    Applied,
    /// 卖家已经同意退款，等待买家退货
    AwaitingReturn,
    /// 买家已经退货，等待卖家确认收货
    Returned,
    /// 卖家拒绝退款
    Refused,
    /// 退款关闭
    Closed,
    /// 退款成功: the only one in which money has gone back.
    Succeeded,
}

impl RefundStatus {
    /// Every state; a state's code is its index here.
    pub const ALL: [RefundStatus; 8] = [
        RefundStatus::Unknown,
        RefundStatus::None,
        RefundStatus::Applied,
        RefundStatus::AwaitingReturn,
        RefundStatus::Returned,
        RefundStatus::Refused,
        RefundStatus::Closed,
        RefundStatus::Succeeded,
    ];

    /// The state with this code, `Unknown` for a code that none has.
    pub fn from_code(code: u8) -> RefundStatus {
        Self::ALL
            .get(usize::from(code))
            .copied()
            .unwrap_or_default()
    }

    /// Whether nothing more happens to it.
    pub fn has_ended(self) -> bool {
        matches!(self, RefundStatus::Closed | RefundStatus::Succeeded)
    }
}
