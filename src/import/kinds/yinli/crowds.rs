//! 引力魔方 by crowd: one row per day, plan, item and crowd.

use super::SHARED;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Field, Kind, LAST_DAY, Rhythm, System};

/// Crowd report of 引力魔方.
pub static KIND: Kind = Kind {
    name: "yinli_crowds",
    title: ("引力魔方人群报表", "Crowd report (引力魔方)"),
    system: System::Alimama,
    found: (
        "引力魔方 → 报表 → 定向 → 下载",
        "引力魔方 → 报表 → 定向 → download",
    ),
    file_names: &["引力魔方"],
    must: &["crowd", "plan", "spent_fen", "impressions"],
    foreign: &["创意名称", "资源位"],
    key: &[DAY, LAST_DAY, "plan_group", "plan", "item_id", "crowd"],
    repeats: true,
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &joined::<_, { OWN.len() + SHARED.len() }>(OWN, SHARED),
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};

const OWN: &[Field] = &[field("crowd", Cell::Name, &["定向人群"])];
