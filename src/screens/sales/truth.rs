//! The line of truth under the title: how far the data reach, and which days or columns are missing.

use super::reason::column_label;
use crate::analytics::board::{Board, DayRow};
use crate::analytics::metrics::Metric;
use crate::i18n::{Lang, Text, format, t};
use crate::import::kinds::orders::column;
use crate::model::time::Day;
use chrono::Datelike;

/// Days named one by one; the rest are counted.
const NAMED_DAYS: usize = 4;

/// What the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truth {
    /// Through which day the data reach.
    pub through: String,
    /// What is missing: uncovered days, columns. Shown as a warning.
    pub missing: Vec<String>,
    /// Covered days without an order: worth knowing, not a fault.
    pub notes: Vec<String>,
}

/// The line of truth of a board.
pub fn truth(board: &Board, lang: Lang) -> Truth {
    let year = board.data.last.date().year();
    let days_where = |is: fn(&DayRow) -> bool| -> Vec<Day> {
        board.days.iter().filter(|d| is(d)).map(|d| d.day).collect()
    };
    // After the last day of the data there are only late payments of its orders: nothing is missing there.
    let mut missing_days = days_where(|d| !d.covered);
    missing_days.retain(|day| *day <= board.data.last);
    let empty_days = days_where(|d| d.covered && d.tally.orders == 0);
    let mut missing = Vec::new();
    if !missing_days.is_empty() {
        missing.push(t(
            lang,
            Text::DaysMissing,
            &[&named(lang, &missing_days, year)],
        ));
    }
    let columns: Vec<&str> = board
        .lacking
        .iter()
        .filter(|c| is_needed(c))
        .map(|c| column_label(c))
        .collect();
    if !columns.is_empty() {
        let separator = Text::ListSeparator.get(lang);
        missing.push(t(lang, Text::ColumnsMissing, &[&columns.join(separator)]));
    }
    let notes = match empty_days.as_slice() {
        [] => Vec::new(),
        days => vec![t(
            lang,
            Text::DaysWithoutOrders,
            &[&named(lang, days, year)],
        )],
    };
    Truth {
        through: t(
            lang,
            Text::DataThrough,
            &[&format::day(lang, board.data.last, None)],
        ),
        missing,
        notes,
    }
}

/// Whether something on the board has no answer without the column.
fn is_needed(stored: &str) -> bool {
    stored == column::PROVINCE || Metric::ALL.iter().any(|m| m.needs().contains(&stored))
}

/// The days by date, those that follow on each other as a range, the rest as a count.
fn named(lang: Lang, days: &[Day], year: i32) -> String {
    let runs = days.chunk_by(|a, b| a.plus(1) == *b);
    let mut names: Vec<String> = runs
        .map(|run| match run {
            [one] => date(lang, *one, year),
            [first, .., last] => {
                format!("{}–{}", date(lang, *first, year), date(lang, *last, year))
            }
            [] => String::new(),
        })
        .collect();
    let separator = Text::ListSeparator.get(lang);
    if names.len() <= NAMED_DAYS {
        return names.join(separator);
    }
    names.truncate(NAMED_DAYS);
    t(
        lang,
        Text::DaysAndMore,
        &[&names.join(separator), &days.len().to_string()],
    )
}

/// A day without its weekday, and without its year when that is the data's last one.
fn date(lang: Lang, day: Day, year: i32) -> String {
    let text = format::day(lang, day, Some(year));
    let weekday = format::weekday(lang, day);
    text.replace(weekday, "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::analytics::tally::Tally;

    #[test]
    fn days_without_orders_are_not_days_without_data() {
        let mut board = sample::board();
        board.days[0].covered = false;
        board.days[1].covered = false;
        board.days[4].tally = Tally::default();
        board.lacking = vec!["buyer".into(), "shop".into()];
        let truth = truth(&board, Lang::Zh);
        assert_eq!(truth.through, "订单到 2020年3月1日 周日");
        assert_eq!(
            truth.missing,
            ["缺 2月24日–2月25日", "文件没有「买家会员名」列"]
        );
        assert_eq!(truth.notes, ["2月28日 没有下单记录"]);
    }
}
