#!/usr/bin/env python3
"""Makes tests/fixtures/orders/: small hand-made order exports, one case each, and expected.json beside them.

    python3 scripts/make-fixtures.py          write the files
    python3 scripts/make-fixtures.py --check  say whether the files in the repository are what this script makes

Every order is stated twice here: as the truth (an Order) and as the text that some export makes of it. expected.json is
added up from the truth alone, by nothing but the Python standard library, so it knows nothing of how the product reads
files. All people, phones, streets and orders are invented.

expected.json, per file:

    encoding      utf-8, utf-8-bom, gb18030, utf-16le
    delimiter     between the cells
    header_row    line of the header, from 1
    rows          records below the header: neither blank lines nor total rows; rows that cannot be used are counted
    accepted      rows that can be used
    orders        different orders among them
    paid_orders   orders with a payment time
    ordered_fen   sum of the total, in fen; amounts that are missing or unreadable count 0
    paid_fen      sum of the paid column as exported (net of refunds where `netted`)
    paid_gross_fen  sum of what was paid before refunds
    refund_fen    sum of the refunds
    netted        whether the paid column has refunds taken off; null where no row tells
    issues        kinds of issue that must be reported (others may be)
    records       the accepted rows in file order, with the columns that the file has; null is a missing value

`merged` says what two files make together, whichever is read first.
"""

import json
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "orders"

AWAITING, PAID, SHIPPED, COMPLETED, CLOSED, UNKNOWN = "awaiting_payment", "paid", "shipped", "completed", "closed", "unknown"
STATUS_TEXT = {
    AWAITING: "等待买家付款",
    PAID: "买家已付款，等待卖家发货",
    SHIPPED: "卖家已发货，等待买家确认",
    COMPLETED: "交易成功",
    CLOSED: "交易关闭",
}


@dataclass(frozen=True)
class Order:
    """The truth about an order. Money in fen, None where the file does not say."""

    id: str | None
    total: int | None
    refund: int | None = 0
    created: str | None = None
    paid_at: str | None = None
    status: str = COMPLETED
    province: str = "广东省"
    city: str | None = "深圳市"
    title: str = "纯棉毛巾"
    units: int = 1
    buyer: str = "演示买家01"
    name: str = "王示例"
    phone: str = "19900000001"
    street: str = "虚构大道1号1幢101室"
    message: str = ""
    note: str = ""
    #: What the paid column shows in a file without refunds, where it is not the whole payment any more.
    left: int | None = None
    #: Column text that differs from what `cells` makes of the truth: column name -> text as it stands in the file.
    written: dict = field(default_factory=dict, hash=False)

    @property
    def gross(self) -> int:
        """What was paid, before the refunds that the file knows of."""
        if self.left is not None:
            return self.left
        return (self.total or 0) if self.paid_at else 0


def yuan(fen: int | None) -> str:
    return "" if fen is None else f"{fen // 100}.{fen % 100:02d}"


def cells(order: Order, netted: bool = True) -> dict:
    """What a plain export writes for an order, by column (headers trimmed)."""
    paid = order.gross - (order.refund or 0 if netted else 0)
    address = f"{order.province} {order.city or ''} 示例区 示例街道 {order.street}"
    texts = {
        "订单编号": order.id or "",
        "买家会员名": order.buyer,
        "买家支付宝账号": "demo@example.com",
        "支付单号": "2026041722001100000000000001" if order.paid_at else "",
        "支付详情": "支付方式：支付宝|" if order.paid_at else "",
        "买家应付货款": yuan(order.total),
        "买家应付邮费": "0.00",
        "买家支付积分": "0",
        "总金额": yuan(order.total),
        "返点积分": "0",
        "买家实际支付金额": yuan(paid),
        "买家实付金额": yuan(paid),
        "买家实际支付积分": "0",
        "订单状态": STATUS_TEXT.get(order.status, ""),
        "买家留言": order.message,
        "收货人姓名": order.name,
        "收货地址": address,
        "收货省份": order.province,
        "收货市": order.city or "",
        "收货区": "示例区",
        "收货详细地址": order.street,
        "运送方式": "快递",
        "联系电话": "'" + order.phone,
        "联系手机": "'" + order.phone,
        "订单创建时间": order.created or "",
        "订单付款时间": order.paid_at or "",
        "宝贝标题": order.title,
        "商品标题": order.title,
        "宝贝种类": "1",
        "物流单号": "No:YT0000000000001" if order.status in (SHIPPED, COMPLETED) else "",
        "物流公司": "圆通速递" if order.status in (SHIPPED, COMPLETED) else "",
        "订单备注": order.note,
        "宝贝总数量": str(order.units),
        "店铺Id": "0",
        "店铺名称": "青禾家居旗舰店",
        "订单关闭原因": "退款" if order.status == CLOSED and order.paid_at else "订单未关闭",
        "卖家服务费": "0元",
        "买家服务费": "0元",
        "是否手机订单": "手机订单",
        "退款金额": yuan(order.refund),
        "是否O2O交易": "",
    }
    texts.update(order.written)
    return texts


