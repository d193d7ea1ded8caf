// Order exports in the forms of the back office, with made-up people in them.

export const HEADER =
  "订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,买家留言,收货人姓名,收货地址 ,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,订单备注,宝贝总数量,店铺名称,退款金额";

/** What must never be stored. */
export const SECRETS = [
  "虚构小红",
  "虚构小明",
  "不存在女士",
  "不存在先生",
  "13900000001",
  "13900000002",
  "编造路",
  "臆想街道",
  "假想账号",
  "请放门口",
  "老客户送赠品",
];

/** Two orders of one day: one paid with a partial refund, one awaiting payment. */
export const MONDAY = [
  `="819000000000000001",虚构小红,假想账号@example.com,"1,200.00",1000.00,交易成功,请放门口,不存在女士,广东省 深圳市 南山区 臆想街道编造路1号,,'13900000001,2026-11-16 10:00:00,2026-11-16 10:04:00,"羊毛围巾,驼色",老客户送赠品,2,青禾旗舰店,200.00元`,
  `="819000000000000002",虚构小明,假想账号@example.com,80.00,0.00,等待买家付款,,不存在先生,上海 上海市 徐汇区 臆想街道编造路2号,,'13900000002,2026-11-16 21:30:00,,蜡烛,"多行\n备注",1,青禾旗舰店,无退款申请`,
];

/** The same export a day later: the second order is paid, and there is a new one. */
export const TUESDAY = [
  MONDAY[0],
  MONDAY[1].replace("0.00,等待买家付款", "80.00,买家已付款，等待卖家发货").replace("21:30:00,,", "21:30:00,2026-11-17 08:00:00,"),
  `="819000000000000003",虚构小红,假想账号@example.com,50.00,50.00,"买家已付款,等待卖家发货",,不存在女士,广东省 深圳市 南山区 臆想街道编造路1号,,'13900000001,2026-11-17 09:00:00,2026-11-17 09:01:00,蜡烛,,1,青禾旗舰店,0`,
];

/** The text of an export. */
export const orderCsv = (rows) => [HEADER, ...rows, ""].join("\r\n");

/** A file for setInputFiles. */
export const file = (name, buffer) => ({ name, mimeType: "text/csv", buffer: Buffer.from(buffer) });
