//! Which items are bought together: the sets of items that stand in at least so many baskets, by FP-growth (Han, Pei and Yin
//! 2000, *Mining frequent patterns without candidate generation*).

use crate::analytics::selfcheck::Check;
use serde::{Deserialize, Serialize};

/// Baskets: what was bought in one order, or by one buyer. Items are numbers of the caller's.
#[derive(Clone, Debug, Default)]
pub struct Baskets {
    items: Vec<u32>,
    ends: Vec<usize>,
}

impl Baskets {
    /// Adds a basket. An item counts once, however often it stands in it. A basket with one item counts, too: it is one without
    /// the others.
    pub fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        let start = self.items.len();
        self.items.extend(items);
        self.items[start..].sort_unstable();
        let mut kept = start;
        for at in start..self.items.len() {
            if at == start || self.items[at] != self.items[at - 1] {
                self.items[kept] = self.items[at];
                kept += 1;
            }
        }
        self.items.truncate(kept);
        self.ends.push(kept);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The items of each basket, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, end)| &self.items[start..*end])
    }
}

/// Items that stand together in some baskets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemSet {
    /// The items, in order.
    pub items: Vec<u32>,
    /// In how many baskets all of them stand.
    pub baskets: u32,
}

/// The sets of at most `most_items` items that stand in at least `least_baskets` baskets (at least 1), in the order of their
/// items. Every part of such a set is one, too. How many there are grows fast when `least_baskets` becomes small.
pub fn frequent(baskets: &Baskets, least_baskets: u32, most_items: usize) -> Vec<ItemSet> {
    let least = least_baskets.max(1);
    let paths = baskets.iter().map(|items| (items.to_vec(), 1)).collect();
    let mut found = Vec::new();
    if most_items > 0 {
        grow(paths, least, most_items, &mut Vec::new(), &mut found);
    }
    for set in &mut found {
        set.items.sort_unstable();
    }
    found.sort();
    found
}

/// Items of baskets that have something in common, and how many baskets there are of them.
type Path = (Vec<u32>, u32);

/// Finds the sets that stand in these paths, each together with `with`.
fn grow(
    mut paths: Vec<Path>,
    least: u32,
    most_items: usize,
    with: &mut Vec<u32>,
    found: &mut Vec<ItemSet>,
) {
    let items = often(&paths, least);
    for (item, baskets) in &items {
        let mut set = with.clone();
        set.push(*item);
        found.push(ItemSet {
            items: set,
            baskets: *baskets,
        });
    }
    if with.len() + 1 == most_items {
        return;
    }
    // Number the items that are left by how often they stand there, so that the paths begin alike.
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(items[*at].1), items[*at].0));
    let mut rank = vec![0; items.len()];
    for (number, at) in order.iter().enumerate() {
        rank[*at] = number as u32;
    }
    for (path, _) in &mut paths {
        let to_rank = |item: &u32| items.binary_search_by_key(item, |(item, _)| *item).ok();
        *path = path.iter().filter_map(to_rank).map(|at| rank[at]).collect();
        path.sort_unstable();
    }
    paths.retain(|(path, _)| path.len() > 1);
    paths.sort_unstable();
    let tree = Tree::of(&paths, items.len());
    drop(paths);
    for (number, at) in order.iter().enumerate().rev() {
        let before = tree.paths_to(number, &|rank| items[order[rank as usize]].0);
        if !before.is_empty() {
            with.push(items[*at].0);
            grow(before, least, most_items, with, found);
            with.pop();
        }
    }
}

/// The items that stand in at least so many baskets of the paths, in order, with their number.
fn often(paths: &[Path], least: u32) -> Vec<(u32, u32)> {
    let items = paths
        .iter()
        .flat_map(|(path, baskets)| path.iter().map(|item| (*item, *baskets)));
    let mut items: Vec<(u32, u32)> = items.collect();
    items.sort_unstable();
    let mut sums: Vec<(u32, u32)> = Vec::new();
    for (item, baskets) in items {
        match sums.last_mut().filter(|(last, _)| *last == item) {
            Some((_, sum)) => *sum += baskets,
            None => sums.push((item, baskets)),
        }
    }
    sums.retain(|(_, baskets)| *baskets >= least);
    sums
}

/// The FP-tree: paths that begin alike share their beginning.
struct Tree {
    nodes: Vec<Node>,
    /// The nodes of each item.
    of_item: Vec<Vec<u32>>,
}

struct Node {
    item: u32,
    baskets: u32,
    /// `NONE` for the first of a path.
    parent: u32,
}

const NONE: u32 = u32::MAX;

