//! The demo store: a shop that does not exist, with two years of order exports as its manager would have kept them —
//! one dirty file a month, each in a form that real exports had at some time — and the other exports of the last months. They are read by the same import as
//! anybody's files; nothing here knows how that works, and nothing of the product treats this store as a special case.
//!
//! A store is a function of a seed and its last day: no clock, no chance.

mod calendar;
mod catalogue;
mod encode;
mod forms;
mod headers;
mod orders;
mod people;
mod random;
mod reports;
#[cfg(test)]
mod tests;
mod write;

use crate::model::time::{Civil, DAY_SECS, Day};
use encode::Bytes;
use forms::Form;
use orders::Store;
use std::collections::{BTreeMap, BTreeSet};
use write::Row;

/// The shop's name, as its files give it.
pub const SHOP: &str = "青禾家居旗舰店";

/// Days of a month that are exported once more with the next month.
const OVERLAP_DAYS: i32 = 7;

/// A file of the demo store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoFile {
    /// File name.
    pub name: String,
    /// Content, in the encoding of its form.
    pub bytes: Vec<u8>,
}

/// One month's export of orders.
#[derive(Clone, Copy, Debug)]
struct Export {
    /// First day of creation in the file; before the month, as the last days of the month before are in it again.
    first: Day,
    last: Day,
    /// Up to when the file knows what happened.
    knows: Civil,
    /// Day on which it was made.
    made: Day,
    form: Form,
}

/// The files, the oldest first, each made when it is asked for. They cover the two years up to `last_day`, from the first
/// of a month; days overlap from file to file. `last_day` must be after 2002.
///
/// ```
/// use dianzhang::demo::files;
/// use dianzhang::model::time::Day;
/// let newest = Day::parse_iso("2026-04-17").unwrap();
/// let first = files(1, newest).next().unwrap();
/// assert_eq!(first.name, "ExportOrderList202405030910.csv");
/// assert!(first.bytes.starts_with(b"\xB6\xA9\xB5\xA5\xB1\xE0\xBA\xC5,"), "订单编号 in GBK");
/// ```
pub fn files(seed: u64, last_day: Day) -> impl ExactSizeIterator<Item = DemoFile> {
    let store = Store::new(seed, last_day);
    let orders = exports(&store).into_iter().enumerate();
    let orders = orders.map(|(month, export)| Part::Orders(month, export));
    let others = reports::all(&store).into_iter().map(Part::Other);
    let parts: Vec<Part> = orders.chain(others).collect();
    let mut bytes = Bytes::default();
    let mut facts = None;
    parts.into_iter().map(move |part| match part {
        Part::Orders(month, export) => order_file(&store, month, &export, &mut bytes),
        Part::Other(report) => reports::file(&store, report, &mut facts, &mut bytes),
    })
}

/// A file to be made.
enum Part {
    /// The orders of a month, and which month it is.
    Orders(usize, Export),
    Other(reports::Report),
}

fn order_file(store: &Store, month: usize, export: &Export, bytes: &mut Bytes) -> DemoFile {
    let orders: Vec<_> = days(export.first, export.last)
        .flat_map(|day| store.orders(day))
        .collect();
    // The platform lists the newest order first.
    let rows: Vec<Row> = orders
        .iter()
        .rev()
        .map(|order| Row::new(store.seed, SHOP, order, export.knows))
        .collect();
    let text = write::file(&rows, &export.form, export.knows);
    DemoFile {
        name: format!(
            "ExportOrderList{}09{}.csv",
            export.made.date().format("%Y%m%d"),
            10 + month
        ),
        bytes: bytes.of(&text, export.form.encoding),
    }
}

/// Texts out of the files' personal columns: names, accounts, phones, streets of some hundred buyers from all files, in
/// order. None of them may be found in what the product stores.
pub fn personal_samples(seed: u64, last_day: Day) -> Vec<String> {
    let store = Store::new(seed, last_day);
    let mut samples = BTreeSet::from(["家里有狗".to_owned(), "不要\"韵达\"".to_owned()]);
    for export in exports(&store) {
        for order in store.orders(export.last).iter().step_by(4) {
            let secrets = people::Person::of(seed, order.buyer).secrets();
            let written = secrets
                .into_iter()
                .filter(|(column, _)| export.form.headers.has(column));
            samples.extend(written.map(|(_, text)| text));
        }
    }
    samples.into_iter().collect()
}

/// What the files say in all, each order in its newest state: what an import of every file, the oldest first, must find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows of all files, orders that stand in two files twice.
    pub rows: u64,
    /// Different orders.
    pub orders: u64,
    /// Orders with a payment time.
    pub paid_orders: u64,
    /// Σ 总金额, in 分.
    pub ordered_fen: u64,
    /// Σ paid amount before refunds, in 分; after refunds where the newest file of an order has no refund column.
    pub paid_gross_fen: u64,
    /// Σ refunds, in 分, where the newest file of an order has a refund column.
    pub refund_fen: u64,
    /// Orders that say of a refund.
    pub refunded_orders: u64,
}

/// See [`Totals`].
pub fn totals(seed: u64, last_day: Day) -> Totals {
    let store = Store::new(seed, last_day);
    let mut totals = Totals::default();
    // Which file knows a day best: the last one that has it.
    let mut newest: BTreeMap<Day, Export> = BTreeMap::new();
    for export in exports(&store) {
        for day in days(export.first, export.last) {
            totals.rows += store.orders(day).len() as u64;
            newest.insert(day, export);
        }
    }
    for (day, export) in newest {
        let knows_refunds = export.form.headers.has("退款金额");
        for order in store.orders(day) {
            let state = order.state(export.knows);
            totals.orders += 1;
            totals.ordered_fen += u64::from(order.total_fen());
            totals.paid_orders += u64::from(state.paid.is_some());
            totals.paid_gross_fen += u64::from(state.paid_fen);
            if knows_refunds {
                totals.refund_fen += u64::from(state.refund_fen);
                totals.refunded_orders += u64::from(state.refund_fen > 0);
            } else {
                totals.paid_gross_fen -= u64::from(state.refund_fen);
            }
        }
    }
    totals
}

fn days(first: Day, last: Day) -> impl Iterator<Item = Day> {
    (first.0..=last.0).map(Day)
}

/// When which days were exported, the oldest first.
fn exports(store: &Store) -> Vec<Export> {
    let mut exports = Vec::new();
    let mut month = store.first;
    while month <= store.last {
        let made = month.month_end().plus(3).min(store.last.plus(1));
        // After 双11 the deposits of October are exported again, with the balances now paid.
        let mut first = month.plus(-OVERLAP_DAYS);
        while calendar::is_presale(first.plus(-1)) {
            first = first.plus(-1);
        }
        exports.push(Export {
            first: first.max(store.first),
            last: month.month_end().min(store.last),
            knows: Civil(
                (made.0 as u32 * DAY_SECS + 9 * 3600).min((store.last.0 + 1) as u32 * DAY_SECS - 1),
            ),
            made,
            form: forms::of(exports.len()),
        });
        month = month.month_end().plus(1);
    }
    exports
}
