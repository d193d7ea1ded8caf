//! The odd days of a period, and what the method can find at all.

use crate::analytics::breakdown::Breakdown;
use crate::analytics::compare::Change;
use crate::analytics::metrics::Value;
use crate::analytics::odd_days::{FIXED_WEEKDAYS, NotJudged};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};

/// The table; without a row where no day is odd.
pub fn table(breakdown: &Breakdown, lang: Lang) -> Option<Table> {
    let odd = breakdown.odd.as_ref().ok()?;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("day", text(Text::ColumnDay), Kind::Day).deciding(),
        Column::new("weekday", text(Text::ColumnWeekday), Kind::Text),
        Column::new("observed", text(Text::OddObserved), Kind::Money).deciding(),
        Column::new("expected", text(Text::OddExpected), Kind::Money),
        Column::new("difference", text(Text::ItemChange), Kind::Change).deciding(),
    ];
    let rows = odd.days.iter().filter_map(|day| {
        let observed = day.observed?;
        Some(vec![
            Cell::Day(day.day),
            Cell::Text(format::weekday(lang, day.day).to_owned()),
            Cell::Value(Value::Fen(observed as i64)),
            Cell::Value(Value::Fen(day.expected.round() as i64)),
            Cell::Change(Some(Change::Relative(observed / day.expected - 1.0))),
        ])
    });
    Some(Table {
        columns,
        rows: rows.collect(),
        totals: None,
    })
}

/// How many days were judged, and how far off a day must be to be found; or why none was.
pub fn remark(breakdown: &Breakdown, lang: Lang) -> String {
    let count = |n: usize| format::grouped(n as i64);
    match &breakdown.odd {
        Ok(odd) => {
            let percent = |change: f64| format::decimals(change * 100.0, 0);
            let power = odd.power.half;
            let args = [
                count(odd.judged),
                count(odd.masked),
                percent(power.drop),
                percent(power.rise),
            ];
            t(lang, Text::OddRemark, &args.each_ref().map(String::as_str))
        }
        Err(NotJudged::TooShort { have, need }) => {
            t(lang, Text::OddTooShort, &[&count(*need), &count(*have)])
        }
        Err(NotJudged::TooFewOf { .. }) => Text::OddTooFewOf.get(lang).to_owned(),
        Err(NotJudged::MostlyNothing) => Text::OddMostlyNothing.get(lang).to_owned(),
    }
}

/// What the method cannot find.
pub fn note(lang: Lang) -> &'static str {
    lang.pick(FIXED_WEEKDAYS)
}
