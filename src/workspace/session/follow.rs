//! Keeping up with other tabs. Whoever writes changes the stamp with it; who has read an older one reads again before he
//! writes, and who finds one of a newer version writes no more.

use super::Session;
use crate::import::template::Template;
use crate::protocol::{Failure, SegmentId};
use crate::store::schema::{self, STAMP, Stamp, Unreadable, Workspace};
use crate::store::{Batch, Store};
use crate::workspace::desk::Papers;
use crate::workspace::state::{State, WorkspaceState};

/// What other tabs have written since the store was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// Nothing.
    Nothing,
    /// Something of which there is little to see: which store was open, a backup.
    Unseen,
    /// Imports, stores, templates or what is kept beside them.
    Seen,
}

impl<S: Store> Session<S> {
    /// The stamp as it is stored.
    pub(super) async fn stored_stamp(&self) -> Result<Option<Vec<u8>>, Failure> {
        let stamp = self.store.get(STAMP).await?;
        match stamp.as_deref().map(schema::read::<Stamp>) {
            Some(Err(Unreadable::Newer)) => Err(Failure::NewerSchema),
            _ => Ok(stamp),
        }
    }

    /// Makes all changes of a batch, if the store is still as this session has read it.
    pub(super) async fn commit(&self, batch: Batch) -> Result<(), Failure> {
        if self.state.borrow().is_outdated {
            return Err(Failure::NewerSchema);
        }
        let known = self.stamp.borrow().clone();
        let next = Stamp::after(known.as_deref());
        let batch = batch.matching(STAMP.to_owned(), known);
        let only_removes = batch.only_removes();
        let stamped = batch.clone().put(STAMP.to_owned(), next.clone());
        let stamp = match self.store.commit(stamped).await.map_err(Failure::from) {
            // A disk so full that not even the stamp has room: what makes room goes ahead without one.
            Err(Failure::QuotaExceeded) if only_removes => {
                self.store.commit(batch.delete(STAMP.to_owned())).await?;
                None
            }
            committed => committed.map(|()| Some(next))?,
        };
        *self.stamp.borrow_mut() = stamp;
        Ok(())
    }

    /// Reads the store again if anything else has written to it. When that was a newer version of the app, nothing is written
    /// from here on.
    pub async fn follow(&self) -> Result<Followed, Failure> {
        if self.state.borrow().is_outdated {
            return Err(Failure::NewerSchema);
        }
        let followed = self.read_if_changed().await;
        if followed == Err(Failure::NewerSchema) {
            self.state.borrow_mut().is_outdated = true;
        }
        followed
    }

    async fn read_if_changed(&self) -> Result<Followed, Failure> {
        if self.stored_stamp().await? == *self.stamp.borrow() {
            return Ok(Followed::Nothing);
        }
        let (before, current) = {
            let state = self.state.borrow();
            (seen(&state), state.app.current)
        };
        self.open(current).await?;
        Ok(match before == seen(&self.state.borrow()) {
            true => Followed::Unseen,
            false => Followed::Seen,
        })
    }
}

/// What there is to see of a store.
type Seen = (Workspace, Vec<SegmentId>, Papers);

/// What there is to see of the stores; backups do not count.
fn seen(state: &State) -> (Vec<Seen>, Vec<Template>) {
    let ids = |segments: &[schema::Segment]| segments.iter().map(|s| s.id).collect();
    let store = |w: &WorkspaceState| (w.record.clone(), ids(&w.segments), w.papers.clone());
    (
        state.workspaces.iter().map(store).collect(),
        state.templates.clone(),
    )
}
