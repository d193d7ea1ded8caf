//! What is seen of a table before anything is made of it: its header and first rows, as the operator is shown them when
//! kind and columns have to be confirmed or corrected, and what it could be. Shown, never stored.

use crate::import::encoding::Encoding;
use crate::import::grammar::Field;
use crate::import::headers::{Match, trimmed_header};
use crate::import::kinds::Kind;
use crate::import::records::{Split, Splitter};
use crate::import::sniff::Dialect;
use crate::import::template::Mapping;
use serde::{Deserialize, Serialize};

/// Rows shown of a table.
const SAMPLE_ROWS: usize = 6;

/// What is seen of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// The header's cells as the file has them.
    pub headers: Vec<String>,
    /// The first rows below it.
    pub rows: Vec<Vec<String>>,
    /// What it was taken for; `None` when it was not recognised.
    pub mapping: Option<Mapping>,
    /// What else it could be, the likeliest first, see [`crate::import::propose`].
    pub proposals: Vec<Proposal>,
    /// What it is as well, beside what it was taken for.
    pub second: Option<Proposal>,
}

/// A kind that a table could be of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Stored name of the kind.
    pub kind: String,
    /// How sure we are, in percent.
    pub confidence: u32,
    /// Its columns that were found, in the order of its declaration.
    pub columns: Vec<Guess>,
}

/// A column of a kind, and where it is likely to stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The stored column.
    pub column: String,
    /// Its position in the header.
    pub place: usize,
    /// How sure we are, in percent.
    pub confidence: u32,
}

impl Proposal {
    /// Whether every column stands under a name that the kind knows.
    pub fn is_certain(&self) -> bool {
        self.columns.iter().all(|guess| guess.confidence == 100)
    }

    /// The same as what an operator would say.
    pub fn mapping(&self) -> Mapping {
        let pair = |guess: &Guess| (guess.column.clone(), guess.place);
        Mapping {
            kind: self.kind.clone(),
            columns: self.columns.iter().map(pair).collect(),
        }
    }
}

impl Sketch {
    /// Header and first rows of a table, and what it was taken for; `None` when there is no table.
    pub fn of(
        text: &[u8],
        encoding: Encoding,
        dialect: &Dialect,
        taken_for: Option<(&Kind, &Match)>,
    ) -> Option<Sketch> {
        if dialect.names.len() < 2 {
            return None;
        }
        let mut splitter = Splitter::expecting(dialect.grammar, dialect.names.len());
        let (mut rows, mut rest, mut line) = (Vec::new(), text, 0);
        while rows.len() < SAMPLE_ROWS && !rest.is_empty() {
            let Split::Record(len) = splitter.split(rest, true) else {
                break;
            };
            let cell = |f: &Field| {
                encoding
                    .of_cells()
                    .decode(&f.bytes(rest))
                    .0
                    .trim()
                    .to_owned()
            };
            if line >= dialect.body() {
                rows.push(splitter.fields().iter().map(cell).collect::<Vec<_>>());
            }
            rest = &rest[len..];
            line += 1;
        }
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let mapping = taken_for.map(|(kind, found)| Mapping {
            kind: kind.name.to_owned(),
            columns: kind
                .fields
                .iter()
                .zip(&found.places)
                .filter_map(|(field, place)| Some((field.column.to_owned(), (*place)?)))
                .collect(),
        });
        Some(Sketch {
            headers: dialect
                .names
                .iter()
                .map(|n| trimmed_header(n).to_owned())
                .collect(),
            rows,
            mapping,
            proposals: Vec::new(),
            second: None,
        })
    }
}
