//! What the demo store's manager exports beside the orders: 生意参谋, refunds, advertising, bills, stock and costs of the
//! last three months, made from the same orders, so that they agree with them where real ones do and differ where real
//! ones differ. One day is missing and some exports are not up to date, as it is on a real desk.

mod ads;
mod bills;
mod facts;
mod refunds;
mod sycm;
mod tables;

use super::DemoFile;
use super::encode::Bytes;
use super::forms::Encoding;
use super::orders::Store;
use crate::model::time::{Day, Span};
pub(super) use facts::Facts;

/// The day of which nobody exported 生意参谋, counted back from the last.
const FORGOTTEN: i32 = 9;
/// Days of which each has an item ranking of its own.
const RANKED_DAYS: i32 = 14;

/// A file beside the orders.
#[derive(Clone, Copy, Debug)]
pub(super) enum Report {
    Shop(Span),
    Items(Day),
    Refunds(Span),
    Ads(Span),
    Bills(Span),
    Stock(Day),
    Costs,
}

/// All of them, in the order in which they are imported.
pub(super) fn all(store: &Store) -> Vec<Report> {
    let last = store.last;
    let forgotten = last.plus(-FORGOTTEN);
    let months = months(store);
    let mut all = vec![Report::Costs];
    for month in &months {
        if month.contains(forgotten) {
            let parts = [
                (month.first, forgotten.plus(-1)),
                (forgotten.plus(1), month.last),
            ];
            let parts = parts.into_iter().filter(|(first, last)| first <= last);
            all.extend(parts.map(|(first, last)| Report::Shop(Span { first, last })));
        } else {
            all.push(Report::Shop(*month));
        }
        all.push(Report::Refunds(*month));
        all.push(Report::Bills(*month));
    }
    // The newest day of the items and the bills of the advertising are not there yet.
    let ranked = (1..=RANKED_DAYS).rev().map(|ago| last.plus(-ago));
    all.extend(ranked.filter(|day| *day != forgotten).map(Report::Items));
    all.push(Report::Ads(Span {
        first: months[0].first,
        last,
    }));
    all.push(Report::Stock(last));
    all
}

/// The last three calendar months, the newest as far as it goes.
fn months(store: &Store) -> Vec<Span> {
    let newest = store.last.month_start();
    let before = newest.plus(-1).month_start();
    let first = before.plus(-1).month_start();
    [first, before, newest]
        .map(|month| Span {
            first: month,
            last: month.month_end().min(store.last),
        })
        .to_vec()
}

/// Writes one of them; `facts` are worked out with the first.
pub(super) fn file(
    store: &Store,
    report: Report,
    facts: &mut Option<Facts>,
    bytes: &mut Bytes,
) -> DemoFile {
    let facts = facts.get_or_insert_with(|| Facts::of(store, months(store)[0].first));
    let compact = |day: Day| day.date().format("%Y%m%d").to_string();
    let (name, text, encoding) = match report {
        Report::Shop(span) => (
            format!("【生意参谋平台】店铺概况_{}_{}.xls", span.first, span.last),
            sycm::shop(facts, span),
            Encoding::Utf8,
        ),
        Report::Items(day) => (
            format!("【生意参谋平台】商品_全部_{day}_{day}.xls"),
            sycm::items(facts, day),
            Encoding::Utf8Bom,
        ),
        Report::Refunds(span) => (
            format!(
                "退款管理_{}_{}.csv",
                compact(span.first),
                compact(span.last)
            ),
            refunds::file(store, facts, span),
            Encoding::Gbk,
        ),
        Report::Ads(span) => (
            format!("计划报表_{}_091500.csv", compact(span.last.plus(1))),
            ads::plans(facts, span),
            Encoding::Gbk,
        ),
        Report::Bills(span) => (
            format!(
                "账单明细_{}_{}.csv",
                compact(span.first),
                compact(span.last)
            ),
            bills::file(facts, span),
            Encoding::Gbk,
        ),
        Report::Stock(day) => (
            format!("商品库存_{}.csv", compact(day.plus(1))),
            tables::stock(facts, day),
            Encoding::Gbk,
        ),
        Report::Costs => ("成本表.csv".to_owned(), tables::costs(), Encoding::Utf8Bom),
    };
    DemoFile {
        name,
        bytes: bytes.of(&text, encoding),
    }
}

/// 分 as yuan.
fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// 分 as yuan, with commas between thousands, as 生意参谋 writes it.
fn grouped_yuan(fen: i64) -> String {
    format!("{}.{:02}", grouped(fen / 100), fen % 100)
}

fn grouped(number: i64) -> String {
    crate::i18n::format::grouped(number)
}

/// A share in percent with two decimals; `-` where there is nothing to divide by.
fn percent(part: i64, whole: i64) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let hundredths = (part * 10_000 + whole / 2) / whole;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The first part per the second, in 分, as yuan; `-` where there is nothing to divide by.
fn yuan_per(fen: i64, per: i64) -> String {
    if per == 0 {
        return "-".to_owned();
    }
    yuan((fen + per / 2) / per)
}
