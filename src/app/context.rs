//! What every view can reach: the state of the frame as signals, and the few things that can be done from anywhere.
//!
//! No rows and no numbers are kept here: a page asks the worker through [`App::ask`] and holds the answer itself. What
//! an action does stands in `tasks/`.

use crate::app::tasks;
use crate::backup::{Passphrase, Summary};
use crate::commands::{self, Command, Situation};
use crate::i18n::{Lang, Text, t};
use crate::import::report::FileReport;
use crate::import::template::{Hints, Template};
use crate::platform::client::WorkerClient;
use crate::platform::files::LocalFile;
use crate::platform::folder::Folder;
use crate::platform::storage::Keeping;
use crate::platform::{clock, prefs};
use crate::prefs::{Rise, Theme};
use crate::protocol::{
    Answer, Failure, Overview, PendingId, Preview, Request, SegmentId, WorkspaceCard, WorkspaceId,
};
use crate::route::{Page, PlanPlace, Route, SalesView};
use crate::screens::data::backup::{reminder, trouble_text};
use leptos::prelude::*;

/// The state of the frame. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub struct App {
    /// The language of the screen.
    pub lang: RwSignal<Lang>,
    /// Light, dark, or as the system has it.
    pub theme: RwSignal<Theme>,
    /// Whether the screen is dark right now: charts are drawn anew when it changes.
    pub dark: RwSignal<bool>,
    /// The colour of a rise.
    pub rise: RwSignal<Rise>,
    /// Whether shortcuts of a single letter are listened to.
    pub single_keys: RwSignal<bool>,
    /// What is there: workspaces, imports, coverage. Its `revision` says when an answer is out of date.
    pub overview: RwSignal<Overview>,
    /// How far the start has come.
    pub start: RwSignal<Start>,
    /// Where we are. Set it through [`App::navigate`].
    pub route: RwSignal<Route>,
    /// What the board was asked for last, so that coming back to it finds it as it was left.
    pub last_board: RwSignal<SalesView>,
    /// What the import is doing.
    pub import: RwSignal<ImportState>,
    /// The dialog of the frame that is open.
    pub dialog: RwSignal<Option<Modal>>,
    /// What is being said at the lower edge, oldest first.
    pub toasts: RwSignal<Vec<Toast>>,
    /// Whether a new version of the app waits.
    pub update_waits: RwSignal<bool>,
    /// What the browser says about keeping the data.
    pub keeping: RwSignal<Keeping>,
    /// How it stands with automatic backups.
    pub backups: RwSignal<Backups>,
    /// The backup that is about to be restored.
    pub restoring: RwSignal<Option<Restoring>, LocalStorage>,
    /// The files that were read and wait for the operator.
    pub looking: RwSignal<Looking, LocalStorage>,
    /// The template that was forgotten last.
    pub forgotten: StoredValue<Option<Template>>,
    pub(crate) client: StoredValue<WorkerClient, LocalStorage>,
}

/// How far the start has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// The worker is being started or is opening the workspace.
    Opening,
    /// The worker waits until the other tabs let go of the store.
    Waiting,
    /// The overview is true.
    Open,
    /// The worker belongs to another build: reload.
    OtherBuild,
    /// The worker cannot be started; why, in the browser's words.
    NotStarted(String),
    /// The workspace cannot be opened.
    Failed(Failure),
}

impl Start {
    /// Whether nothing can be shown or imported until the page is loaded anew.
    pub fn is_broken(&self) -> bool {
        !matches!(self, Start::Opening | Start::Waiting | Start::Open)
    }

    /// Whether it is not known yet what is there.
    pub fn is_opening(&self) -> bool {
        matches!(self, Start::Opening | Start::Waiting)
    }
}

/// What the import is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ImportState {
    /// Nothing.
    #[default]
    Idle,
    /// Reading files, or storing what was read.
    Reading(Reading),
    /// Read: the operator looks at what storing would do, see [`App::looking`].
    Looking {
        /// A file is being read anew.
        is_busy: bool,
    },
    /// Read: what came of each file, until the operator closes it.
    Finished(Finished),
}

impl ImportState {
    /// Whether the operator looks at files that were read.
    pub fn is_looking(&self) -> bool {
        matches!(self, ImportState::Looking { .. })
    }

    /// Whether files are being read or stored.
    pub fn is_busy(&self) -> bool {
        matches!(
            self,
            ImportState::Reading(_) | ImportState::Looking { is_busy: true }
        )
    }
}

/// Files being read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Name of the file being read.
    pub file: String,
    /// Its place among the chosen files, from 0.
    pub index: usize,
    /// How many files were chosen.
    pub files: usize,
    /// Rows of this file read so far.
    pub rows: u64,
    /// Bytes read so far, earlier files included.
    pub read_bytes: u64,
    /// Bytes of all files.
    pub total_bytes: u64,
    /// Bytes of the files before this one.
    pub done_bytes: u64,
    /// The operator has asked to stop.
    pub cancelling: bool,
    /// It is the demo store that is being made.
    pub is_demo: bool,
    /// The files have been read and are being stored.
    pub is_storing: bool,
}

