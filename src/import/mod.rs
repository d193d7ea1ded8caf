//! From the bytes of an exported file to typed columns, plus located issues for whatever could not be read.

pub mod issues;
pub mod kinds;
pub mod report;
