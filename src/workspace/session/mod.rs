//! The user's actions, one function each: read, store in one batch, then change the state. A failure before the batch is
//! committed changes nothing; no borrow of the state lasts across an await.
//!
//! Here a session is opened; `stores` makes, names and deletes workspaces, `import` reads files, `store` stores what was read, `templates`
//! keeps what the operator said of tables, `undo` takes imports out and brings them back, `backup` makes one file of a
//! workspace and a workspace of such a file, `desk` keeps what the operator says beside the imports, `plan` holds what it aims at against what it sold, `morning` answers what a manager asks first, `headline` looks into a workspace without opening it,
//! `reconcile` holds its files against each other, `follow` keeps up with other tabs.

mod backup;
mod checks;
mod desk;
mod follow;
mod headline;
mod import;
mod morning;
mod plan;
mod reconcile;
mod store;
mod stores;
mod templates;
mod undo;

pub use backup::{Made, Sealing};
pub use follow::Followed;
pub use import::Desk;

use crate::analytics::board::Board;
use crate::analytics::shop_days;
use crate::backup::Note;
use crate::import::kinds::{Kind, orders};
use crate::import::template::Template;
use crate::protocol::{BoardQuery, Failure, PendingId, SegmentId, WorkspaceId};
use crate::store::schema::{self, App, Segment, Unreadable, Workspace};
use crate::store::{Store, StoreError};
use crate::table::{self, Table};
use crate::workspace::records::Records;
use crate::workspace::state::{Data, NewWorkspace, State, WorkspaceState};
use import::Pending;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The state and the store that it is kept in.
pub struct Session<S> {
    /// What is known.
    pub state: RefCell<State>,
    /// Where it is kept.
    pub store: S,
    /// The stamp under which the state was read or written last.
    stamp: RefCell<Option<Vec<u8>>>,
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
            StoreError::Newer => Failure::NewerSchema,
            error @ StoreError::Unreadable => Failure::Storage(error.to_string()),
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
            stamp: RefCell::default(),
            pending: RefCell::default(),
            next_pending: Cell::default(),
            planned: RefCell::default(),
        }
    }

    /// Reads what is stored and opens a workspace: the one asked for, else the last one, else any. Rows that have been read
    /// already are not read again.
    pub async fn open(&self, wanted: Option<WorkspaceId>) -> Result<(), Failure> {
        // First: what is written while we read is noticed later.
        let stamp = self.stored_stamp().await?;
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
        let mut damaged = Vec::new();
        let mut next_workspace = app.next_workspace.max(1);
        for (key, bytes) in self.store.scan(schema::WORKSPACES).await? {
            // A damaged workspace stays where it is, and its identity is not given away.
            let id = schema::id_of_key(&key);
            next_workspace = next_workspace.max(id.map_or(1, |id| id + 1));
            match schema::read::<Workspace>(&bytes) {
                Ok(record) => {
                    let backup = notes.get(&record.id).cloned();
                    workspaces.push(self.with_segments(record, backup).await?);
                }
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
                Err(Unreadable::Damaged) => damaged.extend(id),
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
        let open = workspaces.iter().find(|w| Some(w.record.id) == current);
        let is_read = {
            let state = self.state.borrow();
            let imports = |w: &WorkspaceState| (w.record.id, w.segments.clone());
            state.open().map(imports) == open.map(imports)
        };
        let data = match open {
            _ if is_read => None,
            Some(open) => Some(self.orders_of(open.record.id, order_files(open)).await?),
            None => Some(Data::default()),
        };
        {
            let mut state = self.state.borrow_mut();
            state.app = App {
                current,
                next_workspace,
            };
            state.workspaces = workspaces;
            state.damaged = damaged;
            state.templates = templates;
            if let Some(data) = data {
                state.data = data;
            }
        }
        *self.stamp.borrow_mut() = stamp;
        Ok(())
    }

    async fn with_segments(
        &self,
        record: Workspace,
        backup: Option<Note>,
    ) -> Result<WorkspaceState, Failure> {
        let record_id = record.id;
        let mut workspace = WorkspaceState {
            record,
            backup,
            segments: Vec::new(),
            damaged: Vec::new(),
            papers: self.papers_of(record_id).await?,
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
        let open = {
            let state = self.state.borrow();
            state.open().map(|w| (w.record.id, order_files(w)))
        };
        let data = match open {
            Some((workspace, files)) => self.orders_of(workspace, files).await?,
            None => Data::default(),
        };
        self.state.borrow_mut().data = data;
        Ok(())
    }

    /// Reads the orders of a workspace and merges them, oldest import first.
    async fn orders_of(
        &self,
        workspace: WorkspaceId,
        files: Vec<OrderFile>,
    ) -> Result<Data, Failure> {
        let mut data = Data::default();
        for OrderFile { segment, lacking } in files {
            match self.rows(workspace, segment).await? {
                Some(rows) => data.add(&orders::KIND, rows, &lacking),
                None => data.damaged.push(segment),
            }
        }
        Ok(data)
    }

    /// Reads the rows of a kind of the open workspace, if they have not been read yet. Orders always have.
    pub async fn need(&self, kind: &'static Kind) -> Result<(), Failure> {
        let wanted = {
            let state = self.state.borrow();
            let open = state.open().filter(|_| state.data.records(kind).is_none());
            open.map(|w| {
                let of_kind = w.segments.iter().filter(|s| s.is_of(kind));
                (w.record.id, of_kind.map(|s| s.id).collect::<Vec<_>>())
            })
        };
        let Some((workspace, segments)) = wanted else {
            return Ok(());
        };
        let mut records = Records::new(kind);
        let mut damaged = Vec::new();
        for segment in segments {
            match self.rows(workspace, segment).await? {
                Some(rows) => drop(records.add_stored(rows)),
                None => damaged.push(segment),
            }
        }
        let mut state = self.state.borrow_mut();
        if state.app.current == Some(workspace) {
            state.data.put(records);
            state.data.damaged.extend(damaged);
        }
        Ok(())
    }

    /// Whether the rows of all of these kinds have been read.
    pub fn has(&self, mut kinds: impl Iterator<Item = &'static Kind>) -> bool {
        let state = self.state.borrow();
        kinds.all(|kind| state.data.records(kind).is_some())
    }

    /// The board of a period; `None` when there is no order.
    pub async fn board(&self, query: BoardQuery) -> Result<Option<Board>, Failure> {
        for kind in shop_days::kinds() {
            self.need(kind).await?;
        }
        Ok(self.state.borrow().board(query))
    }

    /// The rows of an import; `None` where they cannot be read back.
    async fn rows(
        &self,
        workspace: WorkspaceId,
        segment: SegmentId,
    ) -> Result<Option<Table>, Failure> {
        match self.store.get(&schema::rows_key(workspace, segment)).await {
            Ok(bytes) => Ok(bytes.and_then(|bytes| table::decode(&bytes).ok())),
            Err(StoreError::Unreadable) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// An import of orders, to be read.
struct OrderFile {
    segment: SegmentId,
    lacking: Vec<String>,
}

/// The imports of orders of a workspace, oldest first.
fn order_files(workspace: &WorkspaceState) -> Vec<OrderFile> {
    let orders = workspace.segments.iter().filter(|s| s.is_of(&orders::KIND));
    let file = |s: &Segment| OrderFile {
        segment: s.id,
        lacking: s.report.lacking.clone(),
    };
    orders.map(file).collect()
}
