//! Orders to the text of an export, in one of its forms.

use super::catalogue::ITEMS;
use super::forms::{Commas, Form, Ids, Money, Times};
use super::orders::{Order, State};
use super::people::Person;
use super::random::Dice;
use crate::model::order::OrderStatus;
use crate::model::time::{Civil, DAY_SECS};
use chrono::Datelike;
use std::borrow::Cow;
use std::fmt::Write;

/// One line of the export.
pub(super) struct Row<'a> {
    pub(super) shop: &'a str,
    pub(super) order: &'a Order,
    pub(super) state: State,
    person: Person,
    message: String,
    note: String,
}

impl<'a> Row<'a> {
    /// The order as an export made at `now` has it.
    pub(super) fn new(seed: u64, shop: &'a str, order: &'a Order, now: Civil) -> Row<'a> {
        let person = Person::of(seed, order.buyer);
        let dice = &mut Dice::of(seed, 0x0052_4F57, order.whim, 0);
        Row {
            shop,
            order,
            state: order.state(now),
            message: person.message(dice),
            note: person.note(dice),
            person,
        }
    }

    /// One of the entries, always the same for this order; `salt` sets one question apart from another.
    fn one(&self, salt: u64, of: &[&'static str]) -> &'static str {
        Dice::of(self.order.whim, salt, 0, 0).one(of)
    }

    fn number(&self, salt: u64) -> u64 {
        Dice::of(self.order.whim, salt, 0, 0).next()
    }

    fn titles(&self, joint: &str, part: fn(usize, usize) -> &'static str) -> String {
        let parts: Vec<&str> = self.order.lines.iter().map(|l| part(l.0, l.1)).collect();
        parts.join(joint)
    }
}

/// How a column gets its cells.
#[derive(Clone, Copy)]
enum Cell {
    Empty,
    Fixed(&'static str),
    Text(fn(&Row) -> Cow<'static, str>),
    /// Text of the row itself, borrowed.
    Own(for<'r> fn(&'r Row) -> &'r str),
    Id(fn(&Row) -> Option<u64>),
    Phone,
    Fen(fn(&Row) -> u32),
    Paid,
    Refund,
    Count(fn(&Row) -> u32),
    Time(fn(&Row) -> Option<Civil>),
    Status,
}

fn cell(header: &str) -> Cell {
    match header.trim() {
        "订单编号" | "主订单编号" => Cell::Id(|r| Some(r.order.id)),
        "支付单号" => Cell::Id(|r| {
            r.state
                .paid
                .map(|_| r.number(1) / 20 + 1_000_000_000_000_000_000)
        }),
        "买家会员名" | "买家会员昵称" => Cell::Own(|r| &r.person.nick),
        "买家支付宝账号" => Cell::Own(|r| &r.person.alipay),
        "支付详情" => Cell::Text(|r| match r.state.paid {
            Some(_) => r
                .one(
                    2,
                    &[
                        "支付方式：支付宝|",
                        "支付方式：花呗分期|",
                        "支付方式：银行卡|",
                    ],
                )
                .into(),
            None => "".into(),
        }),
        "买家应付货款" => Cell::Fen(|r| r.order.goods_fen),
        "买家应付邮费" => Cell::Fen(|r| r.order.postage_fen),
        "总金额" => Cell::Fen(|r| r.order.total_fen()),
        "买家实际支付金额" | "买家实付金额" => Cell::Paid,
        "退款金额" => Cell::Refund,
        "打款商家金额" | "确认收货打款金额" => {
            Cell::Fen(|r| match r.state.received {
                Some(_) => r.state.paid_fen - r.state.refund_fen,
                None => 0,
            })
        }
        "买家支付积分" | "返点积分" | "买家实际支付积分" | "定金排名" => {
            Cell::Fixed("0")
        }
        "卖家服务费"
        | "买家服务费"
        | "天猫卡券抵扣"
        | "集分宝抵扣"
        | "返现金额"
        | "主动赔付金额"
        | "延迟发货自动赔付金额"
        | "含应开票给个人的个人红包" => Cell::Fen(|_| 0),
        "订单状态" => Cell::Status,
        "买家留言" => Cell::Own(|r| &r.message),
        "订单备注" | "商家备忘" | "商家备注" => Cell::Own(|r| &r.note),
        "收货人姓名" => Cell::Own(|r| &r.person.name),
        "收货地址" => Cell::Text(|r| r.person.address().into()),
        "收货省份" => Cell::Text(|r| r.person.region.province.into()),
        "收货市" => Cell::Text(|r| r.person.city.into()),
        "收货区" => Cell::Text(|r| r.person.district.into()),
        "收货街道" => Cell::Text(|r| r.person.town.into()),
        "收货详细地址" => Cell::Own(|r| &r.person.street),
        "发票抬头" => Cell::Text(|r| match r.number(3) % 25 {
            0 => r.person.name.clone().into(),
            _ => "".into(),
        }),
        "修改后的收货地址" => Cell::Text(|r| match r.number(4) % 60 {
            0 => r.person.address().into(),
            _ => "".into(),
        }),
        "运送方式" | "配送类型" => Cell::Fixed("快递"),
        "联系电话" | "联系手机" => Cell::Phone,
        "订单创建时间" => Cell::Time(|r| Some(r.order.created)),
        "订单付款时间" => Cell::Time(|r| r.state.paid),
        "发货时间" => Cell::Time(|r| r.state.shipped),
        "确认收货时间" => Cell::Time(|r| r.state.received),
        "宝贝标题" | "商品标题" => {
            Cell::Text(|r| r.titles("，", |item, _| ITEMS[item].title).into())
        }
        "商家编码" => Cell::Text(|r| r.titles(",", |item, _| ITEMS[item].code).into()),
        "商品属性SKU" => Cell::Text(|r| {
            r.titles(";", |item, variant| ITEMS[item].variants[variant])
                .into()
        }),
        "宝贝种类" => Cell::Count(|r| r.order.lines.len() as u32),
        "宝贝总数量" => Cell::Count(|r| r.order.lines.iter().map(|l| l.2).sum()),
        "物流单号" => Cell::Text(|r| match r.state.shipped {
            Some(_) => format!("No:YT{:013}", r.number(5) % 10_000_000_000_000).into(),
            None => "".into(),
        }),
        "物流公司" => Cell::Text(|r| match r.state.shipped {
            Some(_) => r
                .one(6, &["圆通速递", "中通快递", "韵达快递", "顺丰速运"])
                .into(),
            None => "".into(),
        }),
        "店铺Id" => Cell::Fixed("0"),
        "店铺名称" => Cell::Own(|r| r.shop),
        "订单关闭原因" => Cell::Text(|r| r.state.close_reason.into()),
        "是否手机订单" => Cell::Text(|r| {
            if r.order.is_mobile {
                "手机订单"
            } else {
                ""
            }
            .into()
        }),
        // The platform's own wording was never seen; this one says the same.
        "分阶段订单信息" => Cell::Text(|r| {
            match (r.order.is_presale, r.state.paid) {
                (false, _) => "",
                (true, Some(_)) => "阶段1:定金已付,阶段2:尾款已付",
                (true, None) => "阶段1:定金已付,阶段2:尾款未付",
            }
            .into()
        }),
        "预售订单" => Cell::Text(|r| if r.order.is_presale { "是" } else { "否" }.into()),
        "是否上传合同照片"
        | "是否上传小票"
        | "是否代付"
        | "是否是O2O交易"
        | "是否信用购"
        | "是否主动赔付" => Cell::Fixed("否"),
        _ => Cell::Empty,
    }
}

/// The whole text of a file.
pub(super) fn file(rows: &[Row], form: &Form, exported: Civil) -> String {
    let cells: Vec<Cell> = form.headers.iter().map(cell).collect();
    let mut out = String::with_capacity(rows.len() * 700 + 4096);
    let mut text = String::new();
    if form.has_title {
        let shop = rows.first().map_or("", |r| r.shop);
        let _ = write!(out, "店铺名称：{shop}\r\n导出时间：{exported}\r\n\r\n");
    }
    line(&mut out, form, form.headers.iter(), |out, form, header| {
        field(out, form, header);
    });
    for row in rows {
        line(&mut out, form, cells.iter(), |out, form, cell| {
            put(out, form, *cell, row, &mut text);
        });
    }
    if form.has_footer {
        line(
            &mut out,
            form,
            cells.iter().enumerate(),
            |out, form, (i, cell)| {
                text.clear();
                match *cell {
                    _ if i == 0 => text.push_str("合计"),
                    Cell::Fen(fen) => {
                        money(
                            &mut text,
                            form,
                            rows.iter().map(|r| u64::from(fen(r))).sum(),
                        );
                    }
                    Cell::Paid => {
                        money(&mut text, form, rows.iter().map(|r| paid(r, form)).sum());
                    }
                    Cell::Refund => {
                        let refunds = rows.iter().map(|r| u64::from(r.state.refund_fen));
                        money(&mut text, form, refunds.sum());
                    }
                    _ => {}
                }
                field(out, form, &text);
            },
        );
    }
    out
}

fn line<T>(
    out: &mut String,
    form: &Form,
    cells: impl Iterator<Item = T>,
    mut each: impl FnMut(&mut String, &Form, T),
) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(form.delimiter);
        }
        each(out, form, cell);
    }
    out.push_str("\r\n");
}

