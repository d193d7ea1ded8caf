//! What the page and the worker say to each other: plain data, as JSON text. Files travel beside a message as browser
//! objects; rows never travel at all.

use crate::analytics::board::Board;
use crate::analytics::breakdown::Breakdown;
use crate::analytics::coverage::Coverage;
use crate::analytics::inventory::KindCoverage;
use crate::analytics::metrics::Value;
use crate::analytics::morning::Morning;
use crate::analytics::period::{Comparison, Period};
use crate::analytics::reconcile::Reconciliation;
use crate::analytics::rows::{Rows, RowsQuery};
use crate::analytics::sales::{Answered, Question};
use crate::analytics::selfcheck::Seen;
use crate::analytics::targets::{PlanQuery, PlanView};
use crate::backup::{Note, Passphrase, Place, Summary, Trouble};
use crate::import::report::FileReport;
use crate::import::sketch::Sketch;
use crate::import::template::{Hints, Template};
use crate::model::time::{Civil, Day, Span};
use crate::workspace::desk::DeskPart;
use crate::workspace::records::Effect;
use serde::{Deserialize, Serialize};

/// Names the build that a wasm file belongs to: the page refuses a worker of another build.
pub const BUILD: &str = match option_env!("DIANZHANG_BUILD") {
    Some(id) => id,
    None => "dev",
};

/// The identity of a workspace, one per store.
pub type WorkspaceId = u32;

/// The identity of a stored import within its workspace, counting up.
pub type SegmentId = u32;

/// The identity of a file that was read and waits to be stored, counting up as long as the worker lives.
pub type PendingId = u32;

/// A question or an order from the page, answered by a [`FromWorker::Answer`] with the same `id`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToWorker {
    /// Counts up in the page.
    pub id: u32,
    /// What is asked.
    pub request: Request,
}

/// What the page can ask of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Open the store and a workspace (the one last used when `None`). First message of a worker's life.
    Open {
        /// The workspace to open.
        workspace: Option<WorkspaceId>,
    },
    /// Read the file that travels with the message, and say what storing it would do. Nothing is stored yet: what was read
    /// waits for [`Request::Store`].
    Read {
        /// The workspace that it goes into; where it is `None`, or the demo store, the worker finds or makes one.
        workspace: Option<WorkspaceId>,
        /// What is known of it beside its bytes.
        hints: Hints,
        /// The wall clock of the page.
        now: Civil,
    },
    /// Store files that were read, in this order, each in one transaction.
    Store {
        /// What was read, see [`Preview::pending`].
        pending: Vec<PendingId>,
        /// The wall clock of the page.
        now: Civil,
    },
    /// Forget files that were read and are not to be stored.
    Discard {
        /// What was read.
        pending: Vec<PendingId>,
    },
    /// Stop reading; what is stored stays, the file being read is dropped.
    CancelImport,
    /// Keep what the operator said of tables; one with the same fingerprint is replaced.
    KeepTemplates {
        /// What was said.
        templates: Vec<Template>,
    },
    /// Forget what was said of a table.
    ForgetTemplate {
        /// The table's fingerprint.
        fingerprint: String,
    },
    /// Keep a part of what the operator says beside the imports, as a whole, in the open workspace.
    KeepDesk {
        /// The part.
        part: DeskPart,
        /// The revision of the part that it was made from, 0 where there was none: another one is not written over.
        over: u64,
        /// The wall clock of the page.
        now: Civil,
    },
    /// Take an import back out. Answered by `Done`; [`Request::Restore`] brings it back.
    Undo {
        /// The import.
        segment: SegmentId,
    },
    /// Bring back an import that was taken out, see [`Overview::undone`].
    Restore {
        /// The import.
        segment: SegmentId,
    },
    /// Make the demo store, or make it anew, of the files that travel with the message, and open it.
    LoadDemo {
        /// The wall clock of the page.
        now: Civil,
    },
    /// Make an empty workspace and open it.
    CreateWorkspace {
        /// The store's name.
        name: String,
        /// The wall clock of the page.
        now: Civil,
    },
    /// Open another workspace.
    OpenWorkspace {
        /// The workspace.
        workspace: WorkspaceId,
    },
    /// Give a workspace another name.
    RenameWorkspace {
        /// The workspace.
        workspace: WorkspaceId,
        /// Its new name.
        name: String,
    },
    /// Remove a workspace and everything in it, for good.
    DeleteWorkspace {
        /// The workspace.
        workspace: WorkspaceId,
    },
    /// The daily board.
    Board(BoardQuery),
    /// The orders behind a number.
    Rows(RowsQuery),
    /// What the methods come to, beside what they must come to.
    SelfCheck,
    /// What stands behind the sums of a board.
    Breakdown(BoardQuery),
    /// What a manager asks in the morning.
    Morning {
        /// The wall clock of the page.
        now: Civil,
    },
    /// What was sold, in the open workspace.
    Sales(Question),
    /// The headline figures of a workspace, open or not. Which one is open stays as it is.
    Headline {
        /// The workspace.
        workspace: WorkspaceId,
    },
    /// The targets of a year, and how far they have come.
    Plan(PlanQuery),
    /// The same quantities from different files, held against each other.
    Reconcile {
        /// The days, counted back from the last one on which two files can be held against each other.
        period: Period,
    },
    /// Make a backup of a workspace. The answer [`Answer::Backup`] has the file beside it.
    MakeBackup {
        /// The workspace.
        workspace: WorkspaceId,
        /// Under which it is encrypted, if it is.
        passphrase: Option<Passphrase>,
        /// The wall clock of the page.
        now: Civil,
    },
    /// Remember that a backup has been put where it belongs.
    NoteBackup {
        /// The workspace.
        workspace: WorkspaceId,
        /// Which backup, and where it is.
        note: Note,
    },
    /// Read the backup that travels with the message, check every byte of it, and say what it holds. Nothing is stored.
    ReadBackup {
        /// Its passphrase, if it needs one.
        passphrase: Option<Passphrase>,
    },
    /// Make a workspace of the backup that travels with the message, and open it.
    RestoreBackup {
        /// Its passphrase, if it needs one.
        passphrase: Option<Passphrase>,
        /// The workspace whose place it takes; a new one where it is `None`.
        replaces: Option<WorkspaceId>,
    },
}

