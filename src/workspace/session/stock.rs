//! The stock of the open workspace.

use super::Session;
use crate::analytics::stock::answer::{StockQuery, StockView, answer};
use crate::analytics::stock::change::StockChange;
use crate::analytics::stock::desk::StockDesk;
use crate::analytics::stock::gather::{gather, kinds};
use crate::model::time::{Civil, Day};
use crate::protocol::{Failure, SegmentId};
use crate::store::Store;
use crate::workspace::desk::DeskPart;
use crate::workspace::state::WorkspaceState;

impl<S: Store> Session<S> {
    /// A part of the page 库存; `None` when there is neither a table of stock nor anything written down.
    pub async fn stock(&self, query: StockQuery) -> Result<Option<StockView>, Failure> {
        for kind in kinds() {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let Some(open) = state.open() else {
            return Ok(None);
        };
        let gathered = gather(&state.shelf());
        let desk: &StockDesk = &open.papers.stock;
        if gathered.origins.stock_day.is_none() && *desk == StockDesk::default() {
            return Ok(None);
        }
        let import_of = |kind: &str, day| import_of(open, kind, day).unwrap_or(0);
        Ok(Some(answer(&gathered, desk, query, &import_of)))
    }

    /// Makes changes in the books of the open workspace as they are now, and keeps them.
    pub async fn change_stock(&self, changes: Vec<StockChange>, now: Civil) -> Result<(), Failure> {
        let (mut desk, over) = {
            let state = self.state.borrow();
            let papers = &state.open().ok_or(Failure::NotFound)?.papers;
            (papers.stock.clone(), papers.revision_of("stock"))
        };
        for change in changes {
            desk.change(change);
        }
        self.keep_desk(DeskPart::Stock(desk), over, now).await
    }
}

/// The import that a table of a day came with; the last one of several.
fn import_of(open: &WorkspaceState, kind: &str, day: Day) -> Option<SegmentId> {
    let is_of = |report: &crate::import::report::FileReport| {
        report.kind.as_deref() == Some(kind)
            && report.covered().is_some_and(|span| span.contains(day))
    };
    let found = open.segments.iter().rev().find(|s| is_of(&s.report));
    found.map(|segment| segment.id)
}
