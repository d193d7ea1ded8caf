//! Finds out how a table is written: which byte separates its fields, in which record its header stands, which kind it is.
//!
//! The header decides: of all delimiters and of the first records, the pair is taken whose cells a kind knows best. Only a
//! table of no known kind is judged by its shape.

use crate::import::encoding::CellEncoding;
use crate::import::headers::Match;
use crate::import::kinds::{self, Kind};
use crate::import::records::{Split, Splitter};

const DELIMITERS: [u8; 4] = *b",\t;|";
/// Title rows above a header, at the most.
const DEEPEST_HEADER: usize = 30;

/// How a table is written.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// The byte between fields.
    pub delimiter: u8,
    /// The record with the header, from 0; blank lines count.
    pub header: usize,
    /// The header's cells as they are.
    pub names: Vec<String>,
    /// The kind that knows the header, and where its columns stand.
    pub kind: Option<(&'static Kind, Match)>,
}

/// Finds the dialect from the first bytes of a table.
pub fn dialect(head: &[u8], encoding: CellEncoding) -> Dialect {
    let mut best: Option<(usize, Dialect)> = None;
    let mut shapes = Vec::new();
    for delimiter in DELIMITERS {
        let records = first_records(head, delimiter, encoding);
        for (row, names) in records.iter().enumerate() {
            for kind in kinds::ALL {
                let found = Match::new(kind, names);
                if found.resembles(kind)
                    && best.as_ref().is_none_or(|(known, _)| found.known > *known)
                {
                    let known = found.known;
                    let kind = Some((*kind, found));
                    best = Some((
                        known,
                        Dialect {
                            delimiter,
                            header: row,
                            names: names.clone(),
                            kind,
                        },
                    ));
                }
            }
        }
        shapes.push((delimiter, records));
    }
    best.map_or_else(|| by_shape(shapes), |(_, dialect)| dialect)
}

/// The delimiter under which most records have the same number of fields, more than one; the first such record is the
/// header.
fn by_shape(shapes: Vec<(u8, Vec<Vec<String>>)>) -> Dialect {
    let mut best = Dialect {
        delimiter: b',',
        header: 0,
        names: Vec::new(),
        kind: None,
    };
    let mut best_score = 0;
    for (delimiter, records) in shapes {
        let widths: Vec<usize> = records.iter().map(Vec::len).collect();
        let Some(&common) = widths
            .iter()
            .max_by_key(|w| (widths.iter().filter(|x| x == w).count(), **w))
        else {
            continue;
        };
        let score = widths.iter().filter(|w| **w == common).count() * (common - 1);
        let header = widths.iter().position(|w| *w == common).unwrap_or(0);
        if score > best_score || best.names.is_empty() {
            best_score = score;
            best = Dialect {
                delimiter,
                header,
                names: records[header].clone(),
                kind: None,
            };
        }
    }
    best
}

fn first_records(head: &[u8], delimiter: u8, encoding: CellEncoding) -> Vec<Vec<String>> {
    let mut splitter = Splitter::new(delimiter);
    let mut records = Vec::new();
    let mut rest = head;
    while records.len() < DEEPEST_HEADER && !rest.is_empty() {
        let Split::Record(len) = splitter.split(rest, true) else {
            break;
        };
        let text =
            |f: &crate::import::records::Field| encoding.decode(&f.bytes(rest)).0.into_owned();
        records.push(splitter.fields().iter().map(text).collect());
        rest = &rest[len..];
    }
    records
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
            let found = dialect(text.as_bytes(), CellEncoding::Utf8);
            assert_eq!((found.delimiter, found.header), (delimiter, 3));
            assert_eq!(found.kind.map(|(k, _)| k.name), Some("orders"));
        }
    }

    #[test]
    fn an_unknown_table_is_judged_by_its_shape() {
        let found = dialect(
            b"report of the day\nname;amount;note\na;1,5;x\nb;2,5;y\n",
            CellEncoding::Utf8,
        );
        assert_eq!((found.delimiter, found.header), (b';', 1));
        assert!(found.kind.is_none());
    }
}
