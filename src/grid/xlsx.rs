//! A table as an Excel workbook (ECMA-376): one sheet, numbers as numbers, the header frozen. The archive is stored, not packed:
//! what is written here is small.

use super::csv::header;
use super::{Cell, Table};
use crate::analytics::metrics::Value;
use crate::i18n::Lang;
use std::fmt::Write;

/// Above this width columns are no longer read at a glance.
const WIDEST: usize = 60;

/// The workbook's bytes. `sheet` is its sheet's name.
pub fn write(table: &Table, sheet: &str, lang: Lang) -> Vec<u8> {
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINKS}\"><sheets><sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        sheet_name(sheet)
    );
    let content = content(table, lang);
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", TOP_LINKS),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", BOOK_LINKS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &content),
    ])
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const TOP_LINKS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_LINKS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// 0 as it is, 1 the header, 2 money, 3 whole numbers.
const STYLES: &str = r##"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>"##;

fn content(table: &Table, lang: Lang) -> String {
    let mut out = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (at, column) in table.columns.iter().enumerate() {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let widest = cells.map(|cell| width(&cell.text(lang))).max().unwrap_or(0);
        let width = widest.max(width(&header(column, lang))).min(WIDEST) + 2;
        let _ = write!(
            out,
            "<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>",
            at + 1
        );
    }
    out.push_str("</cols><sheetData><row>");
    for column in &table.columns {
        text(&mut out, &header(column, lang), 1);
    }
    out.push_str("</row>");
    for row in table.rows.iter().chain(&table.totals) {
        out.push_str("<row>");
        for at in 0..table.columns.len() {
            cell(&mut out, row.get(at).unwrap_or(&Cell::Empty));
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData></worksheet>");
    out
}

/// A cell. Money is in 元 and rates in percent, as the header says.
fn cell(out: &mut String, cell: &Cell) {
    let number = |out: &mut String, value: f64, style: u8| {
        let _ = write!(out, "<c s=\"{style}\"><v>{value}</v></c>");
    };
    match cell {
        Cell::Text(words) | Cell::Link(words, _) => text(out, words, 0),
        Cell::Day(day) => text(out, &day.to_string(), 0),
        Cell::Value(Value::Fen(fen)) => number(out, *fen as f64 / 100.0, 2),
        Cell::Value(Value::FenPer { fen, per }) => {
            number(out, *fen as f64 / *per as f64 / 100.0, 2);
        }
        Cell::Value(Value::Count(count)) => number(out, *count as f64, 3),
        Cell::Value(Value::Rate { num, den }) => {
            number(out, *num as f64 / *den as f64 * 100.0, 0);
        }
        Cell::Value(Value::SecsPer { secs, per }) => {
            number(out, *secs as f64 / *per as f64 / 60.0, 0);
        }
        Cell::Change(Some(change)) => number(out, change.amount(), 0),
        Cell::Empty | Cell::Value(Value::Absent(_)) | Cell::Change(None) => out.push_str("<c/>"),
    }
}

fn text(out: &mut String, words: &str, style: u8) {
    let _ = write!(
        out,
        "<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(words)
    );
}

/// What XML cannot hold is left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if (c as u32) < 0x20 || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// A name that Excel takes: at most 31 characters, none of them one of its own.
fn sheet_name(name: &str) -> String {
    let kept = name
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''));
    escaped(&kept.take(31).collect::<String>())
}

/// How wide a text is, in digits.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A ZIP archive whose files are stored as they are.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut index = Vec::new();
    for (name, content) in files {
        let offset = out.len() as u32;
        let mut fields = Vec::new();
        // Version 2.0, names in UTF-8, stored, the 1st of January 1980.
        for field in [20_u16, 0x0800, 0, 0, 0x0021] {
            fields.extend(field.to_le_bytes());
        }
        let size = content.len() as u32;
        for field in [crc32(content.as_bytes()), size, size] {
            fields.extend(field.to_le_bytes());
        }
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(content.as_bytes());
        index.extend(b"PK\x01\x02\x14\x00");
        index.extend(&fields);
        // No remark, first disk, no attributes.
        index.extend([0; 10]);
        index.extend(offset.to_le_bytes());
        index.extend(name.as_bytes());
    }
    let (count, size, start) = (files.len() as u16, index.len() as u32, out.len() as u32);
    out.extend(index);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// CRC-32 as ZIP has it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Column, Kind};
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    #[test]
    fn a_workbook_is_read_back_as_it_was_written() {
        let table = Table {
            columns: vec![
                Column::new("item", "商品", Kind::Text),
                Column::new("units", "件数", Kind::Count),
                Column::new("cost", "成本", Kind::Money),
                Column::new("risk", "断货", Kind::Rate),
            ],
            rows: vec![vec![
                Cell::Text("浴巾 <\"加大\"> & 速干".to_owned()),
                Cell::Value(Value::Count(36)),
                Cell::Value(Value::Fen(123_450)),
                Cell::Value(Value::Rate { num: 1, den: 4 }),
            ]],
            totals: Some(vec![
                Cell::Empty,
                Cell::Value(Value::Count(36)),
                Cell::Empty,
                Cell::Empty,
            ]),
        };
        let bytes = write(&table, "补货单 2026/11/26", Lang::Zh);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        assert_eq!(book.sheet_names(), ["补货单 20261126"]);
        let range = book.worksheet_range_at(0).expect("a sheet").expect("reads");
        let cells = |row: usize| {
            (0..4)
                .map(|at| range[(row, at)].clone())
                .collect::<Vec<_>>()
        };
        let text = |text: &str| Data::String(text.to_owned());
        assert_eq!(
            cells(0),
            [
                text("商品"),
                text("件数"),
                text("成本（元）"),
                text("断货（%）")
            ]
        );
        assert_eq!(
            cells(1),
            [
                text("浴巾 <\"加大\"> & 速干"),
                Data::Float(36.0),
                Data::Float(1_234.5),
                Data::Float(25.0)
            ]
        );
        assert_eq!(cells(2)[1], Data::Float(36.0));
    }

    #[test]
    fn the_check_sum_is_that_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
