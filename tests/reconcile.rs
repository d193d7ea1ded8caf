//! Files held against each other, from their bytes on: an order list and the bills of the same days.

use dianzhang::analytics::period::Period;
use dianzhang::analytics::reconcile::{Quantity, Reason, Reconciliation, Source, Standing};
use dianzhang::model::time::Civil;
use dianzhang::store::MemoryStore;
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;

const ORDERS: &str = "订单编号,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,买家应付邮费,退款金额\n\
    819000000000000001,100.00,100.00,交易成功,2026-11-01 10:00:00,2026-11-01 10:05:00,0.00,0.00\n\
    819000000000000002,60.00,40.00,交易成功,2026-11-01 11:00:00,2026-11-01 11:01:00,0.00,20.00\n\
    819000000000000003,30.00,30.00,卖家已发货，等待买家确认,2026-11-02 11:00:00,2026-11-02 11:01:00,0.00,0.00\n\
    819000000000000004,70.00,0.00,等待买家付款,2026-11-03 11:00:00,,0.00,0.00\n";

/// The first order's money came two days later, the second's without what was refunded.
const BILLS: &str = "入账时间,支付流水号,淘宝订单编号,入账类型,收入金额（元）,支出金额,业务描述,备注\n\
    2026-11-03 09:00:00,2026110300000001,819000000000000001,交易付款,100.00,0.00,货款,\n\
    2026-11-01 12:00:00,2026110100000002,819000000000000002,交易付款,40.00,0.00,货款,\n\
    2026-11-02 12:00:00,2026110200000003,819000000000000009,交易付款,5.00,0.00,货款,\n\
    2026-11-02 12:00:00,2026110200000004,819000000000000002,天猫佣金,0.00,2.00,佣金,\n";

/// The old form: neither days nor what was paid.
const OLD_DETAILS: &str = "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n\
    819000000000000001,羊毛围巾,100.00,1,WJ,颜色:驼色,,,交易成功,WJ-01\n\
    819000000000000002,蜡烛,60.00,1,LZ,颜色:白,,,交易成功,LZ-02\n";

fn session() -> Session<MemoryStore> {
    let session = Session::new(MemoryStore::default(), true);
    block_on(session.open(None)).expect("an empty store opens");
    session
}

/// Imports files and holds them against each other.
fn reconciled(session: &Session<MemoryStore>, files: [(&str, &str); 2]) -> Reconciliation {
    for (name, text) in files {
        let desk = Desk {
            now: Civil(848_534_400),
            salt: [9; 16],
            progress: &|_| {},
            is_cancelled: &|| false,
        };
        let file = MemoryFile {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let current = session.state.borrow().app.current;
        let came = block_on(session.import(current, &[file], &desk)).expect("an import");
        assert!(came[0].segment.is_some(), "{name}: {:?}", came[0].report);
    }
    block_on(session.reconcile(Period::All)).expect("an answer")
}

#[test]
fn what_is_there_and_cannot_be_compared_is_not_asked_for() {
    let files = [
        ("ExportOrderList1.csv", ORDERS),
        ("ExportItemlList202611171030.csv", OLD_DETAILS),
    ];
    let session = session();
    let paid = &reconciled(&session, files).lines[0];
    assert_eq!(paid.silent, [Source::OrderDetails]);
    assert!(!paid.missing.contains(&Source::OrderDetails));
    assert!(paid.missing.contains(&Source::Bills));
    let kinds = session.state.borrow().inventory();
    let details = kinds.iter().find(|k| k.kind == "order_details");
    let details = details.expect("it is there");
    assert_eq!((details.rows, details.coverage.range()), (2, None));
}

#[test]
fn bills_are_explained_order_by_order() {
    let session = session();
    let alone = block_on(session.reconcile(Period::All)).expect("an answer");
    assert!(alone.lines.iter().all(|line| line.sides.is_empty()));
    let files = [("ExportOrderList1.csv", ORDERS), ("账单.csv", BILLS)];
    let all = reconciled(&session, files);
    let paid = &all.lines[0];
    assert_eq!(paid.quantity, Quantity::Paid);
    let check = paid.checks.iter().find(|c| c.b == Source::Bills);
    let check = check.expect("a check against the bills");
    assert_eq!((check.a_total(), check.b_total()), (19_000, 14_500));
    let said: Vec<(Reason, i64, u64)> = check
        .parts
        .iter()
        .map(|p| (p.reason, p.fen, p.count))
        .collect();
    assert_eq!(
        said,
        [
            (Reason::NotSettled, -3_000, 1),
            (Reason::NettedRefunds, -2_000, 1),
            (Reason::OnlyInSecond, 500, 1),
            (Reason::OtherDay, 0, 1),
        ]
    );
    assert_eq!(check.standing(), Standing::Explained);
    assert_eq!(check.parts[2].orders, ["8190…0009"]);
}
