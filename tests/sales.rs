//! What was sold, found by the app in a made-up export, against pandas and DuckDB (`tests/golden/README.md`) and against
//! what was counted while the export was made.

#[allow(dead_code)]
#[path = "../benches/orders/mod.rs"]
mod made;

use dianzhang::analytics::coverage::Coverage;
use dianzhang::analytics::period::Period;
use dianzhang::analytics::sales::{Answer, Answered, Choice, Moment, Question, Sales, ask};
use dianzhang::import::columns::ReadContext;
use dianzhang::import::reader::FileReader;
use dianzhang::model::time::{Civil, Day, Span};
use dianzhang::workspace::orders::Orders;
use made::{Encoding, Expected};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

/// As many as `scripts/golden-sales.py` was given.
const ROWS: u32 = 20_000;

struct Shop {
    orders: Orders,
    coverage: Coverage,
    expected: Expected,
}

static GOLDEN: LazyLock<Value> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sales.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the golden file")).expect("JSON")
});

fn shop(encoding: Encoding) -> Shop {
    let (bytes, expected) = made::file(ROWS, encoding);
    let context = ReadContext {
        salt: [7; 16],
        now: Civil(900_000_000),
    };
    let mut reader = FileReader::new("ExportOrderList.csv", bytes.len() as u64, context);
    bytes.chunks(1 << 16).for_each(|piece| reader.feed(piece));
    let imported = reader.finish();
    let mut orders = Orders::default();
    orders.add(&imported.table.expect("rows"), &imported.report.lacking);
    Shop {
        orders,
        coverage: Coverage::of(imported.report.span),
        expected,
    }
}

impl Shop {
    fn ask(&self, question: Question) -> Answered {
        ask(&self.orders, &self.coverage, question).expect("days that a file covers")
    }
}

fn choices() -> Vec<(&'static str, Choice)> {
    let day = |text: &str| Day::parse_iso(text).expect("a date");
    let november = Period::Custom(Span::new(day("2025-11-01"), day("2025-11-30")));
    let of = |period, by| Choice { period, by };
    vec![
        ("all_created", of(Period::All, Moment::Created)),
        ("all_paid", of(Period::All, Moment::Paid)),
        ("november_created", of(november, Moment::Created)),
        ("november_paid", of(november, Moment::Paid)),
    ]
}

fn sales(sales: &Sales) -> Value {
    json!([sales.orders, sales.gross_fen, sales.refund_fen])
}

/// An answer in the form of the golden file.
fn plain(answer: &Answer) -> Value {
    match answer {
        Answer::Days(days) => {
            let row = |d: &dianzhang::analytics::sales::days::DayOfOrders| {
                json!([
                    d.day.to_string(),
                    d.orders,
                    d.ordered_fen,
                    d.paid_orders,
                    d.paid_gross_fen,
                    d.refund_fen
                ])
            };
            days.iter().map(row).collect()
        }
        Answer::Titles(titles) => json!({
            "titles": titles.titles,
            "total": sales(&titles.total),
            "top": titles.top.iter().map(|t| json!([t.title, sales(&t.sales)])).collect::<Vec<_>>(),
        }),
        Answer::Buyers(buyers) => json!({
            "as_of": buyers.as_of.map(|day| day.to_string()),
            "by_orders": buyers.by_orders.iter().map(|f| json!([f.orders, f.buyers, f.net_fen])).collect::<Vec<_>>(),
            "by_days": buyers.by_days.iter().map(|r| json!([r.days, r.buyers])).collect::<Vec<_>>(),
            "top": buyers
                .top
                .iter()
                .map(|b| json!([b.last_order, b.last_paid.to_string(), b.orders, b.net_fen]))
                .collect::<Vec<_>>(),
        }),
        Answer::Provinces(provinces) => provinces
            .iter()
            .map(|p| json!([p.province.zh(), sales(&p.sales)]))
            .collect(),
    }
}

#[test]
fn every_answer_is_what_pandas_and_duckdb_say() {
    let shop = shop(Encoding::Gb18030);
    assert_eq!(GOLDEN["rows"], json!(ROWS));
    for (name, choice) in choices() {
        let golden = &GOLDEN["answers"][name];
        let top = 10;
        for (part, question) in [
            ("titles", Question::Titles { choice, top }),
            ("buyers", Question::Buyers { choice, top }),
            ("provinces", Question::Provinces(choice)),
        ] {
            let found = plain(&shop.ask(question).answer);
            assert_eq!(found, golden[part], "{name}: {part}");
        }
        if choice.by == Moment::Created {
            let found = plain(&shop.ask(Question::Days(choice)).answer);
            assert_eq!(found, golden["days"], "{name}: days");
        }
    }
}

#[test]
fn nothing_gets_lost_on_the_way_from_the_making_to_the_answer() {
    let shop = shop(Encoding::Utf8);
    let choice = Choice {
        period: Period::All,
        by: Moment::Created,
    };
    let (days, expected) = (shop.ask(Question::Days(choice)), &shop.expected);
    let Answer::Days(days) = days.answer else {
        panic!("days")
    };
    let found: Vec<_> = days
        .iter()
        .map(|d| {
            let paid = d.paid_gross_fen - d.refund_fen;
            (
                d.day.to_string(),
                d.orders,
                d.ordered_fen,
                paid,
                d.paid_orders,
            )
        })
        .collect();
    assert_eq!(found, expected.days);
    let Answer::Buyers(buyers) = shop.ask(Question::Buyers { choice, top: 20 }).answer else {
        panic!("buyers")
    };
    let frequency = |f: &dianzhang::analytics::sales::buyers::Frequency| i64::from(f.orders);
    let recency: i64 = buyers
        .by_days
        .iter()
        .map(|r| i64::from(r.days) * r.buyers as i64)
        .sum();
    let checks: i64 = buyers
        .by_orders
        .iter()
        .map(|f| frequency(f) * f.net_fen)
        .sum();
    assert_eq!((recency, checks), (expected.rfm.rec, expected.rfm.chk));
}

#[test]
fn a_choice_says_what_limits_its_answer() {
    let shop = shop(Encoding::Gb18030);
    let day = |text: &str| Day::parse_iso(text).expect("a date");
    let choice = Choice {
        period: Period::Custom(Span::new(day("2025-12-20"), day("2026-01-20"))),
        by: Moment::Paid,
    };
    let answered = shop.ask(Question::Provinces(choice));
    let covered = shop.coverage.range().expect("covered days").last;
    assert_eq!(answered.missing_days, day("2026-01-20").0 - covered.0);
    assert!(answered.lacking.iter().any(|column| column == "shipped_at"));
    assert!(!answered.lacking.iter().any(|column| column == "buyer"));
    let none = ask(
        &Orders::default(),
        &Coverage::default(),
        Question::Provinces(choice),
    );
    assert_eq!(none, None);
}
