//! Targets beside money: what a month came to against what was aimed at. More is better for all of them.

use super::findings::Finding;
use super::progress::Ratio;
use super::typed::{Others, WHOLE_PPM};
use crate::analytics::metrics::Value;
use crate::model::time::Day;
use serde::{Deserialize, Serialize};

/// What a month came to, as far as it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// The last day that is in it.
    pub through: Day,
    /// The last day that is in visitors and conversion, whose file may end earlier.
    pub visitors_through: Day,
    /// Visitors, added up over the days.
    pub visitors: Value,
    /// Paying buyers of each day ÷ visitors.
    pub conversion: Value,
    /// Amount paid before refunds per buyer.
    pub spend_per_buyer: Value,
    /// Ratings that say satisfied or very satisfied ÷ all ratings.
    pub satisfied: Value,
    /// 全店投产比: amount paid before refunds ÷ spent on advertising. What else an offer costs is in no export.
    pub roi: Value,
}

/// Attainment of each target beside money; none where it was not typed, is 0, or is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherAttainments {
    /// 访客数
    pub visitors: Option<Ratio>,
    /// 支付转化率
    pub conversion: Option<Ratio>,
    /// 客单价
    pub spend_per_buyer: Option<Ratio>,
    /// 客户满意率
    pub satisfied: Option<Ratio>,
    /// 投产比
    pub roi: Option<Ratio>,
}

/// What a month came to against its targets beside money.
pub fn attain(targets: &Others, reached: &Reached) -> OtherAttainments {
    let against = |reached: &Value, target: Option<u32>, unit: i64| {
        let (num, den) = match *reached {
            Value::Fen(num) | Value::Count(num) => (num, 1),
            Value::Rate { num, den } => (num, den),
            Value::FenPer { fen, per } => (fen, per),
            Value::SecsPer { .. } | Value::Absent(_) => return None,
        };
        let target = i64::from(target?);
        Ratio::new(num.checked_mul(unit)?, den.checked_mul(target)?)
    };
    OtherAttainments {
        visitors: against(&reached.visitors, targets.visitors, 1),
        conversion: against(&reached.conversion, targets.conversion_ppm, WHOLE_PPM),
        spend_per_buyer: against(&reached.spend_per_buyer, targets.spend_per_buyer_fen, 1),
        satisfied: against(&reached.satisfied, targets.satisfied_ppm, WHOLE_PPM),
        roi: against(&reached.roi, targets.roi_milli, 1_000),
    }
}

/// Visitors × conversion × spend per buyer is an amount: where all three are aimed at and come to more than a hundredth beside
/// the month's target, both cannot be meant.
pub(super) fn against_product(month: usize, target_fen: i64, targets: &Others) -> Option<Finding> {
    let (visitors, conversion, spend) = (
        i128::from(targets.visitors?),
        i128::from(targets.conversion_ppm?),
        i128::from(targets.spend_per_buyer_fen?),
    );
    let product = visitors * conversion * spend / i128::from(WHOLE_PPM);
    let product_fen = i64::try_from(product).ok()?;
    let is_off = (product - i128::from(target_fen)).abs() * 100 > i128::from(target_fen);
    is_off.then_some(Finding::ProductDiffers {
        month,
        target_fen,
        product_fen,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::metrics::Absent;

    #[test]
    fn each_target_is_held_against_its_own_quotient() {
        let targets = Others {
            visitors: Some(10_000),
            conversion_ppm: Some(30_000),
            spend_per_buyer_fen: Some(20_000),
            satisfied_ppm: Some(950_000),
            roi_milli: Some(3_000),
        };
        let reached = Reached {
            through: Day(9_000),
            visitors_through: Day(9_000),
            visitors: Value::Count(9_000),
            conversion: Value::Rate {
                num: 300,
                den: 9_000,
            },
            spend_per_buyer: Value::FenPer {
                fen: 5_400_000,
                per: 300,
            },
            satisfied: Value::Absent(Absent::NoDenominator),
            roi: Value::Rate {
                num: 5_400_000,
                den: 2_000_000,
            },
        };
        let attained = attain(&targets, &reached);
        let lines = |ratio: Option<Ratio>| ratio.map(|r| (r.num * 1_000 / r.den, r.reaches_line()));
        assert_eq!(lines(attained.visitors), Some((900, true)));
        assert_eq!(lines(attained.conversion), Some((1_111, true)));
        assert_eq!(lines(attained.spend_per_buyer), Some((900, true)));
        assert_eq!(attained.satisfied, None);
        assert_eq!(lines(attained.roi), Some((900, true)));
    }

    #[test]
    fn three_targets_that_multiply_to_something_else_are_told() {
        let targets = Others {
            visitors: Some(12_000),
            conversion_ppm: Some(28_000),
            spend_per_buyer_fen: Some(17_500),
            ..Others::default()
        };
        // 12 000 × 2.8 % × ¥175 = ¥58 800.
        assert_eq!(against_product(0, 5_880_000, &targets), None);
        assert_eq!(
            against_product(3, 6_000_000, &targets),
            Some(Finding::ProductDiffers {
                month: 3,
                target_fen: 6_000_000,
                product_fen: 5_880_000
            })
        );
        let without = Others {
            visitors: None,
            ..targets
        };
        assert_eq!(against_product(0, 6_000_000, &without), None);
    }
}
