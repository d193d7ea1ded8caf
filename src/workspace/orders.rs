//! The merged orders of a workspace: every order once, in its newest state.

use crate::import::kinds::orders::{KIND, PaidBasis, column};
use crate::model::order::OrderStatus;
use crate::table::{Groups, Merged, NULL_CODE, NULL_I64, NULL_U32, Place, Table};
use crate::workspace::records::{Added, Records};
use std::cell::OnceCell;
use std::sync::LazyLock;

/// Every order once, in its newest state over all imports.
#[derive(Debug)]
pub struct Orders {
    records: Records,
    /// For each order, which columns at least one file that has the order knows: bit i is the kind's field i.
    known: Vec<u32>,
    /// Which buyer each order is of, found when first asked for.
    buyers: OnceCell<Groups<'static>>,
}

impl Default for Orders {
    fn default() -> Orders {
        Orders {
            records: Records::new(&KIND),
            known: Vec::new(),
            buyers: OnceCell::new(),
        }
    }
}

impl Orders {
    /// Adds the orders of one import. `lacking` are the stored columns that its file does not have.
    pub fn add(&mut self, segment: &Table, lacking: &[String]) -> Merged {
        let merged = self.records.add(segment);
        self.buyers.take();
        self.note_known(&merged, known_bits(lacking));
        merged
    }

    /// Adds the orders of one import as they were stored, see [`Records::add_stored`].
    pub fn add_stored(&mut self, segment: Table, lacking: &[String]) {
        let known = known_bits(lacking);
        let rows = segment.rows();
        self.buyers.take();
        match self.records.add_stored(segment) {
            Added::First => self.known = vec![known; rows],
            Added::Merged(merged) => self.note_known(&merged, known),
        }
    }

    fn note_known(&mut self, merged: &Merged, known: u32) {
        for place in &merged.places {
            match *place {
                Place::Append => self.known.push(known),
                Place::Over(row) | Place::Under(row) => self.known[row] |= known,
            }
        }
    }

    /// The orders as rows.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// For each buyer, the orders.
    pub fn buyers(&self) -> &Groups<'static> {
        self.buyers.get_or_init(|| {
            let column = self.records.table().column(column::BUYER);
            column.map_or_else(Groups::default, |buyers| Groups::each(buyers).into_owned())
        })
    }

    /// Number of orders.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no order.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The orders as plain columns, for going through all of them.
    pub fn columns(&self) -> OrderColumns<'_> {
        let table = self.records.table();
        OrderColumns {
            created: table.numbers(column::CREATED_AT),
            paid: table.numbers(column::PAID_AT),
            ordered_fen: table.money(column::ORDERED_FEN),
            paid_fen: table.money(column::PAID_FEN),
            refund_fen: table.money(column::REFUND_FEN),
            paid_basis: table.states(column::PAID_BASIS),
            status: table.states(column::STATUS),
            buyer: table.ids(column::BUYER),
            province: table.states(column::PROVINCE),
            stages: table.codes(column::STAGES),
            known: &self.known,
        }
    }
}

/// The columns of the merged orders that the analytics go through. A column that no file has is empty.
#[derive(Clone, Copy, Debug)]
pub struct OrderColumns<'a> {
    created: &'a [u32],
    paid: &'a [u32],
    ordered_fen: &'a [i64],
    paid_fen: &'a [i64],
    refund_fen: &'a [i64],
    paid_basis: &'a [u8],
    status: &'a [u8],
    buyer: &'a [u64],
    province: &'a [u8],
    stages: &'a [u32],
    known: &'a [u32],
}

/// One order, with amounts that are nothing as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Creation, in civil seconds.
    pub created: Option<u32>,
    /// Payment, in civil seconds. Where no file has payment times, an order that was paid counts as paid when it was
    /// created.
    pub paid: Option<u32>,
    /// Value ordered.
    pub ordered_fen: i64,
    /// Paid amount as the file has it.
    pub paid_as_exported_fen: i64,
    /// Paid amount before refunds.
    pub paid_gross_fen: i64,
    /// Refunds.
    pub refund_fen: i64,
    /// Hash of the buyer; 0 for nobody.
    pub buyer: u64,
    /// Code of the province.
    pub province: u8,
    /// Paid in stages: a presale, whose balance is due on a day that the platform sets.
    pub is_presale: bool,
    /// Which columns are known of it, see [`lacking_columns`].
    pub known: u32,
}

