//! For each title, what was paid.

use super::Sales;
use super::choice::Chosen;
use crate::import::kinds::orders::column;
use crate::table::{Column, Groups, first};
use serde::{Deserialize, Serialize};

/// Sales by title.
///
/// The order list names all items of an order in one cell and does not divide its amount among them: such a combination
/// is a title of its own here. Only the report of order details tells items apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// The highest after refunds, the highest first; of those that tie, by title.
    pub top: Vec<TitleSales>,
    /// How many titles sold at all.
    pub titles: u64,
    /// What was paid in all, orders without a title included: what shares are shares of.
    pub total: Sales,
}

/// One title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleSales {
    /// As the file has it.
    pub title: String,
    /// What was paid.
    pub sales: Sales,
}

pub(super) fn titles(chosen: &Chosen<'_>, top: usize) -> Titles {
    let paid = chosen.paid();
    let mut total = Sales::default();
    paid.each(|row| total.add(&chosen.columns.get(row)));
    let table = chosen.orders.records().table();
    let Some((column, names)) = table.column(column::TITLE).and_then(|column| match column {
        Column::Names { names, .. } => Some((column, names.list())),
        _ => None,
    }) else {
        return Titles {
            total,
            ..Titles::default()
        };
    };
    let by_title = Groups::each(column).fold(&paid, Sales::default(), |sales: &mut Sales, row| {
        sales.add(&chosen.columns.get(row));
    });
    let sold = || names.iter().zip(&by_title).filter(|(_, s)| s.orders > 0);
    let best = first(top, sold(), |a, b| {
        b.1.net_fen().cmp(&a.1.net_fen()).then_with(|| a.0.cmp(b.0))
    });
    let row = |(title, sales): (&String, &Sales)| TitleSales {
        title: title.clone(),
        sales: *sales,
    };
    Titles {
        top: best.into_iter().map(row).collect(),
        titles: sold().count() as u64,
        total,
    }
}
