//! The days of a period: ordered, paid before and after refunds, and the compared period as a dashed line.

use super::finish::{category_axis, finish, frame, point, value_axis};
use super::scale::Unit;
use super::{ChartSpec, Palette};
use crate::analytics::board::{Board, DayRow};
use crate::analytics::compare::change;
use crate::analytics::metrics::{Absent, Metric, Value};
use crate::grid::Cell;
use crate::i18n::{Lang, Text, format, t};
use crate::screens::sales::comparison_name;
use crate::screens::sales::days::base_value;
use charming::component::{Axis, DataZoom, DataZoomType};
use charming::datatype::DataPoint;
use charming::element::{
    AxisLabel, AxisPointerType, AxisType, ItemStyle, LineStyle, LineStyleType, Symbol,
};
use charming::series::{Bar, Line};
use chrono::{Datelike, Weekday};
use serde_json::json;

/// Longer periods get a handle to zoom with.
const ZOOM_FROM_DAYS: usize = 60;
/// Up to this many days weekends are marked; in a longer period they would be a hatching.
const WEEKENDS_UP_TO_DAYS: usize = 92;
const WEEKENDS: &str = "weekends";
/// Up to this many days each is marked with a point.
const POINTS_UP_TO_DAYS: usize = 14;

/// The series of the board itself: name, metric, colour in the palette, and whether it is drawn at first.
const SERIES: [(Text, Metric, usize, bool); 3] = [
    (Text::SeriesPaidNet, Metric::PaidNet, 0, true),
    (Text::SeriesOrdered, Metric::OrderedAmount, 1, true),
    (Text::SeriesPaidGross, Metric::PaidGross, 2, false),
];

/// The chart of a board's days.
pub fn chart(board: &Board, lang: Lang, palette: &Palette) -> ChartSpec {
    let unit = unit(board);
    let base_name = t(
        lang,
        Text::SeriesBase,
        &[comparison_name(board.comparison).get(lang)],
    );
    let has_base = board
        .base_days
        .iter()
        .any(|d| matches!(base_value(board, d), Value::Fen(_)));
    let mut legend: Vec<String> = SERIES.map(|(name, ..)| name.get(lang).to_owned()).into();
    if has_base {
        legend.push(base_name.clone());
    }
    let mut chart = frame(palette, AxisPointerType::Line, &legend)
        .x_axis(category_axis(palette, labels(board)))
        .y_axis(value_axis(palette, unit.label(lang)))
        .y_axis(hidden_axis());
    let is_long = board.days.len() > ZOOM_FROM_DAYS;
    if is_long {
        chart = chart
            .data_zoom(DataZoom::new().type_(DataZoomType::Slider).bottom(0))
            .data_zoom(DataZoom::new().type_(DataZoomType::Inside));
    }
    for (name, metric, colour, _) in SERIES {
        let points = board
            .days
            .iter()
            .map(|d| fen_point(unit, drawn_value(board, metric, d)));
        let series =
            line(name.get(lang), &palette.series[colour], board.days.len()).data(points.collect());
        chart = chart.series(series);
    }
    if has_base {
        let points = (0..board.days.len())
            .map(|i| board.beside(i).map(|d| base_value(board, d)))
            .map(|v| v.map_or_else(|| point(None), |v| fen_point(unit, v)));
        let series = line(&base_name, &palette.series[3], board.days.len())
            .line_style(
                LineStyle::new()
                    .color(palette.series[3].as_str())
                    .width(1.5)
                    .type_(LineStyleType::Dashed),
            )
            .data(points.collect());
        chart = chart.series(series);
    }
    // Last, as the handle that zooms shows the course of the first series.
    if board.days.len() <= WEEKENDS_UP_TO_DAYS {
        chart = chart.series(weekends(board, palette));
    }
    let tips = (0..board.days.len()).map(|i| tip(board, i, lang)).collect();
    let mut spec = finish(&chart, palette, tips, summary(board, lang));
    amend(&mut spec, lang, palette, is_long);
    spec
}

