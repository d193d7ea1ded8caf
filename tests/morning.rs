//! The mornings and boards of the demo store, against pandas and DuckDB (`tests/golden/README.md`), and what stands behind
//! them: items with their stock, sources, funnel, the parts of a change, what is to be done.

use dianzhang::analytics::decompose::Cause;
use dianzhang::analytics::funnel::FunnelStep;
use dianzhang::analytics::items::{Item, ItemKey, ItemSales, Items};
use dianzhang::analytics::metrics::{Absent, Metric, Value as Number};
use dianzhang::analytics::morning::{Action, Matter, Morning};
use dianzhang::analytics::period::{Comparison, Period};
use dianzhang::analytics::stretch::Stretch;
use dianzhang::analytics::traffic::{SourceRow, Sources, Visits};
use dianzhang::demo;
use dianzhang::model::time::{Civil, Day, Span};
use dianzhang::protocol::BoardQuery;
use dianzhang::store::MemoryStore;
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;

const SEED: u64 = 20_251_111;

static GOLDEN: LazyLock<Value> = LazyLock::new(|| {
    let text = std::fs::read_to_string(golden("morning.json")).expect("the golden file");
    serde_json::from_str(&text).expect("JSON")
});

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name)
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a date")
}

/// The days that the demo's files leave out, filled with the days beside them: whose file, which day, what it becomes. The
/// same as in `scripts/golden-morning.py`.
const FILLED: [(&str, &str, &str); 3] = [
    ("商品_全部_2026-11-12", "2026-11-12", "2026-11-13"),
    ("商品_全部_2026-11-21", "2026-11-21", "2026-11-22"),
    ("店铺概况_2026-11-14", "2026-11-14", "2026-11-13"),
];

/// What a store in trouble has beside the whole one.
const TROUBLE: [&str; 4] = [
    "ExportOrderList.csv",
    "店铺概况.csv",
    "退款管理.csv",
    "计划报表.csv",
];

fn made(name: &str) -> MemoryFile {
    MemoryFile {
        name: name.to_owned(),
        bytes: std::fs::read(golden("morning").join(name)).expect("a made-up file"),
    }
}

fn files(store: &str) -> Vec<MemoryFile> {
    let of_demo = |f: demo::DemoFile| MemoryFile {
        name: f.name,
        bytes: f.bytes,
    };
    let mut files: Vec<MemoryFile> = demo::files(SEED, day("2026-11-22")).map(of_demo).collect();
    if store == "demo" {
        return files;
    }
    for (name, of, becomes) in FILLED {
        let like = files.iter().find(|f| f.name.contains(name));
        let like = like.expect("a file to fill a day with");
        let text = String::from_utf8(like.bytes.clone()).expect("UTF-8");
        let filled = MemoryFile {
            name: like.name.replace(of, becomes),
            bytes: text.replace(of, becomes).into_bytes(),
        };
        files.push(filled);
    }
    files.push(made("sources.csv"));
    if store == "trouble" {
        files.extend(TROUBLE.map(made));
    }
    files
}

fn session(store: &str) -> Session<Rc<MemoryStore>> {
    let session = Session::new(Rc::new(MemoryStore::default()), true);
    block_on(session.open(None)).expect("an empty store opens");
    let files = files(store);
    let desk = Desk {
        now: at_nine("2026-11-23"),
        salt: [5; 16],
        progress: &|_| {},
        is_cancelled: &|| false,
    };
    block_on(session.load_demo(demo::SHOP, &files, &desk)).expect("the store");
    session
}

fn at_nine(text: &str) -> Civil {
    Civil::new(day(text), 9, 0, 0).expect("a time")
}

/// What is found in the form of the golden file, whose quotients are not compared to the last bit.
#[track_caller]
fn assert_same(found: &Value, golden: &Value, at: &str) {
    match (found, golden) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = |of: &serde_json::Map<String, Value>| -> Vec<String> {
                of.keys().cloned().collect()
            };
            assert_eq!(keys(a), keys(b), "{at}");
            for (key, value) in a {
                assert_same(value, &b[key], &format!("{at}.{key}"));
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{at}: {found} / {golden}");
            for (place, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same(a, b, &format!("{at}[{place}]"));
            }
        }
        (Value::Number(a), Value::Number(b)) if a.is_f64() || b.is_f64() => {
            let (a, b) = (a.as_f64().expect("a number"), b.as_f64().expect("a number"));
            assert!((a - b).abs() <= 1e-9 * b.abs(), "{at}: {a} / {b}");
        }
        _ => assert_eq!(found, golden, "{at}"),
    }
}

fn span(span: Span) -> Value {
    json!([span.first.to_string(), span.last.to_string()])
}

