//! Rows of two tables that are about the same thing.

use super::Index;

/// How the rows of one table meet those of another that have the same key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// Rows of the first whose key the second has, in order.
    pub met: Vec<usize>,
    /// For each of those, the row of the second.
    pub partners: Vec<usize>,
    /// Rows of the first whose key the second does not have, in order.
    pub alone: Vec<usize>,
}

/// Lets the rows with these keys meet those of a table with an index. A key may stand in several rows of the first.
///
/// ```
/// use dianzhang::table::{Index, meet};
/// let orders: Index = [(71, 0), (72, 1)].into_iter().collect();
/// let refunds = [72, 99, 72];
/// let meeting = meet(&refunds, &orders);
/// assert_eq!((meeting.met, meeting.partners, meeting.alone), (vec![0, 2], vec![1, 1], vec![1]));
/// ```
pub fn meet(keys: &[u64], index: &Index) -> Meeting {
    let mut meeting = Meeting::default();
    for (row, key) in keys.iter().enumerate() {
        match index.get(key) {
            Some(&partner) => {
                meeting.met.push(row);
                meeting.partners.push(partner as usize);
            }
            None => meeting.alone.push(row),
        }
    }
    meeting
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against the plain way: every row of one with every row of the other.
        #[test]
        fn every_row_meets_the_one_with_its_key(
            ours in prop::collection::vec(0u64..50, 0..60),
            theirs in prop::collection::btree_set(0u64..50, 0..40),
        ) {
            let theirs: Vec<u64> = theirs.into_iter().collect();
            let index: Index = theirs.iter().zip(0..).map(|(key, row)| (*key, row)).collect();
            let meeting = meet(&ours, &index);
            let mut pairs = Vec::new();
            for (row, our) in ours.iter().enumerate() {
                pairs.extend((0..theirs.len()).filter(|&at| theirs[at] == *our).map(|at| (row, at)));
            }
            let found: Vec<_> = meeting.met.iter().copied().zip(meeting.partners.iter().copied()).collect();
            let alone: Vec<usize> = (0..ours.len()).filter(|row| !meeting.met.contains(row)).collect();
            prop_assert_eq!(found, pairs);
            prop_assert_eq!(meeting.alone, alone);
        }
    }
}
