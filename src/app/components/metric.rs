//! A number that opens its definition.

use crate::analytics::metrics::Metric;
use crate::i18n::{Lang, Text};
use crate::screens::sales::number::Number;
use leptos::prelude::*;

/// Opens the definition of a metric. A page that shows numbers provides it to what stands below it.
#[derive(Clone, Copy)]
pub struct OpenDefinition(pub Callback<(Metric,)>);

impl OpenDefinition {
    /// Opens the definition of a metric.
    pub fn open(self, metric: Metric) {
        self.0.run((metric,));
    }
}

/// A number as a button that opens its definition.
#[component]
pub fn MetricNumber(
    /// The language.
    lang: Lang,
    /// The number.
    number: Number,
) -> impl IntoView {
    let opener = use_context::<OpenDefinition>();
    let metric = number.metric;
    let click = move |_| {
        if let Some(opener) = opener {
            opener.open(metric);
        }
    };
    let hint = match (&number.reason, number.has_few_cases) {
        (Some(reason), _) => Some(reason.clone()),
        (None, true) => Some(Text::SmallBase.get(lang).to_owned()),
        (None, false) => number
            .parts
            .as_ref()
            .map(|(num, den)| format!("{num} ÷ {den}")),
    };
    view! {
        <button
            type="button" class="number" class:few=number.has_few_cases
            aria-haspopup="dialog" title=hint on:click=click
        >
            <span class="visually-hidden">{metric.entry(lang).name}" "</span>
            {number.figure.digits}
            {(!number.figure.unit.is_empty()).then(|| view! { <i>{number.figure.unit}</i> })}
        </button>
    }
}
