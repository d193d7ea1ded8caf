//! The life of a workspace, driven natively: the same actions as in the browser, over a store in memory.

mod shop;

use dianzhang::import::issues::IssueKind;
use dianzhang::import::report::RecognisedBy;
use dianzhang::import::template::{Hints, Mapping};
use dianzhang::model::time::Civil;
use dianzhang::protocol::Failure;
use dianzhang::store::{MemoryStore, Store};
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use shop::*;
use std::cell::Cell;
use std::rc::Rc;

#[test]
fn what_was_imported_is_there_after_a_reload() {
    let session = session();
    let report = import(&session, file("ExportOrderList1.csv", &NEW));
    assert_eq!((report.rows, report.accepted, report.new_rows), (2, 2, 2));
    let again = reopened(&session);
    assert_eq!(totals(&again), (2, 13_000, 2_000));
    let there = overview(&again);
    assert_eq!(
        there.workspaces[0].name, "青禾旗舰店",
        "the first file names the workspace"
    );
    assert_eq!(there.imports[0].report, report);
}

#[test]
fn the_newest_state_of_an_order_wins_in_either_sequence() {
    for files in [[OLD, NEW], [NEW, OLD]] {
        let session = session();
        import(&session, file("a.csv", &files[0]));
        import(&session, file("b.csv", &files[1]));
        assert_eq!(totals(&session), (2, 13_000, 2_000));
        assert_eq!(totals(&reopened(&session)), (2, 13_000, 2_000));
    }
}

#[test]
fn an_older_overlap_updates_nothing_and_the_same_file_is_not_stored_twice() {
    let session = session();
    import(&session, file("b.csv", &NEW));
    let older = import(&session, file("a.csv", &OLD));
    assert_eq!((older.new_rows, older.updated_rows), (0, 0));
    let same = import(&session, file("copy.csv", &NEW));
    assert!(same.already_there());
    assert_eq!(overview(&session).imports.len(), 2);
}

#[test]
fn undo_takes_one_import_out_and_restore_brings_it_back() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    import(&session, file("b.csv", &NEW));
    block_on(session.undo(2)).expect("an undo");
    assert_eq!(totals(&session), (2, 5_000, 0));
    assert_eq!(totals(&reopened(&session)), (2, 5_000, 0));
    block_on(session.restore(2)).expect("a redo");
    assert_eq!(totals(&reopened(&session)), (2, 13_000, 2_000));
    assert_eq!(block_on(session.restore(2)), Err(Failure::NotFound));
}

#[test]
fn what_was_undone_is_listed_as_long_as_it_can_be_brought_back() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    import(&session, file("b.csv", &NEW));
    let undone = |session: &Session<Rc<MemoryStore>>| {
        let undone = overview(session).undone.into_iter();
        undone.map(|e| e.report.file).collect::<Vec<_>>()
    };
    assert!(undone(&session).is_empty());
    block_on(session.undo(2)).expect("an undo");
    block_on(session.undo(1)).expect("an undo");
    assert_eq!(undone(&session), ["a.csv", "b.csv"], "the last one first");
    assert!(
        undone(&reopened(&session)).is_empty(),
        "of this session only"
    );
    block_on(session.restore(1)).expect("brought back");
    assert_eq!(undone(&session), ["b.csv"]);
    // The same file imported again stands in for what was taken out.
    import(&session, file("copy.csv", &NEW));
    assert!(undone(&session).is_empty());
    assert_eq!(block_on(session.restore(2)), Err(Failure::NotFound));
    assert_eq!(totals(&session), (2, 13_000, 2_000));
}

#[test]
fn what_would_count_twice_is_not_brought_back() {
    let session = session();
    let damaged = NEW.map(|row| format!("1.00E+18{}", &row[4..]));
    import(&session, file("excel.csv", &[&damaged[0], &damaged[1]]));
    block_on(session.undo(1)).expect("an undo");
    assert_eq!(overview(&session).undone.len(), 1);
    import(&session, file("good.csv", &NEW));
    assert!(overview(&session).undone.is_empty());
    assert_eq!(block_on(session.restore(1)), Err(Failure::NotFound));
}

#[test]
fn a_file_without_usable_rows_makes_no_store_and_no_import() {
    let session = session();
    let report = import(
        &session,
        MemoryFile {
            name: "x.csv".into(),
            bytes: b"rubbish".to_vec(),
        },
    );
    assert!(report.is_fatal());
    assert!(overview(&session).workspaces.is_empty());
    let rows = "订单编号,总金额,买家实付金额,订单状态,商品标题\n1,2.00,2.00,交易成功,x\n";
    let report = import(
        &session,
        MemoryFile {
            name: "y.csv".into(),
            bytes: rows.into(),
        },
    );
    assert!(
        report
            .issues
            .iter()
            .any(|i| i.kind == IssueKind::NoUsableRows)
    );
    assert!(overview(&session).workspaces.is_empty());
}

