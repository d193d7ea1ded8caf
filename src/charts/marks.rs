//! Names above the days of a chart: small triangles at the upper edge, on an axis of their own.

use super::{ChartSpec, Palette};
use crate::analytics::diary::Diary;
use crate::i18n::Lang;
use crate::model::time::Day;
use crate::screens::diary::{labels, said};
use serde_json::{Value, json};

/// What the names are drawn with, in pixels.
const TEXT_PX: usize = 11;
/// Room above the days for a line of names, in pixels.
const ROOM_PX: i64 = 18;
/// About how broad a chart is, and how broad on a narrow screen.
const BROAD_PX: usize = 1_000;
const NARROW_PX: usize = 300;
/// The room that a name takes up at most.
const NAME_PX: usize = 80;
/// One part of so many at either end of the chart, where names stand inwards.
const EDGE: usize = 20;

/// Adds the names of its days to a chart, and all that makes them stand out to their tooltips. Its first axis shows the days.
pub fn add(spec: &mut ChartSpec, days: &[Day], diary: &Diary, lang: Lang, palette: &Palette) {
    for (tip, day) in spec.tips.iter_mut().zip(days) {
        for line in said(diary, *day, lang) {
            tip.push('\n');
            tip.push_str(&line);
        }
    }
    let broad = if palette.is_narrow {
        NARROW_PX
    } else {
        BROAD_PX
    };
    let apart = (NAME_PX * days.len()).div_ceil(broad);
    let labels = labels(diary, days, apart, lang);
    if labels.iter().all(Option::is_none) {
        return;
    }
    let Ok(mut option) = serde_json::from_str::<Value>(&spec.option) else {
        return;
    };
    // A name at an end would stand half outside.
    let align = |at: usize| match at {
        at if at * EDGE < days.len() => "left",
        at if (days.len() - 1 - at) * EDGE < days.len() => "right",
        _ => "center",
    };
    let point = |(at, label): (usize, &Option<String>)| match label {
        None => Value::Null,
        Some(label) => json!({ "value": 1, "label": {
            "show": true, "formatter": plain(label), "position": "top", "distance": 2,
            "align": align(at), "color": palette.ink_soft, "fontSize": TEXT_PX,
        }}),
    };
    let axis = hidden_axis(&mut option);
    let points: Vec<Value> = labels.iter().enumerate().map(point).collect();
    let marks = json!({
        "id": "marks", "type": "scatter", "yAxisIndex": axis, "silent": true, "z": 5,
        "symbol": "triangle", "symbolRotate": 180, "symbolSize": 7,
        "itemStyle": { "color": palette.series[2] }, "data": points,
    });
    if let Some(series) = option["series"].as_array_mut() {
        series.push(marks);
    }
    for grid in as_list(&mut option["grid"]) {
        let top = grid["top"].as_i64().unwrap_or_default();
        grid["top"] = (top + ROOM_PX).into();
    }
    spec.option = option.to_string();
}

/// The place of the axis from 0 to 1 that is not shown; made where there is none.
fn hidden_axis(option: &mut Value) -> usize {
    let axes = &mut option["yAxis"];
    if !axes.is_array() {
        let only = axes.take();
        *axes = Value::Array(vec![only]);
    }
    let Some(axes) = axes.as_array_mut() else {
        return 0;
    };
    if let Some(at) = axes.iter().position(|axis| axis["show"] == false) {
        return at;
    }
    axes.push(json!({
        "type": "value", "show": false, "min": 0, "max": 1, "axisLabel": { "show": false },
    }));
    axes.len() - 1
}

fn as_list(value: &mut Value) -> &mut [Value] {
    match value {
        Value::Array(list) => list,
        other => std::slice::from_mut(other),
    }
}

/// A name without what the drawing library takes for a place to fill in.
fn plain(label: &str) -> String {
    label
        .replace('{', "（")
        .replace('}', "）")
        .replace('|', "｜")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::diary::DayNote;
    use crate::analytics::metrics::Metric;
    use crate::charts::{days, trend};
    use crate::screens::sales::sample;

    fn marked(mut spec: ChartSpec) -> (Value, Vec<String>) {
        let board = sample::board();
        let days: Vec<Day> = board.days.iter().map(|row| row.day).collect();
        let diary = Diary {
            notes: vec![DayNote {
                day: days[2],
                text: "断货 {a}".to_owned(),
            }],
            ..Diary::default()
        };
        add(&mut spec, &days, &diary, Lang::Zh, &Palette::default());
        (serde_json::from_str(&spec.option).expect("JSON"), spec.tips)
    }

    #[test]
    fn a_name_stands_above_its_day_and_in_its_tooltip() {
        let palette = Palette::default();
        let spec = days::chart(&sample::board(), Lang::Zh, &palette);
        let axes = serde_json::from_str::<Value>(&spec.option).expect("JSON")["yAxis"].clone();
        let (option, tips) = marked(spec);
        let marks = option["series"]
            .as_array()
            .and_then(|all| all.last())
            .expect("series");
        assert_eq!(marks["data"][2]["label"]["formatter"], "断货 （a）");
        assert_eq!(marks["data"].as_array().map(Vec::len), Some(7));
        assert_eq!(option["yAxis"], axes, "the axis of the weekends is there");
        assert!(tips[2].ends_with("断货 {a}"), "{}", tips[2]);
    }

    #[test]
    fn a_chart_without_a_hidden_axis_gets_one() {
        let palette = Palette::default();
        let spec = trend::chart(&sample::board(), Metric::PaidNet, Lang::Zh, &palette);
        let (option, _) = marked(spec);
        assert_eq!(option["yAxis"][1]["show"], false);
        let marks = option["series"]
            .as_array()
            .and_then(|all| all.last())
            .expect("series");
        assert_eq!(marks["yAxisIndex"], 1);
    }
}
