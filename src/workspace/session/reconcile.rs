//! Holding the files of the open workspace against each other.

use super::Session;
use crate::analytics::period::Period;
use crate::analytics::reconcile::{Reconciliation, kinds, read, reconcile};
use crate::protocol::Failure;
use crate::store::Store;

impl<S: Store> Session<S> {
    /// The same quantities from different files, side by side. Reads the rows of every kind that has some.
    pub async fn reconcile(&self, period: Period) -> Result<Reconciliation, Failure> {
        for kind in kinds() {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let (books, facts) = read(&state.shelf());
        Ok(reconcile(&books, &facts, period))
    }
}
