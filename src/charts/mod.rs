//! Charts as plain data: pure functions from view models to the option text that the drawing library takes.
//!
//! No function stands in an option: the library would have to make it from text, which the content security policy
//! forbids. Texts of tooltips are made here, one per point, and travel beside the option. Colours come in as a
//! [`Palette`], read from the style sheet by the page; there is no colour in this folder.

pub mod days;
pub mod finish;
pub mod hours;
pub mod palette;
pub mod scale;
pub mod trend;

pub use palette::Palette;

/// A chart, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartSpec {
    /// The option as JSON.
    pub option: String,
    /// The text of the tooltip for each point of the category axis.
    pub tips: Vec<String>,
    /// What the chart shows, in a sentence or two: its text alternative.
    pub summary: String,
}
