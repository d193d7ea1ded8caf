//! 引力魔方 by creative: one row per day, plan, item and creative.

use super::SHARED;
use crate::import::kinds::fields::{field, joined};
use crate::import::kinds::{Cell, DAY, Field, Kind, LAST_DAY, Rhythm, System};

/// Creative report of 引力魔方.
pub static KIND: Kind = Kind {
    name: "yinli_creatives",
    title: ("引力魔方创意报表", "Creative report (引力魔方)"),
    system: System::Alimama,
    found: (
        "引力魔方 → 报表 → 创意 → 下载",
        "引力魔方 → 报表 → 创意 → download",
    ),
    file_names: &["引力魔方"],
    must: &["creative", "plan", "spent_fen", "impressions"],
    foreign: &["定向人群", "资源位"],
    key: &[
        DAY,
        LAST_DAY,
        "plan_group",
        "plan",
        "item_id",
        "creative",
        "creative_id",
    ],
    repeats: true,
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &joined::<_, { OWN.len() + SHARED.len() }>(OWN, SHARED),
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};

const OWN: &[Field] = &[
    field("creative", Cell::Name, &["创意名称"]),
    field("creative_id", Cell::Id, &["创意id"]),
];
