//! What the page 数据 says: the calendar of what is covered, and what is known about each file that was read.

pub mod calendar;
pub mod report;
