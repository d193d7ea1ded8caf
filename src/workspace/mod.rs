//! One store: what has been imported into it, and the merged state that every question is asked of.
//!
//! `orders` is the state in memory, `session` runs the user's actions against a [`crate::store::Store`]. Neither knows a
//! browser: the whole life of a workspace is driven natively in tests.

pub mod orders;
