//! The items of the demo store against pandas, numpy, scipy and statsmodels (`tests/golden/README.md`), and what the page says
//! of stores whose files do not name items.

mod shop;

use dianzhang::analytics::items::{ItemKey, Items};
use dianzhang::analytics::period::{Comparison, Period};
use dianzhang::analytics::products::Products;
use dianzhang::analytics::products::abc::Abc;
use dianzhang::analytics::products::conversion::Converting;
use dianzhang::analytics::products::desk::ItemNote;
use dianzhang::analytics::products::ranking::{By, ranking};
use dianzhang::analytics::products::reference::ItemRef;
use dianzhang::demo;
use dianzhang::i18n::{Lang, Text};
use dianzhang::model::time::{Civil, Day};
use dianzhang::protocol::{BoardQuery, Failure};
use dianzhang::screens::products::missing::missing;
use dianzhang::store::MemoryStore;
use dianzhang::workspace::desk::DeskPart;
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use serde_json::{Value, json};
use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

const SEED: u64 = 20_251_111;

static GOLDEN: LazyLock<Value> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/products.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the golden file")).expect("JSON")
});

fn demo_store() -> Session<Rc<MemoryStore>> {
    let session = Session::new(Rc::new(MemoryStore::default()), true);
    block_on(session.open(None)).expect("an empty store opens");
    let last = Day::parse_iso("2026-11-22").expect("a date");
    let file = |f: demo::DemoFile| MemoryFile {
        name: f.name,
        bytes: f.bytes,
    };
    let files: Vec<MemoryFile> = demo::files(SEED, last).map(file).collect();
    let desk = Desk {
        now: Civil::new(last.plus(1), 9, 0, 0).expect("a time"),
        salt: [5; 16],
        progress: &|_| {},
        is_cancelled: &|| false,
    };
    block_on(session.load_demo(demo::SHOP, &files, &desk)).expect("the store");
    session
}

fn query(period: Period) -> BoardQuery {
    BoardQuery {
        period,
        comparison: Comparison::Previous,
    }
}

fn products(session: &Session<Rc<MemoryStore>>, period: Period) -> Products {
    let found = block_on(session.products(query(period))).expect("an answer");
    found.expect("orders")
}

fn id(items: &Items, at: usize) -> u64 {
    match items.items[at].key {
        ItemKey::Id(id) => id,
        _ => panic!("an item without a number"),
    }
}

/// Everything but the variation, which is a quotient, must be the same to the last digit.
fn assert_items(found: &Products, golden: &Value, at: &str) {
    let rows = golden["items"].as_array().expect("items");
    assert_eq!(found.items.items.len(), rows.len(), "{at}");
    let places = ranking(&found.items, By::Paid, &found.fees).places;
    for (place, row) in rows.iter().enumerate() {
        let (item, standing) = (&found.items.items[place], &found.standing[place]);
        let class = match standing.abc() {
            Abc::A => "A",
            Abc::B => "B",
            Abc::C => "C",
        };
        let now = &item.now;
        let shown = json!([
            id(&found.items, place),
            now.paid_fen,
            now.units,
            now.visitors,
            now.buyers,
            now.refund_fen,
            found
                .fees
                .profit(now, item.cost_fen)
                .map(|profit| profit.left_fen()),
            class,
            standing.pace.weeks,
            row[9],
            places[place].rank,
            places[place].rose,
        ]);
        assert_eq!(&shown, row, "{at}: {}", item.title);
        match (standing.pace.variation, row[9].as_f64()) {
            (Some(a), Some(b)) => assert!((a - b).abs() < 1e-12, "{at}: {}", item.title),
            (a, b) => assert_eq!(a, b, "{at}: {}", item.title),
        }
    }
}

