//! What an import says about a file, beside its rows.

use crate::import::issues::{Issue, IssueKind, Severity};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// Why a file is taken for what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecognisedBy {
    /// By the names in its header.
    #[default]
    Header,
    /// By what the operator once said of a table with this header.
    Template,
    /// The operator says so.
    Operator,
}

/// Everything that is known about a file after it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileReport {
    /// File name.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// The export that it is (`orders`), or `None` when it is none that we know.
    pub kind: Option<String>,
    /// Why it is taken for that.
    pub recognised_by: RecognisedBy,
    /// `utf-8`, `utf-8-bom`, `gb18030`, `windows-1252`, `utf-16le`, `utf-16be`.
    pub encoding: String,
    /// `,`, a tab, `;`, …
    pub delimiter: String,
    /// Line of the header, from 1; 0 when there is none.
    pub header_row: u64,
    /// Headers as the file has them, blanks trimmed, of the columns that are kept.
    pub columns: Vec<String>,
    /// Headers of columns that carry personal data and were dropped unread.
    pub dropped: Vec<String>,
    /// Headers of the other columns that are not kept.
    pub ignored: Vec<String>,
    /// Stored columns of the kind that the file does not have.
    pub lacking: Vec<String>,
    /// Records below the header, footers not counted.
    pub rows: u64,
    /// Rows taken in.
    pub accepted: u64,
    /// Rows that repeat another row of the same file.
    pub repeated: u64,
    /// Rows that the workspace did not have before.
    pub new_rows: u64,
    /// Rows that the workspace had, and that this file changed.
    pub updated_rows: u64,
    /// First to last day that the rows are about.
    pub span: Option<Span>,
    /// The day in the middle of which the file breaks off, where it does: not all of it is here.
    pub cut_day: Option<Day>,
    /// What could not be read, and where.
    pub issues: Vec<Issue>,
    /// The shop that the file names, when it names one.
    pub shop: Option<String>,
    /// The file of the same content that was there already: nothing was stored.
    pub repeats: Option<Repeats>,
}

/// Which file has the same content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeats {
    /// One that was imported before, by its name.
    Imported(String),
    /// One that was read before it and waits to be stored, by its name.
    Chosen(String),
}

impl FileReport {
    /// A report that says one thing: the file could not be read.
    pub fn unreadable(file: &str, bytes: u64, kind: IssueKind) -> FileReport {
        FileReport {
            file: file.to_owned(),
            bytes,
            issues: vec![Issue {
                kind,
                row: 0,
                column: String::new(),
                sample: String::new(),
                count: 1,
                rows: Vec::new(),
            }],
            ..FileReport::default()
        }
    }

    /// The days that the file covers: a day in the middle of which it breaks off is none of them, unless it is all there is.
    pub fn covered(&self) -> Option<Span> {
        let span = self.span?;
        let cut = self.cut_day.filter(|_| span.first != span.last);
        Some(match cut {
            Some(day) if day == span.last => Span::new(span.first, day.plus(-1)),
            Some(day) if day == span.first => Span::new(day.plus(1), span.last),
            _ => span,
        })
    }

    /// Whether Excel has destroyed most of its identities: its rows cannot be recognised in other files.
    pub fn has_destroyed_ids(&self) -> bool {
        let mut issues = self.issues.iter();
        let destroyed = issues.find(|i| i.kind == IssueKind::DamagedId);
        destroyed.is_some_and(|i| i.count * 2 > self.accepted)
    }

    /// Whether the same file was there already.
    pub fn already_there(&self) -> bool {
        self.repeats.is_some()
    }

    /// Whether nothing of the file could be used.
    pub fn is_fatal(&self) -> bool {
        self.issues
            .iter()
            .any(|i| i.kind.severity() == Severity::Fatal)
    }
}
