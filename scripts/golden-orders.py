#!/usr/bin/env python3
"""Makes tests/golden/orders_2020_02.json: the figures of a real month of orders, by two programs that are not ours.

    pip install pandas duckdb
    python3 scripts/golden-orders.py PATH/TO/tmall_order_report.csv

pandas and DuckDB each read the file and add it up on their own; the script writes only if both come to the same numbers.
The output holds sums and counts over days, hours and provinces, never a row. See tests/golden/README.md.
"""

import json
import platform
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb
import pandas as pd

OUT = Path(__file__).resolve().parent.parent / "tests" / "golden" / "orders_2020_02.json"

# The header, blanks trimmed. DuckDB gets it from here: its versions differ in what they make of the blanks.
COLUMNS = ["订单编号", "总金额", "买家实际支付金额", "收货地址", "订单创建时间", "订单付款时间", "退款金额"]

# What is counted, over any group. The created side goes by the time of creation, the paid side by the time of payment.
CREATED = ("orders", "ordered_fen", "created_then_paid", "created_then_refunded")
PAID = ("paid_orders", "paid_fen", "refund_fen", "refunded_orders", "pay_wait_secs")

# The days that the page of the morning asks about when 2020-02-29 is the last one, and which of them are exported.
MORNING = {
    "day": ("2020-02-29", "2020-02-29"),
    "day_before": ("2020-02-22", "2020-02-22"),
    "week": ("2020-02-23", "2020-02-29"),
    "week_before": ("2020-02-16", "2020-02-22"),
    "month": ("2020-02-01", "2020-02-29"),
}


def fen(text: str) -> int:
    """Yuan as the file writes them to whole fen, without a binary fraction in between."""
    amount = Decimal(text.strip() or "0") * 100
    if amount != amount.to_integral_value():
        raise ValueError(f"not whole fen: {text!r}")
    return int(amount)


def with_pandas(path: str) -> dict:
    raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    raw.columns = [c.strip() for c in raw.columns]
    assert list(raw.columns) == COLUMNS
    t = pd.DataFrame(
        {
            "id": raw["订单编号"].str.strip(),
            "total": raw["总金额"].map(fen),
            "paid": raw["买家实际支付金额"].map(fen),
            "refund": raw["退款金额"].map(fen),
            "province": raw["收货地址"].str.strip(),
            "created": pd.to_datetime(raw["订单创建时间"].str.strip(), format="%Y-%m-%d %H:%M:%S"),
            "paid_at": pd.to_datetime(raw["订单付款时间"].str.strip().replace("", None), format="%Y-%m-%d %H:%M:%S"),
        }
    )
    assert t["id"].is_unique
    t["is_paid"] = t["paid_at"].notna()
    t["is_refunded"] = t["refund"] > 0
    t["wait"] = (t["paid_at"] - t["created"]).dt.total_seconds()
    p = t[t["is_paid"]]

    def sides(created_by, paid_by) -> dict:
        a = t.groupby(created_by(t)).agg(
            orders=("id", "count"),
            ordered_fen=("total", "sum"),
            created_then_paid=("is_paid", "sum"),
            created_then_refunded=("is_refunded", "sum"),
        )
        b = p.groupby(paid_by(p)).agg(
            paid_orders=("id", "count"),
            paid_fen=("paid", "sum"),
            refund_fen=("refund", "sum"),
            refunded_orders=("is_refunded", "sum"),
            pay_wait_secs=("wait", "sum"),
        )
        joined = a.join(b, how="outer").fillna(0).astype("int64").sort_index()
        return {str(key): {k: int(v) for k, v in row.items()} for key, row in joined.iterrows()}

    day = lambda column: lambda f: f[column].dt.strftime("%Y-%m-%d")
    hour = lambda column: lambda f: f[column].dt.strftime("%H")
    everything = lambda f: pd.Series("all", index=f.index)
    within = lambda column, first, last: lambda f: day(column)(f).between(first, last).map({True: "in", False: "out"})
    province = lambda f: f["province"]
    return {
        "total": sides(everything, everything)["all"],
        "by_day": sides(day("created"), day("paid_at")),
        "by_hour": sides(hour("created"), hour("paid_at")),
        "by_province": sides(province, province),
        "morning": {name: sides(within("created", *days), within("paid_at", *days))["in"] for name, days in MORNING.items()},
        "extra": {
            "rows": len(t),
            "first_created": str(t["created"].min()),
            "last_created": str(t["created"].max()),
            "first_paid": str(p["paid_at"].min()),
            "last_paid": str(p["paid_at"].max()),
            "ordered_fen_of_paid_orders": int(p["total"].sum()),
            "whole_refunds": int((p["is_refunded"] & (p["paid"] == 0)).sum()),
            "partial_refunds": int((p["is_refunded"] & (p["paid"] > 0)).sum()),
            "paid_orders_where_total_is_paid_plus_refund": int((p["total"] == p["paid"] + p["refund"]).sum()),
            "refunded_unpaid_orders": int((t["is_refunded"] & ~t["is_paid"]).sum()),
            "paid_outside_the_created_months": int((p["paid_at"].dt.to_period("M") != t["created"].dt.to_period("M").mode()[0]).sum()),
            "paid_on_days_without_a_created_order": int((~p["paid_at"].dt.date.isin(set(t["created"].dt.date))).sum()),
        },
    }


