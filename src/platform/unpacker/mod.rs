//! The unpacker: a worker that takes workbooks, pages and archives apart (`import::unpack`). It is loaded when the first of
//! them comes, so that neither the page nor the data worker carries the readers of workbooks; and when a hostile file
//! makes it run out of memory or never end, it alone is lost. It also makes the files of the demo store, which no other
//! program has to carry then.

mod client;
mod worker;

use crate::import::issues::{Issue, IssueKind};
use crate::model::time::Day;
pub use client::{Unpacked, Unpacker};
use serde::{Deserialize, Serialize};
pub use worker::run;

/// What the unpacker is asked for beside files: the files of the demo store up to a day.
#[derive(Serialize, Deserialize)]
struct Demo {
    last_day: Day,
}

/// What the unpacker says. A table travels beside [`Said::Part`] as a browser's file.
#[derive(Serialize, Deserialize)]
enum Said {
    /// It runs and takes files.
    Ready {
        /// Its build, see [`crate::protocol::BUILD`].
        build: String,
    },
    /// It is at work.
    Working,
    /// A table, or why there is none.
    Part {
        name: String,
        refused: Option<IssueKind>,
        issues: Vec<Issue>,
    },
    /// That was all of the file.
    Done,
}
