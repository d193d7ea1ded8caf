//! Backups of whole workspaces, driven natively: made in one store and restored in another.

use dianzhang::analytics::period::Period;
use dianzhang::backup::container::{Records, pack, unpack};
use dianzhang::backup::{Note, Part, Place, Summary, Trouble};
use dianzhang::model::time::Civil;
use dianzhang::protocol::{BackupState, BoardQuery, Failure, WorkspaceId};
use dianzhang::store::schema::{rows_key, workspace_key};
use dianzhang::store::{Batch, MemoryStore, Store};
use dianzhang::workspace::session::{Desk, Made, Sealing, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use std::path::Path;
use std::rc::Rc;

const NOW: Civil = Civil(848_534_400);
const LITTLE_WORK: u8 = 4;

type Shop = Session<Rc<MemoryStore>>;

fn fixture(path: &str) -> MemoryFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    MemoryFile {
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        bytes: std::fs::read(folder.join(path)).expect("a fixture"),
    }
}

fn empty() -> Shop {
    let session = Session::new(Rc::new(MemoryStore::default()), true);
    block_on(session.open(None)).expect("an empty store opens");
    session
}

/// A shop with two imports that overlap.
fn shop() -> Shop {
    let session = empty();
    import(
        &session,
        &["orders/overlap_old.csv", "orders/overlap_new.csv"],
    );
    session
}

fn import(session: &Shop, paths: &[&str]) {
    let desk = Desk {
        now: NOW,
        salt: [9; 16],
        progress: &|_| {},
        is_cancelled: &|| false,
    };
    let files: Vec<_> = paths.iter().map(|p| fixture(p)).collect();
    let current = session.state.borrow().app.current;
    block_on(session.import(current, &files, &desk)).expect("imports");
}

fn backup(session: &Shop, workspace: WorkspaceId) -> Made {
    block_on(session.make_backup(workspace, NOW, None)).expect("a backup")
}

fn as_file(bytes: &[u8]) -> MemoryFile {
    MemoryFile {
        name: "店-2026-11-21.dianzhang".to_owned(),
        bytes: bytes.to_vec(),
    }
}

fn restore(session: &Shop, bytes: &[u8], replaces: Option<WorkspaceId>) -> Result<(), Failure> {
    block_on(session.restore_backup(&as_file(bytes), None, replaces))
}

fn read(bytes: &[u8], passphrase: Option<&str>) -> Result<Summary, Failure> {
    block_on(empty().read_backup(&as_file(bytes), passphrase))
}

/// Orders, paid and refunded amount of the open workspace over everything.
fn totals(session: &Shop) -> (i64, i64, i64) {
    let query = BoardQuery {
        period: Period::All,
        ..BoardQuery::default()
    };
    let total = session.state.borrow().board(query).expect("orders").total;
    (total.orders, total.paid_net_fen(), total.refund_fen)
}

fn names(session: &Shop) -> Vec<String> {
    let overview = session.state.borrow_mut().changed();
    overview.workspaces.into_iter().map(|w| w.name).collect()
}

fn state(session: &Shop) -> BackupState {
    let overview = session.state.borrow_mut().changed();
    let mut cards = overview.workspaces.into_iter();
    let card = cards.find(|w| Some(w.id) == overview.current);
    card.expect("an open workspace").backup
}

fn owned(bytes: &[u8]) -> Records {
    let container = unpack(bytes).expect("a container");
    let records = container.records.into_iter();
    records.map(|(key, bytes)| (key, bytes.to_vec())).collect()
}

/// The records of a backup with one of them written anew.
fn with_record(bytes: &[u8], key: &str, record: &[u8]) -> Vec<u8> {
    let mut records = owned(bytes);
    let found = records.iter_mut().find(|(k, _)| k == key);
    found.expect("the record").1 = record.to_vec();
    pack(NOW, &records)
}

#[test]
fn another_machine_has_the_store_byte_for_byte() {
    let session = shop();
    let made = backup(&session, 1);
    let other = empty();
    restore(&other, &made.bytes, None).expect("restored");
    assert_eq!(totals(&other), totals(&session));
    let again = backup(&other, 1);
    assert_eq!(owned(&again.bytes), owned(&made.bytes));
    assert_eq!(again.bytes, made.bytes, "at the same time even the file");
    // The same secret: a buyer of before is the same buyer in the next file.
    let salt = |s: &Shop| s.state.borrow().workspaces[0].record.salt;
    assert_eq!(salt(&other), salt(&session));
}

