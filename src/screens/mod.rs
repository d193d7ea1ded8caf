//! What each page says, as plain data in the reader's language: which numbers, which words, which rows. The pages under
//! `app/` only place it; nothing here draws or knows a browser, and no number is computed here that `analytics` could not
//! be asked for.

pub mod data;
pub mod plan;
pub mod sales;
pub mod today;
