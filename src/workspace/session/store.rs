//! Storing what was read of a file, in one batch.

use super::import::{Pending, Target, effect_on_nothing, is_of};
use super::{Session, checks};
use crate::import::reader::Imported;
use crate::model::time::Civil;
use crate::protocol::{Failure, ImportedFile, PendingId, SegmentId};
use crate::store::schema::{self, Hashed, Segment, Workspace};
use crate::store::{Batch, Store};
use crate::table;
use crate::workspace::state::{Data, NewWorkspace};

impl<S: Store> Session<S> {
    /// Stores files that were read, one after the other. When storing one fails, it and those after it keep waiting.
    pub async fn store_pending(
        &self,
        ids: &[PendingId],
        now: Civil,
    ) -> Result<Vec<ImportedFile>, Failure> {
        let mut done = Vec::new();
        for id in ids {
            let waiting = self.pending.borrow_mut().remove(id);
            let Pending {
                target,
                mut imported,
            } = waiting.ok_or(Failure::NotFound)?;
            match self.store_import(target.clone(), &mut imported, now).await {
                Ok(file) => done.push(file),
                // It does not fit any more and is read anew: see `as_made`.
                Err(Failure::NotFound) => return Err(Failure::NotFound),
                Err(failure) => {
                    let pending = Pending { target, imported };
                    self.pending.borrow_mut().insert(*id, pending);
                    return Err(failure);
                }
            }
        }
        Ok(done)
    }

    /// Forgets files that were read.
    pub fn discard_pending(&self, ids: &[PendingId]) {
        self.pending.borrow_mut().retain(|id, _| !ids.contains(id));
    }

    /// Stores what came of a file, in one batch, and takes it in: once it is stored, its rows are taken out of it.
    pub(super) async fn store_import(
        &self,
        target: Target,
        imported: &mut Imported,
        now: Civil,
    ) -> Result<ImportedFile, Failure> {
        let target = self.as_made(target)?;
        let mut report = imported.report.clone();
        let (Some(rows), Some(kind)) = (&imported.table, imported.kind) else {
            return Ok(ImportedFile::not_stored(report));
        };
        if matches!(target, Target::Open(id) if Some(id) != self.state.borrow().app.current) {
            self.open_workspace(target.id()).await?;
        }
        if !self.check(&target, imported, &mut report)? {
            return Ok(ImportedFile::not_stored(report));
        }
        let mut record = match &target {
            Target::New(new) => new.record.clone(),
            Target::Open(id) => {
                let state = self.state.borrow();
                state
                    .workspace(*id)
                    .ok_or(Failure::NotFound)?
                    .record
                    .clone()
            }
        };
        let shop = report.shop.clone();
        let is_first = {
            let state = self.state.borrow();
            let there = state.workspace(record.id);
            there.is_none_or(|w| w.shops().next().is_none())
        };
        if let Some(shop) = shop.filter(|_| !record.is_named && is_first) {
            record.name = shop;
            record.is_named = true;
        }
        let effect = match &target {
            Target::Open(_) => {
                self.need(kind).await?;
                self.effect(kind, imported)
            }
            Target::New(_) => effect_on_nothing(kind, imported),
        };
        report.new_rows = effect.added;
        report.updated_rows = effect.changed;
        let (workspace, id) = (record.id, record.next_segment);
        record.next_segment += 1;
        let bytes = table::encode(rows);
        let segment = Segment {
            id,
            imported_at: now,
            fingerprint: imported.fingerprint,
            hashed: Hashed::Pieces,
            stored_bytes: bytes.len() as u64,
            report: report.clone(),
        };
        let replaced = self.unreadable(&target, imported);
        let remove = |batch: Batch, id: &SegmentId| {
            let batch = batch.delete(schema::meta_key(workspace, *id));
            batch.delete(schema::rows_key(workspace, *id))
        };
        let batch = replaced
            .iter()
            .fold(Batch::default(), remove)
            .add(schema::meta_key(workspace, id), schema::write(&segment))
            .add(schema::rows_key(workspace, id), bytes);
        self.commit(with_record(batch, &target, &record)).await?;
        let mut state = self.state.borrow_mut();
        if let Target::New(new) = target {
            state.open_new(*new);
            state.data = Data::default();
        }
        if let Some(rows) = imported.table.take() {
            state.data.add(kind, rows, &segment.report.lacking);
        }
        state.data.damaged.retain(|id| !replaced.contains(id));
        // It stands in for what was taken out of the same file, and beside some it must not stand.
        let gives_way =
            |s: &Segment| is_of(s, imported) || checks::excludes(&segment.report, &s.report);
        state.removed.forget(workspace, gives_way);
        if let Some(open) = state.workspace_mut(workspace) {
            open.record = record;
            open.segments.retain(|s| !replaced.contains(&s.id));
            open.segments.push(segment);
        }
        Ok(ImportedFile {
            report,
            segment: Some(id),
        })
    }

    /// The workspace that was to be made may be there by now: made by a file before, or by another tab. Rows that were read
    /// under another secret than it has do not fit and are no longer there: they have to be read again.
    fn as_made(&self, target: Target) -> Result<Target, Failure> {
        let state = self.state.borrow();
        match target {
            Target::New(new) => match state.workspace(new.record.id) {
                Some(made) if made.record.salt == new.record.salt => {
                    Ok(Target::Open(new.record.id))
                }
                Some(_) => Err(Failure::NotFound),
                None => Ok(Target::New(new)),
            },
            target => Ok(target),
        }
    }

    /// The imports of the same file whose rows cannot be read back: the file takes their place.
    fn unreadable(&self, target: &Target, imported: &Imported) -> Vec<SegmentId> {
        let state = self.state.borrow();
        let there = match target {
            Target::Open(id) => state.workspace(*id).map(|w| w.segments.as_slice()),
            Target::New(_) => None,
        };
        let same = there
            .unwrap_or_default()
            .iter()
            .filter(|s| is_of(s, imported));
        let ids = same.map(|s| s.id);
        ids.filter(|id| state.data.damaged.contains(id)).collect()
    }
}

fn with_record(batch: Batch, target: &Target, record: &Workspace) -> Batch {
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
