//! Judges how a table of no known kind is written, by what comes out: under the right grammar records have the same number
//! of fields and cells are dates, numbers, words. The measure is that of van den Burg, Nazábal and Sutton, *Wrangling messy
//! CSV files by detecting row and type patterns* (2019): a pattern score times a type score, over all grammars.

use crate::import::encoding::CellEncoding;
use crate::import::grammar::{Escape, Grammar};
use crate::import::records::{Split, Splitter};
use memchr::{memchr_iter, memmem};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Bytes that are looked at.
const SAMPLE_BYTES: usize = 64 * 1024;
/// Records that are looked at.
const SAMPLE_RECORDS: usize = 200;
/// What may separate fields, and how much a table separated by it counts: prose has blanks and times have colons.
const DELIMITERS: [(u8, f64); 6] = [
    (b',', 1.0),
    (b'\t', 1.0),
    (b';', 1.0),
    (b'|', 1.0),
    (b' ', 0.18),
    (b':', 0.12),
];
/// What a table with one column counts, against those with many: enough to leave lists of words and times alone.
const ONE_COLUMN: f64 = 0.1;
/// A grammar must be so much better than the plain one before it.
const MARGIN: f64 = 1.02;

/// The records at the front of a table, split by one grammar.
pub(super) struct Sample {
    /// Their cells.
    pub records: Vec<Vec<String>>,
    /// How many of them have quotes that do not pair.
    unclean: usize,
}

/// The grammar under which the table looks most like one.
pub(super) fn grammar(head: &[u8], encoding: CellEncoding) -> Grammar {
    // Without any delimiter in it, a table has one column: that is what the first grammar then says.
    let grammars = DELIMITERS
        .iter()
        .filter(|(delimiter, _)| *delimiter == DELIMITERS[0].0 || head.contains(delimiter))
        .flat_map(|(delimiter, weight)| {
            variants(head, encoding, *delimiter)
                .into_iter()
                .map(move |grammar| (grammar, *weight))
        });
    best(head, encoding, grammars)
}

/// The same where the delimiter is known.
pub(super) fn grammar_with(head: &[u8], encoding: CellEncoding, delimiter: u8) -> Grammar {
    let grammars = variants(head, encoding, delimiter)
        .into_iter()
        .map(|g| (g, 1.0));
    best(head, encoding, grammars)
}

fn best(
    head: &[u8],
    encoding: CellEncoding,
    grammars: impl Iterator<Item = (Grammar, f64)>,
) -> Grammar {
    let mut best = Grammar::separated_by(b',');
    let mut best_score = 0.0;
    for (grammar, weight) in grammars {
        let sample = sample(head, grammar, encoding, SAMPLE_RECORDS);
        let score = score(&sample, weight);
        if score > best_score * MARGIN {
            (best, best_score) = (grammar, score);
        }
    }
    best
}

/// The ways to write a table with this delimiter for which the bytes give a reason, the plainest first.
fn variants(head: &[u8], encoding: CellEncoding, delimiter: u8) -> Vec<Grammar> {
    let head = &head[..head.len().min(SAMPLE_BYTES)];
    let is_padded = delimiter != b' ' && {
        let followed = memchr_iter(delimiter, head)
            .filter_map(|p| head.get(p + 1))
            .filter(|b| !matches!(b, b'\r' | b'\n'));
        let (blanks, all) = followed.fold((0, 0), |(blanks, all), b| {
            (blanks + usize::from(*b == b' '), all + 1)
        });
        blanks * 10 > all * 9
    };
    let plain = Grammar {
        is_padded,
        ..Grammar::separated_by(delimiter)
    };
    let mut variants = vec![plain];
    // In GB18030 a backslash may be half of a character.
    if encoding != CellEncoding::Gb18030 && memmem::find(head, b"\\\"").is_some() {
        variants.push(Grammar {
            escape: Escape::Backslash,
            ..plain
        });
    }
    let opens = |quote: u8| {
        memchr_iter(quote, head).any(|p| {
            let before = head[..p].strip_suffix(b" ").unwrap_or(&head[..p]);
            before.is_empty() || before.ends_with(&[delimiter])
        })
    };
    if opens(b'\'') {
        variants.push(Grammar {
            quote: Some(b'\''),
            ..plain
        });
    }
    if opens(b'"') {
        variants.push(Grammar {
            quote: None,
            ..plain
        });
    }
    variants
}

/// Splits the first records. When quotes do not pair, they are split again knowing how many fields most records have.
pub(super) fn sample(head: &[u8], grammar: Grammar, encoding: CellEncoding, most: usize) -> Sample {
    let head = &head[..head.len().min(SAMPLE_BYTES)];
    let first = split(head, Splitter::new(grammar), encoding, most);
    if first.unclean == 0 {
        return first;
    }
    let width = width(&first.records);
    split(head, Splitter::expecting(grammar, width), encoding, most)
}

