//! From the merged rows of each kind to series: the only place here that knows what a kind calls its columns.

use super::series::{Entry, Fact, Facts, Series};
use super::{Book, Quantity, Source};
use crate::analytics::cells::{moment, money, name, number};
use crate::analytics::coverage::Coverage;
use crate::import::kinds::{DAY, Kind, LAST_DAY, by_name, orders::column};
use crate::model::order::OrderStatus;
use crate::model::refund::RefundStatus;
use crate::model::time::{Civil, Span};
use crate::table::Table;
use crate::workspace::orders::{Order, Orders};
use std::collections::BTreeMap;

/// The rows that can be read: orders, and of each other kind its table and the days that its files cover.
#[derive(Debug)]
pub struct Shelf<'a> {
    /// The merged orders.
    pub orders: &'a Orders,
    /// The days that the order files cover.
    pub coverage: Coverage,
    /// The other kinds, by name.
    pub others: BTreeMap<&'static str, (&'a Table, Coverage)>,
}

/// Which sources a quantity has, the one that the others are held against first.
const QUANTITIES: [(Quantity, &[Source]); 8] = [
    (
        Quantity::Paid,
        &[
            Source::Orders,
            Source::OrderDetails,
            Source::SycmShop,
            Source::SycmTrade,
            Source::SycmItems,
            Source::Bills,
            Source::Alipay,
            Source::Jushuitan,
            Source::Wangdiantong,
        ],
    ),
    (
        Quantity::Buyers,
        &[Source::Orders, Source::SycmShop, Source::SycmTrade],
    ),
    (
        Quantity::Ordered,
        &[
            Source::Orders,
            Source::SycmShop,
            Source::SycmTrade,
            Source::SycmItems,
        ],
    ),
    (
        Quantity::Refunds,
        &[
            Source::Orders,
            Source::Refunds,
            Source::SycmShop,
            Source::SycmItems,
        ],
    ),
    (
        Quantity::AdSpend,
        &[
            Source::SycmShop,
            Source::AdPlans,
            Source::AdScenes,
            Source::AdItems,
        ],
    ),
    (
        Quantity::KeywordSpend,
        &[Source::SycmShop, Source::AdKeywords, Source::Zhitongche],
    ),
    (
        Quantity::AudienceSpend,
        &[Source::SycmShop, Source::AdAudiences, Source::Zuanzhan],
    ),
    (
        Quantity::Commission,
        &[
            Source::TaokeSettlement,
            Source::TaokeDaily,
            Source::SycmShop,
            Source::Bills,
            Source::Alipay,
        ],
    ),
];

impl Source {
    const ALL: [Source; 19] = [
        Source::Orders,
        Source::OrderDetails,
        Source::Refunds,
        Source::SycmShop,
        Source::SycmTrade,
        Source::SycmItems,
        Source::Bills,
        Source::Alipay,
        Source::Jushuitan,
        Source::Wangdiantong,
        Source::AdPlans,
        Source::AdItems,
        Source::AdScenes,
        Source::AdKeywords,
        Source::AdAudiences,
        Source::Zhitongche,
        Source::Zuanzhan,
        Source::TaokeSettlement,
        Source::TaokeDaily,
    ];

    /// The stored name of the kind of file that it comes from.
    pub fn kind_name(self) -> &'static str {
        match self {
            Source::Orders => "orders",
            Source::OrderDetails => "order_details",
            Source::Refunds => "refunds",
            Source::SycmShop => "sycm_shop",
            Source::SycmTrade => "sycm_trend",
            Source::SycmItems => "sycm_items",
            Source::Bills => "qianniu_bills",
            Source::Alipay => "alipay_bills",
            Source::Jushuitan => "jushuitan_orders",
            Source::Wangdiantong => "wangdiantong_shipments",
            Source::AdPlans => "wanxiang_plans",
            Source::AdItems => "wanxiang_items",
            Source::AdScenes => "wanxiang_scenes",
            Source::AdKeywords => "wanxiang_keywords",
            Source::AdAudiences => "wanxiang_crowds",
            Source::Zhitongche => "zhitongche",
            Source::Zuanzhan => "zuanzhan",
            Source::TaokeSettlement => "taoke_settlements",
            Source::TaokeDaily => "taoke_daily",
        }
    }

    /// The kind of file that it comes from; `None` for one that is not read.
    pub fn kind(self) -> Option<&'static Kind> {
        by_name(self.kind_name())
    }

    pub(super) fn is_of_sycm(self) -> bool {
        matches!(
            self,
            Source::SycmShop | Source::SycmTrade | Source::SycmItems
        )
    }

    /// Whether it says what has come in, which is when the buyer has the goods.
    pub(super) fn is_of_money_received(self) -> bool {
        matches!(self, Source::Bills | Source::Alipay)
    }
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    Source::ALL.into_iter().filter_map(Source::kind)
}

