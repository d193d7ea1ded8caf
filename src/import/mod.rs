//! From the bytes of an exported file to typed columns, plus located issues for whatever could not be read.

pub mod cells;
pub mod columns;
pub mod encoding;
pub mod fingerprint;
mod footers;
pub mod grammar;
pub mod headers;
pub mod issues;
pub mod kinds;
mod layout;
pub mod period;
pub mod propose;
pub mod raw;
pub mod reader;
pub mod records;
mod regroup;
pub mod report;
mod shape;
pub mod sketch;
pub mod sniff;
pub mod template;
pub mod titles;
pub mod unpack;
pub mod width;
