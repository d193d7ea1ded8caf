//! The same quantity from different files, side by side: by how much they differ, which rows explain the difference, and
//! what is left.
//!
//! Two sources are compared over the days that both speak of. Every explained part is computed from rows; what no row
//! explains is the remainder: `b − a` is always the sum of the parts and the remainder, to the 分, on every day and over
//! all of them. `sources` turns the merged rows of each kind into [`Series`]; what a file calls a column is known there only.

mod by_day;
mod by_order;
pub(crate) mod daily;
mod findings;
mod series;
mod sources;
#[cfg(test)]
mod tests;

pub use series::{Amount, Entry, Fact, Facts, Series};
pub use sources::{Shelf, kinds, read};

use crate::analytics::coverage::Coverage;
use crate::analytics::period::Period;
use crate::model::time::{Day, Span};
use findings::Findings;
use serde::{Deserialize, Serialize};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Quantity {
    /// 支付金额, refunds not taken off, by the day of payment.
    Paid,
    /// 下单金额, by the day of the order.
    Ordered,
    /// 支付买家数: different people, who do not add up over days.
    Buyers,
    /// 成功退款金额.
    Refunds,
    /// 推广花费, all of it.
    AdSpend,
    /// 关键词推广 (formerly 直通车) alone.
    KeywordSpend,
    /// 人群推广 (formerly 钻展) alone.
    AudienceSpend,
    /// 淘宝客 commission.
    Commission,
}

/// Where a value comes from: one kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Source {
    /// The order list.
    Orders,
    /// The order details: one row per sub-order.
    OrderDetails,
    /// The refund export.
    Refunds,
    /// 生意参谋: the whole shop, day by day.
    SycmShop,
    /// 生意参谋: trade trend.
    SycmTrade,
    /// 生意参谋: item ranking, summed over the items.
    SycmItems,
    /// 千牛 bills.
    Bills,
    /// 支付宝 bills.
    Alipay,
    /// 聚水潭 orders.
    Jushuitan,
    /// 旺店通 shipments.
    Wangdiantong,
    /// 万相台, by plan.
    AdPlans,
    /// 万相台, by item.
    AdItems,
    /// 万相台, by scene.
    AdScenes,
    /// Keyword reports.
    AdKeywords,
    /// Audience reports.
    AdAudiences,
    /// 直通车 as it was.
    Zhitongche,
    /// 钻展 as it was.
    Zuanzhan,
    /// 淘宝客 settlement.
    TaokeSettlement,
    /// 淘宝客, day by day.
    TaokeDaily,
}

/// Why two sources differ. What a part of this reason says is worked out of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// The same orders, dated on another day that is compared too.
    OtherDay,
    /// The same orders, dated on a day that is not compared.
    OutsideDays,
    /// The same orders, a few minutes apart across midnight.
    Midnight,
    /// Refunds taken off in one and not in the other.
    NettedRefunds,
    /// Postage, which only one of the two counts.
    Postage,
    /// At most one 分 for each row.
    Rounding,
    /// Presales whose balance is not paid: counted in full on the day when it is.
    PresaleBalance,
    /// Orders that the list has as not paid.
    Unpaid,
    /// Orders closed or refunded in full, which the other does not have.
    Closed,
    /// Orders not yet completed, for which no money has come in.
    NotSettled,
    /// Orders not yet shipped.
    NotShipped,
    /// Orders that only the first source has.
    OnlyInFirst,
    /// Orders that only the second source has.
    OnlyInSecond,
    /// Orders paid on these days that the order list lacks and the order details have.
    MissingInList,
    /// The same orders with another amount: where the difference lies, not why.
    OtherAmount,
}

impl Reason {
    /// Whether it says why, and not only where.
    pub fn explains(self) -> bool {
        self != Reason::OtherAmount
    }
}

/// A part of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Why.
    pub reason: Reason,
    /// How much it adds on the way from the first source to the second, in 分.
    pub fen: i64,
    /// How many orders, or days where no order is named.
    pub count: u64,
    /// Some of the orders, in the middle masked.
    pub orders: Vec<String>,
}

/// One day that is compared, or a range that a file sums up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The days.
    pub span: Span,
    /// The first source's value.
    pub a: i64,
    /// The second source's value.
    pub b: i64,
    /// What rows explain of `b − a`.
    pub explained: i64,
}

impl Row {
    /// What nothing explains.
    pub fn open(&self) -> i64 {
        self.b - self.a - self.explained
    }
}

/// How two sources stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// No day is compared.
    NoCommonDay,
    /// The same on every day.
    Agrees,
    /// Rows explain all of the difference on every day.
    Explained,
    /// Something is left unexplained.
    Open,
}

/// Two sources of one quantity, held against each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The first source.
    pub a: Source,
    /// The second source.
    pub b: Source,
    /// The days compared, each with both values.
    pub rows: Vec<Row>,
    /// What explains the difference, and where the rest of it lies, as far as that is known.
    pub parts: Vec<Part>,
    /// Days that only the first source speaks of.
    pub only_a: Vec<Span>,
    /// Days that only the second source speaks of.
    pub only_b: Vec<Span>,
}

impl Check {
    /// The first source over the days compared.
    pub fn a_total(&self) -> i64 {
        self.rows.iter().map(|r| r.a).sum()
    }

