//! Headers of the order list as exports of each time have them, trailing blanks included.

/// The headers of one form, joined by commas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Headers(pub(super) &'static [&'static str]);

impl Headers {
    /// One header after the other.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.iter().flat_map(|part| part.split(','))
    }

    /// Whether one of them, blanks trimmed, is this one.
    pub(super) fn has(self, name: &str) -> bool {
        self.iter().any(|h| h.trim() == name)
    }
}

const ID_TO_ALIPAY: &str = "订单编号,买家会员名,买家支付宝账号";
const GOODS_TO_STAGES: &str = "买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,\
    买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,\
    订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,\
    卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息";
const UPLOADS: &str = "特权订金订单id,是否上传合同照片,是否上传小票,是否代付";
const RANK_TO_O2O: &str =
    "定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易";
const RETAIL_TO_SETTLED: &str = "新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,\
    新零售发货门店id,退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包";

/// 2013 to 2016: 40 columns.
pub(super) const V2013: Headers = Headers(&[ID_TO_ALIPAY, GOODS_TO_STAGES, RANK_TO_O2O]);
/// 2017: 44 columns.
pub(super) const V2017: Headers = Headers(&[ID_TO_ALIPAY, GOODS_TO_STAGES, UPLOADS, RANK_TO_O2O]);
/// 2018: 54 columns, the first with refunds.
pub(super) const V2018: Headers = Headers(&[
    ID_TO_ALIPAY,
    GOODS_TO_STAGES,
    UPLOADS,
    RANK_TO_O2O,
    RETAIL_TO_SETTLED,
]);
/// 2019: 56 columns.
pub(super) const V2019: Headers = Headers(&[
    ID_TO_ALIPAY,
    "支付单号,支付详情",
    GOODS_TO_STAGES,
    UPLOADS,
    RANK_TO_O2O,
    RETAIL_TO_SETTLED,
]);
/// 2022: 71 columns, no more trailing blanks.
pub(super) const V2022: Headers = Headers(&[
    "订单编号,买家会员名,买家会员昵称,支付单号,支付详情,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,\
    买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,\
    虚拟号过期时间,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,\
    店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息",
    UPLOADS,
    RANK_TO_O2O,
    RETAIL_TO_SETTLED,
    "是否信用购,体验期结束时间,前N有礼,配送类型,直播返现状态,返现金额,延迟发货自动赔付金额,新零售成交门店昵称,\
    新零售成交门店id,新零售成交经销商id,预售订单,发货时间,商家备忘,主订单编号",
]);
/// Since 2024 the operator ticks the columns: here nearly all, the address in parts.
pub(super) const CHOSEN_MANY: Headers = Headers(&[
    "订单编号,买家会员名,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单状态,买家留言,\
    收货人姓名,收货省份,收货市,收货区,收货街道,收货详细地址,联系手机,订单创建时间,订单付款时间,商品标题,\
    宝贝种类,物流单号,物流公司,商家备注,宝贝总数量,店铺名称,订单关闭原因,是否手机订单,退款金额,是否主动赔付,\
    主动赔付金额,商品属性SKU,分阶段订单信息,发货时间,确认收货时间,确认收货打款金额,商家编码",
]);
/// Since 2024: few columns, in another order.
pub(super) const CHOSEN_FEW: Headers = Headers(&[
    "订单编号,支付单号,支付详情,订单状态,买家会员名,收货人姓名,收货地址,总金额,买家实付金额,退款金额,\
    订单创建时间,订单付款时间,商品标题,宝贝总数量,确认收货打款金额,店铺名称",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_have_the_columns_that_real_ones_have() {
        let columns = |h: Headers| h.iter().count();
        assert_eq!(
            [V2013, V2017, V2018, V2019, V2022].map(columns),
            [40, 44, 54, 56, 71]
        );
        let blanks = V2013.iter().filter(|h| h.ends_with(' ')).count();
        assert_eq!(blanks, 6);
        assert!(V2013.iter().all(|h| !h.starts_with(' ')));
    }
}
