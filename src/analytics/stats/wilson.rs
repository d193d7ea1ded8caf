//! Wilson's interval of a share: where the true share lies, given so many cases.

use super::normal::quantile;
use crate::analytics::selfcheck::Check;

/// From where to where the share lies of which `part` of `whole` were counted, at a level such as 0.95 (Wilson 1927). `None`
/// without a case; a share above 1 counts as 1.
///
/// ```
/// # use dianzhang::analytics::stats::wilson;
/// let (low, high) = wilson(17, 20, 0.95).unwrap();
/// assert_eq!((format!("{low:.3}"), format!("{high:.3}")), ("0.640".into(), "0.948".into()));
/// ```
pub fn wilson(part: i64, whole: i64, level: f64) -> Option<(f64, f64)> {
    if whole <= 0 || part < 0 {
        return None;
    }
    let n = whole as f64;
    let share = (part as f64 / n).min(1.0);
    let z = quantile(0.5 + level / 2.0);
    let centre = share + z * z / (2.0 * n);
    let spread = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let over = 1.0 + z * z / n;
    Some(((centre - spread) / over, (centre + spread) / over))
}

/// The golden values of this method.
pub fn checks() -> Vec<Check> {
    let (low, high) = wilson(17, 20, 0.95).unwrap_or((f64::NAN, f64::NAN));
    let check = |subject, expected, found| Check {
        subject,
        reference: "statsmodels 0.15.0 proportion_confint",
        expected,
        found,
        tolerance: 1e-9,
    };
    vec![
        check(
            (
                "比率区间：下限（20 中 17）",
                "Interval of a rate: lower end (17 of 20)",
            ),
            LOW,
            low,
        ),
        check(
            (
                "比率区间：上限（20 中 17）",
                "Interval of a rate: upper end (17 of 20)",
            ),
            HIGH,
            high,
        ),
    ]
}

const LOW: f64 = 0.639_581_135_259_243;
const HIGH: f64 = 0.947_631_254_103_783_3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_values_come_out() {
        for check in checks() {
            assert!(check.passes(), "{check:?}");
        }
    }

    #[test]
    fn without_a_case_there_is_no_interval() {
        assert_eq!(wilson(0, 0, 0.95), None);
        let (low, _) = wilson(0, 10, 0.95).unwrap_or_default();
        assert!(low.abs() < 1e-15);
    }
}
