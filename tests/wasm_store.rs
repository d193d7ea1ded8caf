//! The store that the browser keeps, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used)]

use dianzhang::platform::idb::IdbStore;
use dianzhang::store::{Batch, Store, StoreError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn key(test: &str, n: u32) -> String {
    format!("{test}/{n:03}")
}

#[wasm_bindgen_test]
async fn a_batch_is_there_after_the_database_is_opened_anew() {
    let store = IdbStore::open(|_| {}).await.unwrap();
    let batch = Batch::default()
        .put(key("anew", 2), vec![2, 2])
        .put(key("anew", 1), vec![1])
        .add(key("anew", 3), vec![]);
    store.commit(batch).await.unwrap();
    drop(store);
    let store = IdbStore::open(|_| {}).await.unwrap();
    let found = store.scan("anew/").await.unwrap();
    assert_eq!(
        found,
        [
            (key("anew", 1), vec![1]),
            (key("anew", 2), vec![2, 2]),
            (key("anew", 3), vec![])
        ]
    );
    assert_eq!(store.get(&key("anew", 2)).await.unwrap(), Some(vec![2, 2]));
    assert_eq!(store.get("nothing").await.unwrap(), None);
    store
        .commit(
            Batch::default()
                .delete(key("anew", 1))
                .delete(key("anew", 2))
                .delete(key("anew", 3)),
        )
        .await
        .unwrap();
    assert_eq!(store.scan("anew/").await.unwrap(), []);
}

#[wasm_bindgen_test]
async fn a_batch_that_fails_leaves_nothing() {
    let store = IdbStore::open(|_| {}).await.unwrap();
    store
        .commit(
            Batch::default()
                .delete(key("fails", 1))
                .delete(key("fails", 2)),
        )
        .await
        .unwrap();
    store
        .commit(Batch::default().add(key("fails", 1), vec![1]))
        .await
        .unwrap();
    let batch = Batch::default()
        .put(key("fails", 2), vec![2])
        .add(key("fails", 1), vec![9]);
    assert_eq!(store.commit(batch).await, Err(StoreError::Changed));
    assert_eq!(
        store.scan("fails/").await.unwrap(),
        [(key("fails", 1), vec![1])]
    );
}

#[wasm_bindgen_test]
async fn a_batch_whose_expectation_fails_leaves_nothing_and_a_clear_takes_all_under_it() {
    let store = IdbStore::open(|_| {}).await.unwrap();
    let batch = Batch::default()
        .put(key("expects", 1), vec![1])
        .expect(key("expects", 9));
    assert_eq!(store.commit(batch).await, Err(StoreError::Changed));
    assert_eq!(store.scan("expects/").await.unwrap(), []);
    store
        .commit(
            Batch::default()
                .put(key("expects", 1), vec![1])
                .put(key("expects", 2), vec![2]),
        )
        .await
        .unwrap();
    store
        .commit(
            Batch::default()
                .expect(key("expects", 1))
                .clear("expects/".to_owned()),
        )
        .await
        .unwrap();
    assert_eq!(store.scan("expects/").await.unwrap(), []);
}

#[wasm_bindgen_test]
async fn a_batch_that_counts_on_a_record_as_it_was_fails_when_it_has_changed() {
    let store = IdbStore::open(|_| {}).await.unwrap();
    let (one, two) = (key("matches", 1), key("matches", 2));
    let clear = Batch::default().clear("matches/".to_owned());
    store.commit(clear.clone()).await.unwrap();
    let first = Batch::default()
        .matching(one.clone(), None)
        .put(one.clone(), vec![1]);
    store.commit(first.clone()).await.unwrap();
    assert_eq!(store.commit(first).await, Err(StoreError::Changed));
    let stale = Batch::default()
        .matching(one.clone(), Some(vec![9]))
        .put(two.clone(), vec![2]);
    assert_eq!(store.commit(stale).await, Err(StoreError::Changed));
    let true_one = Batch::default()
        .matching(one.clone(), Some(vec![1]))
        .put(one.clone(), vec![2]);
    store.commit(true_one).await.unwrap();
    assert_eq!(store.keys("matches/").await.unwrap(), [one]);
    store.commit(clear).await.unwrap();
}