#[test]
fn a_restored_store_stands_beside_the_others_under_its_own_identity_and_name() {
    let session = shop();
    let made = backup(&session, 1);
    restore(&session, &made.bytes, None).expect("restored");
    let name = names(&session)[0].clone();
    assert_eq!(names(&session), [name.clone(), format!("{name} (2)")]);
    assert_eq!(session.state.borrow().app.current, Some(2));
    let but_the_workspace = |made: Made| owned(&made.bytes)[1..].to_vec();
    let (first, second) = (backup(&session, 1), backup(&session, 2));
    assert_eq!(but_the_workspace(second), but_the_workspace(first));
    block_on(session.delete_workspace(2)).expect("deleted");
    let keys = session.store.all_keys();
    assert!(keys.iter().all(|k| !k.contains("00000002/")), "{keys:?}");
    assert!(!keys.contains(&"backup/00000002".to_owned()));
    assert_eq!(totals(&session), (7, 19_450, 2_550));
}

#[test]
fn a_restored_store_takes_the_place_of_another_only_when_told() {
    let session = shop();
    let made = backup(&session, 1);
    import(&session, &["orders/netted_refunds.csv"]);
    assert_ne!(totals(&session), (7, 19_450, 2_550));
    restore(&session, &made.bytes, Some(1)).expect("replaced");
    assert_eq!(names(&session).len(), 1);
    assert_eq!(totals(&session), (7, 19_450, 2_550));
    assert_eq!(owned(&backup(&session, 1).bytes), owned(&made.bytes));
    let gone = restore(&session, &made.bytes, Some(9));
    assert_eq!(gone, Err(Failure::NotFound));
}

#[test]
fn a_backup_that_cannot_be_read_changes_nothing() {
    let session = shop();
    let made = backup(&session, 1);
    let before = block_on(session.store.scan("")).expect("records");
    for end in [0, 5, 30, made.bytes.len() / 2, made.bytes.len() - 1] {
        let cut = restore(&session, &made.bytes[..end], Some(1));
        assert!(matches!(cut, Err(Failure::Backup(_))), "{cut:?}");
    }
    assert_eq!(block_on(session.store.scan("")), Ok(before));
}

#[test]
fn a_changed_record_is_named() {
    let made = backup(&shop(), 1);
    let mut bytes = made.bytes;
    *bytes.last_mut().expect("bytes") ^= 4;
    let named = Trouble::Damaged(Part::Record("rows/00000002".to_owned()));
    assert_eq!(read(&bytes, None), Err(Failure::Backup(named)));
    let csv = fixture("orders/overlap_old.csv");
    assert_eq!(
        read(&csv.bytes, None),
        Err(Failure::Backup(Trouble::Foreign))
    );
}

#[test]
fn a_passphrase_locks_and_opens() {
    let session = shop();
    let sealing = Sealing {
        passphrase: "青禾 2026",
        entropy: [3; 48],
        work: LITTLE_WORK,
    };
    let made = block_on(session.make_backup(1, NOW, Some(&sealing))).expect("a backup");
    let plain = backup(&session, 1);
    assert!(made.summary.sealed && !plain.summary.sealed);
    assert_eq!(made.summary.digest, plain.summary.digest);
    let failed = |trouble| Err(Failure::Backup(trouble));
    assert_eq!(read(&made.bytes, None), failed(Trouble::Locked));
    assert_eq!(
        read(&made.bytes, Some("青禾2026")),
        failed(Trouble::WrongPassphrase)
    );
    assert_eq!(read(&made.bytes, Some("青禾 2026")), Ok(made.summary));
    let other = empty();
    let file = as_file(&made.bytes);
    let restored = other.restore_backup(&file, Some("青禾 2026"), None);
    block_on(restored).expect("restored");
    assert_eq!(totals(&other), totals(&session));
    let name = names(&session)[0].clone();
    let is_in = |needle: &[u8]| made.bytes.windows(needle.len()).any(|w| w == needle);
    assert!(!is_in(name.as_bytes()) && !is_in(b"overlap"), "sealed");
}

