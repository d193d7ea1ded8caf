//! Reviews of items, as tools and browser plug-ins write them (千牛 has no export of its own): one row per review. A second
//! export of the same review brings what was added to it.

use super::fields::field;
use super::{Cell, Days, Kind, Rhythm, System};

/// Reviews.
pub static KIND: Kind = Kind {
    name: "reviews",
    title: ("评价", "Reviews"),
    system: System::Qianniu,
    found: (
        "千牛 → 交易 → 评价管理（用插件或工具导出）",
        "千牛 → 交易 → 评价管理 (exported by a plug-in or a tool)",
    ),
    file_names: &["评价", "评论"],
    must: &["review", "reviewed_at"],
    key: &["reviewed_at", "item_id", "sku", "buyer", "review"],
    repeats: true,
    days: Days::Moments(&["reviewed_at"]),
    rhythm: Rhythm::Weekly,
    fields: &[
        field("reviewed_at", Cell::Time, &["评价时间", "评论时间", "日期"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("sku_id", Cell::Id, &["skuid"]),
        field("sku", Cell::Name, &["颜色分类", "sku"]),
        field("buyer", Cell::Person, &["昵称", "用户昵称"]),
        field("review", Cell::Text, &["评论", "评论内容", "评价内容"]),
        field(
            "added_review",
            Cell::Text,
            &["追评内容", "追加评论", "追评"],
        ),
        field("added_at", Cell::Time, &["追评时间"]),
        field("verdict", Cell::Name, &["评价分类"]),
        field("stars_milli", Cell::Number, &["评分"]),
        field("answer", Cell::Text, &["商家回复"]),
        field("platform", Cell::Name, &["平台"]),
    ],
    ..Kind::PLAIN
};
