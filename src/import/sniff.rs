//! Finds out how a table is written: the grammar of its records, in which record its header stands, which kind it is.
//!
//! The header decides: of all delimiters and of the first records, the pair is taken whose cells a kind knows best. Only a
//! table of no known kind is judged by its shape.

use crate::import::encoding::CellEncoding;
use crate::import::grammar::Grammar;
use crate::import::headers::{Header, Match, normalised};
use crate::import::kinds::{self, Kind, personal, recognise};
use crate::import::layout::{joined, layout};
use crate::import::shape::{self, is_blank};
use std::cmp::Reverse;

const DELIMITERS: [u8; 4] = *b",\t;|";
/// Title rows above a header, at the most.
const DEEPEST_HEADER: usize = 30;
/// Records by which the layout of a table of no known kind is judged.
const SHAPE_RECORDS: usize = 200;

/// How a table is written.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// How bytes are divided into records and fields.
    pub grammar: Grammar,
    /// The record with the last row of the header, from 0; blank lines count.
    pub header: usize,
    /// Rows of the header: 0 when the table has none, and its first record stands at `header`.
    pub header_rows: usize,
    /// The header's cells as they are; of several rows, group and name with a blank between them, or the one of the two
    /// that the kind knows. Empty names when there is no header.
    pub names: Vec<String>,
    /// The records above the header, blank lines included.
    pub preamble: Vec<Vec<String>>,
    /// The kind that knows the header, and where its columns stand.
    pub kind: Option<(&'static Kind, Match)>,
}

impl Dialect {
    /// The first record below the header.
    pub fn body(&self) -> usize {
        self.header + usize::from(self.header_rows > 0)
    }
}

/// Finds the dialect from the first bytes of a table in a file of this name.
pub fn dialect(head: &[u8], encoding: CellEncoding, file: &str) -> Dialect {
    let mut best: Option<Dialect> = None;
    for delimiter in DELIMITERS.into_iter().filter(|d| head.contains(d)) {
        let grammar = Grammar::separated_by(delimiter);
        let records = shape::sample(head, grammar, encoding, DEEPEST_HEADER).records;
        for row in 0..records.len() {
            for header_rows in [1, 2] {
                let Some((names, kind)) = known_header(&records[row..], header_rows, file) else {
                    continue;
                };
                // A title above a header adds nothing to it; groups make more of it known.
                let rank = |(kind, found): &(&'static Kind, Match), rows: usize| {
                    (kind.rank(found, file), Reverse(rows))
                };
                let beats = |best: &Dialect| {
                    let theirs = best.kind.as_ref().map(|k| rank(k, best.header_rows));
                    theirs < Some(rank(&kind, header_rows))
                };
                if best.as_ref().is_none_or(beats) {
                    best = Some(Dialect {
                        grammar,
                        header: row + header_rows - 1,
                        header_rows,
                        names,
                        preamble: records[..row].to_vec(),
                        kind: Some(kind),
                    });
                }
            }
        }
    }
    let Some(mut known) = best else {
        return by_shape(head, encoding);
    };
    // The header was found with the quotes that every export has; a table written by something else shows it now.
    let grammar = shape::grammar_with(head, encoding, known.grammar.delimiter);
    let records = shape::sample(head, grammar, encoding, known.header + 1).records;
    if records.get(known.header).map(Vec::len) == Some(known.names.len()) {
        known.grammar = grammar;
    }
    known
}

