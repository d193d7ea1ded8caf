//! Reading files. Two steps, so that the operator can look in between: [`Session::read`] keeps a file in memory and says what
//! storing it would do, [`Session::store_pending`] stores it, in one batch (see `store`).

use super::{Session, checks};
use crate::import::columns::{ReadContext, Salt};
use crate::import::issues::IssueKind;
use crate::import::kinds::Kind;
use crate::import::propose::{proposals, second_reading};
use crate::import::reader::{FileReader, Imported};
use crate::import::report::{FileReport, Repeats};
use crate::import::template::{Hints, Template};
use crate::model::time::Civil;
use crate::protocol::{Failure, ImportedFile, Preview, Progress, WorkspaceId};
use crate::store::Store;
use crate::store::schema::{Hashed, Segment};
use crate::workspace::reading::{Watch, read_file};
use crate::workspace::records::{Effect, Records};
use crate::workspace::source::{ReadFailed, Source};
use crate::workspace::state::{NewWorkspace, WorkspaceState};

/// The name of a workspace until a file names its shop.
const UNNAMED: &str = "我的店铺";

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

/// Where the rows of an import go.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// Into a workspace that is there.
    Open(WorkspaceId),
    /// Into one that is made together with the first import, and not before.
    New(Box<NewWorkspace>),
}

impl Target {
    /// The workspace that it is or will be.
    pub(super) fn id(&self) -> WorkspaceId {
        match self {
            Target::Open(id) => *id,
            Target::New(new) => new.record.id,
        }
    }
}

/// A file that was read and waits to be stored.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) target: Target,
    pub(super) imported: Imported,
}

impl<S: Store> Session<S> {
    /// Reads a file and says what storing it would do; `None` when that was cancelled. Without a workspace, or for the demo
    /// store, the newest own workspace is meant, or a new one.
    pub async fn read<F: Source>(
        &self,
        workspace: Option<WorkspaceId>,
        file: &F,
        hints: Hints,
        desk: &Desk<'_>,
    ) -> Result<Option<Preview>, Failure> {
        let target = self.target(workspace, desk).await?;
        let read = self.read_file(&target, file, hints, (0, 1), desk).await?;
        let Some(imported) = read else {
            return Ok(None);
        };
        let kind = imported.kind.filter(|_| imported.table.is_some());
        let effect = match (&target, kind) {
            (Target::Open(_), Some(kind)) => {
                self.need(kind).await?;
                self.effect(kind, &imported)
            }
            (Target::New(_), Some(kind)) => effect_on_nothing(kind, &imported),
            (_, None) => Effect::default(),
        };
        let mut sketch = imported.sketch.clone();
        if let Some(sketch) = &mut sketch {
            sketch.proposals = proposals(sketch, desk.now);
            sketch.second = second_reading(sketch, desk.now);
        }
        let mut report = imported.report.clone();
        let is_stored = imported.table.is_some() && self.check(&target, &imported, &mut report)?;
        report.new_rows = effect.added;
        report.updated_rows = effect.changed;
        let pending = is_stored.then(|| {
            let id = self.next_pending.get() + 1;
            self.next_pending.set(id);
            let pending = Pending { target, imported };
            self.pending.borrow_mut().insert(id, pending);
            id
        });
        Ok(Some(Preview {
            pending,
            report,
            sketch,
            effect,
        }))
    }

    /// Reads files one after the other and stores each before the next is begun, without a look in between. Cancelled, it
    /// keeps what is stored and tells of the files that were read.
    pub async fn import<F: Source>(
        &self,
        workspace: Option<WorkspaceId>,
        files: &[F],
        desk: &Desk<'_>,
    ) -> Result<Vec<ImportedFile>, Failure> {
        let target = self.target(workspace, desk).await?;
        self.import_into(target, files, desk).await
    }

