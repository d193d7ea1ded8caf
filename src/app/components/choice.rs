//! A choice between a few, all of them in sight: radio buttons drawn as one strip.

use crate::app::context::use_app;
use crate::i18n::Text;
use leptos::prelude::*;

/// A choice between a few values.
#[component]
pub fn Choice<T>(
    /// Names the group in the document; unique.
    name: &'static str,
    /// What is chosen.
    legend: Text,
    /// The values and what they are called.
    options: Vec<(T, Text)>,
    /// The value in force.
    #[prop(into)]
    value: Signal<T>,
    /// Called with the value that was chosen.
    #[prop(into)]
    choose: Callback<T>,
    /// A remark below.
    #[prop(optional)]
    note: Option<Text>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let app = use_app();
    let note_id = format!("{name}-note");
    let described = note.map(|_| note_id.clone());
    let option = move |(option, text): (T, Text)| {
        view! {
            <label class="option">
                <input
                    type="radio" name=name prop:checked=move || value.get() == option
                    on:change=move |_| choose.run(option)
                />
                <span>{move || app.text(text)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choice" aria-describedby=described>
            <legend>{move || app.text(legend)}</legend>
            <div class="strip">{options.into_iter().map(option).collect_view()}</div>
            {note.map(|note| view! { <p class="hint" id=note_id>{move || app.text(note)}</p> })}
        </fieldset>
    }
}
