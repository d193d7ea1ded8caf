//! Taking imports out of a workspace and bringing them back.

use super::Session;
use crate::protocol::{Failure, SegmentId, WorkspaceId};
use crate::store::schema::{self, Segment};
use crate::store::{Batch, Store, StoreError};

/// Imports taken out that are kept to be brought back.
const KEPT: usize = 8;

/// An import that was taken out.
#[derive(Debug)]
pub(super) struct Removed {
    pub(super) workspace: WorkspaceId,
    segment: Segment,
    rows: Vec<u8>,
}

impl<S: Store> Session<S> {
    /// Takes an import of the open workspace out again.
    pub async fn undo(&self, segment: SegmentId) -> Result<(), Failure> {
        let (workspace, record) = {
            let state = self.state.borrow();
            let open = state.open().ok_or(Failure::NotFound)?;
            let found = open.segments.iter().find(|s| s.id == segment);
            if found.is_none() && !open.damaged.contains(&segment) {
                return Err(Failure::NotFound);
            }
            (open.record.id, found.cloned())
        };
        let (meta, rows_key) = (
            schema::meta_key(workspace, segment),
            schema::rows_key(workspace, segment),
        );
        let rows = match self.store.get(&rows_key).await {
            Ok(rows) => rows.unwrap_or_default(),
            Err(StoreError::Unreadable) => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        let batch = Batch::default().expect(meta.clone());
        self.commit(batch.delete(meta).delete(rows_key)).await?;
        // Of what could not be read there is nothing to bring back.
        if let Some(segment) = record {
            let mut removed = self.removed.borrow_mut();
            removed.push(Removed {
                workspace,
                segment,
                rows,
            });
            let surplus = removed.len().saturating_sub(KEPT);
            removed.drain(..surplus);
        }
        if let Some(open) = self.state.borrow_mut().workspace_mut(workspace) {
            open.segments.retain(|s| s.id != segment);
            open.damaged.retain(|id| *id != segment);
        }
        self.load_rows().await
    }

    /// Brings back an import that was taken out of the open workspace since the page was opened.
    pub async fn restore(&self, segment: SegmentId) -> Result<(), Failure> {
        let current = self.state.borrow().app.current;
        let removed = {
            let mut all = self.removed.borrow_mut();
            let at = all
                .iter()
                .position(|r| r.segment.id == segment && Some(r.workspace) == current);
            all.remove(at.ok_or(Failure::NotFound)?)
        };
        let workspace = removed.workspace;
        let batch = Batch::default()
            .expect(schema::workspace_key(workspace))
            .add(
                schema::meta_key(workspace, segment),
                schema::write(&removed.segment),
            )
            .add(schema::rows_key(workspace, segment), removed.rows.clone());
        if let Err(failure) = self.commit(batch).await {
            self.removed.borrow_mut().push(removed);
            return Err(failure);
        }
        if let Some(open) = self.state.borrow_mut().workspace_mut(workspace) {
            open.segments.push(removed.segment);
            open.segments.sort_by_key(|s| s.id);
        }
        self.load_rows().await
    }
}
