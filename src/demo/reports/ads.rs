//! 万相台: plans day by day, with the row of totals that the export ends with.

use super::facts::{Facts, Figures};
use super::{percent, yuan, yuan_per};
use crate::model::time::Span;
use std::fmt::Write;

const HEADER: &str = "日期,场景ID,场景名字,原二级场景ID,原二级场景名字,计划ID,计划名字,展现量,点击量,花费,点击率,平均点击花费,千次展现花费,直接成交金额,间接成交金额,总成交金额,总成交笔数,直接成交笔数,间接成交笔数,点击转化率,投入产出比,总成交成本,总购物车数,加购率,收藏宝贝数,拍下订单笔数,拍下订单金额,引导访问量,引导访问人数,成交人数";

/// Plans: name, share of the day's spend and sales in permille.
const PLANS: [(&str, i64, i64); 3] = [
    ("四件套_关键词_主推", 520, 560),
    ("收纳_人群_拉新", 300, 210),
    ("全站推广_冬被", 180, 230),
];

/// What the shop spends on a day.
pub(super) fn spent(shop: &Figures) -> i64 {
    shop.paid_fen * 11 / 100 + 12_000
}

/// The plans of some days.
pub(super) fn plans(facts: &Facts, span: Span) -> String {
    let mut out = format!("{HEADER}\n");
    let mut sum = [0_i64; 4];
    for day in span.days() {
        let shop = facts.shop(day);
        let mut left = spent(&shop);
        for (i, (name, of_spend, of_sales)) in PLANS.iter().enumerate() {
            // The last plan takes what is left, so that the plans sum up to the day.
            let fen = match i + 1 == PLANS.len() {
                true => left,
                false => spent(&shop) * of_spend / 1000,
            };
            left -= fen;
            let clicks = (fen / 95).max(1);
            let views = clicks * (24 + i as i64 * 5);
            let sales = shop.paid_fen * of_sales / 1000 * 36 / 100;
            let direct = sales * 7 / 10;
            let orders = shop.paid_orders * of_sales / 1000 * 36 / 100;
            for (total, part) in sum.iter_mut().zip([views, clicks, fen, sales]) {
                *total += part;
            }
            let cells = [
                day.to_string(),
                (372 + i).to_string(),
                "关键词推广".to_owned(),
                "-".to_owned(),
                "-".to_owned(),
                (58_120_033_400 + i as u64 * 77).to_string(),
                (*name).to_owned(),
                views.to_string(),
                clicks.to_string(),
                yuan(fen),
                percent(clicks, views),
                yuan_per(fen, clicks),
                yuan_per(fen * 1000, views),
                yuan(direct),
                yuan(sales - direct),
                yuan(sales),
                orders.to_string(),
                (orders * 7 / 10).to_string(),
                (orders - orders * 7 / 10).to_string(),
                percent(orders, clicks),
                yuan_per(sales * 100, fen),
                yuan_per(fen, orders),
                (clicks / 9).to_string(),
                percent(clicks / 9, clicks),
                (clicks / 21).to_string(),
                (orders + 1).to_string(),
                yuan(sales * 108 / 100),
                (clicks * 97 / 100).to_string(),
                (clicks * 91 / 100).to_string(),
                orders.to_string(),
            ];
            let _ = writeln!(out, "{}", cells.join(","));
        }
    }
    let [views, clicks, fen, sales] = sum;
    let (spend, total) = (yuan(fen), yuan(sales));
    let _ = writeln!(
        out,
        "合计,,,,,,,{views},{clicks},{spend},,,,,,{total},,,,,,,,,,,,,,"
    );
    out
}
