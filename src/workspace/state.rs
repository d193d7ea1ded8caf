//! Everything that the worker knows, and how it changes. Plain and synchronous: what has to be stored is returned as a
//! [`Batch`], and the state changes only after that has been committed.

use crate::analytics::board::{Board, board};
use crate::analytics::coverage::Coverage;
use crate::analytics::daybook::Daybook;
use crate::analytics::inventory::{KindCoverage, inventory};
use crate::analytics::reconcile::Shelf;
use crate::analytics::sales::{Answered, Question, ask};
use crate::analytics::shop_days::{self, ShopDays};
use crate::analytics::stretch::Ground;
use crate::backup::Note;
use crate::import::columns::Salt;
use crate::import::kinds::{self, Days, Kind, orders};
use crate::import::template::Template;
use crate::model::time::{Civil, Span};
use crate::protocol::{
    BackupState, BoardQuery, DamagedImport, ImportEntry, LastBackup, Overview, SegmentId,
    WorkspaceCard, WorkspaceId,
};
use crate::store::Batch;
use crate::store::schema::{self, App, Segment, Workspace};
use crate::table::Table;
use crate::workspace::desk::Papers;
use crate::workspace::orders::Orders;
use crate::workspace::records::Records;
use crate::workspace::removed::AllRemoved;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// All workspaces, and the data of the one that is open.
#[derive(Debug, Default)]
pub struct State {
    /// What is remembered beside the workspaces.
    pub app: App,
    /// All workspaces, by identity.
    pub workspaces: Vec<WorkspaceState>,
    /// The data of the open one.
    pub data: Data,
    /// What the operator has said of tables, by fingerprint.
    pub templates: Vec<Template>,
    /// Workspaces whose records could not be read.
    pub damaged: Vec<WorkspaceId>,
    /// Whether records outlive the page.
    pub is_stored: bool,
    /// Why they do not, in the browser's words.
    pub refusal: Option<String>,
    /// Whether a newer version of the app has changed the store: nothing more is written.
    pub is_outdated: bool,
    /// Imports that were taken out and can be brought back.
    pub removed: AllRemoved,
    revision: u64,
}

/// A workspace and what has been imported into it.
#[derive(Debug)]
pub struct WorkspaceState {
    /// Its record.
    pub record: Workspace,
    /// Its imports, oldest first.
    pub segments: Vec<Segment>,
    /// Imports whose records could not be read.
    pub damaged: Vec<SegmentId>,
    /// Its last backup.
    pub backup: Option<Note>,
    /// What the operator keeps beside the imports.
    pub papers: Papers,
}

/// The data of the open workspace.
#[derive(Debug, Default)]
pub struct Data {
    /// The merged orders.
    pub orders: Orders,
    /// The merged rows of the other kinds, as far as something has asked for them, by the kind's name.
    pub others: BTreeMap<&'static str, Records>,
    /// Imports whose rows could not be read back.
    pub damaged: Vec<SegmentId>,
    /// The orders by day, once something has asked for them.
    daybook: OnceCell<Daybook>,
    /// What the other files say of each day, once all of them have been read.
    shop: OnceCell<ShopDays>,
}

impl Data {
    /// The orders by day.
    pub fn daybook(&self) -> &Daybook {
        self.daybook
            .get_or_init(|| Daybook::of(self.orders.columns()))
    }

    /// The merged rows of a kind; `None` when they have not been read.
    pub fn records(&self, kind: &Kind) -> Option<&Records> {
        if kind.name == orders::KIND.name {
            Some(self.orders.records())
        } else {
            self.others.get(kind.name)
        }
    }

    /// Takes in the merged rows of a kind that had not been read.
    pub fn put(&mut self, records: Records) {
        self.others.insert(records.kind().name, records);
        self.shop.take();
    }

    /// Takes in the rows of an import as they were stored, if the rows of its kind have been read.
    pub fn add(&mut self, kind: &Kind, rows: Table, lacking: &[String]) {
        if kind.name == orders::KIND.name {
            self.orders.add_stored(rows, lacking);
            self.daybook.take();
        } else if let Some(records) = self.others.get_mut(kind.name) {
            records.add_stored(rows);
            self.shop.take();
        }
    }
}

