//! The items of a period: what each sold, against what, with what is on hand and what it costs.
//!
//! Sales come from 商品排行 of 生意参谋, else the order details, else the titles of the order list, which names all items of an
//! order in one cell. They are never added to each other. Two periods are compared over the days that both have: where one
//! misses a day, the day beside it in the other does not count either.

mod sales;
mod stock;

use crate::analytics::coverage::Coverage;
use crate::analytics::decompose::{Traffic, three_factors};
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::{Kind, by_name};
use crate::model::time::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What makes an item: the platform's number where a file has one, else the shop's own code, else its title.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ItemKey {
    /// 商品ID.
    Id(u64),
    /// 商家编码.
    Code(String),
    /// 宝贝标题.
    Title(String),
}

/// What an item sold. What its file does not say is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSales {
    /// Paid before refunds, in 分.
    pub paid_fen: i64,
    /// Units paid.
    pub units: Option<i64>,
    /// People who looked at it, added up by day.
    pub visitors: Option<i64>,
    /// People who paid, added up by day.
    pub buyers: Option<i64>,
    /// People who put it into the cart, added up by day.
    pub cart_buyers: Option<i64>,
    /// Refunds, in 分.
    pub refund_fen: Option<i64>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is known by.
    pub key: ItemKey,
    /// Its title, the newest that is known; its code where it has none.
    pub title: String,
    /// The shop's own codes of it.
    pub codes: Vec<String>,
    /// What it sold in the period.
    pub now: ItemSales,
    /// What it sold on those days of the period that the period before has too.
    pub paired: ItemSales,
    /// What it sold on the days beside them in the period before.
    pub base: ItemSales,
    /// What is on hand; `None` where no table of stock names it.
    pub stock: Option<Stock>,
    /// What a unit costs with its packing and freight, in 分; of several codes the mean.
    pub cost_fen: Option<i64>,
}

/// What is on hand of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stock {
    /// Units that can be sold, in thousandths.
    pub units_milli: i64,
    /// Units on order, in thousandths.
    pub inbound_milli: i64,
}

/// The items of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Items {
    /// The stored name of the kind of file that the sales come from; empty where there is none.
    pub source: String,
    /// The period.
    pub span: Option<Span>,
    /// How many of its days that kind of file does not cover.
    pub missing_days: i32,
    /// The period before.
    pub base_span: Option<Span>,
    /// How many days are compared: those that both periods have.
    pub paired_days: i32,
    /// What all items sold.
    pub total_fen: i64,
    /// What all items sold on the days that are compared, and on those that they are compared with.
    pub compared_fen: (i64, i64),
    /// The day of the stock.
    pub stock_day: Option<Day>,
    /// Codes in the stock that belong to no item that sold.
    pub idle_codes: u32,
    /// The items, the highest amount first.
    pub items: Vec<Item>,
}

impl Items {
    /// Units sold per day, over the days of the period that are known.
    pub fn units_per_day(&self, item: &Item) -> Option<f64> {
        let days = self.span?.len_days() - self.missing_days;
        let units = item.now.units?;
        (days > 0).then(|| units as f64 / f64::from(days))
    }

    /// For how many days the stock lasts; nothing where nothing sells.
    pub fn cover_days(&self, item: &Item) -> Option<f64> {
        let per_day = self.units_per_day(item).filter(|units| *units > 0.0)?;
        Some((item.stock?.units_milli.max(0)) as f64 / 1000.0 / per_day)
    }

    /// Whether there are days to compare.
    pub fn is_comparable(&self) -> bool {
        self.paired_days > 0
    }
}

impl Item {
    /// What visitors, conversion and spend per buyer have in the change of what it sold, in 分; `None` where its file does
    /// not know its visitors.
    pub fn parts(&self) -> Option<[i64; 3]> {
        let side = |sales: &ItemSales| {
            Some(Traffic {
                visitors: sales.visitors?,
                buyers: sales.buyers?,
                fen: sales.paid_fen,
            })
        };
        Some(three_factors(side(&self.paired)?, side(&self.base)?))
    }
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let names = sales::KINDS.into_iter().chain(stock::KINDS);
    names.filter_map(by_name)
}

