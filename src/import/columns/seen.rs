//! Cells that were seen before, by their bytes: each different cell of a column is decoded and interpreted once.

/// Odd, with bits well spread; from the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Codes by the raw bytes of cells.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The place in `cells` and one more, by hash; 0 where nothing is. Never more than half full.
    slots: Vec<u32>,
    cells: Vec<Cell>,
    /// The bytes of all cells, one after the other.
    bytes: Vec<u8>,
    /// The code of the empty cell.
    empty: Option<u32>,
}

#[derive(Debug)]
struct Cell {
    hash: u32,
    code: u32,
    start: usize,
    len: usize,
}

impl Seen {
    /// The code that a cell was given.
    #[inline]
    pub(super) fn get(&self, cell: &[u8]) -> Option<u32> {
        if cell.is_empty() {
            return self.empty;
        }
        if self.slots.is_empty() {
            return None;
        }
        let hash = hash(cell);
        let mut slot = hash as usize & (self.slots.len() - 1);
        while self.slots[slot] > 0 {
            let known = &self.cells[self.slots[slot] as usize - 1];
            if known.hash == hash && is_same(&self.bytes[known.start..][..known.len], cell) {
                return Some(known.code);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// Notes the code of a cell that was not seen before.
    pub(super) fn insert(&mut self, cell: &[u8], code: u32) {
        if cell.is_empty() {
            self.empty = Some(code);
            return;
        }
        self.cells.push(Cell {
            hash: hash(cell),
            code,
            start: self.bytes.len(),
            len: cell.len(),
        });
        self.bytes.extend_from_slice(cell);
        if self.cells.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(64)];
            (0..self.cells.len()).for_each(|at| self.place(at));
        } else {
            self.place(self.cells.len() - 1);
        }
    }

    fn place(&mut self, at: usize) {
        let mut slot = self.cells[at].hash as usize & (self.slots.len() - 1);
        while self.slots[slot] > 0 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.slots[slot] = at as u32 + 1;
    }
}

/// Eight bytes at a time; the last eight overlap those before them.
fn hash(cell: &[u8]) -> u32 {
    let mixed = |hash: u64, word: u64| {
        let product = (hash ^ word).wrapping_mul(FACTOR);
        product ^ (product >> 32)
    };
    let seed = cell.len() as u64;
    let hash = match cell.last_chunk::<8>() {
        Some(last) => {
            let words = cell[..cell.len() - 1].chunks_exact(8);
            let hash = words.fold(seed, |hash, word| {
                mixed(
                    hash,
                    word.first_chunk().copied().map_or(0, u64::from_le_bytes),
                )
            });
            mixed(hash, u64::from_le_bytes(*last))
        }
        None => mixed(seed, short_word(cell)),
    };
    (hash.wrapping_mul(FACTOR) >> 32) as u32
}

/// Fewer than eight bytes as one number; of the same length, only the same bytes give the same.
fn short_word(cell: &[u8]) -> u64 {
    match (cell.first_chunk::<4>(), cell.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => cell.iter().fold(0, |word, b| word << 8 | u64::from(*b)),
    }
}

/// Whether two cells have the same bytes, eight at a time: what the library compares with goes byte by byte in wasm.
fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let word = |bytes: &[u8]| bytes.first_chunk().copied().map_or(0, u64::from_le_bytes);
    match (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        (Some(end_of_a), Some(end_of_b)) => {
            end_of_a == end_of_b
                && a.chunks_exact(8)
                    .zip(b.chunks_exact(8))
                    .all(|(a, b)| word(a) == word(b))
        }
        _ => short_word(a) == short_word(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn every_cell_has_the_code_that_it_was_given(
            cells in prop::collection::vec(prop::collection::vec(0u8..3, 0..20), 1..200),
        ) {
            let (mut seen, mut expected) = (Seen::default(), BTreeMap::new());
            for (code, cell) in cells.iter().enumerate() {
                prop_assert_eq!(seen.get(cell), expected.get(cell).copied());
                if !expected.contains_key(cell) {
                    seen.insert(cell, code as u32);
                    expected.insert(cell.clone(), code as u32);
                }
            }
        }

        #[test]
        fn bytes_are_the_same_or_not(a in prop::collection::vec(0u8..2, 0..20), b in prop::collection::vec(0u8..2, 0..20)) {
            prop_assert_eq!(is_same(&a, &b), a == b);
        }
    }
}
