#!/usr/bin/env python3
"""Makes tests/fixtures/raw/: small tables, each written in one unusual way, and expected.json with the table that each is.

    python3 scripts/make-raw-fixtures.py          write the files
    python3 scripts/make-raw-fixtures.py --check  say whether the files in the repository are what this script makes

Each file is given as bytes and as the cells that they mean; nothing here knows how the product reads files. The cases named
spectrum_* are those of the npm package csv-spectrum, made again with other contents.
"""

import json
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "raw"

HEADER = ["货号", "品名", "数量", "单价", "日期"]
ROWS = [
    ["A-001", "纯棉毛巾", "12", "19.90", "2026-03-01"],
    ["A-002", "羊毛围巾，灰色", "3", "129.00", "2026-03-02"],
    ["A-003", "保温杯 500ml", "48", "59.00", "2026-03-03"],
    ["A-004", "雨伞", "7", "39.50", "2026-03-04"],
    ["A-005", "四件套, 1.8米", "2", "299.00", "2026-03-05"],
    ["A-006", '显示器支架 24"', "5", "88.00", "2026-03-06"],
]
TABLE = [HEADER, *ROWS]


def quoted(cell: str, mark: str = '"', escape: str = '""') -> str:
    return mark + cell.replace(mark, escape) + mark


def written(table, delimiter=",", end="\r\n", mark='"', escape='""', always=False) -> str:
    def cell(text):
        special = any(c in text for c in (delimiter[0], mark, "\r", "\n"))
        return quoted(text, mark, escape) if special or always else text

    return "".join(delimiter.join(cell(c) for c in row) + end for row in table)


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)


