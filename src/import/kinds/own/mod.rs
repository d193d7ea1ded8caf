//! Tables that operators keep themselves, under whatever names. Any other kind that knows a header goes before them, and a
//! table of orders, parcels or traffic is none of them even where no kind knows it.

pub mod costs;
pub mod stock;

use super::fields::field;
use super::{Cell, Field};

/// What names an article.
const ARTICLE: &[Field] = &[
    field(
        "sku_code",
        Cell::Name,
        &[
            "商家编码",
            "sku编码",
            "商品编码",
            "规格编码",
            "规格商家编码",
            "sku",
            "skucode",
            "货号",
            "商品货号",
            "款号",
            "款式编码",
            "货品编号",
            "货品编码",
            "物料编码",
            "编码",
            "产品编码",
            "条码",
        ],
    ),
    field("sku_id", Cell::Id, &["skuid", "商品skuid"]),
    field(
        "item_id",
        Cell::Id,
        &["商品id", "宝贝id", "主商品id", "链接id", "itemid"],
    ),
    field(
        "title",
        Cell::Name,
        &[
            "商品名称",
            "宝贝名称",
            "商品标题",
            "宝贝标题",
            "货品名称",
            "产品名称",
            "品名",
            "名称",
            "标题",
        ],
    ),
    field(
        "properties",
        Cell::Name,
        &["规格", "颜色规格", "规格名称", "颜色及规格", "商品规格"],
    ),
];

/// Headers of tables that are not about articles.
const FOREIGN: &[&str] = &[
    "订单编号",
    "主订单编号",
    "子订单编号",
    "订单号",
    "线上订单号",
    "内部订单号",
    "原始单号",
    "退款编号",
    "采购单号",
    "采购单编号",
    "入库单号",
    "出库单号",
    "出库单编号",
    "售后单号",
    "下单时间",
    "付款时间",
    "花费",
    "消耗",
    "访客数",
    "商品访客数",
    "支付金额",
    "快递单号",
    "物流单号",
    "运单号",
    "收件人",
    "收货人",
    "退款金额",
    "快递单号",
    "物流单号",
    "运单号",
    "收件人",
    "收货人",
    "退款金额",
];

#[cfg(test)]
mod tests {
    use crate::import::kinds::recognise;

    fn kind_of(header: &str) -> Option<&'static str> {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        recognise(&header, "").map(|(kind, _)| kind.name)
    }

    #[test]
    fn tables_of_articles_are_known_under_many_names() {
        assert_eq!(kind_of("SKU 编码,品名,进货价（元）"), Some("costs"));
        assert_eq!(
            kind_of("商品ID,SKU ID,采购成本,快递费,包材费"),
            Some("costs")
        );
        assert_eq!(kind_of("款号,规格,现货库存,在途数量,库位"), Some("stock"));
        assert_eq!(kind_of("编码,数量"), Some("stock"));
    }

    #[test]
    fn tables_of_other_things_are_not_taken() {
        for header in [
            "商家编码,名称,数量,单价,金额",
            "采购单号,商品编码,数量,采购价",
            "商家编码,数量,快递单号,收件人",
            "订单编号,商家编码,成本价",
            "编号,姓名,数量",
            "名称,库存",
            "商品编码,商品名称,售价",
        ] {
            assert_eq!(kind_of(header), None, "{header}");
        }
    }
}