#[test]
fn a_file_with_payment_times_only_is_on_the_board() {
    let session = session();
    let rows = "订单编号,买家实付金额,订单状态,订单付款时间,店铺名称\n1,12.00,交易成功,2026-11-02 10:00:00,甲店\n";
    import(
        &session,
        MemoryFile {
            name: "paid.csv".into(),
            bytes: rows.into(),
        },
    );
    assert_eq!(totals(&session), (0, 1_200, 0));
}

#[test]
fn a_file_without_payment_times_never_moves_a_payment() {
    let session = session();
    import(&session, file("a.csv", &NEW));
    let header = "订单编号,总金额,买家实际支付金额,订单状态,退款金额,订单创建时间\n";
    let row = "1001,100.00,100.00,交易成功,0.00,2026-11-01 10:00:00\n2001,9.00,9.00,交易成功,0.00,2026-11-02 10:00:00\n";
    import(
        &session,
        MemoryFile {
            name: "b.csv".into(),
            bytes: format!("{header}{row}").into_bytes(),
        },
    );
    let orders = session.state.borrow();
    let waits: Vec<_> = orders
        .data
        .orders
        .columns()
        .iter()
        .map(|o| Some(o.paid? - o.created?))
        .collect();
    assert_eq!(
        waits,
        [Some(300), Some(60), Some(0)],
        "read, read, and assumed for want of better"
    );
}

#[test]
fn orders_that_excel_has_damaged_are_not_counted_a_second_time() {
    let session = session();
    import(&session, file("a.csv", &NEW));
    let damaged = NEW.map(|row| format!("1.00E+18{}", &row[4..]));
    let report = import(&session, file("excel.csv", &[&damaged[0], &damaged[1]]));
    assert!(
        report
            .issues
            .iter()
            .any(|i| i.kind == IssueKind::WouldCountTwice)
    );
    assert_eq!(totals(&session), (2, 13_000, 2_000));
}

#[test]
fn damaged_orders_of_a_day_of_which_no_order_is_there_are_taken_in() {
    let session = session();
    let later = NEW.map(|row| row.replace("2026-11-02", "2026-11-09"));
    import(&session, file("a.csv", &[&later[0], &later[1]]));
    let damaged = NEW[0]
        .replace("1001,", "1.00E+18,")
        .replace("2026-11-01", "2026-11-04");
    let report = import(&session, file("excel.csv", &[&damaged]));
    assert!(!report.is_fatal(), "{:?}", report.issues);
    assert_eq!(totals(&session).0, 3);
    // The same on a day of which orders are there.
    let damaged = damaged.replace("2026-11-04", "2026-11-09");
    let report = import(&session, file("again.csv", &[&damaged]));
    assert!(report.is_fatal());
}

#[test]
fn a_good_file_over_a_damaged_one_waits_until_that_is_undone() {
    let session = session();
    let damaged = NEW.map(|row| format!("1.00E+18{}", &row[4..]));
    import(&session, file("excel.csv", &[&damaged[0], &damaged[1]]));
    let report = import(&session, file("good.csv", &NEW));
    let issue = report
        .issues
        .iter()
        .find(|i| i.kind == IssueKind::DamagedBefore);
    assert_eq!(issue.map(|i| i.sample.as_str()), Some("excel.csv"));
    assert_eq!(totals(&session), (2, 13_000, 2_000), "once, not twice");
    block_on(session.undo(1)).expect("an undo");
    let report = import(&session, file("good.csv", &NEW));
    assert_eq!((report.new_rows, totals(&session).0), (2, 2));
}

#[test]
fn no_personal_data_reach_the_store() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    import(&session, file("b.csv", &NEW));
    let mut searched = 0;
    for key in session.store.all_keys() {
        let bytes = block_on(session.store.get(&key))
            .expect("a record")
            .expect("a record");
        for secret in [
            "小红",
            "小明",
            "张三丰",
            "李四光",
            "13800000001",
            "科技路",
            "天平路",
            "南山区",
            "请快点",
        ] {
            let found = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
            assert!(!found, "{secret} in {key}");
        }
        searched += bytes.len();
    }
    assert!(searched > 500);
}

#[test]
fn a_file_of_another_shop_is_noticed() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    let other = OLD.map(|row| row.replace("青禾", "蓝山"));
    let report = import(&session, file("c.csv", &[&other[0]]));
    let issue = report
        .issues
        .iter()
        .find(|i| i.kind == IssueKind::OtherStore)
        .expect("noticed");
    assert_eq!(issue.sample, "蓝山旗舰店");
}

