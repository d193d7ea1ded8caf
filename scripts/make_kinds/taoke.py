"""淘宝联盟: settled commissions, disputes, days."""

from .fixture import Money, Rate, figures, fixture, headers


def order(n: int) -> str:
    """The number of an order, with the tab that these exports put behind it."""
    return f"{2_718_281_828_459_045_200 + 1000 * n}\t"


def settlements():
    header = headers(
        "确认收货时间,账户支出时间,淘客结算时间,创建时间,计划名称,商品id,商品名称,实际成交价格,成交商品数,佣金比例,佣金,服务费率,服务费金额,"
        "淘宝父订单编号,淘宝子订单编号,来源或淘客昵称,团长名称,是否预售未付尾款订单,备注"
    )
    rows = [
        {
            "确认收货时间": f"2026-06-0{n + 1} 08:00:00",
            "账户支出时间": f"2026-06-0{n + 1} 08:00:09",
            "淘客结算时间": f"2026-06-0{n + 1} 08:01:00",
            "创建时间": "2026-05-20 10:00:00",
            "计划名称": "营销计划" if n % 2 else "通用计划",
            "商品id": "680818274625\t",
            "商品名称": "浴巾,加厚",
            "实际成交价格": Money(9_900 + n, "yuan" if n == 1 else "plain"),
            "成交商品数": 1 + n,
            "佣金比例": Rate(550),
            "佣金": Money(545 + n),
            "服务费率": Rate(50),
            "服务费金额": Money(50),
            "淘宝父订单编号": order(n // 2),
            "淘宝子订单编号": order(10 + n),
            "来源或淘客昵称": "演示淘客",
            "团长名称": None,
            "是否预售未付尾款订单": "否",
        }
        for n in range(6)
    ]
    # One sub-order settled twice at once: a commission and its correction.
    rows[5] |= {h: rows[4][h] for h in ("淘客结算时间", "淘宝子订单编号", "计划名称", "佣金")}
    sums = {"commission_fen": "佣金", "service_fee_fen": "服务费金额", "paid_fen": "实际成交价格", "units": "成交商品数"}
    odd = {"确认收货时间": "'确认收货时间", "账户支出时间": " 账户支出时间 ", "淘宝子订单编号": '"淘宝子订单编号"', "佣金": "佣金\t"}
    days = ("2026-06-01", "2026-06-05")
    yield fixture(
        "taoke_settlements", "settled_gbk.csv", [odd.get(h, h) for h in header], [{odd.get(h, h): v for h, v in row.items()} for row in rows],
        name="结算明细.csv", days=days, sums={c: odd.get(h, h) for c, h in sums.items()}, encoding="gb18030", line_end="\r\n",
    )
    yield fixture(
        "taoke_settlements", "settled_ragged.csv", header, rows, name="a.csv", days=days, sums=sums, cut={1: 1, 3: 1}, issues=("short_row",),
    )


def disputes():
    header = headers("淘宝订单编号,淘宝子订单编号,商品名称,维权退款金额,应退回服务费,应退回佣金,维权状态,订单结算时间,维权创建时间,维权完成时间,备注")
    rows = [
        {
            "淘宝订单编号": order(n),
            "淘宝子订单编号": order(20 + n),
            "商品名称": "毛巾",
            "维权退款金额": Money(2_990 * (n + 1)),
            "应退回服务费": Money(15),
            "应退回佣金": Money(164 + n),
            "维权状态": "维权成功" if n else "维权处理中",
            "订单结算时间": "2026-06-01 08:00:00",
            "维权创建时间": f"2026-06-0{n + 3} 12:00:00",
            "维权完成时间": f"2026-06-0{n + 5} 12:00:00" if n else None,
        }
        for n in range(4)
    ]
    yield fixture(
        "taoke_disputes", "disputes.csv", header, rows, name="维权.csv", days=("2026-06-03", "2026-06-06"),
        sums={"refund_fen": "维权退款金额", "commission_back_fen": "应退回佣金", "service_fee_back_fen": "应退回服务费"},
    )


def daily():
    header = headers(
        "日期\t,数据内容,点击量(即进店量),点击人数(即进店人数),点击转化率(即付款转化率),付款人数,付款金额,付款笔数,付款件数,付款佣金支出,"
        "付款服务费支出,付款佣金率,付款支出费用,结算人数,结算笔数,结算金额,结算佣金支出,结算服务费支出,结算支出费用,确认收货人数,确认收货金额,"
        "确认收货笔数,单件商品付款支出费用"
    )
    rows = [figures(header, n) | {"日期\t": f"2026-06-0{n + 1}\t", "数据内容": "全部"} for n in range(5)]
    yield fixture(
        "taoke_daily", "days.csv", header, rows, name="CPS日报.csv", days=("2026-06-01", "2026-06-05"), encoding="utf-8-sig", line_end="\r\n",
        sums={"paid_fen": "付款金额", "pay_cost_fen": "付款支出费用", "settled_cost_fen": "结算支出费用", "clicks": "点击量(即进店量)"},
        below=(["合计", "全部", *["1"] * (len(header) - 2)],), issues=("footer_row",),
    )


def fixtures():
    yield from settlements()
    yield from disputes()
    yield from daily()