/// What the daily board is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct BoardQuery {
    /// The days.
    pub period: Period,
    /// What they are compared with in chart and table.
    pub comparison: Comparison,
}

/// What the worker says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum FromWorker {
    /// The worker runs and takes requests.
    Ready {
        /// Its build, see [`BUILD`].
        build: String,
    },
    /// The answer to a request.
    Answer {
        /// The request's `id`.
        id: u32,
        /// What came of it.
        outcome: Result<Answer, Failure>,
    },
    /// The state changed; everything that was asked before may be out of date.
    Changed(Overview),
    /// How far the reading of a file has come.
    Progress(Progress),
    /// Something is waited for; said again while it lasts.
    Waiting(Wait),
    /// Another tab has changed the data, and this one shows them now.
    Followed,
}

/// What the worker waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wait {
    /// The browser has not opened the store: another tab holds it in an older form.
    ForStore,
    /// Another tab is writing.
    ForWriter,
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It is done, and stored where it had to be.
    Done,
    /// What was read of a file; `None` when that was cancelled.
    Read(Option<Box<Preview>>),
    /// What came of each file of an import, in the order in which they were given; fewer when it was cancelled.
    Imported(Vec<ImportedFile>),
    /// The daily board; `None` when the workspace holds no order.
    Board(Option<Box<Board>>),
    /// The orders behind a number.
    Rows(Box<Rows>),
    /// What the methods come to.
    SelfCheck(Vec<Seen>),
    /// What stands behind the sums; `None` when the workspace holds no order.
    Breakdown(Option<Box<Breakdown>>),
    /// The morning; `None` when the workspace holds no order.
    Morning(Option<Box<Morning>>),
    /// What was sold; `None` when the workspace holds no order.
    Sales(Option<Box<Answered>>),
    /// The headline figures of a workspace; `None` when it holds no order.
    Headline(Option<Box<Headline>>),
    /// The targets of a year; `None` when no workspace is open.
    Plan(Option<Box<PlanView>>),
    /// How the files agree.
    Reconcile(Box<Reconciliation>),
    /// What a backup holds.
    Backup(Summary),
}

/// The headline figures of a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// The last day that its order files cover.
    pub last_day: Day,
    /// What came in on that day.
    pub day: KeyFigures,
    /// What came in on the 7 days up to it, or on fewer where the data begin later.
    pub week: KeyFigures,
    /// How many days that are.
    pub week_days: i32,
    /// How many of those days no file covers.
    pub missing_days: i32,
    /// What came in on as many days before; absent where they are not covered.
    pub before: KeyFigures,
}

/// The figures that stores are compared by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigures {
    /// Amount paid, after refunds.
    pub paid: Value,
    /// Orders paid.
    pub orders: Value,
}

/// A file that was read, and what storing it would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Under which it waits to be stored; `None` when there is nothing to store.
    pub pending: Option<PendingId>,
    /// What was read.
    pub report: FileReport,
    /// What is seen of the table, for correcting what it was taken for.
    pub sketch: Option<Sketch>,
    /// What storing it would do to the rows that are there.
    pub effect: Effect,
}

