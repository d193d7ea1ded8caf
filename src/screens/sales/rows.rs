//! The orders behind a number, as a table.

use super::provinces;
use crate::analytics::metrics::Value;
use crate::analytics::rows::{OrderRow, Rows, RowsQuery};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};
use crate::model::order::OrderStatus;
use crate::model::time::Civil;

/// What the orders come to, in a sentence.
pub fn line(query: RowsQuery, rows: &Rows, lang: Lang) -> String {
    let args = [
        query.metric.entry(lang).name.to_owned(),
        format::span(query.span),
        format::grouped(rows.count as i64),
        format::money(rows.ordered_fen),
        format::money(rows.paid_gross_fen - rows.refund_fen),
        format::money(rows.refund_fen),
    ];
    let mut line = t(lang, Text::RowsLine, &args.each_ref().map(String::as_str));
    if (rows.rows.len() as u64) < rows.count {
        line.push_str(&t(
            lang,
            Text::RowsCut,
            &[&format::grouped(rows.rows.len() as i64)],
        ));
    }
    line
}

/// The table.
pub fn table(rows: &Rows, lang: Lang) -> Table {
    let text = |text: Text| text.get(lang);
    Table {
        columns: vec![
            Column::new("id", text(Text::RowsId), Kind::Text).deciding(),
            Column::new("created", text(Text::RowsCreated), Kind::Text),
            Column::new("paid_at", text(Text::RowsPaidAt), Kind::Text),
            Column::new("status", text(Text::RowsStatus), Kind::Text),
            Column::new("ordered", text(Text::RowsOrdered), Kind::Money),
            Column::new("paid", text(Text::RowsPaid), Kind::Money).deciding(),
            Column::new("refund", text(Text::RowsRefund), Kind::Money).deciding(),
            Column::new("province", text(Text::ColumnProvince), Kind::Text),
            Column::new("title", text(Text::RowsTitle), Kind::Text),
        ],
        rows: rows.rows.iter().map(|row| cells(row, lang)).collect(),
        totals: None,
    }
}

fn cells(row: &OrderRow, lang: Lang) -> Vec<Cell> {
    let words = |text: String| match text.is_empty() {
        true => Cell::Empty,
        false => Cell::Text(text),
    };
    let at = |at: Option<Civil>| at.map_or(Cell::Empty, |at| Cell::Text(at.to_string()));
    vec![
        words(row.id.clone().unwrap_or_default()),
        at(row.created),
        at(row.paid),
        words(
            status(row.status)
                .map_or("", |text| text.get(lang))
                .to_owned(),
        ),
        Cell::Value(Value::Fen(row.ordered_fen)),
        Cell::Value(Value::Fen(row.paid_gross_fen)),
        Cell::Value(Value::Fen(row.refund_fen)),
        words(provinces::name(lang, row.province).to_owned()),
        words(row.title.clone()),
    ]
}

fn status(status: OrderStatus) -> Option<Text> {
    Some(match status {
        OrderStatus::Unknown => return None,
        OrderStatus::AwaitingPayment => Text::StatusAwaitingPayment,
        OrderStatus::Paid => Text::StatusPaid,
        OrderStatus::Shipped => Text::StatusShipped,
        OrderStatus::Completed => Text::StatusCompleted,
        OrderStatus::Closed => Text::StatusClosed,
    })
}