/// What the files say of every quantity, and what the order list knows of its orders.
pub fn read(shelf: &Shelf) -> (Vec<Book>, Facts) {
    let facts = facts(shelf);
    let books = QUANTITIES.map(|(quantity, sources)| {
        let mut book = Book {
            quantity,
            series: Vec::new(),
            missing: Vec::new(),
            silent: Vec::new(),
        };
        for source in sources {
            match series(shelf, quantity, *source) {
                Some(series) => book.series.push(series),
                None if shelf.others.contains_key(source.kind_name()) => book.silent.push(*source),
                None if source.kind().is_some() => book.missing.push(*source),
                None => {}
            }
        }
        book
    });
    (books.into(), facts)
}

pub(super) fn series(shelf: &Shelf, quantity: Quantity, source: Source) -> Option<Series> {
    if source == Source::Orders {
        return of_orders(shelf, quantity);
    }
    let (table, coverage) = shelf.others.get(source.kind_name())?;
    let series = match source {
        Source::OrderDetails => details(table, coverage)?,
        Source::Refunds => refunds(table, coverage)?,
        Source::Bills | Source::Alipay => bills(table, coverage, source, quantity)?,
        Source::Jushuitan => jushuitan(table, coverage)?,
        Source::Wangdiantong => {
            let fen = |row: usize| money(table, "goods_fen", row);
            by_order(source, table, coverage, &["paid_at"], fen)?
        }
        Source::TaokeSettlement => {
            let fen = |row: usize| money(table, "commission_fen", row);
            let moments = ["settled_at", "charged_at", "received_at"];
            by_order(source, table, coverage, &moments, fen)?
        }
        Source::SycmShop if quantity == Quantity::AdSpend && !has_all_spend(table) => return None,
        _ => by_day(source, table, columns(quantity, source))?,
    };
    Some(match quantity {
        Quantity::Buyers => series.of_people(),
        _ => series,
    })
}

/// The columns that make up a quantity where a file names no orders; several are added up.
fn columns(quantity: Quantity, source: Source) -> &'static [&'static str] {
    match (quantity, source) {
        (Quantity::Commission, Source::TaokeDaily) => &["settled_commission_fen"],
        (Quantity::Commission, _) => &["commission_fen"],
        (Quantity::Paid, _) => &["paid_fen"],
        (Quantity::Ordered, _) => &["ordered_fen"],
        (Quantity::Buyers, _) => &["paying_buyers"],
        (Quantity::Refunds, _) => &["refund_fen"],
        (Quantity::AdSpend, Source::SycmShop) => &[
            "site_ads_fen",
            "keyword_ads_fen",
            "audience_ads_fen",
            "scene_ads_fen",
            "display_ads_fen",
        ],
        (Quantity::KeywordSpend, Source::SycmShop) => &["keyword_ads_fen"],
        (Quantity::AudienceSpend, Source::SycmShop) => &["audience_ads_fen", "display_ads_fen"],
        (Quantity::AdSpend | Quantity::KeywordSpend | Quantity::AudienceSpend, _) => &["spent_fen"],
    }
}

/// Whether a file of the shop has a column for every way of advertising, as they are since 2023 or were before: the columns
/// are ticked by the operator, and a sum of some of them is not what was spent.
fn has_all_spend(table: &Table) -> bool {
    let now = [
        "site_ads_fen",
        "keyword_ads_fen",
        "audience_ads_fen",
        "scene_ads_fen",
    ];
    let before = ["keyword_ads_fen", "display_ads_fen"];
    let has = |columns: &[&str]| columns.iter().all(|c| table.column(c).is_some());
    has(&now) || has(&before)
}

