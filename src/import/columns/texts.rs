//! What is kept of a text: an address down to its city, a remark without phones, a state as its code.

use crate::import::width::half_width;
use memchr::memchr;

/// As much of an address as province and city take.
const ADDRESS_HEAD: usize = 64;

/// A free text in which whoever reads it finds no phone and no account: of seven digits on, a number is hidden.
pub(super) fn without_numbers(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in text.chain(std::iter::once('\n')) {
        if c.is_numeric() {
            digits.push(c);
            continue;
        }
        let is_long = digits.chars().count() >= 7;
        out.push_str(if is_long { "***" } else { &digits });
        digits.clear();
        out.push(c);
    }
    out.pop();
    out
}

/// The part of an address up to the end of its second word: province and city. The rest is never looked at.
pub(super) fn down_to_city(address: &[u8]) -> &[u8] {
    let head = &address[..address.len().min(ADDRESS_HEAD)];
    let mut at = head.len() - head.trim_ascii_start().len();
    for _ in 0..2 {
        while head.get(at) == Some(&b' ') {
            at += 1;
        }
        match memchr(b' ', head.get(at..).unwrap_or_default()) {
            Some(end) => at += end,
            None => return head,
        }
    }
    &head[..at]
}

pub(super) fn status_code(states: &[(&str, u8)], text: &str) -> Option<u8> {
    let bare: String = half_width(text).split_whitespace().collect();
    states
        .iter()
        .find(|(name, _)| *name == bare)
        .map(|(_, code)| *code)
}
