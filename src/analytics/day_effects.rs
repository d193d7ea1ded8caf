//! What special days do to a series: ln of a day = level + weekday + what is special about it, by least squares.
//!
//! The level is a line with a bend every so many days, or one straight line; a special day has an effect of its own that is the
//! same whenever it comes again. All work as factors: an effect of ln 1.3 is 30 % more. Days without a value and days with
//! 0, which has no logarithm, are left out. The errors are those of independent days; a level that moves between the bends
//! makes them larger than it says.
//!
//! Which days are special and what follows from their effects is the caller's business.

use super::stats::least_squares::{Fit, LeastSquares};
use crate::model::time::Day;

/// A series and what is special about its days.
pub struct Days<'a> {
    /// The first day.
    pub first: Day,
    /// The values from then on.
    pub values: &'a [Option<f64>],
    /// The effects of the day in this place, each below `effects`; most days have none.
    pub special: &'a [Option<usize>],
    /// How many effects there are.
    pub effects: usize,
    /// Days from one bend of the level to the next; `None` for a straight line.
    pub bend_days: Option<usize>,
}

/// The effects of a series.
pub struct Effects {
    fit: Fit,
    before: usize,
}

/// Weekdays but the first.
const WEEKDAYS: usize = 6;

impl Days<'_> {
    /// Works out the effects.
    pub fn effects(&self) -> Effects {
        let whole = self.values.len().saturating_sub(1).max(1);
        // The last piece is as long as the others or longer, never a stump.
        let pieces = self
            .bend_days
            .map_or(1, |days| (whole / days.max(1)).max(1));
        let piece = whole as f64 / pieces as f64;
        let before = pieces + 1 + WEEKDAYS;
        let mut sums = LeastSquares::new(before + self.effects);
        let mut cells = Vec::with_capacity(4);
        for (at, value) in self.values.iter().enumerate() {
            let Some(value) = value.filter(|value| *value > 0.0) else {
                continue;
            };
            // The level lies on the line from one bend to the next.
            let place = at as f64 / piece;
            let bend = (place as usize).min(pieces - 1);
            let share = place - bend as f64;
            cells.clear();
            cells.push((bend, 1.0 - share));
            cells.push((bend + 1, share));
            let weekday = self.first.plus(at as i32).weekday().num_days_from_monday();
            if weekday > 0 {
                cells.push((pieces + weekday as usize, 1.0));
            }
            if let Some(effect) = self.special.get(at).copied().flatten() {
                cells.push((before + effect, 1.0));
            }
            sums.add(&cells, value.ln());
        }
        Effects {
            fit: sums.solve(),
            before,
        }
    }
}

impl Effects {
    /// The effect in ln with its standard error; `None` where the days cannot tell it from level and weekday.
    pub fn of(&self, effect: usize) -> Option<(f64, f64)> {
        self.of_sum(&[(effect, 1.0)])
    }

    /// The sum of several effects, each taken so many times, with its standard error.
    pub fn of_sum(&self, taken: &[(usize, f64)]) -> Option<(f64, f64)> {
        let columns: Vec<(usize, f64)> = taken
            .iter()
            .map(|(effect, times)| (self.before + effect, *times))
            .collect();
        let mut sum = 0.0;
        for (column, times) in &columns {
            sum += self.fit.coefficients.get(*column).copied().flatten()? * times;
        }
        Some((sum, self.fit.error(&columns)))
    }

    /// Degrees of freedom of the errors.
    pub fn degrees(&self) -> usize {
        self.fit.degrees
    }
}
