//! The pages, a folder each. A page reads the route and the overview, asks the worker, and calls tasks.

pub mod data;
pub mod plan;
pub mod sales;
pub mod settings;
pub mod today;
