//! scaffold
pub mod analytics;
pub mod i18n;
pub mod import;
pub mod model;
pub mod protocol;
pub mod store;
pub mod table;
pub mod workspace;
