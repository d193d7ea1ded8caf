//! The data worker's side: the readers that it has ports to.

use super::Asked;
use crate::import::reader::{Plan, ReadSlice, Slice};
use futures_channel::oneshot;
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessageEvent, MessagePort};

/// The readers in the order in which they came.
#[derive(Default)]
pub struct Readers(RefCell<Vec<Rc<Reader>>>);

type Listener = Closure<dyn Fn(MessageEvent)>;

struct Reader {
    /// As the page counts them.
    number: u32,
    port: MessagePort,
    next_id: Cell<u32>,
    /// Slices that were asked for and have not come.
    owed: RefCell<BTreeMap<u32, oneshot::Sender<ReadSlice>>>,
    is_lost: Cell<bool>,
    _listener: OnceCell<Listener>,
}

impl Readers {
    /// Takes a reader on.
    pub fn add(&self, number: u32, port: MessagePort) {
        let reader = Rc::new(Reader {
            number,
            port,
            next_id: Cell::new(0),
            owed: RefCell::default(),
            is_lost: Cell::new(false),
            _listener: OnceCell::new(),
        });
        let weak = Rc::downgrade(&reader);
        let listener = Listener::new(move |event: MessageEvent| {
            if let Some(reader) = weak.upgrade() {
                reader.hear(&event.data());
            }
        });
        reader
            .port
            .set_onmessage(Some(listener.as_ref().unchecked_ref()));
        let _ = reader._listener.set(listener);
        self.0.borrow_mut().push(reader);
    }

    /// A reader is no more.
    pub fn lose(&self, number: u32) {
        let readers = self.0.borrow();
        for reader in readers.iter().filter(|r| r.number == number) {
            reader.lose();
        }
    }

    /// Forgets those that are no more. Not while a file is read: its slices know readers by their place.
    pub fn tidy(&self) {
        self.0.borrow_mut().retain(|reader| !reader.is_lost.get());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Has a slice of a file read by the reader at this place; `None` when that one is no more.
    pub async fn read_slice(
        &self,
        place: usize,
        file: &File,
        plan: &Plan,
        slice: &Slice,
    ) -> Option<ReadSlice> {
        let reader = self.0.borrow().get(place).cloned()?;
        reader.ask(file, plan, slice)?.await.ok()
    }
}

impl Reader {
    fn ask(&self, file: &File, plan: &Plan, slice: &Slice) -> Option<oneshot::Receiver<ReadSlice>> {
        let asked = Asked {
            plan: plan.clone(),
            slice: slice.clone(),
            file_bytes: file.size() as u64,
        };
        let json = serde_json::to_string(&asked).ok()?;
        let id = self.next_id.get();
        self.next_id.set(id + 1);
        let message = Object::new();
        for (name, value) in [
            ("id", &JsValue::from(id)),
            ("json", &JsValue::from(json)),
            ("file", file),
        ] {
            Reflect::set(&message, &name.into(), value).ok()?;
        }
        if self.is_lost.get() {
            return None;
        }
        self.port.post_message(&message).ok()?;
        let (reply, answer) = oneshot::channel();
        self.owed.borrow_mut().insert(id, reply);
        Some(answer)
    }

    fn hear(&self, data: &JsValue) {
        let part = |name: &str| Reflect::get(data, &name.into()).unwrap_or_default();
        let id = part("id").as_f64().map(|id| id as u32);
        let reply = id.and_then(|id| self.owed.borrow_mut().remove(&id));
        let bytes = part("bytes").dyn_into::<Uint8Array>().ok();
        let read = bytes.and_then(|bytes| ReadSlice::from_bytes(&bytes.to_vec()));
        match (reply, read) {
            (Some(reply), Some(read)) => drop(reply.send(read)),
            // It cannot read: nothing more is asked of it.
            _ => self.lose(),
        }
    }

    /// Whoever waits for it is told by the end of the channel.
    fn lose(&self) {
        self.is_lost.set(true);
        self.owed.take();
    }
}
