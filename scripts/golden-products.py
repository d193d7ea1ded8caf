#!/usr/bin/env python3
"""Makes tests/golden/products.json: the items of the demo store, by programs that are not ours.

    pip install pandas duckdb scipy statsmodels
    cargo run --example demo_files -- 20251111 2026-11-22 target/demo
    python3 scripts/golden-products.py target/demo

pandas adds up, numpy says how the weeks vary and what the quarters of earlier new items are, scipy tests pairs, statsmodels
gives the intervals of conversion. Titles of an order are told apart by a regular expression over the titles that were bought
alone.
"""

import importlib.util
import json
import re
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from itertools import combinations
from math import floor
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import statsmodels
from scipy.stats import fisher_exact
from statsmodels.stats.proportion import proportion_confint

HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("morning", HERE / "golden-morning.py")
morning = importlib.util.module_from_spec(spec)
spec.loader.exec_module(morning)

LAST = date(2026, 11, 22)
PERIODS = {"week": 7, "month": 30}
LEAST_WEEKS, LEAST_VISITORS, LEAST_BASKETS = 8, 30, 5
WINDOW, NEW_DAYS, QUIET = 182, 90, 30


def days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def classes(amounts: dict[int, int], order: list[int]) -> dict[int, str]:
    ranked = sorted(order, key=lambda item: -amounts[item])
    whole, before, found = sum(max(a, 0) for a in amounts.values()), 0, {}
    for item in ranked:
        share = before / whole
        found[item] = "C" if amounts[item] <= 0 else "A" if share < 0.8 else "B" if share < 0.95 else "C"
        before += max(amounts[item], 0)
    return found


def variations(shop, upto: date) -> dict[int, list]:
    """Weeks known and their variation, by item."""
    known = set(shop.rankings["day"])
    last = min(max(known), upto)
    first = max(min(known), last - timedelta(days=WINDOW - 1))
    found = {}
    for item, rows in shop.rankings[(shop.rankings["units"] > 0) & (shop.rankings["day"] <= last)].groupby("item"):
        sold = rows.groupby("day")["units"].sum()
        begin, end, weeks = max(first, sold.index.min()), last, []
        while end - timedelta(days=6) >= begin:
            week = days_of(end - timedelta(days=6), end)
            if all(day in known for day in week):
                weeks.append(int(sum(sold.get(day, 0) for day in week)))
            end -= timedelta(days=7)
        cv = np.std(weeks, ddof=1) / np.mean(weeks) if len(weeks) >= LEAST_WEEKS and sum(weeks) else None
        found[int(item)] = [len(weeks), None if cv is None else float(cv)]
    return found


def period(shop, days: int) -> dict:
    first = LAST - timedelta(days=days - 1)
    base = [(day, day - timedelta(days=days)) for day in days_of(first, LAST)]
    known = set(shop.rankings["day"])
    pairs = [(a, b) for a, b in base if a in known and b in known]
    now, before = shop.ranked(days_of(first, LAST)), shop.ranked([b for _, b in pairs])
    paired = shop.ranked([a for a, _ in pairs])
    nothing = [0] * 6
    items = sorted(now.keys() | before.keys(), key=lambda i: (-now.get(i, nothing)[0], -before.get(i, nothing)[0], i))
    code = {int(i): c for i, c in shop.rankings.groupby("item")["code"].last().items()}
    sold = lambda item: now.get(item, nothing)
    profit = {i: sold(i)[0] - sold(i)[5] - shop.cost_of[code[i]] * sold(i)[1] for i in items}
    abc = classes(profit, items)
    weeks = variations(shop, LAST)
    rank = lambda sums: pd.Series({i: sums.get(i, nothing)[0] for i in items}).rank(ascending=False, method="min")
    now_rank, paired_rank = rank(now), rank(paired)
    base_rank = pd.Series({i: v[0] for i, v in before.items() if v[0]}).rank(ascending=False, method="min")

    looked = [i for i in items if sold(i)[2] >= LEAST_VISITORS]
    visitors, buyers = sum(sold(i)[2] for i in items), sum(sold(i)[3] for i in items)
    worse, better = [], []
    for item in looked:
        part, whole = sold(item)[3], sold(item)[2]
        low, high = proportion_confint(part, whole, alpha=0.05 / len(looked), method="wilson")
        usual = (buyers - part) / (visitors - whole)
        if high < usual:
            worse.append([item, low, high])
        elif low > usual:
            better.append([item, low, high])
    return {
        "items": [
            [i, sold(i)[0], sold(i)[1], sold(i)[2], sold(i)[3], sold(i)[5], profit[i], abc[i], *weeks.get(i, [0, None]),
             int(now_rank[i]), int(base_rank[i] - paired_rank[i]) if i in base_rank else None]
            for i in items
        ],
        "looked_at": len(looked),
        "worse": sorted(worse),
        "better": sorted(better),
    }