impl Tree {
    /// The tree of paths that are sorted, as are their items: what a path shares, it shares with the one before it.
    fn of(paths: &[Path], items: usize) -> Tree {
        let mut tree = Tree {
            nodes: Vec::new(),
            of_item: vec![Vec::new(); items],
        };
        let mut last: Vec<u32> = Vec::new();
        for (path, baskets) in paths {
            let is_shared =
                |(node, item): &(&u32, &u32)| tree.nodes[**node as usize].item == **item;
            let shared = last.iter().zip(path).take_while(is_shared).count();
            last.truncate(shared);
            for node in &last {
                tree.nodes[*node as usize].baskets += baskets;
            }
            for item in &path[shared..] {
                let node = tree.nodes.len() as u32;
                tree.nodes.push(Node {
                    item: *item,
                    baskets: *baskets,
                    parent: last.last().copied().unwrap_or(NONE),
                });
                tree.of_item[*item as usize].push(node);
                last.push(node);
            }
        }
        tree
    }

    /// What stands before an item on the paths that lead to it, under other names.
    fn paths_to(&self, item: usize, name: &dyn Fn(u32) -> u32) -> Vec<Path> {
        let path = |node: &u32| {
            let baskets = self.nodes[*node as usize].baskets;
            let mut items = Vec::new();
            let mut at = self.nodes[*node as usize].parent;
            while let Some(node) = self.nodes.get(at as usize) {
                items.push(name(node.item));
                at = node.parent;
            }
            (!items.is_empty()).then_some((items, baskets))
        };
        self.of_item[item].iter().filter_map(path).collect()
    }
}

/// The five baskets of mlxtend's documentation: Apple 0, Corn 1, Dill 2, Eggs 3, Ice cream 4, Kidney Beans 5, Milk 6, Nutmeg 7,
/// Onion 8, Unicorn 9, Yogurt 10.
pub(super) fn example() -> Baskets {
    let mut baskets = Baskets::default();
    baskets.push([6, 8, 7, 5, 3, 10]);
    baskets.push([2, 8, 7, 5, 3, 10]);
    baskets.push([6, 0, 5, 3]);
    baskets.push([6, 9, 1, 5, 10]);
    baskets.push([1, 8, 8, 5, 4, 3]);
    baskets
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let found = frequent(&example(), 3, 9);
    let baskets = |items: &[u32]| {
        let set = found.iter().find(|set| set.items == items);
        set.map_or(f64::NAN, |set| f64::from(set.baskets))
    };
    let check = |subject, expected, found| Check {
        subject,
        reference: "mlxtend 0.25.0",
        expected,
        found,
        tolerance: 0.0,
    };
    vec![
        check(("频繁项集个数", "Frequent sets"), 11.0, found.len() as f64),
        check(
            ("鸡蛋和芸豆的订单数", "Baskets with eggs and kidney beans"),
            4.0,
            baskets(&[3, 5]),
        ),
        check(
            (
                "鸡蛋、芸豆和洋葱的订单数",
                "Baskets with eggs, kidney beans and onion",
            ),
            3.0,
            baskets(&[3, 5, 8]),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn an_item_counts_once_in_a_basket() {
        let mut baskets = Baskets::default();
        baskets.push([7, 3, 7, 7]);
        baskets.push([]);
        baskets.push([3]);
        let shown: Vec<&[u32]> = baskets.iter().collect();
        assert_eq!(shown, [&[3, 7][..], &[], &[3]]);
        assert_eq!(baskets.len(), 3);
    }

    #[test]
    fn sets_are_no_larger_than_asked_for() {
        let pairs = frequent(&example(), 3, 2);
        assert_eq!(pairs.len(), 10);
        assert!(frequent(&example(), 3, 0).is_empty());
        assert!(frequent(&Baskets::default(), 0, 3).is_empty());
    }

    proptest! {
        #[test]
        fn all_sets_are_found_and_counted(
            rows in proptest::collection::vec(proptest::collection::vec(0u32..9, 0..7), 0..40), least in 1u32..6, most in 1usize..5,
        ) {
            let mut baskets = Baskets::default();
            let mut counts: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
            for row in &rows {
                baskets.push(row.iter().copied());
                let mut items = row.clone();
                items.sort_unstable();
                items.dedup();
                for part in 1u32..1 << items.len() {
                    let chosen = items.iter().enumerate().filter(|(at, _)| part >> at & 1 == 1);
                    *counts.entry(chosen.map(|(_, item)| *item).collect()).or_default() += 1;
                }
            }
            let expected: Vec<ItemSet> = counts
                .into_iter()
                .filter(|(items, baskets)| *baskets >= least && items.len() <= most)
                .map(|(items, baskets)| ItemSet { items, baskets })
                .collect();
            prop_assert_eq!(frequent(&baskets, least, most), expected);
        }
    }
}
