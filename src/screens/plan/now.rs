//! The day of the clock in words: how far it is, what is usual by now, and what the rule of the store asks for.

use super::percent;
use crate::analytics::targets::{DayNow, PlanView, RULE_HOUR, by_now};
use crate::i18n::{Lang, Text, format, t};
use crate::model::time::Civil;

/// What is said of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NowLine {
    /// In sentences.
    pub said: Vec<String>,
    /// Whether the rule is broken.
    pub is_behind: bool,
}

/// The day of the clock; nothing where it has no target.
pub fn line(plan: &PlanView, now: Civil, lang: Lang) -> Option<NowLine> {
    if let Some(day) = DayNow::of(plan, now) {
        return Some(NowLine {
            said: sentences(&day, lang),
            is_behind: day.keeps_rule() == Some(false),
        });
    }
    // No order of today is known: what is asked of it is.
    let is_ahead = plan.data.is_some_and(|data| data.last < now.day());
    let target = plan.plan.day(now.day()).and_then(|target| target.fen);
    let target = target.filter(|fen| is_ahead && *fen > 0)?;
    let half = by_now(target, RULE_HOUR, &plan.hours).rule_fen?;
    let said = t(
        lang,
        Text::NowAsked,
        &[&format::money(target), &format::money(half)],
    );
    Some(NowLine {
        said: vec![said],
        is_behind: false,
    })
}

/// How far a day is, in sentences.
pub fn sentences(now: &DayNow, lang: Lang) -> Vec<String> {
    let money = format::money;
    let share = percent(now.attainment(), lang);
    let so_far = [money(now.paid_fen), money(now.target_fen), share];
    let so_far = so_far.each_ref().map(String::as_str);
    let mut said = vec![t(lang, Text::NowSoFar, &so_far)];
    if let Some(usual) = now.by_now.usual_fen {
        let hour = format!("{}:00", now.hour);
        let ratio = now.against_usual();
        let against = ratio.map_or_else(String::new, |ratio| {
            t(lang, Text::NowAgainst, &[&percent(Some(ratio), lang)])
        });
        said.push(t(lang, Text::NowUsual, &[&hour, &money(usual), &against]));
    }
    let half = money(now.half_fen);
    said.push(match now.keeps_rule() {
        Some(true) => t(lang, Text::NowRuleKept, &[&half]),
        Some(false) => t(
            lang,
            Text::NowRuleBroken,
            &[&half, &money(now.half_fen - now.paid_fen)],
        ),
        None => match now.half_fen - now.paid_fen {
            left if left > 0 => t(lang, Text::NowRuleAhead, &[&half, &money(left)]),
            _ => t(lang, Text::NowRuleKept, &[&half]),
        },
    });
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::targets::HourProfile;
    use crate::model::time::Day;

    fn now(hour: u32, paid_fen: i64) -> DayNow {
        let mut hours = [0; 24];
        (hours[9], hours[20]) = (100, 300);
        DayNow {
            day: Day(9_000),
            hour,
            target_fen: 100_000,
            paid_fen,
            by_now: by_now(100_000, hour, &HourProfile(hours)),
            half_fen: 50_000,
        }
    }

    #[test]
    fn a_day_says_how_far_it_is_and_what_noon_asks() {
        let said = sentences(&now(10, 30_000), Lang::Zh);
        assert_eq!(
            said,
            [
                "今天已付 ¥300.00，是日目标 ¥1,000.00 的 30.00%",
                "平常到 10:00 该有 ¥250.00，现在是它的 120.00%",
                "12:00 前至少要到日目标的 50%（¥500.00），还差 ¥200.00",
            ]
        );
        let after = |paid| {
            sentences(&now(13, paid), Lang::Zh)
                .pop()
                .unwrap_or_default()
        };
        assert!(after(49_999).contains("差 ¥0.01"), "{}", after(49_999));
        assert!(after(50_000).contains("已达"), "{}", after(50_000));
    }
}
