//! Making, opening, naming and deleting workspaces.

use super::Session;
use crate::import::columns::Salt;
use crate::model::time::Civil;
use crate::protocol::{Failure, WorkspaceId};
use crate::store::schema::{self, App, Workspace};
use crate::store::{Batch, Store};
use crate::workspace::state::{Data, NewWorkspace};

impl<S: Store> Session<S> {
    /// Makes a workspace and opens it.
    pub async fn create_workspace(
        &self,
        name: &str,
        salt: Salt,
        now: Civil,
    ) -> Result<WorkspaceId, Failure> {
        let new = self
            .state
            .borrow()
            .plan_workspace(name, true, false, salt, now);
        self.create(new).await
    }

    pub(super) async fn create(&self, new: NewWorkspace) -> Result<WorkspaceId, Failure> {
        self.commit(new.batch(Batch::default())).await?;
        let id = new.record.id;
        let mut state = self.state.borrow_mut();
        state.open_new(new);
        state.data = Data::default();
        Ok(id)
    }

    /// Opens another workspace.
    pub async fn open_workspace(&self, id: WorkspaceId) -> Result<(), Failure> {
        let app = {
            let state = self.state.borrow();
            state.workspace(id).ok_or(Failure::NotFound)?;
            App {
                current: Some(id),
                ..state.app.clone()
            }
        };
        let batch = Batch::default()
            .expect(schema::workspace_key(id))
            .put(schema::APP.to_owned(), schema::write(&app));
        match self.commit(batch).await {
            // Looking at another store needs no room: it is only not remembered.
            Ok(()) | Err(Failure::QuotaExceeded | Failure::Storage(_)) => {}
            Err(failure) => return Err(failure),
        }
        self.state.borrow_mut().app = app;
        self.load_rows().await
    }

    /// Gives a workspace another name.
    pub async fn rename_workspace(&self, id: WorkspaceId, name: &str) -> Result<(), Failure> {
        let record = {
            let state = self.state.borrow();
            let record = &state.workspace(id).ok_or(Failure::NotFound)?.record;
            Workspace {
                name: name.to_owned(),
                is_named: true,
                ..record.clone()
            }
        };
        let key = schema::workspace_key(id);
        let batch = Batch::default()
            .expect(key.clone())
            .put(key, schema::write(&record));
        self.commit(batch).await?;
        if let Some(workspace) = self.state.borrow_mut().workspace_mut(id) {
            workspace.record = record;
        }
        Ok(())
    }

    /// Removes a workspace with everything in it, and opens another one if it was open.
    pub async fn delete_workspace(&self, id: WorkspaceId) -> Result<(), Failure> {
        let (app, was_open) = {
            let state = self.state.borrow();
            state.workspace(id).ok_or(Failure::NotFound)?;
            let was_open = state.app.current == Some(id);
            let others = state
                .workspaces
                .iter()
                .map(|w| w.record.id)
                .filter(|other| *other != id);
            let current = if was_open {
                others.max()
            } else {
                state.app.current
            };
            (
                App {
                    current,
                    ..state.app.clone()
                },
                was_open,
            )
        };
        // Everything under its keys, also what another tab has put there. Nothing is written: it must work on a full disk, and
        // which store is open then follows from those that are left.
        let batch = schema::FAMILIES
            .iter()
            .fold(Batch::default(), |batch, family| {
                batch.clear(schema::family_of(family, id))
            })
            .delete(schema::workspace_key(id))
            .delete(schema::backup_key(id));
        self.commit(batch).await?;
        {
            let mut state = self.state.borrow_mut();
            state.app = app;
            state.workspaces.retain(|w| w.record.id != id);
            state.removed.forget(id, |_| true);
        }
        if was_open {
            self.load_rows().await
        } else {
            Ok(())
        }
    }
}
