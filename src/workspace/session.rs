//! The user's actions, one function each: read, store in one batch, then change the state. A failure before the batch is
//! committed changes nothing; no borrow of the state lasts across an await.

use crate::import::columns::Salt;
use crate::import::issues::{Issue, IssueKind};
use crate::import::reader::{FileReader, Imported};
use crate::import::report::FileReport;
use crate::model::time::Civil;
use crate::protocol::{Failure, Progress, SegmentId, WorkspaceId};
use crate::store::schema::{self, App, Segment, Unreadable, Workspace};
use crate::store::{Batch, Store, StoreError};
use crate::table;
use crate::workspace::source::{ReadFailed, Source};
use crate::workspace::state::{Data, State, WorkspaceState};
use std::cell::RefCell;

/// Bytes read from a file at a time.
const PIECE_BYTES: u64 = 4 << 20;
/// The name of a workspace until a file names its shop.
const UNNAMED: &str = "我的店铺";

/// An import that was taken out and can be brought back.
#[derive(Debug)]
pub struct Removed {
    workspace: WorkspaceId,
    segment: Segment,
    rows: Vec<u8>,
}

/// The state and the store that it is kept in.
pub struct Session<S> {
    /// What is known.
    pub state: RefCell<State>,
    /// Where it is kept.
    pub store: S,
    removed: RefCell<Vec<Removed>>,
}

/// What a running import listens and talks to.
pub struct Desk<'a> {
    /// The page's clock when the import began.
    pub now: Civil,
    /// A secret for a new workspace.
    pub salt: Salt,
    /// Called after every piece.
    pub progress: &'a dyn Fn(Progress),
    /// Whether the operator has cancelled.
    pub is_cancelled: &'a dyn Fn() -> bool,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        match error {
            StoreError::Quota => Failure::QuotaExceeded,
            StoreError::Exists => Failure::ChangedElsewhere,
            StoreError::Refused(why) => Failure::Storage(why),
        }
    }
}

