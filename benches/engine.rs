//! How fast the engine is natively, on one thread: `./scripts/bench`, or `cargo bench --bench engine -- NAME` for a part.
//!
//! `DIANZHANG_BENCH_ROWS` sets how many orders there are (100,000).
#![allow(missing_docs)]

#[allow(dead_code)]
mod orders;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use dianzhang::analytics::board::board;
use dianzhang::analytics::coverage::Coverage;
use dianzhang::analytics::daybook::Daybook;
use dianzhang::analytics::period::{Comparison, Period};
use dianzhang::analytics::sales::{Choice, Moment, Question, ask};
use dianzhang::analytics::shop_days::ShopDays;
use dianzhang::import::columns::ReadContext;
use dianzhang::import::kinds::orders::column;
use dianzhang::import::reader::{FileReader, Imported};
use dianzhang::model::time::{Civil, Day, Span};
use dianzhang::protocol::BoardQuery;
use dianzhang::table::{Groups, Selection, Table, decode, encode};
use dianzhang::workspace::orders::Orders;
use orders::Encoding;
use std::hint::black_box;
use std::time::Duration;

fn rows() -> u32 {
    let set = std::env::var("DIANZHANG_BENCH_ROWS").ok();
    set.and_then(|rows| rows.parse().ok()).unwrap_or(100_000)
}

fn read(bytes: &[u8]) -> Imported {
    let context = ReadContext {
        salt: [7; 16],
        now: Civil(900_000_000),
    };
    let mut reader = FileReader::new("ExportOrderList.csv", bytes.len() as u64, context);
    bytes.chunks(4 << 20).for_each(|piece| reader.feed(piece));
    reader.finish()
}

fn table(imported: Imported) -> Table {
    imported.table.expect("an order list has rows")
}

/// From bytes to columns; beside it the same bytes split by the `csv` crate, which decodes and keeps nothing.
fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("reading");
    for (name, encoding) in [("gb18030", Encoding::Gb18030), ("utf8", Encoding::Utf8)] {
        let (bytes, _) = orders::file(rows(), encoding);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |b| b.iter(|| read(black_box(&bytes))));
        group.bench_function(format!("{name}/csv crate, split only"), |b| {
            b.iter(|| {
                let mut reader = csv::Reader::from_reader(black_box(&bytes[..]));
                let mut record = csv::ByteRecord::new();
                let mut fields = 0;
                while reader.read_byte_record(&mut record).expect("a record") {
                    fields += record.len();
                }
                fields
            });
        });
    }
    group.finish();
}

/// Rows into a workspace: all new, and all there already.
fn merging(c: &mut Criterion) {
    let segment = table(read(&orders::file(rows(), Encoding::Gb18030).0));
    let mut group = c.benchmark_group("merging");
    group.throughput(Throughput::Elements(u64::from(rows())));
    group.bench_function("all new", |b| {
        b.iter_batched_ref(
            Orders::default,
            |orders| orders.add(&segment, &[]),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("all known", |b| {
        let with_all = || {
            let mut orders = Orders::default();
            orders.add(&segment, &[]);
            orders
        };
        b.iter_batched_ref(
            with_all,
            |orders| orders.add(&segment, &[]),
            BatchSize::LargeInput,
        );
    });
    let mut with_all = Orders::default();
    with_all.add(&segment, &[]);
    group.bench_function("what would change", |b| {
        b.iter(|| with_all.records().effect(black_box(&segment)))
    });
    group.finish();
}

/// A segment to its stored form and back.
fn storing(c: &mut Criterion) {
    let bytes = orders::file(rows(), Encoding::Gb18030).0;
    let segment = table(read(&bytes));
    let stored = encode(&segment);
    println!(
        "stored {} of {} bytes: {:.3}",
        stored.len(),
        bytes.len(),
        stored.len() as f64 / bytes.len() as f64
    );
    let mut group = c.benchmark_group("storing");
    group.throughput(Throughput::Elements(u64::from(rows())));
    group.bench_function("encode", |b| b.iter(|| encode(black_box(&segment))));
    group.bench_function("decode", |b| b.iter(|| decode(black_box(&stored))));
    group.finish();
}

/// Questions to a workspace that is open.
fn asking(c: &mut Criterion) {
    let imported = read(&orders::file(rows(), Encoding::Gb18030).0);
    let coverage = Coverage::of(imported.report.span);
    let mut orders = Orders::default();
    orders.add(&table(imported), &[]);
    let day = |text: &str| Day::parse_iso(text).expect("a date");
    let november = Period::Custom(Span::new(day("2025-11-01"), day("2025-11-30")));
    let mut group = c.benchmark_group("asking");
    group.bench_function("orders put down by day", |b| {
        b.iter(|| Daybook::of(black_box(orders.columns())))
    });
    let (book, shop) = (Daybook::of(orders.columns()), ShopDays::default());
    for (name, period) in [("all", Period::All), ("november", november)] {
        let query = BoardQuery {
            period,
            comparison: Comparison::Previous,
        };
        group.bench_function(format!("board/{name}"), |b| {
            b.iter(|| board(&book, &coverage, &shop, black_box(query)))
        });
        let choice = Choice {
            period,
            by: Moment::Created,
        };
        let top = 20;
        for (part, question) in [
            ("days", Question::Days(choice)),
            ("titles", Question::Titles { choice, top }),
            ("buyers", Question::Buyers { choice, top }),
            ("provinces", Question::Provinces(choice)),
        ] {
            group.bench_function(format!("{part}/{name}"), |b| {
                b.iter(|| ask(&orders, &coverage, black_box(question)))
            });
        }
    }
    group.finish();
}

/// For each buyer: the groups looked for, and a sum over groups that are known.
fn grouping(c: &mut Criterion) {
    let segment = table(read(&orders::file(rows(), Encoding::Gb18030).0));
    let all = Selection::all(segment.rows());
    let paid_fen = segment.money(column::PAID_FEN);
    let mut group = c.benchmark_group("grouping");
    group.throughput(Throughput::Elements(u64::from(rows())));
    for (name, column) in [("titles", column::TITLE), ("buyers", column::BUYER)] {
        let column = segment.column(column).expect("a column of the order list");
        let groups = Groups::each(column);
        group.bench_function(format!("{name}, found"), |b| {
            b.iter(|| Groups::each(column))
        });
        group.bench_function(format!("{name}, sum"), |b| {
            b.iter(|| groups.sum(black_box(&all), |row| paid_fen[row]))
        });
    }
    group.finish();
}

criterion_group! {
    name = engine;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2));
    targets = reading, merging, storing, asking, grouping
}
criterion_main!(engine);
