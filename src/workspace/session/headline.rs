//! The headline figures of a workspace that need not be open: its orders are read, asked, and let go again.

use super::{Session, order_files};
use crate::analytics::board::{Board, board};
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::analytics::period::{Comparison, Period};
use crate::analytics::shop_days::ShopDays;
use crate::protocol::{BoardQuery, Failure, Headline, KeyFigures, WorkspaceId};
use crate::store::Store;

impl<S: Store> Session<S> {
    /// The headline figures of a workspace; `None` when it holds no order. Nothing that is known or stored changes.
    pub async fn headline(&self, id: WorkspaceId) -> Result<Option<Headline>, Failure> {
        let query = BoardQuery {
            period: Period::Last7,
            comparison: Comparison::Previous,
        };
        let files = {
            let state = self.state.borrow();
            if state.app.current == Some(id) {
                return Ok(state.board(query).map(|board| headline(&board)));
            }
            order_files(state.workspace(id).ok_or(Failure::NotFound)?)
        };
        let data = self.orders_of(id, files).await?;
        let state = self.state.borrow();
        let workspace = state.workspace(id).ok_or(Failure::NotFound)?;
        let coverage = workspace.coverage(&data.damaged);
        Ok(
            board(data.daybook(), &coverage, &ShopDays::default(), query)
                .map(|board| headline(&board)),
        )
    }
}

fn headline(board: &Board) -> Headline {
    let figures = |of: &dyn Fn(Metric) -> Value| KeyFigures {
        paid: of(Metric::PaidNet),
        orders: of(Metric::PaidOrders),
    };
    let last = board.days.last();
    let of_day = |metric| match last {
        Some(row) => board.day_value(metric, row),
        None => Value::Absent(Absent::NotCovered(1)),
    };
    let of_before = |metric| match board.baseline(Comparison::Previous) {
        Some(base) => base.stretch.value(metric),
        None => Value::Absent(Absent::NoDenominator),
    };
    Headline {
        last_day: board.span.last,
        day: figures(&of_day),
        week: figures(&|metric| board.value(metric)),
        week_days: board.span.len_days(),
        missing_days: board.missing_days,
        before: figures(&of_before),
    }
}
