//! What is against what in the targets that were typed.

use super::amounts::name;
use crate::analytics::targets::{Finding, PlanView, Scope, Unspreadable};
use crate::i18n::{Lang, Text, format, t};

/// Everything that is to be said.
pub fn findings(plan: &PlanView, lang: Lang) -> Vec<String> {
    plan.plan
        .findings
        .iter()
        .map(|finding| words(finding, lang))
        .collect()
}

fn words(finding: &Finding, lang: Lang) -> String {
    let say = |text: Text, args: &[&str]| t(lang, text, args);
    let money = |fen: &i64| format::money(*fen);
    let ppm = |ppm: &i64| format!("{}%", format::decimals(*ppm as f64 / 10_000.0, 1));
    let month = |at: &usize| name(Scope::Month(*at), lang);
    match finding {
        Finding::OutOfRange { scope, fen } => {
            say(Text::FindingOutOfRange, &[&name(*scope, lang), &money(fen)])
        }
        Finding::PartsAbove {
            scope,
            whole_fen,
            parts_fen,
        } => say(
            Text::FindingPartsAbove,
            &[&name(*scope, lang), &money(whole_fen), &money(parts_fen)],
        ),
        Finding::PartsDiffer {
            scope,
            whole_fen,
            parts_fen,
        } => say(
            Text::FindingPartsDiffer,
            &[&name(*scope, lang), &money(whole_fen), &money(parts_fen)],
        ),
        Finding::Locked { month: at, why } => {
            let (target, locked) = match why {
                Unspreadable::LockedAbove {
                    target_fen,
                    locked_fen,
                }
                | Unspreadable::LockedDiffer {
                    target_fen,
                    locked_fen,
                } => (target_fen, locked_fen),
            };
            say(
                Text::FindingLocked,
                &[&month(at), &money(target), &money(locked)],
            )
        }
        Finding::NoYearBefore {
            month: at,
            missing_days,
        } => say(
            Text::FindingNoYearBefore,
            &[&month(at), &missing_days.to_string()],
        ),
        Finding::GrowthOutOfRange { ppm: growth } => say(Text::FindingGrowth, &[&ppm(growth)]),
        Finding::SharesAbove { ppm: shares } => say(Text::FindingShares, &[&ppm(shares)]),
        Finding::NoWeekdays => Text::FindingNoWeekdays.get(lang).to_owned(),
        Finding::ProductDiffers {
            month: at,
            target_fen,
            product_fen,
        } => say(
            Text::FindingProduct,
            &[&month(at), &money(target_fen), &money(product_fen)],
        ),
        Finding::OutsideYear { day } => {
            say(Text::FindingOutsideYear, &[&format::day(lang, *day, None)])
        }
    }
}
