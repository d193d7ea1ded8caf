//! Taking imports out of a workspace and bringing them back.

use super::Session;
use crate::protocol::{Failure, SegmentId};
use crate::store::schema;
use crate::store::{Batch, Store, StoreError};
use crate::workspace::removed::Removed;

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
            self.state.borrow_mut().removed.put(Removed {
                workspace,
                segment,
                rows,
            });
        }
        if let Some(open) = self.state.borrow_mut().workspace_mut(workspace) {
            open.segments.retain(|s| s.id != segment);
            open.damaged.retain(|id| *id != segment);
        }
        self.load_rows().await
    }

    /// Brings back an import that was taken out of the open workspace since the page was opened.
    pub async fn restore(&self, segment: SegmentId) -> Result<(), Failure> {
        let removed = {
            let mut state = self.state.borrow_mut();
            let current = state.app.current.ok_or(Failure::NotFound)?;
            let removed = state.removed.take(current, segment);
            removed.ok_or(Failure::NotFound)?
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
            self.state.borrow_mut().removed.put(removed);
            return Err(failure);
        }
        if let Some(open) = self.state.borrow_mut().workspace_mut(workspace) {
            open.segments.push(removed.segment);
            open.segments.sort_by_key(|s| s.id);
        }
        self.load_rows().await
    }
}
