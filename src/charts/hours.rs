//! The 24 hours of the day: orders placed and orders paid in each.

use super::finish::{category_axis, finish, frame, point, value_axis};
use super::{ChartSpec, Palette};
use crate::analytics::board::Board;
use crate::analytics::metrics::{Metric, Value};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::hours::{hour_name, peaks};
use charming::element::{AxisPointerType, ItemStyle};
use charming::series::Bar;

const SERIES: [(Metric, usize); 2] = [(Metric::Orders, 1), (Metric::PaidOrders, 0)];

/// The chart of a board's hours.
pub fn chart(board: &Board, lang: Lang, palette: &Palette) -> ChartSpec {
    let legend: Vec<String> = SERIES.map(|(m, _)| m.entry(lang).name.to_owned()).into();
    let hours = (0..board.hours.len()).map(|h| h.to_string());
    let mut chart = frame(palette, AxisPointerType::Shadow, &legend)
        .x_axis(category_axis(palette, hours.collect()))
        .y_axis(value_axis(palette, Text::UnitOrders.get(lang)).min_interval(1));
    for ((metric, colour), name) in SERIES.into_iter().zip(&legend) {
        let points = board.hours.iter().map(|tally| {
            point(match metric.of(tally, &board.lacking) {
                Value::Count(n) => Some(n as f64),
                _ => None,
            })
        });
        let colour = palette.series[colour].as_str();
        chart = chart.series(
            Bar::new()
                .name(name.as_str())
                .bar_gap("10%")
                .item_style(ItemStyle::new().color(colour))
                .data(points.collect()),
        );
    }
    let tips = board.hours.iter().enumerate().map(|(hour, tally)| {
        let line = |(metric, _): (Metric, usize)| {
            let value = metric.of(tally, &board.lacking);
            format!(
                "{}  {}",
                metric.entry(lang).name,
                format::full(lang, &value)
            )
        };
        let lines = SERIES.map(line);
        format!("{}\n{}", hour_name(hour), lines.join("\n"))
    });
    let peaks = peaks(board, lang).unwrap_or_else(|| Text::GridEmpty.get(lang).to_owned());
    let summary = t(lang, Text::HourSummary, &[&peaks]);
    finish(&chart, palette, tips.collect(), summary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::sales::sample;

    #[test]
    fn both_series_have_24_bars_and_the_summary_names_the_peak() {
        let spec = chart(&sample::board(), Lang::Zh, &Palette::default());
        let option: serde_json::Value = serde_json::from_str(&spec.option).expect("JSON");
        for series in 0..2 {
            let data = option["series"][series]["data"].as_array();
            assert_eq!(data.map(Vec::len), Some(24));
        }
        assert_eq!(spec.tips[23], "23:00–24:00\n收订单数  115\n付款单数  92");
        assert!(spec.summary.contains("下单最多 23 点"));
    }
}
