//! The keyword report: one row per word or packet of words. The same word may stand in several plans, which not every file
//! names, so rows that look the same are different ones.

use super::SHARED;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Field, Kind, LAST_DAY, System};

/// Keyword report of 万相台无界.
pub static KIND: Kind = Kind {
    name: "wanxiang_keywords",
    title: ("万相台关键词报表", "Keyword report (万相台)"),
    system: System::Alimama,
    found: (
        "万相台无界 → 报表 → 关键词 → 下载",
        "万相台无界 → 报表 → 关键词 → download (by keyword)",
    ),
    file_names: &["关键词报表", "词报表"],
    must: &["keyword", "spent_fen", "impressions"],
    foreign: &["人群名字", "创意id", "创意名字", "资源位名字"],
    key: &[
        DAY,
        LAST_DAY,
        "scene_id",
        "plan_id",
        "item_id",
        "keyword_id",
        "keyword",
    ],
    repeats: true,
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &joined::<_, { OWN.len() + SHARED.len() }>(OWN, SHARED),
    ..Kind::PLAIN
};

const OWN: &[Field] = &[
    field(
        "keyword",
        Cell::Name,
        &["词名字/词包名字", "词名字", "关键词名字"],
    ),
    field("keyword_id", Cell::Id, &["词id/词包id", "词id"]),
    field("item_id", Cell::Id, &["主体id"]),
    field("title", Cell::Name, &["主体名称", "主体名字"]),
];
