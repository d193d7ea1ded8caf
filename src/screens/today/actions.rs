//! What is to be done, in words: what, why with the numbers, and where to go.

use crate::analytics::metrics::{Metric, Value};
use crate::analytics::morning::{Action, Due, How, Matter, Morning, Short};
use crate::analytics::period::{Comparison, Period};
use crate::analytics::rows::RowsQuery;
use crate::i18n::{Lang, Text, format, t};
use crate::import::kinds::by_name;
use crate::model::time::Span;
use crate::protocol::BoardQuery;
use crate::route::{PlanPlace, Route, SalesView};
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
    /// Where it is looked into.
    pub to: Route,
    /// What the operator has said of it, if that still holds.
    pub dealt: Option<How>,
}

/// The list of a morning.
pub fn lines(morning: &Morning, lang: Lang) -> Vec<Line> {
    let line = |action: &Action| {
        let (what, why, to) = words(morning, &action.matter, lang);
        Line {
            key: action.key.clone(),
            what,
            why,
            due: action.due,
            to,
            dealt: morning
                .dealt
                .of(&action.key, morning.today)
                .map(|said| said.how),
        }
    };
    morning.actions.iter().map(line).collect()
}

/// How many items are named.
const NAMED_ITEMS: usize = 4;

fn words(morning: &Morning, matter: &Matter, lang: Lang) -> (String, String, Route) {
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
    let course = |metric: Metric, period: Period, comparison: Comparison| {
        Route::Sales(SalesView {
            query: BoardQuery { period, comparison },
            metric,
        })
    };
    let week = |metric| course(metric, Period::Last7, Comparison::Previous);
    match matter {
        Matter::MissingFiles { kind, days } => {
            let found = by_name(kind).map_or("", |kind| lang.pick(kind.found));
            (
                say(
                    Text::DoImport,
                    &[kind_title(lang, kind), &format::span(*days)],
                ),
                found.to_owned(),
                Route::Data,
            )
        }
        Matter::RunningOut(short) => {
            let one = |item: &Short| {
                let left = format::grouped(item.units_milli / 1000);
                let days = format::decimals(item.cover_days, 1);
                say(Text::DoRunningOutItem, &[&item.title, &left, &days])
            };
            let named: Vec<String> = short.iter().take(NAMED_ITEMS).map(one).collect();
            let mut why = named.join(lang.pick(("；", "; ")));
            if short.len() > NAMED_ITEMS {
                why.push_str(Text::AndMore.get(lang));
            }
            (
                say(Text::DoRunningOut, &[&short.len().to_string()]),
                why,
                Route::Today,
            )
        }
        Matter::OddDay {
            day: day_of,
            observed_fen,
            expected_fen,
        } => {
            let times = (*observed_fen as f64 / *expected_fen as f64 - 1.0) * 100.0;
            let day = format::day(lang, *day_of, None);
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
                course(
                    Metric::PaidGross,
                    Period::Custom(Span::new(*day_of, *day_of)),
                    Comparison::SameWeekday,
                ),
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
            (
                Text::DoBehind.get(lang).to_owned(),
                why,
                Route::Plan(PlanPlace::default()),
            )
        }
        Matter::FallingItem {
            key: _,
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
            (
                say(Text::DoFalling, &[title, &fall]),
                why,
                week(Metric::PaidGross),
            )
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
            Route::Rows(RowsQuery {
                metric: Metric::CohortPaymentRate,
                span: morning.day.span,
            }),
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
            course(Metric::PayConversion, Period::Last30, Comparison::Previous),
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
            week(Metric::RefundsDone),
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
            week(Metric::AdCostShare),
        ),
        Matter::ReorderSheet { items } => (
            Text::DoReorder.get(lang).to_owned(),
            say(Text::DoReorderWhy, &[&items.to_string()]),
            Route::Today,
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
