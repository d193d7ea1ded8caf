#!/usr/bin/env python3
"""Makes tests/golden/morning.json: the morning and the boards of the demo store, by two programs that are not ours.

    pip install pandas duckdb statsmodels
    cargo run --example demo_files -- 20251111 2026-11-22 target/demo
    python3 scripts/golden-morning.py target/demo

pandas and DuckDB each read the store's files and add them up on their own; the script writes only if both come to the same
numbers. What is worked out of the sums (quotients, parts, rules) is done in exact fractions, Wilson's intervals by statsmodels.

There are three stores: `demo` as its files are, with a day of 生意参谋 forgotten and the newest item ranking not there yet;
`whole`, in which those days are filled with the days beside them, and which has a file of sources; and `trouble`, the whole
store with a last week in which much goes wrong. What is added is made up here, see tests/golden/README.md.
"""

import csv
import io
import itertools
import json
import platform
import random
import re
import sys
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pandas as pd
import statsmodels
from statsmodels.stats.proportion import proportion_confint

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
MADE = GOLDEN / "morning"
LAST = date(2026, 11, 22)
EPOCH = date(2000, 1, 1)
# The mornings that are asked for: the day after the last one, or a Thursday.
MORNINGS = {"demo": date(2026, 11, 23), "whole": date(2026, 11, 26), "trouble": date(2026, 11, 23)}
TROUBLE = ["ExportOrderList.csv", "店铺概况.csv", "退款管理.csv", "计划报表.csv"]
# A file of the store, and the day in it that becomes another one.
FILLED = [
    ("【生意参谋平台】商品_全部_2026-11-12_2026-11-12.xls", "2026-11-12", "2026-11-13"),
    ("【生意参谋平台】商品_全部_2026-11-21_2026-11-21.xls", "2026-11-21", "2026-11-22"),
    ("【生意参谋平台】店铺概况_2026-11-14_2026-11-22.xls", "2026-11-14", "2026-11-13"),
]

# What each table is called by, and its columns under the names that they have had.
TABLES = {
    "orders": (
        "ExportOrderList",
        "订单编号",
        {
            "id": ["订单编号"],
            "nick": ["买家会员名"],
            "ordered": ["总金额"],
            "paid": ["买家实际支付金额", "买家实付金额"],
            "refund": ["退款金额"],
            "created_at": ["订单创建时间"],
            "paid_at": ["订单付款时间"],
            "title": ["宝贝标题", "商品标题"],
            "stages": ["分阶段订单信息"],
        },
    ),
    "shop": (
        "店铺概况",
        "统计日期",
        {
            "day": ["统计日期"],
            "visitors": ["访客数"],
            "page_views": ["浏览量"],
            "item_visitors": ["商品访客数"],
            "cart_buyers": ["加购人数"],
            "favourite_buyers": ["商品收藏买家数"],
            "ordering_buyers": ["下单买家数"],
            "paying_buyers": ["支付买家数"],
            "paid_fen": ["支付金额"],
            "paid_units": ["支付件数"],
            "new_buyers": ["支付新买家数"],
            "returning_buyers": ["支付老买家数"],
        },
    ),
    "items": (
        "商品_全部",
        "统计日期",
        {
            "day": ["统计日期"],
            "item": ["商品ID"],
            "title": ["商品名称"],
            "code": ["货号"],
            "paid_fen": ["支付金额"],
            "units": ["支付件数"],
            "visitors": ["商品访客数"],
            "buyers": ["支付买家数"],
            "cart_buyers": ["商品加购人数"],
            "refund_fen": ["成功退款金额"],
        },
    ),
    "refunds": (
        "退款管理",
        "退款编号",
        {"id": ["退款编号"], "moment": ["退款完结时间"], "fen": ["买家退款金额"], "state": ["退款状态"]},
    ),
    "ads": ("计划报表", "计划ID", {"day": ["日期"], "plan": ["计划ID"], "fen": ["花费"]}),
    "bills": ("账单明细", "入账时间", {"moment": ["入账时间"]}),
    "stock": ("商品库存", "商品编码", {"code": ["商品编码"], "units": ["可用数"], "inbound": ["采购在途数"]}),
    "costs": ("成本表", "商家编码", {"code": ["商家编码"], "cost": ["成本价"], "packing": ["包装费"]}),
    "sources": (
        "sources",
        "一级来源",
        {
            "day": ["日期"],
            "first": ["一级来源"],
            "second": ["二级来源"],
            "third": ["三级来源"],
            "visitors": ["访客数"],
            "buyers": ["支付买家数"],
            "fen": ["支付金额"],
        },
    ),
}
OF_SHOP = [name for name in TABLES["shop"][2] if name != "day"]
OF_ITEM = ["paid_fen", "units", "visitors", "buyers", "cart_buyers", "refund_fen"]
TALLY = [
    "orders", "ordered_fen", "created_then_paid", "created_then_refunded", "paid_orders", "paid_gross_fen", "refund_fen",
    "refunded_orders", "pay_wait_secs", "pay_wait_orders", "buyers", "buyer_days",
]
# Of the dictionary's metrics, the place of the first one that needs other files than those of orders.
FIRST_OF_SHOP = 16
NO_SOURCE = ["汇总", "-", ""]


# --- The files, as UTF-8 with the header in the first line. ---------------------------------------------------------------


