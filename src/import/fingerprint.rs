//! What tells a file from every other: a hash of its bytes that several readers can work out together. Each piece of a
//! file is hashed by itself, and then the hashes in the order of their pieces.

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// Bytes of a piece. Part of the fingerprint's definition: with another number every file would look new.
pub const PIECE_BYTES: u64 = 1 << 20;

/// Hashes the pieces of a file, or of a part of it that begins with a piece.
#[derive(Default)]
pub struct Pieces {
    hasher: Xxh3,
    filled: usize,
    sums: Vec<u64>,
    bytes: u64,
}

impl Pieces {
    /// Takes the next bytes.
    pub fn write(&mut self, mut bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        while !bytes.is_empty() {
            let room = PIECE_BYTES as usize - self.filled;
            let (now, rest) = bytes.split_at(room.min(bytes.len()));
            self.hasher.update(now);
            self.filled += now.len();
            bytes = rest;
            if self.filled == PIECE_BYTES as usize {
                self.end_piece();
            }
        }
    }

    /// Goes on behind the part whose pieces have these hashes. All pieces so far must be whole.
    pub fn append(&mut self, sums: &[u64], bytes: u64) {
        self.sums.extend_from_slice(sums);
        self.bytes += bytes;
    }

    /// Bytes taken so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    fn end_piece(&mut self) {
        self.sums.push(self.hasher.digest());
        self.hasher.reset();
        self.filled = 0;
    }

    /// The hashes of all pieces; the last one may be short.
    pub fn into_sums(mut self) -> Vec<u64> {
        if self.filled > 0 {
            self.end_piece();
        }
        self.sums
    }

    /// The fingerprint of a file of these pieces.
    pub fn finish(self) -> u64 {
        let bytes = self.bytes;
        let sums = self.into_sums().into_iter().chain([bytes]);
        xxh3_64(&sums.flat_map(u64::to_le_bytes).collect::<Vec<u8>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_of_parts_come_to_the_same() {
        let bytes: Vec<u8> = (0..3_500_000_u32).map(|i| (i % 251) as u8).collect();
        let mut whole = Pieces::default();
        bytes.chunks(1_000).for_each(|piece| whole.write(piece));
        let (first, second) = bytes.split_at(2 << 20);
        let (mut parts, mut part) = (Pieces::default(), Pieces::default());
        parts.write(first);
        part.write(second);
        parts.append(&part.into_sums(), second.len() as u64);
        assert_eq!(whole.finish(), parts.finish());
    }

    /// Imports that are stored have it: it must never change.
    #[test]
    fn the_fingerprint_stays_what_it_is() {
        let mut pieces = Pieces::default();
        pieces.write(&[b'a'; 1_500_000]);
        assert_eq!(pieces.finish(), 12_228_313_454_839_487_422);
        assert_eq!(Pieces::default().finish(), xxh3_64(&[0; 8]));
    }
}