impl<S: Store> Session<S> {
    /// A session over a store. `is_stored` says whether the store outlives the page.
    pub fn new(store: S, is_stored: bool) -> Session<S> {
        let mut state = State::default();
        state.is_stored = is_stored;
        Session {
            state: RefCell::new(state),
            store,
            removed: RefCell::default(),
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
        let mut workspaces = Vec::new();
        for (_, bytes) in self.store.scan(schema::WORKSPACES).await? {
            match schema::read::<Workspace>(&bytes) {
                Ok(record) => workspaces.push(self.with_segments(record).await?),
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
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
            let next_workspace = app.next_workspace.max(last.map_or(1, |id| id + 1));
            state.app = App {
                current,
                next_workspace,
            };
            state.workspaces = workspaces;
        }
        self.load_rows().await
    }

    async fn with_segments(&self, record: Workspace) -> Result<WorkspaceState, Failure> {
        let mut segments = Vec::new();
        for (_, bytes) in self.store.scan(&schema::metas_of(record.id)).await? {
            match schema::read::<Segment>(&bytes) {
                Ok(segment) => segments.push(segment),
                Err(Unreadable::Newer) => return Err(Failure::NewerSchema),
                // Its rows are still there and untouched; without this record they cannot be placed.
                Err(Unreadable::Damaged) => {}
            }
        }
        Ok(WorkspaceState { record, segments })
    }

    /// Reads the rows of the open workspace and merges them, oldest import first.
    async fn load_rows(&self) -> Result<(), Failure> {
        self.state.borrow_mut().data = Data::default();
        let open = self.state.borrow().open().map(|w| {
            (
                w.record.id,
                w.segments.iter().map(|s| s.id).collect::<Vec<_>>(),
            )
        });
        let Some((workspace, segments)) = open else {
            return Ok(());
        };
        for segment in segments {
            let bytes = self
                .store
                .get(&schema::rows_key(workspace, segment))
                .await?;
            let rows = bytes.and_then(|b| table::decode(&b).ok());
            self.state.borrow_mut().add_rows(segment, rows.as_ref());
        }
        Ok(())
    }

    /// Makes a workspace and opens it.
    pub async fn create_workspace(
        &self,
        name: &str,
        salt: Salt,
        now: Civil,
    ) -> Result<WorkspaceId, Failure> {
        self.create(name, true, false, salt, now).await
    }

    async fn create(
        &self,
        name: &str,
        is_named: bool,
        demo: bool,
        salt: Salt,
        now: Civil,
    ) -> Result<WorkspaceId, Failure> {
        let (app, record, batch) = self
            .state
            .borrow()
            .plan_workspace(name, is_named, demo, salt, now);
        self.store.commit(batch).await?;
        let id = record.id;
        let mut state = self.state.borrow_mut();
        state.app = app;
        state.workspaces.push(WorkspaceState {
            record,
            segments: Vec::new(),
        });
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
        self.store
            .commit(Batch::default().put(schema::APP.to_owned(), schema::write(&app)))
            .await?;
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
        self.store
            .commit(Batch::default().put(schema::workspace_key(id), schema::write(&record)))
            .await?;
        if let Some(workspace) = self.state.borrow_mut().workspace_mut(id) {
            workspace.record = record;
        }
        Ok(())
    }

    /// Removes a workspace with everything in it, and opens another one if it was open.
    pub async fn delete_workspace(&self, id: WorkspaceId) -> Result<(), Failure> {
        let (app, batch, was_open) = {
            let state = self.state.borrow();
            state.workspace(id).ok_or(Failure::NotFound)?;
            let was_open = state.app.current == Some(id);
            let other = state
                .workspaces
                .iter()
                .map(|w| w.record.id)
                .filter(|other| *other != id)
                .max();
            let current = if was_open { other } else { state.app.current };
            let app = App {
                current,
                ..state.app.clone()
            };
            let batch = state
                .plan_deletion(id)
                .put(schema::APP.to_owned(), schema::write(&app));
            (app, batch, was_open)
        };
        self.store.commit(batch).await?;
        {
            let mut state = self.state.borrow_mut();
            state.app = app;
            state.workspaces.retain(|w| w.record.id != id);
        }
        if was_open {
            self.load_rows().await
        } else {
            Ok(())
        }
    }

    /// Reads files one after the other, each stored before the next is begun. Cancelled, it keeps what is stored and tells
    /// of the files that were read.
    pub async fn import<F: Source>(
        &self,
        files: &[F],
        desk: &Desk<'_>,
    ) -> Result<Vec<FileReport>, Failure> {
        let workspace = self.workspace_for_import(desk).await?;
        self.import_into::<F>(workspace, files.iter(), files.len(), desk)
            .await
    }

    /// Imports go into the open workspace, but never into the demo store: then into the newest other one, or a new one.
    async fn workspace_for_import(&self, desk: &Desk<'_>) -> Result<WorkspaceId, Failure> {
        let (open, other) = {
            let state = self.state.borrow();
            let own = |w: &&WorkspaceState| !w.record.demo;
            let open = state.open().filter(own).map(|w| w.record.id);
            (
                open,
                state
                    .workspaces
                    .iter()
                    .filter(own)
                    .map(|w| w.record.id)
                    .max(),
            )
        };
        match (open, other) {
            (Some(id), _) => Ok(id),
            (None, Some(id)) => self.open_workspace(id).await.map(|()| id),
            (None, None) => {
                self.create(UNNAMED, false, false, desk.salt, desk.now)
                    .await
            }
        }
    }

    /// Makes the demo store anew, from files that come one by one.
    pub async fn load_demo<F: Source>(
        &self,
        name: &str,
        files: impl Iterator<Item = F>,
        count: usize,
        desk: &Desk<'_>,
    ) -> Result<Vec<FileReport>, Failure> {
        let old: Vec<_> = self
            .state
            .borrow()
            .workspaces
            .iter()
            .filter(|w| w.record.demo)
            .map(|w| w.record.id)
            .collect();
        for id in old {
            self.delete_workspace(id).await?;
        }
        let id = self.create(name, true, true, desk.salt, desk.now).await?;
        let reports = self.import_into::<F>(id, files, count, desk).await?;
        if (desk.is_cancelled)() {
            self.delete_workspace(id).await?;
        }
        Ok(reports)
    }

    async fn import_into<F: Source>(
        &self,
        workspace: WorkspaceId,
        files: impl Iterator<Item = impl std::borrow::Borrow<F>>,
        count: usize,
        desk: &Desk<'_>,
    ) -> Result<Vec<FileReport>, Failure> {
        let salt = self
            .state
            .borrow()
            .workspace(workspace)
            .ok_or(Failure::NotFound)?
            .record
            .salt;
        let mut reports = Vec::new();
        for (index, file) in files.enumerate() {
            let file = file.borrow();
            let Some(read) = read_file(file, salt, (index, count), desk).await else {
                break;
            };
            reports.push(match read {
                Ok(imported) => self.store_import(workspace, imported, desk.now).await?,
                Err(ReadFailed) => {
                    FileReport::unreadable(&file.name(), file.size(), IssueKind::UnreadableFile)
                }
            });
        }
        Ok(reports)
    }

    /// Stores what came of a file, in one batch, and takes it in.
    async fn store_import(
        &self,
        workspace: WorkspaceId,
        imported: Imported,
        now: Civil,
    ) -> Result<FileReport, Failure> {
        let Imported {
            mut report,
            table,
            fingerprint,
            ..
        } = imported;
        let Some(rows) = table else { return Ok(report) };
        let (mut record, known, other_shop) = {
            let state = self.state.borrow();
            let open = state.workspace(workspace).ok_or(Failure::NotFound)?;
            let known = open.segments.iter().any(|s| s.fingerprint == fingerprint);
            let is_other =
                |shop: &String| open.shops().next().is_some() && open.shops().all(|s| s != shop);
            (
                open.record.clone(),
                known,
                report.shop.clone().filter(is_other),
            )
        };
        if known {
            report.already_there = true;
            return Ok(report);
        }
        if let Some(shop) = other_shop {
            let column = "店铺名称".to_owned();
            report.issues.push(Issue {
                kind: IssueKind::OtherStore,
                row: 0,
                column,
                sample: shop,
                count: 1,
            });
        }
        if let Some(shop) = report.shop.clone().filter(|_| !record.is_named) {
            record.name = shop;
            record.is_named = true;
        }
        let id = record.next_segment;
        record.next_segment += 1;
        let (new_orders, updated_orders) = self.state.borrow().data.orders.effect(&rows);
        report.new_orders = new_orders;
        report.updated_orders = updated_orders;
        let bytes = table::encode(&rows);
        let segment = Segment {
            id,
            imported_at: now,
            fingerprint,
            stored_bytes: bytes.len() as u64,
            report: report.clone(),
        };
        let batch = Batch::default()
            .put(schema::workspace_key(workspace), schema::write(&record))
            .add(schema::meta_key(workspace, id), schema::write(&segment))
            .add(schema::rows_key(workspace, id), bytes);
        self.store.commit(batch).await?;
        let mut state = self.state.borrow_mut();
        if let Some(open) = state.workspace_mut(workspace) {
            open.record = record;
            open.segments.push(segment);
        }
        state.add_rows(id, Some(&rows));
        Ok(report)
    }

    /// Takes an import of the open workspace out again.
    pub async fn undo(&self, segment: SegmentId) -> Result<(), Failure> {
        let (workspace, removed) = {
            let state = self.state.borrow();
            let open = state.open().ok_or(Failure::NotFound)?;
            let found = open
                .segments
                .iter()
                .find(|s| s.id == segment)
                .ok_or(Failure::NotFound)?;
            (open.record.id, found.clone())
        };
        let rows = self
            .store
            .get(&schema::rows_key(workspace, segment))
            .await?
            .unwrap_or_default();
        let batch = Batch::default()
            .delete(schema::meta_key(workspace, segment))
            .delete(schema::rows_key(workspace, segment));
        self.store.commit(batch).await?;
        self.removed.borrow_mut().push(Removed {
            workspace,
            segment: removed,
            rows,
        });
        if let Some(open) = self.state.borrow_mut().workspace_mut(workspace) {
            open.segments.retain(|s| s.id != segment);
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
        let batch = Batch::default()
            .put(
                schema::meta_key(removed.workspace, segment),
                schema::write(&removed.segment),
            )
            .put(
                schema::rows_key(removed.workspace, segment),
                removed.rows.clone(),
            );
        if let Err(error) = self.store.commit(batch).await {
            self.removed.borrow_mut().push(removed);
            return Err(error.into());
        }
        if let Some(open) = self.state.borrow_mut().workspace_mut(removed.workspace) {
            open.segments.push(removed.segment);
            open.segments.sort_by_key(|s| s.id);
        }
        self.load_rows().await
    }
}

/// Reads a file to its end; `None` when that was cancelled.
async fn read_file<F: Source>(
    file: &F,
    salt: Salt,
    (index, files): (usize, usize),
    desk: &Desk<'_>,
) -> Option<Result<Imported, ReadFailed>> {
    let (name, total_bytes) = (file.name(), file.size());
    let mut reader = FileReader::new(&name, total_bytes, salt);
    let mut read_bytes = 0;
    loop {
        if (desk.is_cancelled)() {
            return None;
        }
        let rows = reader.rows();
        (desk.progress)(Progress {
            file: name.clone(),
            index,
            files,
            read_bytes,
            total_bytes,
            rows,
        });
        if read_bytes >= total_bytes {
            return Some(Ok(reader.finish()));
        }
        match file.read(read_bytes, PIECE_BYTES).await {
            Ok(piece) if !piece.is_empty() => {
                reader.feed(&piece);
                read_bytes += piece.len() as u64;
            }
            // A file that ends before its size says has been cut or taken away meanwhile.
            Ok(_) | Err(ReadFailed) => return Some(Err(ReadFailed)),
        }
    }
}
