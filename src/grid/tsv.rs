//! A table as text for the clipboard: cells parted by tabs, as a spreadsheet takes them in.

use super::csv::{field, header};
use super::{Cell, Table};
use crate::i18n::Lang;

/// All rows below the header, the totals last. What would end a cell or a row is written as a blank.
pub fn write(table: &Table, lang: Lang) -> String {
    let plain = |text: String| text.replace(['\t', '\r', '\n'], " ");
    let line = |cells: Vec<String>| cells.into_iter().map(plain).collect::<Vec<_>>().join("\t");
    let header = table.columns.iter().map(|column| header(column, lang));
    let mut lines = vec![line(header.collect())];
    for row in table.rows.iter().chain(&table.totals) {
        let cells = table.columns.iter().enumerate();
        let cells = cells.map(|(at, c)| field(c.kind, row.get(at).unwrap_or(&Cell::Empty)));
        lines.push(line(cells.collect()));
    }
    lines.join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::metrics::Value;
    use crate::grid::{Column, Kind};

    #[test]
    fn a_table_is_pasted_as_cells() {
        let table = Table {
            columns: vec![
                Column::new("item", "商品", Kind::Text),
                Column::new("cost", "成本", Kind::Money),
            ],
            rows: vec![vec![
                Cell::Text("=四件套\t大".to_owned()),
                Cell::Value(Value::Fen(1_250)),
            ]],
            totals: Some(vec![Cell::Empty, Cell::Value(Value::Fen(1_250))]),
        };
        assert_eq!(
            write(&table, Lang::Zh),
            "商品\t成本（元）\r\n'=四件套 大\t12.50\r\n\t12.50"
        );
    }
}
