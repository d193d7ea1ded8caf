//! Takes apart what is no plain text: workbooks, tables of web pages and archives become plain tables, each as CSV that
//! the text reader takes like any export.
//!
//! Cells become text the way a spreadsheet would show them without formatting: a date is its civil date, a percentage its
//! plain number. Rows keep their places, so that an issue names the row that Excel shows. What the tables mean is the
//! reader's matter. All of it runs in a worker of its own, because the files are other people's and the crates that read
//! them may panic or run out of memory.

mod archive;
mod html;
mod markup;
mod mhtml;
mod sheet;
mod sniff;
mod text;
mod workbook;
mod xml;

use crate::import::issues::{Issue, IssueKind};
pub use sniff::{Container, container, is_table_name};

/// Bytes of a file's beginning that [`container`] wants to see.
pub const HEAD_BYTES: usize = 4096;
/// Bytes of one table or of one file from an archive, at the most: what a worker's memory holds beside the file itself.
const MAX_TABLE_BYTES: u64 = 700 << 20;
/// Bytes that come out of one file, at the most.
const MAX_TOTAL_BYTES: u64 = 2 << 30;
/// Archives within archives.
const DEEPEST: u32 = 2;

/// What comes out of a file, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A table, or what is to be said of one that could not be read.
    Part(Part),
    /// A sign of life.
    Working,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The file's name, and where in the file the table stands: `book.xlsx › Sheet1`, `all.zip › 2026/orders.csv`.
    pub name: String,
    /// The table: CSV in UTF-8, or a file out of an archive as it is. Otherwise why there is none.
    pub content: Result<Vec<u8>, IssueKind>,
    /// What could not be read of it. A column is named by its letter, as in Excel.
    pub issues: Vec<Issue>,
}

/// Takes a file apart. It always comes to at least one part; a file as a whole that cannot be read is one part that says
/// why. A file that is no container comes out as it is.
pub fn unpack(name: &str, bytes: &[u8], out: &mut dyn FnMut(Step)) {
    let mut unpacking = Unpacking {
        out,
        bytes_left: MAX_TOTAL_BYTES,
        depth: 0,
    };
    unpacking.file(name, bytes);
}

/// A file being taken apart.
struct Unpacking<'a> {
    out: &'a mut dyn FnMut(Step),
    bytes_left: u64,
    depth: u32,
}

impl Unpacking<'_> {
    fn file(&mut self, name: &str, bytes: &[u8]) {
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        let done = match container(head) {
            Some(Container::Zip) => archive::unpack(self, name, bytes),
            Some(Container::Ole) => workbook::unpack_ole(self, name, bytes),
            Some(Container::Html) => html::unpack(self, name, bytes),
            Some(Container::Mhtml) => mhtml::unpack(self, name, bytes),
            Some(Container::SpreadsheetMl) => xml::unpack(self, name, bytes),
            Some(Container::OtherArchive) => Err(IssueKind::OtherArchive),
            None => self.part(name, bytes.to_vec(), Vec::new()),
        };
        match done {
            // A workbook is an archive, but nobody who opens one knows.
            Err(IssueKind::CorruptArchive) if !has_ending(name, ".zip") => {
                self.refuse(name, IssueKind::CorruptWorkbook);
            }
            Err(kind) => self.refuse(name, kind),
            Ok(()) => {}
        }
    }

    /// Hands out a table.
    fn part(&mut self, name: &str, bytes: Vec<u8>, issues: Vec<Issue>) -> Result<(), IssueKind> {
        self.bytes_left = self
            .bytes_left
            .checked_sub(bytes.len() as u64)
            .ok_or(IssueKind::TooLarge)?;
        (self.out)(Step::Part(Part {
            name: name.to_owned(),
            content: Ok(bytes),
            issues,
        }));
        Ok(())
    }

    fn refuse(&mut self, name: &str, kind: IssueKind) {
        (self.out)(Step::Part(Part {
            name: name.to_owned(),
            content: Err(kind),
            issues: Vec::new(),
        }));
    }

    fn is_alive(&mut self) {
        (self.out)(Step::Working);
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}

/// Where in a file a part stands.
fn within(name: &str, inner: &str) -> String {
    format!("{name} › {inner}")
}