def with_duckdb(path: str) -> dict:
    db = duckdb.connect()
    db.execute(
        """
        CREATE TABLE t AS
        SELECT trim("订单编号") AS id,
               CAST(CAST(trim("总金额") AS DECIMAL(18, 4)) * 100 AS BIGINT) AS total,
               CAST(CAST(trim("买家实际支付金额") AS DECIMAL(18, 4)) * 100 AS BIGINT) AS paid,
               CAST(CAST(trim("退款金额") AS DECIMAL(18, 4)) * 100 AS BIGINT) AS refund,
               trim("收货地址") AS province,
               CAST("订单创建时间" AS TIMESTAMP) AS created,
               CAST(nullif(trim("订单付款时间"), '') AS TIMESTAMP) AS paid_at
        FROM read_csv(?, header = true, all_varchar = true, delim = ',', quote = '"', names = ?)
        """,
        [path, COLUMNS],
    )

    def sides(created_by: str, paid_by: str) -> dict:
        rows = db.execute(
            f"""
            WITH a AS (
              SELECT {created_by} AS k, count(*) AS orders, sum(total) AS ordered_fen,
                     count(paid_at) AS created_then_paid, count(*) FILTER (refund > 0) AS created_then_refunded
              FROM t GROUP BY 1),
            b AS (
              SELECT {paid_by} AS k, count(*) AS paid_orders, sum(paid) AS paid_fen, sum(refund) AS refund_fen,
                     count(*) FILTER (refund > 0) AS refunded_orders,
                     sum(date_diff('second', created, paid_at)) AS pay_wait_secs
              FROM t WHERE paid_at IS NOT NULL GROUP BY 1)
            SELECT coalesce(a.k, b.k) AS k, {", ".join(f"coalesce({c}, 0)" for c in CREATED + PAID)}
            FROM a FULL JOIN b ON a.k = b.k ORDER BY 1
            """
        ).fetchall()
        return {str(k): dict(zip(CREATED + PAID, map(int, values))) for k, *values in rows}

    one = lambda sql: db.execute(sql).fetchone()[0]
    within = lambda column, first, last: (
        f"CASE WHEN CAST({column} AS DATE) BETWEEN DATE '{first}' AND DATE '{last}' THEN 'in' ELSE 'out' END"
    )
    return {
        "total": sides("'all'", "'all'")["all"],
        "by_day": sides("strftime(created, '%Y-%m-%d')", "strftime(paid_at, '%Y-%m-%d')"),
        "by_hour": sides("strftime(created, '%H')", "strftime(paid_at, '%H')"),
        "by_province": sides("province", "province"),
        "morning": {name: sides(within("created", *days), within("paid_at", *days))["in"] for name, days in MORNING.items()},
        "extra": {
            "rows": one("SELECT count(DISTINCT id) FROM t"),
            "first_created": str(one("SELECT min(created) FROM t")),
            "last_created": str(one("SELECT max(created) FROM t")),
            "first_paid": str(one("SELECT min(paid_at) FROM t")),
            "last_paid": str(one("SELECT max(paid_at) FROM t")),
            "ordered_fen_of_paid_orders": int(one("SELECT sum(total) FROM t WHERE paid_at IS NOT NULL")),
            "whole_refunds": one("SELECT count(*) FROM t WHERE paid_at IS NOT NULL AND refund > 0 AND paid = 0"),
            "partial_refunds": one("SELECT count(*) FROM t WHERE paid_at IS NOT NULL AND refund > 0 AND paid > 0"),
            "paid_orders_where_total_is_paid_plus_refund": one("SELECT count(*) FROM t WHERE paid_at IS NOT NULL AND total = paid + refund"),
            "refunded_unpaid_orders": one("SELECT count(*) FROM t WHERE refund > 0 AND paid_at IS NULL"),
            "paid_outside_the_created_months": one(
                "SELECT count(*) FROM t WHERE date_trunc('month', paid_at) <> (SELECT mode(date_trunc('month', created)) FROM t)"
            ),
            "paid_on_days_without_a_created_order": one(
                "SELECT count(*) FROM t WHERE paid_at IS NOT NULL AND CAST(paid_at AS DATE) NOT IN (SELECT CAST(created AS DATE) FROM t)"
            ),
        },
    }


