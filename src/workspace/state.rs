//! Everything that the worker knows, and how it changes. Plain and synchronous: what has to be stored is returned as a
//! [`Batch`], and the state changes only after that has been committed.

use crate::analytics::board::{Board, board};
use crate::analytics::coverage::Coverage;
use crate::import::columns::Salt;
use crate::model::time::{Civil, Span};
use crate::protocol::{BoardQuery, ImportEntry, Overview, SegmentId, WorkspaceCard, WorkspaceId};
use crate::store::Batch;
use crate::store::schema::{self, App, Segment, Workspace};
use crate::table::Table;
use crate::workspace::orders::Orders;

/// All workspaces, and the data of the one that is open.
#[derive(Debug, Default)]
pub struct State {
    /// What is remembered beside the workspaces.
    pub app: App,
    /// All workspaces, by identity.
    pub workspaces: Vec<WorkspaceState>,
    /// The data of the open one.
    pub data: Data,
    /// Whether records outlive the page.
    pub is_stored: bool,
    revision: u64,
}

/// A workspace and what has been imported into it.
#[derive(Debug)]
pub struct WorkspaceState {
    /// Its record.
    pub record: Workspace,
    /// Its imports, oldest first.
    pub segments: Vec<Segment>,
}

/// The data of the open workspace.
#[derive(Debug, Default)]
pub struct Data {
    /// The merged orders.
    pub orders: Orders,
    /// Imports whose rows could not be read back.
    pub damaged: Vec<SegmentId>,
}

impl State {
    /// Notes that something changed, and tells what there is now.
    pub fn changed(&mut self) -> Overview {
        self.revision += 1;
        let current = self.app.current;
        let open = current.and_then(|id| self.workspace(id));
        Overview {
            revision: self.revision,
            workspaces: self.workspaces.iter().map(WorkspaceState::card).collect(),
            current: open.map(|w| w.record.id),
            imports: open.map(WorkspaceState::entries).unwrap_or_default(),
            coverage: self.coverage(),
            orders: self.data.orders.len() as u64,
            damaged: self.data.damaged.clone(),
            stored: self.is_stored,
        }
    }

    /// A workspace by identity.
    pub fn workspace(&self, id: WorkspaceId) -> Option<&WorkspaceState> {
        self.workspaces.iter().find(|w| w.record.id == id)
    }

    /// The same, to be changed.
    pub fn workspace_mut(&mut self, id: WorkspaceId) -> Option<&mut WorkspaceState> {
        self.workspaces.iter_mut().find(|w| w.record.id == id)
    }

    /// The open workspace.
    pub fn open(&self) -> Option<&WorkspaceState> {
        self.workspace(self.app.current?)
    }

    /// The days that the open workspace's files cover.
    pub fn coverage(&self) -> Coverage {
        let readable = |s: &&Segment| !self.data.damaged.contains(&s.id);
        let segments = self
            .open()
            .map(|w| w.segments.as_slice())
            .unwrap_or_default();
        Coverage::of(
            segments
                .iter()
                .filter(readable)
                .filter_map(|s| s.report.span),
        )
    }

    /// The daily board; `None` when there is no order.
    pub fn board(&self, query: BoardQuery) -> Option<Board> {
        board(self.data.orders.columns(), &self.coverage(), query)
    }

    /// A new workspace that is not there yet, and the batch that makes it and opens it.
    pub fn plan_workspace(
        &self,
        name: &str,
        is_named: bool,
        demo: bool,
        salt: Salt,
        now: Civil,
    ) -> (App, Workspace, Batch) {
        let id = self.app.next_workspace.max(1);
        let app = App {
            current: Some(id),
            next_workspace: id + 1,
        };
        let record = Workspace {
            id,
            name: name.to_owned(),
            is_named,
            demo,
            salt,
            created_at: now,
            next_segment: 1,
        };
        let batch = Batch::default()
            .put(schema::APP.to_owned(), schema::write(&app))
            .add(schema::workspace_key(id), schema::write(&record));
        (app, record, batch)
    }

    /// The batch that removes a workspace with all its imports.
    pub fn plan_deletion(&self, id: WorkspaceId) -> Batch {
        let segments = self
            .workspace(id)
            .map(|w| w.segments.as_slice())
            .unwrap_or_default();
        let batch = Batch::default().delete(schema::workspace_key(id));
        segments.iter().fold(batch, |batch, s| {
            batch
                .delete(schema::meta_key(id, s.id))
                .delete(schema::rows_key(id, s.id))
        })
    }

    /// Takes in the rows of an import of the open workspace.
    pub fn add_rows(&mut self, segment: SegmentId, rows: Option<&Table>) {
        let lacking = self
            .open()
            .and_then(|w| w.segments.iter().find(|s| s.id == segment));
        let lacking = lacking
            .map(|s| s.report.lacking.clone())
            .unwrap_or_default();
        match rows {
            Some(table) => {
                self.data.orders.add(table, &lacking);
            }
            None => self.data.damaged.push(segment),
        }
    }
}

impl WorkspaceState {
    fn card(&self) -> WorkspaceCard {
        let spans = || self.segments.iter().filter_map(|s| s.report.span);
        let span = spans().reduce(|a, b| Span {
            first: a.first.min(b.first),
            last: a.last.max(b.last),
        });
        WorkspaceCard {
            id: self.record.id,
            name: self.record.name.clone(),
            demo: self.record.demo,
            span,
            stored_bytes: self.segments.iter().map(|s| s.stored_bytes).sum(),
        }
    }

    fn entries(&self) -> Vec<ImportEntry> {
        let entry = |s: &Segment| ImportEntry {
            segment: s.id,
            imported_at: s.imported_at,
            report: s.report.clone(),
        };
        self.segments.iter().rev().map(entry).collect()
    }

    /// The shops that its files name.
    pub fn shops(&self) -> impl Iterator<Item = &str> {
        self.segments
            .iter()
            .filter_map(|s| s.report.shop.as_deref())
    }
}
