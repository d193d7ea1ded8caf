//! The morning of the open workspace.

use super::Session;
use crate::analytics::inventory::KindCoverage;
use crate::analytics::morning::{Morning, morning};
use crate::analytics::{items, shop_days};
use crate::model::time::Civil;
use crate::protocol::Failure;
use crate::store::Store;

impl<S: Store> Session<S> {
    /// What a manager asks in the morning; `None` when there is no order.
    pub async fn morning(&self, now: Civil) -> Result<Option<Morning>, Failure> {
        for kind in shop_days::kinds().chain(items::kinds()) {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let coverage = state.coverage();
        let kinds: Vec<KindCoverage> = state.inventory();
        let ground = state.ground(&coverage);
        Ok(morning(ground, &state.shelf(), &kinds, now.day()))
    }
}
