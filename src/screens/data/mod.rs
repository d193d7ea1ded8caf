//! What the page 数据 says: the calendar of what is covered, how it stands with the backup, and what is known about each file that was read.

pub mod backup;
pub mod calendar;
pub mod mapping;
pub mod preview;
pub mod report;
