//! For each province, what was paid.

use super::Sales;
use super::choice::Chosen;
use crate::model::place::Province;
use crate::table::fold;
use serde::{Deserialize, Serialize};

/// One province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvinceSales {
    /// The province.
    pub province: Province,
    /// What was paid.
    pub sales: Sales,
}

/// Provinces with at least one order paid, the highest after refunds first.
pub(super) fn provinces(chosen: &Chosen<'_>) -> Vec<ProvinceSales> {
    let columns = chosen.columns;
    let of = |row: usize| {
        Some(usize::from(
            Province::from_code(columns.get(row).province).code(),
        ))
    };
    let paid = chosen.paid();
    let sales = fold(
        &paid,
        Province::ALL.len(),
        of,
        Sales::default(),
        |sales, row| {
            sales.add(&columns.get(row));
        },
    );
    let rows = Province::ALL.iter().zip(sales);
    let mut rows: Vec<ProvinceSales> = rows
        .map(|(&province, sales)| ProvinceSales { province, sales })
        .filter(|row| row.sales.orders > 0)
        .collect();
    rows.sort_by_key(|row| (-row.sales.net_fen(), -row.sales.orders, row.province));
    rows
}
