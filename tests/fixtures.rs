//! Every fixture file is read to what the script that made it knows to be in it. The truth in `expected.json` was computed
//! by `scripts/make-fixtures.py` from what it wrote, not by this project's reader.

use dianzhang::analytics::board::board;
use dianzhang::analytics::coverage::Coverage;
use dianzhang::analytics::daybook::Daybook;
use dianzhang::analytics::period::Period;
use dianzhang::analytics::shop_days::ShopDays;
use dianzhang::import::columns::ReadContext;
use dianzhang::import::kinds::orders::column;
use dianzhang::import::reader::{FileReader, Imported};
use dianzhang::model::order::OrderStatus;
use dianzhang::model::place::Province;
use dianzhang::model::time::Civil;
use dianzhang::protocol::BoardQuery;
use dianzhang::table::{Column, NULL_I64, NULL_U32, Table};
use dianzhang::workspace::orders::{Order, Orders};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/orders")
}

fn expected() -> Value {
    let text = std::fs::read_to_string(folder().join("expected.json")).expect("expected.json");
    serde_json::from_str(&text).expect("JSON")
}

/// Reads a fixture in pieces of this size.
fn read(name: &str, piece: usize) -> Imported {
    let bytes = std::fs::read(folder().join(name)).expect("a fixture");
    let context = ReadContext {
        salt: [1; 16],
        now: Civil(900_000_000),
    };
    let mut reader = FileReader::new(name, bytes.len() as u64, context);
    bytes.chunks(piece).for_each(|piece| reader.feed(piece));
    reader.finish()
}

fn totals(orders: &Orders) -> Value {
    let sum = |of: fn(&Order) -> i64| orders.columns().iter().map(|o| of(&o)).sum::<i64>();
    let paid_sum = |of: fn(&Order) -> i64| {
        orders
            .columns()
            .iter()
            .filter(|o| o.paid.is_some())
            .map(|o| of(&o))
            .sum::<i64>()
    };
    json!({
        "orders": orders.len(),
        "paid_orders": orders.columns().iter().filter(|o| o.paid.is_some()).count(),
        "ordered_fen": sum(|o| o.ordered_fen),
        "paid_fen": paid_sum(|o| o.paid_as_exported_fen),
        "paid_gross_fen": paid_sum(|o| o.paid_gross_fen),
        "refund_fen": sum(|o| o.refund_fen),
    })
}

/// What the table says of a row, in the words of `expected.json`.
fn cell(table: &Table, row: usize, name: &str) -> Value {
    let status = |code: u8| match OrderStatus::from_code(code) {
        OrderStatus::Unknown => json!("unknown"),
        OrderStatus::AwaitingPayment => json!("awaiting_payment"),
        OrderStatus::Paid => json!("paid"),
        OrderStatus::Shipped => json!("shipped"),
        OrderStatus::Completed => json!("completed"),
        OrderStatus::Closed => json!("closed"),
    };
    match (name, table.column(name)) {
        (column::STATUS, Some(Column::U8(v))) => status(v[row]),
        (column::PROVINCE, Some(Column::U8(v))) => json!(Province::from_code(v[row]).zh()),
        (_, Some(Column::U32(v))) if name.ends_with("_at") => match v[row] {
            NULL_U32 => Value::Null,
            at => json!(Civil(at).to_string()),
        },
        (_, Some(Column::U32(v))) => json!(Some(v[row]).filter(|n| *n != NULL_U32)),
        (_, Some(Column::I64(v))) => json!(Some(v[row]).filter(|n| *n != NULL_I64)),
        (_, Some(Column::U64(v))) => json!(v[row].to_string()),
        (_, Some(Column::Names { codes, names })) => json!(names.get(codes[row])),
        (_, _) => Value::Null,
    }
}

