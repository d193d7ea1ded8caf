use super::*;
use crate::import::kinds::{DAY, LAST_DAY};
use crate::model::time::{Civil, DAY_SECS, Span};
use crate::table::{Column, NULL_I64, Names, Table};
use crate::workspace::orders::Orders;

fn names(values: &[&str]) -> Column {
    let mut names = Names::default();
    let codes = values
        .iter()
        .map(|value| match value.is_empty() {
            true => crate::table::NULL_CODE,
            false => names.code(value),
        })
        .collect();
    Column::Names { codes, names }
}

fn days(values: &[i32]) -> Column {
    let at = |day: &i32| Civil(*day as u32 * DAY_SECS).0;
    Column::U32(values.iter().map(at).collect())
}

fn table(columns: Vec<(&str, Column)>) -> Table {
    let columns = columns.into_iter().map(|(name, c)| (name.to_owned(), c));
    Table::new(columns.collect()).expect("columns of one length")
}

/// Two items of one code each, one of two codes, one without.
fn ranking() -> Table {
    table(vec![
        (DAY, days(&[10, 10, 11, 11, 11])),
        (LAST_DAY, days(&[10, 10, 11, 11, 17])),
        ("item_id", Column::U64(vec![1, 2, 1, 3, 2])),
        ("sku_code", names(&["A", "", "A", "", ""])),
        ("title", names(&["被", "枕", "被", "灯", "枕"])),
        ("paid_units", Column::U32(vec![3, 4, 5, 6, 700])),
        ("paid_fen", Column::I64(vec![300, 800, 550, 900, NULL_I64])),
    ])
}

fn details() -> Table {
    table(vec![
        ("item_id", Column::U64(vec![2, 2])),
        ("sku_code", names(&["B-1", "B-2"])),
        ("paid_at", days(&[2, 2])),
        ("units", Column::U32(vec![1, 2])),
    ])
}

fn stock(codes: &[&str], styles: &[&str], units: &[i64], of: &[i32]) -> Table {
    table(vec![
        (DAY, days(of)),
        ("sku_code", names(codes)),
        ("style_code", names(styles)),
        (
            "stock_units_milli",
            Column::I64(units.iter().map(|n| n * 1_000 + 500).collect()),
        ),
        (
            "inbound_units_milli",
            Column::I64(units.iter().map(|_| 7_000).collect()),
        ),
    ])
}

fn shelf<'a>(orders: &'a Orders, tables: &[(&'static str, &'a Table, Span)]) -> Shelf<'a> {
    let others = tables
        .iter()
        .map(|(kind, table, span)| (*kind, (*table, Coverage::of([*span]))));
    Shelf {
        orders,
        coverage: Coverage::default(),
        others: others.collect(),
    }
}

fn units(gathered: &Gathered, code: &str) -> Vec<(i32, u32)> {
    let goods = gathered.goods.get(code).expect("gathered");
    goods.sold.iter().map(|s| (s.day.0, s.units)).collect()
}

#[test]
fn sales_that_the_ranking_cannot_tell_apart_are_said_and_not_shared_out() {
    let (orders, ranking, details) = (Orders::default(), ranking(), details());
    let counted = stock(&["A", "B-1", "Z"], &["", "", ""], &[9, 8, 7], &[12, 12, 12]);
    let shelf = shelf(
        &orders,
        &[
            ("sycm_items", &ranking, Span::new(Day(10), Day(17))),
            // Too old to count beside the ranking.
            ("order_details", &details, Span::new(Day(-70), Day(-60))),
            ("stock", &counted, Span::new(Day(12), Day(12))),
        ],
    );
    let gathered = gather(&shelf);
    let origins = &gathered.origins;
    assert_eq!(
        (origins.sales_kind.as_str(), origins.stock_kind.as_str()),
        ("sycm_items", "stock")
    );
    // The row about a week says nothing of a day.
    assert_eq!(origins.sales.spans(), [Span::new(Day(10), Day(11))]);
    assert_eq!(units(&gathered, "A"), [(10, 3), (11, 5)]);
    let doubts = &origins.doubts;
    assert_eq!((doubts.shared.count, doubts.shared.units), (1, 4));
    assert_eq!(
        (doubts.unnamed.units, doubts.unnamed.some.as_slice()),
        (6, &["3".to_owned()][..])
    );
    assert_eq!(doubts.idle.some, ["B-1", "Z"]);
    assert_eq!(doubts.not_counted.some, ["3"]);
    let goods = &gathered.goods["A"];
    assert_eq!(
        (goods.title.as_str(), goods.counted.as_slice()),
        ("被", &[(Day(12), 9)][..])
    );
    assert_eq!(goods.inbound, 7);
}

