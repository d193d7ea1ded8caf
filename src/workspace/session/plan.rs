//! What the open workspace aims at.

use super::Session;
use crate::analytics::diary::DiaryView;
use crate::analytics::targets::{self, Ahead, DayClass, NoAhead, PlanQuery, PlanView, Sources};
use crate::protocol::Failure;
use crate::store::Store;
use crate::table::Table;

impl<S: Store> Session<S> {
    /// The targets of a year, and how far they have come; `None` when no workspace is open, or for a year that the calendar
    /// does not have.
    pub async fn plan(&self, query: PlanQuery) -> Result<Option<PlanView>, Failure> {
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
            class_of: &|day| DayClass::with_events(day, &papers.diary.events),
        };
        let revision = papers.revision_of("targets");
        Ok(PlanView::of(query, &papers.targets, revision, &sources))
    }

    /// What the running month will come to; `None` when no workspace is open.
    pub fn ahead(&self) -> Option<Result<Ahead, NoAhead>> {
        let state = self.state.borrow();
        let basis = state.open()?.papers.targets.basis;
        let coverage = state.coverage();
        Some(Ahead::of(&state.ground(&coverage), basis))
    }

    /// What was written down of the store's days; `None` when no workspace is open.
    pub fn diary(&self) -> Option<DiaryView> {
        let state = self.state.borrow();
        let papers = &state.open()?.papers;
        Some(DiaryView {
            diary: papers.diary.clone(),
            revision: papers.revision_of("diary"),
        })
    }
}
