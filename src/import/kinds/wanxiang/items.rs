//! The item report (`商品报表_YYYYMMDD_HHMMSS.csv`, GBK): one row per promoted item and day or period, in each plan where the
//! file tells plans apart. A 主体 may also be a shop or a live room: its type stands beside it.

use super::SHARED;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Field, Kind, LAST_DAY, System};

/// Item report of 万相台无界.
pub static KIND: Kind = Kind {
    name: "wanxiang_items",
    title: ("万相台商品报表", "Item report (万相台)"),
    system: System::Alimama,
    found: (
        "万相台无界 → 报表 → 商品 → 下载",
        "万相台无界 → 报表 → 商品 → download (by item)",
    ),
    file_names: &["商品报表", "主体报表", "宝贝主体"],
    must: &["item_id", "spent_fen", "impressions"],
    foreign: &[
        "词名字/词包名字",
        "词名字",
        "关键词名字",
        "人群名字",
        "创意id",
        "创意名字",
        "资源位名字",
    ],
    key: &[
        DAY,
        LAST_DAY,
        "scene_id",
        "plan_id",
        "subject_type",
        "item_id",
    ],
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &joined::<_, { OWN.len() + SHARED.len() }>(OWN, SHARED),
    ..Kind::PLAIN
};

const OWN: &[Field] = &[
    field("item_id", Cell::Id, &["主体id"]),
    field("subject_type", Cell::Name, &["主体类型"]),
    field("title", Cell::Name, &["主体名称", "主体名字"]),
];
