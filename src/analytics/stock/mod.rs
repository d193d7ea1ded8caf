//! What is there, how fast it goes, what to order: pure questions about the stock of items, one file each.
//!
//! Nothing here reads orders or files. Units are whole pieces, money is 分, days are civil days; what an item sells from here
//! on is forecast elsewhere and passed in. Nothing is drawn, and nothing is put in words.

pub mod ageing;
pub mod balance;
pub mod classes;
pub mod demand;
pub mod desk;
pub mod expected;
pub mod incoming;
pub mod item_days;
pub mod lead_time;
pub mod ledger;
pub mod lost;
pub mod mismatch;
pub mod newsvendor;
pub mod order_plan;
pub mod policy;
pub mod rates;
pub mod sheet;
pub mod spread;

use crate::analytics::selfcheck::Check;

/// The golden checks of this room.
pub fn checks() -> Vec<Check> {
    let parts = [
        policy::checks(),
        order_plan::checks(),
        newsvendor::checks(),
        spread::checks(),
        demand::checks(),
    ];
    parts.concat()
}
