//! The page's end of the wire to the worker: sends requests, matches answers, and starts the worker anew when it stops.
//!
//! It knows nothing of what the requests mean, but for the first one: a worker opens a workspace before it takes
//! anything else, and one that was started anew opens the workspace that was open. What is asked in between waits.

use crate::platform::files::LocalFile;
use crate::platform::readers::{Pool, Told};
use crate::protocol::{
    Answer, BUILD, Failure, FromWorker, Overview, Progress, Request, ToWorker, Wait, WorkspaceId,
};
use crate::workspace::reading::SLICED_FROM_BYTES;
use futures_channel::oneshot;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, MessageEvent, MessagePort, Worker};

/// What the worker says unasked.
#[derive(Clone, Debug)]
pub enum Event {
    /// A workspace is open and the overview is true.
    Opened,
    /// The workspace cannot be opened.
    OpenFailed(Failure),
    /// The worker belongs to another build than the page.
    OtherBuild,
    /// The worker cannot be started; the reason in the browser's words.
    DidNotStart(String),
    /// The worker stopped while it read this file, and is being started again.
    Stopped(Option<String>),
    /// Something changed.
    Changed(Overview),
    /// How far a file has been read.
    Progress(Progress),
    /// The worker waits for something; said again while it lasts.
    Waiting(Wait),
    /// Another tab has changed the data, and this one shows them now.
    Followed,
}

/// A silent worker that owes an answer is given up after this many ticks. Ticks, not time: a laptop that slept has not
/// waited.
const PATIENCE_TICKS: u32 = 9;
const TICK_MILLIS: u32 = 10_000;
/// A worker that stops this often before it opens anything will not do better next time.
const MAX_FALSE_STARTS: u32 = 3;

/// An answer, and the file that came beside it.
type Answered = (Answer, Option<Blob>);
type Reply = oneshot::Sender<Result<Answered, Failure>>;

/// The page's end of the wire. Clones share it.
#[derive(Clone)]
pub struct WorkerClient(Rc<Wire>);

struct Wire {
    on_event: Box<dyn Fn(Event)>,
    worker: RefCell<Option<Running>>,
    /// Those who read large files with it.
    readers: RefCell<Pool>,
    phase: Cell<Phase>,
    next_id: Cell<u32>,
    /// Requests sent and not yet answered.
    owed: RefCell<BTreeMap<u32, Reply>>,
    /// Requests that wait for a workspace to be open.
    waiting: RefCell<Vec<Waiting>>,
    workspace: Cell<Option<WorkspaceId>>,
    reading: RefCell<Option<String>>,
    silent_ticks: Cell<u32>,
    /// Counts the workers: what a worker says after the next one was started is not heard.
    generation: Cell<u32>,
    false_starts: Cell<u32>,
}

struct Running {
    worker: Worker,
    _listeners: [EventListener; 3],
    _tick: Interval,
}

struct Waiting {
    request: Request,
    files: Vec<LocalFile>,
    reply: Reply,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Starting,
    /// Waiting for the answer to `Open` with this id.
    Opening(u32),
    Open,
    Over,
}

impl WorkerClient {
    /// Starts a worker.
    pub fn start(on_event: impl Fn(Event) + 'static) -> WorkerClient {
        let client = WorkerClient(Rc::new(Wire {
            on_event: Box::new(on_event),
            worker: RefCell::new(None),
            readers: RefCell::default(),
            phase: Cell::new(Phase::Starting),
            next_id: Cell::new(1),
            owed: RefCell::default(),
            waiting: RefCell::default(),
            workspace: Cell::new(None),
            reading: RefCell::default(),
            silent_ticks: Cell::new(0),
            generation: Cell::new(0),
            false_starts: Cell::new(0),
        }));
        Wire::launch(&client.0);
        client
    }

    /// Asks, and waits for the answer.
    pub async fn ask(&self, request: Request) -> Result<Answer, Failure> {
        self.ask_with(request, Vec::new()).await
    }

    /// Asks with files beside the request, and waits for the answer.
    pub async fn ask_with(
        &self,
        request: Request,
        files: Vec<LocalFile>,
    ) -> Result<Answer, Failure> {
        let answered = self.exchange(request, files).await?;
        Ok(answered.0)
    }

    /// Asks for a file, and waits for the answer with what came beside it.
    pub async fn ask_for_file(&self, request: Request) -> Result<Answered, Failure> {
        self.exchange(request, Vec::new()).await
    }

    async fn exchange(&self, request: Request, files: Vec<LocalFile>) -> Result<Answered, Failure> {
        let (reply, answer) = oneshot::channel();
        let waiting = Waiting {
            request,
            files,
            reply,
        };
        match self.0.phase.get() {
            Phase::Open => self.0.send(waiting),
            Phase::Over => return Err(Failure::WorkerStopped { file: None }),
            Phase::Starting | Phase::Opening(_) => self.0.waiting.borrow_mut().push(waiting),
        }
        answer
            .await
            .unwrap_or(Err(Failure::WorkerStopped { file: None }))
    }
}