impl State {
    /// Nothing yet. `is_stored` says whether records outlive the page.
    pub fn new(is_stored: bool) -> State {
        State {
            is_stored,
            ..State::default()
        }
    }

    /// Notes that something changed, and tells what there is now.
    pub fn changed(&mut self) -> Overview {
        self.revision += 1;
        let current = self.app.current;
        let open = current.and_then(|id| self.workspace(id));
        Overview {
            revision: self.revision,
            workspaces: self.workspaces.iter().map(|w| self.card(w)).collect(),
            current: open.map(|w| w.record.id),
            imports: open.map(WorkspaceState::entries).unwrap_or_default(),
            undone: open
                .map(|w| self.removed.entries(w.record.id))
                .unwrap_or_default(),
            coverage: self.coverage(),
            orders: self.data.orders.len() as u64,
            templates: self.templates.clone(),
            damaged: open.map(|w| self.damaged_of(w)).unwrap_or_default(),
            damaged_papers: open.map_or_else(Vec::new, |w| {
                w.papers
                    .damaged
                    .iter()
                    .map(|&part| part.to_owned())
                    .collect()
            }),
            damaged_stores: self.damaged.clone(),
            stored: self.is_stored,
            refusal: self.refusal.clone(),
            outdated: self.is_outdated,
        }
    }

    /// The imports of the open workspace that cannot be read back.
    fn damaged_of(&self, open: &WorkspaceState) -> Vec<DamagedImport> {
        let ids = open.damaged.iter().chain(&self.data.damaged);
        ids.map(|&segment| {
            let found = open.segments.iter().find(|s| s.id == segment);
            DamagedImport {
                segment,
                source: found.map(|s| (s.report.file.clone(), s.imported_at)),
            }
        })
        .collect()
    }

    fn card(&self, workspace: &WorkspaceState) -> WorkspaceCard {
        let is_open = self.app.current == Some(workspace.record.id);
        let damaged: &[SegmentId] = if is_open { &self.data.damaged } else { &[] };
        workspace.card(damaged)
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

    /// The days that the open workspace's order files cover.
    pub fn coverage(&self) -> Coverage {
        let open = self.open();
        open.map(|w| w.coverage(&self.data.damaged))
            .unwrap_or_default()
    }

    /// The daily board; `None` when there is no order.
    pub fn board(&self, query: BoardQuery) -> Option<Board> {
        let data = &self.data;
        board(data.daybook(), &self.coverage(), self.shop_days(), query)
    }

    /// Where ranges of days are measured.
    pub fn ground<'a>(&'a self, coverage: &'a Coverage) -> Ground<'a> {
        Ground {
            book: self.data.daybook(),
            coverage,
            shop: self.shop_days(),
        }
    }

    /// What there is of each kind of file in the open workspace.
    pub fn inventory(&self) -> Vec<KindCoverage> {
        let card = |w: &WorkspaceState| w.card(&self.data.damaged).kinds;
        self.open().map(card).unwrap_or_default()
    }

    /// What the files beside the orders say of each day, as far as they have been read.
    pub fn shop_days(&self) -> &ShopDays {
        self.data
            .shop
            .get_or_init(|| shop_days::read(&self.shelf()))
    }

    /// The rows of the open workspace, as far as they have been read.
    pub fn shelf(&self) -> Shelf<'_> {
        let data = &self.data;
        let covered = |kind: &Kind| {
            let open = self.open();
            open.map(|w| w.coverage_of(kind, &data.damaged))
                .unwrap_or_default()
        };
        let others = data.others.values().filter(|records| !records.is_empty());
        let others = others.map(|r| (r.kind().name, (r.table(), covered(r.kind()))));
        Shelf {
            orders: &data.orders,
            coverage: self.coverage(),
            others: others.collect(),
        }
    }

    /// What was sold; `None` when there is no order.
    pub fn sales(&self, question: Question) -> Option<Answered> {
        ask(&self.data.orders, &self.coverage(), question)
    }

