//! Which encoding a file is in, and how its cells become text.
//!
//! In UTF-8 and in GB18030 the bytes of separators, quotes and line ends never occur inside a character (the trailing bytes
//! of GB18030 are 0x30–0x39 and 0x40–0xFE, of which none is `,` `;` `"` `\t` `\n`, but `|` and the backslash are). So records
//! are split on bytes, and only the cells that are kept are ever decoded. UTF-16 has no such property and is turned into
//! UTF-8 first.

use encoding_rs::{CoderResult, Decoder, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An encoding that the exports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8 {
        /// Whether it starts with EF BB BF.
        bom: bool,
    },
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
    /// Windows-1252, of which Latin-1 is a part: what western programs write.
    Windows1252,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
}

impl Encoding {
    /// Recognises the encoding from the first bytes of a file, the more the better.
    pub fn detect(head: &[u8]) -> Encoding {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => return Encoding::Utf8 { bom: true },
            [0xFF, 0xFE, ..] => return Encoding::Utf16Le,
            [0xFE, 0xFF, ..] => return Encoding::Utf16Be,
            _ => {}
        }
        if let Some(wide) = utf16_without_bom(head) {
            return wide;
        }
        // Line by line, so that one broken or foreign cell does not decide for the file; the last line may be cut off.
        let (mut utf8, mut gb18030, mut neither) = (0, 0, 0);
        let whole = head
            .iter()
            .rposition(|&b| b == b'\n' || b == b'\r')
            .map_or(head, |end| &head[..end]);
        // Lines may end in either character, or in both.
        for line in whole
            .split(|&b| b == b'\n' || b == b'\r')
            .filter(|line| !line.is_ascii())
        {
            if std::str::from_utf8(line).is_ok() {
                utf8 += 1;
            } else if GB18030
                .decode_without_bom_handling_and_without_replacement(line)
                .is_some()
            {
                gb18030 += 1;
            } else {
                neither += 1;
            }
        }
        if gb18030 + neither > utf8 && is_western(whole) {
            Encoding::Windows1252
        } else if gb18030 > utf8 {
            Encoding::Gb18030
        } else {
            Encoding::Utf8 { bom: false }
        }
    }

    /// The name used in JSON and on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 { bom: true } => "utf-8-bom",
            Encoding::Utf8 { bom: false } => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
        }
    }

    /// Whether records cannot be split before the bytes have gone through [`Transcoder`].
    pub fn is_utf16(self) -> bool {
        matches!(self, Encoding::Utf16Le | Encoding::Utf16Be)
    }

    /// Bytes of the mark at the front, where the bytes themselves are split.
    pub fn mark_bytes(self) -> usize {
        match self {
            Encoding::Utf8 { bom: true } => 3,
            _ => 0,
        }
    }

    /// The encoding in which bytes stand after [`Transcoder`].
    pub fn of_cells(self) -> CellEncoding {
        match self {
            Encoding::Gb18030 => CellEncoding::Gb18030,
            Encoding::Windows1252 => CellEncoding::Windows1252,
            _ => CellEncoding::Utf8,
        }
    }
}

