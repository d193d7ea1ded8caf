//! Workers that read slices of large files for the data worker. They are of the same program as that one and hold nothing:
//! a slice goes in as the browser's handle of the file, and columns come out, in which people are keyed hashes already.
//!
//! The page starts them, as only it can, and hands the data worker a port to each; from then on the two talk without the
//! page. When one breaks, the data worker reads its slices itself.

mod page;
mod port;
mod worker;

use crate::import::reader::{Plan, Slice};
pub(super) use page::{Pool, Told};
pub(super) use port::Readers;
use serde::{Deserialize, Serialize};
pub(super) use worker::run;

/// The name under which such a worker is started.
pub(super) const NAME: &str = "reader";

/// What a reader is asked. The file travels beside it.
#[derive(Serialize, Deserialize)]
struct Asked {
    plan: Plan,
    slice: Slice,
    file_bytes: u64,
}
