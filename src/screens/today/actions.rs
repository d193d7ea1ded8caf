//! What is to be done, in words: what, why with the numbers, and where to go.

use crate::analytics::metrics::Value;
use crate::analytics::morning::{Action, Due, How, Matter, Morning};
use crate::i18n::{Lang, Text, format, t};
use crate::import::kinds::by_name;
use crate::route::Page;
use crate::screens::sales::reason::kind_title;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// By which it is known from day to day.
    pub key: String,
    /// What is to be done.
    pub what: String,
    /// Why, with the numbers.
    pub why: String,
    /// How pressing it is.
    pub due: Due,
    /// Where it is done.
    pub page: Page,
    /// What the operator has said of it, if that still holds.
    pub dealt: Option<How>,
}

/// The list of a morning.
pub fn lines(morning: &Morning, lang: Lang) -> Vec<Line> {
    let line = |action: &Action| {
        let (what, why, page) = words(&action.matter, lang);
        Line {
            key: action.key.clone(),
            what,
            why,
            due: action.due,
            page,
            dealt: morning
                .dealt
                .of(&action.key, morning.today)
                .map(|said| said.how),
        }
    };
    morning.actions.iter().map(line).collect()
}

fn words(matter: &Matter, lang: Lang) -> (String, String, Page) {
    let say = |text: Text, args: &[&str]| t(lang, text, args);
    let rate = |num: i64, den: i64| {
        format::full(
            lang,
            &Value::Rate {
                num,
                den: den.max(1),
            },
        )
    };
    let money = format::money;
    match matter {
        Matter::MissingFiles { kind, days } => {
            let found = by_name(kind).map_or("", |kind| lang.pick(kind.found));
            (
                say(
                    Text::DoImport,
                    &[kind_title(lang, kind), &format::span(*days)],
                ),
                found.to_owned(),
                Page::Data,
            )
        }
        Matter::RunningOut {
            items,
            title,
            units_milli,
            cover_days,
        } => (
            say(Text::DoRunningOut, &[&items.to_string()]),
            say(
                Text::DoRunningOutWhy,
                &[
                    title,
                    &format::grouped(units_milli / 1000),
                    &format::decimals(*cover_days, 1),
                ],
            ),
            Page::Today,
        ),
        Matter::OddDay {
            day,
            observed_fen,
            expected_fen,
        } => {
            let times = (*observed_fen as f64 / *expected_fen as f64 - 1.0) * 100.0;
            let day = format::day(lang, *day, None);
            let what = match times < 0.0 {
                true => Text::DoOddLow,
                false => Text::DoOddHigh,
            };
            (
                say(what, &[&day, &format::decimals(times.abs(), 0)]),
                say(
                    Text::DoOddWhy,
                    &[&money(*observed_fen), &money(*expected_fen)],
                ),
                Page::Sales,
            )
        }
        Matter::BehindTarget {
            actual_fen,
            due_fen,
            required_fen,
            rest_days,
        } => {
            let mut why = say(
                Text::DoBehindWhy,
                &[
                    &money(*actual_fen),
                    &money(*due_fen),
                    &rate(*actual_fen, *due_fen),
                ],
            );
            if let Some(fen) = required_fen {
                why.push_str(&say(
                    Text::DoBehindRest,
                    &[&rest_days.to_string(), &money(*fen)],
                ));
            }
            (Text::DoBehind.get(lang).to_owned(), why, Page::Plan)
        }
        Matter::FallingItem {
            title,
            from_fen,
            to_fen,
            days,
            shop_fen,
            parts,
        } => {
            let shop = (shop_fen.0 as f64 / shop_fen.1 as f64 - 1.0) * 100.0;
            let shop = format!("{}%", format::decimals(shop, 0));
            let fall = format::decimals((1.0 - *to_fen as f64 / *from_fen as f64) * 100.0, 0);
            let mut why = say(
                Text::DoFallingWhy,
                &[&days.to_string(), &money(*from_fen), &money(*to_fen), &shop],
            );
            if let Some((name, fen)) = blame(*parts) {
                why.push_str(&say(Text::DoFallingBlame, &[name.get(lang), &money(fen)]));
            }
            (say(Text::DoFalling, &[title, &fall]), why, Page::Sales)
        }
        Matter::LowPayment {
            paid,
            orders,
            usual_paid,
            usual_orders,
        } => (
            say(Text::DoLowPayment, &[&(orders - paid).to_string()]),
            say(
                Text::DoLowPaymentWhy,
                &[&rate(*paid, *orders), &rate(*usual_paid, *usual_orders)],
            ),
            Page::Sales,
        ),
        Matter::LowConversion {
            buyers,
            visitors,
            usual_buyers,
            usual_visitors,
        } => (
            Text::DoLowConversion.get(lang).to_owned(),
            say(
                Text::DoLowConversionWhy,
                &[
                    &rate(*buyers, *visitors),
                    &rate(*usual_buyers, *usual_visitors),
                    &format::grouped(*visitors),
                ],
            ),
            Page::Sales,
        ),
        Matter::RefundsRising {
            from_fen,
            to_fen,
            from_paid_fen,
            to_paid_fen,
        } => (
            Text::DoRefunds.get(lang).to_owned(),
            say(
                Text::DoRefundsWhy,
                &[
                    &money(*from_fen),
                    &money(*to_fen),
                    &rate(*from_fen, *from_paid_fen),
                    &rate(*to_fen, *to_paid_fen),
                ],
            ),
            Page::Sales,
        ),
        Matter::AdsDearer {
            from_fen,
            to_fen,
            from_paid_fen,
            to_paid_fen,
        } => (
            Text::DoAds.get(lang).to_owned(),
            say(
                Text::DoAdsWhy,
                &[
                    &money(*from_fen),
                    &money(*to_fen),
                    &rate(*from_fen, *from_paid_fen),
                    &rate(*to_fen, *to_paid_fen),
                ],
            ),
            Page::Sales,
        ),
        Matter::ReorderSheet { items } => (
            Text::DoReorder.get(lang).to_owned(),
            say(Text::DoReorderWhy, &[&items.to_string()]),
            Page::Today,
        ),
    }
}

/// The part that took most.
fn blame(parts: Option<[i64; 3]>) -> Option<(Text, i64)> {
    let names = [
        Text::CauseVisitors,
        Text::CauseConversion,
        Text::CauseSpendPerBuyer,
    ];
    let parts = names.into_iter().zip(parts?);
    parts
        .min_by_key(|(_, fen)| *fen)
        .filter(|(_, fen)| *fen < 0)
}

/// What an answer is called.
pub fn answer(how: How) -> Text {
    match how {
        How::Done => Text::DealtDone,
        How::Later => Text::DealtLater,
        How::NotNeeded => Text::DealtNotNeeded,
    }
}

/// The word on the tag.
pub fn tag(due: Due) -> Text {
    match due {
        Due::Now => Text::DueNow,
        Due::Today => Text::DueToday,
        Due::Routine => Text::DueRoutine,
    }
}
