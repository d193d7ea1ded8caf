//! What the page 数据 says: what is there of each kind day by day and what to bring next, what was imported, of which
//! shop files are, how the stores stand side by side, how it stands with the backup, what is known about each file that was
//! read, and how the files agree.

pub mod backup;
pub mod log;
pub mod mapping;
pub mod missing;
pub mod preview;
pub mod reach;
pub mod reconcile;
pub mod report;
pub mod shops;
pub mod stores;
pub mod strip;
