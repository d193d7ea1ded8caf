//! Everything that was compared, as one table to be saved.

use super::way::steps;
use super::words::{quantity_name, source_name, spans};
use crate::analytics::metrics::Value;
use crate::analytics::reconcile::Reconciliation;
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text};

/// Everything as one table to be saved: each step of each check on a line.
pub fn export(lang: Lang, all: &Reconciliation) -> Table {
    let text = |key, title: Text| Column::new(key, title.get(lang), Kind::Text);
    let mut rows = Vec::new();
    for line in &all.lines {
        for check in &line.checks {
            let days = spans(lang, check.days().spans());
            for step in steps(lang, line.quantity, check) {
                let words = |text: &str| Cell::Text(text.to_owned());
                rows.push(vec![
                    words(quantity_name(line.quantity).get(lang)),
                    words(source_name(lang, check.b)),
                    words(&days),
                    words(&step.name),
                    Cell::Value(Value::Fen(step.value)),
                    words(&step.why),
                    words(&step.orders.unwrap_or_default()),
                ]);
            }
        }
    }
    Table {
        columns: vec![
            text("quantity", Text::ReconcileQuantity),
            text("source", Text::ReconcileSource),
            text("days", Text::ReconcileDays),
            text("step", Text::ReconcileStep),
            Column::new("amount", Text::ReconcileAmount.get(lang), Kind::Money),
            text("why", Text::ReconcileColumnWhy),
            text("orders", Text::ReconcileColumnOrders),
        ],
        rows,
        totals: None,
    }
}
