//! Where separators and line ends stand, found sixty-four bytes at a time.

use std::array;
use wide::u8x16;

/// Bytes looked at together.
const BLOCK: usize = 64;

/// Finds the bytes that end a field. What was found of a block is kept until the next one is needed.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    ends: [u8x16; 3],
    /// Where the block in hand begins.
    base: usize,
    /// Its bytes that end a field, the first one in the lowest bit.
    bits: u64,
}

impl Marks {
    /// For fields that end at this byte, at LF and at CR.
    pub(super) fn new(delimiter: u8) -> Marks {
        Marks {
            ends: [delimiter, b'\n', b'\r'].map(u8x16::splat),
            base: usize::MAX,
            bits: 0,
        }
    }

    /// Forgets the block in hand: other data follow.
    pub(super) fn reset(&mut self) {
        // No place in memory is less than a block behind this one.
        self.base = usize::MAX - BLOCK;
    }

    /// The first byte from `at` on that ends a field; the length of the data where there is none.
    #[inline]
    pub(super) fn next(&mut self, data: &[u8], mut at: usize) -> usize {
        loop {
            let inside = at.wrapping_sub(self.base);
            if inside < BLOCK {
                let rest = self.bits >> inside;
                if rest != 0 {
                    return at + rest.trailing_zeros() as usize;
                }
                at = self.base + BLOCK;
            }
            if at >= data.len() {
                return data.len();
            }
            self.load(data, at);
        }
    }

    fn load(&mut self, data: &[u8], at: usize) {
        self.base = at;
        self.bits = match data[at..].first_chunk::<BLOCK>() {
            Some(block) => self.find(block),
            None => {
                let rest = &data[at..];
                let mut block = [0; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                self.find(&block) & !(u64::MAX << rest.len())
            }
        };
    }

    fn find(&self, block: &[u8; BLOCK]) -> u64 {
        let [a, b, c] = self.ends;
        let mut bits = 0;
        for part in 0..BLOCK / 16 {
            let bytes = u8x16::new(array::from_fn(|i| block[part * 16 + i]));
            let found = bytes.simd_eq(a) | bytes.simd_eq(b) | bytes.simd_eq(c);
            bits |= u64::from(found.to_bitmask()) << (part * 16);
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_end_is_found(data in "[ab,;\n\r]{0,300}", steps in prop::collection::vec(0usize..90, 1..40)) {
            let data = data.as_bytes();
            let mut marks = Marks::new(b',');
            marks.reset();
            let mut at = 0;
            for step in steps {
                at = (at + step).min(data.len());
                let expected = data[at..].iter().position(|b| matches!(b, b',' | b'\n' | b'\r'));
                prop_assert_eq!(marks.next(data, at), expected.map_or(data.len(), |found| at + found));
            }
        }
    }
}
