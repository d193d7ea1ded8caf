//! The plan report (75 columns, sheet 推广数据): one row per plan and day or period.

use super::SHARED;
use crate::import::kinds::{DAY, Kind, LAST_DAY, System};

/// Plan report of 万相台无界.
pub static KIND: Kind = Kind {
    name: "wanxiang_plans",
    title: ("万相台计划报表", "Plan report (万相台)"),
    system: System::Alimama,
    found: (
        "万相台无界 → 报表 → 计划 → 下载",
        "万相台无界 → 报表 → 计划 → download (by plan)",
    ),
    file_names: &["计划报表"],
    must: &["plan_id", "spent_fen", "impressions"],
    foreign: &[
        "主体id",
        "词名字/词包名字",
        "词名字",
        "关键词名字",
        "人群名字",
        "创意id",
        "创意名字",
        "资源位名字",
    ],
    key: &[DAY, LAST_DAY, "scene_id", "plan_id"],
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: SHARED,
    ..Kind::PLAIN
};
