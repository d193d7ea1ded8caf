//! 生意参谋: the shop day by day, and its items of one day. Tab-separated text that calls itself `.xls`, with rows above
//! the header, thousands with commas, `-` for nothing.

use super::facts::{Facts, item_id};
use super::{grouped, grouped_yuan, percent, yuan_per};
use crate::demo::SHOP;
use crate::demo::catalogue::ITEMS;
use crate::model::time::{Day, Span};
use std::fmt::Write;

const SHOP_HEADER: &str = "统计日期,访客数,无线端访客数,浏览量,商品访客数,商品浏览量,平均停留时长,跳失率,加购人数,加购件数,商品收藏买家数,下单金额,下单买家数,下单件数,下单转化率,支付金额,支付买家数,支付件数,支付子订单数,支付转化率,客单价,UV价值,老访客数,新访客数,支付新买家数,支付老买家数,老买家支付金额,全站推广花费,淘宝客佣金,成功退款金额,评价数";

/// The shop, a row a day.
pub(super) fn shop(facts: &Facts, span: Span) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "店铺名称：{SHOP}\r\n统计时间：{} ~ {}\r\n终端：全部终端\r\n\r\n{}\r\n",
        span.first,
        span.last,
        SHOP_HEADER.replace(',', "\t")
    );
    for day in span.days() {
        let f = facts.shop(day);
        let (ordering, paying) = (f.ordering.len() as i64, f.paying.len() as i64);
        let old = paying * 36 / 100;
        let cells = [
            day.to_string(),
            grouped(f.visitors),
            grouped(f.visitors * 93 / 100),
            grouped(f.page_views),
            grouped(f.visitors * 88 / 100),
            grouped(f.page_views * 81 / 100),
            format!("{}.{:02}", 18 + day.0 % 9, day.0 % 97),
            percent(f.visitors * 47 / 100, f.visitors),
            grouped(f.visitors * 9 / 100),
            grouped(f.visitors * 12 / 100),
            grouped(f.visitors * 4 / 100),
            grouped_yuan(f.ordered_fen),
            grouped(ordering),
            grouped(f.ordered_units),
            percent(ordering, f.visitors),
            grouped_yuan(f.paid_fen),
            grouped(paying),
            grouped(f.paid_units),
            grouped(f.paid_orders),
            percent(paying, f.visitors),
            yuan_per(f.paid_fen, paying),
            yuan_per(f.paid_fen, f.visitors),
            grouped(f.visitors * 22 / 100),
            grouped(f.visitors - f.visitors * 22 / 100),
            grouped(paying - old),
            grouped(old),
            grouped_yuan(f.paid_fen * 34 / 100),
            grouped_yuan(super::ads::spent(&f)),
            "-".to_owned(),
            grouped_yuan(f.refunded_fen),
            grouped(f.paid_orders * 21 / 100),
        ];
        let _ = write!(out, "{}\r\n", cells.join("\t"));
    }
    out
}

const ITEM_HEADER: &str = "统计日期,商品ID,商品名称,主商品ID,商品类型,货号,商品状态,商品标签,商品访客数,商品浏览量,平均停留时长,商品详情页跳出率,商品收藏人数,商品加购件数,商品加购人数,下单买家数,下单件数,下单金额,下单转化率,支付买家数,支付件数,支付金额,商品支付转化率,支付新买家数,支付老买家数,老买家支付金额,聚划算支付金额,访客平均价值,成功退款金额,竞争力评分,年累计支付金额,月累计支付金额,月累计支付件数,搜索引导支付转化率,搜索引导访客数,搜索引导支付买家数,结构化详情引导转化率,结构化详情引导成交占比";

/// The items of a day, the one that sold most first.
pub(super) fn items(facts: &Facts, day: Day) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "商品排行\r\n统计时间：{day} ~ {day}\r\n\r\n\r\n{}\r\n",
        ITEM_HEADER.replace(',', "\t")
    );
    let mut items: Vec<_> = facts.items(day).collect();
    items.sort_by_key(|(item, f)| (-f.paid_fen, *item));
    for (item, f) in items {
        let (ordering, paying) = (f.ordering.len() as i64, f.paying.len() as i64);
        let dash = || "-".to_owned();
        let cells = [
            day.to_string(),
            item_id(item).to_string(),
            ITEMS[item].title.replace('"', "“"),
            dash(),
            "普通商品".to_owned(),
            ITEMS[item].code.to_owned(),
            "当前在线".to_owned(),
            dash(),
            grouped(f.visitors),
            grouped(f.page_views),
            format!("{}.{:02}", 12 + item % 20, day.0 % 89),
            percent(f.visitors * 61 / 100, f.visitors),
            grouped(f.visitors * 4 / 100),
            grouped(f.visitors * 12 / 100),
            grouped(f.visitors * 9 / 100),
            grouped(ordering),
            grouped(f.ordered_units),
            grouped_yuan(f.ordered_fen),
            percent(ordering, f.visitors),
            grouped(paying),
            grouped(f.paid_units),
            grouped_yuan(f.paid_fen),
            percent(paying, f.visitors),
            grouped(paying - paying * 36 / 100),
            grouped(paying * 36 / 100),
            grouped_yuan(f.paid_fen * 34 / 100),
            "0.00".to_owned(),
            yuan_per(f.paid_fen, f.visitors),
            grouped_yuan(f.refunded_fen),
            dash(),
            dash(),
            dash(),
            dash(),
            percent(paying / 2, f.visitors / 3),
            grouped(f.visitors / 3),
            grouped(paying / 2),
            dash(),
            dash(),
        ];
        let _ = write!(out, "{}\r\n", cells.join("\t"));
    }
    out
}
