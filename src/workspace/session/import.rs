//! Reading files into a workspace, each stored in one batch before the next is begun.

use super::Session;
use crate::import::columns::{ReadContext, Salt};
use crate::import::issues::{Issue, IssueKind};
use crate::import::reader::{FileReader, Imported};
use crate::import::report::FileReport;
use crate::model::time::Civil;
use crate::protocol::{Failure, ImportedFile, Progress, WorkspaceId};
use crate::store::schema::{self, Segment, Workspace};
use crate::store::{Batch, Store};
use crate::table;
use crate::workspace::source::{ReadFailed, Source};
use crate::workspace::state::{Data, NewWorkspace, WorkspaceState};
use std::borrow::Borrow;

/// Bytes read from a file at a time.
const PIECE_BYTES: u64 = 4 << 20;
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
enum Target {
    /// Into a workspace that is there.
    Open(WorkspaceId),
    /// Into one that is made together with the first import, and not before.
    New(Box<NewWorkspace>),
}

impl<S: Store> Session<S> {
    /// Reads files one after the other into a workspace. Without one, or for the demo store, the newest own workspace is
    /// taken, or a new one made. Cancelled, it keeps what is stored and tells of the files that were read.
    pub async fn import<F: Source>(
        &self,
        workspace: Option<WorkspaceId>,
        files: &[F],
        desk: &Desk<'_>,
    ) -> Result<Vec<ImportedFile>, Failure> {
        let target = self.target(workspace, desk).await?;
        self.import_into::<F>(target, files.iter(), files.len(), desk)
            .await
    }

    async fn target(
        &self,
        wanted: Option<WorkspaceId>,
        desk: &Desk<'_>,
    ) -> Result<Target, Failure> {
        let (id, is_open) = {
            let state = self.state.borrow();
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
            None => {
                let new = self
                    .state
                    .borrow()
                    .plan_workspace(UNNAMED, false, false, desk.salt, desk.now);
                Ok(Target::New(Box::new(new)))
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
        let done = self
            .import_into::<F>(Target::Open(id), files, count, desk)
            .await;
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
        files: impl Iterator<Item = impl Borrow<F>>,
        count: usize,
        desk: &Desk<'_>,
    ) -> Result<Vec<ImportedFile>, Failure> {
        let mut done = Vec::new();
        for (index, file) in files.enumerate() {
            let file = file.borrow();
            let salt = match &target {
                Target::New(new) => new.record.salt,
                Target::Open(id) => {
                    self.state
                        .borrow()
                        .workspace(*id)
                        .ok_or(Failure::NotFound)?
                        .record
                        .salt
                }
            };
            let context = ReadContext {
                salt,
                now: desk.now,
            };
            let Some(read) = read_file(file, context, (index, count), desk).await else {
                break;
            };
            done.push(match read {
                Ok(imported) => self.store_import(&mut target, imported, desk.now).await?,
                Err(ReadFailed) => ImportedFile {
                    report: FileReport::unreadable(
                        &file.name(),
                        file.size(),
                        IssueKind::UnreadableFile,
                    ),
                    segment: None,
                },
            });
        }
        Ok(done)
    }

    /// Stores what came of a file, in one batch, and takes it in.
    async fn store_import(
        &self,
        target: &mut Target,
        imported: Imported,
        now: Civil,
    ) -> Result<ImportedFile, Failure> {
        let Imported {
            mut report,
            table,
            fingerprint,
            ..
        } = imported;
        let nothing = |report| {
            Ok(ImportedFile {
                report,
                segment: None,
            })
        };
        let Some(rows) = table else {
            return nothing(report);
        };
        let mut record = match &*target {
            Target::New(new) => new.record.clone(),
            Target::Open(id) => {
                let state = self.state.borrow();
                let open = state.workspace(*id).ok_or(Failure::NotFound)?;
                if open.segments.iter().any(|s| s.fingerprint == fingerprint) {
                    report.already_there = true;
                    return nothing(report);
                }
                if let Some(issue) = would_count_twice(open, &report) {
                    report.issues.insert(0, issue);
                    return nothing(report);
                }
                let warnings = [other_shop(open, &report), may_count_twice(open, &report)];
                report.issues.splice(0..0, warnings.into_iter().flatten());
                open.record.clone()
            }
        };
        let workspace = record.id;
        if let Some(shop) = report
            .shop
            .clone()
            .filter(|_| !record.is_named && record.next_segment == 1)
        {
            record.name = shop;
            record.is_named = true;
        }
        let id = record.next_segment;
        record.next_segment += 1;
        let (new_orders, updated_orders) = match &*target {
            Target::Open(_) => self.state.borrow().data.orders.effect(&rows),
            Target::New(_) => (rows.rows() as u64, 0),
        };
        report.new_orders = new_orders;
        report.updated_orders = updated_orders;
        let bytes = table::encode(&rows);
        let stored_bytes = bytes.len() as u64;
        let segment = Segment {
            id,
            imported_at: now,
            fingerprint,
            stored_bytes,
            report: report.clone(),
        };
        let batch = Batch::default()
            .add(schema::meta_key(workspace, id), schema::write(&segment))
            .add(schema::rows_key(workspace, id), bytes);
        self.store
            .commit(self.with_record(batch, target, &record))
            .await?;
        let mut state = self.state.borrow_mut();
        if let Target::New(new) = std::mem::replace(target, Target::Open(workspace)) {
            state.open_new(*new);
            state.data = Data::default();
        }
        state.data.orders.add(&rows, &segment.report.lacking);
        if let Some(open) = state.workspace_mut(workspace) {
            open.record = record;
            open.segments.push(segment);
        }
        Ok(ImportedFile {
            report,
            segment: Some(id),
        })
    }

    fn with_record(&self, batch: Batch, target: &Target, record: &Workspace) -> Batch {
        let key = schema::workspace_key(record.id);
        match target {
            Target::New(new) => NewWorkspace {
                record: record.clone(),
                ..(**new).clone()
            }
            .batch(batch),
            Target::Open(_) => batch.expect(key.clone()).put(key, schema::write(record)),
        }
    }
}

/// Whether Excel has destroyed most of a file's order numbers.
fn is_damaged(report: &FileReport) -> bool {
    let damaged = report
        .issues
        .iter()
        .find(|i| i.kind == IssueKind::DamagedId);
    damaged.is_some_and(|i| i.count * 2 > report.accepted)
}

/// The imports of a workspace that speak of the same days.
fn overlapping<'a>(
    open: &'a WorkspaceState,
    report: &FileReport,
) -> impl Iterator<Item = &'a FileReport> {
    let span = report.span;
    let is_over =
        move |r: &&FileReport| matches!((r.span, span), (Some(a), Some(b)) if a.overlaps(b));
    open.segments.iter().map(|s| &s.report).filter(is_over)
}

