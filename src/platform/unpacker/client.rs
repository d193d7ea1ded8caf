//! The page's side: starts the worker when the first file comes, and gives it up when it breaks or falls silent.

use super::{Demo, Said};
use crate::import::issues::{Issue, IssueKind};
use crate::model::time::Day;
use crate::platform::files::LocalFile;
use crate::protocol::BUILD;
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions};

const TICK_MILLIS: u32 = 1000;
/// A worker that says nothing is given up after this many ticks. Ticks, not time: a laptop that slept has not waited.
const PATIENCE_TICKS: u32 = 60;
/// After a file of this size the worker's memory, which never shrinks, is given back.
const LARGE_BYTES: u64 = 32 << 20;

/// A table that was taken out of a file, or what is to be said of one that could not be.
pub struct Unpacked {
    /// The file's name and where in the file the table stands.
    pub name: String,
    /// The table as a file, or why there is none.
    pub file: Result<LocalFile, IssueKind>,
    /// What could not be read of it.
    pub notes: Vec<Issue>,
}

/// Takes files apart, one after the other. Its worker ends with it.
#[derive(Default)]
pub struct Unpacker {
    running: RefCell<Option<Running>>,
}

struct Running {
    worker: Worker,
    heard: UnboundedReceiver<Heard>,
    _listeners: [EventListener; 3],
    _tick: Interval,
}

enum Heard {
    Message(JsValue),
    Broken,
    Tick,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Unpacker {
    /// The tables of a file. When the worker breaks on it, they end with one that says so; `None` when cancelled.
    pub async fn unpack(
        &self,
        file: &LocalFile,
        is_cancelled: impl Fn() -> bool,
    ) -> Option<Vec<Unpacked>> {
        let is_kept = file.size_bytes() < LARGE_BYTES;
        let (mut parts, outcome) = self.ask(&file.0, is_kept, &is_cancelled).await;
        match outcome {
            Ok(()) => {}
            Err(Stop::Cancelled) => return None,
            Err(Stop::Because(kind)) => parts.push(Unpacked {
                name: file.name(),
                file: Err(kind),
                notes: Vec::new(),
            }),
        }
        Some(parts)
    }

    /// The files of the demo store up to a day; `None` when cancelled. Where the worker cannot be started they end too soon.
    pub async fn demo(
        &self,
        last_day: Day,
        is_cancelled: impl Fn() -> bool,
    ) -> Option<Result<Vec<LocalFile>, IssueKind>> {
        let demo = serde_json::to_string(&Demo { last_day }).unwrap_or_default();
        let (parts, outcome) = self.ask(&demo.into(), false, &is_cancelled).await;
        match outcome {
            Ok(()) => Some(parts.into_iter().map(|part| part.file).collect()),
            Err(Stop::Cancelled) => None,
            Err(Stop::Because(kind)) => Some(Err(kind)),
        }
    }

    /// Gives the worker something to do, and hears what comes of it. It is kept for the next time where that is wanted.
    async fn ask(
        &self,
        what: &JsValue,
        is_kept: bool,
        is_cancelled: &impl Fn() -> bool,
    ) -> (Vec<Unpacked>, Result<(), Stop>) {
        // Taken out while it is at work: what is not put back is ended.
        let running = self.running.borrow_mut().take();
        let mut parts = Vec::new();
        let started = match running {
            Some(running) => Ok(running),
            None => start(is_cancelled).await,
        };
        let outcome = match started {
            Ok(mut running) => {
                let outcome = take_apart(&mut running, what, &mut parts, is_cancelled).await;
                if outcome.is_ok() && is_kept {
                    *self.running.borrow_mut() = Some(running);
                }
                outcome
            }
            Err(stop) => Err(stop),
        };
        (parts, outcome)
    }
}

/// Why nothing more comes.
enum Stop {
    Cancelled,
    Because(IssueKind),
}

async fn start(is_cancelled: &impl Fn() -> bool) -> Result<Running, Stop> {
    let missing = || Stop::Because(IssueKind::UnpackerMissing);
    let options = WorkerOptions::new();
    options.set_name("unpacker");
    let worker = Worker::new_with_options(&format!("./worker-boot.js?b={BUILD}"), &options)
        .map_err(|_| missing())?;
    let (hears, heard) = unbounded();
    let mut running = Running {
        _listeners: [
            listen(&worker, "message", &hears),
            listen(&worker, "error", &hears),
            listen(&worker, "messageerror", &hears),
        ],
        _tick: Interval::new(TICK_MILLIS, move || {
            let _ = hears.unbounded_send(Heard::Tick);
        }),
        worker,
        heard,
    };
    match hear(&mut running, is_cancelled).await {
        Ok((Said::Ready { build }, _)) if build == BUILD => Ok(running),
        Err(Stop::Cancelled) => Err(Stop::Cancelled),
        _ => Err(missing()),
    }
}

fn listen(worker: &Worker, name: &'static str, hears: &UnboundedSender<Heard>) -> EventListener {
    let hears = hears.clone();
    EventListener::new(worker, name, move |event| {
        let heard = match event.dyn_ref::<MessageEvent>() {
            Some(event) if name == "message" => Heard::Message(event.data()),
            _ => Heard::Broken,
        };
        let _ = hears.unbounded_send(heard);
    })
}

async fn take_apart(
    running: &mut Running,
    what: &JsValue,
    parts: &mut Vec<Unpacked>,
    is_cancelled: &impl Fn() -> bool,
) -> Result<(), Stop> {
    if running.worker.post_message(what).is_err() {
        return Err(Stop::Because(IssueKind::UnreadableFile));
    }
    loop {
        match hear(running, is_cancelled).await? {
            (
                Said::Part {
                    name,
                    refused,
                    issues,
                },
                file,
            ) => parts.push(Unpacked {
                name,
                file: file.ok_or(refused.unwrap_or(IssueKind::ReaderCrashed)),
                notes: issues,
            }),
            (Said::Working | Said::Ready { .. }, _) => {}
            (Said::Done, _) => return Ok(()),
        }
    }
}

/// The next thing that the worker says.
async fn hear(
    running: &mut Running,
    is_cancelled: &impl Fn() -> bool,
) -> Result<(Said, Option<LocalFile>), Stop> {
    // It reads other people's files, and a damaged one is what breaks it.
    let broken = Err(Stop::Because(IssueKind::CorruptWorkbook));
    let mut silent_ticks = 0;
    while let Ok(heard) = running.heard.recv().await {
        match heard {
            Heard::Tick if is_cancelled() => return Err(Stop::Cancelled),
            Heard::Tick => silent_ticks += 1,
            Heard::Broken => return broken,
            Heard::Message(data) => {
                let part = |name: &str| Reflect::get(&data, &name.into()).ok();
                let json = part("json").and_then(|j| j.as_string()).unwrap_or_default();
                // A panic, or a start that failed, says `fatal` instead.
                let Ok(said) = serde_json::from_str(&json) else {
                    return broken;
                };
                let file = part("file").and_then(|f| f.dyn_into().ok());
                return Ok((said, file.map(LocalFile)));
            }
        }
        if silent_ticks > PATIENCE_TICKS {
            return Err(Stop::Because(IssueKind::ReaderCrashed));
        }
    }
    broken
}
