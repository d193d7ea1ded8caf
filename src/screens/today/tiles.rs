//! The five periods: each with what was paid, against what.

use crate::analytics::compare::Change;
use crate::analytics::forecast::NoForecast;
use crate::analytics::metrics::{Metric, Value};
use crate::analytics::morning::{Morning, NoOutlook};
use crate::analytics::stretch::Stretch;
use crate::analytics::targets::Progress;
use crate::i18n::format::Figure;
use crate::i18n::{Lang, Text, format, t};
use crate::model::time::Span;
use crate::screens::plan::percent;
use crate::screens::sales::number::{Number, change_between};

/// A period and what was paid in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodTile {
    /// What it is called.
    pub title: Text,
    /// Its days.
    pub days: String,
    /// What was paid, after refunds.
    pub paid: Number,
    /// What it is compared with, and the change.
    pub against: (Text, Result<Change, String>),
    /// Its target, how far it has come, and how far it should be.
    pub target: Option<String>,
}

/// What the month will come to.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlookTile {
    /// The month's days.
    pub days: String,
    /// What is expected; — where nothing is.
    pub figure: Figure,
    /// From where to where with a probability of 90 %, and on what it stands; or why there is no number.
    pub notes: Vec<String>,
}

/// The outlook for the month.
pub fn outlook(morning: &Morning, lang: Lang) -> OutlookTile {
    let days = |span| format::span(span);
    let month = Span::new(
        morning.data.last.month_start(),
        morning.data.last.month_end(),
    );
    match &morning.outlook {
        Ok(outlook) => {
            let short = |fen: f64| {
                let figure = format::tile(lang, &Value::Fen(fen as i64));
                format!("{}{}", figure.digits, figure.unit)
            };
            let range = outlook.whole.within_90;
            let mut notes = vec![
                t(
                    lang,
                    Text::OutlookRange,
                    &[&short(range.low), &short(range.high)],
                ),
                t(
                    lang,
                    Text::OutlookError,
                    &[&format::decimals(outlook.mase, 2)],
                ),
            ];
            if !outlook.unseen.is_empty() {
                let names: Vec<&str> = outlook
                    .unseen
                    .iter()
                    .map(|key| lang.pick(key.title()))
                    .collect();
                let names = names.join(Text::ListSeparator.get(lang));
                notes.push(t(lang, Text::OutlookUnseen, &[&names]));
            }
            OutlookTile {
                days: days(outlook.month),
                figure: format::tile(lang, &Value::Fen(outlook.whole.point as i64)),
                notes,
            }
        }
        Err(why) => OutlookTile {
            days: days(month),
            figure: Figure {
                digits: format::NONE.to_owned(),
                unit: "",
            },
            notes: vec![why_not(why, lang)],
        },
    }
}

fn why_not(why: &NoOutlook, lang: Lang) -> String {
    let count = |n: usize| format::grouped(n as i64);
    match why {
        NoOutlook::Missing(days) => t(lang, Text::OutlookMissing, &[&days.to_string()]),
        NoOutlook::Over => Text::OutlookOver.get(lang).to_owned(),
        NoOutlook::History(NoForecast::TooShort { have, need }) => {
            t(lang, Text::OutlookTooShort, &[&count(*need), &count(*have)])
        }
        NoOutlook::History(NoForecast::MostlyNothing) => Text::OutlookNothing.get(lang).to_owned(),
        NoOutlook::History(NoForecast::NotBetter { mase, naive_mase }) => t(
            lang,
            Text::OutlookNotBetter,
            &[
                &format::decimals(*mase, 2),
                &format::decimals(*naive_mase, 2),
            ],
        ),
        NoOutlook::History(NoForecast::NothingToCompare) => {
            Text::OutlookNothingToCompare.get(lang).to_owned()
        }
    }
}

/// The periods whose numbers are known.
pub fn tiles(morning: &Morning, lang: Lang) -> Vec<PeriodTile> {
    let tile = |title, now: &Stretch, against, base: &Stretch| PeriodTile {
        title,
        days: format::span(now.span),
        paid: Number::over(now, Metric::PaidNet, lang),
        against: (against, change_between(now, base, Metric::PaidNet, lang)),
        target: None,
    };
    let target = |progress: Option<Progress>| {
        let progress = progress.filter(|p| p.through.is_some())?;
        let args = [
            format::money(progress.target_fen),
            percent(progress.attainment(), lang),
        ];
        let mut said = t(lang, Text::TargetOf, &args.each_ref().map(String::as_str));
        if progress.rest_days > 0 {
            let due = t(lang, Text::TargetDue, &[&percent(progress.due(), lang)]);
            said.push_str(lang.pick(("，", ", ")));
            said.push_str(&due);
        }
        Some(said)
    };
    let targets = morning.targets;
    let m = morning;
    let is_yesterday = m.data.last.plus(1) == m.today;
    let day = if is_yesterday {
        Text::TodayYesterday
    } else {
        Text::TodayLastDay
    };
    vec![
        PeriodTile {
            target: target(targets.and_then(|t| t.day)),
            ..tile(day, &m.day, Text::TodayWeekBefore, &m.day_before)
        },
        tile(
            Text::PeriodLast7,
            &m.week,
            Text::TodaySevenBefore,
            &m.week_before,
        ),
        PeriodTile {
            target: target(targets.and_then(|t| t.month)),
            ..tile(
                Text::TodayMonth,
                &m.month,
                Text::TodayMonthBefore,
                &m.month_before,
            )
        },
        tile(
            Text::PeriodLastMonth,
            &m.last_month,
            Text::TodayMonthBeforeLast,
            &m.last_month_before,
        ),
    ]
}
