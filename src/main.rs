//! The page's wasm: mounts the app, and nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    dianzhang::app::mount();
}
