//! Making one file of a workspace, and a workspace of such a file.

use super::Session;
use crate::backup::container::{self, Container};
use crate::backup::seal::{self, Entropy};
use crate::backup::{Note, Place, Summary, Trouble, records};
use crate::model::time::Civil;
use crate::protocol::{Failure, WorkspaceId};
use crate::store::schema::{self, App, Workspace};
use crate::store::{Batch, Store};
use crate::workspace::source::Source;
use std::collections::BTreeMap;

/// How a backup is encrypted.
pub struct Sealing<'a> {
    /// What opens it again.
    pub passphrase: &'a str,
    /// Fresh randomness.
    pub entropy: Entropy,
    /// How much work a guess costs: [`seal::WORK`].
    pub work: u8,
}

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file's content.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub summary: Summary,
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Failure {
        Failure::Backup(trouble)
    }
}

impl<S: Store> Session<S> {
    /// Makes a backup of a workspace. What the workspace remembers of it waits until it is where it belongs: see
    /// [`Session::note_backup`].
    pub async fn make_backup(
        &self,
        workspace: WorkspaceId,
        now: Civil,
        sealing: Option<&Sealing<'_>>,
    ) -> Result<Made, Failure> {
        let records = records::gather(&self.store, workspace).await?;
        if records.is_empty() {
            return Err(Failure::NotFound);
        }
        let packed = container::pack(now, &records);
        drop(records);
        // What was written is read once before it is handed out.
        let container = container::unpack(&packed)?;
        let summary = records::summary(&container, packed.len() as u64, sealing.is_some())?;
        let bytes = match sealing {
            Some(sealing) => {
                seal::seal(&packed, sealing.passphrase, &sealing.entropy, sealing.work)?
            }
            None => packed,
        };
        Ok(Made { bytes, summary })
    }

    /// Remembers a workspace's last backup.
    pub async fn note_backup(&self, workspace: WorkspaceId, note: Note) -> Result<(), Failure> {
        let batch = Batch::default()
            .expect(schema::workspace_key(workspace))
            .put(schema::backup_key(workspace), schema::write(&note));
        self.commit(batch).await?;
        if let Some(workspace) = self.state.borrow_mut().workspace_mut(workspace) {
            workspace.backup = Some(note);
        }
        Ok(())
    }

    /// Says what a backup holds, once every byte of it has been checked.
    pub async fn read_backup<F: Source>(
        &self,
        file: &F,
        passphrase: Option<&str>,
    ) -> Result<Summary, Failure> {
        let (packed, sealed) = packed(file, passphrase).await?;
        let container = container::unpack(&packed)?;
        Ok(records::summary(&container, packed.len() as u64, sealed)?)
    }

    /// Makes a workspace of a backup, in the place of another one or as a new one, and opens it.
    pub async fn restore_backup<F: Source>(
        &self,
        file: &F,
        passphrase: Option<&str>,
        replaces: Option<WorkspaceId>,
    ) -> Result<(), Failure> {
        let (packed, sealed) = packed(file, passphrase).await?;
        let container = container::unpack(&packed)?;
        let summary = records::summary(&container, packed.len() as u64, sealed)?;
        let (app, record) = self.place(&container, replaces)?;
        let id = record.id;
        let note = Note {
            made_at: summary.made_at,
            imports: summary.imports,
            desk: summary.desk,
            place: Place::Restored,
            file: file.name(),
        };
        let (key, written) = (schema::workspace_key(id), schema::write(&record));
        let batch = match replaces {
            Some(_) => Batch::default().expect(key.clone()).put(key, written),
            None => Batch::default().add(key, written),
        };
        let batch = schema::FAMILIES.iter().fold(batch, |batch, family| {
            batch.clear(schema::family_of(family, id))
        });
        let batch = batch
            .put(schema::APP.to_owned(), schema::write(&app))
            .put(schema::backup_key(id), schema::write(&note));
        let batch = records::restore(&self.store, &container, id, batch).await?;
        self.commit(batch).await?;
        self.state.borrow_mut().removed.forget(id, |_| true);
        self.open(Some(id)).await
    }

    /// Which identity and name the workspace of a backup gets here.
    fn place(
        &self,
        container: &Container<'_>,
        replaces: Option<WorkspaceId>,
    ) -> Result<(App, Workspace), Failure> {
        let state = self.state.borrow();
        let stored = records::workspace(container)?;
        let next = state.app.next_workspace.max(1);
        let id = match replaces {
            Some(id) => {
                state.workspace(id).ok_or(Failure::NotFound)?;
                id
            }
            None => next,
        };
        let is_taken = |name: &str| {
            let mut others = state.workspaces.iter().filter(|w| w.record.id != id);
            others.any(|w| w.record.name == name)
        };
        let numbered = (2..).map(|n| format!("{} ({n})", stored.name));
        let name = std::iter::once(stored.name.clone())
            .chain(numbered)
            .find(|name| !is_taken(name))
            .unwrap_or_default();
        let app = App {
            current: Some(id),
            next_workspace: next.max(id + 1),
        };
        Ok((app, Workspace { id, name, ..stored }))
    }

    /// The notes on all workspaces' last backups. What cannot be read is as if there had been no backup: another one helps.
    pub(super) async fn notes(&self) -> Result<BTreeMap<WorkspaceId, Note>, Failure> {
        let notes = self.store.scan(schema::BACKUPS).await?;
        let read = |(key, bytes): (String, Vec<u8>)| {
            Some((schema::id_of_key(&key)?, schema::read(&bytes).ok()?))
        };
        Ok(notes.into_iter().filter_map(read).collect())
    }
}

/// A file's container, and whether it was encrypted.
async fn packed<F: Source>(file: &F, passphrase: Option<&str>) -> Result<(Vec<u8>, bool), Trouble> {
    let size = file.size();
    let bytes = file.read(0, size).await.map_err(|_| Trouble::Unreadable)?;
    if bytes.len() as u64 != size {
        return Err(Trouble::Unreadable);
    }
    if !seal::is_sealed(&bytes) {
        return Ok((bytes, false));
    }
    let passphrase = passphrase.ok_or(Trouble::Locked)?;
    Ok((seal::open(&bytes, passphrase)?, true))
}
