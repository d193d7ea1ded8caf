#!/usr/bin/env python3
"""Makes tests/golden/sales.json: what was sold in a made-up export, by two programs that are not ours.

    pip install pandas duckdb
    cargo run --release --example make_orders -- 20000 target/orders.csv
    python3 scripts/golden-sales.py target/orders.csv

pandas and DuckDB each read the file and add it up on their own; the script writes only if both come to the same numbers.
"""

import json
import platform
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd

OUT = Path(__file__).resolve().parent.parent / "tests" / "golden" / "sales.json"
THREE = ("内蒙古", "黑龙江")
TOP = 10
NOVEMBER = ("2025-11-01", "2025-11-30")
CHOICES = {
    "all_created": ("created", None),
    "all_paid": ("paid", None),
    "november_created": ("created", NOVEMBER),
    "november_paid": ("paid", NOVEMBER),
}


def short(province: str) -> str:
    """内蒙古自治区 → 内蒙古, 广东省 → 广东, 上海 → 上海."""
    return province[:3] if province[:3] in THREE else province[:2]


def fen(text: str) -> int:
    return int(Decimal(text.replace("元", "").replace("无退款申请", "0").strip() or "0") * 100)


def read(path: str) -> pd.DataFrame:
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="gb18030")
    raw.columns = [c.strip() for c in raw.columns]
    time = lambda c: pd.to_datetime(raw[c].replace("", None), format="%Y-%m-%d %H:%M:%S")
    return pd.DataFrame(
        {
            "id": raw["订单编号"].str.strip('="'),
            "nick": raw["买家会员名"],
            "title": raw["宝贝标题"],
            "province": raw["收货地址"].str.split(" ").str[0].map(short),
            "created": time("订单创建时间"),
            "paid": time("订单付款时间"),
            "ordered": raw["总金额"].map(fen),
            # The paid amount has its refunds taken off.
            "net": raw["买家实际支付金额"].map(fen),
            "refund": raw["退款金额"].map(fen),
        }
    )


def with_pandas(t: pd.DataFrame, by: str, days) -> dict:
    at = t[by].dt.strftime("%Y-%m-%d")
    t = t[at.notna() & ((at >= days[0]) & (at <= days[1]) if days else True)]
    t = t.assign(gross=t["net"] + t["refund"], is_paid=t["paid"].notna())
    p = t[t["is_paid"]]

    def sales(key):
        g = p.groupby(key).agg(orders=("id", "count"), gross=("gross", "sum"), refund=("refund", "sum"))
        g["net"] = g["gross"] - g["refund"]
        return g.reset_index()

    titles = sales("title").sort_values(["net", "title"], ascending=[False, True])
    provinces = sales("province").sort_values(["net", "orders"], ascending=[False, False])
    triple = lambda r: [int(r.orders), int(r.gross), int(r.refund)]
    last = p.sort_values(["paid", "id"]).groupby("nick").tail(1).set_index("nick")
    b = p.groupby("nick").agg(orders=("id", "count"), net=("net", "sum"))
    b = b.join(last[["id", "paid"]])
    b["day"] = b["paid"].dt.normalize()
    as_of = b["day"].max()
    b["days"] = (as_of - b["day"]).dt.days
    freq = b.groupby("orders").agg(buyers=("net", "count"), net=("net", "sum")).reset_index()
    rec = b.groupby("days").size()
    top = b.sort_values(["net", "paid"], ascending=[False, False]).head(TOP)
    d = t.assign(day=t["created"].dt.strftime("%Y-%m-%d"))
    d["paid_gross"] = d["gross"].where(d["is_paid"], 0)
    d["paid_refund"] = d["refund"].where(d["is_paid"], 0)
    d = d.groupby("day").agg(
        orders=("id", "count"), ordered=("ordered", "sum"), paid=("is_paid", "sum"), gross=("paid_gross", "sum"), refund=("paid_refund", "sum")
    )
    return {
        "titles": {
            "titles": int(p["title"].nunique()),
            "total": [len(p), int(p["gross"].sum()), int(p["refund"].sum())],
            "top": [[r.title, triple(r)] for r in titles.head(TOP).itertuples()],
        },
        "buyers": {
            "as_of": as_of.strftime("%Y-%m-%d"),
            "by_orders": [[int(r.orders), int(r.buyers), int(r.net)] for r in freq.itertuples()],
            "by_days": [[int(k), int(v)] for k, v in rec.sort_index().items()],
            "top": [[r.id, str(r.paid), int(r.orders), int(r.net)] for r in top.itertuples()],
        },
        "provinces": [[r.province, triple(r)] for r in provinces.itertuples()],
        "days": [[str(r.Index), int(r.orders), int(r.ordered), int(r.paid), int(r.gross), int(r.refund)] for r in d.sort_index().itertuples()],
    }


