//! The table of a file as it is written, every cell as text: what `inspect --table` shows. Encoding, grammar, title rows and
//! notes have been dealt with; nothing is interpreted.

use crate::import::encoding::{Encoding, Transcoder};
use crate::import::footers::is_label;
use crate::import::grammar::Field;
use crate::import::layout::{repeats, table_rows, without_notes};
use crate::import::records::{Split, Splitter};
use crate::import::regroup::Regrouper;
use crate::import::shape::{is_blank, width};
use crate::import::sniff::{self, Dialect};

/// The header and the records below it. Blank lines and rows of totals are left out; every record has at least the
/// header's number of cells.
///
/// Where several tables of no known kind stand in one file, this is the first of them. A header that is repeated in a file
/// of a known kind is left out, and the records below it are kept: such files were glued together.
pub fn raw_table(bytes: &[u8]) -> Vec<Vec<String>> {
    let encoding = Encoding::detect(&bytes[..bytes.len().min(1 << 20)]);
    let mut text = Vec::with_capacity(bytes.len());
    Transcoder::new(encoding).push(bytes, true, &mut text);
    let head = &text[..text.len().min(256 * 1024)];
    let dialect = sniff::dialect(head, encoding.of_cells(), "");
    let mut records = records(&text, encoding, &dialect);
    if dialect.kind.is_some() {
        records.retain(|r| !is_label(&r[0]) && !repeats(&dialect.names, r));
    } else {
        let rows = table_rows(&dialect.names, &records);
        let rows = without_notes(&records[..rows], dialect.names.len());
        records.truncate(rows);
    }
    records.retain(|r| !is_blank(r));
    if dialect.header_rows > 0 && !is_blank(&dialect.names) {
        records.insert(0, dialect.names);
    }
    let width = width(&records);
    for record in &mut records {
        let missing = width.saturating_sub(record.len());
        record.extend(std::iter::repeat_n(String::new(), missing));
    }
    records
}

/// The records below the header, blank lines included.
fn records(text: &[u8], encoding: Encoding, dialect: &Dialect) -> Vec<Vec<String>> {
    let width = dialect.names.len();
    let cells = |fields: &[Field], data: &[u8]| -> Vec<String> {
        let cell = |f: &Field| encoding.of_cells().decode(&f.bytes(data)).0.into_owned();
        fields.iter().map(cell).collect()
    };
    let mut splitter = Splitter::expecting(dialect.grammar, width);
    let mut records: Vec<Vec<String>> = Vec::new();
    // Records that are short of cells, and where they stand in the text.
    let mut short = Vec::new();
    let (mut at, mut line) = (0, 0);
    while at < text.len() {
        let Split::Record(len) = splitter.split(&text[at..], true) else {
            break;
        };
        if line >= dialect.body() {
            if splitter.fields().len() < width {
                short.push((records.len(), at..at + len));
            }
            records.push(cells(splitter.fields(), &text[at..]));
        }
        at += len;
        line += 1;
    }
    let regrouper = Regrouper::new(&records, dialect.grammar, width);
    for (place, range) in short {
        if let Some(record) = regrouper.regroup(&text[range], encoding.of_cells()) {
            records[place] = record;
        }
    }
    records
}
