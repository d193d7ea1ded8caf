"""Tables that operators keep themselves."""

from .fixture import Decimal, Money, fixture

TODAY = ("2026-11-20", "2026-11-20")


def costs():
    for file, code, cost, more in [
        ("codes.csv", "商家编码", "成本价", ["名称", "运费", "包装"]),
        ("goods_numbers.csv", "货号", "进价", []),
        ("skus.csv", "SKU", "采购价（元）", ["商品名称"]),
        ("item_codes.csv", "商品编码", "单件成本", ["规格", "快递费", "包材费"]),
        ("item_ids.csv", "商品ID", "成本价", ["商品名称"]),
    ]:
        text = {"名称": "浴巾", "商品名称": "浴巾", "规格": "白色"}
        rows = [
            {code: f"68081827462{n}" if code == "商品ID" else f"YJ-0{n}", cost: Money(3_210 + 7 * n, "yuan" if n == 1 else "plain")}
            | {h: text.get(h) or Money(350) for h in more}
            for n in range(4)
        ]
        yield fixture(
            "costs", file, [code, cost, *more], rows, name="成本.csv", days=TODAY, sums={"cost_fen": cost},
            encoding="gb18030" if file == "skus.csv" else "utf-8-sig",
        )


    rows = [{"商品ID": "680818274625", "SKU ID": f"5{n}00000000001\t", "成本": Money(3_210 + n), "生效日期": f"2026/9/{n + 1}"} for n in range(4)]
    yield fixture(
        "costs", "from_a_day_on.csv", ["商品ID", "SKU ID", "成本", "生效日期"], rows, name="a.csv", days=("2026-09-01", "2026-09-04"), sums={"cost_fen": "成本"},
    )


def stock():
    for file, code, count, more in [
        ("codes.csv", "编码", "库存", []),
        ("by_warehouse.csv", "商家编码", "可用库存", ["在途", "仓库", "日期"]),
        ("counted.csv", "货号", "数量", ["品名"]),
    ]:
        rows = [
            {code: f"YJ-0{n // 2}" if "仓库" in more else f"YJ-0{n}", count: Decimal(12_500) if n == 3 else 40 - 13 * n, "在途": 5,
             "仓库": ["主仓", "备仓"][n % 2], "日期": "2026-09-05", "品名": "浴巾"}
            for n in range(4)
        ]
        yield fixture(
            "stock", file, [code, count, *more], rows, name="库存表.csv", days=("2026-09-05", "2026-09-05") if "日期" in more else TODAY,
            sums={"stock_units_milli": count}, below=(["合计", "99", *[""] * len(more)],), issues=("footer_row",),
            encoding="gb18030" if file == "counted.csv" else "utf-8",
        )


def fixtures():
    yield from costs()
    yield from stock()
