//! A file that the browser reads for us, on the page or in a worker.

use crate::import::reader::{Plan, ReadSlice, Slice};
use crate::platform::readers::Readers;
use crate::workspace::source::{ReadFailed, Source};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The browser's file.
pub(super) struct BrowserFile {
    file: File,
    /// Those who read slices of it with us.
    readers: Option<Rc<Readers>>,
}

impl BrowserFile {
    /// A file that is read here.
    pub(super) fn new(file: File) -> BrowserFile {
        BrowserFile {
            file,
            readers: None,
        }
    }

    /// A file that others read with us.
    pub(super) fn shared(file: File, readers: Rc<Readers>) -> BrowserFile {
        BrowserFile {
            file,
            readers: Some(readers),
        }
    }
}

impl Source for BrowserFile {
    fn name(&self) -> String {
        self.file.name()
    }

    fn size(&self) -> u64 {
        self.file.size() as u64
    }

    async fn read(&self, from: u64, len: u64) -> Result<Vec<u8>, ReadFailed> {
        let piece = self
            .file
            .slice_with_f64_and_f64(from as f64, (from + len) as f64)
            .map_err(|_| ReadFailed)?;
        let buffer = JsFuture::from(piece.array_buffer())
            .await
            .map_err(|_| ReadFailed)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    fn helpers(&self) -> usize {
        self.readers.as_ref().map_or(0, |readers| readers.len())
    }

    async fn read_slice(&self, helper: usize, plan: &Plan, slice: &Slice) -> Option<ReadSlice> {
        let readers = self.readers.as_ref()?;
        readers.read_slice(helper, &self.file, plan, slice).await
    }
}