def parts_of_change(now: dict, base: dict) -> dict:
    """What the number of orders paid and the spend per order have in the change of what was paid, and the refunds: the mean
    over both orders in which number and spend can change, to the fen (the spend has the rest)."""
    gross = lambda side: side["paid_fen"] + side["refund_fen"]
    spend = [Fraction(gross(side), side["paid_orders"]) for side in (base, now)]
    exact = (now["paid_orders"] - base["paid_orders"]) * (spend[0] + spend[1]) / 2
    orders = int(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)
    change = gross(now) - gross(base)
    return {"Orders": orders, "SpendPerOrder": change - orders, "Refunds": base["refund_fen"] - now["refund_fen"]}


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    figures, again = with_pandas(sys.argv[1]), with_duckdb(sys.argv[1])
    if figures != again:
        for key in figures:
            if figures[key] != again[key]:
                print(f"pandas and DuckDB differ in {key}", file=sys.stderr)
        return 1
    total, extra = figures["total"], figures["extra"]
    # Quotients stay numerator and denominator; the decimals beside them are for the reader.
    rate = lambda num, den: {"num": num, "den": den, "value": round(num / den, 6)}
    rates = {
        "paid_of_all_orders": rate(total["created_then_paid"], total["orders"]),
        "refunded_of_all_orders": rate(total["created_then_refunded"], total["orders"]),
        "refunded_of_paid_orders": rate(total["refunded_orders"], total["paid_orders"]),
        "refund_of_paid_amount_before_refunds": rate(total["refund_fen"], total["paid_fen"] + total["refund_fen"]),
        "paid_before_refunds_of_ordered_amount": rate(total["paid_fen"] + total["refund_fen"], total["ordered_fen"]),
        "mean_pay_wait_minutes": rate(total["pay_wait_secs"], total["paid_orders"] * 60),
    }
    golden = {
        "what": "tmall_order_report, February 2020: sums and counts; money in fen; paid_fen as exported, net of refunds",
        "made_by": {
            "script": "scripts/golden-orders.py",
            "python": platform.python_version(),
            "pandas": pd.__version__,
            "duckdb": duckdb.__version__,
            "agreement": "pandas and DuckDB came to the same numbers",
        },
        **figures,
        "change": parts_of_change(figures["morning"]["day"], figures["morning"]["day_before"]),
        "rates": rates,
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
