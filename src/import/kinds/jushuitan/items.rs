//! The articles of 聚水潭 (商品资料, 42 columns): one row per article, in the state of the day of the export.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, Days, Kind, Rhythm, System};

/// Articles of 聚水潭.
pub static KIND: Kind = Kind {
    name: "jushuitan_items",
    title: ("聚水潭商品资料", "Articles (聚水潭)"),
    system: System::Jushuitan,
    found: (
        "聚水潭 → 商品 → 普通商品资料 → 导出",
        "聚水潭 → 商品 → 普通商品资料 → export (articles)",
    ),
    file_names: &["商品资料"],
    must: &["sku_code", "style_code", "price_fen"],
    foreign: &["实际库存数", "内部订单号"],
    key: &["sku_code"],
    days: Days::Snapshot,
    rhythm: Rhythm::Seldom,
    totals: &["cost_fen"],
    fields: &[
        field("style_code", Cell::Name, &["款式编码"]),
        field("sku_code", Cell::Name, &["商品编码"]),
        field("title", Cell::Name, &["商品名称"]),
        field("short_title", Cell::Name, &["商品简称"]),
        field("properties", Cell::Name, &["颜色及规格"]),
        field("price_fen", Cell::Money, &["基本售价"]),
        field("cost_fen", Cell::Money, &["成本价"]),
        field("purchase_fen", Cell::Money, &["采购价"]),
        field("list_price_fen", Cell::Money, &["市场|吊牌价"]),
        field("brand", Cell::Name, &["品牌"]),
        field("category", Cell::Name, &["分类"]),
        field("supplier", Cell::Name, &["供应商名称"]),
        field("barcode", Cell::Name, &["国标码"]),
        field("weight_milli", Cell::Number, &["重量"]),
        field("state", Cell::Name, &["商品状态"]),
        field("changed_at", Cell::Time, &["修改时间"]),
        field("created_at", Cell::Time, &["创建时间"]),
    ],
    ..Kind::PLAIN
};
