//! Workbooks, pages and archives come apart into the tables that the programs that wrote them put in, and what is broken,
//! locked or hostile is named. `scripts/make-workbooks.py` makes the fixtures.

use dianzhang::import::columns::ReadContext;
use dianzhang::import::issues::IssueKind;
use dianzhang::import::reader::FileReader;
use dianzhang::import::unpack::{Part, Step, unpack};
use dianzhang::model::time::Civil;
use std::io::{Cursor, Write};
use std::panic::catch_unwind;
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/workbooks");
    std::fs::read(folder.join(name)).expect("a fixture")
}

fn parts(name: &str, bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    unpack(name, bytes, &mut |step| {
        if let Step::Part(part) = step {
            parts.push(part);
        }
    });
    parts
}

/// The rows of a part.
fn rows(part: &Part) -> Vec<Vec<String>> {
    let bytes = part.content.as_ref().expect("a table");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(&bytes[..]);
    let row = |r: csv::StringRecord| r.iter().map(str::to_owned).collect();
    reader.records().map(|r| row(r.expect("UTF-8"))).collect()
}

/// What is to be said of a file that cannot be read.
fn refusal(name: &str, bytes: &[u8]) -> IssueKind {
    let parts = parts(name, bytes);
    assert_eq!(parts.len(), 1, "{parts:?}");
    *parts[0].content.as_ref().expect_err("a refusal")
}

const HEADER: &str = "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝总数量,店铺名称,退款金额";
const FIRST: [&str; 14] = [
    "819000000000000001",
    "虚构小红",
    "1200",
    "1000",
    "交易成功",
    "不存在女士",
    "广东省 深圳市 南山区 编造路1号",
    "'13900000001",
    "2026-11-16 10:00:00",
    "2026-11-16 10:04:00",
    "羊毛围巾,驼色",
    "2",
    "青禾旗舰店",
    "200.00元",
];
const SECOND: [&str; 14] = [
    "819000000000000002",
    "虚构小明",
    "80.3",
    "0",
    "等待买家付款",
    "不存在先生",
    "上海 上海市 徐汇区 编造路2号",
    "'13900000002",
    "2026-11-16 21:30:00",
    "",
    "蜡烛\n\"大\"",
    "1",
    "青禾旗舰店",
    "无退款申请",
];

/// The orders stand in their rows, and the text reader takes them in.
fn assert_orders(part: &Part) {
    let rows = rows(part);
    let from = rows.iter().position(|r| r.len() > 1 && r[0] == "订单编号");
    let from = from.expect("a header");
    let trimmed = |s: &str| s.trim().to_owned();
    let header: Vec<String> = HEADER.split(',').map(trimmed).collect();
    let found: Vec<String> = rows[from].iter().map(|s| trimmed(s)).collect();
    assert_eq!(found, header, "{}", part.name);
    assert_eq!(rows[from + 1], FIRST, "{}", part.name);
    assert_eq!(rows[from + 2], SECOND, "{}", part.name);
    let bytes = part.content.as_ref().expect("a table");
    let context = ReadContext {
        salt: [1; 16],
        now: Civil(900_000_000),
    };
    let mut reader = FileReader::new(&part.name, bytes.len() as u64, context);
    reader.feed(bytes);
    let report = reader.finish().report;
    assert_eq!(report.kind.as_deref(), Some("orders"), "{}", part.name);
    assert_eq!((report.rows, report.accepted), (2, 2), "{}", part.name);
}

fn names(parts: &[Part]) -> Vec<&str> {
    parts.iter().map(|p| p.name.as_str()).collect()
}

#[test]
fn an_xlsx_gives_its_visible_sheets() {
    let parts = parts("orders.xlsx", &fixture("orders.xlsx"));
    assert_eq!(names(&parts), ["orders.xlsx › 订单", "orders.xlsx › 商品"]);
    assert_orders(&parts[0]);
    // Title and blank line stay, so that the header is in the row where Excel shows it.
    let text = String::from_utf8(parts[0].content.clone().expect("a table")).expect("UTF-8");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines[0], lines[1]), ("店铺订单报表（2026-11-16）", ""));
    assert!(lines[2].starts_with("订单编号,"));
    assert_eq!(
        rows(&parts[1])[1],
        [
            "8.19E+17",
            "0.0321",
            "2026-11-16",
            "26:03:00",
            "",
            "1234",
            "TRUE"
        ]
    );
    let issue = &parts[1].issues[0];
    assert_eq!(
        (
            issue.kind,
            issue.row,
            issue.column.as_str(),
            issue.sample.as_str()
        ),
        (IssueKind::FormulaError, 2, "E", "#N/A")
    );
}