#[test]
fn order_details_that_are_as_fresh_come_first_and_tell_codes_apart() {
    let (orders, ranking, details) = (Orders::default(), ranking(), details());
    let shelf = shelf(
        &orders,
        &[
            ("sycm_items", &ranking, Span::new(Day(10), Day(11))),
            ("order_details", &details, Span::new(Day(1), Day(11))),
        ],
    );
    let gathered = gather(&shelf);
    assert_eq!(gathered.origins.sales_kind, "order_details");
    assert_eq!(units(&gathered, "B-1"), [(2, 1)]);
    assert_eq!(units(&gathered, "B-2"), [(2, 2)]);
    assert_eq!(gathered.origins.doubts, Doubts::default());
}

#[test]
fn skus_of_a_style_of_which_alone_sales_are_known_are_put_together() {
    let (orders, ranking) = (Orders::default(), ranking());
    let counted = stock(
        &["A-L", "A-M", "A-L", "C-1"],
        &["A", "A", "A", "C"],
        &[5, 6, 4, 3],
        &[12, 12, 5, 12],
    );
    let shelf = shelf(
        &orders,
        &[
            ("sycm_items", &ranking, Span::new(Day(10), Day(11))),
            ("jushuitan_stock", &counted, Span::new(Day(5), Day(12))),
        ],
    );
    let gathered = gather(&shelf);
    let goods = &gathered.goods["A"];
    assert_eq!(goods.counted, [(Day(5), 4), (Day(12), 11)]);
    // Only the newest table says what is on order.
    assert_eq!((goods.skus, goods.inbound), (2, 14));
    assert!(
        gathered.goods.contains_key("C-1"),
        "a style that does not sell is no item"
    );
}

#[test]
fn the_operators_costs_and_terms_count_before_those_of_a_system() {
    let (orders, ranking) = (Orders::default(), ranking());
    let articles = table(vec![
        ("sku_code", names(&["A"])),
        ("style_code", names(&[""])),
        ("purchase_fen", Column::I64(vec![900])),
        ("supplier", names(&["聚工厂"])),
    ]);
    let own = table(vec![
        ("sku_code", names(&["A", "A"])),
        (DAY, days(&[3, 9])),
        ("cost_fen", Column::I64(vec![700, 800])),
        ("box_units", Column::U32(vec![12, 12])),
    ]);
    let both = [
        ("sycm_items", &ranking, Span::new(Day(10), Day(11))),
        ("jushuitan_items", &articles, Span::new(Day(1), Day(1))),
        ("costs", &own, Span::new(Day(3), Day(9))),
    ];
    let gathered = gather(&shelf(&orders, &both));
    let goods = &gathered.goods["A"];
    assert_eq!(goods.cost_fen, Some(800));
    assert_eq!(goods.terms.supplier.as_deref(), Some("聚工厂"));
    assert_eq!(goods.terms.box_units, Some(12));
    let system = gather(&shelf(&orders, &both[..2]));
    assert_eq!(system.goods["A"].cost_fen, Some(900));
}

#[test]
fn an_address_finds_its_item_again() {
    // The vector that its authors published.
    assert_eq!(mark("foobar"), 0x8594_4171_f739_67e8);
    assert_ne!(mark("QH-CJ-001"), mark("QH-CJ-002"));
}
