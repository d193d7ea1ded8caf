//! The course of one metric over the days of a period, and over those that it is compared with.

use super::finish::{category_axis, finish, frame, point, value_axis};
use super::scale::Unit;
use super::{ChartSpec, Palette};
use crate::analytics::board::{Board, DayRow};
use crate::analytics::metrics::{Metric, Value};
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::comparison_name;
use charming::element::{AxisPointerType, ItemStyle, LineStyle, LineStyleType, Symbol};
use charming::series::Line;

/// Up to this many days each is marked with a point.
const POINTS_UP_TO_DAYS: usize = 31;

/// The chart of a metric.
pub fn chart(board: &Board, metric: Metric, lang: Lang, palette: &Palette) -> ChartSpec {
    let now: Vec<Value> = board
        .days
        .iter()
        .map(|d| board.day_value(metric, d))
        .collect();
    let base: Vec<Value> = (0..board.days.len())
        .filter_map(|i| board.beside(i))
        .map(|day| base_value(board, metric, day))
        .collect();
    let scale = Scale::of(now.iter().chain(&base), lang);
    let name = metric.entry(lang).name.to_owned();
    let base_name = comparison_name(board.comparison).get(lang).to_owned();
    let has_base = base.iter().any(|value| scale.of_value(value).is_some());
    let mut legend = vec![name.clone()];
    if has_base {
        legend.push(base_name.clone());
    }
    let labels = board.days.iter().map(|d| d.day.to_string().split_off(5));
    let mut chart = frame(palette, AxisPointerType::Line, &legend)
        .x_axis(category_axis(palette, labels.collect()))
        .y_axis(value_axis(palette, scale.unit));
    let points = |values: &[Value]| {
        values
            .iter()
            .map(|v| point(scale.of_value(v)))
            .collect::<Vec<_>>()
    };
    let line = |name: &str, colour: &str| {
        Line::new()
            .name(name)
            .symbol(Symbol::Circle)
            .symbol_size(5.0)
            .show_symbol(board.days.len() <= POINTS_UP_TO_DAYS)
            .connect_nulls(false)
            .item_style(ItemStyle::new().color(colour))
    };
    let solid = LineStyle::new().color(palette.series[0].as_str()).width(2);
    chart = chart.series(
        line(&name, &palette.series[0])
            .line_style(solid)
            .data(points(&now)),
    );
    if has_base {
        let dashed = LineStyle::new()
            .color(palette.series[3].as_str())
            .width(1.5)
            .type_(LineStyleType::Dashed);
        chart = chart.series(
            line(&base_name, &palette.series[3])
                .line_style(dashed)
                .data(points(&base)),
        );
    }
    let tip = |i: usize| {
        let mut lines = vec![
            format::day(lang, board.days[i].day, None),
            format!("{name}  {}", format::full(lang, &now[i])),
        ];
        if let (Some(value), Some(day)) = (base.get(i), board.beside(i)) {
            lines.push(format!(
                "{base_name} {}  {}",
                day.day,
                format::full(lang, value)
            ));
        }
        lines.join("\n")
    };
    let tips = (0..board.days.len()).map(tip).collect();
    finish(&chart, palette, tips, summary(board, metric, lang))
}

fn base_value(board: &Board, metric: Metric, day: &DayRow) -> Value {
    match board.baseline(board.comparison) {
        Some(base) => day.value(metric, &base.stretch.lacking),
        None => board.day_value(metric, day),
    }
}

/// In what the values are drawn.
struct Scale {
    unit: &'static str,
    money: Unit,
}

impl Scale {
    fn of<'a>(values: impl Iterator<Item = &'a Value>, lang: Lang) -> Scale {
        let mut amounts = Vec::new();
        let mut unit = "";
        for value in values {
            match value {
                Value::Fen(fen) => amounts.push(*fen),
                Value::FenPer { .. } => unit = Unit::for_amounts([0]).label(lang),
                Value::Rate { .. } => unit = "%",
                Value::SecsPer { .. } => unit = lang.pick(("分钟", "min")),
                Value::Count(_) | Value::Absent(_) => {}
            }
        }
        let has_money = !amounts.is_empty();
        let money = Unit::for_amounts(amounts);
        Scale {
            unit: if has_money { money.label(lang) } else { unit },
            money,
        }
    }

    fn of_value(&self, value: &Value) -> Option<f64> {
        let ratio = |num: i64, den: i64| num as f64 / den as f64;
        Some(match value {
            Value::Fen(fen) => self.money.of(*fen),
            Value::Count(n) => *n as f64,
            Value::Rate { num, den } => ratio(*num, *den) * 100.0,
            Value::FenPer { fen, per } => ratio(*fen, *per) / 100.0,
            Value::SecsPer { secs, per } => ratio(*secs, *per) / 60.0,
            Value::Absent(_) => return None,
        })
    }
}

fn summary(board: &Board, metric: Metric, lang: Lang) -> String {
    let args = [
        metric.entry(lang).name.to_owned(),
        format::span(board.span),
        format::full(lang, &board.value(metric)),
    ];
    t(
        lang,
        Text::TrendSummary,
        &args.each_ref().map(String::as_str),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::sales::sample;

    #[test]
    fn a_rate_is_drawn_in_percent_beside_its_comparison() {
        let spec = chart(
            &sample::board(),
            Metric::PaymentRate,
            Lang::Zh,
            &Palette::default(),
        );
        let option: serde_json::Value = serde_json::from_str(&spec.option).expect("JSON");
        assert_eq!(option["series"][0]["data"][0], 80.0);
        assert_eq!(option["series"].as_array().map(Vec::len), Some(2));
        assert_eq!(spec.tips.len(), 7);
    }

    #[test]
    fn what_no_file_says_is_a_gap() {
        let spec = chart(
            &sample::board(),
            Metric::Visitors,
            Lang::Zh,
            &Palette::default(),
        );
        let option: serde_json::Value = serde_json::from_str(&spec.option).expect("JSON");
        assert_eq!(option["series"][0]["data"][0], serde_json::Value::Null);
        assert_eq!(option["series"].as_array().map(Vec::len), Some(1));
    }
}
