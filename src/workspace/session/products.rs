//! The items of the open workspace.

use super::Session;
use crate::analytics::board::period_of;
use crate::analytics::coverage::Coverage;
use crate::analytics::products::desk::ItemDesk;
use crate::analytics::products::one::{self, ItemLook};
use crate::analytics::products::reference::ItemRef;
use crate::analytics::products::{self, Products};
use crate::protocol::{BoardQuery, Failure};
use crate::store::Store;
use crate::workspace::state::State;

impl<S: Store> Session<S> {
    /// The items of a period; `None` when no file of orders or items covers a day.
    pub async fn products(&self, query: BoardQuery) -> Result<Option<Products>, Failure> {
        for kind in products::kinds() {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let coverage = days_of(&state);
        let span = period_of(state.data.daybook(), &coverage, query.period);
        let (desk, _) = desk_of(&state);
        let answer = |span| {
            let base = query.comparison.against(query.period, span);
            products::products(&state.shelf(), desk.fees, span, base)
        };
        Ok(span.map(answer))
    }

    /// What was typed of the items, and its revision.
    pub fn item_desk(&self) -> (ItemDesk, u64) {
        desk_of(&self.state.borrow())
    }

    /// All that is known of an item; `None` when no file of orders or items covers a day.
    pub async fn item(&self, item: ItemRef) -> Result<Option<ItemLook>, Failure> {
        for kind in one::kinds() {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let last = days_of(&state).range().map(|range| range.last);
        let (desk, _) = desk_of(&state);
        Ok(last.map(|last| one::one(&state.shelf(), &desk, item, last)))
    }
}

/// The days that the order files cover; where there are none, those of the files that name items.
fn days_of(state: &State) -> Coverage {
    let orders = state.coverage();
    if orders.range().is_some() {
        return orders;
    }
    let shelf = state.shelf();
    let kinds = ["sycm_items", "order_details"];
    let others = kinds.iter().filter_map(|kind| shelf.others.get(kind));
    Coverage::of(others.flat_map(|(_, coverage)| coverage.spans().iter().copied()))
}

/// What was typed of the items, and its revision.
fn desk_of(state: &State) -> (ItemDesk, u64) {
    let papers = state.open().map(|open| &open.papers);
    papers.map_or_else(Default::default, |papers| {
        (papers.items.clone(), papers.revision_of("items"))
    })
}
