//! Which of two rows of the same order is the newer state of it.

use super::column::{PAID_AT, RECEIVED_AT, REFUND_FEN, SHIPPED_AT, STATUS};
use crate::model::order::OrderStatus;
use crate::table::{NULL_I64, NULL_U32, Table};

/// Whether row `j` of `b` is a newer state than row `i` of `a`, or as new: files do not say when they were exported, but
/// an order only ever moves forward. It goes through its states in one direction, it is refunded but never unrefunded, and
/// its times are filled in one after the other. When nothing tells them apart, the file imported later counts.
pub fn is_newer(a: &Table, i: usize, b: &Table, j: usize) -> bool {
    let (old, new) = (state(a, i), state(b, j));
    let (known_old, known_new) = (
        old.status != OrderStatus::Unknown,
        new.status != OrderStatus::Unknown,
    );
    if known_old && known_new && old.status != new.status {
        return new.status > old.status;
    }
    match (old.refund_fen, new.refund_fen) {
        (Some(before), Some(now)) if before != now => now > before,
        _ => new.latest >= old.latest,
    }
}

struct State {
    status: OrderStatus,
    refund_fen: Option<i64>,
    latest: u32,
}

fn state(table: &Table, row: usize) -> State {
    let time = |column: &str| {
        table
            .numbers(column)
            .get(row)
            .copied()
            .filter(|&t| t != NULL_U32)
            .unwrap_or(0)
    };
    State {
        status: OrderStatus::from_code(table.states(STATUS).get(row).copied().unwrap_or(0)),
        refund_fen: table
            .money(REFUND_FEN)
            .get(row)
            .copied()
            .filter(|&fen| fen != NULL_I64),
        latest: time(PAID_AT).max(time(SHIPPED_AT)).max(time(RECEIVED_AT)),
    }
}