def with_duckdb(path: str, by: str, days) -> dict:
    with tempfile.NamedTemporaryFile(suffix=".csv") as utf8:
        utf8.write(Path(path).read_bytes().decode("gb18030").encode())
        utf8.flush()
        db = duckdb.connect()
        db.execute(f"create table raw as select * from read_csv('{utf8.name}', header=true, all_varchar=true, normalize_names=false, quote='\"', escape='\"')")
    names = {c.strip(): c for c in [r[0] for r in db.execute("describe raw").fetchall()]}
    q = lambda name: '"' + names[name] + '"'
    money = lambda name: f"cast(round(cast(replace(replace(coalesce({q(name)},''),'元',''),'无退款申请','0') as decimal(18,2))*100) as bigint)"
    time = lambda name: f"cast(nullif(trim(coalesce({q(name)},'')),'') as timestamp)"
    where = "true" if days is None else f"cast({by} as date) between date '{days[0]}' and date '{days[1]}'"
    head = f"split_part({q('收货地址')}, ' ', 1)"
    db.execute(f"""
        create table o as select trim({q('订单编号')}, '="') id, {q('买家会员名')} nick, {q('宝贝标题')} title,
          case when left({head}, 3) in ('内蒙古','黑龙江') then left({head}, 3) else left({head}, 2) end province,
          {time('订单创建时间')} created, {time('订单付款时间')} paid, {money('总金额')} ordered,
          {money('买家实际支付金额')} net, {money('退款金额')} refund from raw""")
    db.execute(f"create table t as select *, net + refund gross from o where {by} is not null and {where}")
    db.execute("create table p as select * from t where paid is not null")
    rows = lambda sql: [list(r) for r in db.execute(sql).fetchall()]
    group = lambda key: f"select {key}, count(*) n, sum(gross)::bigint g, sum(refund)::bigint r from p group by 1"
    db.execute("""create table b as select nick, count(*) orders, sum(net)::bigint net, max(paid) paid, arg_max(id, (paid, id)) id from p group by 1""")
    as_of = rows("select cast(max(cast(paid as date)) as varchar) from b")[0][0]
    return {
        "titles": {
            "titles": rows("select count(distinct title) from p")[0][0],
            "total": rows("select count(*), sum(gross)::bigint, sum(refund)::bigint from p")[0],
            "top": [[t, [n, g, r]] for t, n, g, r in rows(f"select * from ({group('title')}) order by g - r desc, title limit {TOP}")],
        },
        "buyers": {
            "as_of": as_of,
            "by_orders": rows("select orders, count(*), sum(net)::bigint from b group by 1 order by 1"),
            "by_days": rows(f"select date_diff('day', cast(paid as date), date '{as_of}') d, count(*) from b group by 1 order by 1"),
            "top": rows(f"select id, cast(paid as varchar), orders, net from b order by net desc, paid desc limit {TOP}"),
        },
        "provinces": [[t, [n, g, r]] for t, n, g, r in rows(f"select * from ({group('province')}) order by g - r desc, n desc")],
        "days": rows("""select cast(cast(created as date) as varchar) d, count(*), sum(ordered)::bigint, count(paid),
          coalesce(sum(gross) filter (paid is not null), 0)::bigint, coalesce(sum(refund) filter (paid is not null), 0)::bigint
          from t group by 1 order by 1"""),
    }


def main() -> None:
    path = sys.argv[1]
    orders = read(path)
    answers = {}
    for name, (by, days) in CHOICES.items():
        one, other = with_pandas(orders, by, days), with_duckdb(path, by, days)
        for part in one:
            if one[part] != other[part]:
                raise SystemExit(f"{name}: {part}: pandas and DuckDB differ\n{one[part]}\n{other[part]}")
        if by == "paid":
            del one["days"]
        answers[name] = one
    golden = {
        "programs": {"python": platform.python_version(), "pandas": pd.__version__, "duckdb": duckdb.__version__},
        "rows": len(orders),
        "answers": answers,
    }
    OUT.write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")).replace('"},"', '"},\n"') + "\n")
    print(f"{OUT.name}: {len(orders)} orders")


main()
