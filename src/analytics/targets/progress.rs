//! How far a target has come: of a day, a month, a quarter, a year or any range of days.
//!
//! Days that no file covers are not days without sales. What was sold is held against the targets of the same days only, and
//! what the uncovered days may have brought is left open: see [`Progress::missing_days`].

use super::plan::DayTarget;
use super::spread::by_weight;
use super::typed::{Share, WHOLE_PPM};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};

/// From which attainment on a target counts as met: nine tenths.
pub const LINE: (i64, i64) = (9, 10);

/// Two numbers of which one is seen as a part of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    /// Numerator.
    pub num: i64,
    /// Denominator, above 0.
    pub den: i64,
}

impl Ratio {
    /// None where there is nothing to divide by.
    pub fn new(num: i64, den: i64) -> Option<Ratio> {
        (den > 0).then_some(Ratio { num, den })
    }

    /// Whether it reaches the [`LINE`].
    pub fn reaches_line(self) -> bool {
        i128::from(self.num) * i128::from(LINE.1) >= i128::from(self.den) * i128::from(LINE.0)
    }
}

/// How far the target of a range of days has come. All amounts in 分.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The days.
    pub span: Span,
    /// The last of them on which the data say what was sold; none when they end before the range or there are none.
    pub through: Option<Day>,
    /// The target of all of them.
    pub target_fen: i64,
    /// What was sold on those that are known.
    pub actual_fen: i64,
    /// The target of those that are known.
    pub known_fen: i64,
    /// The target of those up to `through`, known or not: where we should be.
    pub due_fen: i64,
    /// Days up to `through` that no file covers. What they brought is not in `actual_fen`, so that attainment is at least, and
    /// what is still required at most, what it says.
    pub missing_days: i32,
    /// Days after `through`.
    pub rest_days: i32,
}

/// How far the target of some days has come by the last day of the data. Nothing where a day has no target.
pub fn progress(
    days: &[DayTarget],
    last: Option<Day>,
    actual_fen: &dyn Fn(Day) -> Option<i64>,
) -> Option<Progress> {
    let (first, end) = (days.first()?.day, days.last()?.day);
    let through = last.map(|last| last.min(end)).filter(|last| *last >= first);
    let mut progress = Progress {
        span: Span::new(first, end),
        through,
        target_fen: 0,
        actual_fen: 0,
        known_fen: 0,
        due_fen: 0,
        missing_days: 0,
        rest_days: 0,
    };
    for target in days {
        let fen = target.fen?;
        progress.target_fen += fen;
        if through.is_none_or(|through| target.day > through) {
            progress.rest_days += 1;
            continue;
        }
        progress.due_fen += fen;
        match actual_fen(target.day) {
            Some(actual) => {
                progress.actual_fen += actual;
                progress.known_fen += fen;
            }
            None => progress.missing_days += 1,
        }
    }
    Some(progress)
}

impl Progress {
    /// 目标达成率: sold ÷ target of the whole range.
    pub fn attainment(&self) -> Option<Ratio> {
        Ratio::new(self.actual_fen, self.target_fen)
    }

    /// 进度达成率: sold to date ÷ Σ day targets to date, of the days that are known.
    pub fn pace(&self) -> Option<Ratio> {
        Ratio::new(self.actual_fen, self.known_fen)
    }

    /// How much ahead of the day targets, behind them when negative; of the days that are known.
    pub fn ahead_fen(&self) -> i64 {
        self.actual_fen - self.known_fen
    }

    /// 时间进度: Σ day targets to date ÷ target, the share that should be done.
    pub fn due(&self) -> Option<Ratio> {
        Ratio::new(self.due_fen, self.target_fen)
    }

    /// What is still to be sold, 0 when the target is met.
    pub fn required_fen(&self) -> i64 {
        (self.target_fen - self.actual_fen).max(0)
    }

    /// What is still to be sold, per day that is left.
    pub fn required_per_day(&self) -> Option<Ratio> {
        Ratio::new(self.required_fen(), self.rest_days.into())
    }

    /// What is still to be sold ÷ what was planned for the days that are left: 120 % asks for a fifth more than planned.
    pub fn required_against_plan(&self) -> Option<Ratio> {
        Ratio::new(self.required_fen(), self.target_fen - self.due_fen)
    }

