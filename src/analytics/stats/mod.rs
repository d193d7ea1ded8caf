//! Distributions and their quantiles: numbers in, numbers out. What they are used for stands elsewhere.

pub mod fisher;
pub mod gamma;
pub mod normal;
mod wilson;

use crate::analytics::selfcheck::Check;
pub use wilson::wilson;

/// The golden checks of this room.
pub fn checks() -> Vec<Check> {
    [
        normal::checks(),
        gamma::checks(),
        fisher::checks(),
        wilson::checks(),
    ]
    .concat()
}
