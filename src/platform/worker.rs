//! The worker's end of the wire: takes requests, runs the session's actions one after the other, and says what came of
//! them. Questions and a cancel are answered at once, even while a file is read.

mod backup;
mod kept;

use crate::analytics::targets::DayClass;
use crate::analytics::{rows, selfcheck, shop_days};
use crate::import::columns::Salt;
use crate::platform::browser_file::BrowserFile;
use crate::platform::idb::Outside;
use crate::platform::readers::{self, Readers};
use crate::protocol::{Answer, BUILD, Failure, FromWorker, Progress, Request, ToWorker, Wait};
use crate::workspace::session::{Desk, Followed, Session};
use crate::{demo, model::time::Civil};
use futures_channel::mpsc::{UnboundedSender, unbounded};
use gloo::timers::callback::Interval;
use js_sys::{Array, Object, Reflect};
use kept::AnyStore;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

/// What there is to do, one after the other.
enum Job {
    /// A request with the files that came beside it.
    Asked {
        id: u32,
        request: Request,
        files: Vec<BrowserFile>,
    },
    /// Another tab has changed the store: read what is new.
    Follow,
}

/// Tabs tell each other here that they have changed the store.
const CHANNEL: &str = "dianzhang";

/// How often is said that something is waited for: a worker that says nothing is taken for stopped.
const PATIENCE_MILLIS: u32 = 10_000;

/// What the handlers of messages share.
struct Desktop {
    scope: DedicatedWorkerGlobalScope,
    session: OnceCell<Session<AnyStore>>,
    cancelled: Cell<bool>,
    /// A file that goes out beside the next answer.
    parcel: RefCell<Option<Blob>>,
    /// Those who read large files with us.
    readers: Rc<Readers>,
    /// To the workers of other tabs.
    channel: Option<BroadcastChannel>,
    queue: UnboundedSender<Job>,
}

/// Starts to listen, and tells the page so.
pub fn run() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    if scope.name() == readers::NAME {
        return readers::run(&scope);
    }
    report_panics(scope.clone());
    let (queue, mut jobs) = unbounded::<Job>();
    let desktop = Rc::new(Desktop {
        scope: scope.clone(),
        session: OnceCell::new(),
        cancelled: Cell::new(false),
        parcel: RefCell::default(),
        readers: Rc::default(),
        channel: BroadcastChannel::new(CHANNEL).ok(),
        queue: queue.clone(),
    });
    if let Some(channel) = &desktop.channel {
        let queue = queue.clone();
        let listener = Closure::<dyn Fn()>::new(move || drop(queue.unbounded_send(Job::Follow)));
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget(); // It lives as long as the worker.
    }
    let listener = {
        let desktop = desktop.clone();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            hear(&desktop, &queue, &event.data())
        })
    };
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // It lives as long as the worker.
    let working = desktop.clone();
    spawn_local(async move {
        while let Ok(job) = jobs.recv().await {
            match job {
                // What cannot be read now is said when something is asked for.
                Job::Follow => drop(working.follow().await),
                Job::Asked { id, request, files } => working.answer(id, request, &files).await,
            }
        }
    });
    desktop.say(&FromWorker::Ready {
        build: BUILD.to_owned(),
    });
}

/// A panic ends the worker; the page is told why before the lights go out.
pub(super) fn report_panics(scope: DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(move |info| {
        let message = Object::new();
        let _ = Reflect::set(&message, &"fatal".into(), &info.to_string().into());
        let _ = scope.post_message(&message);
    }));
}

fn hear(desktop: &Desktop, queue: &UnboundedSender<Job>, data: &JsValue) {
    if let Some(number) = number_in(data, "reader") {
        let port = Reflect::get(data, &"port".into()).ok();
        return match port.and_then(|port| port.dyn_into().ok()) {
            Some(port) => desktop.readers.add(number, port),
            None => desktop.readers.lose(number),
        };
    }
    let json = Reflect::get(data, &"json".into())
        .ok()
        .and_then(|json| json.as_string());
    let Some(Ok(ToWorker { id, request })) = json.map(|json| serde_json::from_str(&json)) else {
        return; // Not from our page: builds are matched before anything is asked.
    };
    let answer = |answer: Answer| {
        desktop.say(&FromWorker::Answer {
            id,
            outcome: Ok(answer),
        });
    };
    let session = || desktop.session.get();
    match request {
        // Does not wait for an import that runs, unless files have to be read for it first.
        Request::Board(query) if session().is_none_or(|s| s.has(shop_days::kinds())) => {
            let board = session().and_then(|s| s.state.borrow().board(query));
            answer(Answer::Board(board.map(Box::new)));
        }
        Request::Sales(question) => {
            let sales = session().and_then(|s| s.state.borrow().sales(question));
            answer(Answer::Sales(sales.map(Box::new)));
        }
        Request::CancelImport => {
            desktop.cancelled.set(true);
            answer(Answer::Done);
        }
        request => {
            if matches!(request, Request::Read { .. } | Request::LoadDemo { .. }) {
                desktop.cancelled.set(false);
            }
            let files = Reflect::get(data, &"files".into())
                .ok()
                .and_then(|files| files.dyn_into::<Array>().ok());
            let files = files.map(|files| {
                let file = |file: JsValue| {
                    BrowserFile::shared(file.unchecked_into(), desktop.readers.clone())
                };
                files.iter().map(file).collect()
            });
            // The receiver lives as long as the worker.
            let _ = queue.unbounded_send(Job::Asked {
                id,
                request,
                files: files.unwrap_or_default(),
            });
        }
    }
}

