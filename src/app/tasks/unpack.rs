//! What a file is made of: itself, or the tables in a workbook, a page or an archive.

use crate::import::unpack::{HEAD_BYTES, container};
use crate::platform::files::LocalFile;
use crate::platform::unpacker::{Unpacked, Unpacker};

/// The tables of a file; `None` when cancelled.
pub async fn tables(
    unpacker: &Unpacker,
    file: LocalFile,
    is_cancelled: impl Fn() -> bool,
) -> Option<Vec<Unpacked>> {
    if container(&file.head(HEAD_BYTES).await).is_some() {
        return unpacker.unpack(&file, is_cancelled).await;
    }
    Some(vec![Unpacked {
        name: file.name(),
        file: Ok(file),
        notes: Vec::new(),
    }])
}
