//! What orders are worth: bands with their share, the quantiles, and the amount that many stop just short of.

use crate::analytics::breakdown::Breakdown;
use crate::analytics::compare::change;
use crate::analytics::metrics::Value;
use crate::analytics::order_values::{Band, OrderValues};
use crate::grid::{Cell, Column, Kind, Table};
use crate::i18n::{Lang, Text, format, t};

/// The bands; `None` where no order was paid.
pub fn table(breakdown: &Breakdown, lang: Lang) -> Option<Table> {
    let values = breakdown.values.as_ref()?;
    let text = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("band", text(Text::ValuesBand), Kind::Text).deciding(),
        Column::new("orders", text(Text::ValuesOrders), Kind::Count).deciding(),
        Column::new("share", text(Text::ValuesShare), Kind::Rate).deciding(),
        Column::new("share_change", text(Text::ValuesShareChange), Kind::Change),
        Column::new("paid", text(Text::HotPaid), Kind::Money),
        Column::new("paid_share", text(Text::HotShare), Kind::Rate),
    ];
    Some(Table {
        columns,
        rows: values
            .bands
            .iter()
            .map(|band| row(values, band, lang))
            .collect(),
        totals: None,
    })
}

fn row(values: &OrderValues, band: &Band, lang: Lang) -> Vec<Cell> {
    let share = Value::Rate {
        num: band.orders,
        den: values.orders,
    };
    let base = band
        .base_orders
        .zip(values.base_orders.filter(|orders| *orders > 0));
    let base = base.map(|(num, den)| Value::Rate { num, den });
    vec![
        Cell::Text(name(band, lang)),
        Cell::Value(Value::Count(band.orders)),
        Cell::Value(share.clone()),
        Cell::Change(base.and_then(|base| change(&share, &base))),
        Cell::Value(Value::Fen(band.paid_fen)),
        Cell::Value(Value::Rate {
            num: band.paid_fen,
            den: values.paid_fen.max(1),
        }),
    ]
}

fn name(band: &Band, lang: Lang) -> String {
    let yuan = |fen: i64| format::grouped(fen / 100);
    match band.to_fen {
        Some(to) => format!("¥{}–{}", yuan(band.from_fen), yuan(to)),
        None => t(lang, Text::ValuesFrom, &[&yuan(band.from_fen)]),
    }
}

/// The quantiles beside the mean.
pub fn remark(breakdown: &Breakdown, lang: Lang) -> String {
    let Some(values) = &breakdown.values else {
        return String::new();
    };
    let mean = values.paid_fen / values.orders.max(1);
    let args = [
        values.median_fen,
        mean,
        values.lower_quartile_fen,
        values.upper_quartile_fen,
        values.ninth_decile_fen,
    ];
    let args = args.map(format::money);
    t(
        lang,
        Text::ValuesRemark,
        &args.each_ref().map(String::as_str),
    )
}

/// The amount that many orders stop just short of, and how many do.
pub fn advice(breakdown: &Breakdown, lang: Lang) -> Option<String> {
    let values = breakdown.values.as_ref()?;
    let threshold = values.threshold?;
    let yuan = |fen: i64| format::grouped(fen / 100);
    let share = Value::Rate {
        num: threshold.orders,
        den: values.orders,
    };
    let args = [
        yuan(threshold.from_fen),
        yuan(threshold.fen),
        format::grouped(threshold.orders),
        format::full(lang, &share),
    ];
    Some(t(
        lang,
        Text::ValuesAdvice,
        &args.each_ref().map(String::as_str),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_goes_by_its_borders() {
        let band = |from_fen, to_fen| Band {
            from_fen,
            to_fen,
            orders: 1,
            paid_fen: from_fen,
            base_orders: None,
        };
        assert_eq!(name(&band(0, Some(5_000)), Lang::Zh), "¥0–50");
        assert_eq!(name(&band(200_000, None), Lang::Zh), "¥2,000 以上");
    }
}
