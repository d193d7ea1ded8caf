//! The words that buyers of a category search for (生意参谋 → 市场 → 搜索排行, 搜索分析): one row per word and day or period. Most
//! of its figures are indices.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// The market's search words.
pub static KIND: Kind = Kind {
    name: "sycm_market_words",
    title: ("市场搜索词", "Market search words"),
    system: System::Sycm,
    found: (
        "生意参谋 → 市场 → 搜索排行 → 下载",
        "生意参谋 → 市场 → 搜索排行 → 下载 (search ranking)",
    ),
    file_names: &["搜索排行", "搜索分析", "行业热词"],
    must: &["word"],
    marks: &[
        "search_popularity_milli",
        "search_heat_milli",
        "click_popularity_milli",
        "click_heat_milli",
        "trade_index_milli",
    ],
    min_marks: 1,
    foreign: &["展现量", "花费"],
    key: &[DAY, LAST_DAY, "word"],
    rhythm: Rhythm::Weekly,
    totals: &["search_popularity_milli"],
    fields: &[
        field(DAY, Cell::Day, &["统计日期", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["统计日期", "日期"]),
        field("word", Cell::Name, &["搜索词", "关键词"]),
        field(
            "industry_rank",
            Cell::Count,
            &["热搜排名", "行业排名", "排名"],
        ),
        field("search_popularity_milli", Cell::Number, &["搜索人气"]),
        field("search_heat_milli", Cell::Number, &["搜索热度"]),
        field("click_popularity_milli", Cell::Number, &["点击人气"]),
        field("click_heat_milli", Cell::Number, &["点击热度"]),
        field("click_ppm", Cell::Rate, &["点击率"]),
        field("trade_index_milli", Cell::Number, &["交易指数"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("bid_fen", Cell::Money, &["直通车参考价"]),
        field("mall_click_share_ppm", Cell::Rate, &["商城点击占比"]),
        field("searcher_share_ppm", Cell::Rate, &["搜索人数占比"]),
        field("online_items", Cell::Count, &["在线商品数"]),
    ],
    ..Kind::PLAIN
};