fn put(out: &mut String, form: &Form, cell: Cell, row: &Row, text: &mut String) {
    text.clear();
    match cell {
        Cell::Empty => return,
        Cell::Fixed(fixed) => text.push_str(fixed),
        Cell::Text(of) => text.push_str(&of(row)),
        Cell::Own(of) => text.push_str(of(row)),
        Cell::Id(of) => {
            match of(row) {
                Some(number) => id(out, form, number),
                None if form.ids == Ids::Formula => out.push_str("=\"\""),
                None => {}
            }
            return;
        }
        Cell::Phone => {
            if form.ids != Ids::Bare {
                text.push('\'');
            }
            text.push_str(&row.person.phone);
        }
        Cell::Fen(fen) => money(text, form, u64::from(fen(row))),
        Cell::Paid => money(text, form, paid(row, form)),
        Cell::Refund if row.state.refund_fen == 0 => text.push_str(form.no_refund),
        Cell::Refund => money(text, form, u64::from(row.state.refund_fen)),
        Cell::Count(count) => {
            let _ = write!(text, "{}", count(row));
        }
        Cell::Time(of) => {
            if let Some(at) = of(row) {
                time(text, form, at);
            }
        }
        Cell::Status => status(text, form, row),
    }
    field(out, form, text);
}

