//! The scene file (21 columns): one row per scene and day or period.

use super::SHARED;
use crate::import::kinds::{DAY, Kind, LAST_DAY, System};

/// Scene report of 万相台无界.
pub static KIND: Kind = Kind {
    name: "wanxiang_scenes",
    title: ("万相台场景报表", "Scene report (万相台)"),
    system: System::Alimama,
    found: (
        "万相台无界 → 报表 → 场景 → 下载",
        "万相台无界 → 报表 → 场景 → download (by scene)",
    ),
    file_names: &["场景报表"],
    must: &["scene", "spent_fen", "impressions"],
    foreign: &[
        "计划id",
        "计划名字",
        "主体id",
        "词名字/词包名字",
        "词名字",
        "关键词名字",
        "人群名字",
        "创意id",
        "创意名字",
        "资源位名字",
    ],
    key: &[DAY, LAST_DAY, "scene_id", "scene"],
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: SHARED,
    ..Kind::PLAIN
};
