//! The data worker: owns the rows, reads the files, keeps the store, answers the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    dianzhang::platform::worker::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
