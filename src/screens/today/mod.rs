//! The morning in words and numbers.

pub mod actions;
pub mod block;
pub mod definition;
pub mod hot;
pub mod summary;
pub mod tiles;
pub mod truth;
pub mod why;