class Raw(str):
    """A cell that stands in the file as it is, without the quotes that CSV would want."""


def quoted(text: str, delimiter: str) -> str:
    if not isinstance(text, Raw) and any(c in text for c in (delimiter, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


FILES: dict[str, bytes] = {}
EXPECTED: dict[str, dict] = {}


def expectation(header, orders, netted, *, encoding, delimiter, header_row, rows, issues, keyless) -> dict:
    """Adds up the truth. `keyless`: rows whose id is lost are orders of their own."""
    names = [h.strip() for h in header]
    ids = [o.id for o in orders]
    known = [i for i in ids if i is not None]
    assert len(set(known)) == len(known) or not keyless
    has = lambda *of: any(o in names for o in of)
    has_refund, has_paid = has("退款金额"), has("买家实际支付金额", "买家实付金额")
    exported = lambda o: o.gross - (o.refund or 0 if netted and has_refund else 0)
    records = []
    for o in orders:
        record = {"order_id": o.id}
        if has("订单创建时间"):
            record["created_at"] = o.created
        if has("订单付款时间"):
            record["paid_at"] = o.paid_at
        if has("总金额"):
            record["ordered_fen"] = o.total
        if has_paid:
            record["paid_fen"] = None if o.total is None else exported(o)
            record["paid_gross_fen"] = None if o.total is None else o.gross
        if has_refund:
            record["refund_fen"] = o.refund
        if has("订单状态"):
            record["status"] = o.status
        if has("收货地址", "收货省份"):
            record["province"], record["city"] = o.province, o.city
        if has("宝贝标题", "商品标题"):
            record["title"] = o.title
        if has("宝贝总数量"):
            record["units"] = o.units
        records.append(record)
    return {
        "encoding": encoding,
        "delimiter": delimiter,
        "header_row": header_row,
        "rows": rows,
        "accepted": len(orders),
        "orders": len(set(known)) + ids.count(None),
        "paid_orders": sum(1 for o in orders if o.paid_at),
        "ordered_fen": sum(o.total or 0 for o in orders),
        "paid_fen": sum(exported(o) for o in orders) if has_paid else 0,
        "paid_gross_fen": sum(o.gross for o in orders) if has_paid else 0,
        "refund_fen": sum(o.refund or 0 for o in orders) if has_refund else 0,
        "netted": netted if has_refund and any(o.refund for o in orders) else None,
        "issues": issues,
        "records": records,
    }


def make(
    name,
    header,
    orders,
    *,
    encoding="utf-8",
    delimiter=",",
    netted=True,
    above=(),
    below=(),
    extra_lines=(),
    unusable=0,
    issues=(),
    newline="\r\n",
    ends=True,
    patch=None,
):
    """One file: `orders` as rows, between the lines `above` and `below`.

    extra_lines: (index, line) pairs put in before the row with that index; `unusable` of all lines are rows that cannot
    be used. `patch` is the last word on the bytes.
    """
    lines = list(above) + [delimiter.join(quoted(h, delimiter) for h in header)]
    body = []
    for order in orders:
        texts = cells(order, netted)
        if "whole line" in order.written:
            body.append(order.written["whole line"])
        else:
            body.append(delimiter.join(quoted(texts.get(h.strip(), ""), delimiter) for h in header))
    for index, line in sorted(extra_lines, reverse=True):
        body.insert(index, line)
    text = newline.join(lines + body + list(below)) + (newline if ends else "")
    codec = {"utf-8": "utf-8", "utf-8-bom": "utf-8-sig", "gb18030": "gb18030", "utf-16le": "utf-16-le"}[encoding]
    data = (b"\xff\xfe" if encoding == "utf-16le" else b"") + text.encode(codec)
    FILES[name] = patch(data) if patch else data
    EXPECTED[name] = expectation(
        header,
        orders,
        netted,
        encoding=encoding,
        delimiter=delimiter,
        header_row=len(above) + 1,
        rows=len(orders) + unusable,
        issues=sorted(issues),
        keyless=True,
    )


V2013 = (
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,"
    "订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,"
    "物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,定金排名,"
    "修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易"
).split(",")
SELECTABLE = (
    "订单编号,买家会员名,支付单号,支付详情,买家应付货款,买家应付邮费,总金额,买家实付金额,订单状态,买家留言,收货人姓名,收货省份,"
    "收货市,收货区,收货详细地址,联系手机,订单创建时间,订单付款时间,商品标题,宝贝总数量,店铺名称,退款金额"
).split(",")
SEVEN = "订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额".split(",")
SHORT = "订单编号,总金额,买家实际支付金额,退款金额,订单状态,收货地址,订单创建时间,订单付款时间,宝贝标题".split(",")


def oid(n: int) -> str:
    """A made-up order id of 19 digits."""
    return f"12345678901234{n:05d}"


def some_orders() -> list[Order]:
    """Orders in every state, for the files whose case is their form."""
    return [
        Order(oid(1), 17880, 0, "2026-04-01 00:14:15", "2026-04-01 00:14:31", COMPLETED, "内蒙古自治区", "呼和浩特市", "四件套,纯棉"),
        Order(oid(2), 2100, 0, "2026-04-02 21:05:00", None, AWAITING, "上海", "上海市", '浴巾 "加大"', 2),
        Order(oid(3), 123456, 123456, "2026-04-03 23:59:54", "2026-04-04 00:00:02", CLOSED, "广西壮族自治区", "南宁市", "鹅绒被"),
        Order(oid(4), 9900, 3000, "2026-04-05 10:00:00", "2026-04-05 10:07:44", COMPLETED, "浙江省", "杭州市", "台灯；暖光"),
        Order(oid(5), 4590, 0, "2026-04-06 12:30:00", "2026-04-06 13:00:01", SHIPPED, "西藏自治区", "拉萨市", "荞麦枕"),
        Order(oid(6), 990, 0, "2026-04-07 09:00:00", "2026-04-07 09:00:20", PAID, "重庆", "重庆市", "压缩袋", 3),
    ]


def forms() -> None:
    def old(order: Order) -> Order:
        return replace(order, refund=0, left=order.gross - order.refund, written={"订单编号": Raw(f'="{order.id}"'), "支付单号": ""})

    # V2013 has no refund column: a refunded order shows only what is left of the payment.
    make("gbk_v2013_40_columns.csv", V2013, [old(o) for o in some_orders()], encoding="gb18030", issues=["missing_column"])
    make("utf8_bom_v2024_selectable.csv", SELECTABLE, some_orders(), encoding="utf-8-bom", issues=["netted_refunds"])
    make("utf16le_tab.csv", SELECTABLE, some_orders(), encoding="utf-16le", delimiter="\t", issues=["netted_refunds"])
    make("semicolon_utf8.csv", SELECTABLE, some_orders(), delimiter=";", issues=["netted_refunds"])
    header = "订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额".split(",")
    short_money = lambda fen: f"{fen / 100}"
    orders = []
    for n, order in enumerate(some_orders(), 1):
        paid = order.gross - order.refund
        written = {
            "总金额": short_money(order.total),
            "买家实际支付金额": short_money(paid),
            "退款金额": short_money(order.refund),
            "收货地址": order.province,
        }
        orders.append(replace(order, id=str(n), city=None, written=written))
    make("seven_columns_trailing_blanks.csv", header, orders, issues=["netted_refunds", "missing_column"])
    make("header_only.csv", SELECTABLE, [], encoding="utf-8-bom", issues=["no_rows"])
    FILES["empty.csv"] = b""
    EXPECTED["empty.csv"] = {
        "encoding": "", "delimiter": "", "header_row": 0, "rows": 0, "accepted": 0, "orders": 0, "paid_orders": 0,
        "ordered_fen": 0, "paid_fen": 0, "paid_gross_fen": 0, "refund_fen": 0, "netted": None, "issues": ["empty_file"],
        "records": [],
    }  # fmt: skip


def guards() -> None:
    header = "订单编号\t,买家会员名,总金额,买家实际支付金额 \t,退款金额,订单状态\t,买家留言,收货人姓名,收货地址 ,联系电话 ,联系手机\t,订单创建时间\t,订单付款时间 ,宝贝标题 ,订单备注,宝贝总数量".split(",")
    at = lambda n: {"created": f"2026-04-{n:02d} 08:00:00", "paid_at": f"2026-04-{n:02d} 08:00:09"}
    orders = [
        Order(oid(11), 1000, **at(1), written={"订单编号": Raw(f'="{oid(11)}"')}),
        Order(oid(12), 2000, **at(2), written={"订单编号": f'="{oid(12)}"', "总金额": Raw('="20.00"')}),
        Order(oid(13), 3000, **at(3), written={"订单编号": f"'{oid(13)}", "买家实际支付金额": "'30.00"}),
        Order(oid(14), 4000, **at(4), written={"订单编号": oid(14) + "\t", "订单状态": "交易成功\t", "订单创建时间": "2026-04-04 08:00:00\t"}),
        Order(oid(15), 5000, **at(5), message="请发顺丰,不要\"韵达\"", written={"订单编号": Raw(f'"{oid(15)}\t"')}),
        Order(oid(16), 6000, **at(6), message="第一行\n第二行,还有\r\n第三行", note="'19900000002 已改地址"),
        Order(oid(17), 7000, **at(7), title='8"花瓶', written={"宝贝标题": Raw('8"花瓶')}),
        Order(oid(18), 8000, **at(8), title='小青禾"吸管杯",两只', note='""'),
        Order(oid(19), 9000, **at(9), title="带,逗号;分号 和 空格", written={"宝贝标题": "  带,逗号;分号 和 空格 ", "宝贝总数量": " 1 "}),
    ]
    make("guards_and_quotes.csv", header, orders)


def dates() -> None:
    header = "订单编号,总金额,买家实际支付金额,订单创建时间,订单付款时间,宝贝标题".split(",")
    forms = [
        # written as created / paid, and what they mean
        ("2020-02-21 00:00:00", "2020-02-21 00:00:02", "2020-02-21 00:00:00", "2020-02-21 00:00:02"),
        ("2020/2/21 0:00", "2020/2/21 0:05", "2020-02-21 00:00:00", "2020-02-21 00:05:00"),
        ("2020/02/21 09:08:07", "2020/2/21 19:08:07", "2020-02-21 09:08:07", "2020-02-21 19:08:07"),
        ("2026年4月17日 12:03:04", "2026年04月17日 12:03", "2026-04-17 12:03:04", "2026-04-17 12:03:00"),
        ("2026年4月17日", "2026-04-17", "2026-04-17 00:00:00", "2026-04-17 00:00:00"),
        ("20260417", "20260417 123456", "2026-04-17 00:00:00", "2026-04-17 12:34:56"),
        # Excel serials, 1900 system: 43882 is 2020-02-21. The fraction of 22:00:00 does not end.
        ("43882", "43882.5", "2020-02-21 00:00:00", "2020-02-21 12:00:00"),
        ("43882.9166666667", "43882.99998842593", "2020-02-21 22:00:00", "2020-02-21 23:59:59"),
        ("2020-02-29 23:59:59", "2020-03-01 00:00:01", "2020-02-29 23:59:59", "2020-03-01 00:00:01"),
        ("2020-02-21T21:30:15", "", "2020-02-21 21:30:15", None),
        # a day that the calendar does not have: the row stays, by its payment
        ("2021-02-29 10:00:00", "2021-03-01 10:00:00", None, "2021-03-01 10:00:00"),
    ]
    orders = [
        Order(oid(20 + n), 100 * (n + 1), created=created, paid_at=paid, written={"订单创建时间": c, "订单付款时间": p})
        for n, (c, p, created, paid) in enumerate(forms)
    ]
    # neither time: the row belongs to no day
    lost = f"{oid(99)},1.00,0.00,昨天,,纯棉毛巾"
    make("dates_every_form.csv", header, orders, extra_lines=[(11, lost)], unusable=1, issues=["bad_time", "no_time", "missing_column"])


def money() -> None:
    at = {"created": "2026-04-17 10:00:00", "paid_at": "2026-04-17 10:01:00"}
    forms = [
        # total, paid (gross here: the case is the form), refund as written; total, refund in fen
        ("1,234.56", "1,234.56", "无退款申请", 123456, None),
        ("12.5元", "12.50元", "-", 1250, None),
        ("¥3.00", "¥3", "--", 300, None),
        ("￥4.50", "4.5", "", 450, None),
        ("1,234,567.89元", "1234567.89", "0", 123456789, 0),
        ("1000", "1,000", "0.00", 100000, 0),
        (" 12.30 ", "12.3\t", "0元", 1230, 0),
        ("'8.80", "8.8", "0.0", 880, 0),
        ("178.79999999999998", "178.8", "¥0.00", 17880, 0),
        # the last one was refunded, so that the file tells that its paid column is gross
        ("1,000.00", "1,000.00", "1,000.00", 100000, 100000),
    ]
    header = "订单编号,总金额,买家实际支付金额,退款金额,订单创建时间,订单付款时间".split(",")
    orders = [
        Order(oid(40 + n), fen, refund, **at, written={"总金额": total, "买家实际支付金额": paid, "退款金额": back})
        for n, (total, paid, back, fen, refund) in enumerate(forms)
    ]
    # an unpaid order whose total is not a number
    bad = Order(oid(60), None, 0, "2026-04-17 11:00:00", None, written={"总金额": "面议", "买家实际支付金额": ""})
    make("money_every_form.csv", header, orders + [bad], netted=False, issues=["bad_money", "missing_column"])


def statuses() -> None:
    texts = [
        ("等待买家付款", AWAITING),
        ("买家已付款，等待卖家发货", PAID),
        ("买家已付款,等待卖家发货", PAID),
        ("卖家已发货，等待买家确认", SHIPPED),
        ("卖家已发货,等待买家确认", SHIPPED),
        (" 交易成功 ", COMPLETED),
        ("交易关闭", CLOSED),
        ("已收货", COMPLETED),
        ("已取消", CLOSED),
        ("月亮上的状态", UNKNOWN),
        ("", UNKNOWN),
    ]
    orders = []
    for n, (text, status) in enumerate(texts):
        paid_at = None if status in (AWAITING, CLOSED) else "2026-04-17 09:00:30"
        orders.append(Order(oid(70 + n), 1000, 0, "2026-04-17 09:00:00", paid_at, status, written={"订单状态": text}))
    make("statuses_full_and_half_width.csv", SHORT, orders, encoding="gb18030", issues=["bad_status"])


def preamble() -> None:
    orders = [replace(o, id=oid(100 + n)) for n, o in enumerate(some_orders())]
    total = sum(o.total for o in orders)
    left = sum(o.gross - o.refund for o in orders)
    back = sum(o.refund for o in orders)
    make(
        "title_rows_and_footer.csv",
        SHORT,
        orders,
        encoding="utf-8-bom",
        above=["店铺名称：青禾家居旗舰店,,,,,,,,", "统计时间：2026-04-01 ~ 2026-04-07,,,,,,,,", "", "说明：金额单位为元"],
        below=["", f"合计,{yuan(total)},{yuan(left)},{yuan(back)},,,,,"],
        issues=["footer_row", "netted_refunds"],
    )


def ids() -> None:
    at = lambda n: {"created": f"2026-04-17 1{n}:00:00", "paid_at": f"2026-04-17 1{n}:00:30"}
    orders = [
        Order(None, 1000, **at(0), written={"订单编号": "1.23E+18"}),
        Order(None, 2000, **at(1), written={"订单编号": "1.23E+18"}),
        Order(None, 3000, **at(2), written={"订单编号": "1.23457E+18"}),
        Order(oid(110), 4000, **at(3)),
        Order(None, 5000, **at(4), written={"订单编号": ""}),
    ]
    make("excel_damaged_ids.csv", SHORT, orders, issues=["damaged_id", "missing_id"])


def ragged() -> None:
    header = "订单编号,宝贝标题,总金额,买家实际支付金额,退款金额,订单创建时间,订单付款时间,订单备注".split(",")
    line = lambda n, *rest: ",".join([oid(120 + n), *rest])
    orders = [
        Order(oid(120), 1000, created="2026-04-17 10:00:00", paid_at="2026-04-17 10:00:05"),
        # the remark is missing
        Order(oid(121), 2000, created="2026-04-17 11:00:00", paid_at="2026-04-17 11:00:05",
              written={"whole line": line(1, "纯棉毛巾", "20.00", "20.00", "0.00", "2026-04-17 11:00:00", "2026-04-17 11:00:05")}),
        # everything after the creation is missing
        Order(oid(122), 3000, created="2026-04-17 12:00:00", status=AWAITING,
              written={"whole line": line(2, "纯棉毛巾", "30.00", "0.00", "0.00", "2026-04-17 12:00:00")}),
        # more delimiters than columns, but nothing behind them
        Order(oid(124), 5000, created="2026-04-17 14:00:00", paid_at="2026-04-17 14:00:05",
              written={"whole line": line(4, "纯棉毛巾", "50.00", "50.00", "0.00", "2026-04-17 14:00:00", "2026-04-17 14:00:05", "", "", "")}),
        Order(oid(125), 6000, created="2026-04-17 15:00:00", paid_at="2026-04-17 15:00:05"),
    ]  # fmt: skip
    # a comma in a title without quotes: the cells no longer stand under their headers
    broken = line(3, "四件套,纯棉", "40.00", "40.00", "0.00", "2026-04-17 13:00:00", "2026-04-17 13:00:05", "")
    make("ragged_rows.csv", header, orders, extra_lines=[(3, broken), (4, "")], unusable=1, issues=["ragged_row", "short_row"])


def refunds() -> None:
    truth = [
        Order(oid(130), 10000, 0, "2026-04-10 10:00:00", "2026-04-10 10:00:30"),
        Order(oid(131), 20000, 20000, "2026-04-11 10:00:00", "2026-04-11 10:00:30", CLOSED),
        Order(oid(132), 30000, 4550, "2026-04-12 10:00:00", "2026-04-12 10:00:30"),
        Order(oid(133), 1999, 1999, "2026-04-13 10:00:00", "2026-04-13 10:00:30", CLOSED),
        Order(oid(134), 5000, 0, "2026-04-14 10:00:00", None, AWAITING),
        Order(oid(135), 8000, 1, "2026-04-15 10:00:00", "2026-04-15 10:00:30"),
    ]
    make("netted_refunds.csv", SHORT, truth, issues=["netted_refunds"])
    make("gross_refunds.csv", SHORT, truth, netted=False)


def truncated() -> None:
    orders = [replace(o, id=oid(140 + n)) for n, o in enumerate(some_orders()[:4])]
    # the download ended in the middle of a time: read as it stands it would be another day
    cut = f"{oid(145)},45.90,45.90,0.00,交易成功,广东省 深圳市 示例区,2026-04-1"
    make("truncated_last_row.csv", SHORT, orders, below=[cut], ends=False, unusable=1, issues=["truncated_file", "netted_refunds"])


def overlap() -> None:
    waiting = Order(oid(150), 1000, 0, "2026-03-28 23:58:00", None, AWAITING)
    paid = Order(oid(151), 2000, 0, "2026-03-29 10:00:00", "2026-03-29 10:00:30", PAID)
    shipped = Order(oid(152), 3000, 0, "2026-03-30 10:00:00", "2026-03-30 10:00:30", SHIPPED)
    sold = Order(oid(153), 4000, 0, "2026-03-31 10:00:00", "2026-03-31 10:00:30", SHIPPED)
    done = Order(oid(154), 5000, 0, "2026-03-20 10:00:00", "2026-03-20 10:00:30", COMPLETED)
    lapsing = Order(oid(155), 6000, 0, "2026-03-31 23:00:00", None, AWAITING)
    old = [done, waiting, paid, shipped, sold, lapsing]
    new = [
        replace(waiting, paid_at="2026-04-01 00:00:10", status=COMPLETED),
        replace(paid, refund=2000, status=CLOSED),
        replace(shipped, refund=550, status=COMPLETED),
        sold,
        replace(lapsing, status=CLOSED),
        Order(oid(156), 7000, 0, "2026-04-02 10:00:00", "2026-04-02 10:00:30", SHIPPED),
    ]
    make("overlap_old.csv", SHORT, old, encoding="gb18030")
    make("overlap_new.csv", SHORT, new, encoding="utf-8-bom", issues=["netted_refunds"])
    newest = {o.id: o for o in old} | {o.id: o for o in new}
    merged = expectation(
        SHORT, [newest[i] for i in sorted(newest)], True,
        encoding="", delimiter="", header_row=0, rows=len(old) + len(new), issues=[], keyless=True,
    )  # fmt: skip
    keep = ("rows", "orders", "paid_orders", "ordered_fen", "paid_fen", "paid_gross_fen", "refund_fen", "records")
    MERGED.append(
        {
            "files": ["overlap_old.csv", "overlap_new.csv"],
            "new_orders_of_second": 1,
            "updated_orders_of_second": 4,
            **{k: merged[k] for k in keep},
        }
    )


def mixed_encoding() -> None:
    orders = [replace(o, id=oid(160 + n)) for n, o in enumerate(some_orders())]
    odd = replace(orders[4], title="硅藻泥地垫")

    def patch(data: bytes) -> bytes:
        utf8, gbk = odd.title.encode("utf-8"), odd.title.encode("gb18030")
        assert data.count(utf8) == 1
        return data.replace(utf8, gbk)

    make("mixed_encoding_cell.csv", SHORT, orders[:4] + [odd] + orders[5:], patch=patch, issues=["mixed_encoding", "netted_refunds"])


MERGED: list[dict] = []


def main() -> int:
    for case in (forms, guards, dates, money, statuses, preamble, ids, ragged, refunds, truncated, overlap, mixed_encoding):
        case()
    expected = {
        "made_by": "scripts/make-fixtures.py, from the truth that it writes the files from (Python standard library)",
        "files": dict(sorted(EXPECTED.items())),
        "merged": MERGED,
    }
    FILES["expected.json"] = (json.dumps(expected, ensure_ascii=False, indent=1) + "\n").encode()
    if "--check" in sys.argv[1:]:
        stale = [n for n, data in FILES.items() if not (FOLDER / n).is_file() or (FOLDER / n).read_bytes() != data]
        stale += [p.name for p in FOLDER.iterdir() if p.name not in FILES]
        print("stale: " + ", ".join(sorted(stale)) if stale else "up to date")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in FILES.items():
        (FOLDER / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
