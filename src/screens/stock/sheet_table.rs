//! The sheet as it is sent: one row for each item to order, for Excel and for the clipboard.

use super::{chance, steps};
use crate::analytics::metrics::{Absent, Value};
use crate::analytics::stock::answer::SheetView;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text};

/// The table; what was left out or taken off is not in it.
pub fn table(sheet: &SheetView, lang: Lang) -> Table {
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("supplier", text(Text::ColSupplier), Kind::Text),
        Column::new("code", text(Text::ColCode), Kind::Text),
        Column::new("title", text(Text::ColItem), Kind::Text),
        Column::new("on_hand", text(Text::ColOnHand), Kind::Count),
        Column::new("on_order", text(Text::ColOnOrder), Kind::Count),
        Column::new("wanted", text(Text::ColWanted), Kind::Count),
        Column::new("safety", text(Text::ColSafety), Kind::Count),
        Column::new("proposed", text(Text::ColProposed), Kind::Count),
        Column::new("units", text(Text::ColUnits), Kind::Count),
        Column::new("unit_cost", text(Text::ColUnitCost), Kind::Money),
        Column::new("cost", text(Text::ColCost), Kind::Money),
        Column::new("without", text(Text::ColWithout), Kind::Text),
        Column::new("with", text(Text::ColWith), Kind::Text),
        Column::new("cycle", text(Text::ColCycle), Kind::Text),
        Column::new("reason", text(Text::ColReason), Kind::Text),
    ];
    let mut rows = Vec::new();
    for group in super::sheet::groups(sheet, lang) {
        for line in &group.lines {
            let row = &sheet.sheet.rows[line.at];
            if row.units() <= 0 {
                continue;
            }
            let count = |n: i64| Cell::Value(Value::Count(n));
            let money = |fen: Option<i64>| {
                Cell::Value(fen.map_or(Value::Absent(Absent::NoDenominator), Value::Fen))
            };
            let words = |words: &str| Cell::Text(words.to_owned());
            rows.push(vec![
                words(&group.supplier),
                words(&row.item),
                words(&line.title),
                count(row.why.on_hand),
                count(row.why.on_order),
                count(row.why.demand.mean.round() as i64),
                count(row.why.safety.round() as i64),
                count(row.why.proposed),
                count(row.units()),
                money(row.unit_cost_fen),
                money(row.cost_fen()),
                Cell::Text(chance(row.risk.week_without)),
                Cell::Text(chance(row.risk.week_with)),
                Cell::Text(chance(row.risk.cycle_with)),
                Cell::Text(steps::reason(row, lang)),
            ]);
        }
    }
    let mut totals = vec![Cell::Empty; columns.len()];
    totals[1] = Cell::Text(text(Text::ColTotal).to_owned());
    totals[8] = Cell::Value(Value::Count(sheet.sheet.units));
    totals[10] = Cell::Value(Value::Fen(sheet.sheet.cost_fen));
    Table {
        columns,
        rows,
        totals: Some(totals),
    }
}
