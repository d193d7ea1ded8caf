//! scaffold
pub mod analytics;
pub mod charts;
pub mod grid;
pub mod i18n;
pub mod import;
pub mod model;
pub mod protocol;
pub mod screens;
