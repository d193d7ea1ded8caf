//! A shop with a few orders, driven natively over a store in memory: what several suites share.
#![allow(dead_code)] // Each suite uses its part.

use dianzhang::import::report::FileReport;
use dianzhang::model::time::Civil;
use dianzhang::protocol::{BoardQuery, Overview};
use dianzhang::store::{MemoryStore, Store};
use dianzhang::workspace::session::{Desk, Session};
use dianzhang::workspace::source::MemoryFile;
use pollster::block_on;
use std::rc::Rc;

/// The header of an order list.
pub const HEADER: &str = "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,退款金额,店铺名称,订单备注\n";

pub fn file(name: &str, rows: &[&str]) -> MemoryFile {
    MemoryFile {
        name: name.to_owned(),
        bytes: format!("{HEADER}{}\n", rows.join("\n")).into_bytes(),
    }
}

pub fn desk<'a>() -> Desk<'a> {
    Desk {
        now: Civil(848_534_400),
        salt: [9; 16],
        progress: &|_| {},
        is_cancelled: &|| false,
    }
}

pub fn session() -> Session<Rc<MemoryStore>> {
    let session = Session::new(Rc::new(MemoryStore::default()), true);
    block_on(session.open(None)).expect("an empty store opens");
    session
}

/// The same store, as after a reload of the page.
pub fn reopened(session: &Session<Rc<MemoryStore>>) -> Session<Rc<MemoryStore>> {
    let again = Session::new(session.store.clone(), true);
    block_on(again.open(None)).expect("what was stored opens");
    again
}

pub fn import<S: Store>(session: &Session<S>, file: MemoryFile) -> FileReport {
    let files = [file];
    let current = session.state.borrow().app.current;
    block_on(session.import(current, &files, &desk()))
        .expect("an import")
        .remove(0)
        .report
}

pub fn overview<S: Store>(session: &Session<S>) -> Overview {
    session.state.borrow_mut().changed()
}

/// Paid and refunded amount over everything, in 分.
pub fn totals<S: Store>(session: &Session<S>) -> (i64, i64, i64) {
    let query = BoardQuery {
        period: dianzhang::analytics::period::Period::All,
        ..BoardQuery::default()
    };
    let total = session.state.borrow().board(query).expect("orders").total;
    (total.orders, total.paid_net_fen(), total.refund_fen)
}

pub const OLD: [&str; 2] = [
    "1001,小红,100.00,0.00,等待买家付款,张三丰,广东省 深圳市 南山区 科技路1号,13800000001,2026-11-01 10:00:00,,0.00,青禾旗舰店,请快点",
    "1002,小明,50.00,50.00,买家已付款，等待卖家发货,李四光,上海 上海市 徐汇区 天平路2号,13800000002,2026-11-02 11:00:00,2026-11-02 11:01:00,0.00,青禾旗舰店,",
];
pub const NEW: [&str; 2] = [
    "1001,小红,100.00,100.00,\"买家已付款,等待卖家发货\",张三丰,广东省 深圳市 南山区 科技路1号,13800000001,2026-11-01 10:00:00,2026-11-01 10:05:00,0.00,青禾旗舰店,",
    "1002,小明,50.00,30.00,交易成功,李四光,上海 上海市 徐汇区 天平路2号,13800000002,2026-11-02 11:00:00,2026-11-02 11:01:00,20.00,青禾旗舰店,",
];
