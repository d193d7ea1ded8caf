//! The stock of 旺店通: one row per article, in the state of the day of the export.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Days, Kind, System};

/// Stock of 旺店通.
pub static KIND: Kind = Kind {
    name: "wangdiantong_stock",
    title: ("旺店通库存", "Stock (旺店通)"),
    system: System::Wangdiantong,
    found: (
        "旺店通 → 库存 → 库存管理 → 导出",
        "旺店通 → 库存 → 库存管理 → export (stock)",
    ),
    file_names: &["库存管理"],
    must: &["sku_code", "goods_no", "stock_units_milli"],
    marks: &[
        "checked_units_milli",
        "sendable_units_milli",
        "unshipped_units_milli",
    ],
    min_marks: 1,
    foreign: &["出库单编号"],
    key: &[DAY, "sku_code", "warehouse"],
    days: Days::Snapshot,
    totals: &["stock_units_milli", "available_units_milli"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field("warehouse", Cell::Name, &["仓库", "仓库名称"]),
        field("sku_code", Cell::Name, &["商家编码"]),
        field("barcode", Cell::Name, &["条码"]),
        field("goods_no", Cell::Name, &["货品编号"]),
        field("title", Cell::Name, &["货品名称"]),
        field("properties", Cell::Name, &["规格名称"]),
        field("brand", Cell::Name, &["品牌"]),
        field("category", Cell::Name, &["分类"]),
        field("stock_units_milli", Cell::Number, &["实际库存", "库存"]),
        field("checked_units_milli", Cell::Number, &["已质检库存"]),
        field("available_units_milli", Cell::Number, &["可用库存"]),
        field(
            "sendable_units_milli",
            Cell::Number,
            &["可发库存", "实际可发库存"],
        ),
        field("unshipped_units_milli", Cell::Number, &["未发货订单总数"]),
        field("reserved_units_milli", Cell::Number, &["锁定量"]),
        field("inbound_units_milli", Cell::Number, &["采购在途"]),
        field("damaged_units_milli", Cell::Number, &["残次品"]),
        field("price_fen", Cell::Money, &["零售价"]),
    ],
    ..Kind::PLAIN
};
