//! What the open workspace aims at.

use super::Session;
use crate::analytics::targets::{self, DayClass, PlanQuery, PlanView, Sources};
use crate::model::time::Day;
use crate::protocol::Failure;
use crate::store::Store;
use crate::table::Table;

impl<S: Store> Session<S> {
    /// The targets of a year, and how far they have come; `None` when no workspace is open, or for a year that the calendar
    /// does not have. `class_of` says what kind of day each is.
    pub async fn plan(
        &self,
        query: PlanQuery,
        class_of: &dyn Fn(Day) -> DayClass,
    ) -> Result<Option<PlanView>, Failure> {
        for kind in targets::kinds() {
            self.need(kind).await?;
        }
        let state = self.state.borrow();
        let Some(open) = state.open() else {
            return Ok(None);
        };
        let papers = &open.papers;
        let table = |kind: &str| -> Option<&Table> {
            let records = state.data.others.get(kind)?;
            (!records.is_empty()).then(|| records.table())
        };
        let coverage = state.coverage();
        let sources = Sources {
            ground: state.ground(&coverage),
            table: &table,
            class_of,
        };
        let revision = papers.revision_of("targets");
        Ok(PlanView::of(query, &papers.targets, revision, &sources))
    }
}
