//! What the imported tables say of the stock: how much of each item was counted when, what it sold on which day, what it costs
//! and of whom it is bought.
//!
//! An item is what a purchaser orders: a 商家编码. Where sales are known of a whole style only (商品排行 with a 货号) while the
//! table of stock counts its SKUs, these are put together. Sales that cannot be told apart are not shared out: they are said, see
//! [`Doubts`].

mod resolve;
mod sales;
mod tables;
#[cfg(test)]
mod tests;

use super::desk::ItemTerms;
use crate::analytics::coverage::Coverage;
use crate::analytics::reconcile::Shelf;
use crate::import::kinds::{Kind, by_name};
use crate::model::time::Day;
use resolve::Resolve;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that the tables say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The items, by their code.
    pub goods: BTreeMap<String, Goods>,
    /// Where it comes from.
    pub origins: Origins,
}

/// What the tables say of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goods {
    /// Its title; its code where no table has one.
    pub title: String,
    /// How many SKUs were put together in it; 0 or 1 for none.
    pub skus: u32,
    /// What it sold, by day, each day once.
    pub sold: Vec<Sold>,
    /// What was counted, by day, each day once.
    pub counted: Vec<(Day, i64)>,
    /// Units on order by the newest table of stock.
    pub inbound: i64,
    /// What a unit costs to buy, in 分.
    pub cost_fen: Option<i64>,
    /// How it is bought, as far as a table says so.
    pub terms: ItemTerms,
}

/// What an item sold on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sold {
    /// The day.
    pub day: Day,
    /// Units.
    pub units: u32,
    /// What was paid for them, in 分; 0 where the file does not say.
    pub fen: i64,
}

/// Where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origins {
    /// The stored name of the kind of file that the sales come from; empty where there is none.
    pub sales_kind: String,
    /// The days of which it knows the sales.
    pub sales: Coverage,
    /// The stored name of the kind that the stock comes from; empty where there is none.
    pub stock_kind: String,
    /// The day of its newest table.
    pub stock_day: Option<Day>,
    /// Whether some table says what items cost.
    pub has_costs: bool,
    /// What could not be told.
    pub doubts: Doubts,
}

/// What could not be told, and is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubts {
    /// Items that are sold under several codes in a file that does not tell the codes apart.
    pub shared: Doubt,
    /// Sold items that no file gives a code.
    pub unnamed: Doubt,
    /// Sold codes that stand in no table of stock.
    pub not_counted: Doubt,
    /// Codes with stock that no sale names.
    pub idle: Doubt,
}

/// How many, how many units, and some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// How many.
    pub count: u32,
    /// Units sold, or in stock.
    pub units: i64,
    /// The first few, by their code or number.
    pub some: Vec<String>,
}

impl Doubt {
    const SHOWN: usize = 5;

    fn add(&mut self, name: &str, units: i64) {
        self.count += 1;
        self.units += units;
        if self.some.len() < Self::SHOWN {
            self.some.push(name.to_owned());
        }
    }
}

/// The kinds whose rows are looked at.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let names = sales::KINDS.into_iter().chain(tables::KINDS);
    names.filter_map(by_name)
}

/// Reads the tables.
pub fn gather(shelf: &Shelf) -> Gathered {
    let mut gathered = Gathered::default();
    let Some(mut resolve) = Resolve::of(shelf) else {
        return gathered;
    };
    sales::read(shelf, &mut resolve, &mut gathered);
    tables::read(shelf, &resolve, &mut gathered);
    let Gathered { goods, origins } = &mut gathered;
    let has_stock = origins.stock_day.is_some();
    for (code, of) in goods {
        let units: i64 = of.sold.iter().map(|sold| i64::from(sold.units)).sum();
        if has_stock && of.counted.is_empty() && units > 0 {
            origins.doubts.not_counted.add(code, units);
        }
        let newest = of.counted.last().map_or(0, |(_, units)| *units);
        if of.sold.is_empty() && newest > 0 {
            origins.doubts.idle.add(code, newest);
        }
        if of.title.is_empty() {
            of.title.clone_from(code);
        }
    }
    gathered
}

/// A short name of a code for addresses: FNV-1a, 64 bits.
pub fn mark(code: &str) -> u64 {
    code.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
