//! A real month of orders against pandas and DuckDB, see `tests/golden/README.md`. The file is not in the repository: name a
//! copy of it in `DIANZHANG_ORDERS_2020_02` to compare every day, hour and province. Without it the golden figures are
//! checked against one another and against what is published of the month.

use dianzhang::analytics::board::{Board, board};
use dianzhang::analytics::coverage::Coverage;
use dianzhang::analytics::daybook::Daybook;
use dianzhang::analytics::metrics::{Absent, Metric, Value as Number};
use dianzhang::analytics::morning::morning;
use dianzhang::analytics::period::Period;
use dianzhang::analytics::reconcile::Shelf;
use dianzhang::analytics::shop_days::ShopDays;
use dianzhang::analytics::stretch::Ground;
use dianzhang::analytics::tally::Tally;
use dianzhang::i18n::{Lang, format};
use dianzhang::import::columns::ReadContext;
use dianzhang::import::reader::FileReader;
use dianzhang::model::place::Province;
use dianzhang::model::time::{Civil, Day};
use dianzhang::protocol::BoardQuery;
use dianzhang::workspace::orders::Orders;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn golden() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/orders_2020_02.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the golden file")).expect("JSON")
}

fn number(of: &Value, field: &str) -> i64 {
    of[field].as_i64().unwrap_or(0)
}

fn assert_tally(found: &Tally, golden: &Value, at: &str) {
    let fields = [
        ("orders", found.orders),
        ("ordered_fen", found.ordered_fen),
        ("created_then_paid", found.created_then_paid),
        ("created_then_refunded", found.created_then_refunded),
        ("paid_orders", found.paid_orders),
        ("paid_fen", found.paid_net_fen()),
        ("refund_fen", found.refund_fen),
        ("refunded_orders", found.refunded_orders),
        ("pay_wait_secs", found.pay_wait_secs),
    ];
    for (field, value) in fields {
        assert_eq!(value, number(golden, field), "{at}: {field}");
    }
}

struct Shop {
    orders: Orders,
    coverage: Coverage,
}

fn read(path: &str) -> Shop {
    let bytes = std::fs::read(path).expect("DIANZHANG_ORDERS_2020_02 names a file");
    let context = ReadContext {
        salt: [1; 16],
        now: Civil(900_000_000),
    };
    let mut reader = FileReader::new("tmall_order_report.csv", bytes.len() as u64, context);
    bytes.chunks(1 << 16).for_each(|piece| reader.feed(piece));
    let imported = reader.finish();
    let mut orders = Orders::default();
    orders.add(&imported.table.expect("rows"), &imported.report.lacking);
    Shop {
        orders,
        coverage: Coverage::of(imported.report.span),
    }
}

fn board_of(shop: &Shop) -> Board {
    let query = BoardQuery {
        period: Period::All,
        ..BoardQuery::default()
    };
    let book = Daybook::of(shop.orders.columns());
    board(&book, &shop.coverage, &ShopDays::default(), query).expect("a board")
}

/// The morning of 2020-03-01: the month is known whole, and no day before it.
fn assert_morning(shop: &Shop, golden: &Value) {
    let ground = Ground {
        book: &Daybook::of(shop.orders.columns()),
        coverage: &shop.coverage,
        shop: &ShopDays::default(),
    };
    let shelf = Shelf {
        orders: &shop.orders,
        coverage: shop.coverage.clone(),
        others: BTreeMap::new(),
    };
    let today = Day::from_ymd(2020, 3, 1).expect("a day");
    let morning = morning(ground, &shelf, &[], None, today).expect("a morning");
    let known = [
        ("day", &morning.day),
        ("day_before", &morning.day_before),
        ("week", &morning.week),
        ("week_before", &morning.week_before),
        ("month", &morning.month),
    ];
    for (name, stretch) in known {
        assert_eq!(stretch.missing_days, 0, "{name}");
        assert_tally(&stretch.tally, &golden["morning"][name], name);
    }
    let unknown = [
        (&morning.month_before, 29),
        (&morning.last_month, 31),
        (&morning.last_month_before, 31),
    ];
    for (stretch, days) in unknown {
        let absent = Number::Absent(Absent::NotCovered(days));
        assert_eq!(stretch.value(Metric::PaidNet), absent);
    }
    let change = morning.change.expect("both days are known");
    for (cause, fen) in change.parts {
        let name = format!("{cause:?}");
        assert_eq!(fen, number(&golden["change"], &name), "{name}");
    }
}

