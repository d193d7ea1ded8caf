//! The records and their keys. Every record says which schema it was written under.
//!
//! | key | record |
//! |--|--|
//! | `app` | [`App`]: which workspace was open |
//! | `stamp` | [`Stamp`]: how often anything was written, by which tabs notice each other |
//! | `workspace/00000001` | [`Workspace`]: name, salt |
//! | `meta/00000001/00000007` | [`Segment`]: one import, without its rows |
//! | `rows/00000001/00000007` | its rows, see [`crate::table::encode`] |
//! | `desk/00000001/targets` | a part of what the operator keeps beside the imports, see [`crate::workspace::desk`] |
//! | `backup/00000001` | [`Note`]: the workspace's last backup |
//! | `template/0123456789abcdef` | [`Template`](crate::import::template::Template): what the operator said of a table |
//!
//! A new schema gets a new number here, a pure function in `upgraded` that brings a record of the number before to it,
//! and a fixture of the old form in the tests.
//!
//! | schema | what changed |
//! |--|--|
//! | 1 | the first: order lists only |
//! | 2 | many kinds of files: `new_orders` and `updated_orders` of a report are `new_rows` and `updated_rows`; an older app must not read rows of other kinds as orders |

#[cfg(doc)]
use crate::backup::Note;
use crate::import::columns::Salt;
use crate::import::kinds::Kind;
use crate::import::report::FileReport;
use crate::model::time::Civil;
use crate::protocol::{ImportEntry, SegmentId, WorkspaceId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 2;

/// Key of the [`App`] record.
pub const APP: &str = "app";
/// Key of the [`Stamp`] record.
pub const STAMP: &str = "stamp";
/// Start of the keys of [`Workspace`] records.
pub const WORKSPACES: &str = "workspace/";

/// Start of the keys of [`Note`] records.
pub const BACKUPS: &str = "backup/";
/// The families of records that make up a workspace beside its [`Workspace`]: what is deleted, backed up and restored with
/// it.
pub const FAMILIES: [&str; 3] = ["meta", "rows", DESK];
/// The family of what the operator keeps beside the imports.
pub const DESK: &str = "desk";

/// Start of the keys of a workspace's records of a family.
pub fn family_of(family: &str, workspace: WorkspaceId) -> String {
    format!("{family}/{workspace:08}/")
}

/// Key of the [`Note`] of a workspace's last backup. It belongs to this browser and is not part of a backup.
pub fn backup_key(workspace: WorkspaceId) -> String {
    format!("{BACKUPS}{workspace:08}")
}

/// Key of a part of what the operator keeps beside the imports.
pub fn desk_key(workspace: WorkspaceId, part: &str) -> String {
    format!("{DESK}/{workspace:08}/{part}")
}

/// Key under which the bytes of a part that could not be read stay when the part is kept anew.
pub fn damaged_desk_key(workspace: WorkspaceId, part: &str) -> String {
    format!("{DESK}/{workspace:08}/{part}.damaged")
}

/// Start of the keys of templates.
pub const TEMPLATES: &str = "template/";

/// Key of a template.
pub fn template_key(fingerprint: &str) -> String {
    format!("{TEMPLATES}{fingerprint}")
}

/// Key of a [`Workspace`] record.
pub fn workspace_key(id: WorkspaceId) -> String {
    format!("{WORKSPACES}{id:08}")
}

/// Start of the keys of a workspace's [`Segment`] records.
pub fn metas_of(workspace: WorkspaceId) -> String {
    format!("meta/{workspace:08}/")
}

/// Key of a [`Segment`] record.
pub fn meta_key(workspace: WorkspaceId, segment: SegmentId) -> String {
    format!("meta/{workspace:08}/{segment:08}")
}

/// Start of the keys of a workspace's rows.
pub fn rows_of(workspace: WorkspaceId) -> String {
    format!("rows/{workspace:08}/")
}

/// The identity at the end of a key.
pub fn id_of_key(key: &str) -> Option<u32> {
    key.rsplit('/').next()?.parse().ok()
}

/// Key of a segment's rows.
pub fn rows_key(workspace: WorkspaceId, segment: SegmentId) -> String {
    format!("rows/{workspace:08}/{segment:08}")
}

/// What the app remembers beside the workspaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// The workspace that was open last.
    pub current: Option<WorkspaceId>,
    /// The next workspace's identity: identities are never used again.
    pub next_workspace: WorkspaceId,
}

/// Changes with everything that is written: who has read it knows whether what he knows is still so. A newer version of the
/// app writes it in its own schema, which keeps an older tab from writing over newer records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Batches that were committed.
    pub batches: u64,
}

impl Stamp {
    /// The record that follows another one; the first where there is none, or none that can be read.
    pub fn after(known: Option<&[u8]>) -> Vec<u8> {
        let known: Stamp = known.and_then(|bytes| read(bytes).ok()).unwrap_or_default();
        write(&Stamp {
            batches: known.batches + 1,
        })
    }
}