/// What is drawn at first, what lies behind, and where the zoom handle finds room.
fn amend(spec: &mut ChartSpec, lang: Lang, palette: &Palette, is_long: bool) {
    let Ok(mut option) = serde_json::from_str::<serde_json::Value>(&spec.option) else {
        return;
    };
    for (name, _, _, is_drawn) in SERIES {
        option["legend"]["selected"][name.get(lang)] = is_drawn.into();
    }
    for series in option["series"].as_array_mut().into_iter().flatten() {
        if series["id"] == WEEKENDS {
            // Behind the lines of the grid.
            series["z"] = (-1).into();
            series["silent"] = true.into();
        }
    }
    if is_long {
        option["grid"][0]["bottom"] = 44.into();
        let quiet = json!({ "lineStyle": { "color": palette.line }, "areaStyle": { "color": palette.line_soft } });
        let handle = json!({ "color": palette.surface, "borderColor": palette.ink_soft });
        let slider = &mut option["dataZoom"][0];
        slider["height"] = 24.into();
        slider["showDetail"] = false.into();
        slider["brushSelect"] = false.into();
        slider["borderColor"] = json!(palette.line);
        slider["fillerColor"] = json!("transparent");
        slider["dataBackground"] = quiet;
        slider["selectedDataBackground"] = json!({
            "lineStyle": { "color": palette.series[0] },
            "areaStyle": { "color": palette.series[0], "opacity": 0.2 },
        });
        slider["handleStyle"] = handle.clone();
        slider["moveHandleStyle"] = handle;
        // The wheel scrolls the page, unless a key is held.
        option["dataZoom"][1]["zoomOnMouseWheel"] = "ctrl".into();
        option["dataZoom"][1]["moveOnMouseWheel"] = false.into();
    }
    spec.option = option.to_string();
}

fn line(name: &str, colour: &str, days: usize) -> Line {
    Line::new()
        .name(name)
        .symbol(Symbol::Circle)
        .symbol_size(5.0)
        .show_symbol(days <= POINTS_UP_TO_DAYS)
        .connect_nulls(false)
        .line_style(LineStyle::new().color(colour).width(2))
        .item_style(ItemStyle::new().color(colour))
}

fn unit(board: &Board) -> Unit {
    let shown = board
        .days
        .iter()
        .chain(&board.base_days)
        .filter(|d| d.covered);
    Unit::for_amounts(shown.map(|d| d.tally.ordered_fen.max(d.tally.paid_gross_fen)))
}

fn fen_point(unit: Unit, value: Value) -> DataPoint {
    point(match value {
        Value::Fen(fen) => Some(unit.of(fen)),
        _ => None,
    })
}

/// A day's value as a point. Of a day that no file covers some late payments may be known; a point would pass them off
/// as the day's sales.
fn drawn_value(board: &Board, metric: Metric, day: &DayRow) -> Value {
    if day.covered {
        board.day_value(metric, day)
    } else {
        Value::Absent(Absent::NotCovered(1))
    }
}

/// Pale bands behind Saturdays and Sundays: bars as broad as the day and as high as the chart, on an axis of their own.
fn weekends(board: &Board, palette: &Palette) -> Bar {
    let is_weekend = |d: &DayRow| matches!(d.day.weekday(), Weekday::Sat | Weekday::Sun);
    let points = board
        .days
        .iter()
        .map(|d| point(is_weekend(d).then_some(1.0)));
    Bar::new()
        .id(WEEKENDS)
        .y_axis_index(1)
        .bar_width("100%")
        .item_style(ItemStyle::new().color(palette.band.as_str()).opacity(0.7))
        .data(points.collect())
}

fn hidden_axis() -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .show(false)
        .max(1)
        // A label that is not shown would still be given room.
        .axis_label(AxisLabel::new().show(false))
}

/// The names of the days on the axis: month and day, with the year where the same would come twice.
fn labels(board: &Board) -> Vec<String> {
    let is_long = board.days.len() > 365;
    let label = |d: &DayRow| d.day.to_string().split_off(if is_long { 0 } else { 5 });
    board.days.iter().map(label).collect()
}

