//! The reports of 万相台无界 (since 2023): the same measures, broken down by plan, item, keyword, crowd or scene. The same
//! money stands in each of them, so each is a kind of its own and none is ever added to another.

pub mod account;
pub mod crowds;
pub mod items;
pub mod keywords;
pub mod plans;
pub mod scenes;

use super::fields::field;
use super::{Cell, DAY, Field, LAST_DAY};

/// What all of them say about a row.
const SHARED: &[Field] = &[
    field(DAY, Cell::Day, &["日期"]),
    field(LAST_DAY, Cell::LastDay, &["日期"]),
    field("scene_id", Cell::Id, &["场景id"]),
    field("scene", Cell::Name, &["场景名字", "场景"]),
    field("plan_id", Cell::Id, &["计划id"]),
    field("plan", Cell::Name, &["计划名字", "计划名称"]),
    field("impressions", Cell::Count, &["展现量"]),
    field("clicks", Cell::Count, &["点击量"]),
    field("spent_fen", Cell::Money, &["花费"]),
    field("click_rate_ppm", Cell::Rate, &["点击率"]),
    field("click_cost_fen", Cell::Money, &["平均点击花费"]),
    field("click_conversion_ppm", Cell::Rate, &["点击转化率"]),
    field("sales_fen", Cell::Money, &["总成交金额"]),
    field("direct_sales_fen", Cell::Money, &["直接成交金额"]),
    field("indirect_sales_fen", Cell::Money, &["间接成交金额"]),
    field("net_sales_fen", Cell::Money, &["净成交金额"]),
    field("orders", Cell::Count, &["总成交笔数"]),
    field("direct_orders", Cell::Count, &["直接成交笔数"]),
    field("indirect_orders", Cell::Count, &["间接成交笔数"]),
    field("presale_fen", Cell::Money, &["总预售成交金额"]),
    field("presale_orders", Cell::Count, &["总预售成交笔数"]),
    field("placed_fen", Cell::Money, &["拍下订单金额"]),
    field("placed_orders", Cell::Count, &["拍下订单笔数"]),
    field("roi_milli", Cell::Number, &["投入产出比"]),
    field("real_roi_milli", Cell::Number, &["实际投产比"]),
    field("net_real_roi_milli", Cell::Number, &["净实际投产比"]),
    field("carts", Cell::Count, &["总购物车数"]),
    field("direct_carts", Cell::Count, &["直接购物车数"]),
    field(
        "item_favourites",
        Cell::Count,
        &["收藏宝贝数", "宝贝收藏数"],
    ),
    field(
        "shop_favourites",
        Cell::Count,
        &["收藏店铺数", "店铺收藏数"],
    ),
    field("visits", Cell::Count, &["引导访问量"]),
    field("visitors", Cell::Count, &["引导访问人数"]),
    field("new_visitors", Cell::Count, &["引导访问潜客数"]),
    field("paying_buyers", Cell::Count, &["成交人数"]),
    field("new_buyers", Cell::Count, &["成交新客数"]),
    field("natural_sales_fen", Cell::Money, &["自然流量转化金额"]),
    field("natural_impressions", Cell::Count, &["自然流量曝光量"]),
    field("subsidy_fen", Cell::Money, &["平台补贴金额"]),
];
