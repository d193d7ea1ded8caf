//! The demo store goes through the same import as every file, and comes out as the store that it was made from.

use dianzhang::analytics::period::Period;
use dianzhang::demo;
use dianzhang::import::issues::Severity;
use dianzhang::model::time::{Civil, Day};
use dianzhang::protocol::BoardQuery;
use dianzhang::store::{MemoryStore, Store};
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use std::rc::Rc;

const SEED: u64 = 20_251_111;

fn imported() -> (
    Session<Rc<MemoryStore>>,
    Day,
    Vec<dianzhang::import::report::FileReport>,
) {
    let last_day = Day::parse_iso("2026-11-22").expect("a date");
    let session = Session::new(Rc::new(MemoryStore::default()), true);
    block_on(session.open(None)).expect("an empty store opens");
    let files = demo::files(SEED, last_day);
    let files = files.map(|f| MemoryFile {
        name: f.name,
        bytes: f.bytes,
    });
    let files: Vec<MemoryFile> = files.collect();
    let desk = Desk {
        now: Civil(848_534_400),
        salt: [5; 16],
        progress: &|_| {},
        is_cancelled: &|| false,
    };
    let reports = block_on(session.load_demo(demo::SHOP, &files, &desk)).expect("the demo store");
    (
        session,
        last_day,
        reports.into_iter().map(|f| f.report).collect(),
    )
}

#[test]
fn every_demo_file_is_read_and_the_totals_are_those_it_was_made_from() {
    let (session, last_day, reports) = imported();
    for report in &reports {
        assert!(!report.is_fatal(), "{report:?}");
        let lost: Vec<_> = report
            .issues
            .iter()
            .filter(|i| i.kind.severity() != Severity::Note)
            .collect();
        assert!(lost.is_empty(), "{}: {lost:?}", report.file);
    }
    let query = BoardQuery {
        period: Period::All,
        ..BoardQuery::default()
    };
    let board = session.state.borrow().board(query).expect("orders");
    let expected = demo::totals(SEED, last_day);
    let found = &board.total;
    assert_eq!(found.orders as u64, expected.orders);
    assert_eq!(found.ordered_fen as u64, expected.ordered_fen);
    assert_eq!(found.paid_orders as u64, expected.paid_orders);
    assert_eq!(found.paid_gross_fen as u64, expected.paid_gross_fen);
    assert_eq!(found.refund_fen as u64, expected.refund_fen);
    assert_eq!(found.refunded_orders as u64, expected.refunded_orders);
    assert_eq!(board.data.last, last_day);
    assert!(board.data.len_days() >= 729);
    assert_eq!(board.missing_days, 0);
}

#[test]
fn none_of_the_demo_buyers_is_in_the_store() {
    let (session, last_day, _) = imported();
    let samples = demo::personal_samples(SEED, last_day);
    assert!(samples.len() > 100);
    let store = &session.store;
    let all: Vec<Vec<u8>> = store
        .all_keys()
        .iter()
        .map(|k| block_on(store.get(k)).expect("a record").expect("a record"))
        .collect();
    for record in &all {
        let text = String::from_utf8_lossy(record);
        for sample in &samples {
            assert!(!text.contains(sample.as_str()), "{sample}");
        }
    }
}
