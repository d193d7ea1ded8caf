//! What the head of a file has told: all that it takes to read any part of the rest.

use crate::import::columns::{ColumnBuilder, ReadContext};
use crate::import::encoding::CellEncoding;
use crate::import::grammar::Grammar;
use crate::import::kinds::{self, Kind};
use serde::{Deserialize, Serialize};

/// How the records of a file are read. Plain data: it is handed to readers in other threads.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    /// Stored name of the kind.
    pub(super) kind: String,
    pub(super) encoding: CellEncoding,
    pub(super) grammar: Grammar,
    /// Cells of the header.
    pub(super) width: usize,
    pub(super) columns: Vec<Planned>,
    pub(super) context: ReadContext,
    /// Whether rows usually have blank cells behind the last column, as far as is known.
    pub(super) is_tailed: bool,
}

/// A column that is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Planned {
    /// The place of its field in the kind's declaration.
    pub field: usize,
    /// Its place in the header.
    pub place: usize,
    /// Its header, blanks trimmed.
    pub header: String,
}

impl Plan {
    /// Its kind; `None` when another build has made the plan.
    pub(super) fn kind(&self) -> Option<&'static Kind> {
        kinds::by_name(&self.kind)
    }

    /// Builders for its columns, each with its place in the header.
    pub(super) fn builders(&self) -> Vec<(usize, ColumnBuilder)> {
        let fields = self.kind().map_or(&[][..], |kind| kind.fields);
        let build = |planned: &Planned| {
            let field = fields.get(planned.field)?;
            let builder = ColumnBuilder::new(field, &planned.header, self.encoding, self.context);
            Some((planned.place, builder))
        };
        self.columns.iter().filter_map(build).collect()
    }
}