/// ASCII characters of UTF-16 have a zero in every second byte, and every export has plenty of digits and commas.
fn utf16_without_bom(head: &[u8]) -> Option<Encoding> {
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // A few Chinese characters have a zero byte as well (一 is U+4E00), on the other side.
    let enough = head.len() / 10;
    if odd > enough && odd > even * 10 {
        Some(Encoding::Utf16Le)
    } else if even > enough && even > odd * 10 {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Accented letters stand alone among plain ones; a Chinese character is two bytes, and has others beside it.
fn is_western(text: &[u8]) -> bool {
    let runs = text
        .split(u8::is_ascii)
        .map(<[u8]>::len)
        .filter(|len| *len > 0);
    let (alone, all) = runs.fold((0, 0), |(alone, all), len| {
        (alone + usize::from(len == 1), all + 1)
    });
    alone * 10 >= all * 8
}

/// Brings a file, piece by piece, into a form that can be split on bytes.
pub struct Transcoder {
    decoder: Option<Decoder>,
    bom_left: usize,
}

impl Transcoder {
    /// For a file in this encoding.
    pub fn new(encoding: Encoding) -> Transcoder {
        let decoder = match encoding {
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_with_bom_removal()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_with_bom_removal()),
            _ => None,
        };
        Transcoder {
            decoder,
            bom_left: if encoding == (Encoding::Utf8 { bom: true }) {
                3
            } else {
                0
            },
        }
    }

    /// Appends the next piece of the file to `out`. `last` marks the end of the file.
    pub fn push(&mut self, mut piece: &[u8], last: bool, out: &mut Vec<u8>) {
        let Some(decoder) = &mut self.decoder else {
            let skip = self.bom_left.min(piece.len());
            self.bom_left -= skip;
            out.extend_from_slice(&piece[skip..]);
            return;
        };
        loop {
            let start = out.len();
            let room = decoder
                .max_utf8_buffer_length(piece.len())
                .unwrap_or(piece.len() * 3)
                .max(16);
            out.resize(start + room, 0);
            let (result, read, written, _) = decoder.decode_to_utf8(piece, &mut out[start..], last);
            out.truncate(start + written);
            piece = &piece[read..];
            if result == CoderResult::InputEmpty {
                return;
            }
        }
    }
}

/// The encoding of cells after the file was split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellEncoding {
    /// UTF-8.
    Utf8,
    /// GB18030.
    Gb18030,
    /// Windows-1252: every byte is a character.
    Windows1252,
}

/// How well a cell could be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fidelity {
    /// In the encoding of the file.
    Exact,
    /// Only in the other one.
    Foreign,
    /// In neither: unreadable bytes were replaced.
    Lossy,
}

impl CellEncoding {
    /// The text of a cell. A cell that is not in the file's encoding is tried in the other one: files are glued together
    /// from several sources more often than one would think.
    pub fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, Fidelity) {
        let (own, other) = match self {
            CellEncoding::Utf8 => (UTF_8, GB18030),
            CellEncoding::Gb18030 => (GB18030, UTF_8),
            CellEncoding::Windows1252 => (UTF_8, WINDOWS_1252),
        };
        if let Some(text) = own.decode_without_bom_handling_and_without_replacement(bytes) {
            return (text, Fidelity::Exact);
        }
        match other.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) if self == CellEncoding::Windows1252 => (text, Fidelity::Exact),
            Some(text) => (text, Fidelity::Foreign),
            None => (own.decode_without_bom_handling(bytes).0, Fidelity::Lossy),
        }
    }
}

/// Leads of the two-byte characters of GB18030, and what may follow them.
const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xFE;
const TRAILS: std::ops::RangeInclusive<u8> = 0x40..=0xFE;

/// Decodes many short texts of which no two are alike, such as names: each two-byte character of GB18030 is decoded once
/// and remembered.
#[derive(Debug)]
pub struct NameDecoder {
    encoding: CellEncoding,
    /// By lead and trail byte; 0 where a character was not met yet.
    known: Vec<u16>,
    text: String,
}

impl NameDecoder {
    /// For cells in this encoding.
    pub fn new(encoding: CellEncoding) -> NameDecoder {
        NameDecoder {
            encoding,
            known: Vec::new(),
            text: String::new(),
        }
    }

    /// Hands the text of a cell to `then`.
    pub fn with_text<T>(&mut self, cell: &[u8], then: impl FnOnce(&str) -> T) -> T {
        if self.encoding == CellEncoding::Gb18030 && self.decode(cell).is_some() {
            return then(&self.text);
        }
        then(&self.encoding.decode(cell).0)
    }

    /// Decodes a cell of ASCII and two-byte characters; `None` when there is anything else in it.
    fn decode(&mut self, mut cell: &[u8]) -> Option<()> {
        self.text.clear();
        loop {
            cell = match cell {
                [] => return Some(()),
                [ascii, rest @ ..] if ascii.is_ascii() => {
                    self.text.push(char::from(*ascii));
                    rest
                }
                [lead, trail, rest @ ..] if LEADS.contains(lead) && TRAILS.contains(trail) => {
                    let character = self.pair(*lead, *trail)?;
                    self.text.push(character);
                    rest
                }
                _ => return None,
            };
        }
    }

