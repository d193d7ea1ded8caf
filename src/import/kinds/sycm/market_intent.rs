//! Who is put into most carts in a category (生意参谋 → 市场 → 市场排行 → 高意向): one row per shop, brand or item and day or period.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Who is put into most carts in a category.
pub static KIND: Kind = Kind {
    name: "sycm_market_intent",
    title: ("市场排行·高意向", "Market ranking by intent"),
    system: System::Sycm,
    found: (
        "生意参谋 → 市场 → 市场排行 → 高意向 → 下载",
        "生意参谋 → 市场 → 市场排行 → 高意向 → 下载 (market ranking)",
    ),
    file_names: &["高意向"],
    must: &["industry_rank", "favourite_buyers", "cart_buyers"],
    marks: &["ranked_shop", "ranked_brand", "ranked_item"],
    min_marks: 1,
    foreign: &["交易增长幅度", "搜索占比"],
    key: &[DAY, LAST_DAY, "ranked_shop", "ranked_brand", "ranked_item"],
    rhythm: Rhythm::Weekly,
    totals: &["trade_fen", "cart_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("ranked_shop", Cell::Name, &["店铺信息"]),
        field("ranked_brand", Cell::Name, &["品牌信息"]),
        field("ranked_item", Cell::Name, &["商品信息"]),
        field("industry_rank", Cell::Count, &["行业排名"]),
        field("favourite_buyers", Cell::Count, &["收藏人数"]),
        field("cart_buyers", Cell::Count, &["加购人数"]),
        field("trade_fen", Cell::Money, &["交易金额"]),
    ],
    ..Kind::PLAIN
};
