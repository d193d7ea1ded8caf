//! Distributions and their quantiles: numbers in, numbers out. What they are used for stands elsewhere.

pub mod gamma;
pub mod normal;

use crate::analytics::selfcheck::Check;

/// The golden checks of this room.
pub fn checks() -> Vec<Check> {
    [normal::checks(), gamma::checks()].concat()
}
