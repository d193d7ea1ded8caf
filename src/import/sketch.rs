//! What is seen of a table before anything is made of it: its header and first rows, as the operator is shown them when
//! kind and columns have to be confirmed or corrected. Shown, never stored.

use crate::import::template::Mapping;
use serde::{Deserialize, Serialize};

/// Rows shown of a table.
pub const SAMPLE_ROWS: usize = 6;

/// What is seen of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// The header's cells as the file has them.
    pub headers: Vec<String>,
    /// The first rows below it.
    pub rows: Vec<Vec<String>>,
    /// What it was taken for; `None` when it was not recognised.
    pub mapping: Option<Mapping>,
}
