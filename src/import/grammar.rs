//! How a table writes its fields: what separates them, what stands around them, and what their bytes mean.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How bytes are divided into records and fields. Records end in CRLF, LF or CR, mixed as they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grammar {
    /// The byte between fields.
    pub delimiter: u8,
    /// The byte around fields that contain delimiters; `None` when no byte has that meaning.
    pub quote: Option<u8>,
    /// How a quote inside of quotes is written.
    pub escape: Escape,
    /// Whether a blank belongs to each delimiter: `a, "b, c", d`.
    pub is_padded: bool,
}

/// How a quote inside of quotes is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Escape {
    /// `""`.
    Doubled,
    /// `\"`; a doubled one is understood as well.
    Backslash,
}

impl Grammar {
    /// That of RFC 4180, with this byte between fields.
    pub const fn separated_by(delimiter: u8) -> Grammar {
        Grammar {
            delimiter,
            quote: Some(b'"'),
            escape: Escape::Doubled,
            is_padded: false,
        }
    }
}

/// One field of a record: a range of the bytes that it was split from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quote: u8,
    pub(super) form: Form,
}

/// What the bytes of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Its text, written without quotes.
    Plain,
    /// Its text, written between quotes.
    Quoted,
    /// The same, with quotes that were doubled.
    Doubled,
    /// The same, with quotes behind a backslash, or doubled.
    Backslash,
    /// From the opening quote to the end of text behind the closing one.
    Tailed,
}

impl Field {
    /// Its bytes without quotes.
    #[inline]
    pub fn bytes(self, data: &[u8]) -> Cow<'_, [u8]> {
        let raw = &data[self.start..self.end];
        match self.form {
            Form::Plain | Form::Quoted => Cow::Borrowed(raw),
            Form::Doubled => Cow::Owned(undoubled(raw, self.quote)),
            Form::Backslash => Cow::Owned(unescaped(raw, self.quote)),
            Form::Tailed => Cow::Owned(unquoted(raw, self.quote)),
        }
    }

    /// Whether it is written between quotes.
    pub fn is_quoted(self) -> bool {
        !matches!(self.form, Form::Plain)
    }
}

/// Resolves doubled quotes and keeps single ones.
fn undoubled(raw: &[u8], quote: u8) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied().peekable();
    while let Some(b) = bytes.next() {
        out.push(b);
        if b == quote {
            bytes.next_if_eq(&quote);
        }
    }
    out
}

/// Resolves doubled quotes, and quotes and backslashes behind a backslash.
fn unescaped(raw: &[u8], quote: u8) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied().peekable();
    while let Some(b) = bytes.next() {
        match b {
            b'\\' => out.push(
                bytes
                    .next_if(|next| *next == quote || *next == b'\\')
                    .unwrap_or(b),
            ),
            _ => {
                out.push(b);
                if b == quote {
                    bytes.next_if_eq(&quote);
                }
            }
        }
    }
    out
}

/// Resolves doubled quotes and leaves out single ones.
fn unquoted(raw: &[u8], quote: u8) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied().peekable();
    while let Some(b) = bytes.next() {
        if b != quote {
            out.push(b);
        } else if bytes.next_if_eq(&quote).is_some() {
            out.push(quote);
        }
    }
    out
}
