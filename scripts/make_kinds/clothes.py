"""Dresses invented tables as exports: title rows, footers, thousands commas, dashes, encodings, containers.

The truth about a file is stated before it is written: the period, the rows that can be used, and the sums of the columns by
which a kind says how much a file brings. Nothing here knows how the product reads. All names and numbers are invented.
"""

import csv
import html
import io
import random
import zipfile

from .fixture import Fixture

# Stands in every column that must not be kept; the test searches the stored columns for it.
SECRET = "虚构不留"
PERSONAL = ["姓名", "电话", "手机", "地址", "备注", "留言", "物流单号", "物流信息", "账号", "操作人", "邮编", "支付宝交易号", "支付单号", "退款说明"]


def make(kind: str, file: str, header: str | list[str], rows: int, *, period: tuple[str | None, str | None], sums: dict[str, str] | None = None,
         fixed: dict[str, list[str]] | None = None, accepted: int | None = None, above: list[list[str]] | None = None,
         groups: list[str] | None = None, below: list[list[str]] | None = None, encoding: str = "utf-8", delimiter: str = ",",
         guard: str = "", shop: str | None = None, also: dict[str, int] | None = None,
         issues: tuple = ()) -> Fixture:
    """One fixture of a kind.

    `sums` names the stored columns that are added up, by header; `fixed` gives the cells of a column, repeated from the first
    when there are more rows; every other cell is filled by what its header says. `above` and `below` are rows outside the
    table, `groups` the first row of a header of two. `guard` is what surrounds ids: `'`, a tab, or `=""`.
    `also` states sums of columns whose cells are given.
    `issues` are the kinds of issue that must be reported; totals below a table always are.
    """
    names = header.split(",") if isinstance(header, str) else header
    sums, fixed = sums or {}, fixed or {}
    chance = random.Random(file)
    total = dict.fromkeys(sums.values(), 0)
    table = []
    for row in range(rows):
        cells = []
        for name in names:
            bare = name.strip().strip("'\"")
            if bare in sums:
                # A missing value, once in a file.
                value = None if row == 2 and chance.random() < 0.5 else chance.randrange(1, 3_000_000)
                total[sums[bare]] += value or 0
                cells.append(dressed(sums[bare], value, chance))
            elif bare in fixed:
                cells.append(fixed[bare][row % len(fixed[bare])])
            else:
                cells.append(filler(bare, chance))
            if is_id(bare) and cells[-1] and guard:
                cells[-1] = f'="{cells[-1]}"' if guard == "=" else (f"'{cells[-1]}" if guard == "'" else f"{cells[-1]}{guard}")
        table.append(cells)
    above = above or []
    head = [groups, names] if groups else [names]
    issues = (*issues, "footer_row") if below else issues
    return state(kind, file, [*above, *head, *table, *(below or [])], encoding, delimiter, first=period[0], last=period[1],
                 accepted=rows if accepted is None else accepted, header_row=len(above) + len(head), sums=total | (also or {}), issues=issues,
                 **({"shop": shop} if shop else {}))


def state(kind: str, file: str, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",", issues: tuple = (), **truth: object) -> Fixture:
    """These rows as a file, and the truth about them."""
    return Fixture(kind, file, written(file, rows, encoding, delimiter), {"name": file, "issues": sorted(issues)} | truth)


def is_id(header: str) -> bool:
    return header.lower().endswith(("编号", "id", "单号"))


def dressed(column: str, value: int | None, chance: random.Random) -> str:
    """A value as an export writes it."""
    if value is None:
        return chance.choice(["-", "", "--"])
    if column.endswith("_fen"):
        return chance.choice([f"{value / 100:,.2f}", f"{value / 100:.2f}"])
    if column.endswith("_milli"):
        return chance.choice([f"{value / 1000:,.3f}", f"{value / 1000:.3f}"])
    return chance.choice([f"{value:,}", f"{value}"])


def filler(header: str, chance: random.Random) -> str:
    """A cell for a column whose values the test does not state."""
    if any(word in header for word in PERSONAL):
        return SECRET
    if "时间" in header:
        return f"2026-03-0{chance.randrange(1, 9)} 1{chance.randrange(10)}:05:00"
    if "变化" in header or "幅度" in header or "差距" in header or "对比" in header:
        return chance.choice(["+1.20%", "-3.4%", "-"])
    if header.endswith(("率", "占比", "比")):
        return chance.choice(["3.21%", "0.00%", "-", "12.5%"])
    if any(word in header for word in ["金额", "花费", "消耗", "佣金", "客单价", "价值", "单价", "均价", "价格", "货款", "参考价"]):
        return chance.choice(["12.30", "1,234.56", "0.00", "-"])
    if any(word in header for word in ["时长", "评分", "得分", "均值", "目标值", "人均", "指数", "人气", "热度", "客件数"]):
        return chance.choice(["4.86", "35.6", "128"])
    if header.endswith(("数", "量", "次", "访客", "买家", "数量", "人数", "人次", "条数", "排名", "买家数")):
        return chance.choice(["1,234", "7", "0", "-"])
    return ""


def ids(first: int, count: int) -> list[str]:
    return [str(first + 7 * n) for n in range(count)]


def written(file: str, rows: list[list[str]], encoding: str, delimiter: str) -> bytes:
    if file.endswith(".xlsx"):
        return xlsx(rows)
    if file.endswith(".xls"):
        return page(rows).encode(encoding)
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def page(rows: list[list[str]]) -> str:
    """The HTML table that many back offices call `.xls`."""
    cells = ("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in rows)
    return '<html><head><meta charset="utf-8"></head><body><table border="1">\n' + "\n".join(cells) + "\n</table></body></html>\n"


def xlsx(rows: list[list[str]]) -> bytes:
    """The smallest workbook that spreadsheets open, every cell a text, as 生意参谋 writes them."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

    def line(number: int, row: list[str]) -> str:
        cells = (f'<c r="{letters(at)}{number}" t="inlineStr"><is><t xml:space="preserve">{html.escape(cell)}</t></is></c>' for at, cell in enumerate(row) if cell)
        return f'<row r="{number}">{"".join(cells)}</row>'

    sheet = "".join(line(number, row) for number, row in enumerate(rows, start=1))
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Sheet0" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), head + text)
    return out.getvalue()


def letters(at: int) -> str:
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
