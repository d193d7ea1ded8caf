//! The shop's categories day by day (生意参谋 → 品类): one row per category and day.

use crate::import::kinds::fields::field;
use crate::import::kinds::{Cell, DAY, Kind, LAST_DAY, System};

/// The shop's categories.
pub static KIND: Kind = Kind {
    name: "sycm_categories",
    title: ("品类", "Categories"),
    system: System::Sycm,
    found: (
        "生意参谋 → 自助分析 → 取数分析 → 类目 → 下载",
        "生意参谋 → 自助分析 → 取数分析 → 类目 → 下载 (report builder, by category)",
    ),
    file_names: &["品类", "类目"],
    must: &["category", "visitors"],
    foreign: &["商品id", "终端", "交易指数"],
    key: &[
        DAY,
        LAST_DAY,
        "category_first",
        "category_second",
        "category",
    ],
    totals: &["paid_fen", "visitors"],
    fields: &[
        field(DAY, Cell::Day, &["统计日期", "日期"]),
        field(LAST_DAY, Cell::LastDay, &["统计日期", "日期"]),
        field("category_first", Cell::Name, &["一级类目名称"]),
        field("category_second", Cell::Name, &["二级类目名称"]),
        field("category", Cell::Name, &["类目名称"]),
        field("visitors", Cell::Count, &["商品访客数"]),
        field("page_views", Cell::Count, &["商品浏览量"]),
        field("visited_items", Cell::Count, &["有访客商品数"]),
        field("paid_items", Cell::Count, &["有支付商品数"]),
        field("cart_buyers", Cell::Count, &["商品加购人数"]),
        field("cart_units", Cell::Count, &["商品加购件数"]),
        field("favourite_buyers", Cell::Count, &["商品收藏人数"]),
        field("favourite_conversion_ppm", Cell::Rate, &["访问收藏转化率"]),
        field("cart_conversion_ppm", Cell::Rate, &["访问加购转化率"]),
        field("ordering_buyers", Cell::Count, &["下单买家数"]),
        field("ordered_units", Cell::Count, &["下单件数"]),
        field("ordered_fen", Cell::Money, &["下单金额"]),
        field("order_conversion_ppm", Cell::Rate, &["下单转化率"]),
        field("paying_buyers", Cell::Count, &["支付买家数"]),
        field("paid_units", Cell::Count, &["支付件数"]),
        field("paid_fen", Cell::Money, &["支付金额"]),
        field("pay_conversion_ppm", Cell::Rate, &["支付转化率"]),
        field("month_paid_fen", Cell::Money, &["月累计支付金额"]),
        field("year_paid_fen", Cell::Money, &["年累计支付金额"]),
        field("juhuasuan_paid_fen", Cell::Money, &["聚划算支付金额"]),
        field("new_paying_buyers", Cell::Count, &["支付新买家数"]),
        field("returning_paying_buyers", Cell::Count, &["支付老买家数"]),
        field("returning_paid_fen", Cell::Money, &["老买家支付金额"]),
        field("spend_per_buyer_fen", Cell::Money, &["客单价"]),
        field("value_per_visitor_fen", Cell::Money, &["访客平均价值"]),
        field("refund_fen", Cell::Money, &["售中售后成功退款金额"]),
    ],
    ..Kind::PLAIN
};
