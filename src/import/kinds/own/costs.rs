//! A table of costs that the operator keeps, under whatever names: what an article costs, to buy and to send.

use super::ARTICLE;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Days, Field, Kind, Rhythm, System};

/// Costs that the operator keeps.
pub static KIND: Kind = Kind {
    name: "costs",
    title: ("成本表", "Cost table"),
    system: System::Own,
    found: (
        "自己的成本表：商家编码（或商品ID）、成本价，可选 名称、运费、包装",
        "Your own table: 商家编码 (or 商品ID) and 成本价; 名称, 运费, 包装 if you like",
    ),
    file_names: &["成本"],
    must: &["cost_fen"],
    marks: &["sku_code", "sku_id", "item_id"],
    min_marks: 1,
    foreign: super::FOREIGN,
    key: &[DAY, "sku_code", "sku_id", "item_id"],
    days: Days::Snapshot,
    rhythm: Rhythm::Seldom,
    fields: &joined::<_, { OWN.len() + ARTICLE.len() }>(OWN, ARTICLE),
    ..Kind::PLAIN
};

const OWN: &[Field] = &[
    field(DAY, Cell::Day, &["生效日期", "生效时间", "日期"]),
    field(
        "cost_fen",
        Cell::Money,
        &[
            "成本价",
            "成本",
            "单件成本",
            "成本单价",
            "商品成本",
            "产品成本",
            "进货价",
            "进价",
            "采购价",
            "采购成本",
            "拿货价",
            "供货价",
            "含税成本",
            "成本价(元)",
            "成本(元)",
            "进价(元)",
            "采购价(元)",
            "进货价(元)",
        ],
    ),
    field(
        "freight_fen",
        Cell::Money,
        &[
            "运费",
            "快递费",
            "运费成本",
            "快递成本",
            "物流成本",
            "运费(元)",
            "快递费(元)",
        ],
    ),
    field(
        "packing_fen",
        Cell::Money,
        &[
            "包装",
            "包装费",
            "包材",
            "包装成本",
            "包材成本",
            "包装(元)",
            "包装费(元)",
            "包材费",
        ],
    ),
];