#[test]
fn an_old_xls_gives_the_same() {
    let parts = parts("orders.xls", &fixture("orders.xls"));
    assert_eq!(names(&parts), ["orders.xls › 订单", "orders.xls › 商品"]);
    assert_orders(&parts[0]);
    assert_eq!(rows(&parts[1])[1], ["8.19E+17", "0.0321", "2026-11-16"]);
}

#[test]
fn workbooks_of_one_sheet_keep_their_name() {
    for name in ["orders.ods", "page_gbk.xls", "xml2003.xls"] {
        let parts = parts(name, &fixture(name));
        assert_eq!(names(&parts), [name]);
        assert!(parts[0].issues.is_empty());
        assert_orders(&parts[0]);
    }
}

#[test]
fn an_archive_gives_its_tables_under_their_chinese_names() {
    let parts = parts("all.zip", &fixture("archive_gbk_names.zip"));
    let wanted = [
        "all.zip › 2026年/订单报表.csv",
        "all.zip › 2026年/工作簿.xlsx",
    ];
    assert_eq!(names(&parts), wanted);
    // A plain file comes out as it is: the text reader knows encodings.
    let csv = parts[0].content.as_ref().expect("a file");
    assert_eq!(
        encoding_rs::GB18030.decode(csv).0.lines().next(),
        Some(HEADER)
    );
    assert_orders(&parts[1]);
}

#[test]
fn what_is_locked_broken_or_empty_is_named() {
    use IssueKind::*;
    let xlsx = fixture("orders.xlsx");
    let xls = fixture("orders.xls");
    assert_eq!(refusal("locked.xlsx", &fixture("locked.xlsx")), Protected);
    assert_eq!(
        refusal("locked.zip", &fixture("locked.zip")),
        ProtectedEntry
    );
    assert_eq!(refusal("empty.xlsx", &fixture("empty.xlsx")), EmptyWorkbook);
    assert_eq!(
        refusal("cut.xlsx", &xlsx[..xlsx.len() / 2]),
        CorruptWorkbook
    );
    assert_eq!(refusal("cut.zip", &xlsx[..xlsx.len() / 2]), CorruptArchive);
    assert_eq!(refusal("cut.xls", &xls[..xls.len() / 2]), CorruptWorkbook);
    assert_eq!(refusal("cut.xls", &xls[..600]), CorruptWorkbook);
    assert_eq!(refusal("a.rar", b"Rar!\x1A\x07\x01\0"), OtherArchive);
    assert_eq!(
        refusal("login.xls", b"<!DOCTYPE html><body>Sign in</body>"),
        NoTable
    );
    assert_eq!(
        refusal("none.zip", &zipped(&[("a.png", b"\x89PNG")])),
        EmptyArchive
    );
    let document = zipped(&[
        ("[Content_Types].xml", b""),
        ("word/document.xml", b"<?xml?>"),
    ]);
    assert_eq!(refusal("letter.docx", &document), Binary);
    let inner = zipped(&[("a.csv", b"a,b\n1,2\n")]);
    let twice = zipped(&[("b.zip", &inner)]);
    assert_eq!(names(&parts("c.zip", &twice)), ["c.zip › b.zip › a.csv"]);
    assert_eq!(refusal("d.zip", &zipped(&[("c.zip", &twice)])), TooDeep);
}

#[test]
fn a_page_in_one_file_gives_its_sheets() {
    let page =
        "<html><meta charset=3Dgb2312><table><tr><td>=C8=D5=C6=DA<td>=\r\nb<tr><td>1<td>2</table>";
    let mht = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--=_x\"\r\n\r\n----=_x\r\nContent-Location: file:///C:/book.htm\r\nContent-Type: text/html\r\n\r\n<frameset>\r\n----=_x\r\nContent-Location: file:///C:/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n{page}\r\n----=_x--\r\n"
    );
    let parts = parts("book.xls", mht.as_bytes());
    assert_eq!(names(&parts), ["book.xls"]);
    assert_eq!(rows(&parts[0]), [["日期", "b"], ["1", "2"]]);
}

