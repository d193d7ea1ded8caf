//! Which items make the money, which sell evenly, which turn visitors into buyers, which are new, which are bought together.
//!
//! `abc`, `baskets` and `rules` are pure methods over plain numbers; `view` puts the answers together for the page 商品, from
//! the items of a period ([`items`](crate::analytics::items)) and from what stands in the orders (`bought`, `titles`). Nothing
//! here is put in words.

pub mod abc;
pub mod aside;
pub mod baskets;
mod bought;
pub mod conversion;
pub mod decide;
pub mod desk;
pub mod fees;
mod known;
pub mod newcomers;
pub mod one;
pub mod pace;
pub mod price;
pub mod ranking;
pub mod reference;
pub mod rules;
pub mod shelf;
pub mod title_check;
mod titles;
pub mod together;
mod view;

pub use view::{MOST, Products, Standing, kinds, products};

use crate::analytics::selfcheck::Check;

/// The golden checks of this room.
pub fn checks() -> Vec<Check> {
    [abc::checks(), baskets::checks(), rules::checks()].concat()
}
