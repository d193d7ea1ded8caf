"""How a fixture is stated: values by header, written as an export writes them, added up for the truth."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Money:
    """An amount in fen; `form` is how a cell shows it: plain, commas, yuan."""

    fen: int
    form: str = "plain"

    def text(self, header: str) -> str:
        if re.search(r"[(（]分[)）]$", header.strip()):
            return str(self.fen)
        sign, fen = ("-" if self.fen < 0 else ""), abs(self.fen)
        whole = f"{fen // 100:,}" if self.form == "commas" else str(fen // 100)
        return f"{sign}{whole}.{fen % 100:02}" + ("元" if self.form == "yuan" else "")


@dataclass(frozen=True)
class Rate:
    """A share in hundredths of a per cent."""

    value: int

    def text(self, header: str) -> str:
        sign = "" if re.search(r"%\s*[)）]$", header.strip()) else "%"
        return f"{self.value // 100}.{self.value % 100:02}{sign}"


@dataclass(frozen=True)
class Decimal:
    """A number with decimals, in thousandths."""

    milli: int

    def text(self, header: str) -> str:
        return f"{self.milli // 1000}.{self.milli % 1000:03}".rstrip("0").rstrip(".")


#: A cell: a value, a text as it stands in the file, or None for a missing one.
Value = Money | Rate | Decimal | int | str | None


@dataclass(frozen=True)
class Fixture:
    """A file and what is in it."""

    kind: str
    file: str
    data: bytes
    truth: dict


def headers(text: str) -> list[str]:
    """The cells of a header, as the format notes write it."""
    return text.replace("\n", "").split(",")


def figures(header: list[str], row: int) -> dict[str, Value]:
    """A made-up value for every measure of a header; different in every cell."""
    values: dict[str, Value] = {}
    for place, name in enumerate(header):
        seed = (row * 7919 + place * 104_729 + 31) % 1_000_003
        if re.search(r"投产比|投入产出比|回报率|roi", name):
            values[name] = Decimal(100 * (seed % 90) + 250)
        elif re.search(r"率|占比|比例", name):
            values[name] = Rate(seed % 2500 + 1)
        elif re.search(r"金额|花费|消耗|成本|单价|支出|费用|价格|佣金", name):
            values[name] = Money(seed + 100, "commas" if seed % 2 else "plain")
        else:
            values[name] = seed % 900
    return values


def cell(header: str, value: Value, missing: str) -> str:
    if value is None:
        return missing
    return value if isinstance(value, str) else value.text(header) if not isinstance(value, int) else str(value)


def amount(value: Value, column: str) -> int:
    """What a cell adds to the sum of a stored column."""
    if isinstance(value, Money):
        return value.fen
    if isinstance(value, Decimal):
        return value.milli
    assert value is None or isinstance(value, int), (column, value)
    return (value or 0) * (1000 if column.endswith("_milli") else 1)


def line(cells: list[str], delimiter: str) -> str:
    def quoted(text: str) -> str:
        needs = delimiter in text or "\n" in text or '"' in text
        return '"' + text.replace('"', '""') + '"' if needs else text

    return delimiter.join(quoted(text) for text in cells)


def fixture(
    kind: str,
    file: str,
    header: list[str],
    rows: list[dict[str, Value]],
    *,
    days: tuple[str, str],
    sums: dict[str, str],
    name: str,
    encoding: str = "utf-8",
    delimiter: str = ",",
    line_end: str = "\n",
    above: tuple = (),
    below: tuple = (),
    rejected: int = 0,
    missing: str = "-",
    issues: tuple = (),
    cut: dict[int, int] | None = None,
) -> Fixture:
    """A file. `sums` says under which header a stored column stands; `above` and `below` are raw rows around the table;
    the last `rejected` rows are not to be used; `cut` takes so many cells off the end of a row."""
    table = [[cell(h, row.get(h, ""), missing) for h in header] for row in rows]
    for at, cells in (cut or {}).items():
        table[at] = table[at][:-cells]
    lines = [line(list(cells), delimiter) for cells in (*above, header, *table, *below)]
    text = "".join(f"{text}{line_end}" for text in lines)
    good = rows[: len(rows) - rejected]
    truth = {
        "name": name,
        "first": days[0],
        "last": days[1],
        "accepted": len(good),
        "sums": {column: sum(amount(row.get(h), column) for row in good) for column, h in sums.items()},
        "issues": sorted(issues),
    }
    return Fixture(kind, file, text.encode(encoding), truth)
