//! What web pages and XML have in common: their text and their tags.

use crate::import::encoding::Encoding as TextEncoding;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StringReader, Tokenizer};
use memchr::memmem::find;
use std::borrow::Cow;

/// A tag that begins something.
pub(super) type StartTag = html5gum::StartTag<()>;

/// The text of a page. Its bytes say more truly than its label whether it is UTF-8: a label is often the one of the
/// template that the page was made from.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let head = &bytes[..bytes.len().min(super::HEAD_BYTES)];
    let wide = match TextEncoding::detect(head) {
        TextEncoding::Utf16Le => Some(UTF_16LE),
        TextEncoding::Utf16Be => Some(UTF_16BE),
        _ => None,
    };
    if let Some(wide) = wide {
        return wide.decode(bytes).0;
    }
    let is_utf8 = |bytes: &[u8]| match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // The last character of a file that is cut off.
        Err(error) => error.error_len().is_none(),
    };
    if is_utf8(bytes) {
        return UTF_8.decode(bytes).0;
    }
    let label = label(head).filter(|e| *e != UTF_8);
    label
        .unwrap_or(GB18030)
        .decode_without_bom_handling(bytes)
        .0
}

/// The encoding that `charset=` or `encoding=` names.
fn label(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.to_ascii_lowercase();
    let name = |key: &[u8]| {
        let rest = head[find(&head, key)? + key.len()..].trim_ascii_start();
        let rest = rest
            .strip_prefix(b"\"")
            .or_else(|| rest.strip_prefix(b"'"))
            .unwrap_or(rest);
        let end = rest
            .iter()
            .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_'));
        Encoding::for_label(&rest[..end.unwrap_or(rest.len())])
    };
    name(b"charset=").or_else(|| name(b"encoding="))
}

/// The tags and texts of a page. `is_page`: the insides of scripts and styles are one text each.
pub(super) fn tokens(text: &str, is_page: bool) -> Tokenizer<StringReader<'_>, DefaultEmitter> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(is_page);
    Tokenizer::new_with_emitter(text, emitter)
}

/// An attribute, by its name in small letters.
pub(super) fn attribute<'a>(tag: &'a StartTag, name: &str) -> Option<Cow<'a, str>> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value))
}

/// A number in an attribute.
pub(super) fn number(tag: &StartTag, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// The name of a tag without its namespace.
pub(super) fn local(name: &HtmlString) -> &[u8] {
    let after = name.iter().rposition(|b| *b == b':').map_or(0, |at| at + 1);
    &name[after..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_counts_where_the_bytes_are_not_utf8() {
        let page = |label: &str| format!("<meta content='text/html; charset={label}'><td>连衣裙");
        let gbk = GB18030.encode(&page("gb2312")).0.into_owned();
        assert!(decoded(&gbk).contains("连衣裙"));
        // Labels that lie, in both directions.
        assert!(decoded(page("gb2312").as_bytes()).contains("连衣裙"));
        assert!(decoded(&GB18030.encode(&page("utf-8")).0).contains("连衣裙"));
        let big5 = encoding_rs::BIG5.encode("<?xml version='1.0' encoding='big5'?>連衣裙");
        assert!(decoded(&big5.0).contains("連衣裙"));
    }
}
