//! The unpacker: takes workbooks, web pages and archives apart, in a worker of its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    dianzhang::platform::unpacker::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
