//! What more than one page uses. A component takes plain data and callbacks; it knows no page.

pub mod answered;
pub mod button;
pub mod chart;
pub mod choice;
pub mod definition;
pub mod delta;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod file_report;
pub mod grid;
pub mod icon;
pub mod menu;
pub mod metric;
pub mod page_head;
pub mod sentence;
