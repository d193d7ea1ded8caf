//! What the files of the service say day by day: how satisfied customers were, and what each agent sold. Rows about several
//! days say nothing of one of them and are left out.

use crate::analytics::metrics::{Absent, Value};
use crate::import::kinds::{DAY, LAST_DAY};
use crate::model::time::{Civil, Day, Span};
use crate::table::{Column, NULL_I64, NULL_U32, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The kind that says how satisfied customers were.
pub(super) const RATINGS: &str = "service_ratings";
/// The kind that says what each agent sold.
pub(super) const AGENTS: &str = "service_agents";

/// 客户满意率 of a range of days: (满意 + 很满意) ÷ 收到评价.
pub(super) fn satisfied(ratings: Option<&Table>, span: Span) -> Value {
    let mut known: BTreeMap<Day, (i64, i64)> = BTreeMap::new();
    if let Some(table) = ratings {
        let count = |column, row: usize| {
            let value = table.numbers(column).get(row).copied();
            value.filter(|n| *n != NULL_U32).map(i64::from)
        };
        for (day, row) in days(table).filter(|(day, _)| span.contains(*day)) {
            let satisfied = count("satisfied", row).zip(count("very_satisfied", row));
            if let (Some((some, very)), Some(all)) = (satisfied, count("ratings", row)) {
                known.insert(day, (some + very, all));
            }
        }
    }
    let missing = span.len_days() - known.len() as i32;
    let sum = |of: fn(&(i64, i64)) -> i64| known.values().map(of).sum::<i64>();
    match (sum(|day| day.0), sum(|day| day.1)) {
        _ if known.is_empty() => Value::Absent(Absent::NoFile(RATINGS.to_owned())),
        _ if missing > 0 => Value::Absent(Absent::NotCovered(missing)),
        (_, 0) => Value::Absent(Absent::NoDenominator),
        (num, den) => Value::Rate { num, den },
    }
}

/// What an agent sold by day: 询单最终付款金额 in 分. On a day of which the file has rows of others only the agent sold nothing.
pub(super) fn sold_by(agents: Option<&Table>, name: &str) -> BTreeMap<Day, i64> {
    let Some(table) = agents else {
        return BTreeMap::new();
    };
    let Some(Column::Names { codes, names }) = table.column("agent") else {
        return BTreeMap::new();
    };
    let is_theirs = |row: usize| codes.get(row).and_then(|code| names.get(*code)) == Some(name);
    if !(0..table.rows()).any(is_theirs) {
        return BTreeMap::new();
    }
    let paid = |row: usize| {
        table
            .money("paid_fen")
            .get(row)
            .filter(|fen| **fen != NULL_I64)
    };
    let mut sold: BTreeMap<Day, i64> = BTreeMap::new();
    let mut unknown: BTreeSet<Day> = BTreeSet::new();
    for (day, row) in days(table) {
        let fen = sold.entry(day).or_default();
        match paid(row) {
            Some(paid) if is_theirs(row) => *fen += paid,
            None if is_theirs(row) => drop(unknown.insert(day)),
            _ => {}
        }
    }
    sold.retain(|day, _| !unknown.contains(day));
    sold
}

/// The rows that are about one day.
fn days(table: &Table) -> impl Iterator<Item = (Day, usize)> {
    let moments = |column| table.numbers(column);
    let (first, last) = (moments(DAY), moments(LAST_DAY));
    (0..table.rows()).filter_map(move |row| {
        let known = |moments: &[u32]| moments.get(row).copied().filter(|at| *at != NULL_U32);
        let day = Civil(known(first)?).day();
        let last = known(last).map_or(day, |last| Civil(last).day());
        (last == day).then_some((day, row))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::DAY_SECS;
    use crate::table::Names;

    fn moments(days: &[u32]) -> Column {
        Column::U32(days.iter().map(|day| day * DAY_SECS).collect())
    }

    #[test]
    fn ratings_count_over_whole_ranges_only() {
        let counts = |counts: &[u32]| Column::U32(counts.to_vec());
        let table = Table::new(vec![
            (DAY.to_owned(), moments(&[10, 11, 10])),
            (LAST_DAY.to_owned(), moments(&[10, 11, 16])),
            ("satisfied".to_owned(), counts(&[5, 1, 900])),
            ("very_satisfied".to_owned(), counts(&[3, 0, 900])),
            ("ratings".to_owned(), counts(&[10, 2, 900])),
        ]);
        let of = |first, last| satisfied(table.as_ref(), Span::new(Day(first), Day(last)));
        assert_eq!(of(10, 11), Value::Rate { num: 9, den: 12 });
        assert_eq!(of(10, 12), Value::Absent(Absent::NotCovered(1)));
        let nothing = Value::Absent(Absent::NoFile(RATINGS.to_owned()));
        assert_eq!(of(12, 13), nothing);
        assert_eq!(satisfied(None, Span::new(Day(1), Day(1))), nothing);
    }

    #[test]
    fn an_agent_who_is_not_in_a_day_sold_nothing_on_it() {
        let mut names = Names::default();
        let codes = ["小美", "小丽", "小丽", "小美"].map(|name| names.code(name));
        let table = Table::new(vec![
            (DAY.to_owned(), moments(&[10, 10, 11, 12])),
            (
                "agent".to_owned(),
                Column::Names {
                    codes: codes.to_vec(),
                    names,
                },
            ),
            (
                "paid_fen".to_owned(),
                Column::I64(vec![500, 700, 900, NULL_I64]),
            ),
        ]);
        let sold = |name| {
            let sold = sold_by(table.as_ref(), name).into_iter();
            sold.collect::<Vec<_>>()
        };
        assert_eq!(sold("小美"), [(Day(10), 500), (Day(11), 0)]);
        assert_eq!(sold("小王"), []);
    }
}
