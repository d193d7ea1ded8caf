//! The board against a naive one that goes over all orders for every number and remembers every buyer.

use dianzhang::analytics::board::{Baseline, Board, DayRow, ProvinceRow, board};
use dianzhang::analytics::coverage::Coverage;
use dianzhang::analytics::daybook::Daybook;
use dianzhang::analytics::period::{Comparison, Period};
use dianzhang::analytics::shop_days::ShopDays;
use dianzhang::analytics::stretch::Stretch;
use dianzhang::analytics::tally::Tally;
use dianzhang::import::kinds::orders::column;
use dianzhang::model::place::Province;
use dianzhang::model::time::{Civil, DAY_SECS, Day, Span};
use dianzhang::protocol::BoardQuery;
use dianzhang::table::{Column, NULL_I64, NULL_U32, Table};
use dianzhang::workspace::orders::{ALL_KNOWN, Order, OrderColumns, Orders, lacking_columns};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Counts the orders that were created and those that were paid at a moment that fits.
fn count(orders: OrderColumns<'_>, fits: impl Fn(&Order, Civil) -> bool) -> (Tally, u32) {
    let mut tally = Tally::default();
    let mut buyers = BTreeSet::new();
    let mut known = *ALL_KNOWN;
    for order in orders.iter() {
        let is_in = |at: Option<u32>| at.is_some_and(|at| fits(&order, Civil(at)));
        if is_in(order.created) {
            tally.created(&order);
            known &= order.known;
        }
        if is_in(order.paid) {
            tally.paid(&order);
            buyers.extend(Some(order.buyer).filter(|buyer| *buyer != 0));
            known &= order.known;
        }
    }
    tally.buyers = buyers.len() as i64;
    (tally, known)
}

/// What the board must be for days chosen by hand.
fn naive(
    orders: OrderColumns<'_>,
    coverage: &Coverage,
    span: Span,
    comparison: Comparison,
) -> Board {
    let on = |day: Day| count(orders, |_, at| at.day() == day).0.buyers;
    let within = |span: Span| {
        let (tally, known) = count(orders, |_, at| span.contains(at.day()));
        let buyer_days = span.days().map(on).sum();
        (
            Tally {
                buyer_days,
                ..tally
            },
            known,
        )
    };
    let days = |span: Span| -> Vec<DayRow> {
        let row = |day| DayRow {
            day,
            covered: coverage.has(day),
            tally: within(Span::new(day, day)).0,
            shop: None,
        };
        span.days().map(row).collect()
    };
    let baseline = |comparison: Comparison| {
        let span = comparison.of(span)?;
        let (tally, known) = within(span);
        Some(Baseline {
            comparison,
            stretch: Stretch {
                span,
                missing_days: coverage.missing_days(span),
                lacking: lacking_columns(known),
                tally,
                shop: ShopDays::default().total(span),
            },
        })
    };
    let mut compared = Comparison::SHOWN.to_vec();
    if !compared.contains(&comparison) {
        compared.push(comparison);
    }
    let hour = |hour| count(orders, |_, at| span.contains(at.day()) && at.hour() == hour).0;
    let province = |&province: &Province| {
        let is_there = |order: &Order| Province::from_code(order.province) == province;
        let (tally, _) = count(orders, |o, at| span.contains(at.day()) && is_there(o));
        ProvinceRow { province, tally }
    };
    let is_some = |row: &ProvinceRow| row.tally.orders + row.tally.paid_orders > 0;
    let mut provinces: Vec<_> = Province::ALL.iter().map(province).filter(is_some).collect();
    provinces.sort_by_key(|row| (-row.tally.paid_net_fen(), -row.tally.orders, row.province));
    let (total, known) = within(span);
    Board {
        data: coverage.range().expect("covered days"),
        span,
        missing_days: coverage.missing_days(span),
        lacking: lacking_columns(known),
        total,
        shop: ShopDays::default().total(span),
        baselines: compared.into_iter().filter_map(baseline).collect(),
        comparison,
        days: days(span),
        base_days: comparison.of(span).map_or_else(Vec::new, days),
        hours: (0..24).map(hour).collect(),
        provinces,
    }
}

