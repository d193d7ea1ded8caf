//! Dianzhang 店长台: the private, offline cockpit of a Tmall store manager.
//!
//! The core compiles and is tested natively: it takes plain data and returns plain data, and touches no browser, no clock
//! and no randomness. `platform` and `app` exist for the browser only. `ARCHITECTURE.md` says how the parts stand together.

pub mod analytics;
#[cfg(target_arch = "wasm32")]
pub mod app;
pub mod backup;
pub mod charts;
pub mod commands;
pub mod demo;
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
pub mod store;
pub mod table;
pub mod workspace;