    /// The second source over the days compared.
    pub fn b_total(&self) -> i64 {
        self.rows.iter().map(|r| r.b).sum()
    }

    /// What rows explain of the difference.
    pub fn explained(&self) -> i64 {
        self.rows.iter().map(|r| r.explained).sum()
    }

    /// What nothing explains.
    pub fn open(&self) -> i64 {
        self.b_total() - self.a_total() - self.explained()
    }

    /// How the two stand to each other.
    pub fn standing(&self) -> Standing {
        if self.rows.is_empty() {
            Standing::NoCommonDay
        } else if self.rows.iter().any(|r| r.open() != 0) {
            Standing::Open
        } else if self.rows.iter().any(|r| r.a != r.b) {
            Standing::Explained
        } else {
            Standing::Agrees
        }
    }

    /// The days compared, ranges put together.
    pub fn days(&self) -> Coverage {
        Coverage::of(self.rows.iter().map(|r| r.span))
    }
}

/// One source of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Which.
    pub source: Source,
    /// Its value over the days of the period that it speaks of; `None` where it speaks of none, or where days do not add
    /// up and no file sums them.
    pub total: Option<i64>,
    /// Days of the period that it speaks of.
    pub days: i32,
}

/// One quantity and all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which.
    pub quantity: Quantity,
    /// The sources that have been imported, the one that the others are held against first.
    pub sides: Vec<Side>,
    /// The sources that could be imported.
    pub missing: Vec<Source>,
    /// The sources that have been imported and do not say this.
    pub silent: Vec<Source>,
    /// The first source against each of the others.
    pub checks: Vec<Check>,
}

/// All quantities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconciliation {
    /// The days looked at; `None` when there is nothing at all.
    pub span: Option<Span>,
    /// The days on which at least two files can be held against each other.
    pub common: Option<Span>,
    /// The quantities that at least one file speaks of.
    pub lines: Vec<Line>,
}

/// What is known of one quantity: a series per source, the one that the others are held against first.
#[derive(Clone, Debug)]
pub struct Book {
    /// The quantity.
    pub quantity: Quantity,
    /// Its sources.
    pub series: Vec<Series>,
    /// Sources that have not been imported.
    pub missing: Vec<Source>,
    /// Sources that have been imported and do not say this: without the column, or without days.
    pub silent: Vec<Source>,
}

/// Holds everything against each other over a period, counted back from the last day on which two files can be.
pub fn reconcile(books: &[Book], facts: &Facts, period: Period) -> Reconciliation {
    let everything = Span::new(Day(0), Day(i32::from(u16::MAX)));
    let pairs = || {
        let others = |book: &'_ Book| book.series.len().saturating_sub(1);
        books.iter().flat_map(move |book| {
            (0..others(book)).map(move |i| (&book.series[0], &book.series[i + 1]))
        })
    };
    let common = hull(pairs().flat_map(|(a, b)| series::units(a, b, everything)));
    let extent = books
        .iter()
        .flat_map(|b| &b.series)
        .filter_map(Series::extent);
    let span = common.or(hull(extent)).map(|data| period.resolve(data));
    let Some(span) = span else {
        return Reconciliation::default();
    };
    Reconciliation {
        span: Some(span),
        common,
        lines: books.iter().map(|book| line(book, facts, span)).collect(),
    }
}

fn line(book: &Book, facts: &Facts, span: Span) -> Line {
    let checks = match book.series.split_first() {
        Some((first, others)) => others
            .iter()
            .map(|other| check(book, first, other, facts, span))
            .collect(),
        None => Vec::new(),
    };
    Line {
        quantity: book.quantity,
        sides: book.series.iter().map(|s| side(s, span)).collect(),
        missing: book.missing.clone(),
        silent: book.silent.clone(),
        checks,
    }
}

fn side(series: &Series, span: Span) -> Side {
    let units = series::units(series, series, span);
    let total = if series.adds {
        units.iter().map(|u| series.value(*u)).sum()
    } else {
        series.people(span)
    };
    Side {
        source: series.source,
        total: total.filter(|_| !units.is_empty()),
        days: units.iter().map(|u| u.len_days()).sum(),
    }
}

fn check(book: &Book, a: &Series, b: &Series, facts: &Facts, span: Span) -> Check {
    let units = series::units(a, b, span);
    let findings = if !a.adds {
        Findings::default()
    } else if a.is_by_order() && b.is_by_order() {
        by_order::compare(a, b, &units, facts)
    } else {
        by_day::compare(book, a, b, &units, facts)
    };
    let explained = findings.explained(units.len());
    let rows = units.iter().zip(explained).map(|(unit, explained)| Row {
        span: *unit,
        a: a.value(*unit).unwrap_or(0),
        b: b.value(*unit).unwrap_or(0),
        explained,
    });
    Check {
        a: a.source,
        b: b.source,
        rows: rows.collect(),
        parts: findings.parts(),
        only_a: series::only(a, b, span),
        only_b: series::only(b, a, span),
    }
}

fn hull(spans: impl Iterator<Item = Span>) -> Option<Span> {
    spans.reduce(|a, b| Span {
        first: a.first.min(b.first),
        last: a.last.max(b.last),
    })
}
