use super::*;
use crate::analytics::coverage::Coverage;
use crate::analytics::stock::change::StockChange;
use crate::analytics::stock::desk::{Arrival, Count, DayPart, OrderLine, PurchaseOrder};
use crate::analytics::stock::gather::{Sold, mark};
use crate::analytics::stock::ledger::Source;

/// 26 November 2026, a Thursday.
const TODAY: Day = Day(9_826);

/// Sells ten a day on each of the sixty days before today; counted this morning.
fn goods(on_hand: i64) -> Goods {
    let sold = (1..=60).rev().map(|ago| Sold {
        day: TODAY.plus(-ago),
        units: 10,
        fen: 20_000,
    });
    Goods {
        title: "四件套".to_owned(),
        sold: sold.collect(),
        counted: vec![(TODAY, on_hand)],
        cost_fen: Some(900),
        ..Goods::default()
    }
}

fn gathered(items: Vec<(&str, Goods)>) -> Gathered {
    let items = items.into_iter().map(|(code, of)| (code.to_owned(), of));
    Gathered {
        goods: items.collect(),
        origins: Origins {
            sales_kind: "order_details".to_owned(),
            sales: Coverage::of([Span::new(TODAY.plus(-60), TODAY.plus(-1))]),
            stock_kind: "stock".to_owned(),
            stock_day: Some(TODAY),
            has_costs: true,
            ..Origins::default()
        },
    }
}

fn ask(gathered: &Gathered, desk: &StockDesk, part: StockPart, today: Day) -> StockView {
    answer(gathered, desk, StockQuery { today, part }, &|_, _| 7)
}

fn sheet(view: StockView) -> SheetView {
    match view.part {
        PartView::Sheet(sheet) => *sheet,
        other => panic!("{other:?}"),
    }
}

fn the_sheet(gathered: &Gathered, desk: &StockDesk) -> SheetView {
    let part = StockPart::Sheet(WhatIf::default());
    sheet(ask(gathered, desk, part, TODAY))
}

fn order(units: i64) -> PurchaseOrder {
    PurchaseOrder {
        number: 0,
        supplier: "青禾".to_owned(),
        ordered: TODAY.plus(-5),
        expected: Some(TODAY.plus(2)),
        lines: vec![OrderLine {
            item: "A".to_owned(),
            units,
            cost_fen: None,
        }],
        closed: None,
        note: String::new(),
    }
}

#[test]
fn what_a_table_says_to_be_on_order_counts_until_the_books_know_better() {
    let of = Goods {
        inbound: 40,
        ..goods(50)
    };
    let all = gathered(vec![("A", of)]);
    let mut desk = StockDesk::default();
    let on_order = |desk: &StockDesk| the_sheet(&all, desk).sheet.rows[0].why.on_order;
    assert_eq!(on_order(&desk), 40);
    desk.change(StockChange::Order {
        orders: vec![order(30)],
        review: None,
    });
    assert_eq!(on_order(&desk), 30);
    desk.change(StockChange::Arrive {
        arrival: Arrival {
            number: 0,
            order: Some(1),
            day: TODAY,
            lines: vec![OrderLine {
                item: "A".to_owned(),
                units: 12,
                cost_fen: None,
            }],
            note: String::new(),
        },
        is_last: false,
    });
    let sheet = the_sheet(&all, &desk);
    let why = &sheet.sheet.rows[0].why;
    // What arrived today is on hand today.
    assert_eq!((why.on_hand, why.on_order), (62, 18));
    assert_eq!(sheet.behind[0].incoming[0].order, Some(1));
}

