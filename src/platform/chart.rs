//! Charts on the page: the binding to the drawing library, and the palette as the style sheet in force has it.

use crate::charts::{ChartSpec, Palette};
use crate::platform::dom::painted;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// Loads `charts.js`: the library with our binding to it (`chart.js` beside this file). Stands in `public/boot.js`,
    /// as a module bound from here would be asked of the worker too.
    #[wasm_bindgen(js_namespace = dianzhang, catch)]
    async fn charts() -> Result<JsValue, JsValue>;

    /// A chart on the page.
    type Drawing;

    #[wasm_bindgen(method, catch)]
    fn draw(this: &Drawing, option: &str, tips: Vec<String>) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn save(this: &Drawing, name: &str, surface: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &Drawing);
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
        let drawing = open(host).await.map_err(broken)?;
        Ok(Canvas { drawing })
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

async fn open(host: &HtmlElement) -> Result<Drawing, JsValue> {
    let class: Function = Reflect::get(&charts().await?, &"Drawing".into())?.dyn_into()?;
    // All charts of a page wait for the same library: each is drawn in a task of its own.
    painted().await;
    let drawing = Reflect::construct(&class, &Array::of1(host))?;
    Ok(drawing.unchecked_into())
}

/// The colours of the page right now, and its habits.
pub fn palette() -> Palette {
    let series = ["--series-1", "--series-2", "--series-3", "--series-base"];
    habits(Palette {
        surface: style_value("--surface"),
        ink: style_value("--ink"),
        ink_soft: style_value("--ink-2"),
        line: style_value("--line"),
        line_soft: style_value("--line-2"),
        band: style_value("--paper"),
        series: series.map(style_value),
        font: style_value("--sans"),
        ..Palette::default()
    })
}

/// A palette with the habits of the page right now.
pub fn habits(palette: Palette) -> Palette {
    Palette {
        is_still: matches("(prefers-reduced-motion: reduce)"),
        is_narrow: matches("(max-width: 720px)"),
        ..palette
    }
}

/// The value that the style sheet in force gives a custom property; empty when it gives none.
fn style_value(name: &str) -> String {
    let style = document()
        .document_element()
        .and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = style.and_then(|style| style.get_property_value(name).ok());
    value.unwrap_or_default().trim().to_owned()
}

fn matches(query: &str) -> bool {
    let list = window().match_media(query).ok().flatten();
    list.is_some_and(|list| list.matches())
}

fn broken(error: JsValue) -> Broken {
    Broken(format!("{error:?}"))
}
