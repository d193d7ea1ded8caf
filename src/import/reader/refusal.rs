//! What no reader of separated values should try.

use crate::import::encoding::Encoding;
use crate::import::issues::IssueKind;

/// Why a file that begins like this is no table of separated values; `None` when it may be one.
pub(super) fn refusal(head: &[u8]) -> Option<IssueKind> {
    let start = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    let lower: Vec<u8> = start.iter().take(256).map(u8::to_ascii_lowercase).collect();
    let is_markup = [&b"<html"[..], b"<!doctype", b"<table", b"<?xml", b"<meta"]
        .iter()
        .any(|m| lower.starts_with(m));
    let is_workbook = [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0"]
        .iter()
        .any(|m| head.starts_with(m));
    let is_picture = [&b"%PDF"[..], b"\x89PNG", b"\xFF\xD8\xFF"]
        .iter()
        .any(|m| head.starts_with(m));
    let is_utf16 = matches!(
        Encoding::detect(head),
        Encoding::Utf16Le | Encoding::Utf16Be
    );
    if start.is_empty() {
        Some(IssueKind::EmptyFile)
    } else if is_workbook || is_markup {
        Some(IssueKind::Spreadsheet)
    } else if is_picture || (has_many_zeros(head) && !is_utf16) {
        Some(IssueKind::Binary)
    } else {
        None
    }
}

/// Text has no zero bytes; a padded download may have a few.
fn has_many_zeros(head: &[u8]) -> bool {
    head.iter().filter(|b| **b == 0).count() * 100 > head.len()
}
