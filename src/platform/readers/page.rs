//! The page's side: starts readers and ends them, and passes their ports on.

use super::NAME;
use crate::protocol::BUILD;
use gloo::events::EventListener;
use js_sys::Reflect;
use leptos::prelude::window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, MessagePort, Worker, WorkerOptions};

/// More readers than this do not make it faster: the browser hands out the bytes of a file in one thread.
const MOST_READERS: usize = 3;

/// What becomes of a reader.
pub enum Told {
    /// It runs, and this is the port to it.
    Came(u32, MessagePort),
    /// It is no more.
    Gone(u32),
}

/// The readers that run. They end with it.
#[derive(Default)]
pub struct Pool {
    readers: Vec<Running>,
    next_number: u32,
}

struct Running {
    worker: Worker,
    number: u32,
    _listeners: [EventListener; 2],
}

impl Pool {
    /// Starts as many readers as there are cores beside the data worker's, if none runs.
    pub fn start(&mut self, tell: impl Fn(Told) + Clone + 'static) {
        let cores = window().navigator().hardware_concurrency() as usize;
        let count = cores.saturating_sub(1).min(MOST_READERS);
        while self.readers.len() < count {
            let Some(reader) = start(self.next_number, tell.clone()) else {
                return; // Without readers it only takes longer.
            };
            self.next_number += 1;
            self.readers.push(reader);
        }
    }

    /// Ends all readers and gives their memory back.
    pub fn end(&mut self) -> Vec<u32> {
        let ended = self.readers.drain(..);
        ended.map(|reader| reader.number).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn start(number: u32, tell: impl Fn(Told) + Clone + 'static) -> Option<Running> {
    let options = WorkerOptions::new();
    options.set_name(NAME);
    let worker = Worker::new_with_options(&format!("./worker-boot.js?b={BUILD}"), &options).ok()?;
    let is_over = Rc::new(Cell::new(false));
    let gone = {
        let tell = tell.clone();
        move || {
            if !is_over.replace(true) {
                tell(Told::Gone(number));
            }
        }
    };
    let heard = {
        let gone = gone.clone();
        move |event: &web_sys::Event| match event.dyn_ref().and_then(port_of) {
            Some(port) => tell(Told::Came(number, port)),
            // It says nothing else but why it stops.
            None => gone(),
        }
    };
    let listeners = [
        EventListener::new(&worker, "message", heard),
        EventListener::new(&worker, "error", move |_| gone()),
    ];
    Some(Running {
        worker,
        number,
        _listeners: listeners,
    })
}

/// The port in the first message of a reader of our build.
fn port_of(event: &MessageEvent) -> Option<MessagePort> {
    let data = event.data();
    let part = |name: &str| Reflect::get(&data, &JsValue::from(name)).ok();
    part("build").filter(|build| *build == BUILD)?;
    part("port")?.dyn_into().ok()
}