fn number(value: Number) -> Value {
    match value {
        Number::Fen(n) | Number::Count(n) => json!(n),
        Number::Rate { num, den } => json!([num, den]),
        Number::FenPer { fen, per } => json!([fen, per]),
        Number::SecsPer { secs, per } => json!([secs, per]),
        Number::Absent(Absent::NoDenominator) => json!("no_denominator"),
        Number::Absent(Absent::NoColumn(column)) => json!({ "no_column": column }),
        Number::Absent(Absent::NotCovered(days)) => json!({ "missing_days": days }),
        Number::Absent(Absent::NoFile(kind)) => json!({ "no_file": kind }),
        Number::Absent(Absent::NoBaseline(_)) => json!("no_baseline"),
    }
}

fn values(of: impl Fn(Metric) -> Number) -> Value {
    let all = Metric::ALL.iter();
    let all = all.map(|metric| (metric.key().to_owned(), number(of(*metric))));
    Value::Object(all.collect())
}

fn stretch(stretch: &Stretch) -> Value {
    json!({ "span": span(stretch.span), "values": values(|metric| stretch.value(metric)) })
}

fn key(key: &ItemKey) -> Value {
    match key {
        ItemKey::Id(id) => json!(id),
        ItemKey::Code(text) | ItemKey::Title(text) => json!(text),
    }
}

fn items(all: &Items, shown: usize) -> Value {
    let sales = |s: &ItemSales| {
        json!([
            s.paid_fen,
            s.units,
            s.visitors,
            s.buyers,
            s.cart_buyers,
            s.refund_fen
        ])
    };
    let item = |item: &Item| {
        json!({
            "key": key(&item.key),
            "title": item.title,
            "codes": item.codes,
            "now": sales(&item.now),
            "paired": sales(&item.paired),
            "base": sales(&item.base),
            "stock": item.stock.map(|s| [s.units_milli, s.inbound_milli]),
            "cost_fen": item.cost_fen,
            "parts": item.parts(),
            "units_per_day": all.units_per_day(item),
            "cover_days": all.cover_days(item),
        })
    };
    json!({
        "source": all.source,
        "span": all.span.map(span),
        "missing_days": all.missing_days,
        "base_span": all.base_span.map(span),
        "paired_days": all.paired_days,
        "total_fen": all.total_fen,
        "compared_fen": all.compared_fen,
        "stock_day": all.stock_day.map(|day| day.to_string()),
        "idle_codes": all.idle_codes,
        "items": all.items.iter().take(shown).map(item).collect::<Vec<_>>(),
    })
}

fn action(action: &Action) -> Value {
    let (name, facts) = match &action.matter {
        Matter::MissingFiles { kind, days } => {
            ("MissingFiles", json!({ "kind": kind, "days": span(*days) }))
        }
        Matter::RunningOut {
            items,
            title,
            units_milli,
            cover_days,
        } => (
            "RunningOut",
            json!({ "items": items, "title": title, "units_milli": units_milli, "cover_days": cover_days }),
        ),
        Matter::OddDay { day, .. } => ("OddDay", json!({ "day": day.to_string() })),
        Matter::BehindTarget { due_fen, .. } => ("BehindTarget", json!({ "due_fen": due_fen })),
        Matter::FallingItem {
            title,
            from_fen,
            to_fen,
            days,
            shop_fen,
            parts,
        } => (
            "FallingItem",
            json!({
                "title": title,
                "from_fen": from_fen,
                "to_fen": to_fen,
                "days": days,
                "shop_fen": shop_fen,
                "parts": parts,
            }),
        ),
        Matter::LowPayment {
            paid,
            orders,
            usual_paid,
            usual_orders,
        } => (
            "LowPayment",
            json!({ "now": [paid, orders], "usual": [usual_paid, usual_orders] }),
        ),
        Matter::LowConversion {
            buyers,
            visitors,
            usual_buyers,
            usual_visitors,
        } => (
            "LowConversion",
            json!({ "now": [buyers, visitors], "usual": [usual_buyers, usual_visitors] }),
        ),
        Matter::RefundsRising {
            from_fen,
            to_fen,
            from_paid_fen,
            to_paid_fen,
        } => (
            "RefundsRising",
            money_and_sales([from_fen, to_fen, from_paid_fen, to_paid_fen]),
        ),
        Matter::AdsDearer {
            from_fen,
            to_fen,
            from_paid_fen,
            to_paid_fen,
        } => (
            "AdsDearer",
            money_and_sales([from_fen, to_fen, from_paid_fen, to_paid_fen]),
        ),
        Matter::ReorderSheet { items } => ("ReorderSheet", json!({ "items": items })),
    };
    let mut all = facts;
    all["due"] = json!(format!("{:?}", action.due));
    all["key"] = json!(action.key);
    all["matter"] = json!(name);
    all
}

fn money_and_sales([from, to, from_paid, to_paid]: [&i64; 4]) -> Value {
    json!({ "from_fen": from, "to_fen": to, "from_paid_fen": from_paid, "to_paid_fen": to_paid })
}

