//! What a store goes through, driven natively: other tabs, newer versions, damaged records, a full disk.

mod shop;

use dianzhang::protocol::{DamagedImport, Failure};
use dianzhang::store::schema::{APP, STAMP, meta_key, rows_key, workspace_key};
use dianzhang::store::{Batch, MemoryStore, Store, StoreError};
use dianzhang::workspace::session::{Desk, Followed, Session};
use pollster::block_on;
use shop::*;
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn two_tabs_never_overwrite_each_other() {
    let first = session();
    import(&first, file("a.csv", &OLD));
    let second = reopened(&first);
    import(&first, file("b.csv", &NEW));
    let files = [file("c.csv", &[NEW[0]])];
    let stale = block_on(second.import(Some(1), &files, &desk()));
    assert_eq!(stale, Err(Failure::ChangedElsewhere));
    block_on(second.open(Some(1))).expect("what is stored");
    assert!(block_on(second.import(Some(1), &files, &desk())).is_ok());
    assert_eq!(overview(&reopened(&first)).imports.len(), 3);
    block_on(second.delete_workspace(1)).expect("a deletion");
    let late = [file("d.csv", &[OLD[1]])];
    assert_eq!(
        block_on(first.import(Some(1), &late, &desk())),
        Err(Failure::ChangedElsewhere)
    );
    assert_eq!(
        block_on(first.rename_workspace(1, "x")),
        Err(Failure::ChangedElsewhere)
    );
    assert!(overview(&reopened(&first)).workspaces.is_empty());
    assert!(
        first
            .store
            .all_keys()
            .iter()
            .all(|k| k == APP || k == STAMP),
        "nothing of it stays"
    );
}

#[test]
fn a_damaged_import_is_named_and_the_rest_opens() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    import(&session, file("b.csv", &NEW));
    session
        .store
        .overwrite(&rows_key(1, 2), b"rubbish".to_vec());
    let again = reopened(&session);
    let named = DamagedImport {
        segment: 2,
        source: Some(("b.csv".to_owned(), desk().now)),
    };
    assert_eq!(overview(&again).damaged, [named]);
    assert_eq!(totals(&again), (2, 5_000, 0));
    // The same file again takes its place.
    import(&again, file("b.csv", &NEW));
    let mended = overview(&again);
    assert_eq!((mended.damaged, mended.imports.len()), (vec![], 2));
    assert_eq!(totals(&reopened(&session)), (2, 13_000, 2_000));
    assert!(!again.store.all_keys().contains(&rows_key(1, 2)));
}

#[test]
fn an_import_of_which_nothing_can_be_read_is_told_by_its_number_and_can_be_undone() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    import(&session, file("b.csv", &NEW));
    session
        .store
        .overwrite(&meta_key(1, 2), b"rubbish".to_vec());
    let again = reopened(&session);
    let unnamed = DamagedImport {
        segment: 2,
        source: None,
    };
    assert_eq!(overview(&again).damaged, [unnamed]);
    block_on(again.undo(2)).expect("an undo");
    assert_eq!(overview(&again).damaged, []);
    assert_eq!(overview(&reopened(&session)).damaged, []);
    assert_eq!(block_on(again.restore(2)), Err(Failure::NotFound));
    assert_eq!(totals(&again), (2, 5_000, 0));
}

#[test]
fn a_store_whose_record_is_damaged_is_told_and_left_alone() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    block_on(session.create_workspace("第二家", [3; 16], desk().now)).expect("a store");
    session
        .store
        .overwrite(&workspace_key(1), b"rubbish".to_vec());
    let again = reopened(&session);
    let seen = overview(&again);
    assert_eq!((seen.damaged_stores, seen.workspaces.len()), (vec![1], 1));
    let third = block_on(again.create_workspace("第三家", [4; 16], desk().now));
    assert_eq!(third, Ok(3), "its number is not given away");
    assert!(again.store.all_keys().contains(&rows_key(1, 1)));
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let session = session();
    session
        .store
        .overwrite(APP, br#"{"schema":999,"record":{}}"#.to_vec());
    let again = Session::new(session.store.clone(), true);
    assert_eq!(block_on(again.open(None)), Err(Failure::NewerSchema));
}

