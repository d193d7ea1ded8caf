//! The table of a file as it is written, every cell as text: what `inspect --table` shows. Encoding, delimiter, quotes,
//! title rows and footers have been dealt with; nothing is dropped and nothing is interpreted.

use crate::import::encoding::{Encoding, Transcoder};
use crate::import::reader::is_footer;
use crate::import::records::{Split, Splitter};
use crate::import::sniff;

/// The header and the records below it. Blank lines and rows of totals are left out; every record has at least the
/// header's number of cells.
pub fn raw_table(bytes: &[u8]) -> Vec<Vec<String>> {
    let encoding = Encoding::detect(&bytes[..bytes.len().min(1 << 20)]);
    let mut text = Vec::with_capacity(bytes.len());
    Transcoder::new(encoding).push(bytes, true, &mut text);
    let head = &text[..text.len().min(256 * 1024)];
    let dialect = sniff::dialect(head, encoding.of_cells());
    let mut splitter = Splitter::new(dialect.delimiter);
    let mut records: Vec<Vec<String>> = Vec::new();
    let mut rest = &text[..];
    let mut line = 0;
    while let Split::Record(len) = splitter.split(rest, true) {
        let cell = |f: &crate::import::records::Field| {
            encoding.of_cells().decode(&f.bytes(rest)).0.into_owned()
        };
        let mut record: Vec<String> = splitter.fields().iter().map(cell).collect();
        rest = &rest[len..];
        line += 1;
        let is_blank = record.iter().all(|c| c.trim().is_empty());
        if line <= dialect.header || is_blank || (dialect.kind.is_some() && is_footer(&record[0])) {
            if rest.is_empty() {
                break;
            }
            continue;
        }
        let missing = dialect.names.len().saturating_sub(record.len());
        record.extend(std::iter::repeat_n(String::new(), missing));
        records.push(record);
        if rest.is_empty() {
            break;
        }
    }
    records
}