#[test]
fn the_real_month_is_what_pandas_and_duckdb_say() {
    let golden = golden();
    let Ok(path) = std::env::var("DIANZHANG_ORDERS_2020_02") else {
        println!("DIANZHANG_ORDERS_2020_02 is not set: the file itself is not compared");
        return figures_agree(&golden);
    };
    let shop = read(&path);
    assert_morning(&shop, &golden);
    let board = board_of(&shop);
    assert_tally(&board.total, &golden["total"], "total");
    for row in &board.days {
        assert_tally(
            &row.tally,
            &golden["by_day"][row.day.to_string()],
            &row.day.to_string(),
        );
    }
    for (hour, tally) in board.hours.iter().enumerate() {
        assert_tally(
            tally,
            &golden["by_hour"][format!("{hour:02}")],
            &format!("hour {hour}"),
        );
    }
    let provinces = golden["by_province"].as_object().expect("provinces");
    assert_eq!(board.provinces.len(), provinces.len());
    for (name, golden) in provinces {
        let province = Province::of_address(name).expect("a province");
        let row = board
            .provinces
            .iter()
            .find(|r| r.province == province)
            .expect("a row");
        assert_tally(&row.tally, golden, name);
    }
    let shown = |metric| format::full(Lang::Zh, &board.value(metric));
    assert_eq!(shown(Metric::PaidNet), "¥1,902,487.15");
    assert_eq!(shown(Metric::OrderedAmount), "¥2,995,760.61");
    assert_eq!(shown(Metric::RefundAmount), "¥572,335.92");
    assert_eq!(shown(Metric::RefundRateAll), "20.16%");
    assert_eq!(shown(Metric::RefundRatePaid), "23.44%");
    assert_eq!(shown(Metric::CohortPaymentRate), "85.99%");
    assert_eq!(shown(Metric::PayWait), "7.74 分钟");
    assert!(
        matches!(board.value(Metric::Buyers), Number::Absent(_)),
        "the file does not name buyers"
    );
}

/// Days, hours and provinces each add up to the total, and the total is the published one.
fn figures_agree(golden: &Value) {
    let total = &golden["total"];
    for part in ["by_day", "by_hour", "by_province"] {
        for field in [
            "orders",
            "ordered_fen",
            "paid_orders",
            "paid_fen",
            "refund_fen",
            "refunded_orders",
        ] {
            let sum: i64 = golden[part]
                .as_object()
                .expect("parts")
                .values()
                .map(|v| number(v, field))
                .sum();
            assert_eq!(sum, number(total, field), "{part}: {field}");
        }
    }
    assert_eq!(
        (number(total, "orders"), number(total, "paid_orders")),
        (28_010, 24_087)
    );
    assert_eq!(
        (number(total, "paid_fen"), number(total, "ordered_fen")),
        (190_248_715, 299_576_061)
    );
    assert_eq!(
        (
            number(total, "refund_fen"),
            number(total, "refunded_orders")
        ),
        (57_233_592, 5_646)
    );
    assert_eq!(number(&golden["by_day"]["2020-02-25"], "orders"), 3_416);
    let (now, before) = (&golden["morning"]["day"], &golden["morning"]["day_before"]);
    let change: i64 = ["Orders", "SpendPerOrder", "Refunds"]
        .iter()
        .map(|cause| number(&golden["change"], cause))
        .sum();
    assert_eq!(change, number(now, "paid_fen") - number(before, "paid_fen"));
    assert_eq!(number(&golden["by_hour"]["21"], "orders"), 2_204);
}
