//! Keeping what the operator says beside the imports.

use super::Session;
use crate::model::time::Civil;
use crate::protocol::{Failure, WorkspaceId};
use crate::store::schema;
use crate::store::{Batch, Store, StoreError};
use crate::workspace::desk::{DeskPart, Papers};

impl<S: Store> Session<S> {
    /// Keeps a part of the open workspace as a whole. `over` is the revision of the part that it was made from: what was kept
    /// since, by another tab, is not written over. The bytes of a part that could not be read stay beside the new one.
    pub async fn keep_desk(&self, part: DeskPart, over: u64, now: Civil) -> Result<(), Failure> {
        let name = part.name();
        let (workspace, kept, is_damaged) = {
            let state = self.state.borrow();
            let open = state.open().ok_or(Failure::NotFound)?;
            if open.papers.revision_of(name) != over {
                return Err(Failure::ChangedElsewhere);
            }
            let kept = open.papers.next(name, open.saved_papers(), now);
            (open.record.id, kept, open.papers.damaged.contains(&name))
        };
        let key = schema::desk_key(workspace, name);
        let mut batch = Batch::default()
            .expect(schema::workspace_key(workspace))
            .put(key.clone(), part.record(kept));
        if is_damaged && let Some(bytes) = self.read_paper(&key).await? {
            batch = batch.put(schema::damaged_desk_key(workspace, name), bytes);
        }
        self.commit(batch).await?;
        if let Some(open) = self.state.borrow_mut().workspace_mut(workspace) {
            open.papers.put(part, kept);
        }
        Ok(())
    }

    /// What lies on the desk of a workspace.
    pub(super) async fn papers_of(&self, workspace: WorkspaceId) -> Result<Papers, Failure> {
        let mut papers = Papers::default();
        let prefix = schema::family_of(schema::DESK, workspace);
        for key in self.store.keys(&prefix).await? {
            let bytes = self.read_paper(&key).await?;
            let read = papers.read(&key[prefix.len()..], bytes.as_deref());
            read.map_err(|_| Failure::NewerSchema)?;
        }
        Ok(papers)
    }

    /// A record of a desk; `None` where the disk has lost it.
    async fn read_paper(&self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self.store.get(key).await {
            Err(StoreError::Unreadable) => Ok(None),
            read => Ok(read?),
        }
    }
}
