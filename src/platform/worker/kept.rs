//! Where the worker keeps its records, and its turn to write them.

use crate::platform::idb::{IdbStore, Outside};
use crate::platform::lock::{self, Held, Lock};
use crate::store::{Batch, MemoryStore, Store, StoreError};

/// Who has this lock writes; everybody else waits.
const WRITER: &str = "dianzhang-write";

/// The browser's store, or memory where it refuses.
pub(super) enum AnyStore {
    Kept(IdbStore),
    Memory(MemoryStore),
}

impl AnyStore {
    /// The browser's store; where it does not let us store, everything lives in memory, and the browser's reason is told.
    ///
    /// # Errors
    /// [`StoreError::Newer`]: what is there must neither be read nor hidden.
    pub(super) async fn open(
        tell: impl Fn(Outside) + 'static,
    ) -> Result<(AnyStore, Option<String>), StoreError> {
        match IdbStore::open(tell).await {
            Ok(store) => Ok((AnyStore::Kept(store), None)),
            Err(StoreError::Newer) => Err(StoreError::Newer),
            Err(why) => Ok((
                AnyStore::Memory(MemoryStore::default()),
                Some(why.to_string()),
            )),
        }
    }
}

/// Waits until it is our turn to write; `is_waiting` is told when another tab has it. It is ours as long as what is returned
/// is kept. A browser without locks lets everybody write: batches that do not fit together fail, and are made anew.
pub(super) async fn turn<G>(is_waiting: impl FnOnce() -> G) -> Option<Held> {
    match lock::take(WRITER).await {
        Lock::Held(held) => Some(held),
        Lock::Unknown => None,
        Lock::Taken => {
            let _waiting = is_waiting();
            lock::wait(WRITER).await
        }
    }
}

impl Store for AnyStore {
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        match self {
            AnyStore::Kept(store) => store.scan(prefix).await,
            AnyStore::Memory(store) => store.scan(prefix).await,
        }
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        match self {
            AnyStore::Kept(store) => store.keys(prefix).await,
            AnyStore::Memory(store) => store.keys(prefix).await,
        }
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        match self {
            AnyStore::Kept(store) => store.get(key).await,
            AnyStore::Memory(store) => store.get(key).await,
        }
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        match self {
            AnyStore::Kept(store) => store.commit(batch).await,
            AnyStore::Memory(store) => store.commit(batch).await,
        }
    }
}
