//! Holding the files of the open workspace against each other.

use super::Session;
use crate::analytics::period::Period;
use crate::analytics::reconcile::{Reconciliation, Shelf, kinds, read, reconcile};
use crate::import::kinds::Kind;
use crate::protocol::Failure;
use crate::store::Store;

impl<S: Store> Session<S> {
    /// The same quantities from different files, side by side. Reads the rows of every kind that has some.
    pub async fn reconcile(&self, period: Period) -> Result<Reconciliation, Failure> {
        for kind in kinds() {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let data = &state.data;
        let covered = |kind: &Kind| {
            let open = state.open();
            open.map(|w| w.coverage_of(kind, &data.damaged))
                .unwrap_or_default()
        };
        let others = data.others.values().filter(|records| !records.is_empty());
        let others = others.map(|r| (r.kind().name, (r.table(), covered(r.kind()))));
        let (books, facts) = read(&Shelf {
            orders: &data.orders,
            coverage: state.coverage(),
            others: others.collect(),
        });
        Ok(reconcile(&books, &facts, period))
    }
}
