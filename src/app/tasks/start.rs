//! Starting: what was chosen, where we are, the worker, and everything that speaks up by itself.

use crate::app::context::{App, Backups, ImportState, Looking, Start};
use crate::app::tasks::{auto_backup, import, keep_data, looks};
use crate::i18n::Text;
use crate::platform::client::{Event, WorkerClient};
use crate::platform::{location, prefs, update};
use crate::protocol::{Failure, Overview, Wait};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Makes the state of the frame and starts the worker.
pub fn start() -> App {
    let route = Route::parse(&location::hash());
    let board = match route {
        Route::Sales(view) => view,
        _ => Default::default(),
    };
    // The worker speaks to the state, and the state holds the worker: the state comes first and is put in here.
    let listening: Rc<Cell<Option<App>>> = Rc::default();
    let heard = listening.clone();
    let client = WorkerClient::start(move |event| {
        if let Some(app) = heard.get() {
            hear(app, event);
        }
    });
    let app = App {
        lang: RwSignal::new(prefs::lang()),
        theme: RwSignal::new(prefs::theme()),
        dark: RwSignal::new(prefs::theme().is_dark(prefs::system_dark())),
        rise: RwSignal::new(prefs::rise()),
        single_keys: RwSignal::new(prefs::single_keys()),
        overview: RwSignal::new(Overview::default()),
        start: RwSignal::new(Start::Opening),
        route: RwSignal::new(route),
        last_board: RwSignal::new(board),
        import: RwSignal::new(ImportState::Idle),
        dialog: RwSignal::new(None),
        toasts: RwSignal::new(Vec::new()),
        update_waits: RwSignal::new(false),
        keeping: RwSignal::new(Default::default()),
        backups: RwSignal::new(Backups {
            kept: prefs::backups_kept(),
            ..Backups::default()
        }),
        restoring: RwSignal::new_local(None),
        looking: RwSignal::new_local(Looking::default()),
        forgotten: StoredValue::new(None),
        client: StoredValue::new_local(client),
    };
    listening.set(Some(app));
    location::on_change(move |hash| app.arrive(Route::parse(&hash)));
    location::ask_before_leaving(move || is_lost_by_leaving(app));
    update::on_waiting(move || app.update_waits.set(true));
    looks::follow(app);
    keep_data::look(app);
    auto_backup::follow(app);
    app
}

/// Whether closing the page would lose what is in memory only, or a file that is being read.
fn is_lost_by_leaving(app: App) -> bool {
    let in_memory = app
        .overview
        .with_untracked(|o| !o.stored && !o.imports.is_empty());
    in_memory || app.import.with_untracked(ImportState::is_busy)
}

fn hear(app: App, event: Event) {
    match event {
        Event::Opened => app.start.set(Start::Open),
        Event::OpenFailed(failure) => app.start.set(Start::Failed(failure)),
        Event::OtherBuild => app.start.set(Start::OtherBuild),
        Event::DidNotStart(reason) => app.start.set(Start::NotStarted(reason)),
        Event::Stopped(file) => {
            app.start.set(Start::Opening);
            import::note_restart(app);
            // The first starts of a session stop without anybody having asked for anything.
            if file.is_some() || app.overview.with_untracked(|o| o.revision > 0) {
                app.toast_failure(&Failure::WorkerStopped { file });
            }
        }
        Event::Changed(overview) => app.overview.set(overview),
        Event::Progress(progress) => import::note_progress(app, progress),
        Event::Waiting(Wait::ForStore) => app.start.set(Start::Waiting),
        Event::Waiting(Wait::ForWriter) => {
            app.toast(Text::WaitingForWriter.get(app.lang.get_untracked()))
        }
        Event::Followed => app.toast(Text::Followed.get(app.lang.get_untracked())),
    }
}
