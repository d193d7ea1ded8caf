//! What should be there by now: the day's target against the hours of the day.

use super::progress::Ratio;
use serde::{Deserialize, Serialize};

/// From this hour on the rule of the store asks for a part of the day's target.
pub const RULE_HOUR: u32 = 12;
/// The part that it asks for: one half.
const RULE_PART: (i64, i64) = (1, 2);

/// What was paid in each of the 24 hours, summed over usual days, in 分.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourProfile(pub [i64; 24]);

impl HourProfile {
    /// The part of a day that is paid before an hour, 0 to 24; none where nothing was paid at all.
    pub fn share_before(&self, hour: u32) -> Option<Ratio> {
        let before: i64 = self.0.iter().take(hour as usize).sum();
        Ratio::new(before, self.0.iter().sum())
    }
}

/// What should be there of a day's target at the beginning of an hour, in 分.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByNow {
    /// What the hours of usual days say, rounded half up; none where nothing is known of them.
    pub usual_fen: Option<i64>,
    /// What the rule of the store asks for: half of the day's target from 12:00 on, rounded up; nothing before.
    pub rule_fen: Option<i64>,
}

/// What should be there of a day's target at the beginning of an hour, 0 to 24.
pub fn by_now(target_fen: i64, hour: u32, profile: &HourProfile) -> ByNow {
    let target = i128::from(target_fen.max(0));
    let usual = profile.share_before(hour).and_then(|share| {
        let (num, den) = (i128::from(share.num.max(0)), i128::from(share.den));
        i64::try_from((target * num * 2 + den) / (den * 2)).ok()
    });
    let (num, den) = (i128::from(RULE_PART.0), i128::from(RULE_PART.1));
    let rule = i64::try_from((target * num + den - 1) / den).ok();
    ByNow {
        usual_fen: usual,
        rule_fen: rule.filter(|_| hour >= RULE_HOUR),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_day_by_noon_whatever_the_hours_say() {
        let mut hours = [0; 24];
        (hours[9], hours[20]) = (100, 300);
        let profile = HourProfile(hours);
        let at = |hour| by_now(1_001, hour, &profile);
        assert_eq!((at(9).usual_fen, at(9).rule_fen), (Some(0), None));
        assert_eq!((at(11).usual_fen, at(11).rule_fen), (Some(250), None));
        assert_eq!((at(12).usual_fen, at(12).rule_fen), (Some(250), Some(501)));
        assert_eq!(at(24).usual_fen, Some(1_001));
    }

    #[test]
    fn without_hours_only_the_rule_speaks() {
        let by_now = by_now(1_000, 12, &HourProfile::default());
        assert_eq!((by_now.usual_fen, by_now.rule_fen), (None, Some(500)));
    }
}
