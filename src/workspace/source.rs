//! A file as something that bytes can be read from: a browser's `File`, or a generated one.

use crate::import::reader::{Plan, ReadSlice, Slice};

/// The file went away while it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadFailed;

/// A file that is read piece by piece.
#[allow(async_fn_in_trait)] // One thread: nobody needs these futures to be Send.
pub trait Source {
    /// Its name.
    fn name(&self) -> String;

    /// Its size in bytes.
    fn size(&self) -> u64;

    /// The bytes from `from` on, `len` of them or as many as there are.
    async fn read(&self, from: u64, len: u64) -> Result<Vec<u8>, ReadFailed>;

    /// How many others read slices of it when they are asked to.
    fn helpers(&self) -> usize {
        0
    }

    /// A slice of it, read by one of the others; `None` when that one is no more.
    async fn read_slice(&self, _helper: usize, _plan: &Plan, _slice: &Slice) -> Option<ReadSlice> {
        None
    }
}

/// A file in memory.
#[derive(Clone, Debug)]
pub struct MemoryFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Source for MemoryFile {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    async fn read(&self, from: u64, len: u64) -> Result<Vec<u8>, ReadFailed> {
        let from = (from as usize).min(self.bytes.len());
        let to = from.saturating_add(len as usize).min(self.bytes.len());
        Ok(self.bytes[from..to].to_vec())
    }
}