/// The items of a period against another; at most `top` of them, all of them counted in the total.
pub fn items(shelf: &Shelf, span: Span, base: Option<Span>, top: usize) -> Items {
    let Some(book) = sales::best(shelf, span) else {
        return Items::default();
    };
    let stock = stock::read(shelf);
    let now = book.of(span.days());
    let pairs = base.map(|base| book.pairs(span, base)).unwrap_or_default();
    let paired = book.of(pairs.iter().map(|(day, _)| *day));
    let before = book.of(pairs.iter().map(|(_, day)| *day));
    let mut keys: Vec<&ItemKey> = now.keys().chain(before.keys()).collect();
    keys.sort();
    keys.dedup();
    let all = keys.into_iter().map(|key| {
        let names = book.names.get(key).cloned().unwrap_or_default();
        Item {
            stock: stock.of(key, &names.codes),
            cost_fen: stock.cost_of(key, &names.codes),
            key: key.clone(),
            title: names.title,
            codes: names.codes,
            now: now.get(key).copied().unwrap_or(book.nothing),
            paired: paired.get(key).copied().unwrap_or(book.nothing),
            base: before.get(key).copied().unwrap_or(book.nothing),
        }
    });
    let mut items: Vec<Item> = all.collect();
    items.sort_by(|a, b| {
        let by_amount = b.now.paid_fen.cmp(&a.now.paid_fen);
        by_amount
            .then_with(|| b.base.paid_fen.cmp(&a.base.paid_fen))
            .then_with(|| a.key.cmp(&b.key))
    });
    let total_fen = items.iter().map(|item| item.now.paid_fen).sum();
    let sum = |of: fn(&Item) -> &ItemSales| items.iter().map(|item| of(item).paid_fen).sum();
    let compared_fen = (sum(|item| &item.paired), sum(|item| &item.base));
    let idle_codes = stock.idle(&items);
    items.truncate(top);
    Items {
        source: book.kind.to_owned(),
        span: Some(span),
        missing_days: book.coverage.missing_days(span),
        base_span: base,
        paired_days: pairs.len() as i32,
        total_fen,
        compared_fen,
        stock_day: stock.day,
        idle_codes,
        items,
    }
}

/// By what an item is known beside its key.
#[derive(Clone, Debug, Default)]
struct Names {
    title: String,
    codes: Vec<String>,
}

/// What one kind of file says of the items, day by day.
struct Book {
    kind: &'static str,
    coverage: Coverage,
    names: BTreeMap<ItemKey, Names>,
    /// By day and item.
    days: BTreeMap<Day, Vec<(ItemKey, ItemSales)>>,
    /// What an item without a row sold: nothing, of what the file can say.
    nothing: ItemSales,
}

impl Book {
    /// What each item sold on some days.
    fn of(&self, days: impl Iterator<Item = Day>) -> BTreeMap<ItemKey, ItemSales> {
        let mut sums: BTreeMap<ItemKey, ItemSales> = BTreeMap::new();
        for (key, sales) in days.filter_map(|day| self.days.get(&day)).flatten() {
            match sums.get_mut(key) {
                Some(sum) => sum.add(sales),
                None => _ = sums.insert(key.clone(), *sales),
            }
        }
        sums
    }

    /// The days of two periods that stand beside each other, where both are covered.
    fn pairs(&self, span: Span, base: Span) -> Vec<(Day, Day)> {
        let pairs = span.days().zip(base.days());
        pairs
            .filter(|(now, before)| self.coverage.has(*now) && self.coverage.has(*before))
            .collect()
    }
}

impl ItemSales {
    fn add(&mut self, other: &ItemSales) {
        let add = |a: &mut Option<i64>, b: Option<i64>| *a = a.zip(b).map(|(a, b)| a + b);
        self.paid_fen += other.paid_fen;
        add(&mut self.units, other.units);
        add(&mut self.visitors, other.visitors);
        add(&mut self.buyers, other.buyers);
        add(&mut self.cart_buyers, other.cart_buyers);
        add(&mut self.refund_fen, other.refund_fen);
    }
}