fn morning(morning: &Morning) -> Value {
    let change = morning.change.as_ref().expect("both days are known");
    let name = |cause: Cause| format!("{cause:?}");
    let parts = change.parts.iter();
    let parts = parts.map(|(cause, fen)| (name(*cause), json!(fen)));
    json!({
        "today": morning.today.to_string(),
        "data": span(morning.data),
        "stretches": {
            "day": stretch(&morning.day),
            "day_before": stretch(&morning.day_before),
            "week": stretch(&morning.week),
            "week_before": stretch(&morning.week_before),
            "month": stretch(&morning.month),
            "month_before": stretch(&morning.month_before),
            "last_month": stretch(&morning.last_month),
            "last_month_before": stretch(&morning.last_month_before),
        },
        "change": Value::Object(parts.collect()),
        "items": items(&morning.items, usize::MAX),
        "actions": morning.actions.iter().map(action).collect::<Vec<_>>(),
    })
}

fn sources(sources: &Sources) -> Value {
    let visits = |v: &Visits| json!([v.visitors, v.buyers, v.paid_fen]);
    let row = |row: &SourceRow| {
        json!({
            "group": row.group,
            "name": row.name,
            "now": visits(&row.now),
            "base": visits(&row.base),
            "parts": row.parts(),
        })
    };
    json!({
        "missing_days": sources.missing_days,
        "base_missing_days": sources.base_missing_days,
        "rows": sources.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

fn compare_boards(session: &Session<Rc<MemoryStore>>, golden: &Value) {
    for (name, expected) in golden["boards"].as_object().expect("boards") {
        let query = BoardQuery {
            period: Period::from_param(name).expect("a period"),
            comparison: Comparison::CalendarYear,
        };
        let board = session.state.borrow().board(query).expect("orders");
        let baselines = board.baselines.iter();
        let baselines =
            baselines.map(|b| (b.comparison.to_param().to_owned(), stretch(&b.stretch)));
        let found = json!({
            "span": span(board.span),
            "values": values(|metric| board.value(metric)),
            "baselines": Value::Object(baselines.collect()),
        });
        assert_same(&found, expected, name);
        if name == "d30" {
            let of_shop = || Metric::ALL.iter().filter(|metric| metric.is_of_shop());
            let row = |row| -> Vec<Value> {
                let values = of_shop().map(|metric| number(board.day_value(*metric, row)));
                values.collect()
            };
            let days = board
                .days
                .iter()
                .map(|r| (r.day.to_string(), json!(row(r))));
            assert_same(&Value::Object(days.collect()), &golden["days"], "days");
        }
    }
}

fn compare_breakdowns(session: &Session<Rc<MemoryStore>>, golden: &Value) {
    let ranked = Span::new(day("2026-11-18"), day("2026-11-21"));
    let asked = [
        ("d1", Period::LastDay, Comparison::SameWeekday),
        ("d7", Period::Last7, Comparison::Previous),
        ("ranked", Period::Custom(ranked), Comparison::Previous),
    ];
    for (name, period, comparison) in asked {
        let query = BoardQuery { period, comparison };
        let found = block_on(session.breakdown(query)).expect("an answer");
        let found = found.expect("orders");
        let step = |s: &FunnelStep| json!([format!("{:?}", s.step), s.now, s.base]);
        let mut expected = golden["breakdowns"][name].clone();
        let count = expected["items"]["count"].take();
        expected["items"]
            .as_object_mut()
            .expect("items")
            .remove("count");
        assert_eq!(json!(found.items.items.len()), count, "{name}: items");
        let found = json!({
            "span": span(found.span),
            "base": found.base.map(span),
            "items": items(&found.items, 20),
            "sources": found.sources.as_ref().map(sources),
            "funnel": found.funnel.iter().map(step).collect::<Vec<_>>(),
        });
        assert_same(&found, &expected, name);
    }
}

fn compare_morning(session: &Session<Rc<MemoryStore>>, golden: &Value) {
    let mut expected = golden["morning"].clone();
    expected["items"]
        .as_object_mut()
        .expect("items")
        .remove("count");
    let now = at_nine(expected["today"].as_str().expect("a day"));
    let found = block_on(session.morning(now)).expect("an answer");
    assert_same(&morning(&found.expect("orders")), &expected, "morning");
}

fn compare_all(store: &str) {
    let session = session(store);
    let golden = &GOLDEN[store];
    compare_morning(&session, golden);
    compare_boards(&session, golden);
    compare_breakdowns(&session, golden);
}

#[test]
fn the_demo_store_is_what_pandas_and_duckdb_say() {
    compare_all("demo");
}

#[test]
fn a_store_without_a_missing_day_is_what_pandas_and_duckdb_say() {
    compare_all("whole");
}

#[test]
fn what_is_to_be_done_in_trouble_is_what_pandas_and_duckdb_say() {
    compare_morning(&session("trouble"), &GOLDEN["trouble"]);
}