#[test]
fn a_table_of_costs_is_of_the_day_that_its_title_says() {
    let session = session();
    let costs = MemoryFile {
        name: "costs.csv".into(),
        bytes: "成本表,更新：2026.1.21\n商家编码,成本价\nA-1,12.50\nA-2,8.00\n".into(),
    };
    let span = import(&session, costs).span.expect("a day");
    assert_eq!(
        (span.last.to_string().as_str(), span.len_days()),
        ("2026-01-21", 1)
    );
}

#[test]
fn the_first_file_that_names_a_shop_names_the_store() {
    let session = session();
    let costs = MemoryFile {
        name: "costs.csv".into(),
        bytes: "商家编码,成本价\nA-1,12.50\nA-2,8.00\n".into(),
    };
    assert!(!import(&session, costs).is_fatal());
    assert_eq!(overview(&session).workspaces[0].name, "我的店铺");
    import(&session, file("a.csv", &OLD));
    assert_eq!(overview(&session).workspaces[0].name, "青禾旗舰店");
    let other = OLD.map(|row| row.replace("青禾", "蓝山"));
    import(&session, file("c.csv", &[&other[0]]));
    assert_eq!(overview(&session).workspaces[0].name, "青禾旗舰店");
}

#[test]
fn imports_never_go_into_the_demo_store() {
    let session = session();
    let demo = [file("demo.csv", &OLD)];
    block_on(session.load_demo("演示店铺", &demo, &desk())).expect("the demo store");
    assert!(overview(&session).workspaces[0].demo);
    import(&session, file("b.csv", &NEW));
    let there = overview(&session);
    assert_eq!(there.workspaces.len(), 2);
    let current = there
        .workspaces
        .iter()
        .find(|w| Some(w.id) == there.current)
        .expect("open");
    assert!(!current.demo);
    assert_eq!(there.imports.len(), 1);
    block_on(session.load_demo("演示店铺", &demo, &desk())).expect("the demo store");
    assert_eq!(
        overview(&session)
            .workspaces
            .iter()
            .filter(|w| w.demo)
            .count(),
        1
    );
}

#[test]
fn a_cancelled_import_stores_nothing_of_the_file_being_read() {
    let session = session();
    let pieces = Cell::new(0);
    let progress = |_| pieces.set(pieces.get() + 1);
    let is_cancelled = || pieces.get() >= 3;
    let desk = Desk {
        progress: &progress,
        is_cancelled: &is_cancelled,
        ..desk()
    };
    let files = [file("a.csv", &OLD), file("b.csv", &NEW)];
    let reports = block_on(session.import(None, &files, &desk)).expect("the first file");
    assert_eq!(reports.len(), 1);
    assert_eq!(overview(&reopened(&session)).imports.len(), 1);
}

#[test]
fn workspaces_are_kept_apart() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    let second = block_on(session.create_workspace("第二家店", [3; 16], Civil(848_534_400)))
        .expect("a workspace");
    assert_eq!(overview(&session).orders, 0);
    import(&session, file("b.csv", &[NEW[0]]));
    assert_eq!(overview(&session).orders, 1);
    block_on(session.open_workspace(1)).expect("the first one");
    assert_eq!(overview(&session).orders, 2);
    block_on(session.delete_workspace(1)).expect("a deletion");
    assert_eq!(overview(&session).current, Some(second));
    assert!(
        session
            .store
            .all_keys()
            .iter()
            .all(|k| !k.contains("/00000001/")),
        "nothing of it stays"
    );
}

