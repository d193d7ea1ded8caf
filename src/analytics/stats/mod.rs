//! Distributions and their quantiles: numbers in, numbers out. What they are used for stands elsewhere.

pub mod beta;
pub mod fisher;
pub mod gamma;
pub mod least_squares;
pub mod noise;
pub mod normal;
pub mod student;
mod wilson;

use crate::analytics::selfcheck::Check;
pub use wilson::wilson;

/// The golden checks of this room.
pub fn checks() -> Vec<Check> {
    [
        normal::checks(),
        gamma::checks(),
        fisher::checks(),
        student::checks(),
        wilson::checks(),
    ]
    .concat()
}
