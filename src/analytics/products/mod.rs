//! Which items make the money, which sell evenly, which are bought together: pure questions over plain numbers.
//!
//! Nothing here reads orders or files, and nothing is put in words.

pub mod abc;
pub mod baskets;
pub mod rules;

use crate::analytics::selfcheck::Check;

/// The golden checks of this room.
pub fn checks() -> Vec<Check> {
    [abc::checks(), baskets::checks(), rules::checks()].concat()
}
