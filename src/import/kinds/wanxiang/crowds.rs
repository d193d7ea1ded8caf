//! The crowd report: one row per audience. The same audience may stand in several plans, which not every file names, so
//! rows that look the same are different ones.

use super::SHARED;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Field, Kind, LAST_DAY, System};

/// Crowd report of 万相台无界.
pub static KIND: Kind = Kind {
    name: "wanxiang_crowds",
    title: ("万相台人群报表", "Crowd report (万相台)"),
    system: System::Alimama,
    found: (
        "万相台无界 → 报表 → 人群 → 下载",
        "万相台无界 → 报表 → 人群 → download (by audience)",
    ),
    file_names: &["人群报表"],
    must: &["crowd", "spent_fen", "impressions"],
    foreign: &[
        "词名字/词包名字",
        "词名字",
        "关键词名字",
        "创意id",
        "创意名字",
        "资源位名字",
    ],
    key: &[
        DAY, LAST_DAY, "scene_id", "plan_id", "item_id", "crowd_id", "crowd",
    ],
    repeats: true,
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &joined::<_, { OWN.len() + SHARED.len() }>(OWN, SHARED),
    ..Kind::PLAIN
};

const OWN: &[Field] = &[
    field("crowd", Cell::Name, &["人群名字"]),
    field("crowd_id", Cell::Id, &["人群id"]),
    field("item_id", Cell::Id, &["主体id"]),
    field("title", Cell::Name, &["主体名称", "主体名字"]),
];