fn of_orders(shelf: &Shelf, quantity: Quantity) -> Option<Series> {
    if shelf.orders.is_empty() {
        return None;
    }
    let amount = |order: &Order| match quantity {
        Quantity::Paid => Some((order.paid?, order.paid_gross_fen)),
        Quantity::Refunds => Some((order.paid?, order.refund_fen)),
        Quantity::Ordered => Some((order.created?, order.ordered_fen)),
        Quantity::Buyers => Some((order.paid?, 0)),
        _ => None,
    };
    let table = shelf.orders.records().table();
    if quantity == Quantity::Refunds && table.column(column::REFUND_FEN).is_none()
        || quantity == Quantity::Buyers && table.column(column::BUYER).is_none()
    {
        return None;
    }
    let ids = table.ids(column::ORDER_ID);
    let entries = ids.iter().zip(shelf.orders.columns().iter());
    let entries = entries.filter_map(|(id, order)| {
        let (at, fen) = amount(&order)?;
        let (order, is_wanted) = match quantity {
            Quantity::Buyers => (order.buyer, order.buyer != 0),
            _ => (*id, fen != 0),
        };
        is_wanted.then_some(Entry { order, at, fen })
    });
    let series = Series::by_order(Source::Orders, entries.collect(), shelf.coverage.clone());
    Some(match quantity {
        Quantity::Buyers => series.of_people(),
        _ => series,
    })
}

fn facts(shelf: &Shelf) -> Facts {
    let table = shelf.orders.records().table();
    let status = table.states(column::STATUS);
    let has_refunds = table.column(column::REFUND_FEN).is_some();
    let mut facts = Facts::default();
    let ids = table.ids(column::ORDER_ID).iter();
    for (row, (id, order)) in ids.zip(shelf.orders.columns().iter()).enumerate() {
        let status = OrderStatus::from_code(status.get(row).copied().unwrap_or(0));
        let is_refunded = order.refund_fen > 0 && order.refund_fen >= order.paid_gross_fen;
        let fact = Fact {
            paid: order.paid,
            refund_fen: order.refund_fen,
            is_refund_hidden: !has_refunds,
            postage_fen: money(table, column::POSTAGE_FEN, row).unwrap_or(0),
            is_over: status == OrderStatus::Closed || is_refunded,
            is_completed: status == OrderStatus::Completed,
            is_unshipped: status == OrderStatus::Paid,
            is_deposit: name(table, column::STAGES, row).is_some_and(is_balance_due),
        };
        facts.insert(*id, fact);
    }
    if let Some(refunds) = series(shelf, Quantity::Refunds, Source::Refunds) {
        for entry in refunds.entries.iter().flatten() {
            let fact = facts.get_mut(&entry.order).filter(|f| f.is_refund_hidden);
            if let Some(fact) = fact {
                fact.refund_fen += entry.fen;
            }
        }
    }
    facts
}

/// `阶段1:定金已付,阶段2:尾款未付`: the balance of a presale is still to be paid.
fn is_balance_due(stages: &str) -> bool {
    ["尾款未付", "未付尾款", "尾款待付", "待付尾款"]
        .iter()
        .any(|text| stages.contains(text))
}

/// Amounts before refunds of the sub-orders, by the moment of payment. Whether a row has its refund taken off is told by
/// what was due for it.
fn details(table: &Table, coverage: &Coverage) -> Option<Series> {
    table.column("paid_fen")?;
    let fen = |row: usize| {
        let paid = money(table, "paid_fen", row)?;
        let refund = money(table, "refund_fen", row).unwrap_or(0);
        let is_gross = money(table, "goods_fen", row) == Some(paid) && paid > 0;
        Some(if is_gross { paid } else { paid + refund })
    };
    by_order(Source::OrderDetails, table, coverage, &["paid_at"], fen)
}

/// Refunds that succeeded, by the moment of their success.
fn refunds(table: &Table, coverage: &Coverage) -> Option<Series> {
    let fen = |row: usize| {
        let status = table.states("status").get(row).copied().unwrap_or(0);
        money(table, "refund_fen", row)
            .filter(|_| RefundStatus::from_code(status) == RefundStatus::Succeeded)
    };
    by_order(Source::Refunds, table, coverage, &["refunded_at"], fen)
}

/// Movements of an account: what buyers paid, or what commission was taken.
fn bills(table: &Table, coverage: &Coverage, source: Source, quantity: Quantity) -> Option<Series> {
    let is_of = |row: usize, parts: &[&str]| {
        let kind = name(table, "bill_type", row);
        kind.is_some_and(|kind| parts.iter().any(|part| kind.contains(part)))
    };
    let amount = |column: &str, row: usize| money(table, column, row).unwrap_or(0).abs();
    let fen = |row: usize| match quantity {
        Quantity::Paid => {
            is_of(row, &["交易付款", "交易收款", "在线支付"]).then(|| amount("income_fen", row))
        }
        _ => is_of(row, &["淘宝客", "淘客"])
            .then(|| amount("expense_fen", row) - amount("income_fen", row)),
    };
    by_order(source, table, coverage, &["booked_at", "booked_day"], fen)
}