/// Where the orders of the test begin, in days.
const START: u32 = 9_000;

fn moment() -> impl Strategy<Value = u32> {
    let at = (0u32..60, 0u32..DAY_SECS);
    prop_oneof![
        6 => at.prop_map(|(day, second)| (START + day) * DAY_SECS + second),
        1 => Just(NULL_U32),
    ]
}

type Row = (u64, u32, u32, i64, i64, u64, (u8, u8, u8));

fn row() -> impl Strategy<Value = Row> {
    let fen = || prop_oneof![5 => 0i64..9_000, 1 => Just(NULL_I64)];
    let codes = (0u8..40, 0u8..6, 0u8..3);
    (1u64..60, moment(), moment(), fen(), fen(), 0u64..9, codes)
}

fn table(rows: &[Row], lacking: &[String]) -> Table {
    let columns = vec![
        (
            column::ORDER_ID,
            Column::U64(rows.iter().map(|r| r.0).collect()),
        ),
        (
            column::CREATED_AT,
            Column::U32(rows.iter().map(|r| r.1).collect()),
        ),
        (
            column::PAID_AT,
            Column::U32(rows.iter().map(|r| r.2).collect()),
        ),
        (
            column::PAID_FEN,
            Column::I64(rows.iter().map(|r| r.3).collect()),
        ),
        (
            column::REFUND_FEN,
            Column::I64(rows.iter().map(|r| r.4).collect()),
        ),
        (
            column::BUYER,
            Column::U64(rows.iter().map(|r| r.5).collect()),
        ),
        (
            column::PROVINCE,
            Column::U8(rows.iter().map(|r| r.6.0).collect()),
        ),
        (
            column::STATUS,
            Column::U8(rows.iter().map(|r| r.6.1).collect()),
        ),
        (
            column::PAID_BASIS,
            Column::U8(rows.iter().map(|r| r.6.2).collect()),
        ),
    ];
    let has = |name: &str| !lacking.iter().any(|l| l == name);
    let columns = columns.into_iter().filter(|(name, _)| has(name));
    let columns = columns.map(|(name, column)| (name.to_owned(), column));
    Table::new(columns.collect()).expect("equal lengths")
}

fn lacking() -> impl Strategy<Value = Vec<String>> {
    let all = [column::PAID_AT, column::BUYER, column::REFUND_FEN];
    prop::collection::vec(prop::sample::select(all.to_vec()), 0..2)
        .prop_map(|names| names.into_iter().map(str::to_owned).collect())
}

proptest! {
    #[test]
    fn every_number_of_a_board_is_what_counting_all_orders_gives(
        files in prop::collection::vec((prop::collection::vec(row(), 0..80), lacking()), 1..4),
        covered in prop::collection::vec((0i32..60, 0i32..9), 1..4),
        (first, len) in (-70i32..70, 1i32..60),
        comparison in prop::sample::select(Comparison::ALL.to_vec()),
    ) {
        let mut orders = Orders::default();
        for (rows, lacking) in &files {
            orders.add(&table(rows, lacking), lacking);
        }
        let day = |day: i32| Day(START as i32 + day);
        let coverage = Coverage::of(covered.iter().map(|(at, len)| Span::new(day(*at), day(at + len))));
        let span = Span::new(day(first), day(first + len - 1));
        let book = Daybook::of(orders.columns());
        let query = BoardQuery { period: Period::Custom(span), comparison };
        let expected = naive(orders.columns(), &coverage, span, comparison);
        prop_assert_eq!(board(&book, &coverage, &ShopDays::default(), query), Some(expected));

        let times = orders.columns().iter().flat_map(|o| [o.created, o.paid]);
        let days: BTreeSet<u32> = times.flatten().collect();
        let extent = days.first().zip(days.last());
        prop_assert_eq!(book.extent(), extent.map(|(a, b)| Span::new(Civil(*a).day(), Civil(*b).day())));
    }
}
