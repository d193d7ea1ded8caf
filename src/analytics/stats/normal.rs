//! The standard normal distribution.

use crate::analytics::selfcheck::Check;
use std::f64::consts::PI;

/// The density at z.
pub fn pdf(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * PI).sqrt()
}

/// The probability of at most z, with twelve right digits far below, too (Hart 1968, as in West 2005, *Better approximations to
/// cumulative normal functions*).
pub fn cdf(z: f64) -> f64 {
    const NUM: [f64; 7] = [
        3.526_249_659_989_11e-2,
        0.700_383_064_443_688,
        6.373_962_203_531_65,
        33.912_866_078_383,
        112.079_291_497_871,
        221.213_596_169_931,
        220.206_867_912_376,
    ];
    const DEN: [f64; 8] = [
        8.838_834_764_831_84e-2,
        1.755_667_163_182_64,
        16.064_177_579_207,
        86.780_732_202_946_1,
        296.564_248_779_674,
        637.333_633_378_831,
        793.826_512_519_948,
        440.413_735_824_752,
    ];
    let x = z.abs();
    let density = (-0.5 * x * x).exp();
    let above = if x > 37.0 {
        0.0
    } else if x < 7.071_067_811_865_47 {
        density * polynomial(&NUM, x) / polynomial(&DEN, x)
    } else {
        // Laplace's continued fraction; the published method stops after four steps.
        let fraction = (1..=40).rev().fold(x, |below, n| x + f64::from(n) / below);
        density / fraction / (2.0 * PI).sqrt()
    };
    if z > 0.0 { 1.0 - above } else { above }
}

/// The z that is not exceeded with this probability, to fifteen digits (Wichura 1988, algorithm AS 241, PPND16). Endless at 0
/// and 1, no number outside.
pub fn quantile(probability: f64) -> f64 {
    const MIDDLE_NUM: [f64; 8] = [
        2.509_080_928_730_122_6e3,
        3.343_057_558_358_813e4,
        6.726_577_092_700_87e4,
        4.592_195_393_154_987e4,
        1.373_169_376_550_946e4,
        1.971_590_950_306_551_3e3,
        1.331_416_678_917_843_8e2,
        3.387_132_872_796_366_5,
    ];
    const MIDDLE_DEN: [f64; 8] = [
        5.226_495_278_852_854e3,
        2.872_908_573_572_194_3e4,
        3.930_789_580_009_271e4,
        2.121_379_430_158_659_7e4,
        5.394_196_021_424_751e3,
        6.871_870_074_920_579e2,
        4.231_333_070_160_091e1,
        1.0,
    ];
    const NEAR_NUM: [f64; 8] = [
        7.745_450_142_783_414e-4,
        2.272_384_498_926_918_4e-2,
        2.417_807_251_774_506e-1,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ];
    const NEAR_DEN: [f64; 8] = [
        1.050_750_071_644_416_9e-9,
        5.475_938_084_995_345e-4,
        1.519_866_656_361_645_7e-2,
        1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ];
    const FAR_NUM: [f64; 8] = [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        1.242_660_947_388_078_4e-3,
        2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ];
    const FAR_DEN: [f64; 8] = [
        2.044_263_103_389_939_8e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2,
        1.369_298_809_227_358e-1,
        5.998_322_065_558_88e-1,
        1.0,
    ];
    let from_middle = probability - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        return from_middle * polynomial(&MIDDLE_NUM, r) / polynomial(&MIDDLE_DEN, r);
    }
    let tail = probability.min(1.0 - probability);
    if tail <= 0.0 {
        return match tail {
            0.0 => f64::INFINITY.copysign(from_middle),
            _ => f64::NAN,
        };
    }
    let r = (-tail.ln()).sqrt();
    let z = if r <= 5.0 {
        polynomial(&NEAR_NUM, r - 1.6) / polynomial(&NEAR_DEN, r - 1.6)
    } else {
        polynomial(&FAR_NUM, r - 5.0) / polynomial(&FAR_DEN, r - 5.0)
    };
    z.copysign(from_middle)
}

/// A polynomial, the coefficient of the highest power first.
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let check = |subject, expected: f64, found| Check {
        subject,
        reference: "scipy 1.17.1",
        expected,
        found,
        tolerance: 1e-14,
    };
    vec![
        check(
            ("正态密度 1.5", "Normal density at 1.5"),
            0.129_517_595_665_891_74,
            pdf(1.5),
        ),
        check(
            ("正态概率 −3", "Normal probability of −3"),
            0.001_349_898_031_630_093_3,
            cdf(-3.0),
        ),
        check(
            ("正态概率 1.96", "Normal probability of 1.96"),
            0.975_002_104_851_779_5,
            cdf(1.96),
        ),
        check(
            ("正态分位 2.5 %", "Normal quantile of 2.5 %"),
            -1.959_963_984_540_054_5,
            quantile(0.025),
        ),
        check(
            ("正态分位 95 %", "Normal quantile of 95 %"),
            1.644_853_626_951_472_2,
            quantile(0.95),
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

    /// z and its probability: scipy 1.17.1, `norm.cdf`.
    #[test]
    fn probabilities_keep_their_digits_in_the_tails() {
        for (z, expected) in [
            (-8.5, 9.479_534_822_203_25e-18),
            (-1.0, 0.158_655_253_931_457_07),
            (0.5, 0.691_462_461_274_013_1),
            (5.0, 0.999_999_713_348_428_1),
            (7.5, 0.999_999_999_999_968_1),
        ] {
            let relative = (cdf(z) - expected).abs() / expected;
            assert!(relative < 1e-12, "{z}: {}", cdf(z));
        }
        assert_eq!((cdf(-40.0), cdf(40.0)), (0.0, 1.0));
    }

    /// A probability and its z: scipy 1.17.1, `norm.ppf`.
    #[test]
    fn quantiles_keep_their_digits_in_the_tails() {
        for (probability, expected) in [
            (1e-300, -37.047_096_299_361_2),
            (1e-12, -7.034_483_825_301_131),
            (0.001, -3.090_232_306_167_813),
            (0.3, -0.524_400_512_708_040_9),
            (0.8, 0.841_621_233_572_914_3),
            (0.999, 3.090_232_306_167_813),
        ] {
            let found = quantile(probability);
            assert!(
                (found - expected).abs() < 1e-13 * expected.abs(),
                "{probability}: {found}"
            );
        }
        assert_eq!(quantile(1.0), f64::INFINITY);
        assert_eq!(quantile(0.0), f64::NEG_INFINITY);
        assert!(quantile(1.1).is_nan());
    }
}