/// What came of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFile {
    /// What was read.
    pub report: FileReport,
    /// Under which it was stored; `None` when nothing of it was.
    pub segment: Option<SegmentId>,
}

/// Why a request could not be answered. Nothing that was stored before is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The browser refuses to store (private mode, blocked, full): its own words.
    Storage(String),
    /// The browser's storage is full.
    QuotaExceeded,
    /// Another tab has changed the data since this one read them.
    ChangedElsewhere,
    /// The thing asked for is no longer there.
    NotFound,
    /// The stored data were written by a newer version of the app.
    NewerSchema,
    /// A backup cannot be made or read.
    Backup(Trouble),
    /// The worker stopped while it was at work on this file (or on none).
    WorkerStopped {
        /// The file being read.
        file: Option<String>,
    },
}

/// How far the reading of a file has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The file's name.
    pub file: String,
    /// Its place among the files of this import, from 0.
    pub index: usize,
    /// How many files there are.
    pub files: usize,
    /// Bytes read.
    pub read_bytes: u64,
    /// Its size.
    pub total_bytes: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// Everything the page shows about what is there, without asking for numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Counts up with every change: a view model made under another revision is out of date.
    pub revision: u64,
    /// All workspaces, in the order of their making.
    pub workspaces: Vec<WorkspaceCard>,
    /// The one that is open.
    pub current: Option<WorkspaceId>,
    /// The imports of the open workspace, newest first.
    pub imports: Vec<ImportEntry>,
    /// Those that were taken out of it and can be brought back, taken out last first.
    pub undone: Vec<ImportEntry>,
    /// Days that its order files cover.
    pub coverage: Coverage,
    /// Different orders in it.
    pub orders: u64,
    /// What the operator has said of tables.
    pub templates: Vec<Template>,
    /// Imports that could not be read back and were set aside; the rest works without them.
    pub damaged: Vec<DamagedImport>,
    /// Names of the parts of what the operator keeps beside the imports that could not be read back and were set aside.
    pub damaged_papers: Vec<String>,
    /// Workspaces that could not be read back; their records stay where they are.
    pub damaged_stores: Vec<WorkspaceId>,
    /// Whether the workspaces are kept in the browser; `false` when it refuses to and all lives in memory only.
    pub stored: bool,
    /// Why they are not, in the browser's words.
    pub refusal: Option<String>,
    /// Whether a newer version of the app has changed the store: what is shown is as it was before, and nothing more can be
    /// stored until the page is loaded anew.
    pub outdated: bool,
}

/// An import that could not be read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DamagedImport {
    /// Its identity.
    pub segment: SegmentId,
    /// Its file, and when that was imported; `None` when not even this can be read.
    pub source: Option<(String, Civil)>,
}

/// A workspace as the switcher shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceCard {
    /// Its identity.
    pub id: WorkspaceId,
    /// The store's name.
    pub name: String,
    /// Whether it is the demo store.
    pub demo: bool,
    /// From the first to the last day that any of its files is about.
    pub span: Option<Span>,
    /// What there is of each kind of file.
    pub kinds: Vec<KindCoverage>,
    /// Bytes that its imports take in the browser.
    pub stored_bytes: u64,
    /// Whether it is in a backup.
    pub backup: BackupState,
}

/// How a workspace stands to its last backup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupState {
    /// Imports that are not in it.
    pub unsaved: u64,
    /// When the oldest of those was imported.
    pub unsaved_since: Option<Civil>,
    /// Whether it holds imports that were undone since.
    pub undone: bool,
    /// When the oldest change was made to what the operator keeps beside the imports that is not in it.
    pub papers_since: Option<Civil>,
    /// The last one.
    pub last: Option<LastBackup>,
}

/// A workspace's last backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBackup {
    /// When it was made, by the page's clock.
    pub made_at: Civil,
    /// Where it went.
    pub place: Place,
    /// The file's name.
    pub file: String,
}

/// A stored import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportEntry {
    /// Its identity.
    pub segment: SegmentId,
    /// When it was imported, by the page's clock.
    pub imported_at: Civil,
    /// What was read.
    pub report: FileReport,
}

impl BackupState {
    /// Whether it holds just what the workspace holds now; an empty workspace needs none.
    pub fn is_current(&self) -> bool {
        self.unsaved == 0 && !self.undone && self.papers_since.is_none()
    }
}

impl Overview {
    /// What there is of each kind of file in the open workspace.
    pub fn kinds(&self) -> &[KindCoverage] {
        let open = self.workspaces.iter().find(|w| Some(w.id) == self.current);
        open.map_or(&[], |card| &card.kinds)
    }
}

impl ImportedFile {
    /// A file of which nothing was stored.
    pub fn not_stored(report: FileReport) -> ImportedFile {
        ImportedFile {
            report,
            segment: None,
        }
    }
}