/// Files that were read and wait for the operator.
#[derive(Clone, Debug, Default)]
pub struct Looking {
    /// The tables, in the order in which they were read.
    pub files: Vec<LookedAt>,
    /// The shop whose tables go into the store, where no table of that store has named one yet.
    pub home: Option<String>,
    /// The store that they go into, where the operator has said so.
    pub workspace: Option<WorkspaceId>,
    /// The store that was made for them: without an import it goes again.
    pub made: Option<WorkspaceId>,
    /// The store that was open before.
    pub came_from: Option<WorkspaceId>,
    /// Counts the files, as long as the page lives.
    pub next_id: u32,
}

/// A table that was read.
#[derive(Clone, Debug)]
pub struct LookedAt {
    /// Its identity.
    pub id: u32,
    /// Counts how often it was read anew.
    pub version: u32,
    /// Its name.
    pub name: String,
    /// What it is read from; `None` where it could not be taken out of its container.
    pub source: Option<LocalFile>,
    /// What is known of it beside its bytes.
    pub hints: Hints,
    /// What storing it would do.
    pub preview: Preview,
    /// Under which the worker keeps it; `None` when there is nothing to store, or when the worker has been started again.
    pub waiting: Option<PendingId>,
    /// Whether it is to be stored.
    pub is_chosen: bool,
    /// Whether it goes into the store of the shop that it names, and not into the one of the others.
    pub goes_home: bool,
    /// Whether kind or columns were changed and it has not been read so yet: until then it is not stored.
    pub has_open_correction: bool,
    /// Of a table that was read a second time as something else: whether its columns are certain.
    pub second: Option<bool>,
    /// What is to be remembered of it once it is stored.
    pub template: Option<Template>,
}

impl Looking {
    /// A table.
    pub fn file(&self, id: u32) -> Option<&LookedAt> {
        self.files.iter().find(|file| file.id == id)
    }
}

impl LookedAt {
    /// What it is drawn by: another one when it was read anew.
    pub fn key(&self) -> (u32, u32) {
        (self.id, self.version)
    }

    /// Whether it can be stored.
    pub fn is_ready(&self) -> bool {
        self.preview.pending.is_some() && !self.has_open_correction
    }

    /// Whether the worker no longer has what was read.
    pub fn is_lost(&self) -> bool {
        self.preview.pending.is_some() && self.waiting.is_none()
    }
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// One report per file, in the order in which they were chosen.
    pub reports: Vec<FileReport>,
    /// The store they went into.
    pub workspace: Option<WorkspaceId>,
    /// The imports of it that were stored, oldest first.
    pub segments: Vec<SegmentId>,
    /// Whether the operator stopped it before the last file.
    pub cancelled: bool,
    /// Why it stopped before the last file, if it had to.
    pub failure: Option<Failure>,
}

/// How it stands with automatic backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// Where they go.
    pub folder: Folder,
    /// How many of a store are kept.
    pub kept: usize,
    /// One is being written.
    pub is_writing: bool,
    /// Why the last one was not written, if it was not.
    pub failed: Option<String>,
}

/// A backup that is about to be restored.
#[derive(Clone, Debug)]
pub struct Restoring {
    /// The file.
    pub file: LocalFile,
    /// What opens it, once that was found to be true.
    pub passphrase: Option<Passphrase>,
    /// What it holds; not known before it is opened.
    pub summary: Option<Summary>,
}

/// A dialog of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modal {
    /// Find and run a command.
    Palette,
    /// Shortcuts and where things are.
    Help,
    /// What files that were read would do.
    ImportPreview,
    /// What the last import read, file by file.
    ImportDetails,
    /// Make a backup of a store.
    BackUp(WorkspaceId),
    /// Restore the backup that was chosen.
    RestoreBackup,
    /// Name a new store.
    NewStore,
    /// Give a store another name.
    RenameStore(WorkspaceId),
    /// Confirm that a store and all its data go.
    DeleteStore(WorkspaceId),
}

/// Something said at the lower edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Counts up.
    pub id: u32,
    /// What is said.
    pub text: String,
    /// An error stays until it is closed.
    pub error: bool,
    /// What can be done about it.
    pub action: Option<(Text, Command)>,
}

