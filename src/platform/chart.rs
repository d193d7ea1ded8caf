//! Charts on the page: the binding to the drawing library, and the palette as the style sheet in force has it.

use crate::charts::{ChartSpec, Palette};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/src/platform/chart.js")]
extern "C" {
    /// A chart on the page.
    type Drawing;

    #[wasm_bindgen(catch, static_method_of = Drawing)]
    async fn open(host: &HtmlElement) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn draw(this: &Drawing, option: &str, tips: Vec<String>) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn save(this: &Drawing, name: &str, surface: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &Drawing);

    #[wasm_bindgen(js_name = styleValue)]
    fn style_value(name: &str) -> String;

    #[wasm_bindgen(js_name = pageFont)]
    fn page_font() -> String;

    fn matches(query: &str) -> bool;
}

/// A chart that stands on the page until it is dropped.
pub struct Canvas {
    drawing: Drawing,
}

/// The library could not be loaded, or refused the chart: in its own words, for the console.
#[derive(Debug)]
pub struct Broken(pub String);

impl Canvas {
    /// Puts an empty chart into an element, loading the library first when it is not there yet.
    ///
    /// # Errors
    /// When the library cannot be loaded.
    pub async fn open(host: &HtmlElement) -> Result<Canvas, Broken> {
        let drawing = Drawing::open(host).await.map_err(broken)?;
        Ok(Canvas {
            drawing: drawing.unchecked_into(),
        })
    }

    /// Draws a chart, in place of the one before.
    ///
    /// # Errors
    /// When the library refuses the option.
    pub fn draw(&self, spec: &ChartSpec) -> Result<(), Broken> {
        self.drawing
            .draw(&spec.option, spec.tips.clone())
            .map_err(broken)
    }

    /// Offers the chart as a PNG file, twice the size of the screen, on the surface of the page.
    ///
    /// # Errors
    /// When the browser makes no image of it.
    pub fn save(&self, file_name: &str) -> Result<(), Broken> {
        self.drawing
            .save(file_name, &style_value("--surface"))
            .map_err(broken)
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        self.drawing.close();
    }
}

/// The colours and habits of the page right now.
pub fn palette() -> Palette {
    let series = ["--series-1", "--series-2", "--series-3", "--series-base"];
    Palette {
        surface: style_value("--surface"),
        ink: style_value("--ink"),
        ink_soft: style_value("--ink-2"),
        line: style_value("--line"),
        line_soft: style_value("--line-2"),
        band: style_value("--paper"),
        series: series.map(style_value),
        font: page_font(),
        is_still: matches("(prefers-reduced-motion: reduce)"),
        is_narrow: matches("(max-width: 720px)"),
    }
}

fn broken(error: JsValue) -> Broken {
    Broken(format!("{error:?}"))
}