/// Orders whose numbers Excel has destroyed cannot be recognised: over days that are there already they would count a
/// second time.
fn would_count_twice(open: &WorkspaceState, report: &FileReport) -> Option<Issue> {
    (is_damaged(report) && overlapping(open, report).next().is_some())
        .then(|| whole_file(IssueKind::WouldCountTwice, ""))
}

/// The same the other way round: the damaged file was first.
fn may_count_twice(open: &WorkspaceState, report: &FileReport) -> Option<Issue> {
    let damaged = overlapping(open, report).find(|r| is_damaged(r))?;
    Some(whole_file(IssueKind::MayCountTwice, &damaged.file))
}

/// A file that names another shop than those before.
fn other_shop(open: &WorkspaceState, report: &FileReport) -> Option<Issue> {
    let shop = report.shop.clone()?;
    let is_other = open.shops().next().is_some() && open.shops().all(|s| s != shop);
    is_other.then(|| whole_file(IssueKind::OtherStore, &shop))
}

fn whole_file(kind: IssueKind, sample: &str) -> Issue {
    Issue {
        kind,
        row: 0,
        column: String::new(),
        sample: sample.to_owned(),
        count: 1,
    }
}

/// Reads a file to its end; `None` when that was cancelled.
async fn read_file<F: Source>(
    file: &F,
    context: ReadContext,
    (index, files): (usize, usize),
    desk: &Desk<'_>,
) -> Option<Result<Imported, ReadFailed>> {
    let (name, total_bytes) = (file.name(), file.size());
    let mut reader = FileReader::new(&name, total_bytes, context);
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