#[test]
fn text_under_the_name_of_a_workbook_is_left_as_it_is() {
    let text = "订单编号\t总金额\n1\t2\n".as_bytes();
    let parts = parts("orders.xls", text);
    assert_eq!(names(&parts), ["orders.xls"]);
    assert_eq!(parts[0].content.as_deref(), Ok(text));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A workbook of one sheet with this XML in it.
fn workbook(sheet: &str) -> Vec<u8> {
    workbook_with(sheet, "<sst/>")
}

/// A workbook of one sheet, and the texts that its cells share.
fn workbook_with(sheet: &str, strings: &str) -> Vec<u8> {
    const TYPES: &[u8] = br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
    const RELS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const BOOK_RELS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    zipped(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_sheet_that_claims_to_be_immense_is_read_for_what_it_holds() {
    let book = workbook(
        r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"#,
    );
    let parts = parts("big.xlsx", &book);
    let text = parts[0].content.as_ref().expect("a table");
    assert!(text.len() < 1_100_000);
    assert_eq!(text.iter().filter(|b| **b == b'\n').count(), 1_048_576);
}

#[test]
fn shared_texts_stand_in_their_cells() {
    let book = workbook_with(
        r#"<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" t="str"><f>A1</f><v>a&amp;b</v></c><c r="E2" t="s"><v>7</v></c></row></sheetData></worksheet>"#,
        r#"<sst><si><t xml:space="preserve"> 订单 </t></si><si><r><t>8190000</t></r><r><rPr><b/></rPr><t>00000000001</t></r><rPh><t>x</t></rPh></si></sst>"#,
    );
    let parts = parts("shared.xlsx", &book);
    assert_eq!(
        rows(&parts[0]),
        [["", "819000000000000001", " 订单 ", "a&b"]]
    );
    // A text that is not there.
    assert_eq!(parts[0].issues[0].column, "E");
}

#[test]
fn cells_that_cannot_be_read_are_named_and_the_others_kept() {
    let book = workbook(
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="n"><v>x</v></c><c r="C1" t="inlineStr"><is><t>ok</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>3</sheetData>"#,
    );
    let parts = parts("odd.xlsx", &book);
    let kinds: Vec<IssueKind> = parts[0].issues.iter().map(|i| i.kind).collect();
    assert_eq!(rows(&parts[0]), [["", "", "ok"], ["1", "", ""]]);
    assert_eq!(kinds, [IssueKind::CutWorkbook, IssueKind::FormulaError]);
}

#[test]
fn a_table_that_never_ends_is_named() {
    let content = r#"<office:document-content><table:table table:name="a"><table:table-row>"#;
    let book = zipped(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(refusal("endless.ods", &book), IssueKind::CorruptWorkbook);
}

#[test]
fn bombs_are_not_unpacked() {
    // One entry of 800 MB in less than one.
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    writer.start_file("bomb.csv", options).expect("an entry");
    let zeros = vec![b'0'; 1 << 20];
    (0..800).for_each(|_| writer.write_all(&zeros).expect("written"));
    let mut bomb = writer.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refusal("bomb.zip", &bomb), IssueKind::TooLarge);
    // The same with a lie about its size, in the directory and before the entry.
    let size = (800u32 << 20).to_le_bytes();
    while let Some(at) = bomb.windows(4).position(|w| w == size) {
        bomb[at..at + 4].copy_from_slice(&9u32.to_le_bytes());
    }
    let parts = parts("liar.zip", &bomb);
    assert!(parts.iter().all(|p| p.content.is_err()), "{}", parts.len());
    let many: Vec<(String, &[u8])> = (0..10_001)
        .map(|n| (format!("{n}.csv"), &b""[..]))
        .collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    assert_eq!(refusal("many.zip", &zipped(&many)), IssueKind::TooLarge);
}

/// Numbers that look random and are the same in every run: a panic of a reader shall not come and go.
fn noise(seed: u64) -> impl FnMut() -> usize {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize
    }
}

/// Damages a fixture in many ways: those in which taking it apart panics, or comes to nothing at all.
fn panics(name: &str) -> Vec<u64> {
    let whole = fixture(name);
    let damaged = |seed: u64| {
        let mut next = noise(seed);
        let mut bytes = whole.clone();
        for _ in 0..1 + next() % 8 {
            let at = next() % bytes.len();
            bytes[at] = next() as u8;
        }
        if seed.is_multiple_of(4) {
            bytes.truncate(next() % bytes.len());
        }
        bytes
    };
    (1..=100)
        .filter(|&seed| {
            let bytes = damaged(seed);
            let parts = catch_unwind(|| parts(name, &bytes));
            !parts.is_ok_and(|parts| !parts.is_empty())
        })
        .collect()
}

#[test]
fn damaged_files_come_to_an_end() {
    for name in [
        "orders.xlsx",
        "orders.ods",
        "page_gbk.xls",
        "xml2003.xls",
        "archive_gbk_names.zip",
    ] {
        assert_eq!(panics(name), [0; 0], "{name}");
    }
}

/// calamine trusts some offsets of an old `.xls`. In the app that ends a worker and no more; see `platform/unpacker`.
#[test]
fn a_damaged_old_workbook_ends_nothing_but_its_own_reader() {
    let found = panics("orders.xls");
    assert!(found.len() < 20, "{found:?}");
}
