//! What an item that sells now and then sells a day: Croston 1972, with the correction of Syntetos and Boylan 2005 (SBA), and
//! Teunter, Syntetos, Babai 2011 (TSB).
//!
//! Croston smooths the sizes of the days on which something was sold and the days from one to the next apart, and divides; it is
//! some alpha ÷ 2 too high, which SBA takes off. Neither learns anything from days on which nothing is sold: of an item that has
//! stopped selling they go on forecasting. TSB smooths the probability of a sale on every day instead and fades.
//!
//! A missing day is none: it is passed over. The smoothing starts from the first size and the first interval, counted from
//! the first day; TSB's probability starts from the first day.

use crate::analytics::selfcheck::Check;

/// The usual weight of the newest size and interval.
pub const ALPHA: f64 = 0.1;

/// Units a day by Croston's method. `None` where nothing was ever sold.
///
/// ```
/// # use dianzhang::analytics::forecast::intermittent::{ALPHA, croston};
/// let sold = [0, 0, 3, 0, 0, 0, 5].map(|units| Some(f64::from(units)));
/// assert!((croston(&sold, ALPHA).unwrap() - 3.2 / 3.1).abs() < 1e-12);
/// ```
pub fn croston(sold: &[Option<f64>], alpha: f64) -> Option<f64> {
    let (mut size, mut interval, mut since) = (None, None, 0.0);
    for units in sold.iter().flatten() {
        since += 1.0;
        if *units > 0.0 {
            size = Some(smooth(size, *units, alpha));
            interval = Some(smooth(interval, since, alpha));
            since = 0.0;
        }
    }
    Some(size? / interval?)
}

/// Units a day by Croston's method with the correction of Syntetos and Boylan.
pub fn sba(sold: &[Option<f64>], alpha: f64) -> Option<f64> {
    Some((1.0 - alpha / 2.0) * croston(sold, alpha)?)
}

/// Units a day by TSB: a weight for the sizes, another for the probability. `None` where nothing was ever sold.
pub fn tsb(sold: &[Option<f64>], of_size: f64, of_probability: f64) -> Option<f64> {
    let (mut size, mut probability) = (None, None);
    for units in sold.iter().flatten() {
        let is_sale = *units > 0.0;
        if is_sale {
            size = Some(smooth(size, *units, of_size));
        }
        let now = if is_sale { 1.0 } else { 0.0 };
        probability = Some(smooth(probability, now, of_probability));
    }
    Some(size? * probability?)
}

/// The first value as it is, later ones with a weight.
fn smooth(before: Option<f64>, value: f64, weight: f64) -> f64 {
    before.map_or(value, |before| before + weight * (value - before))
}

/// Golden checks.
pub fn checks() -> Vec<Check> {
    let sold = [0, 0, 3, 0, 0, 0, 5, 0, 0, 2, 0, 4, 0, 0, 0, 1].map(|units| Some(f64::from(units)));
    let fading =
        [2, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].map(|units| Some(f64::from(units)));
    let check = |subject, expected, found: Option<f64>| Check {
        subject,
        reference: "statsforecast 2.1.1",
        expected,
        found: found.unwrap_or(f64::NAN),
        tolerance: 5e-9,
    };
    vec![
        check(
            ("零星需求 Croston", "Slow mover, Croston"),
            0.958_448_21,
            croston(&sold, ALPHA),
        ),
        check(
            ("零星需求 SBA", "Slow mover, SBA"),
            0.910_525_80,
            sba(&sold, ALPHA),
        ),
        check(
            ("零星需求 TSB", "Slow mover, TSB"),
            1.055_821_39,
            tsb(&sold, 0.2, 0.2),
        ),
        check(
            ("停销商品 Croston", "Stopped item, Croston"),
            1.570_312_5,
            croston(&fading, ALPHA),
        ),
        check(
            ("停销商品 TSB", "Stopped item, TSB"),
            0.017_111_85,
            tsb(&fading, 0.1, 0.3),
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
    fn what_never_sold_has_no_rate_and_a_missing_day_is_passed_over() {
        assert_eq!(croston(&[], ALPHA), None);
        assert_eq!(tsb(&[Some(0.0), None], 0.2, 0.2), None);
        let (all, gap) = (
            [Some(0.0), Some(2.0), Some(0.0), Some(4.0)],
            [Some(0.0), None, Some(2.0), None, None, Some(0.0), Some(4.0)],
        );
        assert_eq!(sba(&all, 0.2), sba(&gap, 0.2));
        assert_eq!(tsb(&all, 0.2, 0.3), tsb(&gap, 0.2, 0.3));
    }
}
