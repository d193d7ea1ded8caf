//! A file that the browser reads for us, on the page or in a worker.

use crate::workspace::source::{ReadFailed, Source};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The browser's file.
pub(super) struct BrowserFile(pub File);

impl Source for BrowserFile {
    fn name(&self) -> String {
        self.0.name()
    }

    fn size(&self) -> u64 {
        self.0.size() as u64
    }

    async fn read(&self, from: u64, len: u64) -> Result<Vec<u8>, ReadFailed> {
        let piece = self
            .0
            .slice_with_f64_and_f64(from as f64, (from + len) as f64)
            .map_err(|_| ReadFailed)?;
        let buffer = JsFuture::from(piece.array_buffer())
            .await
            .map_err(|_| ReadFailed)?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}
