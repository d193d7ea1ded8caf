//! 生意参谋: where the shop's visitors came from, day by day: a tree of two levels with rows that sum up (汇总).

use super::facts::Facts;
use super::{grouped, grouped_yuan, percent};
use crate::demo::SHOP;
use crate::demo::random::Dice;
use crate::model::time::{Day, Span};
use std::fmt::Write;

const HEADER: &str = "日期,店铺名称,类别,来源构成,一级来源,二级来源,三级来源,访客数,支付金额,支付买家数,支付转化率,加购人数,加购件数,下单买家数,关注店铺人数";

/// First and second level, and what of the shop's visitors and of its sales comes through it, in permille. Who comes through
/// two sources is counted in both, so that visitors sum up to more than the shop.
const SOURCES: [(&str, &str, i64, i64); 8] = [
    ("平台流量", "手淘搜索", 330, 300),
    ("平台流量", "手淘推荐", 270, 110),
    ("平台流量", "购物车", 70, 180),
    ("平台流量", "我的淘宝", 60, 120),
    ("广告流量", "关键词推广", 170, 130),
    ("广告流量", "人群推广", 110, 60),
    ("自主访问", "店铺收藏", 20, 45),
    ("自主访问", "宝贝收藏", 30, 55),
];

/// What is asked of the dice.
const SHARES: u64 = 12;

/// What came through a source on a day.
#[derive(Clone, Copy, Default)]
struct Visits {
    visitors: i64,
    buyers: i64,
    fen: i64,
}

/// The sources of some days.
pub(super) fn file(facts: &Facts, span: Span) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "店铺来源\r\n统计时间：{} ~ {}\r\n\r\n{}\r\n",
        span.first,
        span.last,
        HEADER.replace(',', "\t")
    );
    for day in span.days() {
        for (first, second, visits) in with_sums(&of_day(facts, day)) {
            let Visits {
                visitors,
                buyers,
                fen,
            } = visits;
            let cells = [
                day.to_string(),
                SHOP.to_owned(),
                "全部".to_owned(),
                "商品来源".to_owned(),
                first.to_owned(),
                second.to_owned(),
                "汇总".to_owned(),
                grouped(visitors),
                grouped_yuan(fen),
                grouped(buyers),
                percent(buyers, visitors),
                grouped(visitors * 9 / 100),
                grouped(visitors * 12 / 100),
                grouped(buyers * 108 / 100),
                grouped(visitors / 60),
            ];
            let _ = write!(out, "{}\r\n", cells.join("\t"));
        }
    }
    out
}

/// The second level of a day. Sales and buyers sum up to the shop: the last source takes what is left.
fn of_day(facts: &Facts, day: Day) -> Vec<(&'static str, &'static str, Visits)> {
    let shop = facts.shop(day);
    let mut dice = Dice::of(0, SHARES, u64::from(day.0.unsigned_abs()), 0);
    let mut left = (shop.paid_fen, shop.paying.len() as i64);
    let mut rows = Vec::new();
    for (at, (first, second, of_visitors, of_sales)) in SOURCES.into_iter().enumerate() {
        let mut about = |whole: i64, permille: i64| {
            whole * permille * i64::from(dice.between(90, 110)) / 100_000
        };
        let visitors = about(shop.visitors, of_visitors);
        let share = (
            about(shop.paid_fen, of_sales).min(left.0),
            about(shop.paying.len() as i64, of_sales).min(left.1),
        );
        let (fen, buyers) = match at + 1 == SOURCES.len() {
            true => left,
            false => share,
        };
        left = (left.0 - fen, left.1 - buyers);
        let visits = Visits {
            visitors: visitors.max(buyers),
            buyers,
            fen,
        };
        rows.push((first, second, visits));
    }
    rows
}

/// The rows with those that sum each first level up, which come first.
fn with_sums(
    rows: &[(&'static str, &'static str, Visits)],
) -> Vec<(&'static str, &'static str, Visits)> {
    let mut all = Vec::new();
    for group in rows.chunk_by(|a, b| a.0 == b.0) {
        let mut sum = Visits::default();
        for (_, _, visits) in group {
            sum.visitors += visits.visitors;
            sum.buyers += visits.buyers;
            sum.fen += visits.fen;
        }
        all.push((group[0].0, "汇总", sum));
        all.extend_from_slice(group);
    }
    all
}