/// A cell as CSV wants it: quoted where it must be, and only there.
fn field(out: &mut String, form: &Form, text: &str) {
    if text.contains([form.delimiter, '"', '\r', '\n']) {
        out.push('"');
        for c in text.chars() {
            if c == '"' {
                out.push('"');
            }
            out.push(c);
        }
        out.push('"');
    } else {
        out.push_str(text);
    }
}

fn id(out: &mut String, form: &Form, number: u64) {
    let _ = match form.ids {
        Ids::Bare => write!(out, "{number}"),
        Ids::Formula => write!(out, "=\"{number}\""),
        Ids::QuotedFormula => write!(out, "\"=\"\"{number}\"\"\""),
        Ids::Apostrophe => write!(out, "'{number}"),
        // Beside tabs that part the cells a tab would be one more.
        Ids::Tab if form.delimiter == '\t' => write!(out, "\"{number}\t\""),
        Ids::Tab => write!(out, "{number}\t"),
    };
}

fn paid(row: &Row, form: &Form) -> u64 {
    let taken_off = if form.is_netted {
        row.state.refund_fen
    } else {
        0
    };
    u64::from(row.state.paid_fen - taken_off)
}

fn money(out: &mut String, form: &Form, fen: u64) {
    let (yuan, rest) = (fen / 100, fen % 100);
    let _ = match form.money {
        Money::Plain => write!(out, "{yuan}.{rest:02}"),
        Money::Yuan => write!(out, "{yuan}.{rest:02}元"),
        Money::Short if rest % 10 == 0 => write!(out, "{yuan}.{}", rest / 10),
        Money::Short => write!(out, "{yuan}.{rest:02}"),
        Money::Grouped => {
            let digits = yuan.to_string();
            for (i, digit) in digits.chars().enumerate() {
                if i > 0 && (digits.len() - i).is_multiple_of(3) {
                    out.push(',');
                }
                out.push(digit);
            }
            write!(out, ".{rest:02}")
        }
    };
}

fn time(out: &mut String, form: &Form, at: Civil) {
    let date = at.day().date();
    let secs = at.0 % DAY_SECS;
    let (y, m, d) = (date.year(), date.month(), date.day());
    let (hour, minute, second) = (secs / 3600, secs / 60 % 60, secs % 60);
    let _ = match form.times {
        Times::Full => write!(out, "{y}-{m:02}-{d:02} {hour:02}:{minute:02}:{second:02}"),
        Times::Excel => write!(out, "{y}/{m}/{d} {hour}:{minute:02}"),
        Times::Chinese => write!(out, "{y}年{m}月{d}日 {hour:02}:{minute:02}:{second:02}"),
    };
}

fn status(out: &mut String, form: &Form, row: &Row) {
    let is_half = match form.commas {
        Commas::Full => false,
        Commas::Half => true,
        Commas::Mixed => row.order.whim.is_multiple_of(2),
    };
    let comma = if is_half { "," } else { "，" };
    match row.state.status {
        OrderStatus::Unknown => {}
        OrderStatus::AwaitingPayment => out.push_str("等待买家付款"),
        OrderStatus::Paid => {
            let _ = write!(out, "买家已付款{comma}等待卖家发货");
        }
        OrderStatus::Shipped => {
            let _ = write!(out, "卖家已发货{comma}等待买家确认");
        }
        OrderStatus::Completed => out.push_str("交易成功"),
        OrderStatus::Closed => out.push_str("交易关闭"),
    }
}
