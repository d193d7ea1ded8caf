#!/usr/bin/env python3
"""Makes tests/fixtures/workbooks/: the same two invented orders in every container that back offices and people send.

    pip install openpyxl xlwt odfpy msoffcrypto-tool; python3 scripts/make-workbooks.py

The files are written by other programs than the one that reads them here. What must be read is stated in tests/unpack.rs.
Their bytes change with the clock, so they are made anew only when a case is added. `zip` (Info-ZIP) writes the locked archive.
"""

import datetime as dt
import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import xlwt
from odf import opendocument, style, table, text
from openpyxl.styles import Font

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "workbooks"

HEADER = [
    "订单编号", "买家会员名", "总金额", "买家实际支付金额", "订单状态", "收货人姓名", "收货地址 ", "联系手机",
    "订单创建时间", "订单付款时间 ", "宝贝标题 ", "宝贝总数量", "店铺名称", "退款金额",
]  # fmt: skip
AT = dt.datetime
ROWS = [
    ["819000000000000001", "虚构小红", 1200, 1000, "交易成功", "不存在女士", "广东省 深圳市 南山区 编造路1号", "'13900000001",
     AT(2026, 11, 16, 10), AT(2026, 11, 16, 10, 4), "羊毛围巾,驼色", 2, "青禾旗舰店", "200.00元"],
    ["819000000000000002", "虚构小明", 80.1 + 0.2, 0, "等待买家付款", "不存在先生", "上海 上海市 徐汇区 编造路2号", "'13900000002",
     AT(2026, 11, 16, 21, 30), None, "蜡烛\n\"大\"", 1, "青禾旗舰店", "无退款申请"],
]  # fmt: skip
TITLE = "店铺订单报表（2026-11-16）"


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "订单"
    sheet.append([TITLE])
    sheet.merge_cells("A1:N1")
    sheet.append([])
    for row in [HEADER, *ROWS]:
        sheet.append(row)
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=4, max_row=5):
        row[0].number_format = "@"
        row[8].number_format = row[9].number_format = "yyyy-mm-dd hh:mm:ss"
    # A second sheet with what Excel makes of cells.
    items = book.create_sheet("商品")
    items.append(["商品ID", "支付转化率", "日期", "平均停留时长", "支付金额", "访客数", "是否新品"])
    items.append([819000000000000001, 0.0321, dt.date(2026, 11, 16), dt.timedelta(hours=26, minutes=3), "=1/0", 1234, True])
    items["B2"].number_format = "0.00%"
    items["C2"].number_format = "yyyy/m/d"
    items["D2"].number_format = "[h]:mm:ss"
    items["E2"].value, items["E2"].data_type = "#N/A", "e"
    notes = book.create_sheet("内部说明")
    notes.append(["不要读"])
    notes.sheet_state = "hidden"
    book.create_sheet("空表")
    return saved(book.save)


def plain_xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in [HEADER, *ROWS]:
        book.active.append(row)
    return saved(book.save)


def empty_xlsx() -> bytes:
    return saved(openpyxl.Workbook().save)


