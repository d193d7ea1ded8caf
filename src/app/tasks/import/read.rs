//! Reading files: what they are made of, table by table, into what the operator looks at.

use super::{is_cancelling, update_reading};
use crate::app::context::{App, LookedAt};
use crate::app::tasks::unpack;
use crate::i18n::{Text, t};
use crate::import::issues::IssueKind;
use crate::import::report::FileReport;
use crate::import::template::Hints;
use crate::platform::clock;
use crate::platform::files::LocalFile;
use crate::platform::unpacker::{Unpacked, Unpacker};
use crate::protocol::{Answer, Failure, Preview, Request};
use crate::screens::data::shops::stranger;
use leptos::prelude::*;

/// How the reading of files ended.
pub(super) enum ReadAll {
    /// All were read.
    Whole,
    /// The operator stopped it.
    Cancelled,
    /// Something else stopped it.
    Failed(Failure),
}

/// Reads files into [`App::looking`].
pub(super) async fn read_all(app: App, files: Vec<LocalFile>) -> ReadAll {
    let unpacker = Unpacker::default();
    for (index, file) in files.into_iter().enumerate() {
        let bytes = file.size_bytes();
        update_reading(app, |reading| {
            reading.file = file.name();
            reading.index = index;
            reading.rows = 0;
        });
        let tables = unpack::tables(&unpacker, file, || is_cancelling(app)).await;
        for table in tables.into_iter().flatten() {
            match read_table(app, table).await {
                ReadAll::Whole => {}
                ended => return ended,
            }
        }
        if is_cancelling(app) {
            return ReadAll::Cancelled;
        }
        update_reading(app, |reading| {
            reading.done_bytes += bytes;
            reading.read_bytes = reading.done_bytes;
        });
    }
    // A file that stopped the worker took with it what had been read before.
    let lost: Vec<u32> = app.looking.with_untracked(|looking| {
        let lost = looking.files.iter().filter(|file| file.is_lost());
        lost.map(|file| file.id).collect()
    });
    if !lost.is_empty() {
        say_read_again(app, lost.len());
    }
    for id in lost {
        match read_again(app, id).await {
            Ok(()) => {}
            Err(None) => return ReadAll::Cancelled,
            Err(Some(failure)) => return ReadAll::Failed(failure),
        }
    }
    ReadAll::Whole
}

/// Says that files had to be read once more.
pub(super) fn say_read_again(app: App, files: usize) {
    let lang = app.lang.get_untracked();
    app.toast(t(lang, Text::ImportReadAgain, &[&files.to_string()]));
}

async fn read_table(app: App, table: Unpacked) -> ReadAll {
    let Unpacked { name, file, notes } = table;
    if is_cancelling(app) {
        return ReadAll::Cancelled;
    }
    update_reading(app, |reading| reading.file.clone_from(&name));
    let hints = Hints {
        notes,
        ..Hints::default()
    };
    let file = match file {
        Ok(file) => file,
        Err(kind) => {
            let preview = refused(&name, 0, kind);
            look_at(app, name, None, hints, preview, None);
            return ReadAll::Whole;
        }
    };
    let preview = match read(app, &file, &hints).await {
        Ok(Some(preview)) => preview,
        Ok(None) => return ReadAll::Cancelled,
        Err(failure) => return ReadAll::Failed(failure),
    };
    let second = preview.sketch.as_ref().and_then(|s| s.second.clone());
    look_at(
        app,
        name.clone(),
        Some(file.clone()),
        hints.clone(),
        preview,
        None,
    );
    let Some(second) = second else {
        return ReadAll::Whole;
    };
    let hints = Hints {
        mapping: Some(second.mapping()),
        ..hints
    };
    match read(app, &file, &hints).await {
        Ok(Some(preview)) => look_at(
            app,
            name,
            Some(file),
            hints,
            preview,
            Some(second.is_certain()),
        ),
        Ok(None) => return ReadAll::Cancelled,
        Err(failure) => return ReadAll::Failed(failure),
    }
    ReadAll::Whole
}

/// Adds a table that was read. A second reading says whether its columns are certain; the operator looks at those that
/// are not before they are chosen.
fn look_at(
    app: App,
    name: String,
    source: Option<LocalFile>,
    hints: Hints,
    preview: Preview,
    second: Option<bool>,
) {
    app.looking.update(|looking| {
        looking.next_id += 1;
        looking.files.push(LookedAt {
            id: looking.next_id,
            version: 0,
            name,
            source,
            hints,
            waiting: preview.pending,
            is_chosen: is_wanted(&preview, None) && second != Some(false),
            goes_home: false,
            has_open_correction: false,
            second,
            preview,
            template: None,
        });
    });
}

/// Reads a file that was read before, with what is now known of it. `Err(None)` when that was cancelled.
pub(super) async fn read_again(app: App, id: u32) -> Result<(), Option<Failure>> {
    let found = app.looking.with_untracked(|looking| {
        let file = looking.files.iter().find(|file| file.id == id)?;
        Some((file.source.clone()?, file.hints.clone(), file.waiting))
    });
    let Some((source, hints, waiting)) = found else {
        return Ok(());
    };
    // As long as it waits, the same file would be taken for a repetition.
    if let Some(pending) = waiting {
        let pending = vec![pending];
        let _ = app.ask(Request::Discard { pending }).await;
    }
    let mut preview = read(app, &source, &hints).await?.ok_or(None)?;
    let mut is_there = false;
    let home = app.looking.with_untracked(|looking| looking.home.clone());
    app.looking.update(|looking| {
        let Some(file) = looking.files.iter_mut().find(|file| file.id == id) else {
            return;
        };
        is_there = true;
        // What is seen of a table stays, so that the operator can say something else.
        preview.sketch = preview.sketch.take().or(file.preview.sketch.take());
        file.waiting = preview.pending;
        file.is_chosen = is_wanted(&preview, home.as_deref());
        file.goes_home = false;
        file.has_open_correction = false;
        file.preview = preview.clone();
        file.version += 1;
    });
    if !is_there && let Some(pending) = preview.pending {
        let pending = vec![pending];
        let _ = app.ask(Request::Discard { pending }).await;
    }
    Ok(())
}

/// Reads a file; `None` when that was cancelled. One at which the worker stops is refused: it has been started again, and
/// the others go on.
pub(super) async fn read(
    app: App,
    file: &LocalFile,
    hints: &Hints,
) -> Result<Option<Preview>, Failure> {
    let into = app.looking.with_untracked(|looking| looking.workspace);
    let request = Request::Read {
        workspace: into.or(app.overview.with_untracked(|o| o.current)),
        hints: hints.clone(),
        now: clock::now(),
    };
    let client = app.client.with_value(Clone::clone);
    match client.ask_with(request, vec![file.clone()]).await {
        Ok(Answer::Read(preview)) => Ok(preview.map(|preview| *preview)),
        Ok(_) => Ok(None),
        Err(Failure::WorkerStopped { .. }) => Ok(Some(refused(
            &file.name(),
            file.size_bytes(),
            IssueKind::ReaderCrashed,
        ))),
        Err(failure) => Err(failure),
    }
}

/// Whether a file is to be stored unless the operator says otherwise: of one that names another shop, the operator says so.
fn is_wanted(preview: &Preview, home: Option<&str>) -> bool {
    preview.pending.is_some() && stranger(preview, home).is_none()
}

fn refused(name: &str, bytes: u64, kind: IssueKind) -> Preview {
    Preview {
        report: FileReport::unreadable(name, bytes, kind),
        ..Preview::default()
    }
}
