//! The titles of an order list: one cell names all items of an order. Taking such a cell apart again.

use crate::analytics::reconcile::Shelf;
use crate::import::kinds::orders::column;
use crate::table::{Column, NULL_U32};
use std::collections::BTreeSet;

/// What stands between two titles of a cell. Titles have the same marks inside.
const JOINTS: [char; 3] = ['，', ',', '；'];

/// For each code of the titles of an order list, the titles that its cell names; empty where that cannot be told.
///
/// A title is known when it was bought alone: the order list says of how many kinds an order is, and where it does not, a cell
/// without a mark inside is one title. A cell is taken apart where all of its parts are known, and where there is no second way
/// to do so.
pub(super) fn parts(shelf: &Shelf) -> Vec<Vec<String>> {
    let table = shelf.orders.records().table();
    let Some(Column::Names { codes, names }) = table.column(column::TITLE) else {
        return Vec::new();
    };
    let kinds = table.numbers(column::KINDS);
    let mut several = vec![false; names.list().len()];
    let mut single = vec![false; names.list().len()];
    for (row, code) in codes.iter().enumerate() {
        let Some(at) = usize::try_from(*code).ok().filter(|at| *at < single.len()) else {
            continue;
        };
        match kinds.get(row).filter(|kinds| **kinds != NULL_U32) {
            Some(1) => single[at] = true,
            Some(_) => several[at] = true,
            None => {}
        }
    }
    let is_plain = |title: &String| !title.contains(JOINTS);
    let known: BTreeSet<&str> = names
        .list()
        .iter()
        .enumerate()
        .filter(|(at, title)| single[*at] || (!several[*at] && is_plain(title)))
        .map(|(_, title)| title.trim())
        .collect();
    let part = |(at, title): (usize, &String)| {
        let title = title.trim();
        if known.contains(title) {
            return vec![title.to_owned()];
        }
        match split(title, &known) {
            Some(parts) => parts.into_iter().map(str::to_owned).collect(),
            // Nobody says that it names several, and it does not look like it.
            None if !several[at] => vec![title.to_owned()],
            None => Vec::new(),
        }
    };
    names.list().iter().enumerate().map(part).collect()
}

/// The only way to read a cell as known titles with marks between them.
fn split<'a>(cell: &'a str, known: &BTreeSet<&str>) -> Option<Vec<&'a str>> {
    let joints = cell
        .char_indices()
        .filter(|(_, mark)| JOINTS.contains(mark));
    let ends = joints
        .map(|(at, mark)| (at, at + mark.len_utf8()))
        .chain([(cell.len(), usize::MAX)]);
    // Where a title may begin, in how many ways one gets there, and the title before.
    let mut reached: Vec<(usize, u32, &str, usize)> = vec![(0, 1, "", 0)];
    for (end, next) in ends {
        let mut here = (next, 0u32, "", 0);
        for (place, (begin, ways, ..)) in reached.iter().enumerate() {
            let title = cell[*begin..end].trim();
            if known.contains(title) {
                here = (next, here.1.saturating_add(*ways), title, place);
            }
        }
        if here.1 > 0 {
            reached.push(here);
        }
    }
    let mut parts = Vec::new();
    let mut at = reached.len() - 1;
    if reached[at].0 != usize::MAX || reached[at].1 != 1 {
        return None;
    }
    while at > 0 {
        parts.push(reached[at].2);
        at = reached[at].3;
    }
    parts.reverse();
    Some(parts)
}

/// A title without what systems write differently: blanks and quotes.
pub(super) fn plain(title: &str) -> String {
    let is_kept = |c: &char| !c.is_whitespace() && !matches!(c, '"' | '“' | '”' | '\'' | '＂');
    title.chars().filter(is_kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_of<'a>(cell: &'a str, known: &[&str]) -> Option<Vec<&'a str>> {
        split(cell, &known.iter().copied().collect())
    }

    #[test]
    fn a_cell_is_taken_apart_into_titles_that_are_known() {
        let known = ["被子，加厚", "枕头", "长绒棉,裸睡", "毛巾"];
        assert_eq!(
            split_of("枕头，被子，加厚，长绒棉,裸睡", &known),
            Some(vec!["枕头", "被子，加厚", "长绒棉,裸睡"])
        );
        assert_eq!(split_of("枕头, 毛巾", &known), Some(vec!["枕头", "毛巾"]));
        assert_eq!(split_of("枕头，没人单买", &known), None);
        assert_eq!(split_of("", &known), None);
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        let known = ["甲", "乙", "甲，乙", "丙"];
        assert_eq!(split_of("甲，乙，丙", &known), None);
        assert_eq!(split_of("甲，丙", &known), Some(vec!["甲", "丙"]));
    }

    #[test]
    fn quotes_and_blanks_make_no_other_title() {
        assert_eq!(plain("浴巾 \"加大\""), plain("浴巾“加大“"));
        assert_ne!(plain("浴巾"), plain("毛巾"));
    }
}
