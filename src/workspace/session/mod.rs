//! The user's actions, one function each: read, store in one batch, then change the state. A failure before the batch is
//! committed changes nothing; no borrow of the state lasts across an await.
//!
//! Here a session is opened; `stores` makes, names and deletes workspaces, `import` reads files into them, `templates`
//! keeps what the operator said of tables, `undo` takes imports out and brings them back, `backup` makes one file of a
//! workspace and a workspace of such a file, `headline` looks into a workspace without opening it, `reconcile` holds its files against each other.

mod backup;
mod checks;
mod headline;
mod import;
mod reconcile;
mod stores;
mod templates;
mod undo;

pub use backup::{Made, Sealing};
pub use import::Desk;

use crate::backup::Note;
use crate::import::kinds::orders;
use crate::import::template::Template;
use crate::protocol::{Failure, PendingId, SegmentId, WorkspaceId};
use crate::store::schema::{self, App, Segment, Unreadable, Workspace};
use crate::store::{Store, StoreError};
use crate::table;
use crate::workspace::state::{Data, NewWorkspace, State, WorkspaceState};
use import::Pending;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use undo::Removed;

/// The state and the store that it is kept in.
pub struct Session<S> {
    /// What is known.
    pub state: RefCell<State>,
    /// Where it is kept.
    pub store: S,
    removed: RefCell<Vec<Removed>>,
    /// Files that were read and wait to be stored.
    pending: RefCell<BTreeMap<PendingId, Pending>>,
    next_pending: Cell<PendingId>,
    /// The workspace that the first file would make.
    planned: RefCell<Option<NewWorkspace>>,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        match error {
            StoreError::Quota => Failure::QuotaExceeded,
            StoreError::Changed => Failure::ChangedElsewhere,
            StoreError::Refused(why) => Failure::Storage(why),
        }
    }
}

impl<S: Store> Session<S> {
    /// A session over a store. `is_stored` says whether the store outlives the page.
    pub fn new(store: S, is_stored: bool) -> Session<S> {
        Session {
            state: RefCell::new(State::new(is_stored)),
            store,
            removed: RefCell::default(),
            pending: RefCell::default(),
            next_pending: Cell::default(),
            planned: RefCell::default(),
        }
    }

    /// Reads what is stored and opens a workspace: the one asked for, else the last one, else any.
    pub async fn open(&self, wanted: Option<WorkspaceId>) -> Result<(), Failure> {
        let app = match self.store.get(schema::APP).await? {
            Some(bytes) => match schema::read::<App>(&bytes) {
                Ok(app) => app,
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
                Err(Unreadable::Damaged) => App::default(),
            },
            None => App::default(),
        };
        let notes = self.notes().await?;
        let mut workspaces = Vec::new();
        let mut next_workspace = app.next_workspace.max(1);
        for (key, bytes) in self.store.scan(schema::WORKSPACES).await? {
            // A damaged workspace stays where it is, and its identity is not given away.
            next_workspace = next_workspace.max(schema::id_of_key(&key).map_or(1, |id| id + 1));
            match schema::read::<Workspace>(&bytes) {
                Ok(record) => {
                    let backup = notes.get(&record.id).cloned();
                    workspaces.push(self.with_segments(record, backup).await?);
                }
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
                Err(Unreadable::Damaged) => {}
            }
        }
        let mut templates: Vec<Template> = Vec::new();
        for (_, bytes) in self.store.scan(schema::TEMPLATES).await? {
            match schema::read::<Template>(&bytes) {
                Ok(template) => templates.push(template),
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
                // What the operator said can be said again.
                Err(Unreadable::Damaged) => {}
            }
        }
        let exists = |id: &WorkspaceId| {
            workspaces
                .iter()
                .any(|w: &WorkspaceState| w.record.id == *id)
        };
        let last = workspaces.iter().map(|w| w.record.id).max();
        let current = wanted
            .filter(exists)
            .or(app.current.filter(exists))
            .or(last);
        {
            let mut state = self.state.borrow_mut();
            state.app = App {
                current,
                next_workspace,
            };
            state.workspaces = workspaces;
            state.templates = templates;
        }
        self.load_rows().await
    }

    async fn with_segments(
        &self,
        record: Workspace,
        backup: Option<Note>,
    ) -> Result<WorkspaceState, Failure> {
        let mut workspace = WorkspaceState {
            record,
            backup,
            segments: Vec::new(),
            damaged: Vec::new(),
        };
        for (key, bytes) in self
            .store
            .scan(&schema::metas_of(workspace.record.id))
            .await?
        {
            match schema::read::<Segment>(&bytes) {
                Ok(segment) => workspace.segments.push(segment),
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
                Err(Unreadable::Damaged) => workspace.damaged.extend(schema::id_of_key(&key)),
            }
        }
        Ok(workspace)
    }

    /// Reads the orders of the open workspace. Until all are there, the state keeps what it has. Rows of other kinds are
    /// read when something asks for them, see `need`.
    async fn load_rows(&self) -> Result<(), Failure> {
        let open = self.state.borrow().open().map(|w| w.record.id);
        let data = match open {
            Some(workspace) => self.orders_of(workspace).await?,
            None => Data::default(),
        };
        self.state.borrow_mut().data = data;
        Ok(())
    }

    /// Reads the orders of a workspace and merges them, oldest import first.
    async fn orders_of(&self, workspace: WorkspaceId) -> Result<Data, Failure> {
        let segments: Vec<(SegmentId, Vec<String>)> = {
            let state = self.state.borrow();
            let segments = state.workspace(workspace).map(|w| w.segments.as_slice());
            let orders = segments.unwrap_or_default().iter();
            orders
                .filter(|s| s.is_of(&orders::KIND))
                .map(|s| (s.id, s.report.lacking.clone()))
                .collect()
        };
        let mut data = Data::default();
        for (segment, lacking) in segments {
            let bytes = self
                .store
                .get(&schema::rows_key(workspace, segment))
                .await?;
            match bytes.and_then(|b| table::decode(&b).ok()) {
                Some(rows) => data.add(&orders::KIND, rows, &lacking),
                None => data.damaged.push(segment),
            }
        }
        Ok(data)
    }
}