    pub(super) async fn target(
        &self,
        wanted: Option<WorkspaceId>,
        desk: &Desk<'_>,
    ) -> Result<Target, Failure> {
        let (id, is_open) = {
            let state = self.state.borrow();
            if state.is_outdated {
                return Err(Failure::NewerSchema);
            }
            let is_own = |w: &&WorkspaceState| !w.record.demo;
            if let Some(id) = wanted {
                state.workspace(id).ok_or(Failure::NotFound)?;
            }
            let wanted = wanted.and_then(|id| state.workspace(id)).filter(is_own);
            let any = || {
                state
                    .workspaces
                    .iter()
                    .filter(is_own)
                    .max_by_key(|w| w.record.id)
            };
            let id = wanted.or_else(any).map(|w| w.record.id);
            (id, id == state.app.current)
        };
        match id {
            Some(id) if is_open => Ok(Target::Open(id)),
            Some(id) => self.open_workspace(id).await.map(|()| Target::Open(id)),
            None => Ok(Target::New(Box::new(self.planned(desk)))),
        }
    }

    /// The workspace that will be made: the same until it is there, so that its files share its secret.
    fn planned(&self, desk: &Desk<'_>) -> NewWorkspace {
        let mut planned = self.planned.borrow_mut();
        let state = self.state.borrow();
        let new = state.plan_workspace(UNNAMED, false, false, desk.salt, desk.now);
        match &*planned {
            Some(old) if old.record.id == new.record.id => old.clone(),
            _ => planned.insert(new).clone(),
        }
    }

    /// Makes the demo store anew, of its files.
    pub async fn load_demo<F: Source>(
        &self,
        name: &str,
        files: &[F],
        desk: &Desk<'_>,
    ) -> Result<Vec<ImportedFile>, Failure> {
        let (old, before) = {
            let state = self.state.borrow();
            let old: Vec<_> = state
                .workspaces
                .iter()
                .filter(|w| w.record.demo)
                .map(|w| w.record.id)
                .collect();
            (old, state.app.current)
        };
        let new = self
            .state
            .borrow()
            .plan_workspace(name, true, true, desk.salt, desk.now);
        let id = self.create(new).await?;
        let done = self.import_into(Target::Open(id), files, desk).await;
        // A demo that is not whole is none: the one before stays.
        if done.is_err() || (desk.is_cancelled)() {
            self.delete_workspace(id).await?;
            if let Some(before) = before {
                self.open_workspace(before).await?;
            }
            return done;
        }
        for id in old {
            self.delete_workspace(id).await?;
        }
        done
    }

    async fn import_into<F: Source>(
        &self,
        mut target: Target,
        files: &[F],
        desk: &Desk<'_>,
    ) -> Result<Vec<ImportedFile>, Failure> {
        let mut done = Vec::new();
        for (index, file) in files.iter().enumerate() {
            let read = self
                .read_file(&target, file, Hints::default(), (index, files.len()), desk)
                .await?;
            let Some(mut imported) = read else {
                break;
            };
            let stored = self
                .store_import(target.clone(), &mut imported, desk.now)
                .await?;
            if stored.segment.is_some() {
                target = Target::Open(target.id());
            }
            done.push(stored);
        }
        Ok(done)
    }

    /// Reads a file to its end; `None` when that was cancelled. One that cannot be read is a report that says so.
    async fn read_file<F: Source>(
        &self,
        target: &Target,
        file: &F,
        hints: Hints,
        (index, files): (usize, usize),
        desk: &Desk<'_>,
    ) -> Result<Option<Imported>, Failure> {
        let salt = match target {
            Target::New(new) => new.record.salt,
            Target::Open(id) => {
                let state = self.state.borrow();
                state.workspace(*id).ok_or(Failure::NotFound)?.record.salt
            }
        };
        let context = ReadContext {
            salt,
            now: desk.now,
        };
        let templates: Vec<Template> = self.state.borrow().templates.clone();
        let (name, total_bytes) = (file.name(), file.size());
        let mut reader = FileReader::with_hints(&name, total_bytes, context, hints, templates);
        if self.may_know_of_old(target, total_bytes) {
            reader = reader.with_old_fingerprint();
        }
        let tell = |read_bytes: u64, rows: u64| {
            (desk.progress)(Progress {
                file: name.clone(),
                index,
                files,
                read_bytes,
                total_bytes,
                rows,
            });
        };
        let watch = Watch {
            progress: &tell,
            is_cancelled: desk.is_cancelled,
        };
        match read_file(reader, file, &watch).await {
            Ok(imported) => Ok(imported),
            Err(ReadFailed) => {
                let kind = IssueKind::UnreadableFile;
                let report = FileReport::unreadable(&name, total_bytes, kind);
                Ok(Some(Imported::nothing(report)))
            }
        }
    }

