//! The colours that a chart is drawn in. The page reads them from the style sheet, so that a chart follows the theme.

/// Colours as CSS values, and what else the drawing depends on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// The surface under the chart.
    pub surface: String,
    /// Text.
    pub ink: String,
    /// Text of axes and legends.
    pub ink_soft: String,
    /// Axes.
    pub line: String,
    /// Lines of the grid.
    pub line_soft: String,
    /// The band behind a weekend.
    pub band: String,
    /// The series, the most important first.
    pub series: [String; 4],
    /// The typeface of the page.
    pub font: String,
    /// Whether the operator asked for no motion.
    pub is_still: bool,
    /// Whether there is little room: fewer ticks, no margins for names.
    pub is_narrow: bool,
}
