//! A table as a CSV file that Excel opens as it is: UTF-8 with a byte order mark, CRLF, numbers plain.
//!
//! Units stand in the header: money in 元 with two decimals, rates and changes as percent numbers, days as ISO dates. A
//! missing number is an empty field. A text that a spreadsheet would take for a formula gets a leading `'`; numbers never
//! do, so that a negative amount stays a number.

use super::{Cell, Column, Kind, Table};
use crate::analytics::compare::Change;
use crate::analytics::metrics::Value;
use crate::i18n::Lang;

/// What Excel needs at the front to read UTF-8 as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The rows given by index, in that order, below the header; the totals row last.
pub fn write(table: &Table, rows: &[u32], lang: Lang) -> String {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let header = table.columns.iter().map(|c| header(c, lang));
    // Writing into memory cannot fail; records are all of one length, and a short row is filled up.
    let mut put = |record: Vec<String>| out.write_record(record).is_ok();
    let mut is_written = put(header.collect());
    let body = rows.iter().filter_map(|&row| table.rows.get(row as usize));
    for row in body.chain(&table.totals) {
        let record = table.columns.iter().enumerate();
        let record = record.map(|(i, c)| field(c.kind, row.get(i).unwrap_or(&Cell::Empty)));
        is_written &= put(record.collect());
    }
    debug_assert!(is_written);
    let bytes = out.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}

fn header(column: &Column, lang: Lang) -> String {
    let title = match column.kind.export_unit(lang) {
        Some(unit) => match lang {
            Lang::Zh => format!("{}（{unit}）", column.title),
            Lang::En => format!("{} ({unit})", column.title),
        },
        None => column.title.clone(),
    };
    disarmed(&title)
}

fn field(kind: Kind, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => disarmed(text),
        Cell::Day(day) => day.to_string(),
        Cell::Value(value) => number(kind, value),
        Cell::Change(Some(Change::Relative(x))) => format!("{:.2}", x * 100.0),
        Cell::Change(Some(Change::Points(x))) => format!("{x:.2}"),
        Cell::Empty | Cell::Change(None) => String::new(),
    }
}

fn number(kind: Kind, value: &Value) -> String {
    match value {
        Value::Fen(fen) => yuan(*fen),
        Value::Count(n) => n.to_string(),
        Value::Rate { num, den } => format!("{:.4}", *num as f64 / *den as f64 * 100.0),
        Value::FenPer { fen, per } => format!("{:.2}", *fen as f64 / *per as f64 / 100.0),
        Value::SecsPer { secs, per } if kind == Kind::Minutes => {
            format!("{:.2}", *secs as f64 / *per as f64 / 60.0)
        }
        Value::SecsPer { secs, per } => format!("{:.2}", *secs as f64 / *per as f64),
        Value::Absent(_) => String::new(),
    }
}

fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let fen = fen.unsigned_abs();
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
}

/// A text that no spreadsheet takes for a formula.
fn disarmed(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::metrics::Absent;
    use crate::model::time::Day;

    fn table() -> Table {
        let row = |name: &str, fen, change| {
            vec![
                Cell::Text(name.into()),
                Cell::Day(Day(7_361)),
                Cell::Value(Value::Fen(fen)),
                Cell::Value(Value::Rate { num: 1, den: 3 }),
                Cell::Change(Some(Change::Relative(change))),
            ]
        };
        Table {
            columns: vec![
                Column::new("name", "名称", Kind::Text),
                Column::new("day", "日期", Kind::Day),
                Column::new("paid", "付款金额", Kind::Money),
                Column::new("rate", "付款率", Kind::Rate),
                Column::new("change", "环比", Kind::Change),
            ],
            rows: vec![
                row("=HYPERLINK(\"x\")", -5, -0.125),
                row("a,b", 190_248_715, 0.5),
            ],
            totals: Some(vec![
                Cell::Text("合计".into()),
                Cell::Empty,
                Cell::Value(Value::Absent(Absent::NoDenominator)),
            ]),
        }
    }

    #[test]
    fn texts_are_disarmed_and_negative_numbers_stay_numbers() {
        let text = write(&table(), &[1, 0], Lang::Zh);
        assert_eq!(
            text,
            "\u{feff}名称,日期,付款金额（元）,付款率（%）,环比（%）\r\n\
             \"a,b\",2020-02-26,1902487.15,33.3333,50.00\r\n\
             \"'=HYPERLINK(\"\"x\"\")\",2020-02-26,-0.05,33.3333,-12.50\r\n\
             合计,,,,\r\n"
        );
    }

    #[test]
    fn every_way_into_a_formula_is_closed() {
        for head in ["=", "+", "-", "@", "\t", "\r"] {
            assert!(disarmed(&format!("{head}1")).starts_with('\''));
        }
        assert_eq!(disarmed("羊毛-披肩"), "羊毛-披肩");
    }
}
