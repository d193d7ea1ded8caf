//! ZIP archives: the tables in them, or the workbook that one is.

use super::workbook::{self, Zipped};
use super::{DEEPEST, MAX_TABLE_BYTES, MAX_TOTAL_BYTES, Unpacking, is_table_name, within};
use crate::import::issues::IssueKind;
use encoding_rs::GB18030;
use memchr::memmem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Files in an archive, at the most.
const MAX_ENTRIES: usize = 10_000;
/// The kind of an OpenDocument spreadsheet, or of a template of one.
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Takes an archive apart.
pub(super) fn unpack(
    unpacking: &mut Unpacking<'_>,
    name: &str,
    bytes: &[u8],
) -> Result<(), IssueKind> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| IssueKind::CorruptArchive)?;
    if archive.len() > MAX_ENTRIES {
        return Err(IssueKind::TooLarge);
    }
    // What the archive says of itself; what comes out is counted below.
    if archive
        .decompressed_size()
        .is_some_and(|size| size > u128::from(MAX_TOTAL_BYTES))
    {
        return Err(IssueKind::TooLarge);
    }
    if let Some(kind) = workbook_kind(&mut archive)? {
        check_sizes(&mut archive)?;
        if kind == Zipped::Ods {
            check_tables(&mut archive)?;
        }
        return workbook::unpack_zipped(unpacking, name, bytes, kind);
    }
    if unpacking.depth == DEEPEST {
        return Err(IssueKind::TooDeep);
    }
    unpacking.depth += 1;
    let mut found = false;
    for index in 0..archive.len() {
        let Some(path) = table_path(&mut archive, index) else {
            continue;
        };
        found = true;
        let inner_name = within(name, &path);
        match read(&mut archive, index, unpacking.bytes_left) {
            Ok(inner) => unpacking.file(&inner_name, &inner),
            Err(kind) => unpacking.refuse(&inner_name, kind),
        }
        unpacking.is_alive();
    }
    unpacking.depth -= 1;
    if found {
        Ok(())
    } else {
        Err(IssueKind::EmptyArchive)
    }
}

/// The path of an entry that can be a table.
fn table_path(archive: &mut Archive<'_>, index: usize) -> Option<String> {
    let entry = archive.by_index_raw(index).ok()?;
    let path = decoded(entry.name_raw());
    (entry.is_file() && is_table_name(&path)).then_some(path)
}

fn read(archive: &mut Archive<'_>, index: usize, bytes_left: u64) -> Result<Vec<u8>, IssueKind> {
    let (is_protected, size) = archive
        .by_index_raw(index)
        .map(|entry| (entry.encrypted(), entry.size()))
        .map_err(|_| IssueKind::CorruptArchive)?;
    if is_protected {
        return Err(IssueKind::ProtectedEntry);
    }
    let limit = MAX_TABLE_BYTES.min(bytes_left);
    if size > limit {
        return Err(IssueKind::TooLarge);
    }
    let entry = archive
        .by_index(index)
        .map_err(|_| IssueKind::CorruptArchive)?;
    let mut bytes = Vec::new();
    // One byte more than there may be tells whether there is more.
    entry
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| IssueKind::CorruptArchive)?;
    if bytes.len() as u64 > limit {
        return Err(IssueKind::TooLarge);
    }
    Ok(bytes)
}

/// Windows writes paths in the code page of the machine, GBK in China, and does not say so. A path in UTF-8 decodes to
/// letters of Chinese, never to the Latin, Greek or Arabic ones that a short path in GBK may look like.
fn decoded(raw: &[u8]) -> String {
    let path = match std::str::from_utf8(raw) {
        Ok(path) if !path.contains(|c| ('\u{80}'..'\u{800}').contains(&c)) => path.to_owned(),
        _ => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    path.replace('\\', "/")
}

/// What kind of workbook the archive is; `None` when it is none. A text document or a book is refused.
fn workbook_kind(archive: &mut Archive<'_>) -> Result<Option<Zipped>, IssueKind> {
    let has = |archive: &Archive<'_>, is: fn(&[u8]) -> bool| archive.file_names_raw().any(is);
    if has(archive, |name| name == b"xl/workbook.bin") {
        return Ok(Some(Zipped::Xlsb));
    }
    if has(archive, |name| name == b"[Content_Types].xml") {
        let is_workbook = |name: &[u8]| name.strip_prefix(b"/").unwrap_or(name).starts_with(b"xl/");
        return if has(archive, is_workbook) {
            Ok(Some(Zipped::Xlsx))
        } else {
            Err(IssueKind::Binary)
        };
    }
    let Ok(entry) = archive.by_name("mimetype") else {
        return Ok(None);
    };
    let mut mimetype = Vec::new();
    let read = entry.take(100).read_to_end(&mut mimetype);
    read.map_err(|_| IssueKind::CorruptWorkbook)?;
    if mimetype.starts_with(ODS) {
        Ok(Some(Zipped::Ods))
    } else {
        Err(IssueKind::Binary)
    }
}

/// calamine reads all but the sheets of an `.xlsx` into memory: they must be as large as they say, and not larger than
/// memory.
fn check_sizes(archive: &mut Archive<'_>) -> Result<(), IssueKind> {
    for index in 0..archive.len() {
        let entry = archive
            .by_index(index)
            .map_err(|_| IssueKind::CorruptWorkbook)?;
        let (size, packed) = (entry.size(), entry.compressed_size());
        let is_sheet = entry.name_raw().starts_with(b"xl/worksheets/");
        if size > MAX_TABLE_BYTES && !is_sheet {
            return Err(IssueKind::TooLarge);
        }
        // Small ones cannot grow to anything: deflate makes a thousand bytes of one.
        if !is_sheet && packed > 1 << 20 {
            let read = std::io::copy(&mut entry.take(size + 1), &mut std::io::sink());
            if read.is_ok_and(|read| read > size) {
                return Err(IssueKind::TooLarge);
            }
        }
    }
    Ok(())
}

/// calamine looks for the end of a table of an `.ods` for ever.
fn check_tables(archive: &mut Archive<'_>) -> Result<(), IssueKind> {
    let mut content = Vec::new();
    let entry = archive
        .by_name("content.xml")
        .map_err(|_| IssueKind::CorruptWorkbook)?;
    let read = entry.take(MAX_TABLE_BYTES).read_to_end(&mut content);
    read.map_err(|_| IssueKind::CorruptWorkbook)?;
    let ends = |tag: &[u8]| memmem::rfind(&content, tag).map_or(0, |at| at + 1);
    if ends(b"<table:table ") > ends(b"</table:table>") {
        return Err(IssueKind::CorruptWorkbook);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_from_both_encodings() {
        for path in ["2026/订单.csv", "报表/商品.xlsx", "plain.csv", "联通.csv"] {
            assert_eq!(decoded(path.as_bytes()), path);
            assert_eq!(decoded(&GB18030.encode(path).0), path);
        }
    }
}
