//! Plain types that every other room speaks in: days and their calendar, provinces, the states of an order.
//!
//! Nothing here reads a file, draws, or knows a browser.

pub mod calendar;
pub mod order;
pub mod place;
pub mod refund;
pub mod time;
