//! Which rows a question is about.

use super::runs;
use std::ops::Range;

/// A set of rows of one table: one bit a row.
///
/// ```
/// use dianzhang::table::Selection;
/// let paid_fen = [500, 0, 1_200, 80];
/// let large = Selection::of(4, |row| paid_fen[row] >= 100);
/// assert_eq!(large.rows().collect::<Vec<_>>(), [0, 2]);
/// assert_eq!(large.and(&Selection::of(4, |row| row > 0)).count(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    rows: usize,
    /// Bits behind the last row are 0.
    words: Vec<u64>,
}

const BITS: usize = u64::BITS as usize;

impl Selection {
    /// The rows of a table of `rows` rows that pass a test.
    pub fn of(rows: usize, test: impl Fn(usize) -> bool) -> Selection {
        let mut words = Vec::with_capacity(rows.div_ceil(BITS));
        runs(rows).for_each(|run| push_words(run, &test, &mut words));
        Selection { rows, words }
    }

    /// All rows of a table of `rows` rows.
    pub fn all(rows: usize) -> Selection {
        Selection::of(rows, |_| true)
    }

    /// How many rows the table has, selected or not.
    pub fn table_rows(&self) -> usize {
        self.rows
    }

    /// How many rows are selected.
    pub fn count(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Whether a row is selected; no row behind the last one is.
    pub fn contains(&self, row: usize) -> bool {
        let word = self.words.get(row / BITS);
        word.is_some_and(|word| word >> (row % BITS) & 1 == 1)
    }

    /// The rows that are in both.
    #[must_use]
    pub fn and(&self, other: &Selection) -> Selection {
        self.with(other, |a, b| a & b)
    }

    /// The rows that are in one or the other.
    #[must_use]
    pub fn or(&self, other: &Selection) -> Selection {
        self.with(other, |a, b| a | b)
    }

    /// The rows that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Selection) -> Selection {
        self.with(other, |a, b| a & !b)
    }

    /// Word by word; of tables of different length, what the shorter one lacks is not selected there.
    fn with(&self, other: &Selection, of: fn(u64, u64) -> u64) -> Selection {
        let theirs = other.words.iter().copied().chain(std::iter::repeat(0));
        let words = self.words.iter().zip(theirs);
        let mut words: Vec<u64> = words.map(|(a, b)| of(*a, b)).collect();
        if let (Some(last), used @ 1..) = (words.last_mut(), self.rows % BITS) {
            *last &= (1 << used) - 1;
        }
        Selection {
            rows: self.rows,
            words,
        }
    }

    /// The selected rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.wrapping_sub(1);
                (bit < BITS).then_some(at * BITS + bit)
            })
        })
    }

    /// Does something with each selected row, in order: what [`Selection::rows`] does, quicker.
    pub fn each(&self, mut then: impl FnMut(usize)) {
        for run in runs(self.rows) {
            let words = &self.words[run.start / BITS..run.end.div_ceil(BITS)];
            each_of(words, run.start, &mut then);
        }
    }
}

/// The words of a run of rows, which begins with a word.
#[inline(never)]
fn push_words(rows: Range<usize>, test: impl Fn(usize) -> bool, words: &mut Vec<u64>) {
    words.extend(rows.clone().step_by(BITS).map(|from| {
        let bit = |row| u64::from(test(row)) << (row - from);
        (from..rows.end.min(from + BITS)).fold(0, |word, row| word | bit(row))
    }));
}

#[inline(never)]
fn each_of(words: &[u64], mut from: usize, then: &mut impl FnMut(usize)) {
    for &word in words {
        if word == u64::MAX {
            (from..from + BITS).for_each(&mut *then);
        } else {
            let mut left = word;
            while left != 0 {
                then(from + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
        from += BITS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_selection_is_a_set_of_rows(bits in prop::collection::vec(any::<(bool, bool)>(), 0..300)) {
            let a = Selection::of(bits.len(), |row| bits[row].0);
            let b = Selection::of(bits.len(), |row| bits[row].1);
            let rows = |keep: fn(bool, bool) -> bool| -> Vec<usize> {
                (0..bits.len()).filter(|&row| keep(bits[row].0, bits[row].1)).collect()
            };
            let listed = |s: &Selection| s.rows().collect::<Vec<_>>();
            prop_assert_eq!(listed(&a), rows(|a, _| a));
            prop_assert_eq!(listed(&a.and(&b)), rows(|a, b| a && b));
            prop_assert_eq!(listed(&a.or(&b)), rows(|a, b| a || b));
            prop_assert_eq!(listed(&a.without(&b)), rows(|a, b| a && !b));
            prop_assert_eq!(a.count(), listed(&a).len());
            let mut visited = Vec::new();
            a.each(|row| visited.push(row));
            prop_assert_eq!(visited, listed(&a));
            for row in 0..bits.len() + 70 {
                prop_assert_eq!(a.contains(row), bits.get(row).is_some_and(|b| b.0));
            }
        }

        #[test]
        fn a_shorter_one_selects_nothing_behind_its_end(long in 0usize..200, short in 0usize..200) {
            let (a, b) = (Selection::all(long), Selection::all(short));
            prop_assert_eq!(a.and(&b).count(), long.min(short));
            prop_assert_eq!(a.or(&b).count(), long);
            prop_assert_eq!(a.without(&b).count(), long.saturating_sub(short));
        }
    }
}