impl Wire {
    fn launch(this: &Rc<Wire>) {
        this.phase.set(Phase::Starting);
        this.silent_ticks.set(0);
        this.generation.set(this.generation.get() + 1);
        let started = || Worker::new(&format!("./worker-boot.js?b={BUILD}"));
        let worker = match waiting_worker().map_or_else(started, Ok) {
            Ok(worker) => worker,
            Err(error) => return this.give_up(&format!("{error:?}")),
        };
        let listeners = [
            this.listen(&worker, "message", |wire, event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    Wire::hear(wire, event.data());
                }
            }),
            this.listen(&worker, "error", |wire, event| {
                let message = js_sys::Reflect::get(event, &"message".into());
                let message = message.ok().and_then(|m| m.as_string()).unwrap_or_default();
                Wire::stopped(wire, &message);
            }),
            this.listen(&worker, "messageerror", |wire, _| {
                Wire::stopped(wire, "messageerror")
            }),
        ];
        let weak = Rc::downgrade(this);
        let tick = Interval::new(TICK_MILLIS, move || {
            if let Some(wire) = weak.upgrade() {
                Wire::tick(&wire);
            }
        });
        *this.worker.borrow_mut() = Some(Running {
            worker,
            _listeners: listeners,
            _tick: tick,
        });
    }

    fn listen(
        self: &Rc<Wire>,
        worker: &Worker,
        name: &'static str,
        then: fn(&Rc<Wire>, &web_sys::Event),
    ) -> EventListener {
        let weak: Weak<Wire> = Rc::downgrade(self);
        let generation = self.generation.get();
        EventListener::new(worker, name, move |event| {
            if let Some(wire) = weak.upgrade().filter(|w| w.generation.get() == generation) {
                then(&wire, event);
            }
        })
    }

    fn tick(this: &Rc<Wire>) {
        let owes = this.phase.get() != Phase::Open || !this.owed.borrow().is_empty();
        let silent = if owes { this.silent_ticks.get() + 1 } else { 0 };
        if !owes {
            this.end_readers();
        }
        this.silent_ticks.set(silent);
        if silent > PATIENCE_TICKS {
            Wire::stopped(this, "no answer");
        }
    }

    fn hear(this: &Rc<Wire>, data: JsValue) {
        this.silent_ticks.set(0);
        let beside = |name: &str| js_sys::Reflect::get(&data, &name.into()).ok();
        let json = data
            .as_string()
            .or_else(|| beside("json").and_then(|json| json.as_string()));
        let Some(json) = json else {
            let fatal = js_sys::Reflect::get(&data, &"fatal".into()).ok();
            let reason = fatal.and_then(|f| f.as_string()).unwrap_or_default();
            return Wire::stopped(this, &reason);
        };
        match serde_json::from_str(&json) {
            Ok(FromWorker::Ready { build }) if build == BUILD => this.open(this.workspace.get()),
            Ok(FromWorker::Ready { .. }) => this.refuse(),
            Ok(FromWorker::Answer { id, outcome }) => {
                let file = beside("file").and_then(|file| file.dyn_into().ok());
                this.answered(id, outcome.map(|answer| (answer, file)));
            }
            Ok(FromWorker::Changed(overview)) => {
                this.workspace.set(overview.current);
                (this.on_event)(Event::Changed(overview));
            }
            Ok(FromWorker::Progress(progress)) => {
                *this.reading.borrow_mut() = Some(progress.file.clone());
                (this.on_event)(Event::Progress(progress));
            }
            Ok(FromWorker::Waiting(what)) => (this.on_event)(Event::Waiting(what)),
            Ok(FromWorker::Followed) => (this.on_event)(Event::Followed),
            // A message that this build does not know comes from another one.
            Err(_) => this.refuse(),
        }
    }

    fn open(&self, workspace: Option<WorkspaceId>) {
        let id = self.take_id();
        self.phase.set(Phase::Opening(id));
        self.post(id, Request::Open { workspace }, &[]);
    }

    fn answered(self: &Rc<Wire>, id: u32, outcome: Result<Answered, Failure>) {
        if self.phase.get() != Phase::Opening(id) {
            if matches!(
                outcome,
                Ok((Answer::Read(_) | Answer::Imported(_), _)) | Err(_)
            ) {
                *self.reading.borrow_mut() = None;
            }
            let reply = self.owed.borrow_mut().remove(&id);
            if let Some(reply) = reply {
                let _ = reply.send(outcome);
            }
            return;
        }
        match outcome {
            Ok(_) => {
                self.false_starts.set(0);
                self.phase.set(Phase::Open);
                (self.on_event)(Event::Opened);
                let waiting = self.waiting.take();
                waiting.into_iter().for_each(|w| self.send(w));
            }
            Err(failure) => {
                self.end(&failure);
                (self.on_event)(Event::OpenFailed(failure));
            }
        }
    }

    fn send(self: &Rc<Wire>, waiting: Waiting) {
        let is_large = |file: &LocalFile| file.size_bytes() >= SLICED_FROM_BYTES;
        if matches!(waiting.request, Request::Read { .. }) && waiting.files.iter().any(is_large) {
            self.start_readers();
        }
        let id = self.take_id();
        self.owed.borrow_mut().insert(id, waiting.reply);
        self.post(id, waiting.request, &waiting.files);
    }

    fn post(&self, id: u32, request: Request, files: &[LocalFile]) {
        let Ok(json) = serde_json::to_string(&ToWorker { id, request }) else {
            return;
        };
        let message = js_sys::Object::new();
        let list: js_sys::Array = files.iter().map(|f| f.0.clone()).collect();
        let _ = js_sys::Reflect::set(&message, &"json".into(), &json.into());
        let _ = js_sys::Reflect::set(&message, &"files".into(), &list);
        if let Some(running) = self.worker.borrow().as_ref() {
            let _ = running.worker.post_message(&message);
        }
    }

    fn start_readers(self: &Rc<Wire>) {
        let weak = Rc::downgrade(self);
        let generation = self.generation.get();
        self.readers.borrow_mut().start(move |told| {
            if let Some(wire) = weak.upgrade().filter(|w| w.generation.get() == generation) {
                match told {
                    Told::Came(number, port) => wire.pass_on(number, Some(&port)),
                    Told::Gone(number) => wire.pass_on(number, None),
                }
            }
        });
    }

    fn end_readers(&self) {
        let ended = self.readers.borrow_mut().end();
        ended
            .into_iter()
            .for_each(|number| self.pass_on(number, None));
    }

    /// Passes the port to a reader on to the worker, or says that the reader is no more.
    fn pass_on(&self, number: u32, port: Option<&MessagePort>) {
        let message = js_sys::Object::new();
        let transfer: js_sys::Array = port.into_iter().collect();
        let _ = js_sys::Reflect::set(&message, &"reader".into(), &number.into());
        if let Some(port) = port {
            let _ = js_sys::Reflect::set(&message, &"port".into(), port);
        }
        if let Some(running) = self.worker.borrow().as_ref() {
            let _ = running
                .worker
                .post_message_with_transfer(&message, &transfer);
        }
    }

    fn take_id(&self) -> u32 {
        let id = self.next_id.get();
        self.next_id.set(id + 1);
        id
    }

    /// The worker is no more: whoever waits for an answer is told, and another worker is started.
    fn stopped(this: &Rc<Wire>, reason: &str) {
        let opened = this.phase.get() == Phase::Open;
        this.drop_worker();
        let file = this.reading.take();
        let owed = this.owed.take();
        for reply in owed.into_values() {
            let _ = reply.send(Err(Failure::WorkerStopped { file: file.clone() }));
        }
        if !opened {
            this.false_starts.set(this.false_starts.get() + 1);
        }
        if this.false_starts.get() >= MAX_FALSE_STARTS {
            return this.give_up(reason);
        }
        (this.on_event)(Event::Stopped(file));
        Wire::launch(this);
    }

    fn refuse(&self) {
        self.end(&Failure::WorkerStopped { file: None });
        (self.on_event)(Event::OtherBuild);
    }

    fn give_up(&self, reason: &str) {
        self.end(&Failure::WorkerStopped { file: None });
        (self.on_event)(Event::DidNotStart(reason.to_owned()));
    }

    /// No worker from here on: whatever waits is told.
    fn end(&self, failure: &Failure) {
        self.phase.set(Phase::Over);
        self.drop_worker();
        let waiting = self.waiting.take();
        let owed = self.owed.take();
        let replies = waiting
            .into_iter()
            .map(|w| w.reply)
            .chain(owed.into_values());
        for reply in replies {
            let _ = reply.send(Err(failure.clone()));
        }
    }

    fn drop_worker(&self) {
        self.readers.borrow_mut().end();
        let running = self.worker.borrow_mut().take();
        if let Some(running) = running {
            running.worker.terminate();
            // Its listeners may be the caller: let it return before they go.
            gloo::timers::callback::Timeout::new(0, move || drop(running)).forget();
        }
    }
}

/// The worker that `public/boot.js` has started, the first time that it is asked for.
fn waiting_worker() -> Option<Worker> {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"dianzhang".into()).ok()?;
    let take = js_sys::Reflect::get(&boot, &"takeWorker".into()).ok()?;
    let worker = take.dyn_ref::<js_sys::Function>()?.call0(&boot).ok()?;
    worker.dyn_into().ok()
}
