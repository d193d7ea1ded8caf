//! What could not be read while a part of a file is read. Parts that follow one another are put together as if the file had
//! been read in one go.

use crate::import::issues::{Issue, IssueKind, KEPT_ROWS, redacted};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// The issues of one column, or of the rows as such, in a part of a file. Lines count from the part's first record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Notes {
    issues: Vec<Noted>,
    /// Cells that are noted once however often they are in the file.
    once: Vec<Once>,
}

/// Cases of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Noted {
    kind: IssueKind,
    /// Text of the first case.
    sample: String,
    count: u64,
    /// Lines of the first cases.
    rows: Vec<u64>,
}

/// A cell that stands for all cells with its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Once {
    /// A keyed hash of its bytes: the cell itself may be personal.
    cell: u64,
    kind: IssueKind,
    line: u64,
    /// Its text where it is the first of its kind in the part; none of the others is ever the file's first.
    sample: Option<String>,
}

impl Notes {
    /// Notes a case.
    pub fn add(&mut self, kind: IssueKind, line: u64, sample: &str) {
        match self.issues.iter_mut().find(|noted| noted.kind == kind) {
            Some(noted) => {
                noted.count += 1;
                if noted.rows.len() < KEPT_ROWS {
                    noted.rows.push(line);
                }
            }
            None => self.issues.push(Noted {
                kind,
                sample: redacted(sample),
                count: 1,
                rows: vec![line],
            }),
        }
    }

    /// Notes a cell that is met for the first time in this part.
    pub fn add_once(&mut self, kind: IssueKind, cell: u64, line: u64, sample: &str) {
        let is_first = !self.once.iter().any(|once| once.kind == kind);
        self.once.push(Once {
            cell,
            kind,
            line,
            sample: is_first.then(|| redacted(sample)),
        });
    }
}

/// The issues of one column, or of the rows as such, over the parts of a file.
#[derive(Debug, Default)]
pub struct AllNotes {
    notes: Vec<Noted>,
    seen: FxHashSet<(IssueKind, u64)>,
}

impl AllNotes {
    /// Adds those of the next part, which begins behind so many records.
    pub fn append(&mut self, part: Notes, lines_before: u64) {
        for noted in part.issues {
            let rows = noted.rows.iter().map(|line| line + lines_before).collect();
            self.put(Noted { rows, ..noted });
        }
        for once in part.once {
            if self.seen.insert((once.kind, once.cell)) {
                self.put(Noted {
                    kind: once.kind,
                    sample: once.sample.unwrap_or_default(),
                    count: 1,
                    rows: vec![once.line + lines_before],
                });
            }
        }
    }

    fn put(&mut self, noted: Noted) {
        match self.notes.iter_mut().find(|ours| ours.kind == noted.kind) {
            Some(ours) => {
                ours.count += noted.count;
                ours.rows.extend(noted.rows);
                ours.rows.truncate(KEPT_ROWS);
            }
            None => self.notes.push(noted),
        }
    }

    /// The issues under the header of their column. Columns that share a header share its issues.
    pub fn into_issues(all: Vec<(String, AllNotes)>) -> Vec<Issue> {
        let mut issues: Vec<Issue> = Vec::new();
        for (column, notes) in all {
            for noted in notes.notes {
                let same = |issue: &&mut Issue| issue.kind == noted.kind && issue.column == column;
                match issues.iter_mut().find(same) {
                    Some(issue) => {
                        issue.count += noted.count;
                        issue.rows.extend(noted.rows);
                        issue.rows.sort_unstable();
                        issue.rows.truncate(KEPT_ROWS);
                        let first = issue.rows.first().copied().unwrap_or(0);
                        if first < issue.row {
                            (issue.row, issue.sample) = (first, noted.sample);
                        }
                    }
                    None => issues.push(Issue {
                        kind: noted.kind,
                        row: noted.rows.first().copied().unwrap_or(0),
                        column: column.clone(),
                        sample: noted.sample,
                        count: noted.count,
                        rows: noted.rows,
                    }),
                }
            }
        }
        issues
    }
}
