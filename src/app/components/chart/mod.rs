//! Charts: a canvas that follows its data, the size of its place and the theme, and the panel that puts it beside its table.

pub mod canvas;
pub mod panel;

pub use canvas::Chart;
pub use panel::ChartPanel;
