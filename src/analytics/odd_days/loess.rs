//! Loess on evenly spaced points: at each point a straight line through its neighbours, the nearer the heavier (Cleveland 1979).

/// Points with what each counts for, and how many neighbours a line goes through.
pub struct Loess<'a> {
    /// The values, one a step apart.
    pub values: &'a [f64],
    /// What each value counts for, 0 or more; as many as `values`.
    pub weights: &'a [f64],
    /// Neighbours of a line, odd. With more than there are values all of them count, and farther ones count for more.
    pub window: usize,
}

impl Loess<'_> {
    /// The smoothed values. Where every neighbour weighs nothing, the value itself.
    pub fn smooth(&self, into: &mut Vec<f64>) {
        let (len, half) = (self.values.len(), self.window / 2);
        let near = self.window.min(len);
        into.clear();
        for (at, value) in self.values.iter().enumerate() {
            let first = at.saturating_sub(half).min(len - near);
            into.push(self.line_at(at as f64, first, near).unwrap_or(*value));
        }
    }

    /// The line of the first values, one step before them.
    pub fn before(&self) -> Option<f64> {
        self.line_at(-1.0, 0, self.window.min(self.values.len()))
    }

    /// The line of the last values, one step behind them.
    pub fn behind(&self) -> Option<f64> {
        let len = self.values.len();
        let near = self.window.min(len);
        self.line_at(len as f64, len - near, near)
    }

    /// The line through `near` values from `first` on, at a place that is counted from the first value of all. Weights fall
    /// with the cube of the distance; `None` when they come to nothing.
    fn line_at(&self, at: f64, first: usize, near: usize) -> Option<f64> {
        let (len, last) = (self.values.len(), (first + near).saturating_sub(1));
        let mut reach = (at - first as f64).max(last as f64 - at);
        if self.window > len {
            reach += ((self.window - len) / 2) as f64;
        }
        // Sums over the weights w, the distances d and the values y.
        let (mut w0, mut wd, mut wdd, mut wy, mut wdy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        let window = first..first + near;
        let (values, weights) = (self.values.get(window.clone())?, self.weights.get(window)?);
        for (step, (value, weight)) in values.iter().zip(weights).enumerate() {
            let distance = (first + step) as f64 - at;
            let w = weight * tricube(distance.abs(), reach);
            w0 += w;
            wd += w * distance;
            wdd += w * distance * distance;
            wy += w * value;
            wdy += w * distance * value;
        }
        if w0 <= 0.0 {
            return None;
        }
        let (centre, mean) = (wd / w0, wy / w0);
        let spread = wdd / w0 - centre * centre;
        // On a single spot there is no slope.
        if spread.max(0.0).sqrt() <= 0.001 * (len as f64 - 1.0) {
            return Some(mean);
        }
        let slope = (wdy / w0 - centre * mean) / spread;
        Some(mean - centre * slope)
    }
}

/// Cleveland's weight: 1 at the point, 0 at the end of its reach. What is all but there counts as there.
fn tricube(distance: f64, reach: f64) -> f64 {
    if distance > 0.999 * reach {
        return 0.0;
    }
    if distance <= 0.001 * reach {
        return 1.0;
    }
    let share = distance / reach;
    let rest = 1.0 - share * share * share;
    rest * rest * rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_a_line_to_its_very_ends() {
        let values: Vec<f64> = (0..40).map(|i| 3.0 + 0.5 * f64::from(i)).collect();
        let weights: Vec<f64> = (0..40).map(|i| f64::from(i % 3 + 1)).collect();
        let mut smooth = Vec::new();
        for window in [5, 29, 61] {
            let loess = Loess {
                values: &values,
                weights: &weights,
                window,
            };
            loess.smooth(&mut smooth);
            for (found, value) in smooth.iter().zip(&values) {
                assert!((found - value).abs() < 1e-9, "{window}: {found} {value}");
            }
            assert!((loess.before().unwrap_or(0.0) - 2.5).abs() < 1e-9);
            assert!((loess.behind().unwrap_or(0.0) - 23.0).abs() < 1e-9);
        }
    }

    #[test]
    fn what_weighs_nothing_says_nothing() {
        let mut values = vec![2.0; 30];
        let mut weights = vec![1.0; 30];
        (values[12], weights[12]) = (500.0, 0.0);
        let mut smooth = Vec::new();
        let loess = Loess {
            values: &values,
            weights: &weights,
            window: 7,
        };
        loess.smooth(&mut smooth);
        assert!(smooth.iter().all(|found| (found - 2.0).abs() < 1e-12));
        let nothing = Loess {
            values: &values,
            weights: &[0.0; 30],
            window: 7,
        };
        nothing.smooth(&mut smooth);
        assert_eq!((smooth.clone(), nothing.before()), (values.clone(), None));
    }
}
