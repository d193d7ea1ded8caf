//! What belongs to a workspace, and where it goes when it is restored.
//!
//! In a backup the keys are without the workspace's identity: `workspace`, `meta/00000007`, `rows/00000007`, `desk/targets`. The records are
//! the bytes of the store, in the schema that they were written under: what reads an old store also reads an old backup.

use super::container::{Container, Records};
use super::{Part, Summary, Trouble};
use crate::model::time::Span;
use crate::protocol::WorkspaceId;
use crate::store::schema::{self, Segment, Unreadable, Workspace};
use crate::store::{Batch, Store, StoreError};
use crate::workspace::desk::revision_in;
use serde::de::IgnoredAny;

/// The key of the [`Workspace`] record in a backup.
const WORKSPACE: &str = "workspace";
/// Records that all workspaces share: a backup carries them along, and restoring it adds those that are not there.
const SHARED: [&str; 1] = [schema::TEMPLATES];

/// Everything of a workspace as it is stored; nothing when it is not there.
///
/// # Errors
/// Those of the store, and [`StoreError::Changed`] when another tab has changed the workspace meanwhile.
pub async fn gather<S: Store>(store: &S, workspace: WorkspaceId) -> Result<Records, StoreError> {
    let key = schema::workspace_key(workspace);
    let metas = schema::metas_of(workspace);
    let Some(record) = store.get(&key).await? else {
        return Ok(Records::new());
    };
    let before = store.scan(&metas).await?;
    let mut records = vec![(WORKSPACE.to_owned(), record.clone())];
    for family in schema::FAMILIES {
        let prefix = schema::family_of(family, workspace);
        for key in store.keys(&prefix).await? {
            match store.get(&key).await {
                Ok(bytes) => {
                    let name = format!("{family}/{}", &key[prefix.len()..]);
                    records.extend(bytes.map(|bytes| (name, bytes)));
                }
                // What the disk has lost cannot be saved; the rest can.
                Err(StoreError::Unreadable) => {}
                Err(error) => return Err(error),
            }
        }
    }
    for prefix in SHARED {
        records.extend(store.scan(prefix).await?);
    }
    // An import that came or went between two scans would be here by half.
    if store.get(&key).await? != Some(record) || store.scan(&metas).await? != before {
        return Err(StoreError::Changed);
    }
    Ok(records)
}

/// What a container holds.
///
/// # Errors
/// [`Trouble::Newer`] when a record is of a newer schema, [`Trouble::Damaged`] when there is no readable workspace in it. An
/// import that was damaged in the store already is none of the two: it is kept as it is, as the store does.
pub fn summary(container: &Container<'_>, bytes: u64, sealed: bool) -> Result<Summary, Trouble> {
    let workspace = workspace(container)?;
    let mut imports = Vec::new();
    let mut span: Option<Span> = None;
    let mut desk = 0;
    for (key, record) in &container.records {
        let Some(place) = place_of(key, 0) else {
            return Err(Trouble::Newer);
        };
        if place.has_schema && schema::read::<IgnoredAny>(record) == Err(Unreadable::Newer) {
            return Err(Trouble::Newer);
        }
        if let Some((schema::DESK, _)) = key.split_once('/') {
            desk = desk.max(revision_in(record).unwrap_or(0));
        }
        if let Ok(segment) = schema::read::<Segment>(record)
            && key.starts_with("meta/")
        {
            imports.push(segment.id);
            let both = |a: Span, b: Span| Span::new(a.first.min(b.first), a.last.max(b.last));
            span = match (span, segment.report.span) {
                (Some(a), Some(b)) => Some(both(a, b)),
                (a, b) => a.or(b),
            };
        }
    }
    Ok(Summary {
        store: workspace.name,
        demo: workspace.demo,
        made_at: container.made_at,
        imports,
        desk,
        span,
        bytes,
        sealed,
        digest: container.digest.clone(),
    })
}

/// The workspace record of a container.
pub fn workspace(container: &Container<'_>) -> Result<Workspace, Trouble> {
    let damaged = || Trouble::Damaged(Part::Record(WORKSPACE.to_owned()));
    let mut records = container.records.iter();
    let (_, record) = records.find(|(k, _)| k == WORKSPACE).ok_or_else(damaged)?;
    schema::read(record).map_err(|why| match why {
        Unreadable::Newer => Trouble::Newer,
        Unreadable::Damaged => damaged(),
    })
}

/// Adds the records of a container to a batch, under the identity that the workspace has from now on, but for the
/// [`Workspace`] record itself. Shared records that are there stay as they are.
pub async fn restore<S: Store>(
    store: &S,
    container: &Container<'_>,
    workspace: WorkspaceId,
    mut batch: Batch,
) -> Result<Batch, StoreError> {
    for (key, record) in &container.records {
        let Some(place) = place_of(key, workspace).filter(|_| key != WORKSPACE) else {
            continue;
        };
        if !place.is_shared {
            batch = batch.put(place.key, record.to_vec());
        } else if store.get(&place.key).await?.is_none() {
            batch = batch.add(place.key, record.to_vec());
        }
    }
    Ok(batch)
}

struct KeyPlace {
    key: String,
    has_schema: bool,
    is_shared: bool,
}

/// Where a record of a backup stands in the store of a workspace; nowhere, if no version up to this one knows its family.
fn place_of(key: &str, workspace: WorkspaceId) -> Option<KeyPlace> {
    if key == WORKSPACE {
        return Some(KeyPlace {
            key: schema::workspace_key(workspace),
            has_schema: true,
            is_shared: false,
        });
    }
    if SHARED.iter().any(|prefix| key.starts_with(prefix)) {
        return Some(KeyPlace {
            key: key.to_owned(),
            has_schema: true,
            is_shared: true,
        });
    }
    let (family, rest) = key.split_once('/')?;
    schema::FAMILIES.contains(&family).then(|| KeyPlace {
        key: schema::family_of(family, workspace) + rest,
        // Rows have a form of their own, and a checksum instead.
        has_schema: family != "rows",
        is_shared: false,
    })
}
