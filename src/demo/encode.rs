//! Text to the bytes of a file.

use super::forms::Encoding;
use encoding_rs::{Encoder, GB18030, GBK};
use rustc_hash::FxHashMap;

/// Writes text in an encoding. What the encoding does not have becomes `?`.
///
/// Few characters make up a file, and looking one up in the tables of GBK is slow: each is looked up once.
#[derive(Debug, Default)]
pub(super) struct Bytes {
    gbk: FxHashMap<char, Vec<u8>>,
    gb18030: FxHashMap<char, Vec<u8>>,
}

impl Bytes {
    /// The bytes of the text, the encoding's mark in front where files have one.
    pub(super) fn of(&mut self, text: &str, encoding: Encoding) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() * 2);
        match encoding {
            Encoding::Utf8 => out.extend_from_slice(text.as_bytes()),
            Encoding::Utf8Bom => {
                out.extend_from_slice(b"\xEF\xBB\xBF");
                out.extend_from_slice(text.as_bytes());
            }
            Encoding::Utf16Le => {
                out.extend_from_slice(b"\xFF\xFE");
                out.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
            }
            Encoding::Gbk => spell(text, &mut self.gbk, GBK.new_encoder(), &mut out),
            Encoding::Gb18030 => spell(text, &mut self.gb18030, GB18030.new_encoder(), &mut out),
        }
        out
    }
}

fn spell(
    text: &str,
    known: &mut FxHashMap<char, Vec<u8>>,
    mut encoder: Encoder,
    out: &mut Vec<u8>,
) {
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c as u8);
            continue;
        }
        let bytes = known.entry(c).or_insert_with(|| {
            let (mut utf8, mut bytes) = ([0; 4], [0; 8]);
            let (result, _, written) = encoder.encode_from_utf8_without_replacement(
                c.encode_utf8(&mut utf8),
                &mut bytes,
                false,
            );
            match result {
                encoding_rs::EncoderResult::InputEmpty => bytes[..written].to_vec(),
                _ => b"?".to_vec(),
            }
        });
        out.extend_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gbk_lacks_what_gb18030_has() {
        let mut bytes = Bytes::default();
        assert_eq!(bytes.of("a青🌸", Encoding::Gbk), b"a\xC7\xE0?");
        let gb18030 = bytes.of("a青🌸", Encoding::Gb18030);
        assert_eq!(GB18030.decode(&gb18030).0, "a青🌸");
        assert_eq!(gb18030.len(), 7);
        assert_eq!(bytes.of("a", Encoding::Utf16Le), b"\xFF\xFEa\0");
    }
}