#[test]
fn the_figures_of_a_store_that_is_not_open_come_from_its_files_and_nothing_changes() {
    use dianzhang::analytics::metrics::{Absent, Value};
    let session = session();
    let row = |id: u32, day: u32, paid: &str, refund: &str| {
        format!(
            "{id},小红,999.00,{paid},交易成功,张三丰,广东省 深圳市,13800000001,2026-11-{day:02} 10:00:00,2026-11-{day:02} 10:05:00,{refund},青禾旗舰店,"
        )
    };
    let rows: Vec<String> = (1..=14)
        .map(|day| row(day, day, &format!("{day}.01"), "0.00"))
        .chain([row(99, 14, "0.50", "0.20").replace("999.00", "0.70")])
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    import(&session, file("a.csv", &rows));
    let first = session.state.borrow().app.current.expect("a store");
    block_on(session.create_workspace("第二家", [3; 16], Civil(848_534_400))).expect("a store");
    let second = session.state.borrow().app.current.expect("a store");
    let before = overview(&session);
    let headline = block_on(session.headline(first))
        .expect("an answer")
        .expect("orders");
    assert_eq!(headline.last_day.to_string(), "2026-11-14");
    assert_eq!(headline.missing_days, 0);
    // 14.01 + 0.50, from which the refund is off already; 8.01 + … + 14.01 + 0.50; 1.01 + … + 7.01.
    let figures = |f: &dianzhang::protocol::KeyFigures| (f.paid.clone(), f.orders.clone());
    assert_eq!(figures(&headline.day), (Value::Fen(1_451), Value::Count(2)));
    assert_eq!(
        figures(&headline.week),
        (Value::Fen(7_757), Value::Count(8))
    );
    assert_eq!(
        figures(&headline.before),
        (Value::Fen(2_807), Value::Count(7))
    );
    assert_eq!(block_on(session.headline(second)), Ok(None));
    assert_eq!(block_on(session.headline(77)), Err(Failure::NotFound));
    let after = overview(&session);
    assert_eq!((after.current, after.orders), (Some(second), 0));
    assert_eq!(after.workspaces, before.workspaces);

    // The open one answers the same, and where the days before are not there, nothing is compared.
    block_on(session.open_workspace(first)).expect("opens");
    assert_eq!(block_on(session.headline(first)), Ok(Some(headline)));
    import(
        &session,
        file(
            "b.csv",
            &[
                "1,小红,9.00,9.00,交易成功,张三丰,广东省 深圳市,13800000001,2026-11-20 10:00:00,2026-11-20 10:05:00,0.00,青禾旗舰店,",
            ],
        ),
    );
    let later = block_on(session.headline(first))
        .expect("an answer")
        .expect("orders");
    assert_eq!(later.missing_days, 5);
    assert_eq!(later.before.paid, Value::Fen(7_007));
    block_on(session.open_workspace(second)).expect("opens");
    import(&session, file("c.csv", &NEW[..1]));
    let last = block_on(session.headline(second))
        .expect("an answer")
        .expect("orders");
    assert_eq!(last.before.paid, Value::Absent(Absent::NotCovered(1)));
}

#[test]
fn a_list_of_articles_is_stored_once_for_each_thing_that_it_says() {
    let session = session();
    import(&session, file("a.csv", &OLD));
    let articles = MemoryFile {
        name: "商品.csv".to_owned(),
        bytes: "商家编码,成本价,库存\nA-1,35.50,12\nA-2,8.00,3\n".into(),
    };
    let read = |mapping: Option<Mapping>| {
        let hints = Hints {
            mapping,
            ..Hints::default()
        };
        let preview = block_on(session.read(None, &articles, hints, &desk()));
        preview.expect("read").expect("not cancelled")
    };
    let first = read(None);
    assert_eq!(first.report.kind.as_deref(), Some("costs"));
    let second = first.sketch.and_then(|s| s.second).expect("stock as well");
    assert!(second.is_certain());
    let second = read(Some(second.mapping()));
    assert_eq!(second.report.kind.as_deref(), Some("stock"));
    assert_eq!(second.report.recognised_by, RecognisedBy::Header);
    let pending = [first.pending, second.pending].map(|p| p.expect("waits"));
    let stored = block_on(session.store_pending(&pending, desk().now)).expect("stored");
    assert!(stored.iter().all(|file| file.segment.is_some()));
    let again = reopened(&session);
    let kinds: Vec<String> = overview(&again)
        .kinds()
        .iter()
        .map(|k| k.kind.clone())
        .collect();
    assert_eq!(kinds, ["orders", "costs", "stock"]);
    // Either reading is there now.
    assert!(read(None).report.already_there());
    let stock = read(None).sketch.and_then(|s| s.second).expect("as before");
    assert!(read(Some(stock.mapping())).report.already_there());
}

#[test]
fn the_day_on_which_a_file_breaks_off_is_missing_until_it_comes_whole() {
    let (session, other) = (session(), session());
    let whole = file("a.csv", &OLD);
    let cut = MemoryFile {
        name: "cut.csv".to_owned(),
        bytes: [&whole.bytes[..], b"1003,a,10.00"].concat(),
    };
    let report = import(&session, cut);
    let span = report.span.expect("days");
    assert_eq!(report.cut_day, Some(span.last));
    let covered = |session: &_| overview(session).coverage.range().expect("days");
    assert_eq!(covered(&session).last, span.last.plus(-1));
    assert_eq!(covered(&reopened(&session)).last, span.last.plus(-1));
    assert_eq!(import(&session, whole).cut_day, None);
    assert_eq!(covered(&session), span);
    // The newest order first: it breaks off on the first day.
    let newest_first = file("b.csv", &[OLD[1], OLD[0]]);
    let cut = MemoryFile {
        name: "cut.csv".to_owned(),
        bytes: [&newest_first.bytes[..], b"1003,a,10.00"].concat(),
    };
    import(&other, cut);
    assert_eq!(covered(&other).first, span.first.plus(1));
}