#[test]
fn an_old_table_is_brought_forward_by_what_sold_since() {
    let of = Goods {
        counted: vec![(TODAY.plus(-4), 100)],
        ..goods(0)
    };
    let mut all = gathered(vec![("A", of)]);
    all.origins.stock_day = Some(TODAY.plus(-4));
    all.origins.sales = Coverage::of([Span::new(TODAY.plus(-60), TODAY.plus(-2))]);
    all.goods.get_mut("A").expect("there").sold.pop();
    let view = the_sheet(&all, &StockDesk::default());
    let hand = view.behind[0].card.hand.expect("counted");
    assert_eq!((hand.since.opening, hand.since.sold), (Some(100), -30));
    // Yesterday is in no file: ten more are gone by all one knows.
    assert_eq!((hand.unknown_days, hand.missed, hand.units), (1, 10, 60));
    assert_eq!(
        hand.counted,
        Source::StockTable {
            import: 7,
            at: DayPart::Morning
        }
    );
}

#[test]
fn a_count_by_hand_counts_from_its_hour_on() {
    let all = gathered(vec![("A", goods(100))]);
    let mut desk = StockDesk::default();
    desk.change(StockChange::Count(Count {
        number: 0,
        day: TODAY,
        at: DayPart::Evening,
        item: "A".to_owned(),
        units: 83,
        note: String::new(),
    }));
    let view = ask(&all, &desk, StockPart::History(Some(mark("A"))), TODAY);
    let PartView::History(Some(history)) = view.part else {
        panic!("no history");
    };
    let last = history.lines.last().expect("counted");
    assert_eq!((last.change, last.balance), (Some(-17), Some(83)));
    assert_eq!(history.flow.difference, -17);
    assert_eq!(history.card.units(), Some(83));
}

#[test]
fn tables_that_are_too_old_speak_of_their_own_day() {
    let all = gathered(vec![("A", goods(50))]);
    let part = StockPart::Sheet(WhatIf::default());
    let later = TODAY.plus(STALE_DAYS);
    let view = ask(&all, &StockDesk::default(), part, later);
    assert_eq!((view.today, view.is_stale), (later, false));
    let view = ask(&all, &StockDesk::default(), part, later.plus(1));
    assert_eq!((view.today, view.is_stale), (TODAY, true));
}

#[test]
fn a_what_if_stands_beside_what_is_set() {
    let all = gathered(vec![("A", goods(50))]);
    let part = StockPart::Sheet(WhatIf {
        demand_permille: 1_500,
        ..WhatIf::default()
    });
    let now = the_sheet(&all, &StockDesk::default());
    let would = sheet(ask(&all, &StockDesk::default(), part, TODAY));
    assert_eq!(would.base, now.base);
    assert_eq!(now.sheet.units, now.base.units);
    // Fourteen days of five more each.
    assert_eq!(
        would.sheet.rows[0].why.demand.mean - now.sheet.rows[0].why.demand.mean,
        70.0
    );
}

#[test]
fn all_items_come_to_what_each_of_them_is() {
    let idle = Goods {
        title: "花瓶".to_owned(),
        counted: vec![(TODAY.plus(-100), 20)],
        cost_fen: Some(5_000),
        ..Goods::default()
    };
    let out = goods(0);
    let all = gathered(vec![("A", goods(50)), ("B", idle), ("C", out)]);
    let view = ask(&all, &StockDesk::default(), StockPart::All, TODAY);
    let PartView::All(view) = view.part else {
        panic!("another part");
    };
    let of = |pace| view.paces.iter().find(|of| of.pace == pace);
    let hot = of(crate::analytics::stock::classes::Pace::Hot).expect("hot");
    assert_eq!((hot.items, hot.units, hot.value_fen), (2, 50, 45_000));
    assert_eq!(view.cards[0].item, "B");
    // 20 pieces that came a hundred days ago, or earlier.
    assert_eq!(
        (view.ages[3].units, view.ages[3].units_maybe_older),
        (20, 20)
    );
    assert_eq!(view.out.items, (1, 2));
    assert_eq!(view.cards[1].cover_days, Some(5.0));
    let events = event_days(Span::new(TODAY.plus(-60), TODAY.plus(-1)));
    assert_eq!(view.cards[1].event_days, events.len() as u32);
    assert!(view.cards[1].event_days > 0, "double eleven is among them");
}
