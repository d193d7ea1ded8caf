//! What 旺店通 (an ERP) exports.

pub mod shipments;
pub mod stock;
