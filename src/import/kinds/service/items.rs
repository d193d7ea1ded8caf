//! Which items customers ask about (生意参谋 → 客服 → 商品咨询): one row per item and period. The item is written `ID：123`.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Items asked about.
pub static KIND: Kind = Kind {
    name: "service_items",
    title: ("商品咨询", "Item enquiries"),
    system: System::Sycm,
    found: (
        "生意参谋 → 服务 → 客服绩效 → 商品咨询 → 下载",
        "生意参谋 → 服务 → 客服绩效 → 商品咨询 → 下载 (service, items)",
    ),
    file_names: &["商品咨询"],
    must: &["item_id", "consulting_buyers"],
    key: &[DAY, LAST_DAY, "item_id"],
    rhythm: Rhythm::Weekly,
    totals: &["consulting_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["日期", "统计日期"]),
        field(LAST_DAY, Cell::LastDay, &["日期", "统计日期"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("title", Cell::Name, &["商品名称"]),
        field("consulting_buyers", Cell::Count, &["总咨询人数"]),
        field("mobile_consulting_buyers", Cell::Count, &["移动端咨询人数"]),
        field("pc_consulting_buyers", Cell::Count, &["pc端咨询人数"]),
    ],
    ..Kind::PLAIN
};