    /// A workspace that is not there yet.
    pub fn plan_workspace(
        &self,
        name: &str,
        is_named: bool,
        demo: bool,
        salt: Salt,
        now: Civil,
    ) -> NewWorkspace {
        let id = self.app.next_workspace.max(1);
        NewWorkspace {
            app: App {
                current: Some(id),
                next_workspace: id + 1,
            },
            record: Workspace {
                id,
                name: name.to_owned(),
                is_named,
                demo,
                salt,
                created_at: now,
                next_segment: 1,
            },
        }
    }

    /// Takes in a workspace that has just been stored, and opens it.
    pub fn open_new(&mut self, new: NewWorkspace) {
        self.app = new.app;
        self.workspaces.push(WorkspaceState {
            record: new.record,
            segments: Vec::new(),
            damaged: Vec::new(),
            backup: None,
            papers: Papers::default(),
        });
    }
}

/// A workspace to be made.
#[derive(Clone, Debug)]
pub struct NewWorkspace {
    /// What is remembered beside the workspaces once it is there.
    pub app: App,
    /// Its record.
    pub record: Workspace,
}

impl NewWorkspace {
    /// Adds what makes the workspace to a batch.
    pub fn batch(&self, batch: Batch) -> Batch {
        batch
            .put(schema::APP.to_owned(), schema::write(&self.app))
            .add(
                schema::workspace_key(self.record.id),
                schema::write(&self.record),
            )
    }
}

impl WorkspaceState {
    /// The days that its order files cover; imports whose rows are damaged cover none.
    pub fn coverage(&self, damaged: &[SegmentId]) -> Coverage {
        self.coverage_of(&orders::KIND, damaged)
    }

    /// The days that its files of a kind cover; imports whose rows are damaged cover none.
    pub fn coverage_of(&self, kind: &Kind, damaged: &[SegmentId]) -> Coverage {
        let readable = |s: &&Segment| s.is_of(kind) && !damaged.contains(&s.id);
        let spans = self.segments.iter().filter(readable);
        Coverage::of(spans.filter_map(|s| s.report.covered()))
    }

    fn card(&self, damaged: &[SegmentId]) -> WorkspaceCard {
        let readable = self.segments.iter().filter(|s| !damaged.contains(&s.id));
        // A state of things says nothing of how far the data go.
        let is_state = |s: &&Segment| {
            let kind = s.report.kind.as_deref().and_then(kinds::by_name);
            kind.is_some_and(|k| k.days == Days::Snapshot)
        };
        let about_days = self.segments.iter().filter(|s| !is_state(s));
        let spans = || about_days.clone().filter_map(|s| s.report.covered());
        let span = spans().reduce(|a, b| Span {
            first: a.first.min(b.first),
            last: a.last.max(b.last),
        });
        WorkspaceCard {
            id: self.record.id,
            name: self.record.name.clone(),
            demo: self.record.demo,
            span,
            kinds: inventory(readable.map(|s| (&s.report, s.imported_at))),
            stored_bytes: self.segments.iter().map(|s| s.stored_bytes).sum(),
            backup: self.backup_state(),
        }
    }

    fn backup_state(&self) -> BackupState {
        let is_in = |id: &SegmentId| self.backup.as_ref().is_some_and(|b| b.imports.contains(id));
        let unsaved = || self.segments.iter().filter(|s| !is_in(&s.id));
        let is_gone = |id: &SegmentId| self.segments.iter().all(|s| s.id != *id);
        BackupState {
            unsaved: unsaved().count() as u64,
            unsaved_since: unsaved().map(|s| s.imported_at).min(),
            undone: self
                .backup
                .as_ref()
                .is_some_and(|note| note.imports.iter().any(is_gone)),
            papers_since: self.papers.unsaved_since(self.saved_papers()),
            last: self.backup.as_ref().map(|note| LastBackup {
                made_at: note.made_at,
                place: note.place.clone(),
                file: note.file.clone(),
            }),
        }
    }

    /// The revision of what the operator keeps that is in the last backup.
    pub fn saved_papers(&self) -> u64 {
        self.backup.as_ref().map_or(0, |note| note.desk)
    }

    fn entries(&self) -> Vec<ImportEntry> {
        self.segments.iter().rev().map(Segment::entry).collect()
    }

    /// The shops that its files name.
    pub fn shops(&self) -> impl Iterator<Item = &str> {
        self.segments
            .iter()
            .filter_map(|s| s.report.shop.as_deref())
    }
}
