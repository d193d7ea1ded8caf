//! The shop's scores (生意参谋 → 服务 → 体验概况; 店铺动态评分): one row per measure, as it stands on the day of the export.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Days, Kind, Rhythm, System};

/// The shop's scores.
pub static KIND: Kind = Kind {
    name: "sycm_service_index",
    title: ("服务评分", "Service scores"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 服务体验 → 下载",
        "生意参谋 → 服务 → 服务体验 → 下载 (service)",
    ),
    file_names: &["DSR", "服务体验", "体验分"],
    must: &["measure", "score_milli"],
    foreign: &["商品id"],
    key: &[DAY, "measure"],
    days: Days::Snapshot,
    rhythm: Rhythm::Weekly,
    totals: &["score_milli"],
    fields: &[
        field("measure", Cell::Name, &["指标"]),
        field("score_milli", Cell::Number, &["得分"]),
        field("trend", Cell::Name, &["趋势"]),
        field("industry_score_milli", Cell::Number, &["行业均值"]),
        field("against_industry", Cell::Name, &["与行业对比"]),
        field("target_score_milli", Cell::Number, &["目标值"]),
        field("target_gap", Cell::Name, &["距目标值差距"]),
    ],
    ..Kind::PLAIN
};
