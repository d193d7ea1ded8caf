//! 钻展 of 2019 (23 columns): one row per plan and day. Its shares are per cent, as the headers say.

use super::fields::field;
use super::{Cell, DAY, Kind, LAST_DAY, Rhythm, System};

/// Plan report of 钻展.
pub static KIND: Kind = Kind {
    name: "zuanzhan",
    title: ("钻展计划报表", "钻展 plan report"),
    system: System::Alimama,
    found: (
        "钻石展位 → 报表 → 计划 → 下载",
        "钻石展位 → 报表 → 计划 → download",
    ),
    file_names: &["钻展", "钻石展位"],
    must: &["plan", "spent_fen", "impressions", "sales_fen"],
    key: &[DAY, LAST_DAY, "plan"],
    totals: &["spent_fen", "sales_fen", "clicks"],
    fields: &[
        field(DAY, Cell::Day, &["时间", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["时间", "日期"]),
        field("plan", Cell::Name, &["计划基本信息"]),
        field("impressions", Cell::Count, &["展现", "展现量"]),
        field("clicks", Cell::Count, &["点击", "点击量"]),
        field("spent_fen", Cell::Money, &["消耗"]),
        field("click_rate_ppm", Cell::Rate, &["点击率(%)", "点击率"]),
        field("click_cost_fen", Cell::Money, &["点击单价(元)"]),
        field("visitors", Cell::Count, &["访客"]),
        field("deep_visits", Cell::Count, &["深度进店量"]),
        field("page_views", Cell::Count, &["访问页面数"]),
        field("item_favourites", Cell::Count, &["收藏宝贝量"]),
        field("shop_favourites", Cell::Count, &["收藏店铺量"]),
        field("carts", Cell::Count, &["添加购物车量"]),
        field("placed_orders", Cell::Count, &["拍下订单量"]),
        field("placed_fen", Cell::Money, &["拍下订单金额"]),
        field("orders", Cell::Count, &["成交订单量"]),
        field("sales_fen", Cell::Money, &["成交订单金额"]),
        field(
            "click_conversion_ppm",
            Cell::Rate,
            &["点击转化率(%)", "点击转化率"],
        ),
        field("roi_milli", Cell::Number, &["投资回报率"]),
    ],
    // The platform has replaced it: nobody waits for a new one.
    rhythm: Rhythm::Seldom,
    ..Kind::PLAIN
};