/// A store's workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workspace {
    /// Its identity.
    pub id: WorkspaceId,
    /// The store's name.
    pub name: String,
    /// Whether the operator has named it; if not, the first file that names its shop does.
    pub is_named: bool,
    /// Whether it is the demo store.
    pub demo: bool,
    /// The secret under which its buyers are hashed.
    pub salt: Salt,
    /// When it was made, by the page's clock.
    pub created_at: Civil,
    /// The next import's identity: identities are never used again.
    pub next_segment: SegmentId,
}

/// One import, without its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Its identity in its workspace.
    pub id: SegmentId,
    /// When it was imported, by the page's clock.
    pub imported_at: Civil,
    /// Hash of the file's bytes.
    pub fingerprint: u64,
    /// How that was worked out.
    #[serde(default)]
    pub hashed: Hashed,
    /// Size of its rows in storage.
    pub stored_bytes: u64,
    /// What was read.
    pub report: FileReport,
}

/// How the bytes of a file were hashed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hashed {
    /// All in one go, by SipHash-1-3: imports whose record does not say how.
    #[default]
    Whole,
    /// Piece by piece, see [`crate::import::fingerprint`].
    Pieces,
}

impl Segment {
    /// Whether its rows are of this kind.
    pub fn is_of(&self, kind: &Kind) -> bool {
        self.report.kind.as_deref() == Some(kind.name)
    }

    /// What the log says of it.
    pub fn entry(&self) -> ImportEntry {
        ImportEntry {
            segment: self.id,
            imported_at: self.imported_at,
            report: self.report.clone(),
        }
    }
}

/// Why a record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version of the app has written it.
    Newer,
    /// It is damaged.
    Damaged,
}

#[derive(Serialize)]
struct Written<'a, T> {
    schema: u32,
    record: &'a T,
}

#[derive(Deserialize)]
struct Stored {
    schema: u32,
    record: Value,
}

/// The bytes of a record.
pub fn write<T: Serialize>(record: &T) -> Vec<u8> {
    // Records are plain data with string keys: they always serialise.
    serde_json::to_vec(&Written {
        schema: SCHEMA,
        record,
    })
    .unwrap_or_default()
}

/// Reads a record of this schema or an older one.
///
/// # Errors
/// [`Unreadable`] says whether an update or a backup helps.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    let stored: Stored = serde_json::from_slice(bytes).map_err(|_| Unreadable::Damaged)?;
    if stored.schema > SCHEMA {
        return Err(Unreadable::Newer);
    }
    let record = upgraded(stored.record, stored.schema);
    serde_json::from_value(record).map_err(|_| Unreadable::Damaged)
}

/// A record of an older schema in the form of this one.
fn upgraded(mut record: Value, schema: u32) -> Value {
    if schema < 2
        && let Some(report) = record.get_mut("report").and_then(Value::as_object_mut)
    {
        for (old, new) in [
            ("new_orders", "new_rows"),
            ("updated_orders", "updated_rows"),
        ] {
            if let Some(count) = report.remove(old) {
                report.insert(new.to_owned(), count);
            }
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_comes_back_and_a_newer_one_is_told_apart_from_a_damaged_one() {
        let app = App {
            current: Some(3),
            next_workspace: 4,
        };
        let bytes = write(&app);
        assert_eq!(read::<App>(&bytes), Ok(app));
        assert_eq!(read::<App>(&bytes[1..]), Err(Unreadable::Damaged));
        assert_eq!(
            read::<App>(br#"{"schema":999,"record":{"form":"unknown"}}"#),
            Err(Unreadable::Newer)
        );
    }

    #[test]
    fn a_record_of_schema_1_is_read() {
        let written = br#"{"schema":1,"record":{"id":1,"name":"A","is_named":true,"demo":false,"salt":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16],"created_at":848534400,"next_segment":2}}"#;
        let workspace: Workspace = read(written).expect("schema 1");
        assert_eq!(
            (
                workspace.name.as_str(),
                workspace.created_at.to_string().as_str()
            ),
            ("A", "2026-11-21 00:00:00")
        );
    }

    #[test]
    fn a_report_of_schema_1_keeps_its_counts() {
        let written = br#"{"schema":1,"record":{"id":7,"imported_at":848534400,"fingerprint":5,"stored_bytes":9,"report":{"file":"a.csv","bytes":3,"kind":"orders","encoding":"utf-8","delimiter":",","header_row":1,"columns":[],"dropped":[],"lacking":[],"rows":4,"accepted":4,"repeated":0,"new_orders":3,"updated_orders":1,"span":null,"issues":[{"kind":"bad_money","row":2,"column":"x","sample":"y","count":1}],"shop":null,"already_there":false}}}"#;
        let segment: Segment = read(written).expect("schema 1");
        let report = segment.report;
        assert_eq!((report.new_rows, report.updated_rows), (3, 1));
        assert_eq!(report.issues[0].rows, [0u64; 0]);
    }

    #[test]
    fn keys_sort_as_their_numbers_do() {
        assert!(meta_key(2, 9) < meta_key(2, 10));
        assert!(meta_key(2, 10).starts_with(&metas_of(2)));
    }
}
