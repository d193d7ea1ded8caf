//! An input of the plan: what is typed into it is kept once it is left, and what cannot be read is said below it.

use leptos::prelude::*;

/// An input.
#[component]
pub(super) fn Input(
    /// What is to be typed.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(into)]
    value: String,
    /// What is said of what cannot be read.
    #[prop(into)]
    wrong: String,
    /// Keeps what was typed; whether it could be read.
    keep: Callback<String, bool>,
    /// An example.
    #[prop(optional, into)]
    placeholder: String,
    /// Whether it was typed where most follow from something else.
    #[prop(optional)]
    is_typed: bool,
    /// How it looks: `amount`, `short` or `name`.
    #[prop(default = "amount")]
    look: &'static str,
) -> impl IntoView {
    let is_wrong = RwSignal::new(false);
    let change = move |event| is_wrong.set(!keep.run(event_target_value(&event)));
    let mode = if look == "name" { "text" } else { "decimal" };
    view! {
        <input
            class=format!("input {look}") class:locked=is_typed inputmode=mode aria-label=label autocomplete="off"
            placeholder=placeholder prop:value=value aria-invalid=move || is_wrong.get().to_string() on:change=change
        />
        <Show when=move || is_wrong.get()>
            <small class="field-error" role="alert">{wrong.clone()}</small>
        </Show>
    }
}

/// Remarks on a number, below it.
#[component]
pub(super) fn Notes(notes: Vec<String>) -> impl IntoView {
    (!notes.is_empty()).then(|| view! { <small>{notes.join(" · ")}</small> })
}
