//! Who sells most in a category (生意参谋 → 市场 → 市场排行 → 高交易): one row per shop, brand or item and day or period.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Who sells most in a category.
pub static KIND: Kind = Kind {
    name: "sycm_market_sales",
    title: ("市场排行·高交易", "Market ranking by sales"),
    system: System::Sycm,
    found: (
        "生意参谋 → 市场 → 市场排行 → 高交易 → 下载",
        "生意参谋 → 市场 → 市场排行 → 高交易 → 下载 (market ranking)",
    ),
    file_names: &["高交易"],
    must: &["industry_rank", "trade_growth_ppm"],
    marks: &["ranked_shop", "ranked_brand", "ranked_item"],
    min_marks: 1,
    foreign: &["收藏人数", "搜索占比"],
    key: &[DAY, LAST_DAY, "ranked_shop", "ranked_brand", "ranked_item"],
    rhythm: Rhythm::Weekly,
    totals: &["trade_fen"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("ranked_shop", Cell::Name, &["店铺信息"]),
        field("ranked_brand", Cell::Name, &["品牌信息"]),
        field("ranked_item", Cell::Name, &["商品信息"]),
        field("industry_rank", Cell::Count, &["行业排名"]),
        field("trade_growth_ppm", Cell::Rate, &["交易增长幅度"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("trade_fen", Cell::Money, &["交易金额"]),
    ],
    ..Kind::PLAIN
};