def xls() -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("订单")
    clock = xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm:ss")
    sheet.write_merge(0, 0, 0, len(HEADER) - 1, TITLE)
    for r, row in enumerate([HEADER, *ROWS], start=2):
        for c, value in enumerate(row):
            if isinstance(value, AT):
                sheet.write(r, c, value, clock)
            elif value is not None:
                sheet.write(r, c, value)
    items = book.add_sheet("商品")
    for c, value in enumerate(["商品ID", "支付转化率", "日期"]):
        items.write(0, c, value)
    items.write(1, 0, 819000000000000001)
    items.write(1, 1, 0.0321, xlwt.easyxf(num_format_str="0.00%"))
    items.write(1, 2, dt.date(2026, 11, 16), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    return saved(book.save)


def ods() -> bytes:
    document = opendocument.OpenDocumentSpreadsheet()
    document.automaticstyles.addElement(style.Style(name="plain", family="table-cell"))
    sheet = table.Table(name="订单")
    for row in [[TITLE], [], HEADER, *ROWS]:
        line = table.TableRow()
        for value in row:
            if isinstance(value, AT):
                cell = table.TableCell(valuetype="date", datevalue=value.isoformat())
            elif isinstance(value, (int, float)):
                cell = table.TableCell(valuetype="float", value=str(value))
            elif value is None:
                cell = table.TableCell()
            else:
                cell = table.TableCell(valuetype="string")
                for paragraph in value.split("\n"):
                    cell.addElement(text.P(text=paragraph))
            line.addElement(cell)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    return saved(document.save)


def clock_text(value) -> str:
    return "" if value is None else value.strftime("%Y-%m-%d %H:%M:%S") if isinstance(value, AT) else str(value)


def escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def page() -> bytes:
    """What many back offices call an .xls: a page in GBK with cells left open and a layout table around."""
    cells = [f"<th>{escaped(h)}" for h in HEADER]
    lines = ["<tr>" + "".join(cells)]
    for row in ROWS:
        cells = [f"<td style=\"mso-number-format:'\\@'\">{row[0]}</td>"]
        for value in row[1:]:
            if isinstance(value, float):
                cells.append(f'<td x:num="{value}">{value:,.2f}</td>')
            elif isinstance(value, int):
                cells.append(f"<td>{value}</td>")
            else:
                cells.append(f"<td>{escaped(clock_text(value)).replace(chr(10), '<br>')}</td>")
        lines.append("<tr>" + "".join(cells) + "</tr>")
    body = f"<table border=1><tr><td colspan={len(HEADER)}>{TITLE}&nbsp;</td></tr>\r\n" + "\r\n".join(lines) + "</table>"
    return (
        '\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>'
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{color:red}</style></head>'
        f"<body>{body}</body></html>"
    ).encode("gb18030")


def xml() -> bytes:
    def cell(value) -> str:
        if value is None:
            return ""
        if isinstance(value, AT):
            return f'<ss:Data ss:Type="DateTime">{value.isoformat()}.000</ss:Data>'
        if isinstance(value, (int, float)):
            return f'<ss:Data ss:Type="Number">{value}</ss:Data>'
        return f'<ss:Data ss:Type="String">{escaped(value).replace(chr(10), "&#10;")}</ss:Data>'

    lines = [f'<Row ss:Index="1"><Cell ss:MergeAcross="13">{cell(TITLE)}</Cell></Row>']
    for n, row in enumerate([HEADER, *ROWS]):
        index = ' ss:Index="3"' if n == 0 else ""
        cells, skipped = [], False
        for c, value in enumerate(row, start=1):
            if value is None:
                skipped = True
                continue
            cells.append(f'<Cell ss:Index="{c}">{cell(value)}</Cell>' if skipped else f"<Cell>{cell(value)}</Cell>")
            skipped = False
        lines.append(f"<Row{index}>" + "".join(cells) + "</Row>")
    hidden = (
        '<Worksheet ss:Name="隐藏"><Table><Row><Cell><Data ss:Type="String">不要读</Data></Cell></Row></Table>'
        "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Styles><Style ss:ID="Default"/></Styles><Worksheet ss:Name="订单"><Table>'
        + "\n".join(lines)
        + f"</Table></Worksheet>{hidden}</Workbook>"
    ).encode()


def csv_text() -> str:
    def quoted(value) -> str:
        value = clock_text(value)
        return '"' + value.replace('"', '""') + '"' if any(c in value for c in ',"\n') else value

    return "".join(",".join(map(quoted, row)) + "\r\n" for row in [HEADER, *ROWS])


class Gbk(zipfile.ZipInfo):
    """An entry as Chinese Windows writes it: the path in GBK, and no word of it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def archive() -> bytes:
    def write(file) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
            for path, data in [
                ("2026年/订单报表.csv", csv_text().encode("gb18030")),
                ("2026年/工作簿.xlsx", plain_xlsx()),
                ("__MACOSX/2026年/._订单报表.csv", b"\0\5\26\7"),
                ("2026年/~$工作簿.xlsx", b"lock"),
                ("2026年/说明.png", b"\x89PNG"),
            ]:
                out.writestr(Gbk(path, (2026, 11, 17, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)

    return saved(write)


def locked_archive() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "orders.csv").write_text(csv_text(), "utf-8")
        subprocess.run(["zip", "-q", "-P", "secret", "locked.zip", "orders.csv"], cwd=folder, check=True)
        return (Path(folder) / "locked.zip").read_bytes()


def locked_xlsx() -> bytes:
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(plain_xlsx())).encrypt("secret", out)
    return out.getvalue()


def saved(save) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    files = {
        "orders.xlsx": xlsx(),
        "empty.xlsx": empty_xlsx(),
        "orders.xls": xls(),
        "orders.ods": ods(),
        "page_gbk.xls": page(),
        "xml2003.xls": xml(),
        "archive_gbk_names.zip": archive(),
        "locked.zip": locked_archive(),
        "locked.xlsx": locked_xlsx(),
    }
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
