//! The browser, wrapped: the only place that names `web-sys`. Each file wraps one of its faculties and says it in the
//! app's own words. No view, no text, no rule of the product belongs here.

mod browser_file;
pub mod chart;
pub mod client;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod download;
pub mod files;
pub mod folder;
pub mod idb;
pub mod location;
mod lock;
pub mod prefs;
mod readers;
pub mod storage;
pub mod unpacker;
pub mod update;
pub mod worker;
