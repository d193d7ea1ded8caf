//! Questions about the store and their answers: pure functions from columns to plain view models, one file per question.
//!
//! `metrics` is the dictionary that every screen links to. Nothing here formats a number or knows a language beyond the
//! dictionary's own two.

pub mod board;
pub mod breakdown;
mod cells;

pub mod compare;
pub mod coverage;
mod day_effects;
pub mod daybook;
pub mod decompose;
pub mod forecast;
pub mod funnel;
pub mod inventory;
pub mod items;
pub mod metrics;
pub mod morning;
pub mod odd_days;
pub mod period;
pub mod products;
pub mod reconcile;
pub mod rows;
pub mod sales;
pub mod selfcheck;
pub mod shop_days;
pub mod stats;
pub mod stock;
pub mod stretch;
pub mod tally;
pub mod targets;
pub mod traffic;
pub mod uplift;
