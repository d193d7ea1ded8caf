//! 直通车 before 2019 (GBK): one row per plan and day, without sales.

use super::fields::field;
use super::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Plan list of 直通车.
pub static KIND: Kind = Kind {
    name: "zhitongche_plans",
    title: ("直通车计划列表（旧）", "直通车 plan list (old)"),
    system: System::Alimama,
    found: ("直通车 → 推广计划 → 下载", "直通车 → 推广计划 → download"),
    must: &["plan", "daily_limit_fen", "spent_fen"],
    key: &[DAY, LAST_DAY, "plan"],
    totals: &["spent_fen", "clicks"],
    fields: &[
        field(DAY, Cell::Day, &["日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期"]),
        field("plan", Cell::Name, &["推广计划名称"]),
        field("daily_limit_fen", Cell::Money, &["日限额(元)", "日限额"]),
        field("spent_fen", Cell::Money, &["花费", "花费(元)"]),
        field(
            "click_cost_fen",
            Cell::Money,
            &["平均点击花费", "平均点击花费(元)"],
        ),
        field("impressions", Cell::Count, &["展现量"]),
        field("clicks", Cell::Count, &["点击量"]),
        field("click_rate_ppm", Cell::Rate, &["点击率"]),
        field("state", Cell::Name, &["状态"]),
    ],
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};
