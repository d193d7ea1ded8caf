//! scaffold
pub mod analytics;
pub mod demo;
pub mod i18n;
pub mod import;
pub mod model;
pub mod protocol;