fn split(head: &[u8], mut splitter: Splitter, encoding: CellEncoding, most: usize) -> Sample {
    let mut sample = Sample {
        records: Vec::new(),
        unclean: 0,
    };
    let mut rest = head;
    while sample.records.len() < most && !rest.is_empty() {
        let Split::Record(len) = splitter.split(rest, true) else {
            break;
        };
        let cells = splitter.fields().iter();
        let cells = cells.map(|f| encoding.decode(&f.bytes(rest)).0.into_owned());
        sample.records.push(cells.collect());
        sample.unclean += usize::from(!splitter.is_clean());
        rest = &rest[len..];
    }
    sample
}

/// The number of cells that most records have, blank lines aside; of numbers equally frequent the larger.
pub(super) fn width(records: &[Vec<String>]) -> usize {
    let mut counts = BTreeMap::new();
    for record in records.iter().filter(|r| !is_blank(r)) {
        *counts.entry(record.len()).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(width, count): &(usize, usize)| (*count, *width))
        .map_or(1, |(width, _)| width)
}

/// Whether no cell says anything.
pub(super) fn is_blank(record: &[String]) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

/// Pattern score times type score, less what quotes without a pair take away.
fn score(sample: &Sample, weight: f64) -> f64 {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut cells, mut typed, mut records) = (0, 0, 0);
    for record in sample.records.iter().filter(|r| !is_blank(r)) {
        *counts.entry(record.len()).or_insert(0) += 1;
        records += 1;
        cells += record.len();
        typed += record.iter().filter(|cell| is_typed(cell)).count();
    }
    if records == 0 {
        return 0.0;
    }
    let share = |part: usize, of: usize| part as f64 / of as f64;
    let pattern: f64 = counts
        .iter()
        .map(|(width, count)| {
            let worth = match width {
                1 => ONE_COLUMN,
                _ => weight * (1.0 - 1.0 / *width as f64),
            };
            share(*count, records).powi(2) * worth
        })
        .sum();
    pattern * share(typed, cells) * (1.0 - share(sample.unclean, sample.records.len()) / 2.0)
}

/// Whether a cell is something that tables consist of: a number, an amount, a date, an address, a word, or nothing.
fn is_typed(cell: &str) -> bool {
    cell.is_empty() || is_value(cell) || is_address(cell) || is_words(cell)
}

/// Whether a cell is a number, an amount or a moment, and not a word.
pub(super) fn is_value(cell: &str) -> bool {
    let bare: Cow<'_, str> = match cell.strip_prefix("=\"").and_then(|c| c.strip_suffix('"')) {
        Some(guarded) => guarded.into(),
        None => cell.into(),
    };
    let bare = bare.trim_matches(|c: char| {
        matches!(
            c,
            '$' | '¥' | '￥' | '€' | '£' | '%' | '+' | '-' | '(' | ')' | '\'' | '\t'
        )
    });
    let mut digits = 0;
    for c in bare.chars() {
        match c {
            '0'..='9' => digits += 1,
            '.' | ',' | '/' | '-' | ':' | ' ' | 'T' | 'Z' | '+' | 'E' | 'e' => {}
            '年' | '月' | '日' | '时' | '分' | '秒' | '元' | '万' | '亿' | '~' | '至' => {
            }
            _ => return false,
        }
    }
    // A list of numbers is none, and neither is a digit beside a blank: `1,5` and `1,234.50` are, `1, 5` is not.
    digits > 0
        && !bare.contains(", ")
        && bare.matches(',').count() <= digits / 3 + 1
        && !bare.starts_with([',', ' '])
        && !bare.ends_with([',', ' '])
}

fn is_address(cell: &str) -> bool {
    (cell.starts_with("http://") || cell.starts_with("https://")) && !cell.contains(' ')
}

/// Whether a cell is words, without what could separate cells. A blank in front belongs to a delimiter.
fn is_words(cell: &str) -> bool {
    let plain = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '.' | '-' | '_' | '\'' | '/' | '&' | '(' | ')' | '#' | '+' | '%'
            )
            || matches!(c, '!' | '?' | '@' | '*' | '~' | '·' | '°')
            || ('\u{2010}'..='\u{206f}').contains(&c)
            || ('\u{3000}'..='\u{303f}').contains(&c)
            || ('\u{ff00}'..='\u{ffef}').contains(&c)
    };
    !cell.starts_with(' ') && !cell.starts_with('\'') && cell.chars().all(plain)
}
