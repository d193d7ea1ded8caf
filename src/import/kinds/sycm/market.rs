//! The trend of a whole category (生意参谋 → 市场 → 行业趋势): one row per day or month. By the month, sales are an index.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// The market's trend.
pub static KIND: Kind = Kind {
    name: "sycm_market",
    title: ("行业趋势", "Market trend"),
    system: System::Sycm,
    found: (
        "生意参谋 → 市场 → 市场大盘 → 行业趋势 → 下载",
        "生意参谋 → 市场 → 市场大盘 → 行业趋势 → 下载 (market)",
    ),
    file_names: &["行业趋势", "市场大盘", "市场"],
    must: &["visitors"],
    marks: &[
        "searchers",
        "search_clickers",
        "trade_fen",
        "trade_index_milli",
        "paid_sellers",
    ],
    min_marks: 2,
    foreign: &["行业排名", "搜索词", "商品id", "关键词"],
    key: &[DAY, LAST_DAY, "category"],
    rhythm: Rhythm::Weekly,
    totals: &["visitors", "trade_fen"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("category", Cell::Name, &["类目名称", "类目", "行业"]),
        field("searchers", Cell::Count, &["搜索人数"]),
        field("searches", Cell::Count, &["搜索次数"]),
        field("search_clickers", Cell::Count, &["搜索点击人数"]),
        field("visitors", Cell::Count, &["访客数"]),
        field("page_views", Cell::Count, &["浏览量"]),
        field("favourite_buyers", Cell::Count, &["收藏人数"]),
        field("favourites", Cell::Count, &["收藏次数"]),
        field("cart_buyers", Cell::Count, &["加购人数"]),
        field("carts", Cell::Count, &["加购次数"]),
        field("paying_buyers", Cell::Count, &["支付人数"]),
        field("paid_units", Cell::Count, &["支付件数"]),
        field("trade_fen", Cell::Money, &["交易金额"]),
        field("trade_index_milli", Cell::Number, &["交易指数"]),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("paid_sellers", Cell::Count, &["被支付卖家数"]),
    ],
    ..Kind::PLAIN
};
