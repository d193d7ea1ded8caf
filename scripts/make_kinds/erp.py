"""聚水潭 and 旺店通."""

from .fixture import Money, figures, fixture, headers

TODAY = ("2026-11-20", "2026-11-20")


def order(n: int) -> str:
    return str(2_718_281_828_459_045_200 + 1000 * n)


def jushuitan_orders():
    header = headers(
        "内部订单号,线上订单号,店铺名称,下单时间,应付金额,已付金额,状态,快递单号,订单类型,旗帜,平台站点,子订单编号,线上子订单编号,原始线上订单号,"
        "商品编码,商品名称,数量,商品单价,商品金额,原价,买家实付,收入运费,支出运费,成本价"
    )
    rows = [
        {
            "内部订单号": str(60_001 + n // 2), "线上订单号": order(n // 2), "店铺名称": "演示旗舰店", "下单时间": f"2026-08-0{n // 2 + 1} 20:00:00",
            "应付金额": Money(19_800), "已付金额": Money(19_800), "状态": "已取消" if n == 5 else "已发货", "快递单号": "SF0000000001",
            "订单类型": "普通订单", "旗帜": None, "平台站点": "天猫", "子订单编号": str(9_000 + n), "线上子订单编号": order(10 + n), "原始线上订单号": order(n // 2),
            "商品编码": f"YJ-0{n % 2}", "商品名称": "浴巾", "数量": 1 + n % 2, "商品单价": Money(9_900), "商品金额": Money(9_900 * (1 + n % 2)),
            "原价": Money(12_900), "买家实付": Money(9_800 + n), "收入运费": Money(0), "支出运费": Money(350), "成本价": Money(3_210),
        }
        for n in range(6)
    ]
    # A gift of the same article in the same sub-order.
    rows.append(rows[5] | {"商品金额": Money(0), "买家实付": Money(0), "数量": 1})
    sums = {"goods_fen": "商品金额", "paid_fen": "买家实付", "units": "数量"}
    days = ("2026-08-01", "2026-08-03")
    yield fixture(
        "jushuitan_orders", "orders_below_a_title.csv", header, rows, name="订单.csv", days=days, sums=sums,
        above=(["名称：聚水潭成本"],), encoding="utf-8-sig", line_end="\r\n",
    )
    yield fixture("jushuitan_orders", "orders_gbk.csv", header, rows, name="聚水潭.csv", days=days, sums=sums, encoding="gb18030")


def jushuitan_after_sales():
    header = headers("售后单号,内部订单号,店铺名称,线上订单号,状态,线上状态,货物状态,商品编码,线上子订单编号,申请数量")
    rows = [
        {"售后单号": str(70_001 + n), "内部订单号": str(60_001 + n), "店铺名称": "演示旗舰店", "线上订单号": order(n), "状态": "已确认",
         "线上状态": "退款成功", "货物状态": "卖家已收到货", "商品编码": "YJ-01", "线上子订单编号": order(10 + n), "申请数量": 1 + n}
        for n in range(4)
    ]
    yield fixture("jushuitan_after_sales", "after_sales.csv", header, rows, name="售后_20260810.csv", days=("2026-08-10", "2026-08-10"), sums={"units": "申请数量"})


def jushuitan_goods():
    header = headers(
        "图片,款式编码,商品编码,商品名称,商品简称,颜色及规格,颜色,规格,基本售价,其它属性1,其它属性2,其它属性3,成本价,采购价,市场|吊牌价,品牌,分类,"
        "虚拟分类,商品标签,国标码,供应商名称,重量,长,宽,高,体积,单位,商品状态,库存同步,备注,库容下限,库容上限,溢出数量,标准装箱数量,标准装箱体积,"
        "主仓位,其它价格1,其它价格2,其它价格3,修改时间,创建时间,创建人"
    )
    assert len(header) == 42
    rows = [
        {"款式编码": "YJ", "商品编码": f"YJ-0{n}", "商品名称": "浴巾", "商品简称": "浴巾", "颜色及规格": f"白色;{n}号", "基本售价": Money(9_900),
         "成本价": Money(3_210 + n), "采购价": Money(3_000), "市场|吊牌价": Money(129_900, "commas"), "品牌": "演示", "分类": "家纺",
         "供应商名称": "示例纺织", "国标码": f"690000000000{n}", "重量": "0.45", "商品状态": "启用", "修改时间": "2026-08-01 10:00:00", "创建时间": "2025-08-01 10:00:00"}
        for n in range(5)
    ]
    yield fixture("jushuitan_items", "items_42.csv", header, rows, name="商品资料.csv", days=TODAY, sums={"cost_fen": "成本价", "price_fen": "基本售价"}, encoding="utf-8-sig")
    stock = headers("图片,款式编码,商品编码,商品名称,颜色及规格,前7天<br/>销量,实际库存数,订单占有数,可用数,采购在途数,成本价")
    rows = [
        {"款式编码": "YJ", "商品编码": f"YJ-0{n}", "商品名称": "浴巾", "颜色及规格": "白色", "前7天<br/>销量": 3 * n, "实际库存数": 100 - 51 * n,
         "订单占有数": n, "可用数": 99 - 52 * n, "采购在途数": 0, "成本价": Money(3_210)}
        for n in range(4)
    ]
    yield fixture(
        "jushuitan_stock", "stock.csv", stock, rows, name="商品库存2026-08-10.csv", days=("2026-08-10", "2026-08-10"), encoding="gb18030",
        sums={"stock_units_milli": "实际库存数", "reserved_units_milli": "订单占有数", "sold_7_days": "前7天<br/>销量"},
        below=(["", "", "合计", *["1"] * 8],), issues=("footer_row",),
    )


def wangdiantong():
    header = headers(
        "订单编号,原始单号,子单原始单号,原始子订单号,出库单编号,店铺,仓库,客户网名,收件人,收货地区,收货地址,付款时间,下单时间,发货时间,物流公司,"
        "物流单号,货品编号,商家编码,货品名称,货品数量,货品成交价,货品成交总价,应收金额,订单类型,出库单状态"
    )
    rows = [
        {
            "订单编号": f"JY20260900{n // 2}", "原始单号": f"{order(0)},{order(1)}" if n < 2 else order(n), "子单原始单号": order(n), "原始子订单号": order(10 + n),
            "出库单编号": f"CK20260900{n // 2}", "店铺": "演示旗舰店", "仓库": "主仓", "客户网名": "t**1", "收件人": "王示例", "收货地区": "广东省 深圳市 南山区",
            "收货地址": "虚构大道1号", "付款时间": "2026-09-01 10:00:00", "下单时间": "2026-09-01 09:59:00", "发货时间": f"2026-09-0{n // 2 + 2} 18:00:00",
            "物流公司": "顺丰", "物流单号": "SF0000000001", "货品编号": "YJ", "商家编码": f"YJ-0{n}", "货品名称": "浴巾", "货品数量": f"{n + 1}.00",
            "货品成交价": Money(9_900), "货品成交总价": Money(9_900 * (n + 1), "commas"), "应收金额": Money(19_800), "订单类型": "网店销售", "出库单状态": "已完成",
        }
        for n in range(5)
    ]
    made = fixture(
        "wangdiantong_shipments", "shipped.csv", header, rows, name="出库明细.csv", days=("2026-09-02", "2026-09-04"), encoding="gb18030",
        line_end="\r\n", sums={"goods_fen": "货品成交总价"}, issues=("masked_buyer",),
    )
    # 货品数量 is written with two decimals.
    made.truth["sums"]["units"] = sum(range(1, 6))
    yield made
    stock = headers(
        "日期,商家编码,条码,货品编号,货品名称,货品简称,货品标签,规格名称,规格码,品牌,已质检库存,未发货订单总数,零售价,批发价,市场价,会员价,最低价,"
        "分类,库存,单品重量,残次品,单位,可发库存,可用库存,警戒库存下限,警戒库存上限,未付款量,预订单量,待审核量,待发货量,锁定量,待采购量,采购在途,"
        "采购到货量,待调拨量,实际库存,实际可发库存"
    )
    rows = [
        figures(stock, n) | {"日期": "任意时间", "商家编码": f"YJ-0{n}", "货品编号": "YJ", "货品名称": "浴巾", "规格名称": "白色", "品牌": "演示", "分类": "家纺", "条码": f"690{n}"}
        | {"零售价": Money(9_900), "可用库存": 12 - 7 * n}
        for n in range(4)
    ]
    yield fixture(
        "wangdiantong_stock", "stock_any_time.csv", stock, rows, name="库存管理_20260905.csv", days=("2026-09-05", "2026-09-05"), encoding="utf-8-sig",
        sums={"stock_units_milli": "实际库存", "available_units_milli": "可用库存", "unshipped_units_milli": "未发货订单总数"},
    )


def fixtures():
    yield from jushuitan_orders()
    yield from jushuitan_after_sales()
    yield from jushuitan_goods()
    yield from wangdiantong()
