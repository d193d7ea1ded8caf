//! Outliers of values without an order in time: the generalised extreme studentised deviate test (Rosner 1983).

use crate::analytics::selfcheck::Check;
use crate::analytics::stats::student;
use serde::{Deserialize, Serialize};

/// A step of the test: the value that lies farthest from the mean of those left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Place of the value among all.
    pub at: usize,
    /// Its distance from the mean, in standard deviations of those left (n − 1).
    pub distance: f64,
    /// The distance above which it is an outlier, and with it all of the steps before.
    pub critical: f64,
}

/// The steps of the test, at most `most` of them, with the probability `alpha` of finding any where there is none. It takes some
/// 25 values to hold that (Rosner). Ends early where fewer than three values or no scatter are left; what is no number is
/// left out.
pub fn steps(values: &[f64], most: usize, alpha: f64) -> Vec<Step> {
    let mut left: Vec<(usize, f64)> = values
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, value)| value.is_finite())
        .collect();
    let mut steps = Vec::new();
    while steps.len() < most && left.len() >= 3 {
        let n = left.len() as f64;
        let mean = left.iter().map(|(_, value)| value).sum::<f64>() / n;
        let squares: f64 = left.iter().map(|(_, value)| (value - mean).powi(2)).sum();
        let sigma = (squares / (n - 1.0)).sqrt();
        let off = |place: &(usize, &(usize, f64))| (place.1.1 - mean).abs();
        // Of equals the first.
        let farthest = left
            .iter()
            .enumerate()
            .rev()
            .max_by(|a, b| off(a).total_cmp(&off(b)));
        let Some(distance) = farthest.as_ref().map(off).filter(|_| sigma > 0.0) else {
            break;
        };
        let Some(place) = farthest.map(|(place, _)| place) else {
            break;
        };
        let (at, _) = left.remove(place);
        let t = student::quantile(1.0 - alpha / (2.0 * n), n - 2.0);
        steps.push(Step {
            at,
            distance: distance / sigma,
            critical: (n - 1.0) * t / ((n - 2.0 + t * t) * n).sqrt(),
        });
    }
    steps
}

/// How many outliers the steps come to: all up to the last that passes. Earlier ones need not pass, two that lie beside each
/// other hide one another.
pub fn outliers(steps: &[Step]) -> usize {
    steps
        .iter()
        .rposition(|step| step.distance > step.critical)
        .map_or(0, |last| last + 1)
}

/// The 54 values of Rosner 1983, as the NIST/SEMATECH handbook has them (1.3.5.17.3).
const ROSNER: [f64; 54] = [
    -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58,
    1.65, 1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23,
    2.24, 2.26, 2.35, 2.37, 2.40, 2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30,
    3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01,
];

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let steps = steps(&ROSNER, 10, 0.05);
    let check = |subject, expected, found: Option<f64>, tolerance| Check {
        subject,
        reference: "Rosner 1983, NIST/SEMATECH",
        expected,
        found: found.unwrap_or(f64::NAN),
        tolerance,
    };
    let distance = |at: usize| steps.get(at).map(|step| step.distance);
    let critical = |at: usize| steps.get(at).map(|step| step.critical);
    vec![
        check(("离群检验 R₁", "Outlier test R₁"), 3.119, distance(0), 6e-4),
        check(("离群检验 R₂", "Outlier test R₂"), 2.943, distance(1), 6e-4),
        check(("离群检验 R₃", "Outlier test R₃"), 3.179, distance(2), 6e-4),
        check(("离群检验 R₄", "Outlier test R₄"), 2.810, distance(3), 6e-4),
        check(("离群检验 λ₁", "Outlier test λ₁"), 3.159, critical(0), 6e-4),
        check(("离群检验 λ₃", "Outlier test λ₃"), 3.144, critical(2), 6e-4),
        check(("离群检验 λ₄", "Outlier test λ₄"), 3.136, critical(3), 6e-4),
        check(
            ("离群值个数", "Number of outliers"),
            3.0,
            Some(outliers(&steps) as f64),
            0.0,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_values_are_reproduced() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn the_third_passes_although_the_first_two_fail() {
        let steps = steps(&ROSNER, 10, 0.05);
        let passes: Vec<bool> = steps.iter().map(|s| s.distance > s.critical).collect();
        assert_eq!(passes.get(..4), Some(&[false, false, true, false][..]));
        let places: Vec<usize> = steps.iter().take(3).map(|step| step.at).collect();
        assert_eq!(places, [53, 52, 51]);
    }

    #[test]
    fn values_that_are_all_the_same_have_no_outlier() {
        assert_eq!(steps(&[4.0; 30], 5, 0.05), []);
        assert_eq!(steps(&[1.0, 2.0], 5, 0.05), []);
        let mut values = vec![4.0; 30];
        values.push(f64::NAN);
        values.push(9.0);
        let steps = steps(&values, 5, 0.05);
        assert_eq!((steps.len(), outliers(&steps)), (1, 1));
        assert_eq!(steps.first().map(|step| step.at), Some(31));
    }
}