impl<'a> OrderColumns<'a> {
    /// Number of orders.
    pub fn len(self) -> usize {
        self.known.len()
    }

    /// Whether there is no order.
    pub fn is_empty(self) -> bool {
        self.known.is_empty()
    }

    /// The orders, one after the other.
    pub fn iter(self) -> impl Iterator<Item = Order> + 'a {
        (0..self.known.len()).map(move |row| self.get(row))
    }

    /// When an order was created and when it was paid, see [`Order`].
    pub fn times(self, row: usize) -> (Option<u32>, Option<u32>) {
        (time(self.created, row), self.pay_time(row))
    }

    fn pay_time(self, row: usize) -> Option<u32> {
        match time(self.paid, row) {
            None if self.known[row] & *PAID_AT_KNOWN == 0 => {
                let (paid, refund) = (money(self.paid_fen, row), money(self.refund_fen, row));
                let status = OrderStatus::from_code(self.status.get(row).copied().unwrap_or(0));
                time(self.created, row).filter(|_| is_paid(status, paid, refund))
            }
            at => at,
        }
    }

    /// One order, by its row.
    pub fn get(self, row: usize) -> Order {
        let (paid, refund) = (money(self.paid_fen, row), money(self.refund_fen, row));
        let is_net = self.paid_basis.get(row) == Some(&(PaidBasis::Net as u8));
        Order {
            created: time(self.created, row),
            paid: self.pay_time(row),
            ordered_fen: money(self.ordered_fen, row),
            paid_as_exported_fen: paid,
            paid_gross_fen: if is_net { paid + refund } else { paid },
            refund_fen: refund,
            buyer: self.buyer.get(row).copied().unwrap_or(0),
            province: self.province.get(row).copied().unwrap_or(0),
            is_presale: self.stages.get(row).is_some_and(|&code| code != NULL_CODE),
            known: self.known[row],
        }
    }
}

fn time(values: &[u32], row: usize) -> Option<u32> {
    values.get(row).copied().filter(|&v| v != NULL_U32)
}

fn money(values: &[i64], row: usize) -> i64 {
    let known = values.get(row).copied().filter(|&v| v != NULL_I64);
    known.unwrap_or(0)
}

fn known_bits(lacking: &[String]) -> u32 {
    let has = |column: &str| !lacking.iter().any(|l| l == column);
    KIND.fields
        .iter()
        .enumerate()
        .filter(|(_, f)| has(f.column))
        .fold(0, |bits, (i, _)| bits | 1 << i)
}

/// The stored columns that are missing from a set of [`Order::known`] bits.
pub fn lacking_columns(known: u32) -> Vec<String> {
    let lacks = |i: usize| known & (1 << i) == 0;
    KIND.fields
        .iter()
        .enumerate()
        .filter(|(i, _)| lacks(*i))
        .map(|(_, f)| f.column.to_owned())
        .collect()
}

/// Whether an order without a payment time was paid all the same. While payment is awaited, the paid amount is what is to
/// be paid.
fn is_paid(status: OrderStatus, paid_fen: i64, refund_fen: i64) -> bool {
    match status {
        OrderStatus::AwaitingPayment => false,
        OrderStatus::Paid | OrderStatus::Shipped | OrderStatus::Completed => true,
        OrderStatus::Unknown | OrderStatus::Closed => paid_fen > 0 || refund_fen > 0,
    }
}

static PAID_AT_KNOWN: LazyLock<u32> = LazyLock::new(|| {
    let place = KIND.fields.iter().position(|f| f.column == column::PAID_AT);
    place.map_or(0, |i| 1 << i)
});

/// The bits of all columns.
pub static ALL_KNOWN: LazyLock<u32> = LazyLock::new(|| known_bits(&[]));