def cases() -> dict:
    plain = written(TABLE)
    guarded = "".join(
        ",".join('="' + c + '"' if column == 0 else quoted(c) for column, c in enumerate(row)) + "\r\n" for row in ROWS
    )
    groups = [["商品", "", "销售", "", ""], ["货号", "品名", "数量", "单价", "日期"]]
    grouped = [["商品 货号", "商品 品名", "销售 数量", "销售 单价", "销售 日期"], *ROWS]
    lacking = [row for row in ROWS if row[0] != "A-004"]
    with_short = [*ROWS[:3], ["A-004", "雨伞", "7", "39.50", ""], *ROWS[4:]]
    cut = (written(TABLE[:5]) + "A-005,四件").encode("gb18030")[:-1]
    return {
        # Encodings.
        "gb18030_quotes.csv": (written(TABLE, always=True).encode("gb18030"), TABLE),
        "gb18030_cr.csv": (written(TABLE, end="\r").encode("gb18030"), TABLE),
        "gb18030_cut_in_a_character.csv": (cut, [*TABLE[:5], ["A-005", "四\ufffd", "", "", ""]]),
        "utf16le_bom_tab.xls": (written(TABLE, "\t").encode("utf-16"), TABLE),
        "utf16le_no_bom.csv": (plain.encode("utf-16-le"), TABLE),
        "utf16be_bom.csv": (b"\xfe\xff" + plain.encode("utf-16-be"), TABLE),
        "utf16be_no_bom.csv": (plain.encode("utf-16-be"), TABLE),
        "windows1252.csv": (
            "nom;ville;âge\nJosé;Málaga;31\nZoë;Orléans;28\nAndré;Besançon;45\n".encode("cp1252"),
            [["nom", "ville", "âge"], ["José", "Málaga", "31"], ["Zoë", "Orléans", "28"], ["André", "Besançon", "45"]],
        ),
        "utf8_one_gb18030_cell.csv": (
            plain.encode().replace("雨伞".encode(), "雨伞".encode("gb18030")),
            TABLE,
        ),
        # Delimiters, quotes, line ends.
        "tab_text.xls": (written(TABLE, "\t", end="\n").encode("gb18030"), TABLE),
        "semicolon.csv": (written(TABLE, ";").encode(), TABLE),
        "pipe.txt": (written(TABLE, "|").encode(), TABLE),
        "comma_and_blank.csv": (written(TABLE, ", ").encode(), TABLE),
        "apostrophes_for_quotes.csv": (written(TABLE, mark="'", escape="''", always=True).encode(), TABLE),
        "backslash_for_escape.csv": (written(TABLE, escape='\\"', always=True).encode(), TABLE),
        "no_escape.csv": (written(TABLE, escape='"', always=True).encode(), TABLE),
        "full_width_comma_is_text.csv": (
            written([[c.replace(",", "，") for c in row] for row in TABLE]).encode(),
            [[c.replace(",", "，") for c in row] for row in TABLE],
        ),
        "mixed_line_ends.csv": (plain.replace("\r\n", "\n", 3).replace("59.00,2026-03-03\r\n", "59.00,2026-03-03\r").encode(), TABLE),
        "no_last_line_end.csv": (plain[:-2].encode(), TABLE),
        "guards.csv": ((",".join(HEADER) + "\r\n" + guarded).encode("gb18030"), TABLE),
        # Rows that are not like the others.
        "stray_quote_in_front.csv": (
            replaced(plain, "A-004,雨伞", 'A-004,"雨伞').encode("gb18030"),
            [HEADER, *ROWS[:3], ["A-004", '"雨伞', *ROWS[3][2:]], *ROWS[4:]],
        ),
        "stray_quote_at_the_end.csv": (
            replaced(plain, "2026-03-04\r\n", '"\r\n').encode(),
            [HEADER, *ROWS[:3], [*ROWS[3][:4], '"'], *ROWS[4:]],
        ),
        "quote_never_closed.csv": (
            replaced(plain, "A-001,", '"A-001,').encode(),
            [HEADER, ['"A-001', *ROWS[0][1:]], *ROWS[1:]],
        ),
        "row_with_another_delimiter.csv": (replaced(plain, "A-004,雨伞,7,39.50,2026-03-04", "A-004;雨伞;7;39.50;2026-03-04").encode(), TABLE),
        "short_row.csv": (replaced(plain, ",2026-03-04", "").encode(), [HEADER, *with_short]),
        "trailing_delimiters.csv": (plain.replace("\r\n", ",\r\n").encode(), [[*row, ""] for row in TABLE]),
        # What stands around the table.
        "titles_above.csv": (("店铺名称：演示旗舰店\r\n统计时间,2026-03-01 ~ 2026-03-06\r\n\r\n" + plain).encode("gb18030"), TABLE),
        "titles_padded.csv": (("库存报表,,,,\r\n,,,,\r\n" + plain).encode(), TABLE),
        "notes_below.csv": ((plain + "\r\n说明：数据截至昨日\r\n仅供内部使用\r\n").encode("gb18030"), TABLE),
        "header_in_two_rows.csv": (written([*groups, *ROWS]).encode(), grouped),
        "no_header.csv": (written(ROWS).encode(), ROWS),
        "another_table_below.csv": ((plain + "\r\n" + written([["仓库", "库存"], ["杭州", "12"], ["广州", "7"]])).encode(), TABLE),
        "header_again.csv": ((plain + written([HEADER, *lacking])).encode(), TABLE),
        # Hardly anything.
        "empty.csv": (b"", []),
        "blank_lines.csv": (b"\r\n\r\n\n", []),
        "only_a_header.csv": (written([HEADER]).encode("gb18030"), [HEADER]),
        "one_row.csv": (written(TABLE[:2]).encode(), TABLE[:2]),
        "one_column.csv": ("品名\n毛巾 大\n围巾 小\n雨伞 大\n".encode(), [["品名"], ["毛巾 大"], ["围巾 小"], ["雨伞 大"]]),
        "one_column_of_two_words.csv": (b"name\nAnn Lee\nBob Ray\nCid Fox\nDan Kim\n", [["name"], ["Ann Lee"], ["Bob Ray"], ["Cid Fox"], ["Dan Kim"]]),
        "one_column_of_times.csv": (b"time\n10:30\n10:45\n11:00\n", [["time"], ["10:30"], ["10:45"], ["11:00"]]),
        # The cases of csv-spectrum.
        "spectrum_comma_in_quotes.csv": (b'first,last,address\nAnn,Lee,"1, Lake Rd"\n', [["first", "last", "address"], ["Ann", "Lee", "1, Lake Rd"]]),
        "spectrum_empty.csv": (b'a,b,c\n1,"",""\n2,3,4\n', [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        "spectrum_empty_crlf.csv": (b'a,b,c\r\n1,"",""\r\n2,3,4\r\n', [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
        "spectrum_escaped_quotes.csv": (b'a,b\n1,"so ""quiet"" here"\n3,4\n', [["a", "b"], ["1", 'so "quiet" here'], ["3", "4"]]),
        "spectrum_json.csv": (
            b'key,val\n1,"{""type"": ""Line"", ""at"": [2.5, 1]}"\n',
            [["key", "val"], ["1", '{"type": "Line", "at": [2.5, 1]}']],
        ),
        "spectrum_location.csv": (
            "phone,where,city\n5550100,30°14'39.3\"N 120°9'2.1\"E,杭州".encode(),
            [["phone", "where", "city"], ["5550100", "30°14'39.3\"N 120°9'2.1\"E", "杭州"]],
        ),
        "spectrum_newlines.csv": (b'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n', [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
        "spectrum_newlines_crlf.csv": (
            b'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n',
            [["a", "b", "c"], ["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]],
        ),
        "spectrum_quotes_and_newlines.csv": (b'a,b\n1,"so \n""quiet""\n\nhere"\n3,4\n', [["a", "b"], ["1", 'so \n"quiet"\n\nhere'], ["3", "4"]]),
        "spectrum_simple.csv": (b"a,b,c\n1,2,3", [["a", "b", "c"], ["1", "2", "3"]]),
        "spectrum_simple_crlf.csv": (b"a,b,c\r\n1,2,3", [["a", "b", "c"], ["1", "2", "3"]]),
        "spectrum_utf8.csv": ("a,b,c\n1,2,3\n4,5,ʤ\n".encode(), [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
    }


def main() -> int:
    made = cases()
    files = {name: content for name, (content, _) in made.items()}
    tables = {name: table for name, (_, table) in made.items()}
    text = "{\n" + ",\n".join(f"{json.dumps(n)}: {json.dumps(t, ensure_ascii=False)}" for n, t in tables.items()) + "\n}\n"
    files["expected.json"] = text.encode()
    if "--check" in sys.argv:
        wrong = [n for n, content in files.items() if not (FOLDER / n).exists() or (FOLDER / n).read_bytes() != content]
        print("differ: " + ", ".join(wrong) if wrong else "all as made")
        return 1 if wrong else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