/// The frame's state, from any view or task below the root.
pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    /// A text in the language of the screen; follows the language where it is read reactively.
    pub fn text(self, text: Text) -> &'static str {
        text.get(self.lang.get())
    }

    /// A text with its arguments put in; follows the language where it is read reactively.
    pub fn say(self, text: Text, args: &[&str]) -> String {
        t(self.lang.get(), text, args)
    }

    /// Goes to a place, with an entry in the history.
    pub fn navigate(self, route: Route) {
        crate::platform::location::push(&route.format());
        self.arrive(route);
    }

    /// Takes note of where we are.
    pub(crate) fn arrive(self, route: Route) {
        if let Route::Sales(view) = route {
            self.last_board.set(view);
        }
        if self.route.get_untracked() != route {
            self.route.set(route);
        }
    }

    /// Where a page is found, the board as it was left.
    pub fn route_of(self, page: Page) -> Route {
        match page {
            Page::Today => Route::Today,
            Page::Sales => Route::Sales(self.last_board.get()),
            Page::Plan => Route::Plan(PlanPlace::default()),
            Page::Data => Route::Data,
            Page::Settings => Route::Settings,
        }
    }

    /// Asks the worker.
    pub async fn ask(self, request: Request) -> Result<Answer, Failure> {
        let client = self.client.with_value(Clone::clone);
        client.ask(request).await
    }

    /// Runs a command.
    pub fn run(self, command: Command) {
        tasks::run(self, command);
    }

    /// What the commands that are offered depend on; reactive.
    pub fn situation(self) -> Situation {
        let overview = self.overview.get();
        Situation {
            lang: self.lang.get(),
            page: self.route.get().page(),
            reading: matches!(self.import.get(), ImportState::Reading(_)),
            update_waits: self.update_waits.get(),
            is_read_only: overview.outdated,
            can_keep: self.keeping.get().can_ask(),
            backups: self.backups.with(|backups| commands::Backups {
                can_choose: !matches!(backups.folder, Folder::Unknown | Folder::NotOffered),
                is_open: matches!(backups.folder, Folder::Open(_)),
                is_shut: matches!(backups.folder, Folder::Shut(_)),
                kept: backups.kept,
                is_due: self.reminder().is_some(),
            }),
            theme: self.theme.get(),
            single_keys: self.single_keys.get(),
            current: overview.current,
            has_templates: !overview.templates.is_empty(),
            last_import: overview.imports.first().map(|entry| entry.segment),
            stores: overview
                .workspaces
                .into_iter()
                .map(|card| (card.id, card.name, card.demo))
                .collect(),
        }
    }

    /// The open store, if there is one; reactive.
    pub fn store(self) -> Option<WorkspaceCard> {
        self.overview.with(|overview| {
            let current = overview.current?;
            overview
                .workspaces
                .iter()
                .find(|w| w.id == current)
                .cloned()
        })
    }

    /// The reminder of a backup, when it is due; reactive.
    pub fn reminder(self) -> Option<String> {
        self.backups.track(); // It is told when the reminder is put off.
        let store = self.store()?;
        let put_off = prefs::reminder_put_off(store.id);
        reminder(self.lang.get(), &store, clock::now().day(), put_off)
    }

    /// Says something that passes by.
    pub fn toast(self, text: impl Into<String>) {
        self.push_toast(text.into(), false, None);
    }

    /// Says something that passes by, with something to do about it.
    pub fn toast_with(self, text: impl Into<String>, label: Text, command: Command) {
        self.push_toast(text.into(), false, Some((label, command)));
    }

    /// Says what went wrong; stays until it is closed.
    pub fn toast_error(self, text: impl Into<String>) {
        self.push_toast(text.into(), true, None);
    }

    /// Says why a request was not answered; stays until it is closed.
    pub fn toast_failure(self, failure: &Failure) {
        self.toast_error(failure_text(self.lang.get_untracked(), failure));
    }

    /// Whether an import runs; then it also says so. What changes stores waits until it is done.
    pub fn refuses_while_importing(self) -> bool {
        let is_busy = self
            .import
            .with_untracked(|i| i.is_busy() || i.is_looking());
        if is_busy {
            self.toast_error(Text::ImportBusy.get(self.lang.get_untracked()));
        }
        is_busy
    }

    fn push_toast(self, text: String, error: bool, action: Option<(Text, Command)>) {
        self.toasts.update(|toasts| {
            let id = toasts.last().map_or(0, |t| t.id + 1);
            toasts.retain(|t| t.text != text);
            let surplus = toasts.len().saturating_sub(3);
            toasts.drain(..surplus);
            toasts.push(Toast {
                id,
                text,
                error,
                action,
            });
        });
    }
}

/// Why a request was not answered, for the operator.
pub fn failure_text(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Storage(reason) => t(lang, Text::FailStorage, &[reason]),
        Failure::QuotaExceeded => t(lang, Text::FailQuota, &[]),
        Failure::NotFound => t(lang, Text::FailNotFound, &[]),
        Failure::ChangedElsewhere => t(lang, Text::FailChangedElsewhere, &[]),
        Failure::NewerSchema => t(lang, Text::FailNewerSchema, &[]),
        Failure::Backup(trouble) => trouble_text(lang, trouble),
        Failure::WorkerStopped { file: Some(file) } => t(lang, Text::FailWorkerFile, &[file]),
        Failure::WorkerStopped { file: None } => t(lang, Text::FailWorker, &[]),
    }
}
