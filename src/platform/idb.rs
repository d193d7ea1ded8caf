//! Keeps records in IndexedDB: one object store of bytes under text keys, one transaction a batch, on disk before it counts.

use crate::store::{Batch, Store, StoreError};
use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStoreParams, Query, Transaction,
    TransactionMode,
};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbTransaction};

const NAME: &str = "dianzhang";
const VERSION: u32 = 1;
const RECORDS: &str = "records";

/// The browser's database.
pub struct IdbStore {
    database: IdbDatabase,
    /// It was closed for a newer version of the app.
    is_superseded: Rc<Cell<bool>>,
}

/// What other tabs do to a database that is being opened, or is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// One holds it open in an older form: it is opened when that one lets go.
    Blocks,
    /// One has a newer form for it: it has been closed here.
    Supersedes,
}

impl IdbStore {
    /// Opens the database, or makes it, and goes on telling what other tabs do to it.
    ///
    /// # Errors
    /// [`StoreError::Newer`] when it is of a newer form, else the browser's reason when it does not let us store: private
    /// mode, blocked site data, a full disk.
    pub async fn open(tell: impl Fn(Outside) + 'static) -> Result<IdbStore, StoreError> {
        let tell = Rc::new(tell);
        let factory = Factory::new().map_err(store_error)?;
        let mut request = factory.open(NAME, Some(VERSION)).map_err(store_error)?;
        request.on_upgrade_needed(make_stores);
        request.on_blocked({
            let tell = tell.clone();
            move |_| tell(Outside::Blocks)
        });
        let database: IdbDatabase = request.await.map_err(store_error)?.into();
        let is_superseded = Rc::new(Cell::new(false));
        // A newer version of the app in another tab must not wait for this one.
        let close = Closure::<dyn Fn(Event)>::new({
            let (database, is_superseded) = (database.clone(), is_superseded.clone());
            move |_| {
                database.close();
                is_superseded.set(true);
                tell(Outside::Supersedes);
            }
        });
        database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
        close.forget(); // It lives as long as the database is open.
        Ok(IdbStore {
            database,
            is_superseded,
        })
    }

    fn check(&self) -> Result<(), StoreError> {
        match self.is_superseded.get() {
            true => Err(StoreError::Newer),
            false => Ok(()),
        }
    }

    fn read(&self) -> Result<Transaction, StoreError> {
        self.check()?;
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
        let range = under(prefix)?;
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

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let query = Some(Query::KeyRange(under(prefix)?));
        let transaction = self.read()?;
        let records = transaction.object_store(RECORDS).map_err(store_error)?;
        let keys = records.get_all_keys(query, None).map_err(store_error)?;
        let keys = keys.await.map_err(store_error)?;
        Ok(keys.iter().filter_map(JsValue::as_string).collect())
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
        self.check()?;
        let raw = self.durable_transaction().map_err(refused)?;
        // Not the binding's own future: it ends at the first failed request, before the reason is known.
        let ended = Promise::new(&mut |committed, aborted| {
            raw.set_oncomplete(Some(&committed));
            raw.set_onabort(Some(&aborted));
        });
        // What was asked for before a failure must not be committed with what came after left out.
        let asked = ask(&Transaction::from(raw.clone()), &batch).await;
        if asked.is_err() {
            let _ = raw.abort();
        }
        let ended = JsFuture::from(ended).await;
        asked?;
        match (ended, raw.error()) {
            (Ok(_), _) => Ok(()),
            (Err(_), Some(error)) => Err(named(&error.name(), &error.message())),
            (Err(_), None) => Err(StoreError::Refused(
                "the transaction was aborted".to_owned(),
            )),
        }
    }
}

/// Asks for all changes of a batch. Nothing but requests of the transaction is awaited: anything else would end it.
async fn ask(transaction: &Transaction, batch: &Batch) -> Result<(), StoreError> {
    let records = transaction.object_store(RECORDS).map_err(store_error)?;
    for key in &batch.expects {
        let found = records.get_key(JsValue::from(key)).map_err(store_error)?;
        if found.await.map_err(store_error)?.is_none() {
            return Err(StoreError::Changed);
        }
    }
    for (key, value) in &batch.matches {
        let found = records.get(JsValue::from(key)).map_err(store_error)?;
        let found = found.await.map_err(store_error)?;
        if found.as_ref().map(bytes) != *value {
            return Err(StoreError::Changed);
        }
    }
    for key in &batch.deletes {
        records.delete(JsValue::from(key)).map_err(store_error)?;
    }
    for prefix in &batch.clears {
        records
            .delete(Query::KeyRange(under(prefix)?))
            .map_err(store_error)?;
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
    Ok(())
}

/// All keys that start with a prefix.
fn under(prefix: &str) -> Result<KeyRange, StoreError> {
    let (from, to) = (
        JsValue::from(prefix),
        JsValue::from(format!("{prefix}\u{ffff}")),
    );
    KeyRange::bound(&from, &to, None, None).map_err(store_error)
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
        "ConstraintError" => StoreError::Changed,
        "VersionError" => StoreError::Newer,
        // A value that the browser keeps in a file of its own, and the file is gone or spoiled.
        "DataError" | "NotReadableError" => StoreError::Unreadable,
        _ => StoreError::Refused(format!("{name}: {message}")),
    }
}

fn refused(error: JsValue) -> StoreError {
    StoreError::Refused(format!("{error:?}"))
}