fn number_in(data: &JsValue, name: &str) -> Option<u32> {
    let number = Reflect::get(data, &name.into()).ok()?.as_f64()?;
    Some(number as u32)
}

async fn work(
    desktop: &Rc<Desktop>,
    request: Request,
    files: &[BrowserFile],
) -> Result<Answer, Failure> {
    if let Request::Open { workspace } = request {
        if desktop.session.get().is_none() {
            let _ = desktop.session.set(desktop.new_session().await?);
        }
        return session(desktop)?
            .open(workspace)
            .await
            .map(|()| Answer::Done);
    }
    let session = session(desktop)?;
    let progress = |progress: Progress| desktop.say(&FromWorker::Progress(progress));
    let is_cancelled = || desktop.cancelled.get();
    let done = match request {
        Request::Read {
            workspace,
            hints,
            now,
        } => {
            let file = files.first().ok_or(Failure::NotFound)?;
            desktop.readers.tidy();
            let desk = desk(now, random_salt()?, &progress, &is_cancelled);
            let preview = session.read(workspace, file, hints, &desk).await?;
            return Ok(Answer::Read(preview.map(Box::new)));
        }
        Request::Store { pending, now } => {
            return session
                .store_pending(&pending, now)
                .await
                .map(Answer::Imported);
        }
        Request::Discard { pending } => {
            session.discard_pending(&pending);
            Ok(())
        }
        Request::KeepTemplates { templates } => session.keep_templates(templates).await,
        Request::ForgetTemplate { fingerprint } => session.forget_template(&fingerprint).await,
        Request::Board(query) => {
            let board = session.board(query).await?;
            return Ok(Answer::Board(board.map(Box::new)));
        }
        Request::Rows(query) => {
            let rows = rows::rows(&session.state.borrow().shelf(), query);
            return Ok(Answer::Rows(Box::new(rows)));
        }
        Request::SelfCheck => return Ok(Answer::SelfCheck(selfcheck::seen())),
        Request::Breakdown(query) => {
            let breakdown = session.breakdown(query).await?;
            return Ok(Answer::Breakdown(breakdown.map(Box::new)));
        }
        Request::Morning { now } => {
            let morning = session.morning(now).await?;
            return Ok(Answer::Morning(morning.map(Box::new)));
        }
        Request::Headline { workspace } => {
            let headline = session.headline(workspace).await?;
            return Ok(Answer::Headline(headline.map(Box::new)));
        }
        Request::LoadDemo { now } => {
            let desk = desk(now, random_salt()?, &progress, &is_cancelled);
            return session
                .load_demo(demo::SHOP, files, &desk)
                .await
                .map(Answer::Imported);
        }
        Request::Reconcile { period } => {
            let all = session.reconcile(period).await?;
            return Ok(Answer::Reconcile(Box::new(all)));
        }
        Request::Plan(query) => {
            // Which days are holidays is not known here: what is special about a day is its weekday.
            let plan = session.plan(query, &DayClass::by_calendar).await?;
            return Ok(Answer::Plan(plan.map(Box::new)));
        }
        Request::KeepDesk { part, over, now } => session.keep_desk(part, over, now).await,
        Request::Undo { segment } => session.undo(segment).await,
        Request::Restore { segment } => session.restore(segment).await,
        Request::CreateWorkspace { name, now } => session
            .create_workspace(&name, random_salt()?, now)
            .await
            .map(drop),
        Request::OpenWorkspace { workspace } => session.open_workspace(workspace).await,
        Request::RenameWorkspace { workspace, name } => {
            session.rename_workspace(workspace, &name).await
        }
        Request::DeleteWorkspace { workspace } => session.delete_workspace(workspace).await,
        request @ (Request::MakeBackup { .. }
        | Request::NoteBackup { .. }
        | Request::ReadBackup { .. }
        | Request::RestoreBackup { .. }) => {
            return backup::work(session, request, files, &desktop.parcel).await;
        }
        Request::Open { .. } | Request::Sales(_) | Request::CancelImport => Ok(()),
    };
    done.map(|()| Answer::Done)
}

fn session(desktop: &Desktop) -> Result<&Session<AnyStore>, Failure> {
    desktop.session.get().ok_or(Failure::NotFound)
}

/// Whether a request changes nothing at all.
fn only_looks(request: &Request) -> bool {
    matches!(
        request,
        Request::Board(_)
            | Request::Breakdown(_)
            | Request::Rows(_)
            | Request::SelfCheck
            | Request::Morning { .. }
            | Request::Headline { .. }
            | Request::Plan(_)
            | Request::Reconcile { .. }
    )
}

