//! What each item sold by day. The order details name the code of every line and come first; 商品排行 names items.

use super::resolve::Resolve;
use super::{Gathered, Sold};
use crate::analytics::cells::{id, moment, money, name, number};
use crate::analytics::coverage::Coverage;
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::{DAY, LAST_DAY};
use crate::model::time::{Civil, Day, Span};
use crate::table::Table;
use std::collections::BTreeMap;

/// The kinds that say what sold, the one that tells codes apart first.
pub(super) const KINDS: [&str; 2] = ["order_details", "sycm_items"];

/// The details count if they know at least half as many of the last days as the ranking does.
const LAST_DAYS: i32 = 56;

/// Reads the sales of the kind that knows them best.
pub(super) fn read(shelf: &Shelf, resolve: &mut Resolve<'_>, into: &mut Gathered) {
    let details = shelf
        .others
        .get("order_details")
        .filter(|(table, _)| table.column("units").is_some() && table.column("paid_at").is_some());
    let ranking = shelf
        .others
        .get("sycm_items")
        .filter(|(table, _)| table.column("paid_units").is_some());
    let days_of_ranking = ranking.map(|(table, _)| ranked_days(table));
    let newest = |coverage: &Coverage| coverage.range().map(|range| range.last);
    let last = details
        .and_then(|(_, coverage)| newest(coverage))
        .max(days_of_ranking.as_ref().and_then(newest));
    let Some(last) = last else {
        return;
    };
    let recent = Span::new(last.plus(1 - LAST_DAYS), last);
    let known = |coverage: Option<&Coverage>| {
        coverage.map_or(0, |coverage| LAST_DAYS - coverage.missing_days(recent))
    };
    let of_details = known(details.map(|(_, coverage)| coverage));
    let of_ranking = known(days_of_ranking.as_ref());
    match (details, ranking, days_of_ranking) {
        (Some((table, coverage)), ..) if of_details > 0 && of_details * 2 >= of_ranking => {
            into.origins.sales_kind = "order_details".to_owned();
            into.origins.sales = coverage.clone();
            take(table, "order_details", "units", resolve, into);
        }
        (_, Some((table, _)), Some(coverage)) => {
            into.origins.sales_kind = "sycm_items".to_owned();
            into.origins.sales = coverage;
            take(table, "sycm_items", "paid_units", resolve, into);
        }
        _ => {}
    }
}

/// The code that a row of a kind names.
pub(super) fn code_of<'t>(kind: &str, table: &'t Table, row: usize) -> Option<&'t str> {
    let code = name(table, "sku_code", row);
    match kind {
        "order_details" => code.or_else(|| name(table, "outer_code", row)),
        _ => code,
    }
}

/// The day that a row is about: that of the payment, or the one day of a ranking.
fn day_of(kind: &str, table: &Table, row: usize) -> Option<Day> {
    if kind == "order_details" {
        return Some(Civil(moment(table, &["paid_at"], row)?).day());
    }
    let first = moment(table, &[DAY], row)?;
    let last = moment(table, &[LAST_DAY], row).unwrap_or(first);
    (first == last).then(|| Civil(first).day())
}

fn ranked_days(table: &Table) -> Coverage {
    let days = (0..table.rows()).filter_map(|row| day_of("sycm_items", table, row));
    Coverage::of(days.map(|day| Span::new(day, day)))
}

fn take(
    table: &Table,
    kind: &str,
    units_column: &str,
    resolve: &mut Resolve<'_>,
    into: &mut Gathered,
) {
    // By code, then by day: a code may have several rows on a day.
    let mut sums: BTreeMap<String, BTreeMap<Day, (u32, i64)>> = BTreeMap::new();
    let mut titles: BTreeMap<String, &str> = BTreeMap::new();
    let (mut shared, mut unnamed) = (BTreeMap::new(), BTreeMap::new());
    for row in 0..table.rows() {
        let Some(day) = day_of(kind, table, row) else {
            continue;
        };
        let units = number(table, units_column, row).unwrap_or(0);
        let number = id(table, "item_id", row);
        let code = match (code_of(kind, table, row), number) {
            (Some(code), _) => Some(code.to_owned()),
            (None, Some(number)) => resolve.code_of(number),
            (None, None) => continue,
        };
        let Some(code) = code else {
            *shared.entry(number.unwrap_or(0)).or_insert(0) += units;
            continue;
        };
        if number.is_some_and(|number| !resolve.is_named(number)) {
            *unnamed.entry(code.clone()).or_insert(0) += units;
        }
        if let Some(title) = name(table, "title", row) {
            titles.insert(code.clone(), title);
        }
        let fen = money(table, "paid_fen", row).unwrap_or(0);
        let sum = sums.entry(code).or_default().entry(day).or_default();
        sum.0 = sum.0.saturating_add(u32::try_from(units).unwrap_or(0));
        sum.1 += fen;
    }
    let doubts = &mut into.origins.doubts;
    for (number, units) in shared {
        doubts.shared.add(&number.to_string(), units);
    }
    for (code, units) in unnamed {
        doubts.unnamed.add(&code, units);
    }
    for (code, days) in sums {
        let goods = into.goods.entry(code.clone()).or_default();
        let sold = days
            .into_iter()
            .filter(|(_, (units, _))| *units > 0)
            .map(|(day, (units, fen))| Sold { day, units, fen });
        goods.sold = sold.collect();
        if let Some(title) = titles.get(&code) {
            goods.title = (*title).to_owned();
        }
        resolve.sold.insert(code);
    }
}
