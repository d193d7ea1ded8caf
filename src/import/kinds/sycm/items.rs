//! The item ranking (生意参谋 → 品类 → 商品排行, `【生意参谋平台】商品_全部_….xls`) and its forerunner 商品效果: one row per item and day
//! or period.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// The item ranking.
pub static KIND: Kind = Kind {
    name: "sycm_items",
    title: ("商品排行", "Item ranking"),
    system: System::Sycm,
    found: (
        "生意参谋 → 品类 → 商品排行 → 下载",
        "生意参谋 → 品类 → 商品排行 → 下载 (item ranking)",
    ),
    file_names: &["【生意参谋平台】商品", "商品排行", "商品效果"],
    must: &["item_id", "visitors"],
    foreign: &[
        "流量来源",
        "来源明细",
        "访问来源",
        "搜索词",
        "总咨询人数",
        "展现量",
        "交易指数",
    ],
    key: &[DAY, LAST_DAY, "item_id"],
    totals: &["paid_fen", "visitors", "paying_buyers"],
    fields: &[
        field(DAY, Cell::Day, &["统计日期", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["统计日期", "日期"]),
        field("item_id", Cell::Id, &["商品id"]),
        field("title", Cell::Name, &["商品名称"]),
        field("item_type", Cell::Name, &["商品类型"]),
        field("sku_code", Cell::Name, &["货号"]),
        field("item_status", Cell::Name, &["商品状态"]),
        field("item_tags", Cell::Name, &["商品标签"]),
        field("visitors", Cell::Count, &["商品访客数", "访客数"]),
        field("page_views", Cell::Count, &["商品浏览量", "浏览量"]),
        field("stay_milli_secs", Cell::Number, &["平均停留时长"]),
        field(
            "bounce_ppm",
            Cell::Rate,
            &["商品详情页跳出率", "详情页跳出率"],
        ),
        field(
            "favourite_buyers",
            Cell::Count,
            &["商品收藏人数", "商品收藏买家数"],
        ),
        field("cart_units", Cell::Count, &["商品加购件数", "加购件数"]),
        field("cart_buyers", Cell::Count, &["商品加购人数", "加购人数"]),
        field("ordering_buyers", Cell::Count, &["下单买家数"]),
        field("ordered_units", Cell::Count, &["下单件数"]),
        field("ordered_fen", Cell::Money, &["下单金额"]),
        field("order_conversion_ppm", Cell::Rate, &["下单转化率"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]).wanted(),
        field("paid_units", Cell::Count, &["支付件数"]),
        field("paid_fen", Cell::Money, &["支付金额"]).wanted(),
        field(
            "pay_conversion_ppm",
            Cell::Rate,
            &["商品支付转化率", "支付转化率"],
        ),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("new_paying_buyers", Cell::Count, &["支付新买家数"]),
        field("returning_paying_buyers", Cell::Count, &["支付老买家数"]),
        field("returning_paid_fen", Cell::Money, &["老买家支付金额"]),
        field("juhuasuan_paid_fen", Cell::Money, &["聚划算支付金额"]),
        field("value_per_visitor_fen", Cell::Money, &["访客平均价值"]),
        field(
            "refund_fen",
            Cell::Money,
            &["成功退款金额", "成功退款退货金额"],
        ),
        field("rival_score_milli", Cell::Number, &["竞争力评分"]),
        field("year_paid_fen", Cell::Money, &["年累计支付金额"]),
        field("month_paid_fen", Cell::Money, &["月累计支付金额"]),
        field("month_paid_units", Cell::Count, &["月累计支付件数"]),
        field("search_visitors", Cell::Count, &["搜索引导访客数"]),
        field("search_paying_buyers", Cell::Count, &["搜索引导支付买家数"]),
        field(
            "search_pay_conversion_ppm",
            Cell::Rate,
            &["搜索引导支付转化率"],
        ),
    ],
    ..Kind::PLAIN
};
