//! The days of an item: units as bars, and above them the price that was paid for one.

use super::finish::{category_axis, finish, frame, point, value_axis};
use super::scale::Unit;
use super::{ChartSpec, Palette};
use crate::analytics::products::one::{DayOfItem, ItemView};
use crate::analytics::products::price::price_fen;
use crate::grid::Cell;
use crate::i18n::{Lang, Text, format, t};
use crate::screens::products::item::days::row;
use charming::element::{AxisPointerType, ItemStyle, LineStyle, Symbol};
use charming::series::{Bar, Line};

/// The chart of an item's days. Where units are not counted the bars are what was paid.
pub fn chart(view: &ItemView, lang: Lang, palette: &Palette) -> ChartSpec {
    let sales = |day: &DayOfItem| day.sales;
    let counts_units = view
        .days
        .iter()
        .filter_map(sales)
        .any(|s| s.units.is_some());
    let (bars_name, bars_unit) = match counts_units {
        true => (Text::ItemUnits, ""),
        false => (Text::HotPaid, Unit::for_amounts([0]).label(lang)),
    };
    let bar_of = |day: &DayOfItem| {
        let sales = day.sales?;
        match counts_units {
            true => sales.units.map(|units| units as f64),
            false => Some(sales.paid_fen as f64 / 100.0),
        }
    };
    let price_of = |day: &DayOfItem| price_fen(&day.sales?).map(|fen| fen as f64 / 100.0);
    let mut names = vec![bars_name.get(lang).to_owned()];
    if counts_units {
        names.push(Text::ItemPagePriceLine.get(lang).to_owned());
    }
    let labels = view.days.iter().map(|day| day.day.to_string().split_off(5));
    let mut chart = frame(palette, AxisPointerType::Line, &names)
        .x_axis(category_axis(palette, labels.collect()))
        .y_axis(value_axis(palette, bars_unit));
    let bars = view.days.iter().map(|day| point(bar_of(day)));
    chart = chart.series(
        Bar::new()
            .name(names[0].as_str())
            .item_style(ItemStyle::new().color(palette.series[0].as_str()))
            .data(bars.collect()),
    );
    if counts_units {
        let line = view.days.iter().map(|day| point(price_of(day)));
        let colour = palette.series[1].as_str();
        chart = chart
            .y_axis(value_axis(palette, Unit::for_amounts([0]).label(lang)))
            .series(
                Line::new()
                    .name(names[1].as_str())
                    .y_axis_index(1)
                    .symbol(Symbol::Circle)
                    .symbol_size(4.0)
                    .connect_nulls(false)
                    .line_style(LineStyle::new().color(colour).width(1.5))
                    .item_style(ItemStyle::new().color(colour))
                    .data(line.collect()),
            );
    }
    let tip = |day: &DayOfItem| {
        let mut lines = vec![format::day(lang, day.day, None)];
        let named = row(day).into_iter().skip(1);
        let is_there = |(_, cell): &(Text, Cell)| cell.text(lang) != format::NONE;
        lines.extend(
            named
                .filter(is_there)
                .map(|(text, cell)| format!("{}  {}", text.get(lang), cell.text(lang))),
        );
        lines.join("\n")
    };
    let tips = view.days.iter().map(tip).collect();
    finish(&chart, palette, tips, summary(view, lang))
}

fn summary(view: &ItemView, lang: Lang) -> String {
    let days = view.days.iter().filter_map(|day| day.sales);
    let (count, paid) = days.fold((0, 0), |(n, sum), sales| (n + 1, sum + sales.paid_fen));
    let ends = view.days.first().zip(view.days.last());
    let span = ends.map_or_else(String::new, |(first, last)| {
        format!("{} – {}", first.day, last.day)
    });
    let args = [
        view.title.clone(),
        span,
        format::money(paid),
        count.to_string(),
    ];
    t(
        lang,
        Text::ItemPageSummary,
        &args.each_ref().map(String::as_str),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::products::item::sample::view;

    #[test]
    fn units_and_prices_have_an_axis_each_and_an_unknown_day_is_a_gap() {
        let spec = chart(&view(), Lang::Zh, &Palette::default());
        let option: serde_json::Value = serde_json::from_str(&spec.option).expect("JSON");
        assert_eq!(option["series"][0]["data"][0], 3.0);
        assert_eq!(option["series"][0]["data"][1], serde_json::Value::Null);
        assert_eq!(option["series"][1]["data"][0], 99.0);
        assert_eq!(option["yAxis"].as_array().map(Vec::len), Some(2));
        assert!(spec.tips[0].contains("支付金额  ¥297.00"));
        assert!(spec.summary.contains("乳胶枕"));
    }
}
