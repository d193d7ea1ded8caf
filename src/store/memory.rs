//! A store that lives as long as the process.

use super::{Batch, Store, StoreError};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Records in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl MemoryStore {
    /// All keys, in order.
    pub fn all_keys(&self) -> Vec<String> {
        self.records.borrow().keys().cloned().collect()
    }

    /// Replaces a record, as a fault on disk would.
    pub fn overwrite(&self, key: &str, value: Vec<u8>) {
        self.records.borrow_mut().insert(key.to_owned(), value);
    }
}

impl Store for MemoryStore {
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let records = self.records.borrow();
        let from = records.range(prefix.to_owned()..);
        Ok(from
            .take_while(|(k, _)| k.starts_with(prefix))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect())
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let records = self.records.borrow();
        let from = records.range(prefix.to_owned()..).map(|(key, _)| key);
        Ok(from
            .take_while(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.records.borrow().get(key).cloned())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let mut records = self.records.borrow_mut();
        let is_there = |key: &String| records.contains_key(key);
        let is_so = |(key, value): &(String, Option<Vec<u8>>)| records.get(key) == value.as_ref();
        if batch.adds.iter().any(|(key, _)| is_there(key))
            || !batch.expects.iter().all(is_there)
            || !batch.matches.iter().all(is_so)
        {
            return Err(StoreError::Changed);
        }
        for key in &batch.deletes {
            records.remove(key);
        }
        records.retain(|key, _| !batch.clears.iter().any(|prefix| key.starts_with(prefix)));
        records.extend(batch.puts);
        records.extend(batch.adds);
        Ok(())
    }
}