/// Made by the version whose schema was 1, and never again: a newer version must still read it.
#[test]
fn a_backup_of_schema_1_is_restored() {
    let file = fixture("backup/schema_1.dianzhang");
    let workspace = &owned(&file.bytes)[0].1;
    assert!(workspace.starts_with(br#"{"schema":1,"#));
    let session = empty();
    restore(&session, &file.bytes, None).expect("restored");
    assert_eq!(totals(&session), (7, 19_450, 2_550));
    let overview = session.state.borrow_mut().changed();
    assert!(overview.damaged.is_empty());
    assert_eq!(overview.imports.len(), 2);
    // It takes another import, and the buyers of before are known in it.
    import(&session, &["orders/netted_refunds.csv"]);
    let again = Session::new(session.store.clone(), true);
    block_on(again.open(None)).expect("opens");
    assert_eq!(totals(&again), totals(&session));
}

#[test]
fn a_backup_of_a_newer_version_is_refused_as_such() {
    let made = backup(&shop(), 1);
    let newer = Err(Failure::Backup(Trouble::Newer));
    for key in ["workspace", "meta/00000002"] {
        let bytes = with_record(&made.bytes, key, br#"{"schema":999,"record":{}}"#);
        assert_eq!(read(&bytes, None), newer, "{key}");
        assert_eq!(
            restore(&empty(), &bytes, None),
            Err(Failure::Backup(Trouble::Newer))
        );
    }
    let mut records = owned(&made.bytes);
    records.push(("unheard/00000001".to_owned(), b"of".to_vec()));
    assert_eq!(read(&pack(NOW, &records), None), newer);
}

#[test]
fn an_import_that_was_damaged_already_comes_along_as_it_is() {
    let session = shop();
    session
        .store
        .overwrite(&rows_key(1, 1), b"scratched".to_vec());
    let made = backup(&session, 1);
    let other = empty();
    restore(&other, &made.bytes, None).expect("restored");
    let overview = other.state.borrow_mut().changed();
    let damaged: Vec<_> = overview.damaged.iter().map(|d| d.segment).collect();
    assert_eq!((damaged, overview.orders > 0), (vec![1], true));
    // A workspace without a readable record of itself is none.
    let bytes = with_record(&made.bytes, "workspace", b"{}");
    let named = Trouble::Damaged(Part::Record("workspace".to_owned()));
    assert_eq!(read(&bytes, None), Err(Failure::Backup(named)));
}

#[test]
fn shared_templates_travel_along_and_never_replace_one_that_is_there() {
    let template = |key: &str, form: &str| {
        let record = format!(r#"{{"schema":1,"record":"{form}"}}"#);
        (format!("template/{key}"), record.into_bytes())
    };
    let put = |session: &Shop, (key, bytes): (String, Vec<u8>)| {
        block_on(session.store.commit(Batch::default().put(key, bytes))).expect("put");
    };
    let (session, other) = (shop(), shop());
    put(&session, template("a", "theirs"));
    put(&session, template("b", "theirs"));
    put(&other, template("a", "ours"));
    restore(&other, &backup(&session, 1).bytes, None).expect("restored");
    let there = block_on(other.store.scan("template/")).expect("templates");
    assert_eq!(there, [template("a", "ours"), template("b", "theirs")]);
}

#[test]
fn what_is_not_in_the_last_backup_is_known() {
    let session = shop();
    let before = state(&session);
    assert_eq!((before.unsaved, before.unsaved_since), (2, Some(NOW)));
    assert!(!before.is_current() && before.last.is_none());
    let made = backup(&session, 1);
    let note = Note {
        made_at: NOW,
        imports: made.summary.imports,
        desk: made.summary.desk,
        place: Place::Download,
        file: "a.dianzhang".to_owned(),
    };
    block_on(session.note_backup(1, note)).expect("noted");
    let saved = state(&session);
    assert!(saved.is_current() && saved.unsaved == 0 && saved.unsaved_since.is_none());
    block_on(session.undo(2)).expect("undone");
    let undone = state(&session);
    assert!(!undone.is_current(), "the backup holds more than there is");
    assert_eq!(undone.unsaved, 0);
    let again = Session::new(session.store.clone(), true);
    block_on(again.open(None)).expect("opens");
    assert_eq!(state(&again), undone, "remembered over a reload");
    block_on(session.restore(2)).expect("brought back");
    assert!(state(&session).is_current());
}

#[test]
fn a_workspace_that_changes_meanwhile_is_not_backed_up_by_half() {
    let session = shop();
    let missing = block_on(session.make_backup(9, NOW, None));
    assert_eq!(missing, Err(Failure::NotFound));
    let store = Meddled(session.store.clone());
    let meddled = block_on(dianzhang::backup::records::gather(&store, 1));
    assert_eq!(meddled, Err(dianzhang::store::StoreError::Changed));
}

/// A store in which another tab takes an import out as soon as it is known which rows there are.
struct Meddled(Rc<MemoryStore>);

impl Store for Meddled {
    async fn scan(
        &self,
        prefix: &str,
    ) -> Result<Vec<(String, Vec<u8>)>, dianzhang::store::StoreError> {
        self.0.scan(prefix).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, dianzhang::store::StoreError> {
        let found = self.0.keys(prefix).await;
        if prefix.starts_with("rows/") {
            let undo = Batch::default().delete("meta/00000001/00000002".to_owned());
            self.0.commit(undo).await?;
        }
        found
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, dianzhang::store::StoreError> {
        self.0.get(key).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), dianzhang::store::StoreError> {
        self.0.commit(batch).await
    }
}

#[test]
fn two_tabs_never_restore_over_each_other() {
    let session = shop();
    let made = backup(&session, 1);
    let other = Session::new(session.store.clone(), true);
    block_on(other.open(None)).expect("opens");
    restore(&session, &made.bytes, None).expect("restored");
    let late = restore(&other, &made.bytes, None);
    assert_eq!(late, Err(Failure::ChangedElsewhere));
    let there = block_on(session.store.get(&workspace_key(2)));
    assert!(there.expect("read").is_some());
}
