//! Keeping what is typed of items: what selling costs, and notes.

use crate::analytics::products::desk::{ItemDesk, ItemNote};
use crate::analytics::products::fees::Fees;
use crate::analytics::products::reference::ItemRef;
use crate::app::context::App;
use crate::app::tasks::put_back::{self, Removed};
use crate::i18n::{Text, t};
use crate::platform::clock;
use crate::protocol::{Answer, Failure, Request};
use crate::workspace::desk::DeskPart;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Keeps what selling costs.
pub fn fees(app: App, fees: Fees) {
    change(app, move |desk| desk.fees = fees);
}

/// Writes a note about an item.
pub fn note(app: App, item: ItemRef, note: ItemNote) {
    change(app, move |desk| desk.note(item, note));
}

/// Takes a note off again, and offers to put it back.
pub fn forget_note(app: App, item: ItemRef, note: ItemNote) {
    spawn_local(async move {
        let forget = |desk: &mut ItemDesk| {
            let at = desk.notes_of(item).iter().position(|n| *n == note);
            if let Some(at) = at {
                desk.forget_note(item, at);
            }
        };
        match keep(app, forget).await {
            Ok(()) => {
                let said = t(app.lang.get_untracked(), Text::NotesRemoved, &[&note.text]);
                put_back::offer(app, Removed::ItemNote(item, note.clone()), said);
            }
            Err(failure) => app.toast_failure(&failure),
        }
    });
}

fn change(app: App, change: impl FnOnce(&mut ItemDesk) + 'static) {
    spawn_local(async move {
        if let Err(failure) = keep(app, change).await {
            app.toast_failure(&failure);
        }
    });
}

/// Changes what is kept as it is now.
async fn keep(app: App, change: impl FnOnce(&mut ItemDesk)) -> Result<(), Failure> {
    let Answer::ItemDesk(desk, over) = app.ask(Request::ItemDesk).await? else {
        return Err(Failure::NotFound);
    };
    let mut desk = *desk;
    change(&mut desk);
    let request = Request::KeepDesk {
        part: DeskPart::Items(desk),
        over,
        now: clock::now(),
    };
    app.ask(request).await.map(drop)
}
