//! scaffold
pub mod analytics;
#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod charts;
pub mod commands;
pub mod grid;
pub mod i18n;
pub mod import;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod platform;
pub mod prefs;
pub mod protocol;
pub mod route;
pub mod screens;
pub mod table;
pub mod workspace;
