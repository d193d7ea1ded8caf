//! One store after another: what has been imported into it, and the merged state that every question is asked of.
//!
//! `reading` reads a file, `orders` and `records` are the data, `desk` what the operator keeps beside them, `removed` what was taken out, `state` everything that the worker knows, `session` runs the user's actions against a
//! [`crate::store::Store`]. None of them knows a browser: the whole life of a workspace is driven natively in tests.

pub mod desk;
pub mod orders;
pub mod reading;
pub mod records;
pub mod removed;
pub mod session;
pub mod source;
pub mod state;
