//! scaffold
pub mod analytics;
<<<<<<< HEAD
pub mod charts;
pub mod grid;
=======
#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod commands;
>>>>>>> ui-frame
pub mod i18n;
pub mod import;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod prefs;
pub mod protocol;
<<<<<<< HEAD
pub mod screens;
=======
pub mod route;
>>>>>>> ui-frame
