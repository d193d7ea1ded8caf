//! What 聚水潭 (an ERP) exports.

pub mod after_sales;
pub mod items;
pub mod orders;
pub mod stock;
