"""Bills of 千牛 and 支付宝."""

from .fixture import Money, fixture, headers


def qianniu():
    movements = [
        ("2026-07-01", "交易收款", Money(12_800), Money(0), "2026070122001400000000000001"),
        ("2026-07-01", "基础软件服务费", Money(0), Money(-77), "2026070122001400000000000001"),
        ("2026-07-02", "交易收款", Money(123_456, "commas"), Money(0), "2026070122001400000000000002"),
        ("2026-07-02", "淘宝客佣金", Money(0), Money(-640), "2026070122001400000000000002"),
        # Twice the same, and two movements.
        ("2026-07-03", "运费险", Money(0), Money(-35), "2026070122001400000000000003"),
        ("2026-07-03", "运费险", Money(0), Money(-35), "2026070122001400000000000003"),
    ]
    first = headers("商家昵称,入帐日期,入帐时间,支付流水号,主订单id,子订单id,入帐类型,收入金额(元),支出金额(元),业务描述,备注,收/付渠道,数据创建时间,数据修改时间")
    rows = [
        {
            "商家昵称": "演示旗舰店", "入帐日期": day, "入帐时间": f"{day} 10:00:00", "支付流水号": flow + "\t", "主订单id": f"{order}\t",
            "子订单id": f"{order + 1}\t", "入帐类型": kind, "收入金额(元)": got, "支出金额(元)": paid, "业务描述": "货款", "备注": "王示例",
            "收/付渠道": "支付宝", "数据创建时间": f"{day} 11:00:00", "数据修改时间": f"{day} 11:00:00",
        }
        for order, (day, kind, got, paid, flow) in enumerate(movements, 2_718_281_828_459_045)
    ]
    for n in (4, 5):
        rows[n]["主订单id"] = rows[n]["子订单id"] = ""
    days = ("2026-07-01", "2026-07-03")
    yield fixture(
        "qianniu_bills", "first_form.csv", first, rows, name="账单.csv", days=days, encoding="gb18030", line_end="\r\n",
        sums={"income_fen": "收入金额(元)", "expense_fen": "支出金额(元)"}, below=(["合计：", *[""] * 6, "1.00", "1.00", *[""] * 5],), issues=("footer_row",),
    )
    second = headers("入账时间,支付流水号,淘宝订单编号,入账类型,收入金额（元）,支出金额,业务描述,备注")
    rows = [
        {"入账时间": f"{day} 10:00:00", "支付流水号": flow, "淘宝订单编号": "", "入账类型": kind, "收入金额（元）": got, "支出金额": paid, "业务描述": "货款"}
        for day, kind, got, paid, flow in movements
    ]
    yield fixture(
        "qianniu_bills", "second_form.csv", second, rows, name="a.csv", days=days, encoding="utf-8-sig",
        sums={"income_fen": "收入金额（元）", "expense_fen": "支出金额"},
    )


def alipay():
    header = headers("入账时间,支付宝流水号,账务类型,收入（+元）,支出（-元）,账户余额（元）,业务基础订单号,商户订单号")
    rows = [
        {
            "入账时间": f"2026-07-0{n + 1} 09:00:00", "支付宝流水号": f"{40_000_000_000_001 + n}\t", "账务类型": "在线支付" if n % 2 == 0 else "收费",
            "收入（+元）": Money(5_000 + n) if n % 2 == 0 else "", "支出（-元）": Money(-30 - n) if n % 2 else "", "账户余额（元）": Money(1_000_000, "commas"),
            "业务基础订单号": f"T200P{2_718_281_828_459_045_200 + n}\t", "商户订单号": f"T200P{2_718_281_828_459_045_200 + n}\t",
        }
        for n in range(5)
    ]
    sums = {"income_fen": "收入（+元）", "expense_fen": "支出（-元）"}
    above = (["#支付宝账务明细查询"], ["#账号：[demo@example.invalid]", "起始日期：[2026年07月01日 00:00:00]   终止日期：[2026年08月01日 00:00:00]"])
    made = fixture(
        "alipay_bills", "movements_gbk.csv", header, rows, name="支付宝账务明细.csv", days=("2026-07-01", "2026-07-05"), encoding="gb18030",
        line_end="\r\n", sums={}, above=above, below=(["#导出时间：[2026年08月02日 10:00:00]", *[""] * 7],), issues=("footer_row",),
    )
    made.truth["sums"] = {c: sum(r[h].fen for r in rows if r[h] != "") for c, h in sums.items()}
    yield made


def fixtures():
    yield from qianniu()
    yield from alipay()
