//! The course of a month: target, what was sold, and what is to come with its interval, added up day by day.

use super::finish::{category_axis, finish, frame, point, value_axis};
use super::scale::Unit;
use super::{ChartSpec, Palette};
use crate::i18n::{Lang, Text, format};
use crate::screens::plan::course::CourseDay;
use charming::element::{AxisPointerType, ItemStyle, LineStyle, LineStyleType, Symbol};
use charming::series::Line;
use serde_json::{Value, json};

/// The chart; `said` is what it shows in words.
pub fn chart(days: &[CourseDay], said: String, lang: Lang, palette: &Palette) -> ChartSpec {
    let sums = days.iter().flat_map(|day| {
        [
            day.target_sum,
            day.actual_sum,
            day.range.map(|range| range.1),
        ]
    });
    let unit = Unit::for_amounts(sums.flatten());
    let name = |text: Text| text.get(lang).to_owned();
    let has_ahead = days.iter().any(|day| day.ahead_sum.is_some());
    let mut legend = vec![name(Text::CourseActual), name(Text::CourseTarget)];
    if has_ahead {
        legend.extend([name(Text::CourseAhead), name(Text::CourseRange)]);
    }
    let labels = days.iter().map(|day| day.day.to_string().split_off(5));
    let points = |of: &dyn Fn(&CourseDay) -> Option<i64>| {
        let points = days
            .iter()
            .map(|day| point(of(day).map(|fen| unit.of(fen))));
        points.collect::<Vec<_>>()
    };
    let line = |text: Text, colour: &str, kind: LineStyleType, width: f64| {
        Line::new()
            .name(text.get(lang))
            .symbol(Symbol::Circle)
            .show_symbol(false)
            .connect_nulls(false)
            .line_style(LineStyle::new().color(colour).width(width).type_(kind))
            .item_style(ItemStyle::new().color(colour))
    };
    // What is to come goes on from what is there.
    let begins = days
        .iter()
        .rev()
        .find(|day| day.actual_sum.is_some())
        .map(|day| day.day);
    let onward = |day: &CourseDay, ahead: Option<i64>| {
        let starts = has_ahead && Some(day.day) == begins;
        ahead.or(day.actual_sum.filter(|_| starts))
    };
    let mut chart = frame(palette, AxisPointerType::Line, &legend)
        .x_axis(category_axis(palette, labels.collect()))
        .y_axis(value_axis(palette, unit.label(lang)))
        .series(
            line(
                Text::CourseActual,
                &palette.series[0],
                LineStyleType::Solid,
                2.0,
            )
            .data(points(&|day| day.actual_sum)),
        )
        .series(
            line(
                Text::CourseTarget,
                &palette.series[1],
                LineStyleType::Solid,
                1.5,
            )
            .data(points(&|day| day.target_sum)),
        );
    if has_ahead {
        chart = chart.series(
            line(
                Text::CourseAhead,
                &palette.series[0],
                LineStyleType::Dashed,
                2.0,
            )
            .data(points(&|day| onward(day, day.ahead_sum))),
        );
    }
    let tips = days.iter().map(|day| tip(day, lang)).collect();
    let mut spec = finish(&chart, palette, tips, said);
    if has_ahead {
        let low = points(&|day| onward(day, day.range.map(|range| range.0)));
        let wide = points(&|day| {
            onward(day, day.range.map(|range| range.1))
                .zip(onward(day, day.range.map(|range| range.0)))
                .map(|(high, low)| high - low)
        });
        band(
            &mut spec,
            [json!(low), json!(wide)],
            &name(Text::CourseRange),
            palette,
        );
    }
    spec
}

/// Adds the interval: an area upon a line that is not seen.
fn band(spec: &mut ChartSpec, [low, wide]: [Value; 2], name: &str, palette: &Palette) {
    let Ok(mut option) = serde_json::from_str::<Value>(&spec.option) else {
        return;
    };
    let unseen = json!({ "opacity": 0 });
    let base = json!({
        "type": "line", "stack": "range", "silent": true, "symbol": "none", "lineStyle": unseen,
        "data": low, "z": 1,
    });
    let area = json!({
        "type": "line", "name": name, "stack": "range", "silent": true, "symbol": "none",
        "lineStyle": unseen, "data": wide, "z": 1, "itemStyle": { "color": palette.series[0], "opacity": 0.35 },
        "areaStyle": { "color": palette.series[0], "opacity": 0.16 },
    });
    if let Some(series) = option["series"].as_array_mut() {
        series.extend([base, area]);
    }
    spec.option = option.to_string();
}

fn tip(day: &CourseDay, lang: Lang) -> String {
    let mut lines = vec![format::day(lang, day.day, None)];
    let mut say = |text: Text, alone: Option<i64>, sum: Option<i64>| {
        if let Some(sum) = sum {
            let alone = alone.map_or_else(|| format::NONE.to_owned(), format::money);
            lines.push(format!(
                "{}  {}  ({alone})",
                text.get(lang),
                format::money(sum)
            ));
        }
    };
    say(Text::CourseActual, day.actual_fen, day.actual_sum);
    say(Text::CourseTarget, day.target_fen, day.target_sum);
    say(Text::CourseAhead, day.ahead_fen, day.ahead_sum);
    if let Some((low, high)) = day.range {
        let range = format!("{} – {}", format::money(low), format::money(high));
        lines.push(format!("{}  {range}", Text::CourseRange.get(lang)));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Day;

    fn days() -> Vec<CourseDay> {
        let day = |at: i32| CourseDay {
            day: Day(9_000 + at),
            target_fen: Some(10_000),
            target_sum: Some(10_000 * i64::from(at + 1)),
            actual_fen: (at < 2).then_some(12_000),
            actual_sum: (at < 2).then_some(12_000 * i64::from(at + 1)),
            ahead_fen: (at >= 2).then_some(9_000),
            ahead_sum: (at >= 2).then_some(24_000 + 9_000 * i64::from(at - 1)),
            range: (at >= 2).then_some((30_000, 36_000)),
        };
        (0..4).map(day).collect()
    }

    #[test]
    fn what_is_to_come_goes_on_from_what_is_there() {
        let spec = chart(&days(), "said".to_owned(), Lang::Zh, &Palette::default());
        let option: Value = serde_json::from_str(&spec.option).expect("JSON");
        let data = |at: usize| option["series"][at]["data"].clone();
        assert_eq!(data(0), json!([120.0, 240.0, null, null]));
        assert_eq!(data(2), json!([null, 240.0, 330.0, 420.0]));
        assert_eq!(data(3), json!([null, 240.0, 300.0, 300.0]));
        assert_eq!(data(4), json!([null, 0.0, 60.0, 60.0]));
        assert_eq!(spec.tips.len(), 4);
        assert!(
            spec.tips[3].contains("¥300.00 – ¥360.00"),
            "{}",
            spec.tips[3]
        );
    }

    #[test]
    fn a_month_without_a_forecast_has_two_lines() {
        let past: Vec<CourseDay> = days().into_iter().take(2).collect();
        let spec = chart(&past, String::new(), Lang::En, &Palette::default());
        let option: Value = serde_json::from_str(&spec.option).expect("JSON");
        assert_eq!(option["series"].as_array().map(Vec::len), Some(2));
    }
}