fn tip(board: &Board, i: usize, lang: Lang) -> String {
    let day = &board.days[i];
    let mut lines = vec![format::day(lang, day.day, None)];
    for (name, metric, ..) in SERIES {
        let value = board.day_value(metric, day);
        lines.push(format!(
            "{}  {}",
            name.get(lang),
            format::full(lang, &value)
        ));
    }
    if let Some(base) = board.beside(i) {
        let (now, then) = (
            board.day_value(Metric::PaidNet, day),
            base_value(board, base),
        );
        let changed = change(&now, &then).filter(|_| day.covered);
        lines.push(format!(
            "{} {}  {}  {}",
            comparison_name(board.comparison).get(lang),
            base.day,
            format::full(lang, &then),
            changed.map_or_else(String::new, |c| Cell::Change(Some(c)).text(lang))
        ));
    }
    lines.join("\n")
}

fn summary(board: &Board, lang: Lang) -> String {
    let days = format::span(board.span);
    let covered: Vec<&DayRow> = board
        .days
        .iter()
        .filter(|d| d.covered && matches!(board.day_value(Metric::PaidNet, d), Value::Fen(_)))
        .collect();
    let highest = covered.iter().rev().max_by_key(|d| d.tally.paid_net_fen());
    let lowest = covered.iter().min_by_key(|d| d.tally.paid_net_fen());
    let (Some(highest), Some(lowest)) = (highest, lowest) else {
        return t(lang, Text::DayTrendEmpty, &[&days]);
    };
    let year = Some(board.span.last.date().year());
    t(
        lang,
        Text::DayTrendSummary,
        &[
            &days,
            &board.days.len().to_string(),
            &format::full(lang, &board.value(Metric::PaidNet)),
            &format::day(lang, highest.day, year),
            &format::money(highest.tally.paid_net_fen()),
            &format::day(lang, lowest.day, year),
            &format::money(lowest.tally.paid_net_fen()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::sales::sample;
    use serde_json::Value as Json;

    fn option(board: &Board) -> Json {
        let spec = chart(board, Lang::Zh, &Palette::default());
        serde_json::from_str(&spec.option).expect("JSON")
    }

    #[test]
    fn an_uncovered_day_is_a_gap_and_not_a_zero() {
        let mut board = sample::board();
        board.days[1].covered = false;
        board.days[2].tally = crate::analytics::tally::Tally::default();
        let data = &option(&board)["series"][0]["data"];
        assert_eq!(data[0], 5_100.0);
        assert_eq!(data[1], Json::Null);
        assert_eq!(data[2], 0.0);
    }

    #[test]
    fn the_comparison_is_dashed_and_left_out_where_nothing_is_covered() {
        let mut board = sample::board();
        let dashed = option(&board);
        assert_eq!(dashed["series"][3]["lineStyle"]["type"], "dashed");
        for day in &mut board.base_days {
            day.covered = false;
        }
        assert_eq!(option(&board)["series"].as_array().map(Vec::len), Some(4));
    }

    #[test]
    fn weekends_are_bands_and_the_tooltip_is_drawn_on_the_canvas() {
        let option = option(&sample::board());
        let band = &option["series"][4];
        assert_eq!(
            band["data"],
            serde_json::json!([null, null, null, null, null, 1.0, 1.0])
        );
        assert_eq!(band["silent"], true);
        assert_eq!(option["tooltip"]["renderMode"], "richText");
        assert_eq!(option["tooltip"]["confine"], true);
        assert_eq!(option["legend"]["selected"]["付款（退款前）"], false);
        assert!(option.get("dataZoom").is_none());
    }

    #[test]
    fn an_option_holds_no_function() {
        let text = option(&sample::board()).to_string();
        assert!(!text.contains("function") && !text.contains("=>"));
    }

    #[test]
    fn long_periods_can_be_zoomed() {
        let mut board = sample::board();
        let first = board.days[0];
        board.days = (0..61)
            .map(|i| DayRow {
                day: first.day.plus(i),
                ..first
            })
            .collect();
        assert_eq!(option(&board)["dataZoom"][0]["type"], "slider");
    }

    #[test]
    fn every_day_has_a_tooltip_with_the_compared_day() {
        let spec = chart(&sample::board(), Lang::Zh, &Palette::default());
        assert_eq!(spec.tips.len(), 7);
        assert!(
            spec.tips[0].ends_with("环比 2020-02-17  ¥3,600.00  +41.7%"),
            "{}",
            spec.tips[0]
        );
        assert!(
            spec.summary.contains("最高 3月1日 周日 ¥9,400.00"),
            "{}",
            spec.summary
        );
    }
}