/// What was paid for each order: it stands again in each of the order's rows.
fn jushuitan(table: &Table, coverage: &Coverage) -> Option<Series> {
    let mut paid: BTreeMap<(u64, u64), (u32, i64)> = BTreeMap::new();
    let (orders, inner) = (table.ids("order_id"), table.ids("inner_order_id"));
    for (row, order) in orders.iter().enumerate() {
        let is_cancelled = name(table, "state", row).is_some_and(|s| s.contains("取消"));
        let at = moment(table, &["paid_at", "created_at"], row);
        let fen = money(table, "order_paid_fen", row);
        if let (Some(at), Some(fen), false) = (at, fen, is_cancelled || *order == 0) {
            let known = paid
                .entry((*order, inner.get(row).copied().unwrap_or(0)))
                .or_insert((at, fen));
            *known = (known.0.min(at), known.1.max(fen));
        }
    }
    let entries = paid.into_iter().filter(|(_, (_, fen))| *fen != 0);
    let entries = entries.map(|((order, _), (at, fen))| Entry { order, at, fen });
    let series = Series::by_order(Source::Jushuitan, entries.collect(), coverage.clone());
    (!table.money("order_paid_fen").is_empty()).then_some(series)
}

fn by_order(
    source: Source,
    table: &Table,
    coverage: &Coverage,
    moments: &[&str],
    fen: impl Fn(usize) -> Option<i64>,
) -> Option<Series> {
    let ids = table.ids("order_id");
    moments.iter().find_map(|m| table.column(m))?;
    let entries = ids.iter().enumerate().filter_map(|(row, order)| {
        let (at, fen) = (moment(table, moments, row)?, fen(row)?);
        (*order != 0 && fen != 0).then_some(Entry {
            order: *order,
            at,
            fen,
        })
    });
    let entries: Vec<Entry> = entries.collect();
    (!entries.is_empty()).then(|| Series::by_order(source, entries, coverage.clone()))
}

pub(super) fn by_day(source: Source, table: &Table, columns: &[&str]) -> Option<Series> {
    let whole = whole_rows(table);
    let rows = (0..table.rows())
        .filter(|row| whole(*row))
        .filter_map(|row| {
            let first = moment(table, &[DAY], row)?;
            let last = moment(table, &[LAST_DAY], row).unwrap_or(first);
            let known = columns.iter().filter_map(|c| number(table, c, row));
            let value = known.reduce(|a, b| a + b)?;
            Some((Span::new(Civil(first).day(), Civil(last).day()), value))
        });
    let rows: Vec<(Span, i64)> = rows.collect();
    (!rows.is_empty()).then(|| Series::by_day(source, rows))
}

/// Some files have a row for each terminal beside the one for all of them, which then counts alone.
fn whole_rows(table: &Table) -> impl Fn(usize) -> bool {
    let is_all = |row: usize| {
        name(table, "terminal", row).is_some_and(|t| t.contains("所有") || t.contains("全部"))
    };
    let has_whole = (0..table.rows()).any(is_all);
    move |row| !has_whole || is_all(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_and_every_column_is_of_a_kind_that_is_read() {
        for (quantity, sources) in QUANTITIES {
            for source in sources {
                let kind = source
                    .kind()
                    .unwrap_or_else(|| panic!("{}", source.kind_name()));
                let named: &[&str] = match source {
                    Source::Orders => &[],
                    Source::OrderDetails => {
                        &["order_id", "paid_at", "paid_fen", "goods_fen", "refund_fen"]
                    }
                    Source::Refunds => &["order_id", "refunded_at", "refund_fen", "status"],
                    Source::Bills => &[
                        "order_id",
                        "booked_at",
                        "booked_day",
                        "bill_type",
                        "income_fen",
                    ],
                    Source::Alipay => &[
                        "order_id",
                        "booked_at",
                        "bill_type",
                        "income_fen",
                        "expense_fen",
                    ],
                    Source::Jushuitan => &["order_id", "inner_order_id", "order_paid_fen", "state"],
                    Source::Wangdiantong => &["order_id", "paid_at", "goods_fen"],
                    Source::TaokeSettlement => &["order_id", "settled_at", "commission_fen"],
                    _ => columns(quantity, *source),
                };
                for column in named {
                    assert!(kind.field(column).is_some(), "{}.{column}", kind.name);
                }
            }
        }
    }
}
