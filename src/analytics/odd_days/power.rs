//! How far off a day must be to be found.

use super::THRESHOLD;
use crate::analytics::stats::normal;
use serde::{Deserialize, Serialize};

/// A drop and a rise that are equally odd.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The part that is gone: 0.25 for a quarter less. Below 1.
    pub drop: f64,
    /// The part that is added: 0.33 for a third more.
    pub rise: f64,
}

impl Change {
    fn of(ln: f64) -> Change {
        Change {
            drop: -(-ln).exp_m1(),
            rise: ln.exp_m1(),
        }
    }
}

/// What the method finds in a series of this noise: the change of its newest day that is found half of the time and four times
/// out of five. Smaller ones pass unseen more often than not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Power {
    /// Found with a probability of 50 %.
    pub half: Change,
    /// Found with a probability of 80 %.
    pub four_of_five: Change,
}

impl Power {
    /// For a usual deviation in ln, learned from so many days.
    ///
    /// If the expectation of a day were known for certain, a change of d usual deviations would be found with the probability
    /// Φ(d − 3.5): half of the time at 3.5, four times out of five at 3.5 + 0.84. It is not: the newest day pulls level and week
    /// towards itself, and the rests of few days are smaller than the noise. Both fade with the number of days n and are
    /// accounted for as (3.5 + 40/n) + z·(1.1 + 60/n), which was fitted to simulated series of 60 to 365 days; tests hold it
    /// to them.
    pub(super) fn of(scale: f64, days: usize) -> Power {
        let days = days.max(1) as f64;
        let found = |probability| {
            let half = THRESHOLD + 40.0 / days;
            let more = normal::quantile(probability) * (1.1 + 60.0 / days);
            Change::of(scale * (half + more))
        };
        Power {
            half: found(0.5),
            four_of_five: found(0.8),
        }
    }
}
