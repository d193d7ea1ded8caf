//! Web pages in one file (MHTML), as older versions of Excel save a workbook: a page per sheet.

use super::html::data_tables;
use super::workbook::Sheets;
use super::{HEAD_BYTES, Unpacking};
use crate::import::issues::IssueKind;
use memchr::memmem::{find, find_iter};
use std::borrow::Cow;

/// Takes the pages apart.
pub(super) fn unpack(
    unpacking: &mut Unpacking<'_>,
    name: &str,
    bytes: &[u8],
) -> Result<(), IssueKind> {
    let mut tables = Vec::new();
    for piece in pieces(bytes).ok_or(IssueKind::NoTable)? {
        let Some((head, body)) = split_head(piece) else {
            continue;
        };
        if !head.contains("text/html") {
            continue;
        }
        let page = match value(&head, "content-transfer-encoding:").as_deref() {
            Some("quoted-printable") => Cow::Owned(from_quoted_printable(body)),
            Some("base64") => Cow::Owned(from_base64(body)),
            _ => Cow::Borrowed(body),
        };
        let location = value(&head, "content-location:").unwrap_or_default();
        let title = location.rsplit('/').next().unwrap_or_default().to_owned();
        let found = data_tables(unpacking, &page)?;
        tables.extend(found.into_iter().map(|table| (title.clone(), table)));
    }
    if tables.is_empty() {
        return Err(IssueKind::NoTable);
    }
    let mut sheets = Sheets::new(unpacking, name);
    for (title, table) in tables {
        sheets.push(&title, table)?;
    }
    sheets.finish()
}

/// What stands between the boundaries that the head names.
fn pieces(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let key = b"boundary=";
    let at = find(&head.to_ascii_lowercase(), key)? + key.len();
    let rest = head[at..].strip_prefix(b"\"").unwrap_or(&head[at..]);
    let end = rest
        .iter()
        .position(|b| matches!(b, b'"' | b';' | b'\r' | b'\n'))?;
    let boundary = [b"--", &rest[..end]].concat();
    let starts: Vec<usize> = find_iter(bytes, &boundary).collect();
    let ends = starts.iter().copied().skip(1).chain([bytes.len()]);
    let piece = |(from, to): (&usize, usize)| bytes.get(from + boundary.len()..to);
    starts.iter().zip(ends).map(piece).collect()
}

/// The head of a piece in small letters, and its body.
fn split_head(piece: &[u8]) -> Option<(String, &[u8])> {
    let piece = piece.trim_ascii_start();
    let (at, blank) = [&b"\r\n\r\n"[..], b"\n\n"]
        .into_iter()
        .filter_map(|blank| Some((find(piece, blank)?, blank.len())))
        .min()?;
    let head = String::from_utf8_lossy(&piece[..at]).to_lowercase();
    Some((head, &piece[at + blank..]))
}

fn value(head: &str, key: &str) -> Option<String> {
    let line = head.lines().find_map(|line| line.strip_prefix(key))?;
    Some(line.trim().to_owned())
}

/// `=C4=EA` and `=` at the end of a line that goes on.
fn from_quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&first, after)) = rest.split_first() {
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        rest = match (first, digit(0), digit(1)) {
            (b'=', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                &after[2..]
            }
            (b'=', ..) if after.starts_with(b"\r\n") => &after[2..],
            (b'=', ..) if after.starts_with(b"\n") => &after[1..],
            _ => {
                bytes.push(first);
                after
            }
        };
    }
    bytes
}

fn from_base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn transfer_encodings_are_undone() {
        assert_eq!(from_quoted_printable(b"a=3Db=\r\nc=\n=4"), b"a=bc=4");
        assert_eq!(from_base64(b"5bqX6ZW/\r\n5Y+w"), "店长台".as_bytes());
        assert_eq!(from_base64(b"YQ=="), b"a");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(body in prop::collection::vec(any::<u8>(), 0..200)) {
            from_quoted_printable(&body);
            from_base64(&body);
            let bytes = [b"MIME-Version: 1.0\nContent-Type: x; boundary=\"--\"\n\n", &body[..]].concat();
            pieces(&bytes).into_iter().flatten().for_each(|p| drop(split_head(p)));
        }
    }
}