fn assert_conversions(found: &Products, golden: &Value, at: &str) {
    assert_eq!(
        json!(found.conversions.looked_at),
        golden["looked_at"],
        "{at}"
    );
    let same = |converting: &[Converting], golden: &Value| {
        let mut shown: Vec<(u64, f64, f64)> = converting
            .iter()
            .map(|c| {
                (
                    id(&found.items, c.item as usize),
                    c.interval.0,
                    c.interval.1,
                )
            })
            .collect();
        shown.sort_by_key(|(id, ..)| *id);
        let golden = golden.as_array().expect("intervals");
        assert_eq!(shown.len(), golden.len(), "{at}");
        for ((id, low, high), row) in shown.into_iter().zip(golden) {
            assert_eq!(json!(id), row[0], "{at}");
            let off = |found: f64, golden: &Value| (found - golden.as_f64().unwrap_or(9.0)).abs();
            assert!(
                off(low, &row[1]) < 1e-9 && off(high, &row[2]) < 1e-9,
                "{at}: {id}"
            );
        }
    };
    same(&found.conversions.worse, &golden["worse"]);
    same(&found.conversions.better, &golden["better"]);
}

#[test]
fn the_items_of_the_demo_store_are_what_other_programs_say() {
    let session = demo_store();
    for (name, period) in [("week", Period::Last7), ("month", Period::Last30)] {
        let found = products(&session, period);
        assert_items(&found, &GOLDEN[name], name);
        assert_conversions(&found, &GOLDEN[name], name);
        // The same source and the same days as on the page 经营.
        let breakdown = block_on(session.breakdown(query(period))).expect("an answer");
        let on_sales = breakdown.expect("orders").items;
        assert_eq!(
            on_sales.items[..],
            found.items.items[..on_sales.items.len()]
        );
        assert_eq!(on_sales.total_fen, found.items.total_fen);
    }
    let found = products(&session, Period::Last30);
    assert_pairs(&found);
    assert_newcomers(&found);
    assert_item(&session, &found);
}

/// What both programs make of a title: the quotes of the catalogue are lost in one of them.
fn plain(title: &str) -> String {
    title.replace('"', "").trim().to_owned()
}

fn assert_pairs(found: &Products) {
    let (found, golden) = (&found.together, &GOLDEN["together"]);
    assert_eq!(json!(found.orders), golden["orders"]);
    assert_eq!(json!(found.several), golden["several"]);
    assert_eq!(json!(found.tested), golden["tested"]);
    assert_eq!(json!(found.pairs.len()), golden["pairs"]);
    assert_eq!(found.unread, 0);
    for row in golden["best"].as_array().expect("pairs") {
        let is_it = |titles: &[String; 2]| {
            let mut titles = titles.each_ref().map(|title| plain(title));
            titles.sort();
            json!(titles) == row[0]
        };
        let pair = found.pairs.iter().find(|pair| is_it(&pair.titles));
        let pair = pair.unwrap_or_else(|| panic!("{}", row[0]));
        assert_eq!(
            (json!(pair.both), json!(pair.orders)),
            (row[1].clone(), row[2].clone())
        );
        let chance = row[3].as_f64().expect("a probability");
        assert!((pair.chance - chance).abs() <= 1e-9 * chance, "{}", row[0]);
    }
}

fn assert_newcomers(found: &Products) {
    let mut shown: Vec<Value> = found
        .newcomers
        .items
        .iter()
        .map(|new| {
            json!([
                plain(&new.title),
                new.came.to_string(),
                new.age_days,
                new.sold,
                new.usual,
                new.earlier
            ])
        })
        .collect();
    shown.sort_by_key(Value::to_string);
    let mut golden = GOLDEN["newcomers"].as_array().expect("items").clone();
    golden.sort_by_key(Value::to_string);
    assert_eq!(shown, golden);
}

