//! Writing events and notes down, and taking them out again.

use crate::analytics::diary::{Diary, Entry};
use crate::app::context::App;
use crate::app::tasks::put_back::{self, Removed};
use crate::i18n::{Text, t};
use crate::platform::clock;
use crate::protocol::{Answer, Failure, Request};
use crate::screens::diary::unfit;
use crate::workspace::desk::DeskPart;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Writes something down, and says so.
pub fn add(app: App, entry: Entry) {
    spawn_local(async move {
        let lang = app.lang.get_untracked();
        let text = entry.text().trim().to_owned();
        let mut why = None;
        let kept = keep(app, |diary| match diary.add(entry) {
            Ok(()) => true,
            Err(unfit) => {
                why = Some(unfit);
                false
            }
        });
        match (kept.await, why) {
            (Err(failure), _) => app.toast_failure(&failure),
            (Ok(()), Some(why)) => app.toast_error(unfit(why).get(lang)),
            (Ok(()), None) => app.toast(t(lang, Text::DiaryAdded, &[&text])),
        }
    });
}

/// Takes something out again, and offers to put it back.
pub fn remove(app: App, entry: Entry) {
    spawn_local(async move {
        let kept = keep(app, |diary| {
            diary.remove(&entry);
            true
        });
        match kept.await {
            Ok(()) => {
                let lang = app.lang.get_untracked();
                let said = t(lang, Text::DiaryRemoved, &[entry.text()]);
                put_back::offer(app, Removed::Entry(entry), said);
            }
            Err(failure) => app.toast_failure(&failure),
        }
    });
}

/// Changes the diary as it is now; `change` says whether there is anything to keep.
async fn keep(app: App, change: impl FnOnce(&mut Diary) -> bool) -> Result<(), Failure> {
    let Answer::Diary(Some(view)) = app.ask(Request::Diary).await? else {
        return Err(Failure::NotFound);
    };
    let mut diary = view.diary;
    if change(&mut diary) {
        let request = Request::KeepDesk {
            part: DeskPart::Diary(diary),
            over: view.revision,
            now: clock::now(),
        };
        app.ask(request).await?;
    }
    Ok(())
}