    /// The amount from which on the target counts as met: the least that reaches the [`LINE`].
    pub fn line_fen(&self) -> i64 {
        let (num, den) = (i128::from(LINE.0), i128::from(LINE.1));
        let line = (i128::from(self.target_fen) * num + den - 1) / den;
        i64::try_from(line).unwrap_or(i64::MAX)
    }

    /// What is still to be sold to reach the [`LINE`].
    pub fn to_line_fen(&self) -> i64 {
        (self.line_fen() - self.actual_fen).max(0)
    }

    /// What the range comes to if the days that are left, and those that are missing, keep the pace: target × pace, rounded half
    /// up to the 分. No forecast: it knows nothing but the day targets.
    pub fn projected_fen(&self) -> Option<i64> {
        let pace = self.pace()?;
        let (num, den) = (i128::from(pace.num.max(0)), i128::from(pace.den));
        let projected = (i128::from(self.target_fen) * num * 2 + den) / (den * 2);
        i64::try_from(projected).ok()
    }

    /// The same for one of the people and departments, whose own sales are in `own` by now: they answer for their share of
    /// each amount.
    pub fn of_share(&self, shares: &[Share], at: usize) -> Progress {
        let part = |fen: i64| {
            Share::split(fen, shares)
                .get(at)
                .copied()
                .unwrap_or_default()
        };
        Progress {
            target_fen: part(self.target_fen),
            known_fen: part(self.known_fen),
            due_fen: part(self.due_fen),
            ..*self
        }
    }
}

impl Share {
    /// All shares together, in millionths.
    pub fn sum_ppm(shares: &[Share]) -> i64 {
        shares.iter().map(|share| i64::from(share.ppm)).sum()
    }

    /// An amount by shares, in their order, exact in 分 with what is nobody's at the end. A department with people has the sum of
    /// theirs. An amount is split as a whole: what a person answers for in a month is their share of the month, which can
    /// be some 分 off the sum of their shares of its days.
    pub fn split(amount_fen: i64, shares: &[Share]) -> Vec<i64> {
        let nobody = (WHOLE_PPM - Share::sum_ppm(shares)).max(0).unsigned_abs();
        let weights = shares.iter().map(|share| u64::from(share.ppm));
        let weights: Vec<u64> = weights.chain([nobody]).collect();
        by_weight(amount_fen, &weights)
    }
}

