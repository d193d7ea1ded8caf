//! What the weekdays of a period are like for a metric: each weekday over all its days, never a mean of daily ratios.

use crate::analytics::board::{Board, DayRow};
use crate::analytics::metrics::{Absent, Figures, Metric, Value};
use crate::analytics::shop_days::ShopSum;
use crate::analytics::tally::Tally;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format};
use crate::model::time::Day;

/// The table: a row for each weekday that the period has.
pub fn table(board: &Board, metric: Metric, lang: Lang) -> Table {
    let text = |text: Text| text.get(lang);
    let kind = kind(metric);
    let columns = vec![
        Column::new("weekday", text(Text::ColumnWeekday), Kind::Text).deciding(),
        Column::new("days", text(Text::WeekdayDays), Kind::Count),
        Column::new("total", text(Text::WeekdayTotal), kind),
        Column::new("mean", text(Text::WeekdayMean), kind).deciding(),
        Column::new("index", text(Text::WeekdayIndex), Kind::Count).deciding(),
    ];
    let groups: Vec<(usize, Vec<&DayRow>)> = (0..7)
        .map(|weekday| {
            let is_it = |d: &&DayRow| weekday_of(d.day) == weekday && is_known(board, metric, d);
            (weekday, board.days.iter().filter(is_it).collect())
        })
        .filter(|(_, days): &(usize, Vec<&DayRow>)| !days.is_empty())
        .collect();
    let all: Vec<&DayRow> = groups
        .iter()
        .flat_map(|(_, days)| days.iter().copied())
        .collect();
    let whole = mean(board, metric, &all);
    let row = |(_, days): &(usize, Vec<&DayRow>)| {
        let each = mean(board, metric, days);
        let index = each.zip(whole).filter(|(_, whole)| *whole > 0.0);
        let index = index.map(|(each, whole)| (each / whole * 100.0).round() as i64);
        vec![
            Cell::Text(format::weekday(lang, days[0].day).to_owned()),
            Cell::Value(Value::Count(days.len() as i64)),
            Cell::Value(total(board, metric, days)),
            Cell::Value(mean_value(board, metric, days)),
            Cell::Value(index.map_or(Value::Absent(Absent::NoDenominator), Value::Count)),
        ]
    };
    Table {
        columns,
        rows: groups.iter().map(row).collect(),
        totals: None,
    }
}

fn weekday_of(day: Day) -> usize {
    day.weekday().num_days_from_monday() as usize
}

fn is_known(board: &Board, metric: Metric, day: &DayRow) -> bool {
    !matches!(
        day.value(metric, &board.lacking),
        Value::Absent(Absent::NotCovered(_) | Absent::NoFile(_))
    )
}

/// The metric over some days together. Buyers of several days are added up: one who paid on two of them counts twice.
fn total(board: &Board, metric: Metric, days: &[&DayRow]) -> Value {
    let mut tally = Tally::default();
    let mut shop = ShopSum::default();
    for day in days {
        tally.add(&day.tally);
        shop.add(day.shop.as_ref());
    }
    tally.buyers = tally.buyer_days;
    metric.over(Figures {
        tally: &tally,
        lacking: &board.lacking,
        shop: &shop,
    })
}

/// An amount or a count per day; a ratio as it is over all of the days.
fn mean_value(board: &Board, metric: Metric, days: &[&DayRow]) -> Value {
    let per = days.len() as i64;
    match total(board, metric, days) {
        Value::Fen(fen) => Value::Fen((fen as f64 / per as f64).round() as i64),
        Value::Count(n) => Value::Count((n as f64 / per as f64).round() as i64),
        ratio => ratio,
    }
}

fn mean(board: &Board, metric: Metric, days: &[&DayRow]) -> Option<f64> {
    let ratio = |num: i64, den: i64| num as f64 / den as f64;
    match total(board, metric, days) {
        Value::Fen(n) | Value::Count(n) => Some(n as f64 / days.len() as f64),
        Value::Rate { num, den } => Some(ratio(num, den)),
        Value::FenPer { fen, per } => Some(ratio(fen, per)),
        Value::SecsPer { secs, per } => Some(ratio(secs, per)),
        Value::Absent(_) => None,
    }
}

fn kind(metric: Metric) -> Kind {
    match metric.of(&Tally::default(), &[]) {
        Value::Fen(_) => Kind::Money,
        Value::Count(_) => Kind::Count,
        _ => match metric {
            Metric::SpendPerBuyer
            | Metric::SpendPerOrder
            | Metric::VisitorValue
            | Metric::AdSpend
            | Metric::RefundsDone => Kind::Money,
            Metric::PayWait => Kind::Minutes,
            Metric::Visitors
            | Metric::PageViews
            | Metric::UnitsPaid
            | Metric::NewBuyers
            | Metric::ReturningBuyers => Kind::Count,
            _ => Kind::Rate,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn weekdays_stand_against_the_mean_of_all() {
        let table = table(&sample::board(), Metric::Orders, Lang::Zh);
        assert_eq!(table.rows.len(), 7);
        let index = |row: usize| table.rows[row][4].text(Lang::Zh);
        assert_eq!(
            (index(0), index(3), index(6)),
            ("70".into(), "100".into(), "130".into())
        );
    }
}