    fn pair(&mut self, lead: u8, trail: u8) -> Option<char> {
        let leads = LEADS.count();
        self.known.resize(leads * TRAILS.count(), 0);
        let place = usize::from(trail - TRAILS.start()) * leads + usize::from(lead - LEADS.start());
        if self.known[place] == 0 {
            let pair = [lead, trail];
            let text = GB18030.decode_without_bom_handling_and_without_replacement(&pair)?;
            // All of them are in the basic plane.
            self.known[place] = text.encode_utf16().next()?;
        }
        char::from_u32(u32::from(self.known[place]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bom: bool) -> Vec<u8> {
        bom.then_some(0xFEFF)
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect()
    }

    #[test]
    fn encodings_are_recognised_with_and_without_marks() {
        let text = "订单编号,总金额\r\n1,2.50\r\n";
        assert_eq!(
            Encoding::detect(text.as_bytes()),
            Encoding::Utf8 { bom: false }
        );
        assert_eq!(
            Encoding::detect(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            Encoding::Utf8 { bom: true }
        );
        assert_eq!(Encoding::detect(&GB18030.encode(text).0), Encoding::Gb18030);
        assert_eq!(Encoding::detect(&utf16(text, true)), Encoding::Utf16Le);
        assert_eq!(Encoding::detect(&utf16(text, false)), Encoding::Utf16Le);
        assert_eq!(
            Encoding::detect(b"a,b\n1,2\n"),
            Encoding::Utf8 { bom: false }
        );
    }

    #[test]
    fn accents_alone_among_plain_letters_are_western() {
        let (bytes, _, _) = WINDOWS_1252.encode("name,città\nJosé,Málaga\nZoë,été à Orléans\n");
        assert_eq!(Encoding::detect(&bytes), Encoding::Windows1252);
        assert_eq!(
            CellEncoding::Windows1252.decode(b"Jos\xE9"),
            ("José".into(), Fidelity::Exact)
        );
    }

    #[test]
    fn one_foreign_line_does_not_decide_for_the_file() {
        let mut bytes = "订单编号,标题\n1,大衣\n2,围巾\n".as_bytes().to_vec();
        bytes.extend_from_slice(&GB18030.encode("3,手套\n").0);
        assert_eq!(Encoding::detect(&bytes), Encoding::Utf8 { bom: false });
    }

    #[test]
    fn utf16_comes_through_in_pieces_of_any_size() {
        let text = "订单编号\t标题\r\n1\t𠮷野家\r\n";
        let bytes = utf16(text, true);
        for size in 1..7 {
            let mut transcoder = Transcoder::new(Encoding::Utf16Le);
            let mut out = Vec::new();
            for piece in bytes.chunks(size) {
                transcoder.push(piece, false, &mut out);
            }
            transcoder.push(&[], true, &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_cell_in_another_encoding_is_read_as_that() {
        let gb = GB18030.encode("连衣裙").0.into_owned();
        assert_eq!(
            CellEncoding::Utf8.decode(&gb),
            ("连衣裙".into(), Fidelity::Foreign)
        );
        assert_eq!(CellEncoding::Utf8.decode(b"\xFF\xFF").1, Fidelity::Lossy);
    }

    #[test]
    fn names_are_decoded_as_all_cells_are() {
        let mut decoder = NameDecoder::new(CellEncoding::Gb18030);
        let mut expect_the_same = |bytes: &[u8]| {
            let expected = CellEncoding::Gb18030.decode(bytes).0.into_owned();
            assert_eq!(
                decoder.with_text(bytes, str::to_owned),
                expected,
                "{bytes:?}"
            );
        };
        for lead in 0..=u8::MAX {
            for trail in 0..=u8::MAX {
                expect_the_same(&[lead, trail]);
                expect_the_same(&[b'a', lead, trail, b'1', lead, trail]);
            }
        }
        expect_the_same(&GB18030.encode("𠮷野家的猫tb1_").0);
        expect_the_same("小明".as_bytes());
    }
}
