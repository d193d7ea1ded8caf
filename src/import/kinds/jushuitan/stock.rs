//! The stock of 聚水潭: one row per article, in the state of the day of the export. A header holds markup (`前7天<br/>销量`).

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Days, Kind, System};

/// Stock of 聚水潭.
pub static KIND: Kind = Kind {
    name: "jushuitan_stock",
    title: ("聚水潭库存", "Stock (聚水潭)"),
    system: System::Jushuitan,
    found: (
        "聚水潭 → 库存 → 商品库存 → 导出",
        "聚水潭 → 库存 → 商品库存 → export (stock)",
    ),
    file_names: &["商品库存"],
    must: &["sku_code", "stock_units_milli", "reserved_units_milli"],
    key: &[DAY, "sku_code", "warehouse"],
    days: Days::Snapshot,
    totals: &["stock_units_milli", "reserved_units_milli"],
    fields: &[
        field("style_code", Cell::Name, &["款式编码", "款号"]),
        field("sku_code", Cell::Name, &["商品编码"]),
        field("title", Cell::Name, &["商品名称"]),
        field("properties", Cell::Name, &["颜色及规格", "颜色规格"]),
        field("warehouse", Cell::Name, &["仓库", "仓库名称"]),
        field(
            "stock_units_milli",
            Cell::Number,
            &["实际库存数", "主仓实际库存数"],
        ),
        field(
            "reserved_units_milli",
            Cell::Number,
            &["订单占有数", "订单占有"],
        ),
        field(
            "available_units_milli",
            Cell::Number,
            &["可用数", "可用库存", "公有可用数"],
        ),
        field(
            "inbound_units_milli",
            Cell::Number,
            &["采购在途数", "采购在途"],
        ),
        field("sold_7_days", Cell::Count, &["前7天销量", "7天销量"]),
        field("cost_fen", Cell::Money, &["成本价"]),
    ],
    ..Kind::PLAIN
};