/// Attainment of a growth that was aimed at: actual growth ÷ target growth, with the growth aimed at in millionths. None
/// where the base is not above 0, or no growth was aimed at.
pub fn growth_attainment(actual_fen: i64, base_fen: i64, growth_ppm: i64) -> Option<Ratio> {
    if base_fen <= 0 || growth_ppm <= 0 {
        return None;
    }
    let aimed = i128::from(base_fen) * i128::from(growth_ppm) / i128::from(WHOLE_PPM);
    Ratio::new(actual_fen - base_fen, i64::try_from(aimed).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::targets::{DayClass, MAX_FEN};
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect("a date")
    }

    /// Ten days with a target of 100 元 each, from 2024-03-01 on.
    fn ten_days() -> Vec<DayTarget> {
        let target = |off| DayTarget {
            day: day("2024-03-01").plus(off),
            fen: Some(10_000),
            is_locked: false,
            class: DayClass::Usual,
            index_ppm: 1_000_000,
        };
        (0..10).map(target).collect()
    }

    #[test]
    fn pace_is_what_was_sold_against_the_targets_of_the_same_days() {
        let sold = |of: Day| (of != day("2024-03-02")).then_some(8_000);
        let progress = progress(&ten_days(), Some(day("2024-03-04")), &sold).expect("targets");
        assert_eq!(progress.actual_fen, 24_000);
        assert_eq!((progress.missing_days, progress.rest_days), (1, 6));
        assert_eq!(progress.pace(), Ratio::new(24_000, 30_000));
        assert_eq!(progress.ahead_fen(), -6_000);
        assert_eq!(progress.attainment(), Ratio::new(24_000, 100_000));
        assert_eq!(progress.due(), Ratio::new(40_000, 100_000));
        assert_eq!(progress.required_fen(), 76_000);
        assert_eq!(progress.required_per_day(), Ratio::new(76_000, 6));
        assert_eq!(progress.required_against_plan(), Ratio::new(76_000, 60_000));
        assert_eq!(progress.projected_fen(), Some(80_000));
        assert_eq!(
            (progress.line_fen(), progress.to_line_fen()),
            (90_000, 66_000)
        );
    }

    #[test]
    fn a_period_that_has_not_begun_has_no_pace() {
        for last in [None, Some(day("2024-02-28"))] {
            let progress = progress(&ten_days(), last, &|_| Some(1)).expect("targets");
            assert_eq!((progress.through, progress.rest_days), (None, 10));
            assert_eq!((progress.pace(), progress.projected_fen()), (None, None));
            assert_eq!(
                progress.required_against_plan(),
                Ratio::new(1, 1).map(|_| Ratio {
                    num: 100_000,
                    den: 100_000
                })
            );
        }
    }

    #[test]
    fn a_period_that_is_over_asks_nothing_of_its_days() {
        let progress = progress(&ten_days(), Some(day("2024-05-01")), &|_| Some(9_000));
        let progress = progress.expect("targets");
        assert_eq!(progress.through, Some(day("2024-03-10")));
        assert_eq!(progress.required_per_day(), None);
        assert_eq!(progress.required_against_plan(), None);
        assert!(progress.attainment().is_some_and(Ratio::reaches_line));
        assert_eq!(progress.to_line_fen(), 0);
    }

    #[test]
    fn the_line_is_reached_at_ninety_percent_and_not_a_fen_before() {
        let of = |num| Ratio { num, den: 99_999 };
        assert!(of(90_000).reaches_line() && !of(89_999).reaches_line());
    }

    #[test]
    fn a_day_without_a_target_leaves_the_period_without_one() {
        let mut days = ten_days();
        days[3].fen = None;
        assert_eq!(progress(&days, None, &|_| None), None);
        assert_eq!(progress(&[], None, &|_| None), None);
    }

    #[test]
    fn people_answer_for_their_share_of_what_is_aimed_at() {
        let share = |name: &str, ppm| Share {
            name: name.to_owned(),
            department: None,
            ppm,
        };
        let shares = [share("a", 333_333), share("b", 333_333)];
        assert_eq!(Share::split(100, &shares), [33, 33, 34]);
        let sold = |_: Day| Some(3_000);
        let whole = progress(&ten_days(), Some(day("2024-03-05")), &sold).expect("targets");
        let own = whole.of_share(&shares, 0);
        assert_eq!((own.target_fen, own.due_fen), (33_333, 16_667));
        assert_eq!(own.actual_fen, 15_000);
    }

    #[test]
    fn growth_is_attained_as_growth() {
        // 20 % aimed at from 100 元, 10 % reached: half of it.
        let half = growth_attainment(11_000, 10_000, 200_000);
        assert_eq!(half, Ratio::new(1_000, 2_000));
        assert_eq!(growth_attainment(11_000, 0, 200_000), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn shares_with_what_is_nobodys_are_the_whole(
        amount in 0i64..MAX_FEN, parts in prop::collection::vec(0u32..100_000, 0..10),
    ) {
        let share = |ppm| Share { ppm, ..Share::default() };
        let shares: Vec<Share> = parts.into_iter().map(share).collect();
        let split = Share::split(amount, &shares);
        prop_assert_eq!(split.len(), shares.len() + 1);
        prop_assert_eq!(split.iter().sum::<i64>(), amount);
    }

    #[test]
    fn what_was_sold_and_what_is_required_are_the_target(
        sold in prop::collection::vec(prop::option::of(0i64..30_000), 10), last in 0i32..12,
    ) {
        let first = day("2024-03-01");
        let actual = |of: Day| sold[(of.0 - first.0) as usize];
        let progress = progress(&ten_days(), Some(first.plus(last - 1)), &actual).expect("targets");
        prop_assert_eq!(progress.actual_fen + progress.required_fen(), progress.target_fen.max(progress.actual_fen));
        prop_assert_eq!(progress.known_fen + i64::from(progress.missing_days) * 10_000, progress.due_fen);
        prop_assert!(progress.line_fen() * 10 >= progress.target_fen * 9);
        prop_assert!((progress.line_fen() - 1) * 10 < progress.target_fen * 9);
    }
    }
}
