//! Who draws most visitors in a category (生意参谋 → 市场 → 市场排行 → 高流量): one row per shop, brand or item and day or period.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Who draws most visitors in a category.
pub static KIND: Kind = Kind {
    name: "sycm_market_traffic",
    title: ("市场排行·高流量", "Market ranking by visitors"),
    system: System::Sycm,
    found: (
        "生意参谋 → 市场 → 市场排行 → 高流量 → 下载",
        "生意参谋 → 市场 → 市场排行 → 高流量 → 下载 (market ranking)",
    ),
    file_names: &["高流量"],
    must: &["industry_rank", "visitors"],
    marks: &["ranked_shop", "ranked_brand", "ranked_item"],
    min_marks: 1,
    foreign: &["交易增长幅度", "收藏人数"],
    key: &[DAY, LAST_DAY, "ranked_shop", "ranked_brand", "ranked_item"],
    rhythm: Rhythm::Weekly,
    totals: &["trade_fen", "visitors"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("ranked_shop", Cell::Name, &["店铺信息"]),
        field("ranked_brand", Cell::Name, &["品牌信息"]),
        field("ranked_item", Cell::Name, &["商品信息"]),
        field("industry_rank", Cell::Count, &["行业排名"]),
        field("visitors", Cell::Count, &["访客人数", "访客数"]),
        field("searchers", Cell::Count, &["搜索人数"]),
        field("search_share_ppm", Cell::Rate, &["搜索占比"]),
        field("value_per_visitor_fen", Cell::Money, &["uv价值"]),
        field("trade_fen", Cell::Money, &["交易金额"]),
    ],
    ..Kind::PLAIN
};