/// The page of an item says of the month what the ranking says.
fn assert_item(session: &Session<Rc<MemoryStore>>, found: &Products) {
    let first = &found.items.items[0];
    let look = block_on(session.item(ItemRef::of(&first.key))).expect("an answer");
    let view = look.expect("orders").view.expect("an item");
    let month = view.month.expect("it sold");
    assert_eq!(&month.item, first);
    assert_eq!(month.total_fen, found.items.total_fen);
    let in_month = view.days.iter().filter(|day| month.span.contains(day.day));
    let by_day: i64 = in_month
        .filter_map(|day| day.sales)
        .map(|s| s.paid_fen)
        .sum();
    assert_eq!(by_day, first.now.paid_fen);
    let by_price: i64 = view.prices.iter().map(|level| level.paid_fen).sum();
    let by_day: i64 = view
        .days
        .iter()
        .filter_map(|day| day.sales)
        .map(|s| s.paid_fen)
        .sum();
    assert_eq!(by_price, by_day);
    let unknown = block_on(session.item(ItemRef::Id(1))).expect("an answer");
    assert_eq!(unknown.expect("orders").view, None);
}

#[test]
fn what_selling_costs_is_kept_and_taken_off() {
    let session = demo_store();
    let before = products(&session, Period::Last30);
    let (mut desk, over) = session.item_desk();
    desk.fees.platform_ppm = Some(50_000);
    let item = ItemRef::of(&before.items.items[0].key);
    let note = ItemNote {
        day: Day::parse_iso("2026-11-20").expect("a date"),
        text: "换了主图".to_owned(),
    };
    desk.note(item, note.clone());
    let now = Civil(848_534_400);
    let keep = |desk, over| block_on(session.keep_desk(DeskPart::Items(desk), over, now));
    assert_eq!(keep(desk.clone(), over), Ok(()));
    assert_eq!(keep(desk, over), Err(Failure::ChangedElsewhere));
    let again = shop::reopened(&session);
    let after = products(&again, Period::Last30);
    let left = |products: &Products| {
        let item = &products.items.items[0];
        let profit = products.fees.profit(&item.now, item.cost_fen);
        profit.expect("a known cost").left_fen()
    };
    let first = &after.items.items[0].now;
    let net = first.paid_fen - first.refund_fen.unwrap_or(0);
    assert_eq!(left(&before) - left(&after), (net * 5 + 50) / 100);
    let look = block_on(again.item(item))
        .expect("an answer")
        .expect("orders");
    assert_eq!(look.view.expect("an item").notes, [note]);
}

#[test]
fn orders_that_do_not_name_items_say_which_export_does() {
    let session = shop::session();
    shop::import(&session, shop::file("orders.csv", &shop::NEW));
    let found = products(&session, Period::All);
    assert_eq!((found.items.items.len(), found.together.orders), (0, 0));
    let gaps = missing(&found, Lang::Zh);
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].what, Text::ProdMissingItems.get(Lang::Zh));
    assert!(
        gaps[0]
            .brings
            .iter()
            .any(|bring| bring.contains("宝贝报表"))
    );
    let alone = shop::session();
    let details = "子订单编号,主订单编号,商品ID,商品标题,商品价格,购买数量,商品属性,商家编码,买家应付货款,买家实付金额,退款金额,订单状态,订单创建时间,订单付款时间\n\
        4000000000000000001,4000000000000000000,672,毛巾,10.00,2,白,QH,20.00,20.00,0.00,交易成功,2026-11-02 10:00:00,2026-11-02 10:01:00\n";
    let file = MemoryFile {
        name: "ExportOrderDetailList.csv".to_owned(),
        bytes: details.as_bytes().to_vec(),
    };
    let report = shop::import(&alone, file);
    assert_eq!(report.kind.as_deref(), Some("order_details"), "{report:?}");
    let found = products(&alone, Period::Last7);
    assert_eq!((found.items.total_fen, found.items.items.len()), (2_000, 1));
    let empty = shop::session();
    assert_eq!(block_on(empty.products(BoardQuery::default())), Ok(None));
    assert_eq!(block_on(empty.item(ItemRef::Id(1))), Ok(None));
}