def text_of(content: bytes) -> str:
    if content.startswith(b"\xff\xfe"):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def files_of(folder: Path, store: str) -> list[tuple[str, bytes]]:
    """Name and content of every file, in the order in which they are imported."""
    files = [(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]
    if store != "demo":
        for name, of, becomes in FILLED:
            content = (folder / name).read_bytes()
            files.append((name.replace(of, becomes), content.replace(of.encode(), becomes.encode())))
        made = ["sources.csv"] + (TROUBLE if store == "trouble" else [])
        files += [(name, (MADE / name).read_bytes()) for name in made]
    return files


def plain_files(files: list[tuple[str, bytes]], out: Path) -> dict[str, list[tuple[Path, str, list[str]]]]:
    """Every table's files as plain UTF-8: path, delimiter, header."""
    tables = {name: [] for name in TABLES}
    for number, (name, content) in enumerate(files):
        kind = next(kind for kind, (part, _, _) in TABLES.items() if part in name)
        lines = text_of(content).splitlines(keepends=True)
        at = next(i for i, line in enumerate(lines) if TABLES[kind][1] in line and "：" not in line)
        delimiter = max(",\t;", key=lines[at].count)
        header = [cell.strip() for cell in lines[at].strip("\r\n").split(delimiter)]
        path = out / f"{number:03}.csv"
        path.write_text("".join(lines[at:]), encoding="utf-8", newline="")
        tables[kind].append((path, delimiter, header))
    return tables


def column_of(header: list[str], names: list[str]) -> str | None:
    return next((name for name in names if name in header), None)


# --- pandas. --------------------------------------------------------------------------------------------------------------


class Pandas:
    def __init__(self, tables):
        self.t = {kind: self.read(files, TABLES[kind][2]) for kind, files in tables.items() if files}
        money = lambda text: None if pd.isna(text) else int(Decimal(re.sub(r"[^0-9.]", "", text) or "0") * 100)
        whole = lambda text: None if pd.isna(text) else int(text.replace(",", ""))
        ints = lambda column, f: column.map(f).astype("Int64")

        o = self.t["orders"]
        for column in ["ordered", "paid", "refund"]:
            o[column] = ints(o[column], money)
        o["created_at"], o["paid_at"] = self.times(o["created_at"]), self.times(o["paid_at"])
        # Amounts of an order come from one file: the last one that knows it.
        span = o.groupby("file")["created_at"].agg(["min", "max"])
        self.order_days = {d.date() for a, b in zip(span["min"], span["max"]) for d in pd.date_range(a.date(), b.date())}
        o = o.groupby("id", sort=False).last().reset_index()
        o["refund"] = o["refund"].fillna(0)
        refunded = o[o["refund"] > 0]
        is_net = refunded["paid"] + refunded["refund"] == refunded["ordered"]
        assert (is_net | (refunded["paid"] == refunded["ordered"])).all()
        o["gross"] = o["paid"] + o["refund"].where(o["paid"] + o["refund"] == o["ordered"], 0)
        o["created"], o["paid_day"] = o["created_at"].dt.date, o["paid_at"].dt.date
        self.orders = o

        s = self.t["shop"]
        s["day"] = pd.to_datetime(s["day"]).dt.date
        for column in OF_SHOP:
            s[column] = ints(s[column], money if column == "paid_fen" else whole)
        self.shop_days = s.groupby("day").last()

        i = self.t["items"]
        i["day"] = pd.to_datetime(i["day"]).dt.date
        for column in OF_ITEM:
            i[column] = ints(i[column], money if column.endswith("_fen") else whole)
        self.rankings = i

        r = self.t["refunds"].drop_duplicates("id", keep="last").copy()
        r["day"], r["fen"] = self.times(r["moment"]).dt.date, ints(r["fen"], money)
        self.refunds = r[r["state"] == "退款成功"]
        days = self.t["refunds"].assign(day=self.times(self.t["refunds"]["moment"])).groupby("file")["day"].agg(["min", "max"])
        self.refund_days = {d.date() for a, b in zip(days["min"], days["max"]) for d in pd.date_range(a.date(), b.date())}

        a = self.t["ads"]
        a = a[a["day"] != "合计"].copy()
        a["day"], a["fen"] = pd.to_datetime(a["day"]).dt.date, ints(a["fen"], money)
        self.ads = a.groupby("day")["fen"].sum()

        self.bills_last = self.times(self.t["bills"]["moment"]).dt.date.max()
        st = self.t["stock"]
        self.stock_of = {c: (int(u) * 1000, int(b) * 1000) for c, u, b in zip(st["code"], st["units"], st["inbound"])}
        c = self.t["costs"]
        self.cost_of = {k: money(a) + money(b) for k, a, b in zip(c["code"], c["cost"], c["packing"])}

        if "sources" in self.t:
            v = self.t["sources"]
            v["day"] = pd.to_datetime(v["day"]).dt.date
            v["visitors"], v["buyers"] = ints(v["visitors"], whole).fillna(0), ints(v["buyers"], whole).fillna(0)
            v["fen"] = ints(v["fen"], money).fillna(0)

    @staticmethod
    def read(files, columns) -> pd.DataFrame:
        parts = []
        for number, (path, delimiter, header) in enumerate(files):
            raw = pd.read_csv(path, sep=delimiter, dtype=str, keep_default_na=False, encoding="utf-8")
            raw.columns = [c.strip() for c in raw.columns]
            part = pd.DataFrame({"file": number}, index=raw.index)
            for name, names in columns.items():
                found = column_of(header, names)
                part[name] = raw[found] if found else None
                if found:
                    part[name] = part[name].str.strip(" \t='\"").replace({"": None, "-": None})
            first = next(iter(columns))
            parts.append(part[part[first] != "合计"])
        return pd.concat(parts, ignore_index=True)

    @staticmethod
    def times(column) -> pd.Series:
        parts = column.str.findall(r"\d+")
        text = parts.map(lambda p: None if not isinstance(p, list) else "{}-{}-{} {}:{}:{}".format(*(p + ["0"])[:6]))
        return pd.to_datetime(text, format="%Y-%m-%d %H:%M:%S")

    def tally(self, first, last):
        o = self.orders
        c = o[(o["created"] >= first) & (o["created"] <= last)]
        p = o[o["paid_day"].notna()]
        p = p[(p["paid_day"] >= first) & (p["paid_day"] <= last)]
        w = p[p["stages"].isna()]
        values = [
            len(c), c["ordered"].sum(), c["paid_at"].notna().sum(), (c["refund"] > 0).sum(), len(p), p["gross"].sum(),
            p["refund"].sum(), (p["refund"] > 0).sum(), (w["paid_at"] - w["created_at"]).dt.total_seconds().sum(), len(w),
            p["nick"].nunique(), p.groupby("paid_day")["nick"].nunique().sum(),
        ]
        return dict(zip(TALLY, map(int, values)))

    def shop(self, first, last):
        sums = {}
        s = self.shop_days[(self.shop_days.index >= first) & (self.shop_days.index <= last)]
        for column in OF_SHOP:
            sums[column] = (int(s[column].sum()), int(s[column].count()))
        a = self.ads[(self.ads.index >= first) & (self.ads.index <= last)]
        sums["ads_fen"] = (int(a.sum()), len(a))
        r = self.refunds[(self.refunds["day"] >= first) & (self.refunds["day"] <= last)]
        sums["refunds_done_fen"] = (int(r["fen"].sum()), sum(first <= d <= last for d in self.refund_days))
        return sums

    def ranked(self, days):
        i = self.rankings[self.rankings["day"].isin(days)]
        sums = i.groupby("item")[OF_ITEM].sum()
        return {int(k): [int(v) for v in row] for k, row in zip(sums.index, sums.itertuples(index=False))}

    def ranked_days(self):
        return set(self.rankings["day"])

    def names(self):
        last = self.rankings.groupby("item").last()
        return {int(k): (t, c) for k, t, c in zip(last.index, last["title"], last["code"])}

    def titled(self, days):
        p = self.orders[self.orders["paid_day"].isin(days)]
        sums = p.groupby("title")[["gross", "refund"]].sum()
        return {k: (int(a), int(b)) for k, a, b in zip(sums.index, sums["gross"], sums["refund"])}

    def last_days(self):
        return {
            "orders": max(self.order_days), "refunds": max(self.refund_days), "sycm_shop": max(self.shop_days.index),
            "sycm_items": self.rankings["day"].max(), "sycm_sources": self.t["sources"]["day"].max() if "sources" in self.t else None,
            "wanxiang_plans": max(self.ads.index), "qianniu_bills": self.bills_last,
        }

    def source_days(self):
        return set(self.t["sources"]["day"])

    def sources(self, first, last):
        """The second level; of what has none, the first. Of a sum and its parts the sum."""
        v = self.t["sources"]
        v = v[(v["day"] >= first) & (v["day"] <= last)]
        v = v.assign(**{c: v[c].where(~v[c].isin(NO_SOURCE), None) for c in ["second", "third"]})
        kept = []
        for (_, _), branch in v.groupby(["day", "first"]):
            named = branch[branch["second"].notna()]
            if named.empty:
                kept.append(branch.assign(name=branch["first"], group=""))
                continue
            for second, rows in named.groupby("second"):
                sums = rows[rows["third"].isna()]
                kept.append((rows if sums.empty else sums).assign(name=second, group=rows["first"]))
        sums = pd.concat(kept).groupby(["group", "name"])[["visitors", "buyers", "fen"]].sum()
        return {key: tuple(map(int, row)) for key, row in zip(sums.index, sums.itertuples(index=False))}


# --- DuckDB. --------------------------------------------------------------------------------------------------------------


class Duck:
    def __init__(self, tables):
        self.db = db = duckdb.connect()
        self.has_sources = bool(tables["sources"])
        for kind, files in tables.items():
            if files:
                self.read(kind, files, TABLES[kind][2])
        money = lambda c: (
            f"CAST(CAST(nullif(regexp_replace({c}, '[^0-9.]', '', 'g'), '') AS DECIMAL(18, 2)) * 100 AS BIGINT)"
        )
        whole = lambda c: f"CAST(replace({c}, ',', '') AS BIGINT)"
        digits = lambda c, n: f"CAST(coalesce(nullif(regexp_extract_all({c}, '[0-9]+')[{n}], ''), '0') AS BIGINT)"
        time = lambda c: f"CASE WHEN {c} IS NOT NULL THEN make_timestamp({', '.join(digits(c, n) for n in range(1, 7))}) END"
        db.execute(
            f"""
            CREATE TABLE order_rows AS SELECT file, id, nick, title, stages, {money('ordered')} AS ordered, {money('paid')} AS paid,
              {money('refund')} AS refund, {time('created_at')} AS created_at, {time('paid_at')} AS paid_at FROM raw_orders;
            CREATE TABLE o AS
            WITH newest AS (
              SELECT id, {', '.join(f'arg_max({c}, file) AS {c}' for c in ['nick', 'title', 'stages', 'ordered', 'paid', 'created_at', 'paid_at'])},
                coalesce(arg_max(refund, file), 0) AS refund
              FROM order_rows GROUP BY id)
            SELECT *, CASE WHEN paid + refund = ordered THEN paid + refund ELSE paid END AS gross,
              CAST(created_at AS DATE) AS created, CAST(paid_at AS DATE) AS paid_day FROM newest;
            CREATE TABLE order_days AS
              WITH spans AS (SELECT min(created_at) AS a, max(created_at) AS b FROM order_rows GROUP BY file)
              SELECT DISTINCT CAST(unnest(generate_series(date_trunc('day', a), date_trunc('day', b), INTERVAL 1 DAY)) AS DATE) AS day FROM spans;
            CREATE TABLE shop AS SELECT CAST(day AS DATE) AS day,
              {', '.join(f"arg_max({money(c) if c == 'paid_fen' else whole(c)}, file) AS {c}" for c in OF_SHOP)} FROM raw_shop GROUP BY 1;
            CREATE TABLE items AS SELECT CAST(day AS DATE) AS day, CAST(item AS BIGINT) AS item, title, code,
              {', '.join(f"{money(c) if c.endswith('_fen') else whole(c)} AS {c}" for c in OF_ITEM)} FROM raw_items;
            CREATE TABLE refunds AS SELECT id, CAST(any_value({time('moment')}) AS DATE) AS day, any_value({money('fen')}) AS fen,
              any_value(state) AS state FROM raw_refunds GROUP BY id;
            CREATE TABLE refund_days AS
              WITH spans AS (SELECT min({time('moment')}) AS a, max({time('moment')}) AS b FROM raw_refunds GROUP BY file)
              SELECT DISTINCT CAST(unnest(generate_series(date_trunc('day', a), date_trunc('day', b), INTERVAL 1 DAY)) AS DATE) AS day FROM spans;
            CREATE TABLE ads AS SELECT CAST(day AS DATE) AS day, sum({money('fen')}) AS fen FROM raw_ads WHERE day <> '合计' GROUP BY 1;
            """
        )
        bad = "SELECT count(*) FROM o WHERE refund > 0 AND paid + refund <> ordered AND paid <> ordered"
        assert self.one(bad) == 0
        self.bills_last = self.one(f"SELECT CAST(max({time('moment')}) AS DATE) FROM raw_bills")
        rows = db.execute("SELECT code, CAST(units AS BIGINT) * 1000, CAST(inbound AS BIGINT) * 1000 FROM raw_stock").fetchall()
        self.stock_of = {code: (units, inbound) for code, units, inbound in rows}
        self.cost_of = dict(db.execute(f"SELECT code, {money('cost')} + {money('packing')} FROM raw_costs").fetchall())
        if self.has_sources:
            empty = ", ".join(f"'{name}'" for name in NO_SOURCE)
            level = lambda c: f"CASE WHEN coalesce({c}, '') IN ({empty}) THEN NULL ELSE {c} END AS {c}"
            db.execute(
                f"""CREATE TABLE sources AS SELECT CAST(day AS DATE) AS day, "first", {level('second')}, {level('third')},
                coalesce({whole('visitors')}, 0) AS visitors, coalesce({whole('buyers')}, 0) AS buyers, coalesce({money('fen')}, 0) AS fen FROM raw_sources"""
            )

    def read(self, kind, files, columns):
        parts = []
        for number, (path, delimiter, header) in enumerate(files):
            at = {name: column_of(header, names) for name, names in columns.items()}
            clean = lambda c: f"""nullif(nullif(trim("{c}", ' ''="' || chr(9)), ''), '-')"""
            cells = ", ".join(f"{clean(c) if c else 'CAST(NULL AS VARCHAR)'} AS \"{name}\"" for name, c in at.items())
            names = ", ".join("'" + (h or f"empty{i}") + "'" for i, h in enumerate(header))
            parts.append(
                f"SELECT {number} AS file, {cells} FROM read_csv('{path}', header = true, all_varchar = true, delim = '{delimiter}', "
                f"quote = '\"', escape = '\"', strict_mode = false, parallel = false, auto_detect = false, "
                f"columns = {{{', '.join(f'{n}: {chr(39)}VARCHAR{chr(39)}' for n in names.split(', '))}}})"
            )
        first = next(iter(columns))
        self.db.execute(f"CREATE TABLE raw_{kind} AS SELECT * FROM ({' UNION ALL '.join(parts)}) WHERE \"{first}\" <> '合计'")

    def one(self, sql, *args):
        return self.db.execute(sql, args).fetchone()[0]

    def tally(self, first, last):
        created = self.db.execute(
            """SELECT count(*), coalesce(sum(ordered), 0), count(paid_at), count(*) FILTER (refund > 0)
            FROM o WHERE created BETWEEN ? AND ?""",
            [first, last],
        ).fetchone()
        paid = self.db.execute(
            """SELECT count(*), coalesce(sum(gross), 0), coalesce(sum(refund), 0), count(*) FILTER (refund > 0),
              coalesce(sum(date_diff('second', created_at, paid_at)) FILTER (stages IS NULL), 0), count(*) FILTER (stages IS NULL),
              count(DISTINCT nick), count(DISTINCT (nick, paid_day))
            FROM o WHERE paid_day BETWEEN ? AND ?""",
            [first, last],
        ).fetchone()
        return dict(zip(TALLY, map(int, created + paid)))

    def shop(self, first, last):
        cells = ", ".join(f"coalesce(sum({c}), 0), count({c})" for c in OF_SHOP)
        row = self.db.execute(f"SELECT {cells} FROM shop WHERE day BETWEEN ? AND ?", [first, last]).fetchone()
        sums = {c: (int(row[2 * i]), row[2 * i + 1]) for i, c in enumerate(OF_SHOP)}
        fen, days = self.db.execute("SELECT coalesce(sum(fen), 0), count(*) FROM ads WHERE day BETWEEN ? AND ?", [first, last]).fetchone()
        sums["ads_fen"] = (int(fen), days)
        done = self.one("SELECT coalesce(sum(fen), 0) FROM refunds WHERE state = '退款成功' AND day BETWEEN ? AND ?", first, last)
        days = self.one("SELECT count(*) FROM refund_days WHERE day BETWEEN ? AND ?", first, last)
        sums["refunds_done_fen"] = (int(done), days)
        return sums

    def ranked(self, days):
        cells = ", ".join(f"CAST(sum({c}) AS BIGINT)" for c in OF_ITEM)
        rows = self.db.execute(f"SELECT item, {cells} FROM items WHERE list_contains(?::DATE[], day) GROUP BY item", [days]).fetchall()
        return {item: list(values) for item, *values in rows}

    def ranked_days(self):
        return {day for (day,) in self.db.execute("SELECT DISTINCT day FROM items").fetchall()}

    def names(self):
        rows = self.db.execute("SELECT item, arg_max(title, day), arg_max(code, day) FROM items GROUP BY item").fetchall()
        return {item: (title, code) for item, title, code in rows}

    def titled(self, days):
        sql = "SELECT title, CAST(sum(gross) AS BIGINT), CAST(sum(refund) AS BIGINT) FROM o WHERE list_contains(?::DATE[], paid_day) GROUP BY 1"
        return {title: (fen, refund) for title, fen, refund in self.db.execute(sql, [days]).fetchall()}

    @property
    def order_days(self):
        return {day for (day,) in self.db.execute("SELECT day FROM order_days").fetchall()}

    def last_days(self):
        return {
            "orders": self.one("SELECT max(day) FROM order_days"),
            "refunds": self.one("SELECT max(day) FROM refund_days"),
            "sycm_shop": self.one("SELECT max(day) FROM shop"),
            "sycm_items": self.one("SELECT max(day) FROM items"),
            "sycm_sources": self.one("SELECT max(day) FROM sources") if self.has_sources else None,
            "wanxiang_plans": self.one("SELECT max(day) FROM ads"),
            "qianniu_bills": self.bills_last,
        }

    def source_days(self):
        return {day for (day,) in self.db.execute("SELECT DISTINCT day FROM sources").fetchall()}

    def sources(self, first, last):
        rows = self.db.execute(
            """
            WITH v AS (SELECT *, bool_or(second IS NOT NULL) OVER (PARTITION BY day, "first") AS has_second,
                bool_or(third IS NULL) OVER (PARTITION BY day, "first", second) AS has_sum FROM sources WHERE day BETWEEN ? AND ?)
            SELECT CASE WHEN has_second THEN "first" ELSE '' END, CASE WHEN has_second THEN second ELSE "first" END,
              sum(visitors), sum(buyers), sum(fen)
            FROM v WHERE has_second = (second IS NOT NULL) AND (NOT has_second OR has_sum = (third IS NULL)) GROUP BY 1, 2
            """,
            [first, last],
        ).fetchall()
        return {(group, name): (int(v), int(b), int(f)) for group, name, v, b, f in rows}


# --- What is worked out of the sums: the definitions of the dictionary (src/analytics/metrics.rs). --------------------------


def metrics(t: dict, shop: dict, days: int) -> dict:
    def of(measure):
        total, known = shop[measure]
        said_by = {"ads_fen": "wanxiang_plans", "refunds_done_fen": "refunds"}.get(measure, "sycm_shop")
        if known == 0:
            return {"no_file": said_by}
        return total if known == days else {"missing_days": days - known}

    def over(num, den):
        absent = next((x for x in (num, den) if isinstance(x, dict)), None)
        return absent or ([num, den] if den else "no_denominator")

    visitors = of("visitors")
    return {
        "ordered_amount": t["ordered_fen"],
        "orders": t["orders"],
        "paid_net": t["paid_gross_fen"] - t["refund_fen"],
        "paid_gross": t["paid_gross_fen"],
        "paid_orders": t["paid_orders"],
        "buyers": t["buyers"],
        "payment_rate": over(t["paid_gross_fen"], t["ordered_fen"]),
        "cohort_payment_rate": over(t["created_then_paid"], t["orders"]),
        "spend_per_buyer": over(t["paid_gross_fen"], t["buyers"]),
        "spend_per_order": over(t["paid_gross_fen"], t["paid_orders"]),
        "refund_amount": t["refund_fen"],
        "refunded_orders": t["refunded_orders"],
        "refund_rate_amount": over(t["refund_fen"], t["paid_gross_fen"]),
        "refund_rate_paid": over(t["refunded_orders"], t["paid_orders"]),
        "refund_rate_all": over(t["created_then_refunded"], t["orders"]),
        "pay_wait": over(t["pay_wait_secs"], t["pay_wait_orders"]),
        "visitors": visitors,
        "page_views": of("page_views"),
        "pay_conversion": over(t["buyer_days"], visitors),
        "order_conversion": over(of("ordering_buyers"), visitors),
        "visitor_value": over(t["paid_gross_fen"], visitors),
        "cart_rate": over(of("cart_buyers"), visitors),
        "favourite_rate": over(of("favourite_buyers"), visitors),
        "units_paid": of("paid_units"),
        "new_buyers": of("new_buyers"),
        "returning_buyers": of("returning_buyers"),
        "ad_spend": of("ads_fen"),
        "ad_cost_share": over(of("ads_fen"), t["paid_gross_fen"]),
        "refunds_done": of("refunds_done_fen"),
        "refund_rate_done": over(of("refunds_done_fen"), t["paid_gross_fen"]),
    }


def shapley(now: list[Fraction], base: list[Fraction]) -> list[Fraction]:
    """The mean of what each factor changes of the product, over every order in which they can change."""
    parts = [Fraction(0)] * len(now)
    orders = list(itertools.permutations(range(len(now))))
    for order in orders:
        at = list(base)
        for factor in order:
            before = at[0] * at[1] * at[2]
            at[factor] = now[factor]
            parts[factor] += at[0] * at[1] * at[2] - before
    return [part / len(orders) for part in parts]


def three_factors(now, base) -> list[int]:
    """Visitors, conversion, spend of (visitors, buyers, fen), each in fen; the fen left over go to what lost most by rounding, of
    equals to the last."""
    ratio = lambda num, den: Fraction(num, den) if den else None
    sides = []
    for visitors, buyers, fen in (now, base):
        sides.append([Fraction(visitors), ratio(buyers, visitors), ratio(fen, buyers)])
    for factor in range(3):
        one, other = sides[0][factor], sides[1][factor]
        known = one if one is not None else other if other is not None else Fraction(0)
        sides[0][factor] = one if one is not None else known
        sides[1][factor] = other if other is not None else known
    exact = shapley(*sides)
    half_away = lambda x: int(abs(x) + Fraction(1, 2)) * (1 if x >= 0 else -1)
    parts = [half_away(part) for part in exact]
    over = now[2] - base[2] - sum(parts)
    if over:
        sign = 1 if over > 0 else -1
        parts[max(range(3), key=lambda i: ((exact[i] - parts[i]) * sign, i))] += over
    return parts


class Store:
    def __init__(self, program, name):
        self.p, self.name, self.cache = program, name, {}

    def stretch(self, span):
        if span not in self.cache:
            days = (span[1] - span[0]).days + 1
            tally, shop = self.p.tally(*span), self.p.shop(*span)
            self.cache[span] = {"tally": tally, "shop": shop, "values": metrics(tally, shop, days)}
        return self.cache[span]

    def values(self, span):
        return self.stretch(span)["values"]

    def missing(self, days_known, span):
        return (span[1] - span[0]).days + 1 - sum(span[0] <= day <= span[1] for day in days_known)

    def board(self, name, span):
        length = (span[1] - span[0]).days + 1
        weeks = -(-length // 7) * 7
        is_month = span[0].day == 1 and (span[1] + timedelta(1)).day == 1 and span[0].month == span[1].month
        previous = month_before(span[0]) if is_month else shifted(span, length)
        if name == "mtd":
            previous = same_days_before(span)
        a_year_ago = tuple((pd.Timestamp(day) - pd.DateOffset(years=1)).date() for day in span)
        bases = {"prev": previous, "week": shifted(span, weeks), "year": shifted(span, 364), "cal": a_year_ago}
        return {
            "span": written(span),
            "values": self.values(span),
            "baselines": {key: {"span": written(base), "values": self.values(base)} for key, base in bases.items()},
        }

    def days(self, span):
        return {str(day): list(self.values((day, day)).values())[FIRST_OF_SHOP:] for day in days_of(span)}

    def items(self, span, base):
        ranked_days, length = self.p.ranked_days(), (span[1] - span[0]).days + 1
        # The ranking, if it has half of the days; else the titles of the orders.
        is_ranked = self.missing(ranked_days, span) * 2 <= length
        known = ranked_days if is_ranked else self.p.order_days
        # Two periods are compared over the days that both have.
        pairs = [(a, b) for a, b in zip(days_of(span), days_of(base)) if a in known and b in known]
        if is_ranked:
            names, sums, nothing = self.p.names(), self.p.ranked, [0] * len(OF_ITEM)
        else:
            pad = lambda sums: {title: [fen, None, None, None, None, refund] for title, (fen, refund) in sums.items()}
            names, sums, nothing = {}, lambda days: pad(self.p.titled(days)), [0, None, None, None, None, 0]
        now, paired, before = sums(days_of(span)), sums([a for a, _ in pairs]), sums([b for _, b in pairs])
        items = []
        for key in set(now) | set(before):
            title, code = names.get(key, (key, None))
            sold, sold_paired, sold_before = (side.get(key, nothing) for side in (now, paired, before))
            stock = self.p.stock_of.get(code)
            per_day = None if sold[1] is None else Fraction(sold[1], length - self.missing(known, span))
            cover = Fraction(max(stock[0], 0), 1000) / per_day if stock and per_day else None
            of = lambda sales: (sales[2], sales[3], sales[0])
            items.append(
                {
                    "key": key, "title": title, "codes": [code] if code else [], "now": sold,
                    "paired": sold_paired, "base": sold_before,
                    "stock": list(stock) if stock else None, "cost_fen": self.p.cost_of.get(code),
                    "parts": three_factors(of(sold_paired), of(sold_before)) if is_ranked else None,
                    "units_per_day": per_day, "cover_days": cover,
                }
            )
        items.sort(key=lambda item: (-item["now"][0], -item["base"][0], item["key"]))
        # Of the items that the shop has ever ranked, those that sold in neither period are none of them.
        codes = {code for item in items for code in item["codes"]}
        return {
            "source": "sycm_items" if is_ranked else "orders",
            "span": written(span), "missing_days": self.missing(known, span),
            "base_span": written(base), "paired_days": len(pairs),
            "total_fen": sum(item["now"][0] for item in items),
            "compared_fen": [sum(item[side][0] for item in items) for side in ("paired", "base")], "stock_day": str(LAST + timedelta(1)),
            "idle_codes": len(set(self.p.stock_of) - codes), "count": len(items), "items": items,
        }

    def breakdown(self, span, base):
        items = self.items(span, base)
        shop, shop_before = self.stretch(span)["shop"], self.stretch(base)["shop"]
        length = lambda s: (s[1] - s[0]).days + 1
        of = lambda sums, measure, s: sums[measure][0] if sums[measure][1] == length(s) else None
        steps = [
            ("Visited", "visitors"), ("LookedAtItem", "item_visitors"), ("Favoured", "favourite_buyers"),
            ("AddedToCart", "cart_buyers"), ("Ordered", "ordering_buyers"), ("Paid", "paying_buyers"),
        ]
        funnel = [[step, of(shop, m, span), of(shop_before, m, base)] for step, m in steps]
        sources = None
        if self.name != "demo":
            now, before, nothing = self.p.sources(*span), self.p.sources(*base), (0, 0, 0)
            rows = [
                {"group": key[0], "name": key[1], "now": list(now.get(key, nothing)), "base": list(before.get(key, nothing)),
                 "parts": three_factors(now.get(key, nothing), before.get(key, nothing))}
                for key in set(now) | set(before)
            ]
            rows.sort(key=lambda row: (-row["now"][0], row["group"], row["name"]))
            known = self.p.source_days()
            sources = {"missing_days": self.missing(known, span), "base_missing_days": self.missing(known, base), "rows": rows}
        return {
            "span": written(span), "base": written(base), "items": items | {"items": items["items"][:20]},
            "sources": sources, "funnel": [] if funnel[0][1] is None else [s for s in funnel if s[1] is not None],
        }

    def change(self, now, base):
        sides = []
        for side in (now, base):
            visitors = self.values(side)["visitors"]
            tally = self.stretch(side)["tally"]
            sides.append((visitors, tally["buyer_days"], tally["paid_gross_fen"]))
        parts = dict(zip(["Visitors", "Conversion", "SpendPerBuyer"], three_factors(*sides)))
        refunds = self.stretch(base)["tally"]["refund_fen"] - self.stretch(now)["tally"]["refund_fen"]
        return parts | {"Refunds": refunds}

    def morning(self, today):
        assert max(self.p.order_days) == LAST
        week, month, last_month = (LAST - timedelta(6), LAST), (LAST.replace(day=1), LAST), month_before(LAST)
        spans = {
            "day": (LAST, LAST), "day_before": (LAST - timedelta(7),) * 2, "week": week, "week_before": shifted(week, 7),
            "month": month, "month_before": same_days_before(month), "last_month": last_month, "last_month_before": month_before(last_month[0]),
        }
        items = self.items(week, shifted(week, 7))
        return {
            "today": str(today),
            "data": written((min(self.p.order_days), LAST)),
            "stretches": {name: {"span": written(span), "values": self.values(span)} for name, span in spans.items()},
            "change": self.change(spans["day"], spans["day_before"]),
            "items": items | {"items": items["items"][:10]},
            "actions": self.actions(today, items, spans),
        }

    def actions(self, today, sold, spans):
        """The rules of the morning: what each goes by stands in src/analytics/morning/actions.rs and on the page."""
        acts = []
        action = lambda due, key, matter, **facts: acts.append({"due": due, "key": key, "matter": matter, **facts})
        matters = lambda fen: sold["total_fen"] > 0 and Fraction(fen) >= Fraction(2, 100) * sold["total_fen"]
        short = [i for i in sold["items"] if matters(i["now"][0]) and i["cover_days"] is not None and i["cover_days"] < 7]
        if short:
            first = min(short, key=lambda item: item["cover_days"])
            action(0, "running-out", "RunningOut", items=len(short), title=first["title"],
                   units_milli=first["stock"][0], cover_days=first["cover_days"])
        usual = self.values((LAST - timedelta(28), LAST - timedelta(1)))
        for metric, due, key, kind in [
            ("cohort_payment_rate", 0, "low-payment", "LowPayment"), ("pay_conversion", 1, "low-conversion", "LowConversion"),
        ]:
            now, before = self.values(spans["day"])[metric], usual[metric]
            if isinstance(now, list) and isinstance(before, list):
                upper = proportion_confint(now[0], now[1], alpha=0.05, method="wilson")[1]
                if upper < before[0] / before[1]:
                    action(due, key, kind, now=now, usual=before)
        if sold["paired_days"] and sold["compared_fen"][1] > 0:
            # What an item would have sold, had it gone as all of them did together; no more than it had.
            whole = min(Fraction(*sold["compared_fen"]), Fraction(1))
            expected = lambda item: int(item["base"][0] * whole)
            loss = lambda item: expected(item) - item["paired"][0]
            fell = [i for i in sold["items"] if matters(expected(i)) and loss(i) > 0 and loss(i) * 5 >= expected(i)]
            for item in sorted(fell, key=lambda item: (-loss(item), item["key"]))[:2]:
                action(1, f"falling:{item['key']}", "FallingItem", title=item["title"], from_fen=item["base"][0],
                       to_fen=item["paired"][0], days=sold["paired_days"], shop_fen=sold["compared_fen"], parts=item["parts"])
        for metric, key, kind in [("refunds_done", "refunds-rising", "RefundsRising"), ("ad_spend", "ads-dearer", "AdsDearer")]:
            to, before = self.values(spans["week"]), self.values(spans["week_before"])
            a, b = to[metric], before[metric]
            if isinstance(a, int) and isinstance(b, int) and a > b and 4 * a >= 5 * b:
                share = lambda part, whole: Fraction(part, max(whole, 1))
                if share(a, to["paid_gross"]) >= share(b, before["paid_gross"]) * Fraction(5, 4):
                    action(1, key, kind, from_fen=b, to_fen=a, from_paid_fen=before["paid_gross"], to_paid_fen=to["paid_gross"])
        low = sum(item["cover_days"] is not None and item["cover_days"] < 14 for item in sold["items"])
        if today.weekday() == 3 and low:
            action(1, f"reorder:{(today - EPOCH).days // 7}", "ReorderSheet", items=low)
        yesterday = today - timedelta(1)
        for kind, last in self.p.last_days().items():
            if last and last < yesterday:
                days = written((last + timedelta(1), yesterday))
                action(2, f"missing:{kind}", "MissingFiles", kind=kind, days=days)
        acts.sort(key=lambda act: act["due"])
        for act in acts:
            act["due"] = ["Now", "Today", "Routine"][act["due"]]
        return acts[:7]


# --- Days. ----------------------------------------------------------------------------------------------------------------


def shifted(span, days):
    return (span[0] - timedelta(days), span[1] - timedelta(days))


def month_before(day):
    end = day.replace(day=1) - timedelta(1)
    return (end.replace(day=1), end)


def same_days_before(month):
    """Of a month so far, the same days of the month before."""
    before = month_before(month[0])
    return (before[0], min(before[0] + (month[1] - month[0]), before[1]))


def days_of(span):
    return [span[0] + timedelta(n) for n in range((span[1] - span[0]).days + 1)]


def written(span):
    return [str(span[0]), str(span[1])]


# --- The made-up sources. -------------------------------------------------------------------------------------------------


def make_sources() -> None:
    """Three weeks of sources, in which a sum stands beside its parts, alone, or is missing; and one day is missing."""
    dice = random.Random(20251111)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["日期", "一级来源", "二级来源", "三级来源", "访客数", "支付买家数", "支付金额"])
    for day in days_of((LAST - timedelta(20), LAST)):
        if day == LAST - timedelta(10):
            continue
        for first, seconds in {
            "平台流量": {"手淘搜索": 2, "手淘推荐": 3, "淘内免费其他": 0},
            "广告流量": {"关键词推广": 0, "全站推广": 1},
            "自主访问": {},
            "其他": {},
        }.items():
            rows = []
            for second, thirds in seconds.items():
                parts = []
                for number in range(max(thirds, 1)):
                    visitors = dice.randint(40, 900)
                    buyers = dice.randint(0, visitors // 12)
                    parts.append([f"{second}{number + 1}", visitors, buyers, buyers * dice.randint(4_000, 30_000)])
                # 手淘推荐 comes without its sum.
                if second != "手淘推荐":
                    rows.append([second, "汇总", *(sum(column) for column in list(zip(*parts))[1:])])
                if thirds:
                    rows += [[second, *part] for part in parts]
            if first == "其他" and day.day % 3 == 0:
                continue
            own = [sum(row[column] for row in rows if row[1] == "汇总" or row[0] == "手淘推荐") for column in (2, 3, 4)]
            if not rows:
                visitors = dice.randint(20, 300)
                buyers = dice.randint(0, visitors // 10)
                own = [visitors, buyers, buyers * dice.randint(4_000, 30_000)]
            rows.insert(0, ["汇总", "汇总", *own])
            for second, third, visitors, buyers, fen in rows:
                table.writerow([day, first, second, third, f"{visitors:,}", buyers or "-", f"{Decimal(fen) / 100:,.2f}"])
    (MADE / "sources.csv").write_text(out.getvalue(), encoding="utf-8", newline="")


def make_trouble() -> None:
    """Orders that are not paid, visitors who do not buy, refunds, and advertising that sells nothing."""
    last, week = str(LAST), [str(day) for day in days_of((LAST - timedelta(6), LAST))]
    shop = "青禾家居旗舰店"
    header = "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货地址,订单创建时间,订单付款时间,宝贝标题,退款金额,店铺名称,分阶段订单信息"
    orders = [
        f"{2_990_000_000_000_000_000 + n * 7},tb_trouble{n},199.00,0.00,等待买家付款,浙江省 杭州市,{last} {8 + n // 4:02}:{n:02}:00,,抗菌蚕丝被 春秋款,0.00,{shop},"
        for n in range(30)
    ]
    visitors = "统计日期,访客数,浏览量,商品访客数,加购人数,商品收藏买家数,下单买家数,支付金额,支付买家数,支付件数,支付新买家数,支付老买家数"
    refunds = [
        f"{372_999_000_000_000_000 + n},{2_980_000_000_000_000_000 + n},{week[n % 7]} 10:00:00,{week[n % 7]} 12:{n:02}:00,1050.50,1050.50,{state}"
        for n, state in enumerate(["退款成功"] * 26 + ["退款关闭"] * 9)
    ]
    ads = [f"{day},372,关键词推广,99120033400,新客_关键词_试投,90000,2600,2510.40" for day in week]
    files = {
        "ExportOrderList.csv": [header, *orders],
        "店铺概况.csv": [visitors, f'{last},"5,286","15,003","4,900",205,91,56,"7,829.40",48,90,31,17'],
        "退款管理.csv": ["退款编号,订单编号,退款的申请时间,退款完结时间,买家实际支付金额,买家退款金额,退款状态", *refunds, refunds[0]],
        "计划报表.csv": ["日期,场景ID,场景名字,计划ID,计划名字,展现量,点击量,花费", *ads],
    }
    for name in TROUBLE:
        (MADE / name).write_text("\n".join(files[name]) + "\n", encoding="utf-8", newline="")


def figures(program, store: str) -> dict:
    s = Store(program, store)
    d = lambda ago: LAST - timedelta(ago)
    week, month = (d(6), LAST), (LAST.replace(day=1), LAST)
    boards = {"d1": (LAST, LAST), "d7": week, "d30": (d(29), LAST), "mtd": month, "lm": month_before(LAST)}
    breakdowns = {"d1": ((LAST, LAST), (d(7), d(7))), "d7": (week, shifted(week, 7)), "ranked": ((d(4), d(1)), (d(8), d(5)))}
    if store == "trouble":
        return {"morning": s.morning(MORNINGS[store])}
    return {
        "morning": s.morning(MORNINGS[store]),
        "boards": {name: s.board(name, span) for name, span in boards.items()},
        "days": s.days(boards["d30"]),
        "breakdowns": {name: s.breakdown(*spans) for name, spans in breakdowns.items()},
    }


def compact(value) -> str:
    plain = lambda x: float(x) if isinstance(x, Fraction) else str(x)
    text = json.dumps(value, ensure_ascii=False, indent=1, default=plain)
    # What holds no more than a few lists stands on one line.
    flat = r"\[[^\[\]{}]*\]|{[^\[\]{}]*}"
    join = lambda m: re.sub(r"\n\s*", " ", m.group())
    text = re.sub(flat, join, text)
    return re.sub(rf"\[(?:[^\[\]{{}}]|{flat})*\]|{{(?:[^\[\]{{}}]|{flat})*}}", join, text)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    MADE.mkdir(exist_ok=True)
    make_sources()
    make_trouble()
    golden = {}
    for store in MORNINGS:
        with tempfile.TemporaryDirectory() as out:
            tables = plain_files(files_of(Path(sys.argv[1]), store), Path(out))
            ours, theirs = (figures(program(tables), store) for program in (Pandas, Duck))
        for part in ours:
            if ours[part] != theirs[part]:
                print(f"pandas and DuckDB differ in {store}: {part}", file=sys.stderr)
                differences(ours[part], theirs[part], part)
                return 1
        golden[store] = ours
    made_by = {
        "script": "scripts/golden-morning.py",
        "python": platform.python_version(),
        "pandas": pd.__version__,
        "duckdb": duckdb.__version__,
        "statsmodels": statsmodels.__version__,
        "agreement": "pandas and DuckDB came to the same numbers",
    }
    what = "the demo store 20251111 up to 2026-11-22: its mornings, boards and what stands behind them; money in fen"
    (GOLDEN / "morning.json").write_text(compact({"what": what, "made_by": made_by, **golden}) + "\n", encoding="utf-8")
    return 0


def differences(a, b, at) -> None:
    if isinstance(a, dict) and isinstance(b, dict):
        for key in a.keys() | b.keys():
            differences(a.get(key), b.get(key), f"{at}.{key}")
    elif a != b:
        print(f"{at}: {a} / {b}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
