//! 直通车 of 2019 (27 columns): one row per day, plan, item and way of being found. Money is in 分, as the headers say.

use super::fields::field;
use super::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Item report of 直通车.
pub static KIND: Kind = Kind {
    name: "zhitongche",
    title: ("直通车推广报表（2019）", "直通车 report (2019)"),
    system: System::Alimama,
    found: (
        "直通车 → 报表 → 推广计划 → 下载",
        "直通车 → 报表 → 推广计划 → download",
    ),
    file_names: &["直通车"],
    must: &["plan", "item_id", "spent_fen", "impressions"],
    foreign: &["日限额(元)", "日限额"],
    key: &[
        DAY,
        LAST_DAY,
        "plan",
        "item_id",
        "item_type",
        "search_type",
        "source",
    ],
    repeats: true,
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &[
        field(DAY, Cell::Day, &["日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期"]),
        field("plan", Cell::Name, &["推广计划名称"]),
        field("item_id", Cell::Id, &["商品id", "宝贝id"]),
        field("title", Cell::Name, &["宝贝名称"]),
        field("item_type", Cell::Name, &["宝贝类型"]),
        field("search_type", Cell::Name, &["搜索类型"]),
        field("source", Cell::Name, &["流量来源"]),
        field("impressions", Cell::Count, &["展现量"]),
        field("clicks", Cell::Count, &["点击量"]),
        field("spent_fen", Cell::Money, &["花费(分)", "花费(元)", "花费"]),
        field("click_rate_ppm", Cell::Rate, &["点击率"]),
        field(
            "click_cost_fen",
            Cell::Money,
            &["平均点击花费(分)", "平均点击花费(元)", "平均点击花费"],
        ),
        field("click_conversion_ppm", Cell::Rate, &["点击转化率"]),
        field(
            "sales_fen",
            Cell::Money,
            &["总成交金额(分)", "总成交金额(元)", "总成交金额"],
        ),
        field(
            "direct_sales_fen",
            Cell::Money,
            &["直接成交金额(分)", "直接成交金额(元)", "直接成交金额"],
        ),
        field(
            "indirect_sales_fen",
            Cell::Money,
            &["间接成交金额(分)", "间接成交金额(元)", "间接成交金额"],
        ),
        field("orders", Cell::Count, &["总成交笔数"]),
        field("direct_orders", Cell::Count, &["直接成交笔数"]),
        field("indirect_orders", Cell::Count, &["间接成交笔数"]),
        field("item_favourites", Cell::Count, &["宝贝收藏数"]),
        field("shop_favourites", Cell::Count, &["店铺收藏数"]),
        field("favourites", Cell::Count, &["总收藏数"]),
        field("roi_milli", Cell::Number, &["投入产出比"]),
        field("carts", Cell::Count, &["总购物车数"]),
        field("direct_carts", Cell::Count, &["直接购物车数"]),
    ],
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};