fn check_records(name: &str, table: &Table, records: &[Value]) {
    assert_eq!(table.rows(), records.len(), "{name}");
    for (row, record) in records.iter().enumerate() {
        for (field, value) in record.as_object().expect("a record") {
            let found = cell(table, row, field);
            let at = format!("{name}, record {row}, {field}");
            match (field.as_str(), value) {
                // What the file does not say is made up, and only has to be there.
                ("order_id", Value::Null) => {
                    assert!(table.ids(column::ORDER_ID)[row] >= 1 << 63, "{at}")
                }
                // Derived from the paid amount; checked in the totals.
                ("paid_gross_fen", _) => {}
                // An empty amount counts as zero where the file has the column.
                ("refund_fen" | "paid_fen", Value::Null) => {
                    assert!(found.is_null() || found == 0, "{at}: {found}")
                }
                ("province", Value::String(province)) => {
                    let expected = Province::of_address(province).expect("a province");
                    assert_eq!(found, expected.zh(), "{at}");
                }
                _ => assert_eq!(&found, value, "{at}"),
            }
        }
    }
}

#[test]
fn every_fixture_is_read_to_its_truth() {
    let expected = expected();
    let files = expected["files"].as_object().expect("files");
    let on_disk = std::fs::read_dir(folder()).expect("the folder").count() - 1;
    assert_eq!(files.len(), on_disk, "every fixture has an expectation");
    for (name, truth) in files {
        let imported = read(name, usize::MAX);
        let report = &imported.report;
        for field in ["encoding", "delimiter", "header_row", "rows", "accepted"] {
            let found = serde_json::to_value(report).expect("JSON")[field].clone();
            assert_eq!(found, truth[field], "{name}: {field}");
        }
        // Which columns are wanted is a matter of the app, not of the file.
        let about_content = |key: &&str| *key != "missing_column";
        let kinds: BTreeSet<&str> = report
            .issues
            .iter()
            .map(|i| i.kind.key())
            .filter(about_content)
            .collect();
        let wanted = truth["issues"]
            .as_array()
            .expect("issues")
            .iter()
            .filter_map(Value::as_str);
        let wanted: BTreeSet<&str> = wanted.filter(about_content).collect();
        assert_eq!(kinds, wanted, "{name}: {:?}", report.issues);
        let mut orders = Orders::default();
        if let Some(table) = &imported.table {
            orders.add(table, &report.lacking);
            check_records(name, table, truth["records"].as_array().expect("records"));
        }
        for (field, found) in totals(&orders).as_object().expect("totals") {
            assert_eq!(*found, truth[field], "{name}: {field}");
        }
    }
}

#[test]
fn pieces_of_any_size_give_the_same_table() {
    for name in expected()["files"].as_object().expect("files").keys() {
        let whole = read(name, usize::MAX);
        for piece in [1, 7, 64] {
            let pieces = read(name, piece);
            assert_eq!(pieces.table, whole.table, "{name} in pieces of {piece}");
            assert_eq!(pieces.report, whole.report, "{name} in pieces of {piece}");
        }
    }
}

#[test]
fn overlapping_files_merge_to_the_newest_state_in_either_sequence() {
    let expected = expected();
    let merged = &expected["merged"][0];
    for names in [
        ["overlap_old.csv", "overlap_new.csv"],
        ["overlap_new.csv", "overlap_old.csv"],
    ] {
        let mut orders = Orders::default();
        let mut spans = Vec::new();
        let mut last = (0, 0);
        for name in names {
            let imported = read(name, usize::MAX);
            let merge = orders.add(&imported.table.expect("rows"), &imported.report.lacking);
            last = (merge.added, merge.changed);
            spans.extend(imported.report.span);
        }
        for (field, value) in totals(&orders).as_object().expect("totals") {
            assert_eq!(value, &merged[field], "{names:?}: {field}");
        }
        if names[0] == merged["files"][0] {
            assert_eq!(json!(last.0), merged["new_orders_of_second"]);
            assert_eq!(json!(last.1), merged["updated_orders_of_second"]);
        }
        let query = BoardQuery {
            period: Period::All,
            ..BoardQuery::default()
        };
        assert!(
            board(
                &Daybook::of(orders.columns()),
                &Coverage::of(spans),
                &ShopDays::default(),
                query
            )
            .is_some()
        );
    }
}
