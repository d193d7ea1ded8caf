//! 引力魔方 by placement: one row per day, plan, item and placement.

use super::SHARED;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Field, Kind, LAST_DAY, Rhythm, System};

/// Placement report of 引力魔方.
pub static KIND: Kind = Kind {
    name: "yinli_placements",
    title: ("引力魔方资源位报表", "Placement report (引力魔方)"),
    system: System::Alimama,
    found: (
        "引力魔方 → 报表 → 资源位 → 下载",
        "引力魔方 → 报表 → 资源位 → download",
    ),
    file_names: &["引力魔方"],
    must: &["placement", "plan", "spent_fen", "impressions"],
    foreign: &["创意名称", "定向人群"],
    key: &[DAY, LAST_DAY, "plan_group", "plan", "item_id", "placement"],
    repeats: true,
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &joined::<_, { OWN.len() + SHARED.len() }>(OWN, SHARED),
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};

const OWN: &[Field] = &[field("placement", Cell::Name, &["资源位"])];
