//! Three items to try the screens on: one that sells most, one that converts best, one that is new and lies.

use crate::analytics::items::{Item, ItemKey, ItemSales, Items, Stock};
use crate::analytics::products::abc::{Basis, Lines, Xyz, abc};
use crate::analytics::products::conversion::{Conversions, Converting, Part};
use crate::analytics::products::decide::{Because, Decisions, Drop, DropWhy, Fix, Push};
use crate::analytics::products::fees::Fees;
use crate::analytics::products::newcomers::Newcomers;
use crate::analytics::products::pace::{Pace, Paced};
use crate::analytics::products::shelf::OnShelf;
use crate::analytics::products::together::{Pair, Together};
use crate::analytics::products::{Products, Standing};
use crate::model::time::{Day, Span};

fn sales(paid_fen: i64, units: i64, visitors: i64) -> ItemSales {
    ItemSales {
        paid_fen,
        units: Some(units),
        visitors: Some(visitors),
        buyers: Some(units),
        ..ItemSales::default()
    }
}

fn item(id: u64, title: &str, now: ItemSales, base: ItemSales) -> Item {
    Item {
        key: ItemKey::Id(id),
        title: title.to_owned(),
        codes: vec![format!("C-{id}")],
        now,
        paired: now,
        base,
        stock: Some(Stock {
            units_milli: 40_000,
            inbound_milli: 0,
        }),
        cost_fen: Some(5_000),
        recent_units: now.units,
    }
}

fn converting(item: u32, missed_fen: i64, blame: Vec<Part>) -> Converting {
    Converting {
        item,
        others: (100, 2_000),
        category: None,
        interval: (0.02, 0.04),
        missed_fen,
        blame,
    }
}

/// The week from 2026-11-16.
pub(crate) fn products() -> Products {
    let first = Day::parse_iso("2026-11-16").expect("a date");
    let span = Span::new(first, first.plus(6));
    let none = sales(0, 0, 0);
    let items = vec![
        item(
            1,
            "乳胶枕",
            sales(900_000, 90, 3_000),
            sales(300_000, 30, 900),
        ),
        item(2, "床笠", sales(270_000, 30, 300), sales(400_000, 40, 400)),
        item(3, "花架", sales(30_000, 3, 60), none),
    ];
    let amounts: Vec<i64> = items.iter().map(|item| item.now.paid_fen).collect();
    let xyz = [Some(Xyz::X), Some(Xyz::Y), None];
    let standing = abc(&amounts, &Lines::default()).into_iter().zip(xyz);
    let standing = standing.map(|(ranked, xyz)| Standing {
        ranked,
        pace: Pace {
            weeks: 12,
            variation: xyz.map(|_| 0.4),
            quiet_days: Some(2),
        },
        xyz,
    });
    Products {
        basis: Basis::Profit,
        standing: standing.collect(),
        paced: Some(Paced {
            kind: "sycm_items".to_owned(),
            span: Span::new(span.last.plus(-83), span.last),
            counts_units: true,
        }),
        on_shelf: OnShelf {
            sold: 3,
            there: Some(4),
        },
        conversions: Conversions {
            looked_at: 3,
            worse: vec![converting(0, 60_000, vec![Part::Page, Part::Price])],
            better: vec![converting(1, -50_000, Vec::new())],
        },
        newcomers: Newcomers::default(),
        together: Together {
            kind: "orders".to_owned(),
            span: Some(span),
            orders: 100,
            several: 26,
            unread: 0,
            least: 5,
            tested: 3,
            pairs: vec![Pair {
                titles: ["床笠".to_owned(), "乳胶枕".to_owned()],
                items: [Some(1), Some(0)],
                orders: [26, 60],
                both: 20,
                chance: 0.03,
            }],
        },
        decisions: Decisions {
            push: vec![Push {
                item: 1,
                why: Because::Converts(converting(1, -50_000, Vec::new())),
                cover_days: Some(20),
            }],
            fix: vec![Fix {
                item: 0,
                why: Because::Converts(converting(0, 60_000, vec![Part::Page, Part::Price])),
            }],
            drop: vec![Drop {
                item: 2,
                why: DropWhy::Lies(40),
                tied_fen: Some(200_000),
            }],
        },
        fees: Fees::default(),
        left_out: 0,
        items: Items {
            source: "sycm_items".to_owned(),
            span: Some(span),
            base_span: Some(span.shifted(-7)),
            paired_days: 7,
            total_fen: 1_200_000,
            stock_day: Some(span.last),
            recent_days: 7,
            items,
            ..Items::default()
        },
    }
}