/// The names in the first rows, and the kind that knows them.
fn known_header(
    records: &[Vec<String>],
    header_rows: usize,
    file: &str,
) -> Option<(Vec<String>, (&'static Kind, Match))> {
    match records.get(..header_rows)? {
        [names] => Some((names.clone(), recognise(names, file)?)),
        [groups, names] if could_be_two_rows(groups, names) => kinds::ALL
            .iter()
            .filter_map(|kind| {
                let names = best_names(kind, groups, names);
                let found = Header::new(&names).find(kind)?;
                Some((names, (*kind, found)))
            })
            .max_by(|(_, (a, of_a)), (_, (b, of_b))| {
                let rank = a.rank(of_a, file).cmp(&b.rank(of_b, file));
                rank.then(std::cmp::Ordering::Greater)
            }),
        _ => None,
    }
}

/// Whether a row may name groups and the next one what is in them: cells of the first are merged, and the second is not
/// full of numbers.
fn could_be_two_rows(groups: &[String], names: &[String]) -> bool {
    let is_group = |cell: &String| !cell.trim().is_empty();
    let is_figure = |cell: &&String| cell.trim().starts_with(|c: char| c.is_ascii_digit());
    // Behind the last group, a row may end where its cells do.
    groups.len() <= names.len()
        && !is_blank(names)
        && !(groups.len() == names.len() && groups.iter().all(is_group))
        && names.iter().filter(is_figure).count() * 3 < names.len()
}

/// Of each column under two rows of names: group and name, or the one of the two that the kind knows, if only as one of
/// another export.
fn best_names(kind: &Kind, groups: &[String], names: &[String]) -> Vec<String> {
    let is_known = |name: &String| {
        let name = normalised(name);
        let mut headers = kind.fields.iter().flat_map(|f| f.headers);
        let is_foreign = kind.foreign.contains(&name.as_str());
        is_foreign || headers.any(|h| *h == name) || personal::is_personal(&name)
    };
    let mut groups = groups.to_vec();
    groups.resize(names.len(), String::new());
    let both = joined(&[groups.clone(), names.to_vec()]);
    let ways = both.into_iter().zip(names.iter().zip(&groups));
    ways.map(|(both, (name, group))| {
        [&both, name, group]
            .into_iter()
            .find(|n| is_known(n))
            .unwrap_or(&both)
            .clone()
    })
    .collect()
}

/// The dialect of a table of no known kind.
fn by_shape(head: &[u8], encoding: CellEncoding) -> Dialect {
    let grammar = shape::grammar(head, encoding);
    let records = shape::sample(head, grammar, encoding, SHAPE_RECORDS).records;
    let width = shape::width(&records);
    let found = layout(&records, width);
    let rows = found.first..found.first + found.header_rows;
    Dialect {
        grammar,
        header: (found.first + found.header_rows)
            .saturating_sub(1)
            .max(found.first),
        header_rows: found.header_rows,
        names: match records.get(rows) {
            Some([]) | None => vec![String::new(); width],
            Some(rows) => joined(rows),
        },
        preamble: records[..found.first.min(records.len())].to_vec(),
        kind: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_found_below_titles_and_with_any_delimiter() {
        for (delimiter, sign) in [(b',', ","), (b'\t', "\t"), (b';', ";")] {
            let text = format!(
                "店铺名称：某某旗舰店\n导出时间,2026-01-01\n\n订单编号{sign}总金额 {sign}买家实际支付金额{sign}订单创建时间\n1{sign}2.00{sign}2.00{sign}2020-02-21 00:00:00\n"
            );
            let found = dialect(text.as_bytes(), CellEncoding::Utf8, "");
            assert_eq!((found.grammar.delimiter, found.header), (delimiter, 3));
            assert_eq!(found.preamble[0], ["店铺名称：某某旗舰店"]);
            assert_eq!(found.preamble.len(), 3);
            assert_eq!(found.kind.map(|(k, _)| k.name), Some("orders"));
        }
    }

    #[test]
    fn an_unknown_table_is_judged_by_its_shape() {
        let found = dialect(
            b"report of the day\nname;amount;note\na;1,5;x\nb;2,5;y\n",
            CellEncoding::Utf8,
            "",
        );
        assert_eq!((found.grammar.delimiter, found.header), (b';', 1));
        assert!(found.kind.is_none());
    }

    #[test]
    fn a_header_in_two_rows_is_one() {
        let text =
            "订单,,金额,\n编号,创建时间,总金额,买家实际支付金额\n1,2020-02-21 00:00:00,2.00,2.00\n";
        let found = dialect(text.as_bytes(), CellEncoding::Utf8, "");
        assert_eq!((found.header, found.header_rows), (1, 2));
        assert_eq!(
            found.names,
            ["订单 编号", "订单 创建时间", "总金额", "买家实际支付金额"]
        );
        let (kind, found) = found.kind.expect("a kind");
        assert_eq!((kind.name, found.known), ("orders", 4));
    }

    #[test]
    fn without_a_header_the_first_record_is_a_record() {
        let found = dialect(
            b"2026-01-01,18,x\n2026-01-02,9,y\n2026-01-03,7,z\n",
            CellEncoding::Utf8,
            "",
        );
        assert_eq!((found.header_rows, found.body()), (0, 0));
        assert_eq!(found.names, ["", "", ""]);
    }
}
