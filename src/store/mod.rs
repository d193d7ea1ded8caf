//! Where records are kept: a flat space of keys and bytes, changed only in whole batches. The browser keeps it in
//! IndexedDB (`platform/idb.rs`); tests, and a browser that refuses to store, keep it in memory.
//!
//! What the records mean stands in [`schema`].

mod memory;
pub mod schema;

pub use memory::MemoryStore;

use std::fmt;

/// Why the store did not do what it was asked for. Nothing of a failed batch is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No room left.
    Quota,
    /// The records are not as the batch expects them: another tab has changed them.
    Changed,
    /// A newer version of the app has changed the form of the store.
    Newer,
    /// A record is there and cannot be read back.
    Unreadable,
    /// Anything else, in the browser's words.
    Refused(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Quota => f.write_str("no room left in the browser's storage"),
            StoreError::Changed => f.write_str("another tab has changed the records"),
            StoreError::Newer => f.write_str("a newer version has changed the store"),
            StoreError::Unreadable => f.write_str("a record cannot be read back"),
            StoreError::Refused(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for StoreError {}

/// Changes that are made together or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Records to write, replacing what is there.
    pub puts: Vec<(String, Vec<u8>)>,
    /// Records to write where none is: one that is there fails the batch.
    pub adds: Vec<(String, Vec<u8>)>,
    /// Keys to remove; those that are not there do not matter.
    pub deletes: Vec<String>,
    /// Starts of keys: all records under them are removed.
    pub clears: Vec<String>,
    /// Keys of records that must be there, or the batch fails.
    pub expects: Vec<String>,
    /// Records that must be just so, or not be there where it is `None`, or the batch fails.
    pub matches: Vec<(String, Option<Vec<u8>>)>,
}

impl Batch {
    /// Adds a record to write.
    pub fn put(mut self, key: String, value: Vec<u8>) -> Batch {
        self.puts.push((key, value));
        self
    }

    /// Adds a record that must be new.
    pub fn add(mut self, key: String, value: Vec<u8>) -> Batch {
        self.adds.push((key, value));
        self
    }

    /// Adds the start of keys whose records are removed.
    pub fn clear(mut self, prefix: String) -> Batch {
        self.clears.push(prefix);
        self
    }

    /// Adds a key of a record that must be there.
    pub fn expect(mut self, key: String) -> Batch {
        self.expects.push(key);
        self
    }

    /// Adds a record that must be just so, or not be there.
    pub fn matching(mut self, key: String, value: Option<Vec<u8>>) -> Batch {
        self.matches.push((key, value));
        self
    }

    /// Whether it writes nothing and only makes room.
    pub fn only_removes(&self) -> bool {
        self.puts.is_empty() && self.adds.is_empty()
    }

    /// Adds a key to remove.
    pub fn delete(mut self, key: String) -> Batch {
        self.deletes.push(key);
        self
    }
}

/// A place that keeps records.
#[allow(async_fn_in_trait)] // One thread: nobody needs these futures to be Send.
pub trait Store {
    /// The records whose key starts with the prefix, in the order of their keys.
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError>;

    /// The keys that start with the prefix, in order.
    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;

    /// One record.
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Makes all changes of a batch in one transaction that is on disk when this returns.
    async fn commit(&self, batch: Batch) -> Result<(), StoreError>;
}

impl<S: Store> Store for std::rc::Rc<S> {
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        S::scan(self, prefix).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        S::keys(self, prefix).await
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        S::get(self, key).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        S::commit(self, batch).await
    }
}