/// Whether a request writes what other tabs see too.
fn writes(request: &Request) -> bool {
    let stays_here = matches!(
        request,
        Request::Open { .. }
            | Request::Read { .. }
            | Request::Discard { .. }
            | Request::CancelImport
            | Request::MakeBackup { .. }
            | Request::ReadBackup { .. }
    );
    !stays_here && !only_looks(request)
}

impl Desktop {
    /// Opens the store. What is kept in memory only is no other tab's business.
    async fn new_session(self: &Rc<Desktop>) -> Result<Session<AnyStore>, Failure> {
        let _waiting = self.waiting(Wait::ForStore);
        let desktop = self.clone();
        let (store, refusal) = AnyStore::open(move |outside| match outside {
            Outside::Blocks => desktop.say(&FromWorker::Waiting(Wait::ForStore)),
            Outside::Supersedes => drop(desktop.queue.unbounded_send(Job::Follow)),
        })
        .await?;
        let session = Session::new(store, refusal.is_none());
        session.state.borrow_mut().refusal = refusal;
        Ok(session)
    }

    /// Says that something is waited for, again and again until what it returns is dropped.
    fn waiting(self: &Rc<Desktop>, what: Wait) -> Interval {
        let desktop = self.clone();
        Interval::new(PATIENCE_MILLIS, move || {
            desktop.say(&FromWorker::Waiting(what));
        })
    }

    /// Answers a request. One that writes waits for its turn, and knows what the tabs before it have written.
    async fn answer(self: &Rc<Desktop>, id: u32, request: Request, files: &[BrowserFile]) {
        let only_looks = only_looks(&request);
        let opens = matches!(
            request,
            Request::Open { .. } | Request::OpenWorkspace { .. }
        );
        let shared = writes(&request) && self.is_stored();
        let outcome = if shared {
            let _turn = kept::turn(|| {
                self.say(&FromWorker::Waiting(Wait::ForWriter));
                self.waiting(Wait::ForWriter)
            })
            .await;
            let outcome = match self.follow().await {
                Ok(()) => self.done(request, files).await,
                Err(failure) => Err(failure),
            };
            if let (Ok(_), Some(channel)) = (&outcome, &self.channel) {
                let _ = channel.post_message(&JsValue::TRUE);
            }
            outcome
        } else {
            self.done(request, files).await
        };
        if !only_looks {
            self.tell_changed();
        }
        self.say(&FromWorker::Answer { id, outcome });
        if let (true, Some(session)) = (opens, self.session.get()) {
            // Before the page asks for the board, as it will.
            session.state.borrow().data.daybook();
        }
    }

    /// Does what is asked for; once more when another tab has been faster all the same.
    async fn done(
        self: &Rc<Desktop>,
        request: Request,
        files: &[BrowserFile],
    ) -> Result<Answer, Failure> {
        match work(self, request.clone(), files).await {
            Err(Failure::ChangedElsewhere) => {
                self.follow().await?;
                work(self, request, files).await
            }
            outcome => outcome,
        }
    }

    fn is_stored(&self) -> bool {
        let session = self.session.get();
        session.is_some_and(|session| session.state.borrow().is_stored)
    }

    /// Reads what other tabs have written, and says so where there is anything to see of it.
    async fn follow(&self) -> Result<(), Failure> {
        let Some(session) = self.session.get().filter(|_| self.is_stored()) else {
            return Ok(());
        };
        let followed = session.follow().await;
        if followed != Ok(Followed::Nothing) {
            self.tell_changed();
        }
        if followed? == Followed::Seen {
            self.say(&FromWorker::Followed);
        }
        Ok(())
    }

    fn tell_changed(&self) {
        if let Some(session) = self.session.get() {
            let overview = session.state.borrow_mut().changed();
            self.say(&FromWorker::Changed(overview));
        }
    }

    fn say(&self, message: &FromWorker) {
        let Ok(json) = serde_json::to_string(message) else {
            return;
        };
        let parcel = match message {
            FromWorker::Answer { .. } => self.parcel.take(),
            _ => None,
        };
        let _ = match parcel {
            None => self.scope.post_message(&json.into()),
            Some(file) => {
                let both = Object::new();
                let _ = Reflect::set(&both, &"json".into(), &json.into());
                let _ = Reflect::set(&both, &"file".into(), &file);
                self.scope.post_message(&both)
            }
        };
    }
}

fn desk<'a>(
    now: Civil,
    salt: Salt,
    progress: &'a dyn Fn(Progress),
    is_cancelled: &'a dyn Fn() -> bool,
) -> Desk<'a> {
    Desk {
        now,
        salt,
        progress,
        is_cancelled,
    }
}

fn random_salt() -> Result<Salt, Failure> {
    random()
}

/// Bytes that nobody can foresee.
fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    scope
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .map(|_| bytes)
        .map_err(|error| Failure::Storage(format!("{error:?}")))
}
