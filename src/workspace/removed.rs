//! Imports that were taken out: kept in memory for as long as the worker lives, to be brought back.

use crate::protocol::{ImportEntry, SegmentId, WorkspaceId};
use crate::store::schema::Segment;

/// Imports that are kept.
const KEPT: usize = 8;

/// An import that was taken out.
#[derive(Clone, Debug)]
pub struct Removed {
    /// Where it was.
    pub workspace: WorkspaceId,
    /// Its record.
    pub segment: Segment,
    /// Its rows as they were stored.
    pub rows: Vec<u8>,
}

/// What was taken out, in the order in which that was done.
#[derive(Debug, Default)]
pub struct AllRemoved(Vec<Removed>);

impl AllRemoved {
    /// Keeps what was taken out; the oldest gives way when there are too many.
    pub fn put(&mut self, removed: Removed) {
        self.0.push(removed);
        let surplus = self.0.len().saturating_sub(KEPT);
        self.0.drain(..surplus);
    }

    /// Gives out what is to be brought back.
    pub fn take(&mut self, workspace: WorkspaceId, segment: SegmentId) -> Option<Removed> {
        let is_it = |r: &Removed| r.workspace == workspace && r.segment.id == segment;
        let at = self.0.iter().position(is_it)?;
        Some(self.0.remove(at))
    }

    /// Forgets those of a workspace of which this can be said.
    pub fn forget(&mut self, workspace: WorkspaceId, is_gone: impl Fn(&Segment) -> bool) {
        self.0
            .retain(|r| r.workspace != workspace || !is_gone(&r.segment));
    }

    /// Those of a workspace, taken out last first.
    pub fn entries(&self, workspace: WorkspaceId) -> Vec<ImportEntry> {
        let of_it = self.0.iter().rev().filter(|r| r.workspace == workspace);
        of_it.map(|r| r.segment.entry()).collect()
    }
}
