//! Where the visitors came from, as a table.

use super::items::without_empty_columns;
use crate::analytics::breakdown::Breakdown;
use crate::analytics::compare::change;
use crate::analytics::metrics::{Absent, Value};
use crate::analytics::traffic::{SourceRow, Sources};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};

/// The table; `None` where no file names sources.
pub fn table(breakdown: &Breakdown, lang: Lang) -> Option<Table> {
    let sources = breakdown.sources.as_ref()?;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("source", text(Text::Source), Kind::Text).deciding(),
        Column::new("group", text(Text::SourceGroup), Kind::Text),
        Column::new("visitors", text(Text::SourceVisitors), Kind::Count).deciding(),
        Column::new(
            "visitors_change",
            text(Text::SourceVisitorsChange),
            Kind::Change,
        ),
        Column::new("buyers", text(Text::SourceBuyers), Kind::Count),
        Column::new("conversion", text(Text::HotConversion), Kind::Rate).deciding(),
        Column::new(
            "conversion_change",
            text(Text::SourceConversionChange),
            Kind::Change,
        ),
        Column::new("visitor_value", text(Text::TileVisitorValue), Kind::Money),
        Column::new("paid", text(Text::HotPaid), Kind::Money),
        Column::new("difference", text(Text::ItemDifference), Kind::Money),
        Column::new("by_visitors", text(Text::PartVisitors), Kind::Money),
        Column::new("by_conversion", text(Text::PartConversion), Kind::Money),
        Column::new("by_spend", text(Text::PartSpend), Kind::Money),
    ];
    let table = Table {
        columns,
        rows: sources.rows.iter().map(|row| cells(sources, row)).collect(),
        totals: None,
    };
    Some(without_empty_columns(table))
}

fn cells(sources: &Sources, row: &SourceRow) -> Vec<Cell> {
    let none = || Value::Absent(Absent::NoDenominator);
    let is_comparable = sources.is_comparable();
    let (now, base) = (&row.now, &row.base);
    let rate = |num: Option<i64>, den: i64| match num {
        Some(num) if den > 0 => Value::Rate { num, den },
        _ => none(),
    };
    let money = |fen: Option<i64>| Cell::Value(fen.map_or_else(none, Value::Fen));
    let changed =
        |now: &Value, base: &Value| Cell::Change(change(now, base).filter(|_| is_comparable));
    let conversion = rate(now.buyers, now.visitors);
    let parts = row.parts().filter(|_| is_comparable);
    let value = match now.paid_fen {
        Some(fen) if now.visitors > 0 => Value::FenPer {
            fen,
            per: now.visitors,
        },
        _ => none(),
    };
    let difference = now
        .paid_fen
        .zip(base.paid_fen)
        .map(|(now, base)| now - base);
    vec![
        Cell::Text(row.name.clone()),
        if row.group.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(row.group.clone())
        },
        Cell::Value(Value::Count(now.visitors)),
        changed(&Value::Count(now.visitors), &Value::Count(base.visitors)),
        Cell::Value(now.buyers.map_or_else(none, Value::Count)),
        Cell::Value(conversion.clone()),
        changed(&conversion, &rate(base.buyers, base.visitors)),
        Cell::Value(value),
        money(now.paid_fen),
        money(difference.filter(|_| is_comparable)),
        money(parts.map(|p| p[0])),
        money(parts.map(|p| p[1])),
        money(parts.map(|p| p[2])),
    ]
}

/// Which source moved what was paid most, in a sentence; nothing where the periods cannot be compared.
pub fn moved(breakdown: &Breakdown, lang: Lang) -> Option<String> {
    let sources = breakdown.sources.as_ref()?;
    if !sources.is_comparable() {
        let missing = sources.missing_days + sources.base_missing_days;
        return Some(t(lang, Text::SourcesMissing, &[&missing.to_string()]));
    }
    let change = |row: &&SourceRow| row.parts().map_or(0, |parts| parts.iter().sum::<i64>());
    let most = sources.rows.iter().max_by_key(|row| change(row).abs())?;
    let parts = most.parts()?;
    let names = [
        Text::CauseVisitors,
        Text::CauseConversion,
        Text::CauseSpendPerBuyer,
    ];
    let (name, fen) = names
        .into_iter()
        .zip(parts)
        .max_by_key(|(_, fen)| fen.abs())?;
    let total: i64 = parts.iter().sum();
    let signed = |fen: i64| {
        let sign = if fen > 0 { "+" } else { "" };
        format!("{sign}{}", format::money(fen))
    };
    (total != 0).then(|| {
        let args = [
            most.name.as_str(),
            &signed(total),
            name.get(lang),
            &signed(fen),
        ];
        t(lang, Text::SourcesMoved, &args)
    })
}
