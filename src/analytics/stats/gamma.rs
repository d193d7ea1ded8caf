//! The logarithm of the gamma function.

use crate::analytics::selfcheck::Check;
use std::f64::consts::PI;

/// ln Γ(x) for x above 0, so that ln n! is `ln_gamma(n + 1)`; to some fourteen digits (Lanczos 1964 with g = 7 and nine terms,
/// the coefficients of Godfrey 2001).
///
/// ```
/// use dianzhang::analytics::stats::gamma::ln_gamma;
/// assert!((ln_gamma(6.0) - 120.0f64.ln()).abs() < 1e-13);
/// ```
pub fn ln_gamma(x: f64) -> f64 {
    const FIRST: f64 = 0.999_999_999_999_809_9;
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        // Reflection: the sum is good from 0.5 on.
        return (PI / (PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let mut at = x;
    let mut sum = FIRST;
    for term in TERMS {
        sum += term / at;
        at += 1.0;
    }
    let shifted = x + 6.5;
    (2.0 * PI).sqrt().ln() + (x - 0.5) * shifted.ln() - shifted + sum.ln()
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let check = |subject, x, expected: f64| Check {
        subject,
        reference: "scipy 1.17.1",
        expected,
        found: ln_gamma(x),
        tolerance: 1e-13 * expected.abs().max(1.0),
    };
    vec![
        check(("ln Γ(0.1)", "ln Γ(0.1)"), 0.1, 2.252_712_651_734_206),
        check(("ln Γ(3.5)", "ln Γ(3.5)"), 3.5, 1.200_973_602_347_074_3),
        check(
            ("ln Γ(100000)", "ln Γ(100000)"),
            1e5,
            1_051_287.708_973_656_9,
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
    fn factorials_add_up() {
        let mut sum = 0.0;
        for n in 1..200 {
            sum += f64::from(n).ln();
            let found = ln_gamma(f64::from(n) + 1.0);
            assert!((found - sum).abs() < 1e-12 * sum.max(1.0), "{n}");
        }
    }
}
