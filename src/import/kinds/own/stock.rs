//! A table of stock that the operator keeps, under whatever names: how much of an article is there.

use super::ARTICLE;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Days, Field, Kind, Rhythm, System};

/// Stock that the operator keeps.
pub static KIND: Kind = Kind {
    name: "stock",
    title: ("库存表", "Stock table"),
    system: System::Own,
    found: (
        "自己的库存表：编码、库存，可选 在途、仓库、日期",
        "Your own table: 编码 and 库存; 在途, 仓库, 日期 if you like",
    ),
    file_names: &["库存"],
    must: &["stock_units_milli"],
    marks: &["sku_code", "sku_id", "item_id"],
    min_marks: 1,
    foreign: &joined::<_, { PRICED.len() + super::FOREIGN.len() }>(PRICED, super::FOREIGN),
    key: &[DAY, "sku_code", "sku_id", "item_id", "warehouse"],
    days: Days::Snapshot,
    rhythm: Rhythm::Weekly,
    totals: &["stock_units_milli"],
    fields: &joined::<_, { OWN.len() + ARTICLE.len() }>(OWN, ARTICLE),
    ..Kind::PLAIN
};

const OWN: &[Field] = &[
    field(DAY, Cell::Day, &["日期", "库存日期", "盘点日期"]),
    field(
        "warehouse",
        Cell::Name,
        &["仓库", "仓库名称", "库房", "库位"],
    ),
    field(
        "stock_units_milli",
        Cell::Number,
        &[
            "库存",
            "库存数",
            "库存数量",
            "实际库存",
            "当前库存",
            "现有库存",
            "现货库存",
            "在库数量",
            "结存数量",
            "剩余库存",
            "可用库存",
            "可售库存",
            "总库存",
            "数量",
        ],
    ),
    field(
        "inbound_units_milli",
        Cell::Number,
        &["在途", "在途数", "在途数量", "在途库存", "采购在途"],
    ),
];

/// Where a 数量 has a price beside it, it was sold or bought.
const PRICED: &[&str] = &["单价", "销售单价", "金额", "销售金额", "应收金额"];