def split(shop) -> pd.DataFrame:
    """One row for each title of each order that was paid."""
    # Reading strips the quotes at the ends of a cell: here there are none at all.
    shop.orders["title"] = shop.orders["title"].str.replace('"', "").str.strip()
    orders = shop.orders[shop.orders["paid_day"].notna()]
    alone = set(shop.orders[shop.orders["kinds"] == "1"]["title"].dropna())
    one = "|".join(re.escape(title) for title in sorted(alone, key=len, reverse=True))
    whole = re.compile(f"(?:{one})(?:，(?:{one}))*")
    rows = []
    for number, title, day in zip(orders["id"], orders["title"], orders["paid_day"]):
        if isinstance(title, str):
            assert whole.fullmatch(title), title
            rows += [(number, found, day) for found in re.findall(one, title)]
    return pd.DataFrame(rows, columns=["order", "title", "day"])


def together(lines: pd.DataFrame) -> dict:
    lines = lines[(lines["day"] >= LAST - timedelta(days=WINDOW - 1)) & (lines["day"] <= LAST)]
    baskets = lines.groupby("order")["title"].agg(lambda titles: sorted(set(titles)))
    single = Counter(title for basket in baskets for title in basket)
    pairs = Counter(pair for basket in baskets for pair in combinations(basket, 2))
    frequent = sum(n >= LEAST_BASKETS for n in single.values())
    tested, orders, found = frequent * (frequent - 1) // 2, len(baskets), []
    for (a, b), both in pairs.items():
        if both < LEAST_BASKETS or both * orders <= single[a] * single[b]:
            continue
        table = [[both, single[a] - both], [single[b] - both, orders - single[a] - single[b] + both]]
        p = fisher_exact(table, "greater").pvalue
        found.append([sorted([a, b]), both, sorted([single[a], single[b]]), min(p * tested, 1.0)])
    found.sort(key=lambda pair: (pair[3], pair[0]))
    return {"orders": orders, "several": int((baskets.map(len) > 1).sum()), "tested": tested, "pairs": len(found),
            "best": sorted(found[:40])}


def newcomers(shop, lines: pd.DataFrame) -> list:
    first = {title: day for title, day in lines.groupby("title")["day"].min().items()}
    known = lambda a, b: all(day in shop.order_days for day in days_of(a, b))
    came = {t: d for t, d in first.items() if known(d - timedelta(days=QUIET), d - timedelta(days=1))}
    sold = lambda title, day, age: int(((lines["title"] == title) & (lines["day"] < day + timedelta(days=age))).sum())
    found = []
    for title, day in came.items():
        age = (LAST - day).days + 1
        if age > NEW_DAYS:
            continue
        earlier = [sold(t, d, age) for t, d in came.items() if d < day and known(d, d + timedelta(days=age - 1))]
        usual = [floor(q + 0.5) for q in np.percentile(earlier, [25, 50, 75])] if len(earlier) >= 3 else None
        found.append([title, day.isoformat(), age, sold(title, day, age), usual, len(earlier)])
    return sorted(found)


def main(folder: str) -> None:
    morning.TABLES["orders"][2]["kinds"] = ["宝贝种类"]
    with tempfile.TemporaryDirectory() as out:
        shop = morning.Pandas(morning.plain_files(morning.files_of(Path(folder), "demo"), Path(out)))
    lines = split(shop)
    golden = {
        "programs": {"pandas": pd.__version__, "numpy": np.__version__, "scipy": scipy.__version__,
                     "statsmodels": statsmodels.__version__},
        **{name: period(shop, days) for name, days in PERIODS.items()},
        "together": together(lines),
        "newcomers": newcomers(shop, lines),
    }
    text = json.dumps(golden, ensure_ascii=False, indent=1)
    # One item, pair or interval a line: only lists of lists stand over several.
    text = re.sub(r"\], \[ \[", "],\n   [ [", re.sub(r"\n {3,}", " ", text))
    (HERE.parent / "tests" / "golden" / "products.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