#[test]
fn a_tab_that_a_newer_version_has_overtaken_shows_what_it_has_and_writes_nothing() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    session
        .store
        .overwrite(STAMP, br#"{"schema":999,"record":{}}"#.to_vec());
    let before = session.store.clone();
    // It has not noticed yet: nothing of the newer records is written over.
    assert_eq!(
        block_on(session.rename_workspace(1, "x")),
        Err(Failure::ChangedElsewhere)
    );
    assert_eq!(block_on(session.follow()), Err(Failure::NewerSchema));
    assert!(overview(&session).outdated);
    let refused = Err(Failure::NewerSchema);
    assert_eq!(block_on(session.rename_workspace(1, "x")), refused);
    assert_eq!(block_on(session.undo(1)), refused);
    let files = [file("b.csv", &NEW)];
    let import = block_on(session.import(Some(1), &files, &desk()));
    assert_eq!(import.map(drop), refused);
    assert_eq!(totals(&session), (2, 5_000, 0));
    assert_eq!(before.all_keys(), session.store.all_keys());
    let stamp = block_on(session.store.get(STAMP)).expect("read");
    assert_eq!(
        stamp.as_deref(),
        Some(&br#"{"schema":999,"record":{}}"#[..])
    );
}

#[test]
fn a_tab_follows_another_and_tells_whether_there_is_anything_to_see() {
    let first = session();
    import(&first, file("a.csv", &OLD));
    let second = reopened(&first);
    assert_eq!(block_on(second.follow()), Ok(Followed::Nothing));
    import(&first, file("b.csv", &NEW));
    assert_eq!(block_on(second.follow()), Ok(Followed::Seen));
    assert_eq!(totals(&second), (2, 13_000, 2_000));
    // What is only remembered is not to be seen.
    block_on(first.open_workspace(1)).expect("opens");
    assert_eq!(block_on(second.follow()), Ok(Followed::Unseen));
    // A name given elsewhere is not written over by what is known here.
    block_on(first.rename_workspace(1, "新名")).expect("a name");
    let late = block_on(second.rename_workspace(1, "旧名"));
    assert_eq!(late, Err(Failure::ChangedElsewhere));
    assert_eq!(block_on(second.follow()), Ok(Followed::Seen));
    assert_eq!(overview(&second).workspaces[0].name, "新名");
    block_on(second.rename_workspace(1, "最后的名")).expect("a name");
    assert_eq!(block_on(first.follow()), Ok(Followed::Seen));
}

#[test]
fn a_first_file_read_in_two_tabs_at_once_is_read_again_under_the_secret_of_the_store() {
    let first = session();
    let second = reopened(&first);
    let read = |session: &Session<Rc<MemoryStore>>, name: &str, rows: &[&str], salt: u8| {
        let desk = Desk {
            salt: [salt; 16],
            ..desk()
        };
        let hints = dianzhang::import::template::Hints::default();
        let preview = block_on(session.read(None, &file(name, rows), hints, &desk));
        let preview = preview.expect("read").expect("not cancelled");
        preview.pending.expect("something to store")
    };
    let (a, b) = (
        read(&first, "a.csv", &OLD[..1], 1),
        read(&second, "b.csv", &OLD[1..], 2),
    );
    let now = desk().now;
    block_on(first.store_pending(&[a], now)).expect("stored");
    assert_eq!(
        block_on(second.store_pending(&[b], now)),
        Err(Failure::ChangedElsewhere)
    );
    block_on(second.follow()).expect("followed");
    assert_eq!(
        block_on(second.store_pending(&[b], now)),
        Err(Failure::NotFound)
    );
    block_on(second.import(None, &[file("b.csv", &OLD[1..])], &desk())).expect("an import");
    let seen = overview(&reopened(&first));
    assert_eq!((seen.workspaces.len(), seen.imports.len()), (1, 2));
}

/// A store that takes the first `room` batches.
struct FullStore {
    inner: MemoryStore,
    room: Cell<usize>,
}

impl Store for FullStore {
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.inner.scan(prefix).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        self.inner.keys(prefix).await
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.inner.get(key).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        match self.room.get() {
            0 if batch.only_removes() => self.inner.commit(batch).await,
            0 => Err(StoreError::Quota),
            room => {
                self.room.set(room - 1);
                self.inner.commit(batch).await
            }
        }
    }
}

#[test]
fn a_full_store_loses_nothing_and_shows_nothing_that_is_not_stored() {
    let session = Session::new(
        FullStore {
            inner: MemoryStore::default(),
            room: Cell::new(1),
        },
        true,
    );
    block_on(session.open(None)).expect("an empty store opens");
    import(&session, file("a.csv", &OLD));
    let files = [file("b.csv", &NEW)];
    assert_eq!(
        block_on(session.import(Some(1), &files, &desk())),
        Err(Failure::QuotaExceeded)
    );
    assert_eq!(totals(&session), (2, 5_000, 0));
    assert_eq!(overview(&session).imports.len(), 1);
    // What makes room works without any.
    block_on(session.open_workspace(1)).expect("a look");
    block_on(session.undo(1)).expect("an undo");
    block_on(session.delete_workspace(1)).expect("a deletion");
    assert_eq!(session.store.inner.all_keys(), [APP]);
}
