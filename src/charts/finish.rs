//! What every chart has in common, and what `charming` has no word for: the finished option.

use super::{ChartSpec, Palette};
use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::element::{
    AxisLabel, AxisLine, AxisPointer, AxisPointerType, AxisTick, AxisType, LineStyle, SplitLine,
    TextStyle, Tooltip, Trigger,
};
use serde_json::{Value, json};

/// Milliseconds of the motion from one state to the next.
const MOTION_MS: u32 = 120;
const SMALL_TEXT_PX: f64 = 12.0;

/// A chart with the surroundings that all have: room, legend, tooltip for the whole category.
pub fn frame(palette: &Palette, pointer: AxisPointerType, legend: &[String]) -> Chart {
    Chart::new()
        .grid(
            Grid::new()
                .left(4)
                .right(8)
                .top(if legend.len() > 2 && palette.is_narrow {
                    88
                } else {
                    52
                })
                .bottom(4)
                .contain_label(true),
        )
        .legend(
            Legend::new()
                .left(0)
                .top(0)
                .item_gap(16)
                .item_width(16)
                .item_height(8)
                .text_style(
                    TextStyle::new()
                        .color(palette.ink_soft.as_str())
                        .font_size(SMALL_TEXT_PX),
                )
                .inactive_color(palette.series[3].as_str())
                .data(legend.iter().map(String::as_str).collect::<Vec<_>>()),
        )
        .tooltip(
            Tooltip::new()
                .trigger(Trigger::Axis)
                .axis_pointer(
                    AxisPointer::new()
                        .type_(pointer)
                        .line_style(LineStyle::new().color(palette.line.as_str())),
                )
                .background_color(palette.surface.as_str())
                .border_color(palette.line.as_str())
                .border_width(1)
                .padding(10),
        )
}

/// An axis of names along the lower edge.
pub fn category_axis(palette: &Palette, names: Vec<String>) -> Axis {
    Axis::new()
        .type_(AxisType::Category)
        .data(names)
        .axis_tick(AxisTick::new().show(false))
        .axis_line(AxisLine::new().show(true))
        .axis_label(
            AxisLabel::new()
                .color(palette.ink_soft.as_str())
                .font_size(SMALL_TEXT_PX),
        )
}

/// An axis of amounts along the left edge, its unit on top.
pub fn value_axis(palette: &Palette, unit: &str) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .name(unit)
        .name_text_style(
            TextStyle::new()
                .color(palette.ink_soft.as_str())
                .font_size(SMALL_TEXT_PX)
                .align("left"),
        )
        .split_number(4)
        .axis_label(
            AxisLabel::new()
                .color(palette.ink_soft.as_str())
                .font_size(SMALL_TEXT_PX),
        )
        .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.line_soft.as_str())))
}

/// The finished chart. Adds what the builder cannot say: a tooltip drawn on the canvas (one made of HTML would carry
/// inline styles) that stays inside, the text alternative, the motion.
pub fn finish(chart: &Chart, palette: &Palette, tips: Vec<String>, summary: String) -> ChartSpec {
    let mut option = serde_json::to_value(chart).unwrap_or_else(|_| json!({}));
    if let Some(tooltip) = option.get_mut("tooltip").and_then(Value::as_object_mut) {
        tooltip.insert("renderMode".into(), json!("richText"));
        tooltip.insert("confine".into(), json!(true));
        tooltip.insert("transitionDuration".into(), json!(0));
        tooltip.insert(
            "textStyle".into(),
            json!({ "color": palette.ink, "fontSize": SMALL_TEXT_PX, "fontFamily": palette.font }),
        );
    }
    // The builder's axis line takes the colour stops of a gauge only.
    option["xAxis"]["axisLine"]["lineStyle"] = json!({ "color": palette.line });
    option["textStyle"] = json!({ "fontFamily": palette.font });
    option["aria"] = json!({ "enabled": true, "label": { "description": summary } });
    option["animation"] = json!(!palette.is_still);
    option["animationDuration"] = json!(MOTION_MS);
    option["animationDurationUpdate"] = json!(MOTION_MS);
    ChartSpec {
        option: option.to_string(),
        tips,
        summary,
    }
}

/// The number of a point, or a gap where there is none.
pub fn point(value: Option<f64>) -> charming::datatype::DataPoint {
    // Six decimals hold a 分 in 万元; the noise of the division behind them only makes the option longer.
    let rounded = value.map(|x| (x * 1e6).round() / 1e6);
    charming::datatype::CompositeValue::from(rounded).into()
}
