//! Tells from a file's beginning whether it is something to take apart. Plain text that only carries the name of a
//! workbook, and a CSV whose first cell begins with `<`, are not.

use memchr::memmem::find;

/// Something that holds tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A ZIP archive; a workbook of today (`.xlsx`, `.xlsb`, `.ods`) is one as well.
    Zip,
    /// An OLE file: a workbook of the years before 2007, or one with a password.
    Ole,
    /// A web page, or the pieces of one, whatever its name says.
    Html,
    /// Web pages in one file.
    Mhtml,
    /// A workbook as XML of 2003.
    SpreadsheetMl,
    /// An archive that cannot be taken apart here: RAR, 7z, gzip.
    OtherArchive,
}

/// What the file is, from its first bytes; `None` for plain text and for what holds no tables.
///
/// ```
/// use dianzhang::import::unpack::{container, Container};
/// assert_eq!(container(b"PK\x03\x04\x14\0"), Some(Container::Zip));
/// assert_eq!(container(b"\n <TABLE border=1><tr>"), Some(Container::Html));
/// assert_eq!(container(b"<b>id</b>\tname\n1\t2\n"), None);
/// ```
pub fn container(head: &[u8]) -> Option<Container> {
    const MAGIC: [(&[u8], Container); 6] = [
        (b"PK\x03\x04", Container::Zip),
        // An archive without entries.
        (b"PK\x05\x06", Container::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Container::Ole),
        (b"Rar!\x1A\x07", Container::OtherArchive),
        (b"7z\xBC\xAF\x27\x1C", Container::OtherArchive),
        (b"\x1F\x8B\x08", Container::OtherArchive),
    ];
    if let Some((_, found)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(*found);
    }
    // All that counts is ASCII, which every encoding writes alike but for the zeros of UTF-16. No decoder is needed, and
    // the page, which asks this of every file, need not carry one.
    const MARKS: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let bare = MARKS.iter().find_map(|mark| head.strip_prefix(*mark));
    let mut text = bare.unwrap_or(head).to_vec();
    text.retain(|b| *b != 0);
    text.make_ascii_lowercase();
    let mut rest = text.trim_ascii_start();
    // Comments and instructions before the root.
    while let Some(end) = match rest {
        [b'<', b'!', b'-', b'-', ..] => find(rest, b"-->").map(|at| at + 3),
        [b'<', b'?', ..] => find(rest, b"?>").map(|at| at + 2),
        _ => None,
    } {
        rest = rest[end..].trim_ascii_start();
    }
    if rest.starts_with(b"mime-version:") && find(rest, b"boundary=").is_some() {
        return Some(Container::Mhtml);
    }
    let tag = rest.strip_prefix(b"<")?;
    let len = tag
        .iter()
        .position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'))?;
    match &tag[..len] {
        b"workbook" | b"ss:workbook" => Some(Container::SpreadsheetMl),
        b"html" | b"!doctype" | b"table" | b"meta" | b"head" | b"body" => Some(Container::Html),
        // Pieces of a page that another program has put before the table.
        b"style" | b"div" | b"center" | b"p" | b"title" | b"script" | b"form"
            if find(rest, b"<table").is_some() =>
        {
            Some(Container::Html)
        }
        _ => None,
    }
}

/// Whether a file of a folder or of an archive can be a table, by its name. What programs leave beside files is none.
///
/// ```
/// use dianzhang::import::unpack::is_table_name;
/// assert!(is_table_name("2026/订单.XLSX"));
/// assert!(!is_table_name("2026/~$订单.xlsx") && !is_table_name("__MACOSX/._a.csv") && !is_table_name("a.png"));
/// ```
pub fn is_table_name(path: &str) -> bool {
    const ENDINGS: [&str; 15] = [
        "csv", "txt", "tsv", "xls", "xlsx", "xlsm", "xlsb", "et", "ods", "html", "htm", "mht",
        "mhtml", "xml", "zip",
    ];
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let is_left_over = name.starts_with(['.', '~']) || path.split('/').any(|f| f == "__MACOSX");
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    !is_left_over && ending.is_some_and(|e| ENDINGS.contains(&e.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::GB18030;

    #[test]
    fn pages_are_known_behind_marks_blanks_comments_and_in_any_encoding() {
        for page in [
            "\u{feff}\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
            "<!-- made by a shop --> <table>",
            "<?xml version=\"1.0\" encoding=\"gb2312\"?>\n<!DOCTYPE html>",
            "<META http-equiv=Content-Type content='text/html; charset=gb2312'>",
            "<style>td{mso-number-format:'\\@'}</style><table><tr>",
        ] {
            assert_eq!(container(page.as_bytes()), Some(Container::Html), "{page}");
        }
        let wide: Vec<u8> = "\u{feff}<html><body>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(container(&wide), Some(Container::Html));
        let xml = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"\">";
        assert_eq!(container(xml.as_bytes()), Some(Container::SpreadsheetMl));
    }

    #[test]
    fn text_is_left_to_the_text_reader() {
        for text in [
            "",
            "<",
            "<7天,7-30天,>30天\n1,2,3\n",
            "<新品>连衣裙,12\n",
            "<tables>,x\n",
            "订单编号\t总金额\n1\t2\n",
            "MIME,Type\n",
        ] {
            assert_eq!(container(text.as_bytes()), None, "{text}");
            assert_eq!(container(&GB18030.encode(text).0), None, "{text}");
        }
    }
}
