//! Keeps records in IndexedDB: one object store of bytes under text keys, one transaction a batch, on disk before it counts.

use crate::store::{Batch, Store, StoreError};
use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

const NAME: &str = "dianzhang";
const VERSION: u32 = 1;
const RECORDS: &str = "records";

/// The browser's database.
pub struct IdbStore {
    database: IdbDatabase,
}

impl IdbStore {
    /// Opens the database, or makes it.
    ///
    /// # Errors
    /// The browser's reason when it does not let us store: private mode, blocked site data, a full disk.
    pub async fn open() -> Result<IdbStore, StoreError> {
        let factory = Factory::new().map_err(store_error)?;
        let mut request = factory.open(NAME, Some(VERSION)).map_err(store_error)?;
        request.on_upgrade_needed(make_stores);
        let database = request.await.map_err(store_error)?;
        Ok(IdbStore {
            database: database.into(),
        })
    }

    fn read(&self) -> Result<Transaction, StoreError> {
        Database::from(self.database.clone())
            .transaction(&[RECORDS], TransactionMode::ReadOnly)
            .map_err(store_error)
    }

    /// A transaction that is complete only when its data are on the disk, not merely with the operating system. No binding
    /// knows this option.
    fn durable_transaction(&self) -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let open: Function = Reflect::get(&self.database, &"transaction".into())?.dyn_into()?;
        open.call3(
            &self.database,
            &Array::of1(&RECORDS.into()),
            &"readwrite".into(),
            &options,
        )?
        .dyn_into()
    }
}

fn make_stores(event: VersionChangeEvent) {
    if let Ok(database) = event.database() {
        // When this fails the open request fails with it.
        let _ = database.create_object_store(RECORDS, ObjectStoreParams::new());
    }
}

impl Store for IdbStore {
    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let (from, to) = (
            JsValue::from(prefix),
            JsValue::from(format!("{prefix}\u{ffff}")),
        );
        let range = KeyRange::bound(&from, &to, None, None).map_err(store_error)?;
        let transaction = self.read()?;
        let records = transaction.object_store(RECORDS).map_err(store_error)?;
        let query = || Some(Query::KeyRange(range.clone()));
        let keys = records.get_all_keys(query(), None).map_err(store_error)?;
        let values = records.get_all(query(), None).map_err(store_error)?;
        let keys = keys.await.map_err(store_error)?;
        let values = values.await.map_err(store_error)?;
        Ok(keys
            .iter()
            .filter_map(JsValue::as_string)
            .zip(values.iter().map(bytes))
            .collect())
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let transaction = self.read()?;
        let records = transaction.object_store(RECORDS).map_err(store_error)?;
        let value = records
            .get(JsValue::from(key))
            .map_err(store_error)?
            .await
            .map_err(store_error)?;
        Ok(value.as_ref().map(bytes))
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let raw = self.durable_transaction().map_err(refused)?;
        let transaction = Transaction::from(raw.clone());
        let records = transaction.object_store(RECORDS).map_err(store_error)?;
        for key in &batch.deletes {
            records.delete(JsValue::from(key)).map_err(store_error)?;
        }
        for (key, value) in &batch.puts {
            let value = Uint8Array::from(value.as_slice());
            records
                .put(&value, Some(&JsValue::from(key)))
                .map_err(store_error)?;
        }
        for (key, value) in &batch.adds {
            let value = Uint8Array::from(value.as_slice());
            records
                .add(&value, Some(&JsValue::from(key)))
                .map_err(store_error)?;
        }
        // Not the binding's own future: it ends at the first failed request, before the reason is known.
        let ended = Promise::new(&mut |committed, aborted| {
            raw.set_oncomplete(Some(&committed));
            raw.set_onabort(Some(&aborted));
        });
        match (JsFuture::from(ended).await, raw.error()) {
            (Ok(_), _) => Ok(()),
            (Err(_), Some(error)) => Err(named(&error.name(), &error.message())),
            (Err(_), None) => Err(StoreError::Refused(
                "the transaction was aborted".to_owned(),
            )),
        }
    }
}

fn bytes(value: &JsValue) -> Vec<u8> {
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .unwrap_or_default()
}

fn store_error(error: Error) -> StoreError {
    match &error {
        Error::DomException(exception) => named(&exception.name(), &exception.message()),
        other => StoreError::Refused(other.to_string()),
    }
}

fn named(name: &str, message: &str) -> StoreError {
    match name {
        "QuotaExceededError" => StoreError::Quota,
        "ConstraintError" => StoreError::Exists,
        _ => StoreError::Refused(format!("{name}: {message}")),
    }
}

fn refused(error: JsValue) -> StoreError {
    StoreError::Refused(format!("{error:?}"))
}