    /// Whether an import whose fingerprint is an old one may be of a file of this size.
    fn may_know_of_old(&self, target: &Target, bytes: u64) -> bool {
        let state = self.state.borrow();
        let is_old = |s: &Segment| s.hashed == Hashed::Whole && s.report.bytes == bytes;
        let open = state.workspace(target.id());
        open.is_some_and(|open| open.segments.iter().any(is_old))
    }

    /// Notes in the report what is to be said of a file beside what is there, and tells whether it is to be stored.
    pub(super) fn check(
        &self,
        target: &Target,
        imported: &Imported,
        report: &mut FileReport,
    ) -> Result<bool, Failure> {
        let pending = self.pending.borrow();
        let kind = imported.kind.map(|kind| kind.name);
        // A list of articles may be there as two kinds.
        let is_pending = |p: &Pending| {
            p.imported.fingerprint == imported.fingerprint
                && p.imported.kind.map(|kind| kind.name) == kind
                && p.target.id() == target.id()
        };
        if let Some(same) = pending.values().find(|p| is_pending(p)) {
            let file = same.imported.report.file.clone();
            report.repeats = Some(Repeats::Chosen(file));
            return Ok(false);
        }
        let Target::Open(id) = target else {
            return Ok(true);
        };
        let state = self.state.borrow();
        let open = state.workspace(*id).ok_or(Failure::NotFound)?;
        // One that cannot be read back is not there: it is replaced.
        let is_whole = |s: &&Segment| !state.data.damaged.contains(&s.id);
        let mut whole = open.segments.iter().filter(is_whole);
        if let Some(same) = whole.find(|s| is_of(s, imported)) {
            report.repeats = Some(Repeats::Imported(same.report.file.clone()));
            return Ok(false);
        }
        let meets = || {
            let there = imported.kind.and_then(|kind| state.data.records(kind));
            match (there, &imported.table) {
                (Some(there), Some(rows)) => checks::meet(there.kind(), there.table(), rows),
                _ => true,
            }
        };
        if let Some(issue) = checks::refusal(open, report, meets) {
            report.issues.insert(0, issue);
            return Ok(false);
        }
        let warnings = checks::warnings(open, report);
        report.issues.splice(0..0, warnings);
        Ok(true)
    }

    /// What storing a file would do to the rows of the open workspace, which have been read.
    pub(super) fn effect(&self, kind: &'static Kind, imported: &Imported) -> Effect {
        let state = self.state.borrow();
        match (state.data.records(kind), &imported.table) {
            (Some(records), Some(rows)) => records.effect(rows),
            _ => effect_on_nothing(kind, imported),
        }
    }
}

/// Whether an import is of the same file, read as the same kind.
pub(super) fn is_of(segment: &Segment, imported: &Imported) -> bool {
    let is_same_file = match segment.hashed {
        Hashed::Whole => imported.old_fingerprint == Some(segment.fingerprint),
        Hashed::Pieces => imported.fingerprint == segment.fingerprint,
    };
    let kind = imported.kind.map(|kind| kind.name);
    is_same_file && segment.report.kind.as_deref() == kind
}

/// What storing a file would do where nothing of its kind is.
pub(super) fn effect_on_nothing(kind: &'static Kind, imported: &Imported) -> Effect {
    let rows = imported.table.as_ref();
    rows.map(|rows| Records::new(kind).effect(rows))
        .unwrap_or_default()
}
