//! The reports of 引力魔方 (2022, 44 columns): the same measures, broken down by creative, crowd or placement. The same money
//! stands in each of them, so each is a kind of its own.

pub mod creatives;
pub mod crowds;
pub mod placements;

use super::fields::field;
use super::{Cell, DAY, Field, LAST_DAY};

/// What all of them say about a row.
const SHARED: &[Field] = &[
    field(DAY, Cell::Day, &["日期"]),
    field(LAST_DAY, Cell::LastDay, &["日期"]),
    field("plan_group", Cell::Name, &["计划组"]),
    field("plan", Cell::Name, &["计划"]),
    field("subject_type", Cell::Name, &["主体类型"]),
    field("item_id", Cell::Id, &["商品id"]),
    field("title", Cell::Name, &["主体名称"]),
    field("spent_fen", Cell::Money, &["消耗"]),
    field("impressions", Cell::Count, &["展现量"]),
    field("clicks", Cell::Count, &["点击量"]),
    field("click_rate_ppm", Cell::Rate, &["点击率"]),
    field("click_cost_fen", Cell::Money, &["点击成本"]),
    field("visits", Cell::Count, &["引导访问量"]),
    field("visitors", Cell::Count, &["引导访问人数"]),
    field("new_visitors", Cell::Count, &["引导访问潜客数"]),
    field("deep_visits", Cell::Count, &["深度访问量"]),
    field("shop_followers", Cell::Count, &["关注店铺量"]),
    field("new_buyers", Cell::Count, &["新客获取量"]),
    field("item_favourites", Cell::Count, &["收藏宝贝量"]),
    field("carts", Cell::Count, &["添加购物车量"]),
    field("favourites_and_carts", Cell::Count, &["加购收藏量"]),
    field("placed_orders", Cell::Count, &["拍下订单量"]),
    field("placed_fen", Cell::Money, &["拍下订单金额"]),
    field("presale_orders", Cell::Count, &["预售订单量"]),
    field("presale_fen", Cell::Money, &["预售金额"]),
    field("orders", Cell::Count, &["成交订单量"]),
    field("sales_fen", Cell::Money, &["成交订单金额"]),
    field("view_conversion_ppm", Cell::Rate, &["展现转化率"]),
    field("click_conversion_ppm", Cell::Rate, &["点击转化率"]),
    field("roi_milli", Cell::Number, &["投资回报率"]),
];
