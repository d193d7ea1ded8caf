//! Student's t distribution.

use super::beta::incomplete_beta;
use super::normal;
use crate::analytics::selfcheck::Check;

/// The probability of at most t with `df` degrees of freedom, above 0 and not necessarily whole.
pub fn cdf(t: f64, df: f64) -> f64 {
    let tail = 0.5 * incomplete_beta(df / 2.0, 0.5, df / (df + t * t));
    if t > 0.0 { 1.0 - tail } else { tail }
}

/// The t that is not exceeded with this probability. Endless at 0 and 1, no number outside.
///
/// Halving an interval that starts at the normal quantile, which lies nearer to 0.
pub fn quantile(probability: f64, df: f64) -> f64 {
    let tail = probability.min(1.0 - probability);
    if tail.is_nan() || tail <= 0.0 {
        return normal::quantile(probability);
    }
    let mut near = -normal::quantile(tail);
    let mut far = near.max(1.0);
    while cdf(-far, df) > tail {
        near = far;
        far *= 2.0;
    }
    for _ in 0..200 {
        let middle = 0.5 * (near + far);
        if middle <= near || middle >= far {
            break;
        }
        if cdf(-middle, df) > tail {
            near = middle;
        } else {
            far = middle;
        }
    }
    far.copysign(probability - 0.5)
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let check = |subject, expected: f64, found| Check {
        subject,
        reference: "scipy 1.17.1",
        expected,
        found,
        tolerance: 1e-11,
    };
    vec![
        check(
            ("t 概率 −2，自由度 5", "t probability of −2, 5 degrees"),
            0.050_969_739_414_929_174,
            cdf(-2.0, 5.0),
        ),
        check(
            ("t 分位 97.5 %，自由度 5", "t quantile of 97.5 %, 5 degrees"),
            2.570_581_835_636_314_6,
            quantile(0.975, 5.0),
        ),
        check(
            (
                "t 分位 99.95 %，自由度 52",
                "t quantile of 99.95 %, 52 degrees",
            ),
            3.487_690_734_657_226_3,
            quantile(0.9995, 52.0),
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

    /// t, degrees, probability: scipy 1.17.1, `t.cdf`.
    #[test]
    fn probabilities_keep_their_digits() {
        for (t, df, expected) in [
            (1.5, 1.0, 0.812_832_958_189_001_1),
            (3.0, 52.0, 0.997_931_179_018_555_7),
            (0.1, 700.0, 0.539_813_521_210_460_7),
            (-40.0, 3.0, 1.719_034_039_457_925_3e-05),
            (-6.0, 30.0, 6.971_384_383_602_382e-07),
        ] {
            let relative = (cdf(t, df) - expected).abs() / expected;
            assert!(relative < 1e-11, "{t} {df}: {}", cdf(t, df));
        }
    }

    /// Probability, degrees, t: scipy 1.17.1, `t.ppf`.
    #[test]
    fn quantiles_keep_their_digits() {
        for (probability, df, expected) in [
            (0.95, 2.0, 2.919_985_580_353_724_2),
            (0.9, 1.0, 3.077_683_537_175_254_4),
            (0.3, 2.5, -0.597_307_738_252_318),
            (0.001, 700.0, -3.101_915_642_058_212_4),
            (1.0e-10, 4.0, -416.175_140_329_604_1),
            (0.95, 3.7, 2.182_493_803_914_600_7),
        ] {
            let found = quantile(probability, df);
            assert!(
                (found - expected).abs() < 1e-9 * expected.abs(),
                "{probability} {df}: {found}"
            );
        }
        assert!(quantile(0.5, 3.0).abs() < 1e-12);
        assert_eq!(quantile(1.0, 3.0), f64::INFINITY);
        assert!(quantile(1.5, 3.0).is_nan());
    }
}
