//! Backups: the file goes out beside the answer, or comes in beside the request; keys are derived here, off the page.

use super::{AnyStore, random};
use crate::backup::seal::WORK;
use crate::backup::{Passphrase, Trouble};
use crate::platform::browser_file::BrowserFile;
use crate::protocol::{Answer, Failure, Request};
use crate::workspace::session::{Sealing, Session};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use web_sys::Blob;

pub(super) async fn work(
    session: &Session<AnyStore>,
    request: Request,
    files: &[BrowserFile],
    parcel: &RefCell<Option<Blob>>,
) -> Result<Answer, Failure> {
    let file = || files.first().ok_or(Failure::Backup(Trouble::Unreadable));
    match request {
        Request::MakeBackup {
            workspace,
            passphrase,
            now,
        } => {
            let sealing = match &passphrase {
                Some(Passphrase(passphrase)) => Some(Sealing {
                    passphrase,
                    entropy: random()?,
                    work: WORK,
                }),
                None => None,
            };
            let made = session
                .make_backup(workspace, now, sealing.as_ref())
                .await?;
            let parts = Array::of1(&Uint8Array::from(made.bytes.as_slice()));
            let blob = Blob::new_with_u8_array_sequence(&parts)
                .map_err(|error| Failure::Storage(format!("{error:?}")))?;
            parcel.replace(Some(blob));
            Ok(Answer::Backup(made.summary))
        }
        Request::NoteBackup { workspace, note } => session
            .note_backup(workspace, note)
            .await
            .map(|()| Answer::Done),
        Request::ReadBackup { passphrase } => session
            .read_backup(file()?, word(&passphrase))
            .await
            .map(Answer::Backup),
        Request::RestoreBackup {
            passphrase,
            replaces,
        } => session
            .restore_backup(file()?, word(&passphrase), replaces)
            .await
            .map(|()| Answer::Done),
        _ => Ok(Answer::Done),
    }
}

fn word(passphrase: &Option<Passphrase>) -> Option<&str> {
    passphrase.as_ref().map(|p| p.0.as_str())
}
